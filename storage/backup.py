"""A copy of a SQLite database while it is in use, and the way back.

Copying the file of a database that is being written gives broken copies; SQLite's own backup does not.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import make_url


class NotThisWay(Exception):
    """What was asked cannot be done here; the sentence says what to do instead."""


def file_of(url: str) -> Path:
    """The file of a SQLite URL. Raises NotThisWay for PostgreSQL, with the command to use."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        where = parsed.set(drivername="postgresql").render_as_string(hide_password=True)
        raise NotThisWay(
            f"PostgreSQL has its own tools: pg_dump --format=custom --file femma.dump '{where}', "
            f"and pg_restore --clean --if-exists --dbname '{where}' femma.dump; "
            "after restoring, run 'femma outbox hold' before the bot starts"
        )
    if not parsed.database or parsed.database == ":memory:":
        raise NotThisWay("a database in memory cannot be backed up")
    return Path(parsed.database)


def backup(url: str, to: Path) -> None:
    """Write a checked copy to `to`, which must not exist. Raises NotThisWay."""
    source = file_of(url)
    if not source.exists():
        raise NotThisWay(f"there is no database at {source}")
    _copy(source, to)


def restore(url: str, from_: Path) -> None:
    """Put a checked copy where the database belongs; nothing may be there. Raises NotThisWay."""
    target = file_of(url)
    if not from_.exists():
        raise NotThisWay(f"there is no backup at {from_}")
    _copy(from_, target)


def _copy(source: Path, target: Path) -> None:
    if target.exists():
        raise NotThisWay(f"{target} is there already; move it away first")
    half = target.with_name(target.name + ".part")
    half.unlink(missing_ok=True)
    reader = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    writer = sqlite3.connect(half)
    try:
        reader.backup(writer)
        answer = writer.execute("PRAGMA integrity_check").fetchone()
        if answer != ("ok",):
            raise NotThisWay(f"{source} is damaged: the copy does not pass SQLite's check")
        writer.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as error:
        raise NotThisWay(f"{source} is damaged or no database of Femma's: {error}") from None
    finally:
        writer.close()
        reader.close()
    half.rename(target)
