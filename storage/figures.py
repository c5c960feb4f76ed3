"""What an operator may know: how many, how old, and which by id. Never words or names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, select, update

from bot.domain.figures import Figures
from bot.domain.letters import Letter, LetterState
from storage.codec import unpack
from storage.store import SqlStore
from storage.tables import from_moment, moment, outbox, reminders, teams


@dataclass(frozen=True, slots=True)
class StuckLetter:
    """One letter that is not sent, without its words. `kind` is the notice's name."""

    id: int
    tenant: str
    platform: str
    kind: str
    way: str
    state: str
    reason: str
    attempts: int
    written_at: datetime


class SqlFigures:
    """All tenants at once; for operators only."""

    def __init__(self, store: SqlStore) -> None:
        """On the bot's own store."""
        self._store = store

    async def read(self, now: datetime) -> Figures:
        """As things stand now. Raises StorageAway."""
        by_state = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        waits = and_(outbox.c.state == LetterState.WAITING.value, outbox.c.due <= moment(now))
        late_letter = select(func.min(outbox.c.due)).where(waits)
        late_reminder = select(func.min(reminders.c.due)).where(reminders.c.due <= moment(now))
        lost = select(teams.c.id).where(teams.c.lost != "").order_by(teams.c.id).limit(100)
        async with self._store.transaction() as connection:
            states = {row[0]: row[1] for row in (await connection.execute(by_state)).all()}
            letter = (await connection.execute(late_letter)).scalar()
            reminder = (await connection.execute(late_reminder)).scalar()
            unreachable = tuple((await connection.execute(lost)).scalars())
        return Figures(states, _age(letter, now), _age(reminder, now), unreachable)

    async def stuck(self, states: Sequence[LetterState], limit: int = 200) -> list[StuckLetter]:
        """Letters in these states, oldest first."""
        c = outbox.c
        columns = (c.id, c.tenant, c.platform, c.body, c.state, c.reason, c.attempts, c.written_at)
        wanted = select(*columns).where(c.state.in_([state.value for state in states]))
        async with self._store.transaction() as connection:
            rows = (await connection.execute(wanted.order_by(c.id).limit(limit))).all()
        return [_stuck(row) for row in rows]

    async def again(self, letter: int, now: datetime) -> bool:
        """Send an uncertain or dead letter again, by an operator's word. False when it is neither."""
        values = {"state": LetterState.WAITING.value, "attempts": 0, "due": moment(now), "reason": "by hand"}
        return await self._move(letter, (LetterState.UNCERTAIN, LetterState.DEAD), values)

    async def give_up(self, letter: int) -> bool:
        """Never send a waiting or uncertain letter. False when it is neither."""
        values = {"state": LetterState.DEAD.value, "reason": "given up by hand"}
        return await self._move(letter, (LetterState.WAITING, LetterState.UNCERTAIN), values)

    async def hold_all(self) -> int:
        """Hold every letter that is not sent yet, after a restore: it may have been sent before."""
        values = {"state": LetterState.UNCERTAIN.value, "reason": "held after a restore"}
        open_ = outbox.c.state.in_((LetterState.WAITING.value, LetterState.SENDING.value))
        async with self._store.transaction() as connection:
            return (await connection.execute(update(outbox).where(open_).values(values))).rowcount

    async def _move(self, letter: int, of: Sequence[LetterState], values: Mapping[str, object]) -> bool:
        where = and_(outbox.c.id == letter, outbox.c.state.in_([state.value for state in of]))
        async with self._store.transaction() as connection:
            return (await connection.execute(update(outbox).where(where).values(values))).rowcount == 1


def _age(since: str | None, now: datetime) -> float:
    return 0.0 if since is None else max(0.0, (now - from_moment(since)).total_seconds())


def _stuck(row: tuple[object, ...]) -> StuckLetter:
    id_, tenant, platform, body, state, reason, attempts, written_at = row
    letter = unpack(str(body), Letter)
    return StuckLetter(
        int(str(id_)),
        str(tenant),
        str(platform),
        type(letter.notice).__name__,
        letter.way.value,
        str(state),
        str(reason),
        int(str(attempts)),
        from_moment(str(written_at)),
    )
