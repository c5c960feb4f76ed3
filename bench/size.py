"""`python -m bench.size`: is Femma as fast with a million ideas as with a thousand?

Two databases stand side by side, a small one and a large one, and are asked by turns, so that whatever else
the machine does falls on both. Everything goes through the core: telling up to the filed idea, the manager's
"I have read it", a person's own list, and looking for a word. Then the database is asked for the plan of
every statement that was run: none may read a whole table.

Ideas lie with 200 teams, authors and stages as in a town that has used Femma for long. Those who are asked
about told a dozen or more in both, so that the same is shown in both.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter

from sqlalchemy import Table, insert, text

from bench import invented, plans, servers
from bench.find import TEAMS, TENANT, load
from bench.town import Silent
from bot.app import Core
from bot.domain.ideas import Idea, Stage
from bot.domain.letters import Shown
from bot.domain.people import Address, Language, Person, Team
from bot.domain.talks import Talk
from bot.domain.work import Work
from cards import actions
from cards.actions import Ref
from handlers.incoming import Actor, Envelope, Incoming, Pressed, Said
from storage.codec import pack
from storage.tables import idea_events, moment, people, shown
from storage.walls import enter
from tests.house import FixedClock

SMALL, LARGE = 1_000, 1_000_000
LIMIT = 1.5
OPERATIONS = ("tell", "answer", "mine", "find")
_AUTHORS = 20_000
_EACH_TOLD = 12
_NOW = datetime(2026, 11, 18, 8, 30, tzinfo=UTC)
_STEP = 5_000
# Where ideas stand after years, in hundredths.
_STAGES = (
    *[Stage.STANDARD] * 35, *[Stage.NOT_NOW] * 25, *[Stage.LEARNT] * 20, *[Stage.WITHDRAWN] * 5,
    *[Stage.RESTING] * 6, *[Stage.TRYING] * 4, *[Stage.CHECKING] * 2, *[Stage.ACKNOWLEDGED] * 2,
    *[Stage.SUBMITTED] * 1,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waits:
    """Milliseconds of one operation: half are done within `p50`, 95 of 100 within `p95`."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Sized:
    """One database, at two sizes. `scans` are statements that read a whole table at the larger."""

    database: str
    ideas: tuple[int, int]
    waits: dict[str, tuple[Waits, Waits]]
    statements: int
    scans: list[str]
    load: float

    def ratio(self, operation: str) -> float:
        """How much longer the larger takes, at the 95th hundredth."""
        small, large = self.waits[operation]
        return large.p95 / small.p95

    @property
    def is_good(self) -> bool:
        """No slower than it may be, and everything by an index?"""
        return not self.scans and all(self.ratio(what) <= LIMIT for what in self.waits)

    def table(self) -> str:
        """For people."""
        small, large = (f"{number:,}" for number in self.ideas)
        lines = [f"{self.database}, ms at {small} and at {large} ideas (load average {self.load:.1f})"]
        for what, (few, many) in self.waits.items():
            lines.append(
                f"  {what:<8}p50 {few.p50:6.2f} {many.p50:6.2f}   p95 {few.p95:6.2f} {many.p95:6.2f}   "
                f"{self.ratio(what):.2f} times"
            )
        lines.append(f"  {self.statements} statements, {len(self.scans)} of them read a whole table")
        return "\n".join([*lines, *(f"    {scan}" for scan in self.scans)])


