"""kill -9 between any two messages of a talk: it goes on where it was, and nothing is said twice.

After every single message the process is killed and started anew: in the first half of the talk at once after
the 200, while what it wants to say may be on its way, in the second half when it has been said. The next life
also hears the last message once more, as Slack sends it when it has not seen the 200.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import aiohttp

from cards import actions
from tests.e2e.child import started
from tests.e2e.serving import FixedClock, Running
from tests.e2e.slack_town import CHANNEL, Colleague, SlackTown
from tests.e2e.words import WEEKS
from tests.fakes.slack import BOT_TOKEN, TEAM, FakeSlack
from tests.fakes.slack_signer import SECRET, Payload, event

WORDS = WEEKS[0]
WHERE_SEEN = "på måndagens runda"
# The whole talk, typed: each is the answer to the question before it.
ANSWERS = (
    WORDS.happens,
    WORDS.touched,
    WORDS.first_cause,
    WHERE_SEEN,
    "nej",
    WORDS.second_cause,
    "nu räcker det",
    "det stämmer",
    WORDS.trial,
    WORDS.sign,
)
# From this one on the process may say what it has to say before it is killed.
ANSWERED_FROM = 5
KEPT = (
    WORDS.happens,
    WORDS.touched,
    WORDS.first_cause,
    WHERE_SEEN,
    WORDS.second_cause,
    WORDS.trial,
    WORDS.sign,
)


async def test_a_talk_survives_a_kill_after_every_message(sqlite_url: str) -> None:
    async with FakeSlack() as slack, aiohttp.ClientSession() as http:
        slack.add_user("U1", "Alva Lind")
        slack.add_user("U2", "Britta Ek")
        settings = settings_for(slack, sqlite_url)
        async with one_life(slack, http, settings) as town:
            await a_team_and_an_idea(town)
        last: Payload | None = None
        for number, answer in enumerate(ANSWERS):
            async with one_life(slack, http, settings) as town:
                last = await one_message(town, last, answer, number)
        async with one_life(slack, http, settings) as town:
            await the_outcome_is_whole(town)
        assert said_twice(slack) == []


def settings_for(slack: FakeSlack, database_url: str) -> Mapping[str, str]:
    """As in development, with Slack on loopback."""
    return {
        "FEMMA_MODE": "development",
        "FEMMA_DATABASE_URL": database_url,
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_API_URL": slack.api_url,
    }


@asynccontextmanager
async def one_life(
    slack: FakeSlack, http: aiohttp.ClientSession, settings: Mapping[str, str]
) -> AsyncIterator[SlackTown]:
    """From a start to a kill -9. The process has the real clock, so its requests are signed now."""
    async with started(settings) as child:
        yield SlackTown(Running(child.url, FixedClock.real(), http), slack)


def people(town: SlackTown) -> tuple[Colleague, Colleague]:
    """The author and the manager."""
    return Colleague(town, "U1", "Alva Lind"), Colleague(town, "U2", "Britta Ek")


async def a_team_and_an_idea(town: SlackTown) -> None:
    """Up to the first question of the talk."""
    author, manager = people(town)
    await town.joins_channel(manager)
    await manager.sends(await manager.opens(actions.TEAM_SETUP, CHANNEL), manager=manager.user)
    await author.says(WORDS.problem)
    await author.says("problem")
    await author.presses(actions.IDEA_WHY)


async def one_message(town: SlackTown, last: Payload | None, answer: str, number: int) -> Payload:
    """The last message once more, which changes nothing, and then the next one."""
    author, _ = people(town)
    before = len(author.cards)
    if last is not None:
        await town.send(town.signer.event(last, retry=1))
        assert len(author.cards) - before <= (number <= ANSWERED_FROM), "a repeated message was answered"
    fresh = event(
        "message", f"EvAnswer{number}", user=author.user, text=answer, channel=author.channel,
        channel_type="im", team=TEAM, ts=f"17000010{number:02}.000100",
    )  # fmt: skip
    await town.deliver(town.signer.event(fresh))
    if number >= ANSWERED_FROM:
        await town.femma.settle()
        assert "?" in author.heard
    return fresh


async def the_outcome_is_whole(town: SlackTown) -> None:
    """The last word is said, and the manager reads every answer of all the lives."""
    author, manager = people(town)
    await author.says("ja")
    for said in KEPT:
        assert said in manager.heard
    assert manager.name in author.heard
    letters = await town.femma.letters()
    assert not letters["dead"], letters


def said_twice(slack: FakeSlack) -> list[tuple[tuple[str, str], int]]:
    """Messages that were posted more than once; every question quotes something of its own."""
    posts = Counter((shown["channel"], shown["text"]) for shown in slack.called("chat.postMessage"))
    return [(message, count) for message, count in posts.items() if count > 1]
