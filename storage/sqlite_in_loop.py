"""SQLite for the event loop: statements run where they are asked for, only what waits for the disk does not.

A driver that sends every statement to a thread and back spends many times what SQLite needs to run it. Here
a statement of some microseconds runs in the loop; waiting for a lock sleeps in the loop, and the commit,
which waits for the disk, is done in a thread. See docs/decisions/0008.
"""

from __future__ import annotations

import asyncio
import sqlite3
from time import monotonic
from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import URL, Connection
from sqlalchemy.pool import AsyncAdaptedQueuePool, Pool
from sqlalchemy.util import await_only

DRIVER = "sqlite+inloop"
# Seconds between two looks whether a lock that somebody else holds has gone.
_LOOK_AGAIN = 0.02
_HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


async def _at_once() -> None:
    """SQLAlchemy's asyncio side holds a driver that never awaits to be a mistake: this awaits nothing."""


class LoopCursor(sqlite3.Cursor):
    """Runs its statement here and now."""

    def execute(self, statement: str, parameters: Any = (), /) -> LoopCursor:
        """See sqlite3."""
        super().execute(statement, parameters)
        await_only(_at_once())
        return self

    def executemany(self, statement: str, parameters: Any, /) -> LoopCursor:
        """See sqlite3."""
        super().executemany(statement, parameters)
        await_only(_at_once())
        return self

    async def _async_soft_close(self) -> None:
        """Asked for by SQLAlchemy's asyncio side; the rows are fetched by then, and nothing stays open."""


class LoopConnection(sqlite3.Connection):
    """A connection whose commit leaves the loop free while the disk works."""

    def cursor(self, factory: Any = LoopCursor) -> Any:
        """See sqlite3."""
        return super().cursor(factory)

    def commit(self) -> None:
        """In a thread; nobody else uses the connection meanwhile."""
        if self.in_transaction:
            await_only(asyncio.to_thread(super().commit))


class InLoopDialect(SQLiteDialect_pysqlite):
    """The standard library's driver, as SQLAlchemy's asyncio side takes it."""

    driver = "inloop"
    is_async = True
    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, url: URL) -> type[Pool]:
        """A pool that waits without holding up the loop."""
        return AsyncAdaptedQueuePool

    def create_connect_args(self, url: URL) -> Any:
        """No waiting inside SQLite: `begin_immediate` waits in the loop."""
        args, options = super().create_connect_args(url)
        options.update(factory=LoopConnection, check_same_thread=False, timeout=0, isolation_level=None)
        return args, options


registry.register("sqlite.inloop", __name__, "InLoopDialect")


def begin_immediate(connection: Connection, patience: float) -> None:
    """Begin as a writer; waits up to `patience` seconds while another process holds the lock.

    Raises the driver's OperationalError after that.
    """
    raw: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    until = monotonic() + patience
    while True:
        try:
            raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if (
                error.sqlite_errorcode not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
                or monotonic() > until
            ):
                raise
        else:
            return
        await_only(asyncio.sleep(_LOOK_AGAIN))
