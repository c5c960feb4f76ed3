"""Guests and members of other organisations, as Slack and Teams tell of them (row F7)."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.errors import No
from bot.domain.notices import Sorry
from bot.domain.people import Language
from bot.settings import Guests
from cards import actions
from cards.actions import Ref
from cards.lines import line_text
from storage.tables import deliveries, ideas, people, talks
from tests.fakes.slack_signer import direct_message, press
from tests.trust.front import Front, front

SENTENCE = line_text(Sorry(No.GUEST), Language.SV)
# What users.info says of somebody from elsewhere.
GUESTS_IN_SLACK: dict[str, dict[str, Any]] = {
    "of some channels": {"is_restricted": True},
    "of one channel": {"is_restricted": True, "is_ultra_restricted": True},
}
OUTSIDERS_IN_SLACK: dict[str, dict[str, Any]] = {
    "a stranger": {"is_stranger": True},
    "of another workspace": {"team_id": "T9OTHER"},
    "of another organisation": {"team_id": "T9OTHER", "enterprise_user": {"enterprise_id": "E9OTHER"}},
}
# What a member of a conversation is said to be in Teams.
GUESTS_IN_TEAMS: dict[str, dict[str, Any]] = {
    "by role": {"userRole": "guest"},
    "by link": {"userRole": "anonymous"},
    "by name": {"userRole": "user", "userPrincipalName": "g.gran_example.com#EXT#@kommun.example.com"},
}
OUTSIDERS_IN_TEAMS: dict[str, dict[str, Any]] = {
    "of another tenant": {"userRole": "user", "tenantId": "b0000000-0000-0000-0000-000000000000"},
}
SAID = direct_message("Skrivaren KANARIEGUL", user="U7", channel="D7")
PRESSED = press(f"{actions.NEW_IDEA}:0", Ref("none").encode(), "D7", user="U7")


async def kept(it: Front) -> list[int]:
    """How much is kept of people and of what they said."""
    return [await it.count(table) for table in (people, talks, ideas)]


async def written_to(it: Front) -> list[str]:
    """What was said to the guest in Slack."""
    await it.femma.settle()
    return [params["text"] for params in it.slack.called("chat.postMessage") if params["channel"] == "D7"]


@pytest.mark.parametrize("who", sorted(GUESTS_IN_SLACK))
async def test_f7_a_guest_in_slack_gets_a_sentence_and_no_more(femma: Front, who: str) -> None:
    femma.slack.add_user("U7", "Gunn Gran", **GUESTS_IN_SLACK[who])
    assert await femma.post(femma.signer.event(SAID)) == 200
    assert await femma.post(femma.signer.interaction(PRESSED)) == 200
    assert await written_to(femma) == [SENTENCE, SENTENCE]
    assert femma.slack.called("views.open") == []
    assert await kept(femma) == [0, 0, 0]
    assert await femma.figure('femma_kind_noes{no="guest",what="said"}') == 1


@pytest.mark.parametrize("guests", list(Guests))
@pytest.mark.parametrize("who", sorted(OUTSIDERS_IN_SLACK))
async def test_f7_others_in_slack_are_never_heard(sqlite_url: str, who: str, guests: Guests) -> None:
    async with front(sqlite_url, guests=guests) as femma:
        femma.slack.add_user("U7", "Otto Ek", **OUTSIDERS_IN_SLACK[who])
        assert await femma.post(femma.signer.event(SAID)) == 200
        assert await femma.post(femma.signer.interaction(PRESSED)) == 200
        assert await written_to(femma) == []
        assert (await kept(femma), await femma.count(deliveries)) == ([0, 0, 0], 0)


async def test_f7_the_operator_may_let_guests_in(sqlite_url: str) -> None:
    async with front(sqlite_url, guests=Guests.ALLOWED) as femma:
        femma.slack.add_user("U7", "Gunn Gran", **GUESTS_IN_SLACK["of one channel"])
        assert await femma.post(femma.signer.event(SAID)) == 200
        assert len(await written_to(femma)) == 1
        assert SENTENCE not in await written_to(femma)
        assert await kept(femma) == [1, 1, 0]


@pytest.mark.parametrize("who", sorted(GUESTS_IN_TEAMS))
async def test_f7_a_guest_in_teams_gets_a_sentence_and_no_more(femma: Front, who: str) -> None:
    activity = femma.teams.activity(locale="sv-SE")
    conversation, sender = activity["conversation"]["id"], activity["from"]["id"]
    femma.teams.connector.conversations.add(conversation)
    femma.teams.connector.members[sender] = {"id": sender, **GUESTS_IN_TEAMS[who]}
    for number in range(3):
        assert await femma.send({**activity, "id": f"m{number}"}) == 200
    await femma.femma.settle()
    posted = femma.teams.connector.posted(conversation)
    assert [SENTENCE in str(message.versions) for message in posted] == [True]
    assert await kept(femma) == [0, 0, 0]
    # Teams is asked once, not with every message.
    assert len([call for call in femma.teams.connector.calls if call.method == "GET"]) == 1


async def test_f7_somebody_without_an_id_of_the_directory_is_a_guest(femma: Front) -> None:
    activity = femma.teams.activity(**{"from": {"id": "29:link", "name": "Gunn"}})
    assert await femma.send(activity) == 200
    await femma.femma.settle()
    assert await kept(femma) == [0, 0, 0]
    assert [call for call in femma.teams.connector.calls if call.method == "GET"] == []


@pytest.mark.parametrize("who", sorted(OUTSIDERS_IN_TEAMS))
async def test_f7_others_in_teams_are_never_heard(sqlite_url: str, who: str) -> None:
    async with front(sqlite_url, guests=Guests.ALLOWED) as femma:
        activity = femma.teams.activity()
        sender = activity["from"]["id"]
        femma.teams.connector.conversations.add(activity["conversation"]["id"])
        femma.teams.connector.members[sender] = {"id": sender, **OUTSIDERS_IN_TEAMS[who]}
        assert await femma.send(activity) == 200
        await femma.femma.settle()
        assert (await kept(femma), await femma.count(deliveries)) == ([0, 0, 0], 0)
        assert [call for call in femma.teams.connector.calls if call.method == "POST"] == []
