"""The bench for finding measures what it says: ideas loaded past the bot are found by it."""

from __future__ import annotations

import pytest

from bench.find import measure

IDEAS = 900


@pytest.mark.parametrize("database", ["SQLite", "PostgreSQL"])
async def test_a_small_tenant_is_filled_and_asked(database: str, request: pytest.FixtureRequest) -> None:
    url = str(request.getfixturevalue("sqlite_url" if database == "SQLite" else "postgres_url"))
    found = await measure(url, database, IDEAS)
    assert (found.database, found.ideas) == (database, IDEAS)
    assert 0 < found.similar.p50 <= found.similar.p95
    assert 0 < found.find.p50 <= found.find.p95
    # The labelled texts are in there: what was loaded past the bot is found like what it files itself.
    assert found.twins > 0.8
    assert all(part in found.line() for part in (database, str(IDEAS), "p95"))
