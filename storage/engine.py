"""The one database connection of a process: SQLite without any set-up, or PostgreSQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.sqlite_in_loop import DRIVER, begin_immediate

# Seconds to wait for a lock, a connection or a statement before the door says 503.
PATIENCE = 2.0
STATEMENT_TIMEOUT_MS = 5000


def open_engine(url: str) -> AsyncEngine:
    """An engine for `sqlite:///file` or `postgresql://…`; values never reach errors."""
    target = _async_url(url)
    if target.get_backend_name() == "sqlite":
        # Every transaction ends in a commit or a rollback: the pool need not roll back once more.
        engine = create_async_engine(target, hide_parameters=True, pool_reset_on_return=None)
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_immediate)
        return engine
    return create_async_engine(
        target,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=10,
        max_overflow=0,
        pool_timeout=PATIENCE,
        connect_args={
            "connect_timeout": 2,
            "options": f"-c statement_timeout={STATEMENT_TIMEOUT_MS} -c lock_timeout=2000",
        },
    )


def _async_url(url: str) -> URL:
    parsed = make_url(url)
    drivers = {"sqlite": DRIVER, "postgresql": "postgresql+psycopg"}
    return parsed.set(drivername=drivers.get(parsed.get_backend_name(), parsed.drivername))


def _prepare_sqlite(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    # A deferred BEGIN fails at once when two of them want to write.
    begin_immediate(connection, PATIENCE)
