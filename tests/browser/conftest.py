"""A browser, when there is one, and the real Femma for it to open."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from playwright.async_api import Browser, async_playwright

from tests.browser.town import Town

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
# An ordinary day: the next summary is on Monday, in the week after.
THURSDAY = datetime(2026, 11, 19, 10, 30, tzinfo=ZoneInfo("Europe/Stockholm"))


@pytest.fixture(scope="session")
def there_is_a_browser() -> None:
    """Chromium; without it the test is skipped, unless FEMMA_REQUIRE_BROWSER=1."""
    if not CHROMIUM.exists():
        reason = f"no browser: {CHROMIUM} is not there"
        if os.environ.get("FEMMA_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)


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


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """Femma with its demo municipality, as on its very first start on a Thursday morning."""
    with time_machine.travel(THURSDAY, tick=True):
        town = Town(tmp_path)
        await town.start()
        try:
            yield town
        finally:
            await town.stop()


@pytest.fixture
def shots() -> Path | None:
    """Where the pictures go: FEMMA_SHOTS. Nobody looks at others, and each of them takes its time."""
    name = os.environ.get("FEMMA_SHOTS")
    if not name:
        return None
    folder = Path(name)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
