"""Is a SQLite file whole, and can it be written? Asked at every start, before anything is changed in it."""

from __future__ import annotations

import sqlite3

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncEngine

# sqlite.org/rescode.html: SQLITE_CORRUPT and SQLITE_NOTADB, whose sentences these are.
_BROKEN = ("malformed", "not a database")


class Damaged(Exception):
    """The file has broken pages: writing to it would lose more. What SQLite says of it is in the text."""


async def check(engine: AsyncEngine) -> None:
    """SQLite's quick check: every page of every table, not whether the indexes fit them.

    Raises Damaged, and SQLAlchemy's errors for a database that cannot be opened or written at all.
    """
    if engine.dialect.name != "sqlite":
        return
    try:
        async with engine.connect() as connection:
            found = (await connection.execute(text("PRAGMA quick_check(1)"))).scalar_one()
    except DatabaseError as error:
        if isinstance(error.orig, sqlite3.Error) and str(error.orig).endswith(_BROKEN):
            raise Damaged(str(error.orig)) from None
        raise
    if found != "ok":
        raise Damaged(str(found).splitlines()[0])
    await _write_nothing(engine)


async def _write_nothing(engine: AsyncEngine) -> None:
    """SQLite begins even a writing transaction on a file that it may only read, and refuses later."""
    async with engine.connect() as connection:
        version = (await connection.execute(text("PRAGMA user_version"))).scalar_one()
        await connection.execute(text(f"PRAGMA user_version = {int(version)}"))
        await connection.rollback()