class Place:
    """One database with its core, and the people who use it."""

    def __init__(self, core: Core, clock: FixedClock, authors: int) -> None:
        """`authors` people told what is there."""
        self.core, self._clock, self._authors = core, clock, authors
        self._numbers = count(1)
        self._sender = core.deliver_to({"slack": Silent()}, clock, {})
        self._filed: list[tuple[str, str]] = []

    async def rest(self) -> None:
        """Send what is to be sent, and let time pass."""
        await self._sender.drain()
        self._clock.moment += timedelta(seconds=30)

    async def tell(self, turn: int) -> None:
        """Words, the kind, and "file it anyway" where similar ones are shown."""
        who = self._person(turn)
        before = await self._newest(who)
        await self._says(who, invented.text(turn, seed=23))
        talk = await self._talk(who)
        await self._press(who, actions.TELL_KIND, Ref("talk", talk.id, talk.version, "problem"))
        again = await self.core.store.run(TENANT, lambda work: work.open_talk(TENANT, who))
        if again is not None and again.id == talk.id:
            await self._press(who, actions.TELL_ANYWAY, Ref("talk", again.id, again.version))
        newest, team = await self._newest(who)
        if (newest, team) == before:
            raise LookupError("nothing was filed")
        self._filed.append((newest, team))

    async def answer(self, _: int) -> None:
        """The manager has read what was told last."""
        idea_id, team = self._filed[-1]
        await self._press(f"chef-{team}", actions.IDEA_ACKNOWLEDGE, Ref("idea", idea_id, 1))

    async def mine(self, turn: int) -> None:
        """The list of one's own."""
        await self._says(self._person(turn), "mina")

    async def find(self, turn: int) -> None:
        """One word of what others told."""
        word = max(invented.text(turn, seed=29).split()[1:4], key=len)
        await self._says(self._person(turn), f"hitta {word}")

    async def answered(self) -> int:
        """How many of what was told here is acknowledged."""
        found = [await self._idea(id_) for id_, _ in self._filed]
        return sum(idea.stage is Stage.ACKNOWLEDGED for idea in found)

    async def _idea(self, idea_id: str) -> Idea:
        found = await self.core.store.run(TENANT, lambda work: work.idea(TENANT, idea_id))
        if found is None:
            raise LookupError(f"{idea_id} was told here and is not there")
        return found

    def _person(self, turn: int) -> str:
        return f"p{turn * 37 % self._authors}"

    async def _newest(self, who: str) -> tuple[str, str]:
        found, _ = await self.core.store.run(TENANT, lambda work: work.ideas_of(TENANT, who, 1))
        return found[0].id, found[0].team

    async def _talk(self, who: str) -> Talk:
        talk = await self.core.store.run(TENANT, lambda work: work.open_talk(TENANT, who))
        if talk is None:
            raise LookupError("no draft was kept")
        return talk

    async def _says(self, who: str, words: str) -> None:
        await self._hear(Said(self._envelope(who), words))

    async def _press(self, who: str, action: str, ref: Ref) -> None:
        envelope = self._envelope(who)
        await self._hear(Pressed(envelope, action, ref, envelope.home))

    async def _hear(self, incoming: Incoming) -> None:
        await self.core.conversation.hear(incoming)

    def _envelope(self, who: str) -> Envelope:
        actor = Actor(TENANT, who, f"Namn {who}", Language.SV)
        return Envelope(f"d{next(self._numbers)}", actor, _home(who), self._clock.now())


def _home(who: str) -> Address:
    return Address("slack", TENANT, f"D{who}", person=who)


