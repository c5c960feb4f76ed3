"""Waking the other processes on the same PostgreSQL: a commit that left work rings, all who listen hear.

Ringing is part of the transaction, so nobody is woken for what was not kept. It only saves waiting: whoever
misses it (a connection that broke, a pooler that does not pass it on) looks by themselves every few seconds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

import psycopg
import structlog
from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import AsyncConnection

LETTERS: Final = "l"
REMINDERS: Final = "r"
_CHANNEL: Final = "femma"
_RING = text("SELECT pg_notify(:channel, :what)")
# Seconds between two tries to listen again: doubling from the first to the last.
_FIRST, _LONGEST = 1.0, 30.0

log = structlog.get_logger(__name__)


async def ring(connection: AsyncConnection, by: str, *, letters: bool, reminders: bool) -> None:
    """Tell the others at the commit. `by` is the ringer's name, so that it does not wake itself twice."""
    what = (LETTERS if letters else "") + (REMINDERS if reminders else "")
    if what:
        await connection.execute(_RING, {"channel": _CHANNEL, "what": f"{by}:{what}"})


class Bell:
    """Listens on one connection of its own, as long as `run` runs."""

    def __init__(
        self, url: URL, own: str, letters: Callable[[], None], reminders: Callable[[], None]
    ) -> None:
        """`own` is what this process rings as; `letters` and `reminders` wake those who wait for them."""
        self._address = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._own = own
        self._letters = letters
        self._reminders = reminders
        self.listening = asyncio.Event()

    async def run(self) -> None:
        """Until cancelled. A broken connection is opened again without a fuss: the poll goes on meanwhile."""
        wait = _FIRST
        while True:
            try:
                await self._listen()
            except (psycopg.Error, OSError) as error:
                log.info("bell.lost", error=type(error).__name__)
            wait = _FIRST if self.listening.is_set() else min(_LONGEST, 2 * wait)
            self.listening.clear()
            await asyncio.sleep(wait)

    async def _listen(self) -> None:
        connection = await psycopg.AsyncConnection.connect(
            self._address, autocommit=True, connect_timeout=2, keepalives_idle=30, keepalives_interval=10
        )
        async with connection:
            await connection.execute(f"LISTEN {_CHANNEL}")
            self.listening.set()
            # What was rung while nobody listened.
            self._wake(LETTERS + REMINDERS)
            async for note in connection.notifies():
                by, _, what = note.payload.rpartition(":")
                if by != self._own:
                    self._wake(what)

    def _wake(self, what: str) -> None:
        if LETTERS in what:
            self._letters()
        if REMINDERS in what:
            self._reminders()
