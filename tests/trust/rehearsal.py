"""A store whose transactions are never committed: what would happen can be looked at, and is then undone.

Thousands of presses on one and the same state of the house cost milliseconds each that way.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import new_id
from bot.calendars import PublicHolidays
from bot.domain.letters import Letter, Reminder
from handlers.conversation import Conversation
from handlers.incoming import Answer, Incoming, Nothing
from storage.codec import unpack
from storage.tables import deliveries, metadata, outbox
from storage.walls import enter
from storage.work import SqlWork
from tests.house import House

T = TypeVar("T")

Content: TypeAlias = dict[str, dict[tuple[Any, ...], tuple[Any, ...]]]
# That something was heard is always kept; what is said because of it is looked at by itself.
ASIDE = frozenset({deliveries.name, outbox.name})


def _statement(table: Table) -> tuple[str, str, int]:
    """The name, what reads every row with its key in front, and the length of the key."""
    keys = list(table.primary_key)
    columns = [*keys, *(column for column in table.columns if not column.primary_key)]
    return table.name, str(select(*columns)), len(keys)


STATEMENTS = tuple(_statement(table) for table in metadata.sorted_tables if table.name not in ASIDE)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one incoming thing did: the answer, the rows that are different now, and the new letters."""

    answer: Answer
    changed: frozenset[tuple[str, tuple[Any, ...]]]
    letters: tuple[Letter, ...]


class Rehearsal:
    """`bot.domain.work.Store` inside one open transaction."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._connection: AsyncConnection | None = None
        self.ids: Callable[[], str] = new_id
        self.conversation = Conversation(self, house.clock, PublicHolidays(), self._new_id)

    def _new_id(self) -> str:
        return self.ids()

    @property
    def connection(self) -> AsyncConnection:
        assert self._connection is not None, "only inside `undone`"
        return self._connection

    async def run(self, tenant: str, work: Callable[[SqlWork], Awaitable[T]]) -> T:
        await enter(self.connection, tenant)
        return await work(SqlWork(self.connection, self._house.clock))

    async def run_due(self, now: datetime, work: Callable[[Any, Reminder], Awaitable[None]]) -> None:
        raise AssertionError("nothing falls due in a rehearsal")

    @asynccontextmanager
    async def undone(self) -> AsyncIterator[None]:
        """Everything heard in here leaves no trace."""
        async with self._house.core.engine.connect() as connection:
            transaction = await connection.begin()
            self._connection = connection
            try:
                yield
            finally:
                self._connection = None
                await transaction.rollback()

    async def content(self) -> Content:
        """Every row of every table, by its key, but what stands aside."""
        return await self.connection.run_sync(_content)

    async def letters(self, known: int = 0) -> list[Letter]:
        """The outbox, oldest first, without those that are `known`."""
        rows = await self.connection.execute(select(outbox.c.body).order_by(outbox.c.id).offset(known))
        return [unpack(row[0], Letter) for row in rows]

    async def hear(self, *incoming: Incoming, before: Content | None = None, said: int = -1) -> Seen:
        """Hear these one after the other. `before` and `said` (letters) are read when they are not known."""
        content = await self.content() if before is None else before
        count = len(await self.letters()) if said < 0 else said
        answers = [await self.conversation.hear(one) for one in incoming]
        now = await self.content()
        answer = answers[-1] if answers else Nothing()
        return Seen(answer, differences(content, now), tuple(await self.letters(count)))


def _content(connection: Connection) -> Content:
    return {name: _rows(connection, statement, keys) for name, statement, keys in STATEMENTS}


def _rows(connection: Connection, statement: str, keys: int) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """As the database has them: nobody reads what stands in them, and this is done ten thousands of times."""
    return {row[:keys]: tuple(row) for row in connection.exec_driver_sql(statement)}


def differences(one: Content, other: Content) -> frozenset[tuple[str, tuple[Any, ...]]]:
    """Table and key of every row that is new, gone or different."""

    def found() -> Iterable[tuple[str, tuple[Any, ...]]]:
        for table in one:
            for key in one[table].keys() | other[table].keys():
                if one[table].get(key) != other[table].get(key):
                    yield table, key

    return frozenset(found())
