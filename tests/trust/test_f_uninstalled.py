"""Femma taken out of a workspace: not one more call, and the operator sees it (row F5)."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.people import Address
from handlers.incoming import Uninstalled
from handlers.slack.inbound import read
from handlers.slack.origin import Seen
from tests.fakes.slack import BOT_USER, TEAM
from tests.fakes.slack_signer import direct_message, event
from tests.house import START, House
from tests.trust.front import Front

GONE: dict[str, dict[str, Any]] = {
    "app_uninstalled": {},
    "tokens_revoked": {"tokens": {"oauth": ["U1"], "bot": [BOT_USER]}},
}
NOT_OURS: dict[str, dict[str, Any]] = {
    "a person's token": {"tokens": {"oauth": ["U1"]}},
    "no token": {"tokens": {"oauth": [], "bot": []}},
    "another bot's": {"tokens": {"bot": ["U0OTHER"]}},
    "nothing": {},
    "a word": {"tokens": "bot"},
    "another word": {"tokens": {"bot": BOT_USER}},
}


@pytest.mark.parametrize("kind", sorted(GONE))
async def test_f5_after_the_app_was_taken_out_nothing_is_said(femma: Front, kind: str) -> None:
    femma.slack.add_user("U1", "Alva Lind")
    femma.slack.add_user("U2", "Britta Ek")
    assert await femma.post(femma.signer.event(direct_message("Listan", event_id="Ev1"))) == 200
    await femma.femma.settle()
    calls = len(femma.slack.calls)
    assert calls > 0
    gone = femma.signer.event(event(kind, "Ev2", **GONE[kind]))
    assert await femma.post(gone) == 200
    assert await femma.post(gone) == 200
    late = direct_message("Nycklar", event_id="Ev3", user="U2", channel="D2")
    assert await femma.post(femma.signer.event(late)) == 200
    await femma.femma.settle()
    assert len(femma.slack.calls) == calls
    async with femma.femma.http.get(f"{femma.femma.url}/readyz") as answer:
        attention = (await answer.json())["attention"]
    assert any(line.startswith("slack: Femma was taken out") for line in attention)
    assert await femma.figure('femma_letters{state="waiting"}') == 0


@pytest.mark.parametrize("what", sorted(NOT_OURS))
def test_f5_tokens_of_others_are_none_of_our_business(what: str) -> None:
    assert read(event("tokens_revoked", **NOT_OURS[what]), Seen("x", START, BOT_USER)) is None


async def test_f5_the_teams_rest_and_the_operator_sees_which(house: House) -> None:
    """What was told is kept, and a team wakes when Femma is taken into its channel again."""
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Skrivaren är trasig")
    await alva.says("problem")
    said = len(house.in_channel("norr"))
    await house.hear(Uninstalled(house.person("Femma").envelope(), "app_uninstalled"))
    where = Address("web", britta.tenant, "norr")
    team = await house.core.store.run(britta.tenant, lambda work: work.team_in(where))
    assert team is not None
    assert (team.active, team.lost) == (False, "app_uninstalled")
    known = await house.core.store.run(britta.tenant, lambda work: work.person(britta.tenant, "web:femma"))
    assert known is None
    await house.wait(days=14)
    assert len(house.in_channel("norr")) == said
    await house.joins("norr", britta)
    team = await house.core.store.run(britta.tenant, lambda work: work.team_in(where))
    assert team is not None
    assert (team.active, team.lost) == (True, "")


def test_the_envelope_is_the_workspaces() -> None:
    found = read(event("app_uninstalled"), Seen("x", START, BOT_USER))
    assert isinstance(found, Uninstalled)
    assert found.envelope.actor.tenant == f"slack:{TEAM}"
