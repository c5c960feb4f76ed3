"""One bot, one town, one database and the Slack between them: what soak and crash tests have in common."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import monotonic

import aiohttp

from bench import oracle, town
from bench.crowd import Crowd
from bench.ledger import Ledger
from bench.oracle import Verdict
from bench.town import TENANT, Neighbour
from bench.victim import Victim
from bot.app import Core
from bot.clocks import SystemClock
from bot.domain.letters import Reminder
from bot.domain.work import StorageAway, Work
from handlers.digest import ABOUT, period

# Events a second, of many people together.
RATE = 20.0
# Seconds. A tripwire that is not reached within this is not on anybody's way.
_LONGEST_LIFE = 45.0
_POLL = 0.5


class NeverDied(Exception):
    """A named point was not passed often enough."""


@dataclass(slots=True)
class Stage:
    """A running play. `deaths` counts those of the bot."""

    url: str
    victim: Victim
    crowd: Crowd
    ledger: Ledger
    rng: Random
    since: int
    deaths: int = 0
    _enough: asyncio.Event = field(default_factory=asyncio.Event)

    async def kill_at_random(self, kills: int) -> None:
        """kill -9 at any moment, and again at once; every tenth time while it is still starting."""
        for number in range(kills):
            await self.victim.spawn()
            if number % 10 == 9:
                await asyncio.sleep(self.rng.uniform(0.0, 1.0))
            else:
                await self.victim.answers()
                await asyncio.sleep(self.rng.uniform(0.0, 2.0))
            await self.victim.kill()
            self.deaths += 1

    async def die_at(self, point: str, times: int) -> None:
        """One life that ends at a named point. Raises NeverDied."""
        await self.victim.spawn(f"{point}:{times}")
        await self.victim.answers()
        if await self.victim.death(_LONGEST_LIFE) != -9:
            raise NeverDied(f"{point}:{times} {self.victim.last_words()}")
        self.deaths += 1

    async def make_digests_due(self) -> None:
        """Every team's summary is due now. Only while the bot is down."""
        core = await Core.open(self.url, SystemClock())
        now = datetime.now(UTC)

        async def job(work: Work) -> None:
            for team in await work.teams(TENANT):
                await work.remind(Reminder(period(team, now), TENANT, now, ABOUT + team.id))

        try:
            await core.store.run(TENANT, job)
        finally:
            await core.engine.dispose()

    async def settle(self, patience: float = 180.0) -> int | None:
        """A last life, to its end by SIGTERM when all is said and nobody waits. Gives its exit code."""
        await self.victim.spawn()
        await self.victim.answers()
        self._enough.set()
        until = monotonic() + patience
        while monotonic() < until:
            await asyncio.sleep(_POLL)
            if self.crowd.is_quiet and not await self._letters_left():
                break
        return await self.victim.stop()

    async def verdict(self) -> Verdict:
        """Of a bot at rest."""
        return await oracle.judge(self.url, self.ledger, self.crowd.accepted, self.since)

    async def talk(self) -> None:
        """The people, until `settle`."""
        await self.crowd.talk(RATE, self._enough)

    def hush(self) -> None:
        """Nobody begins anything any more."""
        self._enough.set()

    async def _letters_left(self) -> int:
        try:
            return await oracle.still_open(self.url)
        except StorageAway:
            return 1


@asynccontextmanager
async def stage(url: str, folder: Path, people: int, seed: int) -> AsyncIterator[Stage]:
    """Build the town in an empty database and let its people talk. The bot is not started yet."""
    rng = Random(seed)
    neighbours: Sequence[Neighbour] = await town.build(url, people)
    ledger = Ledger(Random(seed + 1))
    async with ledger.serving() as api, aiohttp.ClientSession() as http:
        victim = Victim(url, api, folder)
        crowd = Crowd(neighbours, ledger, victim.url, http, Random(seed + 2))
        it = Stage(url, victim, crowd, ledger, rng, await oracle.last_letter(url))
        talking = asyncio.create_task(it.talk())
        try:
            yield it
        finally:
            it.hush()
            await victim.end()
            talking.cancel()
            await asyncio.gather(talking, return_exceptions=True)
            await crowd.leave()
