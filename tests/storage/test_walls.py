"""Row-level security alone: a query that forgets the tenant, in the role the bot has in production."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from bot.domain.people import Person
from bot.domain.work import StorageAway
from storage.engine import open_engine
from storage.schema import upgrade
from storage.store import SqlStore
from storage.walls import EVERY_TENANT
from storage.work import SqlWork
from tests.house import FixedClock

A, B = "slack:A", "slack:B"


@pytest.fixture
async def store(walled_url: str) -> AsyncIterator[SqlStore]:
    """Behind the walls."""
    engine = open_engine(walled_url)
    await upgrade(engine)
    yield SqlStore(engine, FixedClock())
    await engine.dispose()


async def names(store: SqlStore, tenant: str) -> set[str]:
    async with store.transaction(tenant) as connection:
        assert (await connection.execute(text("SELECT current_user"))).scalar() == "femma"
        rows = await connection.execute(text("SELECT id FROM people"))
        return {row[0] for row in rows}


async def test_a_query_that_forgets_the_tenant_sees_one_tenant(store: SqlStore) -> None:
    for tenant in (A, B):

        async def write(work: SqlWork, tenant: str = tenant) -> None:
            await work.save_person(Person(f"{tenant}:U1", tenant, "canary"))

        await store.run(tenant, write)
    assert await names(store, A) == {"slack:A:U1"}
    assert await names(store, B) == {"slack:B:U1"}
    assert await names(store, "slack:C") == set()
    assert await names(store, "") == set()
    assert await names(store, EVERY_TENANT) == {"slack:A:U1", "slack:B:U1"}


async def test_a_row_of_another_tenant_cannot_be_written(store: SqlStore) -> None:
    async def write(work: SqlWork) -> None:
        await work.save_person(Person("slack:B:U1", B, "canary"))

    with pytest.raises(StorageAway):
        await store.run(A, write)
    assert await names(store, EVERY_TENANT) == set()


async def test_every_table_with_a_tenant_has_a_wall(store: SqlStore) -> None:
    async with store.transaction() as connection:
        rows = await connection.execute(
            text(
                "SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity FROM pg_class c "
                "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r'"
            )
        )
        walls = {row[0]: row[1] for row in rows}
    open_to_all = {name for name, wall in walls.items() if not wall}
    assert open_to_all == {"alembic_version", "playground_lines", "playground_clock", "playground_files"}
