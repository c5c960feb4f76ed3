"""The whole of Femma, on SQLite unless a row is about both databases."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.trust.front import Front, front
from tests.trust.process import Process, process_in


@pytest.fixture
async def femma(sqlite_url: str) -> AsyncIterator[Front]:
    """With both platforms."""
    async with front(sqlite_url) as it:
        yield it


@pytest.fixture
async def femma_on_each(database_url: str) -> AsyncIterator[Front]:
    """With both platforms, on both databases."""
    async with front(database_url) as it:
        yield it


@pytest.fixture
async def process(tmp_path: Path) -> AsyncIterator[Process]:
    """A process of its own, on SQLite."""
    async with process_in(tmp_path) as it:
        yield it


@pytest.fixture
def ports(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every port that anything in this process connects to."""
    found: list[int] = []
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            found.append(address[1])
        return real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    return found
