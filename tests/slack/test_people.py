"""Names and languages: kept for a day, bounded, and never in anybody's way."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.domain.people import Language, Standing
from handlers.cache import TimedCache
from handlers.slack.client import SlackClient
from handlers.slack.people import Colleague, People, Workspace, belongs_here
from tests.fakes.slack import BOT_TOKEN, BOT_USER, TEAM, FakeSlack
from tests.fakes.slack_scripts import Answers, BreaksOff, Hangs, Script, rate_limited, says
from tests.fakes.slack_signer import direct_message, mention
from tests.slack.stand import FixedClock, Stand


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
async def people(slack: FakeSlack, clock: FixedClock) -> AsyncIterator[People]:
    async with aiohttp.ClientSession() as session:
        yield People(SlackClient(BOT_TOKEN, session, slack.api_url), clock, size=3)


async def test_a_colleague_is_asked_for_once_a_day(
    people: People, slack: FakeSlack, clock: FixedClock
) -> None:
    for _ in range(3):
        assert await people.colleague("U1") == Colleague("Maja Lind", Language.SV, False, Standing.COLLEAGUE)
    clock.forward(24 * 3600 - 1)
    await people.colleague("U1")
    assert len(slack.called("users.info")) == 1
    slack.add_user("U1", "Maja Berg", locale="en-US", is_owner=True)
    clock.forward(2)
    assert await people.colleague("U1") == Colleague("Maja Berg", Language.EN, True, Standing.COLLEAGUE)
    assert len(slack.called("users.info")) == 2


@pytest.mark.parametrize("locale", ["fi-FI", "", None, 5])
async def test_another_language_is_none(people: People, slack: FakeSlack, locale: str) -> None:
    slack.add_user("U3", "Aino", locale=locale)
    assert (await people.colleague("U3")).language is None


async def test_a_name_is_found_where_there_is_one(people: People, slack: FakeSlack) -> None:
    slack.users["U3"] = {"id": "U3", "profile": {"display_name": " ", "real_name": ""}, "name": "aino\x00"}
    assert (await people.colleague("U3")).name == "aino\ufffd"
    slack.users["U4"] = {"id": "U4", "profile": "x", "real_name": "Åke e\u0301"}
    assert (await people.colleague("U4")).name == "Åke é"


FAILURES: dict[str, Script] = {
    "says no": says("user_not_found"),
    "429": rate_limited(),
    "500": Answers(500),
    # A plain reset of a GET is tried again by aiohttp itself.
    "breaks off": BreaksOff(half=True),
    "hangs": Hangs(),
    "a page": Answers(body="<html>"),
    "a list": Answers(body='{"ok":true,"user":[]}'),
}


@pytest.mark.parametrize("name", sorted(FAILURES))
async def test_a_failure_is_an_empty_name(
    people: People, slack: FakeSlack, clock: FixedClock, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.slack.people.LOOKUP_SECONDS", 0.3)
    slack.play("users.info", FAILURES[name])
    assert await people.colleague("U1") == Colleague()
    assert await people.colleague("U1") == Colleague()
    assert len(slack.called("users.info")) == 1, "it is not asked again with every message"
    clock.forward(61 if name != "a list" else 24 * 3600 + 1)
    assert (await people.colleague("U1")).name == "Maja Lind"


async def test_a_silent_slack_costs_one_second_and_not_one_per_question(
    people: People, slack: FakeSlack, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.slack.people.LOOKUP_SECONDS", 0.3)
    slack.play("auth.test", Hangs())
    assert await people.workspace() == Workspace()
    assert await people.colleague("U1") == Colleague()
    assert await people.channel_name("C0TEAM") == ""
    assert [call.method for call in slack.calls] == ["auth.test"]
    clock.forward(61)
    assert await people.channel_name("C0TEAM") == "hemtjansten-norr"


async def test_names_of_several(people: People) -> None:
    assert await people.names(("U1", "U9", "U2")) == {"U1": "Maja Lind", "U2": "Kari Berg"}


async def test_who_we_are(people: People, slack: FakeSlack) -> None:
    for _ in range(2):
        assert await people.workspace() == Workspace(TEAM, "", BOT_USER)
    assert len(slack.called("auth.test")) == 1


async def test_the_memory_is_bounded(clock: FixedClock) -> None:
    cache: TimedCache[int, int] = TimedCache(clock, 60, 3)
    for number in range(10):
        cache.put(number, number)
    assert [cache.get(number) for number in range(10)] == [None] * 7 + [7, 8, 9]
    clock.forward(60)
    assert cache.get(9) is None
    assert len(cache) == 2


@pytest.mark.parametrize(
    ("team", "enterprise", "own", "here"),
    [
        ("T1", "", Workspace("T1"), True),
        ("T2", "", Workspace("T1"), False),
        ("T2", "E1", Workspace("T1", "E1"), True),
        ("T2", "E2", Workspace("T1", "E1"), False),
        ("T2", "", Workspace("T1", ""), False),
        ("T2", "", Workspace(), True),
        ("", "", Workspace("T1"), False),
    ],
)
def test_belongs_here(team: str, enterprise: str, own: Workspace, here: bool) -> None:
    assert belongs_here(team, enterprise, own) is here


async def test_a_message_is_heard_while_slacks_api_is_down(stand: Stand) -> None:
    for method in ("auth.test", "users.info", "conversations.info"):
        stand.slack.play(method, *[Answers(503)] * 3)
    assert (await stand.post(stand.signer.event(direct_message("hej")))).status == 200
    assert (await stand.post(stand.signer.event(mention("<@U9> hej")))).status == 200
    first, second = stand.hearing.heard
    assert first.envelope.actor.name == second.envelope.actor.name == ""
