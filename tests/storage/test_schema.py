"""Migrations: up, down and up again on both databases, and never against a newer one."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from storage.engine import open_engine
from storage.schema import NewerSchema, downgrade, upgrade
from storage.tables import metadata


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


async def test_up_down_and_up(empty_database_url: str) -> None:
    engine = open_engine(empty_database_url)
    await upgrade(engine)
    async with engine.connect() as connection:
        assert await connection.run_sync(_tables) == set(metadata.tables)
    await downgrade(engine, "base")
    async with engine.connect() as connection:
        assert await connection.run_sync(_tables) == set()
    await upgrade(engine)
    async with engine.connect() as connection:
        assert await connection.run_sync(_tables) == set(metadata.tables)
    await engine.dispose()


async def test_the_migrations_make_what_the_tables_say(empty_database_url: str) -> None:
    engine = open_engine(empty_database_url)
    await upgrade(engine)
    async with engine.connect() as connection:
        differences = await connection.run_sync(
            lambda c: compare_metadata(MigrationContext.configure(c), metadata)
        )
    await engine.dispose()
    assert differences == []


async def test_a_newer_database_is_left_alone(empty_database_url: str) -> None:
    engine = open_engine(empty_database_url)
    await upgrade(engine)
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'from the future'"))
    with pytest.raises(NewerSchema):
        await upgrade(engine)
    await engine.dispose()
