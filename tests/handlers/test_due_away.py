"""A database that goes away in the middle of a reminder's work: no fault of the reminder's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select
from structlog.testing import capture_logs

from bot.domain.errors import Conflict
from bot.domain.people import Person
from bot.domain.work import StorageAway
from storage.faults import Asking
from storage.store import SqlStore
from storage.tables import people, reminders
from storage.work import SqlWork
from tests.house import TENANT, House


@contextmanager
def failing(house: House, table: str) -> Iterator[list[str]]:
    """The driver says that the disk is broken, for every statement that looks into a table."""
    asked: list[str] = []

    def execute(cursor: Any, statement: str, parameters: Any, context: Any) -> None:
        if f"FROM {table}" in statement or f"INTO {table}" in statement:
            asked.append(statement)
            raise sqlite3.OperationalError("disk I/O error")

    engine = house.core.engine.sync_engine
    event.listen(engine, "do_execute", execute)
    try:
        yield asked
    finally:
        event.remove(engine, "do_execute", execute)


async def waiting(house: House) -> list[str]:
    """The reminders as they stand."""
    async with house.core.store.transaction() as connection:
        rows = await connection.execute(select(reminders).order_by(reminders.c.name))
        return [repr(row) for row in rows]


async def test_a_reminder_waits_until_the_database_is_back(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Skrivaren är trasig")
    before, said = await waiting(house), len(alva.lines)
    house.clock.moment += timedelta(days=3)
    with failing(house, "talks") as asked, capture_logs() as lines:
        for _ in range(9):
            with pytest.raises(StorageAway):
                await house.core.due.drain()
    assert len(asked) >= 9
    # Not put off, not given up after eight times, and not called broken.
    assert lines == []
    assert await waiting(house) == before
    await house.settle()
    assert await waiting(house) != before
    assert len(alva.lines) > said


async def test_work_in_a_transaction_hears_the_words_of_the_core(house: House) -> None:
    """Also when it catches them itself."""
    heard: list[type[Exception]] = []

    async def look(work: SqlWork) -> None:
        try:
            await work.person(TENANT, "web:alva")
        except Exception as error:
            heard.append(type(error))
            raise

    with failing(house, "people"), pytest.raises(StorageAway):
        await house.core.store.run(TENANT, look)
    assert heard == [StorageAway]


async def test_a_row_that_is_there_already_is_a_conflict_inside_too(house: House) -> None:
    store: SqlStore = house.core.store
    heard: list[type[Exception]] = []

    async def twice(work: SqlWork) -> None:
        await work.save_person(Person("web:alva", TENANT))
        try:
            await work.save_person(Person("web:alva", TENANT))
        except Conflict as error:
            heard.append(type(error))

    await store.run(TENANT, twice)
    assert heard == [Conflict]
    async with store.transaction() as connection:
        with pytest.raises(Conflict):
            again = {"tenant": TENANT, "id": "web:alva", "body": "", "version": 1}
            await Asking(connection).execute(people.insert(), again)
