"""The outbox as its senders see it: one transaction settles what was sent and claims what is due.

Only the oldest open letter of a lane can be claimed, so that a conversation keeps its order. A claim is on
disk before anything is sent: whatever is found claimed by a dead holder may or may not have been sent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, bindparam, exists, func, insert, not_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.letters import Claimed, Letter, LetterState, Settled, Shown, Turn, Way
from bot.domain.notices import AuthorCard, Door, ManagerCard
from storage.codec import pack, unpack
from storage.store import SqlStore
from storage.tables import from_moment, moment, outbox, shown

# Longer than the slowest send (three calls of ten seconds); with the look every few seconds it is less than a
# minute until another process goes on with what a dead one held.
LEASE = timedelta(seconds=45)


class SqlOutbox:
    """Due letters of all tenants."""

    def __init__(self, store: SqlStore) -> None:
        """On the same store as the work, for its one line of writers."""
        self._store = store

    async def turn(self, now: datetime, bring: Callable[[], Turn]) -> list[Claimed]:
        """See Outbox."""
        async with self._store.transaction() as connection:
            brought = bring()
            if brought.settled:
                await _settle(connection, brought.settled)
            return await _claim(connection, now, brought) if brought.room > 0 else []

    async def recover(self, now: datetime, everything: bool) -> int:
        """Letters whose holder is gone: edits wait again, posts become uncertain. How many there were.

        `everything`: also those whose lease still runs, when no other process can hold them.
        """
        gone = outbox.c.state == LetterState.SENDING.value
        if not everything:
            gone = and_(gone, outbox.c.lease_until < moment(now))
        async with self._store.transaction() as connection:
            # A row that somebody writes at this moment has a holder that lives, or is being looked after.
            found = select(outbox.c.id, outbox.c.body).where(gone).with_for_update(skip_locked=True)
            held = (await connection.execute(found)).all()
            for id_, body in held:
                way = unpack(body, Letter).way
                state = LetterState.UNCERTAIN if way is Way.POST else LetterState.WAITING
                values = {"state": state.value, "fence": outbox.c.fence + 1, "reason": "holder gone"}
                await connection.execute(update(outbox).where(outbox.c.id == id_).values(values))
            return len(held)

    async def put_back(self) -> int:
        """See Outbox."""
        held = update(outbox).where(outbox.c.state == LetterState.SENDING.value)
        values = {"state": LetterState.WAITING.value, "fence": outbox.c.fence + 1, "lease_until": None}
        async with self._store.transaction() as connection:
            return (await connection.execute(held.values(values))).rowcount

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


def _oldest_of_each_lane() -> Select[Any]:
    """Due letters that no older open one of their lane stands before, also one that waits for its moment.

    The states of the older one are written out: with bound values SQLite does not see that the index over
    open letters holds all that is asked for, and looks at every pair of letters instead.
    """
    ahead = outbox.alias("ahead")
    older = exists().where(
        ahead.c.lane == outbox.c.lane, text("ahead.state in ('waiting', 'sending')"), ahead.c.id < outbox.c.id
    )
    return (
        select(outbox.c.id, outbox.c.body, outbox.c.attempts, outbox.c.fence, outbox.c.written_at)
        .where(outbox.c.state == LetterState.WAITING.value, outbox.c.due <= bindparam("now"), not_(older))
        .where(outbox.c.lane.not_in(bindparam("resting", expanding=True)))
        .order_by(outbox.c.id)
        .limit(bindparam("room"))
        .with_for_update(skip_locked=True, of=outbox)
    )


# Built once: they run after every message.
_DUE = _oldest_of_each_lane()
_HOLD = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("held", expanding=True)))
    .values(
        state=LetterState.SENDING.value,
        attempts=outbox.c.attempts + 1,
        fence=outbox.c.fence + 1,
        lease_until=bindparam("lease"),
    )
)
_MARK = (
    update(outbox)
    .where(
        outbox.c.id == bindparam("its_id"),
        outbox.c.fence == bindparam("its_fence"),
        # It may have been marked already, and the answer got lost.
        outbox.c.state == LetterState.SENDING.value,
    )
    .values(
        state=bindparam("became"),
        reason=bindparam("why"),
        lease_until=None,
        due=func.coalesce(bindparam("again", type_=outbox.c.due.type), outbox.c.due),
    )
)
_SHOW = insert(shown)


async def _claim(connection: AsyncConnection, now: datetime, brought: Turn) -> list[Claimed]:
    wanted = {"now": moment(now), "resting": list(brought.resting), "room": brought.room}
    rows = (await connection.execute(_DUE, wanted)).all()
    if rows:
        await connection.execute(_HOLD, {"held": [row[0] for row in rows], "lease": moment(now + LEASE)})
    return [
        Claimed(row[0], unpack(row[1], Letter), row[2] + 1, row[3] + 1, from_moment(row[4])) for row in rows
    ]


async def _settle(connection: AsyncConnection, settled: Sequence[Settled]) -> None:
    """Only by the holder of the claim. A card that now stands is remembered, if it was still ours to mark."""
    plain = [_mark(one) for one in settled if not _stands(one)]
    if plain:
        await connection.execute(_MARK, plain)
    for one in filter(_stands, settled):
        if (await connection.execute(_MARK, _mark(one))).rowcount == 1:
            await _remember(connection, one.claimed.letter, one)
    await _forget_doors(connection, settled)


async def _forget_doors(connection: AsyncConnection, settled: Sequence[Settled]) -> None:
    """Which door somebody was shown says too much about them to lie here once they have seen it."""
    said = [one for one in settled if isinstance(one.claimed.letter.notice, Door)]
    for one in said:
        if one.state is not LetterState.WAITING:
            empty = replace(one.claimed.letter, notice=Door(""))
            wiped = update(outbox).where(outbox.c.id == one.claimed.id).values(body=pack(empty))
            await connection.execute(wiped)


def _stands(one: Settled) -> bool:
    """Is it a card about an idea that has just been posted?"""
    letter = one.claimed.letter
    return one.state is LetterState.SENT and letter.way is Way.POST and bool(letter.subject)


def _mark(one: Settled) -> dict[str, object]:
    return {
        "its_id": one.claimed.id,
        "its_fence": one.claimed.fence,
        "became": one.state.value,
        "why": one.reason[:200],
        "again": None if one.due is None else moment(one.due),
    }


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
    await connection.execute(_SHOW, values)