def authors_of(ideas: int) -> int:
    """How many people told so many."""
    return max(1, min(_AUTHORS, ideas // _EACH_TOLD))


def _told_by(ideas: int) -> Callable[[int], tuple[str, Stage]]:
    authors, chance = authors_of(ideas), Random(17)
    return lambda number: (f"p{number % authors}", chance.choice(_STAGES))


async def open_place(url: str, ideas: int) -> Place:
    """Fill an empty database and open a core on it; whoever asked closes its engine."""
    clock = FixedClock(_NOW)
    core = await Core.open(url, clock)
    await _fill(core, url, ideas)
    return Place(core, clock, authors_of(ideas))


async def _fill(core: Core, url: str, ideas: int) -> None:
    await asyncio.to_thread(load, url, ideas, _told_by(ideas))

    async def teams(work: Work) -> None:
        for number in range(TEAMS):
            id_ = f"team{number}"
            channel = Address("slack", TENANT, f"C{number}")
            await work.save_team(Team(id_, TENANT, f"Enhet {number}", channel, manager=f"chef-{id_}"))

    await core.store.run(TENANT, teams)
    await _write(core, people, _people(authors_of(ideas)))
    await _write(core, idea_events, _happened(ideas))
    await _write(core, shown, _cards(ideas))
    await _housekeeping(core)


async def _write(core: Core, table: Table, rows: Iterator[dict[str, object]]) -> None:
    """All rows in one transaction, which may last longer than one of the bot's."""
    async with core.engine.begin() as connection:
        await enter(connection, TENANT)
        while lines := list(islice(rows, _STEP)):
            await connection.execute(insert(table), lines)


def _people(authors: int) -> Iterator[dict[str, object]]:
    for who in (*(f"p{number}" for number in range(authors)), *(f"chef-team{n}" for n in range(TEAMS))):
        team = f"team{int(who[1:]) % TEAMS}" if who[1:].isdigit() else who.removeprefix("chef-")
        person = Person(who, TENANT, f"Namn {who}", Language.SV, team, _home(who), welcomed=True)
        yield {"tenant": TENANT, "id": who, "body": pack(person), "version": 1}


def _happened(ideas: int) -> Iterator[dict[str, object]]:
    at = moment(_NOW - timedelta(days=300))
    for number in range(1, ideas + 1):
        yield {"tenant": TENANT, "idea": f"i{number}", "at": at, "by": "", "what": "told", "detail": ""}


def _cards(ideas: int) -> Iterator[dict[str, object]]:
    body = pack(Shown(0, TENANT, "", "AuthorCard", _home("p1"), "1.1", Language.SV, "p1", 1))
    for number in range(1, ideas + 1):
        subject = f"i{number}"
        card = body.replace('"subject":""', f'"subject":"{subject}"')
        yield {"tenant": TENANT, "subject": subject, "version": 1, "body": card}


async def _housekeeping(core: Core) -> None:
    """What a database does by itself after such a load: figures are taken, the log written back."""
    if core.engine.dialect.name == "postgresql":
        async with core.engine.begin() as connection:
            await connection.execute(text("SET LOCAL statement_timeout = 0"))
            await connection.execute(text("ANALYZE"))
    else:
        async with core.engine.connect() as connection:
            await connection.execute(text("COMMIT"))
            await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            await connection.execute(text("BEGIN"))


async def measure(urls: tuple[str, str], database: str, ideas: tuple[int, int], turns: int) -> Sized:
    """Fill two empty databases and ask them by turns, `turns` times of each operation."""
    places: list[Place] = []
    try:
        for url, number in zip(urls, ideas, strict=True):
            places.append(await open_place(url, number))
        await play(places, 0, max(10, turns // 10))
        took = await play(places, 1_000, turns)
        large = places[1]
        with plans.statements(large.core.engine) as asked:
            await play([large], 5_000, 10, asked)
        await _housekeeping(large.core)
        scans = await plans.scans(large.core.engine, asked)
        waits = {what: (_waits(took[what, 0]), _waits(took[what, 1])) for what in OPERATIONS}
        return Sized(database, ideas, waits, len(asked.seen), scans, os.getloadavg()[0])
    finally:
        for place in places:
            await place.core.engine.dispose()


async def play(
    places: Sequence[Place], first: int, turns: int, asked: plans.Statements | None = None
) -> dict[tuple[str, int], list[float]]:
    """Every operation in every place, `turns` times: milliseconds by operation and place.

    What the sending of letters asks between them is no part of it, for the clock and for `asked`.
    """
    asked = asked or plans.Statements()
    took: defaultdict[tuple[str, int], list[float]] = defaultdict(list)
    for turn in range(first, first + turns):
        for what in OPERATIONS:
            # Whoever comes second finds the processor's caches as the other left them: by turns.
            for which in sorted(range(len(places)), reverse=turn % 2 == 1):
                place = places[which]
                job: Callable[[int], Awaitable[None]] = getattr(place, what)
                took[what, which].append(await _timed(job, turn))
                asked.listens = False
                await place.rest()
                asked.listens = True
    return took


async def _timed(job: Callable[[int], Awaitable[None]], turn: int) -> float:
    gc.disable()
    began = perf_counter()
    await job(turn)
    lasted = 1000 * (perf_counter() - began)
    gc.enable()
    return lasted


def _waits(took: Sequence[float]) -> Waits:
    hundredths = quantiles(took, n=100)
    return Waits(hundredths[49], hundredths[94])


async def run(databases: Sequence[str], ideas: int, turns: int) -> list[Sized]:
    """At a thousand ideas and at `ideas`, on each database."""
    found: list[Sized] = []
    for database in databases:
        async with AsyncExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="femma-size-")))
            if database == "SQLite":
                urls = (f"sqlite:///{folder}/small.db", f"sqlite:///{folder}/large.db")
            else:
                urls = (
                    stack.enter_context(servers.postgres()),
                    stack.enter_context(servers.postgres()),
                )
            found.append(await measure(urls, database, (SMALL, ideas), turns))
            print(found[-1].table(), flush=True)
    return found


def main() -> int:
    """The command line. The exit code is 1 when size costs more than it may."""
    options = argparse.ArgumentParser(prog="python -m bench.size", description=__doc__)
    options.add_argument("--ideas", type=int, default=LARGE)
    options.add_argument("--turns", type=int, default=400)
    options.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    chosen = options.parse_args()
    names = {"sqlite": ("SQLite",), "postgresql": ("PostgreSQL",), "both": ("SQLite", "PostgreSQL")}
    sized = asyncio.run(run(names[chosen.database], chosen.ideas, chosen.turns))
    return 0 if all(one.is_good for one in sized) else 1


if __name__ == "__main__":
    sys.exit(main())
