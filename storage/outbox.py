"""The outbox as its senders see it: one transaction settles what was sent and claims what is due.

Only the oldest open letter of a lane can be claimed, so that a conversation keeps its order. A claim is on
disk before anything is sent: whatever is found claimed by a dead holder may or may not have been sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, exists, func, insert, not_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.letters import Claimed, Letter, LetterState, Settled, Shown, Way
from bot.domain.notices import AuthorCard, ManagerCard
from storage.codec import pack, unpack
from storage.store import SqlStore
from storage.tables import from_moment, moment, outbox, shown

# Longer than the slowest send (three calls of ten seconds); with the look every few seconds it is less than a
# minute until another process goes on with what a dead one held.
LEASE = timedelta(seconds=45)
_OPEN = (LetterState.WAITING.value, LetterState.SENDING.value)


class SqlOutbox:
    """Due letters of all tenants."""

    def __init__(self, store: SqlStore) -> None:
        """On the same store as the work, for its one line of writers."""
        self._store = store

    async def turn(
        self, settled: Sequence[Settled], now: datetime, room: int, resting: Sequence[str] = ()
    ) -> list[Claimed]:
        """See Outbox. After StorageAway nothing is settled, and the same call can be made again."""
        async with self._store.transaction() as connection:
            for one in settled:
                await _settle(connection, one)
            return await _claim(connection, now, room, resting) if room else []

    async def recover(self, now: datetime, everything: bool) -> int:
        """Letters whose holder is gone: edits wait again, posts become uncertain. How many there were.

        `everything`: also those whose lease still runs, when no other process can hold them.
        """
        gone = outbox.c.state == LetterState.SENDING.value
        if not everything:
            gone = and_(gone, outbox.c.lease_until < moment(now))
        async with self._store.transaction() as connection:
            held = (await connection.execute(select(outbox.c.id, outbox.c.body).where(gone))).all()
            for id_, body in held:
                way = unpack(body, Letter).way
                state = LetterState.UNCERTAIN if way is Way.POST else LetterState.WAITING
                values = {"state": state.value, "fence": outbox.c.fence + 1, "reason": "holder gone"}
                await connection.execute(update(outbox).where(outbox.c.id == id_).values(values))
            return len(held)

    async def abandon(self, tenant: str, lane: str, reason: str) -> int:
        """See Outbox."""
        waiting = and_(
            outbox.c.tenant == tenant, outbox.c.lane == lane, outbox.c.state == LetterState.WAITING.value
        )
        values = {"state": LetterState.DEAD.value, "reason": reason[:200]}
        async with self._store.transaction(tenant) as connection:
            return (await connection.execute(update(outbox).where(waiting).values(values))).rowcount

    async def counts(self) -> dict[str, int]:
        """How many letters stand in each state."""
        statement = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        async with self._store.transaction() as connection:
            return {row[0]: row[1] for row in (await connection.execute(statement)).all()}


async def _claim(
    connection: AsyncConnection, now: datetime, room: int, resting: Sequence[str]
) -> list[Claimed]:
    ahead = outbox.alias("ahead")
    # An older open letter of the same lane goes first, also when it waits for its moment.
    first = not_(
        exists().where(ahead.c.lane == outbox.c.lane, ahead.c.state.in_(_OPEN), ahead.c.id < outbox.c.id)
    )
    statement = (
        select(outbox.c.id, outbox.c.body, outbox.c.attempts, outbox.c.fence, outbox.c.written_at)
        .where(outbox.c.state == LetterState.WAITING.value, outbox.c.due <= moment(now), first)
        .where(outbox.c.lane.not_in(resting))
        .order_by(outbox.c.id)
        .limit(room)
        .with_for_update(skip_locked=True, of=outbox)
    )
    rows = (await connection.execute(statement)).all()
    if rows:
        values = {
            "state": LetterState.SENDING.value,
            "attempts": outbox.c.attempts + 1,
            "fence": outbox.c.fence + 1,
            "lease_until": moment(now + LEASE),
        }
        held = outbox.c.id.in_([row[0] for row in rows])
        await connection.execute(update(outbox).where(held).values(values))
    return [
        Claimed(row[0], unpack(row[1], Letter), row[2] + 1, row[3] + 1, from_moment(row[4])) for row in rows
    ]


async def _settle(connection: AsyncConnection, one: Settled) -> None:
    held = and_(outbox.c.id == one.claimed.id, outbox.c.fence == one.claimed.fence)
    values: dict[str, Any] = {"state": one.state.value, "reason": one.reason[:200], "lease_until": None}
    if one.due is not None:
        values["due"] = moment(one.due)
    done = await connection.execute(update(outbox).where(held).values(values))
    letter = one.claimed.letter
    stands = one.state is LetterState.SENT and letter.way is Way.POST and letter.subject
    if done.rowcount == 1 and stands and one.to is not None:
        await _remember(connection, letter, one)


async def _remember(connection: AsyncConnection, letter: Letter, one: Settled) -> None:
    version = letter.notice.idea.version if isinstance(letter.notice, AuthorCard | ManagerCard) else 0
    card = Shown(
        0,
        letter.tenant,
        letter.subject,
        type(letter.notice).__name__,
        one.to or letter.to,
        one.message,
        letter.language,
        letter.person,
        version,
    )
    values = {
        "tenant": letter.tenant,
        "subject": letter.subject,
        "version": version,
        "body": pack(card),
    }
    await connection.execute(insert(shown).values(values))
