"""Runs transactions: again after a conflict, never longer than the door can wait.

A database that has gone silent must not hold up whoever waits for it: after PATIENCE they hear StorageAway,
and what is left of the transaction is cleared away behind their back.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.domain.errors import Conflict
from bot.domain.letters import Reminder
from bot.domain.ports import Clock
from bot.domain.work import StorageAway
from storage.bell import Bell
from storage.engine import PATIENCE
from storage.faults import translated
from storage.walls import EVERY_TENANT, enter
from storage.work import SqlWork

T = TypeVar("T")

ATTEMPTS = 3
# Seconds for rolling back; a database that hangs would take many more.
_TO_CLEAR = 0.3


class SqlStore:
    """See `bot.domain.work.Store`. One per process and database."""

    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        """`engine` from `open_engine`; whoever opened it disposes of it."""
        self._engine = engine
        self._clock = clock
        # SQLite takes one writer: waiting in line here is fairer and cheaper than its busy handler.
        self._line = asyncio.Lock() if engine.dialect.name == "sqlite" else None
        self._letter_wakers: list[Callable[[], None]] = []
        self._reminder_wakers: list[Callable[[], None]] = []
        self._picture_wakers: list[Callable[[], None]] = []
        self._bell: Bell | None = None
        self._under_way: set[asyncio.Task[object]] = set()

    def when_letters(self, waker: Callable[[], None]) -> None:
        """Call `waker` right after each commit that wrote a letter."""
        self._letter_wakers.append(waker)

    def when_reminders(self, waker: Callable[[], None]) -> None:
        """Call `waker` right after each commit that set a reminder."""
        self._reminder_wakers.append(waker)

    def when_pictures(self, waker: Callable[[], None]) -> None:
        """Call `waker` right after each commit that wrote a picture to fetch."""
        self._picture_wakers.append(waker)

    def bell(self) -> Bell | None:
        """Wakes whom our own commits wake when another process commits; None for a file, which has no other.

        Its `run` is to be run for as long as the store is used.
        """
        if self._line is None and self._bell is None:
            wake_letters = partial(self._wake, self._letter_wakers)
            wake_reminders = partial(self._wake, self._reminder_wakers)
            self._bell = Bell(self._engine.url, wake_letters, wake_reminders)
        return self._bell

    async def run(self, tenant: str, work: Callable[[SqlWork], Awaitable[T]]) -> T:
        """See Store."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return await self._once(self._kept(tenant, work))
            except Conflict:
                if attempt == ATTEMPTS:
                    raise
        raise AssertionError("the loop returns or raises")

    async def run_due(
        self, now: datetime, work: Callable[[SqlWork, Reminder], Awaitable[None]]
    ) -> Reminder | None:
        """See Store."""

        async def job(it: SqlWork) -> Reminder | None:
            reminder = await it.due_reminder(now)
            if reminder is not None:
                await it.enter(reminder.tenant)
                await it.forget(reminder.tenant, reminder.name)
                await work(it, reminder)
            return reminder

        return await self.run(EVERY_TENANT, job)

    async def undone(self, tenant: str, work: Callable[[SqlWork], Awaitable[T]]) -> T:
        """See Undoes. On SQLite it has the one place of a writer meanwhile, like any other work."""
        return await self._once(self._undone(tenant, work))

    async def connect(self, connections: int) -> None:
        """See Undoes. A file has one writer, and so one connection."""
        if self._line is None:
            await self._once(self._connected(connections))

    @asynccontextmanager
    async def transaction(self, tenant: str = EVERY_TENANT) -> AsyncIterator[AsyncConnection]:
        """One transaction that sees a tenant's rows. Raises Conflict or StorageAway; nothing is kept then."""
        with translated():
            async with (
                asyncio.timeout(PATIENCE),
                self._line or nullcontext(),
                self._engine.begin() as connection,
            ):
                await enter(connection, tenant)
                yield connection

    async def _once(self, job: Coroutine[Any, Any, T]) -> T:
        """One try, in a task of its own, so that nobody waits for a rollback that does not end."""
        whole = asyncio.create_task(job)
        self._under_way.add(whole)
        whole.add_done_callback(self._forget)
        try:
            await asyncio.wait({whole}, timeout=PATIENCE + _TO_CLEAR)
        except asyncio.CancelledError:
            whole.cancel()
            await asyncio.wait({whole}, timeout=_TO_CLEAR)
            raise
        if not whole.done():
            raise StorageAway("no answer")
        return whole.result()

    def _forget(self, task: asyncio.Task[object]) -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            # Whoever still waits hears of it through the result; nobody else is to be told.
            task.exception()

    async def _undone(self, tenant: str, work: Callable[[SqlWork], Awaitable[T]]) -> T:
        async with self.transaction(tenant) as connection:
            result = await work(SqlWork(connection, self._clock))
            # The block ends with nothing left to commit; when the work raises it rolls back by itself.
            await connection.rollback()
        return result

    async def _connected(self, connections: int) -> None:
        with translated():
            async with asyncio.timeout(PATIENCE), AsyncExitStack() as all_at_once:
                for _ in range(connections):
                    await all_at_once.enter_async_context(self._engine.connect())

    async def _kept(self, tenant: str, work: Callable[[SqlWork], Awaitable[T]]) -> T:
        async with self.transaction(tenant) as connection:
            it = SqlWork(connection, self._clock)
            result = await work(it)
        if it.wrote_letters:
            self._wake(self._letter_wakers)
        if it.set_reminders:
            self._wake(self._reminder_wakers)
        if it.pictures.added:
            self._wake(self._picture_wakers)
        if self._bell is not None:
            self._bell.ring(letters=it.wrote_letters, reminders=it.set_reminders)
        return result

    @staticmethod
    def _wake(wakers: list[Callable[[], None]]) -> None:
        for waker in wakers:
            waker()
