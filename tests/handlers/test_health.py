"""What the health routes say, and what they never say."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from aiohttp.test_utils import TestClient, TestServer

from bot.domain.figures import Figures
from bot.domain.work import StorageAway
from handlers.health import LoopLag, Signs, attention
from handlers.http import application

WELL = Figures({"sent": 3}, 0, 0, ())
UNWELL = Figures({"uncertain": 2, "dead": 1}, 75.0, 0, ("team-1",))


class Town:
    """Figures that a test sets."""

    def __init__(self) -> None:
        self.figures: Figures | None = WELL

    async def read(self) -> Figures:
        if self.figures is None:
            raise StorageAway("gone")
        return self.figures


def client(town: Town) -> TestClient:  # type: ignore[type-arg]
    refused = {("slack", "signature"): 7}
    signs = Signs(town.read, lambda: 0.25, lambda: 0.05, lambda: refused, datetime(2026, 1, 1, tzinfo=UTC))
    return TestClient(TestServer(application([], signs)))


async def test_j5_alive_without_a_database_and_ready_only_with_one() -> None:
    town = Town()
    async with client(town) as page:
        assert (await page.get("/readyz")).status == 200
        town.figures = None
        assert (await page.get("/healthz")).status == 200
        assert (await page.get("/readyz")).status == 503
        assert (await page.get("/metrics")).status == 503


async def test_j6_what_is_worth_waking_for_can_be_seen() -> None:
    town = Town()
    town.figures = UNWELL
    async with client(town) as page:
        answer = await (await page.get("/readyz")).json()
        assert answer["attention"] == [
            "letters uncertain: 2",
            "letters dead: 1",
            "oldest letter: 75 s",
            "team unreachable: team-1",
            "disk free: 5%",
        ]
        text = await (await page.get("/metrics")).text()
        assert 'femma_letters{state="uncertain"} 2.0' in text
        assert "femma_oldest_letter_seconds 75.0" in text
        assert 'femma_team_unreachable{team="team-1"} 1.0' in text
        assert 'femma_requests_refused{cause="signature",edge="slack"} 7.0' in text
        assert "femma_loop_lag_seconds 0.25" in text
        town.figures = WELL
        text = await (await page.get("/metrics")).text()
        assert 'femma_letters{state="uncertain"} 0.0' in text
        assert "team-1" not in text


def test_nothing_to_say_when_all_is_well() -> None:
    assert attention(WELL, 0.9) == []
    assert attention(WELL, None) == []


async def test_a_busy_loop_is_noticed() -> None:
    lag = LoopLag(every=0.001)
    looking = asyncio.create_task(lag.run())
    await asyncio.sleep(0)
    total = sum(range(2_000_000))
    for _ in range(50):
        await asyncio.sleep(0.001)
        if lag.seconds:
            break
    looking.cancel()
    assert total
    assert lag.seconds > 0
