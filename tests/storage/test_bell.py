"""Several processes on one PostgreSQL: what one has committed wakes the others at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

import psycopg
import pytest

from bot.domain.letters import Letter, Reminder
from bot.domain.notices import Help
from bot.domain.people import Address, Language
from storage import bell as bells
from storage.bell import Bell
from storage.engine import open_engine
from storage.schema import upgrade
from storage.store import SqlStore
from storage.work import SqlWork
from tests.house import START, FixedClock

T = "web:a"
LETTER = Letter("k1", T, Address("web", T, "c1"), Language.NB, Help())


class Listener:
    """A store that counts how often it was woken."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.letters, self.reminders = asyncio.Event(), asyncio.Event()
        store.when_letters(self.letters.set)
        store.when_reminders(self.reminders.set)

    def forget(self) -> None:
        self.letters.clear()
        self.reminders.clear()


@asynccontextmanager
async def listening(url: str) -> AsyncIterator[tuple[Listener, Bell]]:
    """One process that listens."""
    engine = open_engine(url)
    one = Listener(SqlStore(engine, FixedClock()))
    bell = one.store.bell()
    assert bell is not None
    task = asyncio.create_task(bell.run())
    try:
        await asyncio.wait_for(bell.listening.wait(), 10)
        one.forget()
        yield one, bell
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await engine.dispose()


@pytest.fixture
async def other(postgres_url: str) -> AsyncIterator[SqlStore]:
    """Another process on the same database."""
    engine = open_engine(postgres_url)
    await upgrade(engine)
    async with listening(postgres_url) as (one, _):
        yield one.store
    await engine.dispose()


async def writes(work: SqlWork) -> None:
    await work.send(LETTER)


async def plans(work: SqlWork) -> None:
    await work.remind(Reminder("r1", T, START, "digest:x"))


async def test_what_another_process_writes_wakes_us(postgres_url: str, other: SqlStore) -> None:
    async with listening(postgres_url) as (one, _):
        began = monotonic()
        await other.run(T, writes)
        await asyncio.wait_for(one.letters.wait(), 4)
        assert monotonic() - began < 4
        assert not one.reminders.is_set()
        await other.run(T, plans)
        await asyncio.wait_for(one.reminders.wait(), 4)


async def test_nobody_is_woken_for_what_was_not_kept(postgres_url: str, other: SqlStore) -> None:
    async def fails(work: SqlWork) -> None:
        await work.remind(Reminder("r1", T, START, "digest:x"))
        raise LookupError

    async with listening(postgres_url) as (one, _):
        with pytest.raises(LookupError):
            await other.run(T, fails)
        await other.run(T, writes)
        # Rings come in the order of the commits: the other one would be here by now.
        await asyncio.wait_for(one.letters.wait(), 4)
        assert not one.reminders.is_set()


async def test_nobody_is_woken_by_themselves_and_many_commits_are_one_ring(
    postgres_url: str, other: SqlStore
) -> None:
    async with listening(postgres_url) as (one, _):
        mine, bell = Listener(other), other.bell()
        assert bell is not None
        with psycopg.connect(postgres_url, autocommit=True) as ear:
            ear.execute("LISTEN femma")
            for _ in range(50):
                bell.ring(letters=True, reminders=True)
            bell.ring(letters=False, reminders=False)
            await asyncio.wait_for(one.letters.wait(), 4)
            heard = [note.payload.partition(":")[2] for note in ear.notifies(timeout=0.3)]
        assert heard == ["lr"]
        assert not mine.letters.is_set()


async def test_a_lost_connection_is_opened_again_and_nothing_is_missed(
    postgres_url: str, other: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bells, "_FIRST", 0.05)
    async with listening(postgres_url) as (one, bell):
        with psycopg.connect(postgres_url, autocommit=True) as operator:
            ended = operator.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND query LIKE 'LISTEN%'"
            ).fetchall()
        assert set(ended) == {(True,)}
        # It looks for what came meanwhile as soon as it listens again.
        await asyncio.wait_for(one.letters.wait(), 10)
        await asyncio.wait_for(bell.listening.wait(), 10)
        one.forget()
        await other.run(T, writes)
        await asyncio.wait_for(one.letters.wait(), 4)


async def test_a_file_has_no_bell(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    assert SqlStore(engine, FixedClock()).bell() is None
    await engine.dispose()
