"""A bot with its loops running but without doors, for what happens behind them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic

from sqlalchemy import select

from bot.app import Core
from bot.domain.people import Address, Language
from bot.domain.talks import Talk
from bot.domain.telling import Telling
from handlers.incoming import Actor, Busy, Envelope, Said
from storage.codec import unpack
from storage.tables import talks
from tests.house import TENANT, FakeChat, FixedClock

# Slack gives up after three seconds; what cannot be stored is answered well before.
PATIENT = 2.5


@dataclass(slots=True)
class Hall:
    """One process' worth of bot. People are numbers; each tells one thing."""

    core: Core
    clock: FixedClock
    chat: FakeChat

    async def hears(self, number: int, words: str = "") -> bool:
        """Somebody tells something: was it taken? Never takes longer than the platform waits."""
        person = f"web:p{number}"
        home = Address("web", TENANT, f"dm:{person}", person=person)
        envelope = Envelope(f"d{number}", Actor(TENANT, person, "Alva", Language.SV), home, self.clock.now())
        began = monotonic()
        try:
            await self.core.conversation.hear(Said(envelope, words or f"Nyckel {number} saknas"))
        except Busy:
            return False
        finally:
            assert monotonic() - began < PATIENT + 0.5
        return True

    async def hears_again(self, number: int, words: str = "", seconds: float = 5.0) -> int:
        """The platform repeats it until it is taken: how often. Fails when that takes too long."""
        tries = 1
        async with asyncio.timeout(seconds):
            while not await self.hears(number, words):
                tries += 1
        return tries

    async def drafts(self) -> list[str]:
        """What was told, as it is kept."""
        async with self.core.store.transaction() as connection:
            bodies = (await connection.execute(select(talks.c.body).order_by(talks.c.id))).scalars().all()
        states = [unpack(body, Talk).state for body in bodies]
        return [state.text for state in states if isinstance(state, Telling)]

    async def all_sent(self, seconds: float = 10.0) -> None:
        """Wait until the loops have sent every letter."""
        async with asyncio.timeout(seconds):
            while set(await self.core.outbox.counts()) != {"sent"}:
                continue

    @property
    def said_twice(self) -> list[str]:
        """The chats in which something stands more than once."""
        return [chat for chat, lines in self.chat.said.items() if len(lines) != len({c for _, c in lines})]


@asynccontextmanager
async def hall(
    url: str, chat: FakeChat | None = None, clock: FixedClock | None = None
) -> AsyncIterator[Hall]:
    """Open, run, and close."""
    clock, chat = clock or FixedClock(), chat or FakeChat()
    core = await Core.open(url, clock)
    sender = core.deliver_to({"web": chat}, clock, {})
    loops = [asyncio.create_task(sender.run()), asyncio.create_task(core.due.run())]
    try:
        yield Hall(core, clock, chat)
    finally:
        ended = [loop for loop in loops if loop.done()]
        for loop in loops:
            loop.cancel()
        await asyncio.gather(*loops, return_exceptions=True)
        await core.engine.dispose()
        assert ended == []
