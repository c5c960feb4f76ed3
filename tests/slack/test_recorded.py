"""Requests that Slack really sent, signed again with our own secret: all of them are taken in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handlers.incoming import Incoming, Joined, Said
from handlers.slack.inbound import read
from handlers.slack.origin import Seen
from tests.fakes.slack import FakeSlack
from tests.fakes.slack_signer import at
from tests.slack.stand import standing

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "payloads"


def _recorded() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(FOLDER.glob("*slack*.json")):
        for name, payload in json.loads(path.read_text("utf-8")).items():
            if isinstance(payload, dict) and ("type" in payload or "command" in payload):
                yield f"{path.stem}/{name}", payload


RECORDED = dict(_recorded())

pytestmark = pytest.mark.skipif(not RECORDED, reason="the recorded requests are not beside the project")


@pytest.mark.parametrize("name", RECORDED)
async def test_taken_in(name: str) -> None:
    payload = RECORDED[name]
    async with FakeSlack(team=_team(payload)) as slack, standing(slack) as stand:
        sign = stand.signer
        if "command" in payload:
            signed = sign.command(payload)
        elif payload["type"] == "event_callback":
            signed = sign.event(payload)
        else:
            signed = sign.interaction(payload)
        reply = await stand.post(signed)
        assert (reply.status, reply.body) == (200, "")
        assert len(stand.hearing.heard) == (0 if _read(payload) is None else 1)


def _team(payload: dict[str, Any]) -> str:
    team: str = payload.get("team_id") or payload["team"]["id"]
    return team


def _read(payload: dict[str, Any]) -> Incoming | None:
    return read(payload, Seen("d", at()))


def test_their_messages_and_mentions_are_heard() -> None:
    """The buttons, forms and commands in them belong to another app, and are none of ours."""
    words = {name: _read(payload) for name, payload in RECORDED.items()}
    heard = {name: incoming.text for name, incoming in words.items() if isinstance(incoming, Said)}
    assert heard["dm-slack-direct/directDM"] == "hello hello"
    assert heard["channel-slack/mention"] == "Hey"
    assert heard["slack-multi-workspace-team2/mention"]
    assert heard["streaming-slack/aiMentionWithFile"] == "[AI] I don't really understand this explanation."
    assert isinstance(words["member-joined-channel-slack/memberJoinedChannel"], Joined)
    assert len(heard) >= 10
    assert words["streaming-slack/promptMessage"] is None
    assert words["actions-reactions-slack/reaction"] is None


def test_two_workspaces_stay_apart() -> None:
    one, two = (_read(RECORDED[f"slack-multi-workspace-team{n}/mention"]) for n in (1, 2))
    assert one is not None
    assert two is not None
    assert one.envelope.actor.tenant != two.envelope.actor.tenant
