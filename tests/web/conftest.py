"""The stand of this folder, over HTTP and in a browser."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from playwright.async_api import Browser, async_playwright

from tests.web.stand import Stand, serving

CHROMIUM = Path("/usr/bin/chromium")
# A container has neither a sandbox nor a graphics card, and nothing here may call home.
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_configure(config: pytest.Config) -> None:
    """The mark of the tests that need Chromium."""
    config.addinivalue_line("markers", "browser: needs Debian's Chromium")


@pytest.fixture
def stand() -> Stand:
    """A fresh playground with a scripted Femma."""
    return Stand()


@pytest.fixture
async def server(stand: Stand) -> AsyncIterator[TestServer]:
    """The stand on loopback."""
    async with serving(stand) as server:
        yield server


@pytest.fixture
async def client(server: TestServer) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    """A caller with the headers of the page's own scripts."""
    headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}
    async with TestClient(server, headers=headers) as client:
        yield client


@pytest.fixture
def chromium_path() -> Path:
    """Where Chromium is; without it the test is skipped, unless FEMMA_REQUIRE_BROWSER=1."""
    if CHROMIUM.exists():
        return CHROMIUM
    reason = f"no browser: {CHROMIUM} is not there"
    if os.environ.get("FEMMA_REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
async def browser(chromium_path: Path) -> AsyncIterator[Browser]:
    """Chromium, running."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=chromium_path, args=SWITCHES)
        yield chromium
        await chromium.close()
