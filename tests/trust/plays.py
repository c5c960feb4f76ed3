"""The bot as a real process that dies at every named point, and what was seen on the way."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic

from sqlalchemy import select, update

from bench.crowd import Accepted
from bench.ledger import Ledger
from bench.oracle import Verdict, reading
from bench.stage import Stage, stage
from bot.clocks import SystemClock
from bot.domain.letters import LetterState
from bot.domain.notices import WeeklySummary
from storage.tables import moment, outbox

POINTS = (
    "before_inbox",
    "mid_handler_tx",
    "before_ack",
    "before_send",
    "after_send_before_mark",
    "after_mark",
    "mid_digest",
)
PEOPLE = 25
# A letter that waited at a death is on its way so soon after the next start.
SOON = 5.0


@dataclass(slots=True)
class Play:
    """`held` are the letters that were under way at each death, by point; `states` what became of them.

    `given_up` are the letters that nobody will ever be given, with the reason.
    """

    deaths: dict[str, int] = field(default_factory=dict)
    held: dict[str, list[int]] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)
    given_up: list[str] = field(default_factory=list)
    summaries: list[str] = field(default_factory=list)
    waited: float = float("inf")
    told_to_stop: tuple[int | None, float] = (None, float("inf"))
    under_way_after_stop: int = -1
    verdict: Verdict = field(default_factory=Verdict)
    ended: int | None = None
    url: str = ""
    since: int = 0
    ledger: Ledger = field(default_factory=lambda: Ledger(Random(0)))
    accepted: list[Accepted] = field(default_factory=list)


async def play(url: str, folder: Path, seeds: int, seed: int) -> Play:
    """Every point `seeds` times, then a kill under load, then SIGTERM under load, then rest."""
    seen = Play()
    async with stage(url, folder, PEOPLE, seed) as it:
        for point in POINTS:
            if point == "mid_digest":
                await it.make_digests_due()
            for _ in range(seeds):
                await it.die_at(point, it.rng.randint(1, 3))
                seen.deaths[point] = seen.deaths.get(point, 0) + 1
                seen.held.setdefault(point, []).extend(await _under_way(url))
                await _leases_run_out(url)
        seen.waited = await _killed_with_letters_waiting(it)
        seen.told_to_stop, seen.under_way_after_stop = await _stopped_under_load(it)
        seen.ended = await it.settle()
        seen.verdict = await it.verdict()
        await _look(url, it.since, seen)
        seen.url, seen.since, seen.ledger, seen.accepted = url, it.since, it.ledger, it.crowd.accepted
    return seen


async def _under_way(url: str) -> list[int]:
    async with reading(url) as connection:
        query = select(outbox.c.id).where(outbox.c.state == LetterState.SENDING.value)
        return list((await connection.execute(query)).scalars())


async def _leases_run_out(url: str) -> None:
    """As if a minute had passed since the death: nobody waits for it in a test."""
    held = outbox.c.state == LetterState.SENDING.value
    past = moment(SystemClock().now())
    async with reading(url) as connection:
        await connection.execute(update(outbox).where(held).values(lease_until=past))


async def _killed_with_letters_waiting(it: Stage) -> float:
    """Kill it when letters wait; the seconds from the next start until the oldest of them goes out."""
    await it.victim.spawn()
    await it.victim.answers()
    oldest: int | None = None
    async with asyncio.timeout(30):
        while oldest is None:
            oldest = await _oldest_waiting(it.url)
    await it.victim.kill()
    oldest = await _oldest_waiting(it.url) or oldest
    await _leases_run_out(it.url)
    await it.victim.spawn()
    await it.victim.answers()
    started = monotonic()
    async with asyncio.timeout(30):
        state = await _state(it.url, oldest)
        while state == LetterState.WAITING.value:
            state = await _state(it.url, oldest)
    return monotonic() - started


async def _stopped_under_load(it: Stage) -> tuple[tuple[int | None, float], int]:
    """SIGTERM while people talk: the exit code, the seconds it took, and the letters left in the air."""
    accepted = len(it.crowd.accepted)
    async with asyncio.timeout(30):
        while len(it.crowd.accepted) < accepted + 10:
            await _under_way(it.url)
    told = monotonic()
    code = await it.victim.stop()
    return (code, monotonic() - told), len(await _under_way(it.url))


async def _oldest_waiting(url: str) -> int | None:
    async with reading(url) as connection:
        waiting = (outbox.c.state == LetterState.WAITING.value, outbox.c.platform == "slack")
        query = select(outbox.c.id).where(*waiting).order_by(outbox.c.id).limit(1)
        return (await connection.execute(query)).scalar()


async def _state(url: str, letter: int) -> str:
    async with reading(url) as connection:
        query = select(outbox.c.state).where(outbox.c.id == letter)
        return str((await connection.execute(query)).scalar_one())


async def _look(url: str, since: int, seen: Play) -> None:
    async with reading(url) as connection:
        c = outbox.c
        query = select(c.id, c.state, c.reason, c.lane, c.body).where(c.id > since)
        for id_, state, reason, lane, body in (await connection.execute(query)).all():
            seen.states[id_] = state
            if state == LetterState.DEAD.value:
                seen.given_up.append(f"{lane}: {reason}")
            if f'"is":"{WeeklySummary.__name__}"' in body and "slack" in lane:
                seen.summaries.append(lane)
