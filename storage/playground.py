"""What the playground keeps: its conversations, and how far its clock was moved."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy import text as sql_text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.rows import insert_once
from storage.store import SqlStore
from storage.tables import from_moment, moment, playground_clock, playground_files, playground_lines


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One message of the playground. See `handlers.web.store.Line`."""

    sequence: int
    message: str
    conversation: str
    author: str
    text: str
    card: bytes | None
    at: datetime
    thread: str
    edited: bool


class SqlChatLog:
    """See `handlers.web.store.ChatLog`."""

    def __init__(self, store: SqlStore) -> None:
        """On the bot's own store."""
        self._store = store

    async def append(
        self, conversation: str, author: str, card: bytes | None, text: str, at: datetime, thread: str = ""
    ) -> KeptLine:
        """See ChatLog."""
        async with self._numbering() as connection:
            place = await _next(connection, "place")
            sequence = await _next(connection, "sequence")
            line = KeptLine(sequence, token_urlsafe(12), conversation, author, text, card, at, thread, False)
            values = {
                "message": line.message,
                "place": place,
                "sequence": sequence,
                "conversation": conversation,
                "author": author,
                "text": text,
                "card": None if card is None else card.decode(),
                "at": moment(at),
                "thread": thread,
                "edited": False,
            }
            await connection.execute(insert(playground_lines).values(values))
            return line

    async def edit(self, message: str, card: bytes) -> KeptLine:
        """See ChatLog."""
        async with self._numbering() as connection:
            values = {"card": card.decode(), "edited": True, "sequence": await _next(connection, "sequence")}
            where = playground_lines.c.message == message
            await connection.execute(update(playground_lines).where(where).values(values))
            found = await _lines(connection, where)
        if not found:
            raise KeyError(message)
        return found[0]

    async def find(self, message: str) -> KeptLine | None:
        """See ChatLog."""
        async with self._store.transaction() as connection:
            found = await _lines(connection, playground_lines.c.message == message)
            return found[0] if found else None

    async def lines(self, conversation: str) -> Sequence[KeptLine]:
        """See ChatLog."""
        async with self._store.transaction() as connection:
            return await _lines(connection, playground_lines.c.conversation == conversation)

    async def after(self, sequence: int) -> Sequence[KeptLine]:
        """See ChatLog."""
        async with self._store.transaction() as connection:
            found = await _lines(connection, playground_lines.c.sequence > sequence)
            return sorted(found, key=lambda line: line.sequence)

    async def keep_file(self, file: str, content: bytes, at: datetime) -> None:
        """See ChatLog. What was never let go is cleared away after a day."""
        c = playground_files.c
        async with self._store.transaction() as connection:
            old = moment(at - timedelta(days=1))
            await connection.execute(delete(playground_files).where(c.at < old))
            values = {"id": file, "at": moment(at), "content": content}
            await insert_once(connection, playground_files, values)

    async def file(self, file: str) -> bytes | None:
        """See ChatLog."""
        c = playground_files.c
        async with self._store.transaction() as connection:
            found = (await connection.execute(select(c.content).where(c.id == file))).scalar()
            return None if found is None else bytes(found)

    async def drop_file(self, file: str) -> None:
        """See ChatLog."""
        async with self._store.transaction() as connection:
            await connection.execute(delete(playground_files).where(playground_files.c.id == file))

    async def ahead(self) -> timedelta:
        """How far the clock stands before the real time."""
        async with self._store.transaction() as connection:
            seconds = (await connection.execute(select(playground_clock.c.ahead_seconds))).scalar()
            return timedelta(seconds=seconds or 0)

    async def set_ahead(self, ahead: timedelta) -> None:
        """Remember how far the clock was moved."""
        seconds = int(ahead.total_seconds())
        async with self._store.transaction() as connection:
            if not await insert_once(connection, playground_clock, {"id": 1, "ahead_seconds": seconds}):
                await connection.execute(update(playground_clock).values(ahead_seconds=seconds))

    @asynccontextmanager
    async def _numbering(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that gives numbers, one after the other: nobody reads past a line not yet there."""
        async with self._store.transaction() as connection:
            if connection.dialect.name == "postgresql":
                # A file has one writer anyway.
                await connection.execute(sql_text("LOCK TABLE playground_lines IN SHARE ROW EXCLUSIVE MODE"))
            yield connection


async def _next(connection: AsyncConnection, column: str) -> int:
    highest = await connection.execute(select(func.max(playground_lines.c[column])))
    return (highest.scalar() or 0) + 1


async def _lines(connection: AsyncConnection, where: Any) -> list[KeptLine]:
    c = playground_lines.c
    columns = (
        c.sequence,
        c.message,
        c.conversation,
        c.author,
        c.text,
        c.card,
        c.at,
        c.thread,
        c.edited,
    )
    rows = (await connection.execute(select(*columns).where(where).order_by(c.place))).all()
    return [
        KeptLine(*row[:5], None if row[5] is None else row[5].encode(), from_moment(row[6]), *row[7:])
        for row in rows
    ]
