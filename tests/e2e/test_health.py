"""Health over real HTTP: alive, ready, and figures in which nobody's words or names stand."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr

from bot.settings import Settings
from cards import actions
from tests.e2e.child import started
from tests.e2e.serving import FixedClock, Running, running
from tests.e2e.slack_town import CHANNEL, Colleague, SlackTown
from tests.fakes.slack import BOT_TOKEN, FakeSlack
from tests.fakes.slack_scripts import says
from tests.fakes.slack_signer import SECRET, SlackSigner, direct_message

TOLD = "Skrivaren på andra våningen"


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[SlackTown]:
    """Femma with Slack, as in production."""
    async with FakeSlack() as slack:
        slack.add_user("U1", "Alva Lind")
        slack.add_user("U2", "Britta Ek")
        settings = Settings(
            rehearsal=False,
            database_url=SecretStr(sqlite_url),
            slack_signing_secret=SecretStr(SECRET),
            slack_bot_token=SecretStr(BOT_TOKEN),
            slack_api_url=slack.api_url,
        )
        async with running(settings, FixedClock()) as femma:
            yield SlackTown(femma, slack)


async def told(town: SlackTown) -> None:
    """A team, and something that was told to it."""
    author, manager = Colleague(town, "U1", "Alva Lind"), Colleague(town, "U2", "Britta Ek")
    await town.joins_channel(manager)
    await manager.sends(await manager.opens(actions.TEAM_SETUP, CHANNEL), manager=manager.user)
    await author.says(TOLD)
    await author.presses(actions.TELL_KIND, "problem")


async def get(femma: Running, path: str) -> tuple[int, str]:
    """The status and the body."""
    async with femma.http.get(femma.url + path) as answer:
        return answer.status, await answer.text()


async def test_alive_and_ready(town: SlackTown) -> None:
    assert (await get(town.femma, "/healthz"))[0] == 200
    assert (await get(town.femma, "/readyz"))[0] == 200


async def test_metrics_count_letters_and_hold_no_words(town: SlackTown) -> None:
    await told(town)
    status, text = await get(town.femma, "/metrics")
    assert status == 200
    # Hello, the settings, the question, its answer, two cards, and what it sounds like.
    assert await town.femma.letters() == {"waiting": 0, "sending": 0, "sent": 7, "uncertain": 0, "dead": 0}
    words = (TOLD, "Skrivaren", "Alva", "Britta", "hemtjansten", "T0FEMMA", "U1", "U2", BOT_TOKEN, SECRET)
    assert [word for word in words if word in text] == []


async def test_a_state_that_has_emptied_is_zero(town: SlackTown) -> None:
    """What was refused for good shows; what waits is gone again once it was sent."""
    town.slack.play("chat.postMessage", says("channel_not_found"))
    await Colleague(town, "U1", "Alva Lind").says(TOLD)
    letters = await town.femma.letters()
    assert (letters["dead"], letters["waiting"], letters["sent"]) == (1, 0, 0)
    _, text = await get(town.femma, "/readyz")
    assert "dead" in text
    assert TOLD not in text
    await Colleague(town, "U1", "Alva Lind").says("hjälp")
    letters = await town.femma.letters()
    assert (letters["dead"], letters["waiting"], letters["sent"]) == (1, 0, 1)


async def test_a_database_that_is_away_is_said_and_nothing_is_taken(town: SlackTown, tmp_path: Path) -> None:
    """Somebody else holds SQLite's only pen: not ready, still alive, and 503 for Slack, which sends again."""
    delivery = SlackSigner(town.femma.clock.now()).event(direct_message(TOLD))
    holder = sqlite3.connect(tmp_path / "femma.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert (await get(town.femma, "/readyz"))[0] == 503
        assert (await get(town.femma, "/metrics"))[0] == 503
        assert (await get(town.femma, "/healthz"))[0] == 200
        async with town.femma.http.post(
            f"{town.femma.url}/slack/events", data=delivery.body, headers=delivery.headers
        ) as answer:
            assert answer.status == 503
    finally:
        holder.rollback()
        holder.close()
    assert (await get(town.femma, "/readyz"))[0] == 200
    await town.send(delivery)
    assert TOLD in Colleague(town, "U1", "Alva Lind").heard


async def test_a_real_process_answers_too(sqlite_url: str) -> None:
    async with FakeSlack() as slack, aiohttp.ClientSession() as http:
        settings = {
            "FEMMA_DATABASE_URL": sqlite_url,
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_API_URL": slack.api_url,
        }
        async with started(settings) as child:
            femma = Running(child.url, FixedClock.real(), http)
            for path in ("/healthz", "/readyz", "/metrics"):
                assert (await get(femma, path))[0] == 200
            # The playground is nowhere in production.
            assert (await get(femma, "/"))[0] == 404
            assert await child.stop() == 0
