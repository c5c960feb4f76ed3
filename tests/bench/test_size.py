"""The bench for size measures what it says, and no statement of telling or answering reads a table."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bench import plans, size
from bench.find import TENANT
from bot.app import Core
from storage.walls import enter

IDEAS = 300


async def opened(request: pytest.FixtureRequest, database: str) -> size.Place:
    url = str(request.getfixturevalue("sqlite_url" if database == "SQLite" else "postgres_url"))
    return await size.open_place(url, IDEAS)


async def faults(place: size.Place, first: int) -> list[str]:
    """What is found fault with after one round of everything."""
    with plans.statements(place.core.engine) as asked:
        await size.play([place], first, 3, asked)
    assert any("idea_keys" in statement for statement in asked.seen)
    assert any("UPDATE ideas" in statement for statement in asked.seen)
    return await plans.scans(place.core.engine, asked)


async def drop(core: Core, index: str) -> None:
    async with core.engine.begin() as connection:
        await enter(connection, TENANT)
        await connection.execute(text(f"DROP INDEX {index}"))
    # A connection that has explained a statement keeps what it said.
    await core.engine.dispose()


@pytest.mark.parametrize("database", ["SQLite", "PostgreSQL"])
async def test_every_query_has_its_index_and_one_without_is_seen(
    database: str, request: pytest.FixtureRequest
) -> None:
    place = await opened(request, database)
    try:
        assert await faults(place, 0) == []
        assert await place.answered() == 3
        await drop(place.core, "ix_ideas_author")
        found = await faults(place, 10)
        assert found
        assert all("ideas.author" in fault for fault in found), found
    finally:
        await place.core.engine.dispose()


async def test_two_sizes_are_measured_beside_each_other(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("size")
    urls = (f"sqlite:///{folder}/small.db", f"sqlite:///{folder}/large.db")
    sized = await size.measure(urls, "SQLite", (60, IDEAS), 4)
    assert set(sized.waits) == set(size.OPERATIONS)
    assert all(0 < waits.p50 <= waits.p95 for pair in sized.waits.values() for waits in pair)
    assert sized.scans == []
    assert sized.statements > 20
    assert all(what in sized.table() for what in (*size.OPERATIONS, "300 ideas", "times"))
