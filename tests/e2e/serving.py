"""The real product, built from settings and served over HTTP on loopback, with a clock moved by hand."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import aiohttp
from aiohttp import web

from bot.app import Femma
from bot.settings import Settings

# A Wednesday morning in November, and the Monday after it, an hour after the summary is due in Sweden.
WEDNESDAY = datetime(2026, 11, 18, 8, 30, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
# Seconds. Nothing here takes a tenth of it; it only ends a test that would wait for ever.
PATIENCE = 10.0
# Between two looks: whoever looks all the time takes the processor from what is looked for.
PAUSE = 0.01
_LETTERS = re.compile(r'^femma_letters\{state="(\w+)"\} (\d+)', re.MULTILINE)


@dataclass(slots=True)
class FixedClock:
    """Stands still until it is moved."""

    moment: datetime = field(default=WEDNESDAY)

    @classmethod
    def real(cls) -> FixedClock:
        """Stands at the real time, for signing what a process of its own is to take."""
        return cls(datetime.now(UTC))

    def now(self) -> datetime:
        """Where it stands."""
        return self.moment


@dataclass(frozen=True, slots=True)
class Running:
    """Femma as one sees it from outside. `femma` is there when it runs in this process."""

    url: str
    clock: FixedClock
    http: aiohttp.ClientSession
    femma: Femma | None = None

    async def move_to(self, moment: datetime) -> None:
        """It is later: do what has become due, instead of waiting for the next look at the clock."""
        assert self.femma is not None, "nobody moves the clock of another process"
        self.clock.moment = moment
        await self.femma.catch_up()

    async def letters(self) -> dict[str, int]:
        """How many letters stand in each state, as /metrics tells; a busy machine is asked again."""
        async with asyncio.timeout(PATIENCE):
            while True:
                async with self.http.get(f"{self.url}/metrics") as answer:
                    if answer.status == 200:
                        return {state: int(n) for state, n in _LETTERS.findall(await answer.text())}
                    assert answer.status == 503
                await asyncio.sleep(PAUSE)

    async def settle(self) -> None:
        """Until everything that was decided has been said."""
        async with asyncio.timeout(PATIENCE):
            while True:
                letters = await self.letters()
                if not letters.get("waiting") and not letters.get("sending"):
                    return
                await asyncio.sleep(PAUSE)

    async def until(self, there: Callable[[], object]) -> None:
        """Until something shows that is done behind the requests, and all of it has been said."""
        async with asyncio.timeout(PATIENCE):
            while not there():
                await asyncio.sleep(PAUSE)
                await self.settle()
        await self.settle()

    async def assert_all_sent(self) -> None:
        """No letter was refused, and none may or may not have arrived."""
        letters = await self.letters()
        assert {state for state, count in letters.items() if count} == {"sent"}, letters


@asynccontextmanager
async def running(settings: Settings, clock: FixedClock) -> AsyncIterator[Running]:
    """Start, serve on a free port, and stop. Nothing slows the messages down."""
    femma = Femma(settings, clock, rates={})
    app = await femma.start()
    runner = web.AppRunner(app, access_log=None, auto_decompress=False, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        async with aiohttp.ClientSession() as http:
            yield Running(f"http://127.0.0.1:{runner.addresses[0][1]}", clock, http, femma)
    finally:
        await runner.cleanup()
        await femma.stop()
