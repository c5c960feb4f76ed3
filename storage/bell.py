"""Waking the other processes on the same PostgreSQL: after a commit that left work one rings, others hear it.

It only saves waiting: whoever misses a ring (a process that died after its commit, a connection that broke, a
pooler that passes none on) finds the work at the next look a few seconds later.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from secrets import token_hex
from typing import Any, Final, TypeAlias

import psycopg
import structlog
from sqlalchemy import URL

LETTERS: Final = "l"
REMINDERS: Final = "r"
# Seconds between two rings. A ring never belongs to the commit that it tells of: PostgreSQL lets only one
# transaction with a NOTIFY commit at a time, and everybody would wait in line for the disk.
PAUSE: Final = 0.05
# Seconds between two tries to connect again: doubling from the first to the last.
_FIRST, _LONGEST = 1.0, 30.0

Connection: TypeAlias = psycopg.AsyncConnection[tuple[Any, ...]]

log = structlog.get_logger(__name__)


class Bell:
    """Listens and rings on two connections of its own, as long as `run` runs."""

    def __init__(self, url: URL, letters: Callable[[], None], reminders: Callable[[], None]) -> None:
        """`letters` and `reminders` wake those in this process who wait for them."""
        self._address = url.set(drivername="postgresql").render_as_string(hide_password=False)
        # So that nobody is woken by themselves.
        self._own = token_hex(8)
        self._letters = letters
        self._reminders = reminders
        self._to_ring: set[str] = set()
        self._something = asyncio.Event()
        self.listening = asyncio.Event()

    def ring(self, *, letters: bool, reminders: bool) -> None:
        """Tell the others soon. Waits for nothing."""
        self._to_ring |= {LETTERS} if letters else set()
        self._to_ring |= {REMINDERS} if reminders else set()
        if self._to_ring:
            self._something.set()

    async def run(self) -> None:
        """Until cancelled. A broken connection is opened again without a fuss: the poll goes on meanwhile."""
        wait = _FIRST
        while True:
            try:
                await self._connected()
            except* (psycopg.Error, OSError) as errors:
                log.info("bell.lost", error=type(errors.exceptions[0]).__name__)
            wait = _FIRST if self.listening.is_set() else min(_LONGEST, 2 * wait)
            self.listening.clear()
            await asyncio.sleep(wait)

    async def _connected(self) -> None:
        async with asyncio.TaskGroup() as both:
            both.create_task(self._listen())
            both.create_task(self._ring_on())

    async def _open(self) -> Connection:
        return await psycopg.AsyncConnection.connect(
            self._address, autocommit=True, connect_timeout=2, keepalives_idle=30, keepalives_interval=10
        )

    async def _listen(self) -> None:
        async with await self._open() as connection:
            await connection.execute("LISTEN femma")
            self.listening.set()
            # What was rung while nobody listened.
            self._wake(LETTERS + REMINDERS)
            async for note in connection.notifies():
                by, _, what = note.payload.rpartition(":")
                if by != self._own:
                    self._wake(what)

    async def _ring_on(self) -> None:
        async with await self._open() as connection:
            # A ring that is lost with the server's power is no loss.
            await connection.execute("SET synchronous_commit = off")
            while True:
                await self._something.wait()
                self._something.clear()
                what, self._to_ring = "".join(sorted(self._to_ring)), set()
                await connection.execute("SELECT pg_notify('femma', %s)", (f"{self._own}:{what}",))
                await asyncio.sleep(PAUSE)

    def _wake(self, what: str) -> None:
        if LETTERS in what:
            self._letters()
        if REMINDERS in what:
            self._reminders()
