"""Bolt behind our door: what it may see, and that settings in the environment change nothing."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

import pytest

from cards.actions import FORM_NEW_IDEA, IDEA_ACKNOWLEDGE, Ref
from handlers.slack.bolt import outline
from tests.fakes.slack import FakeSlack
from tests.fakes.slack_signer import command, direct_message, interaction, press, submission
from tests.slack.stand import standing

WORDS = "hemliga ord"
VALUE = Ref("idea", "i1").encode()
PAYLOADS: list[dict[str, Any]] = [
    direct_message(WORDS),
    press(f"{IDEA_ACKNOWLEDGE}:0", VALUE, message={"text": WORDS}),
    submission(FORM_NEW_IDEA, VALUE, {"text": {"value": WORDS}}),
    interaction("message_action", callback_id="make_improvement", message={"text": WORDS}),
    dict(command(WORDS)),
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_bolt_sees_no_words_and_no_addresses(payload: dict[str, Any]) -> None:
    seen = str(outline(payload))
    assert WORDS not in seen
    assert "http" not in seen
    assert "trigger" not in seen


UNSEEN = [{}, {"type": "view_closed"}, {"type": ["event_callback"]}, {"event": {}}, {"type": "block_actions"}]


@pytest.mark.parametrize("payload", UNSEEN)
def test_what_bolt_need_not_see(payload: dict[str, Any]) -> None:
    assert outline(payload) is None


async def test_settings_in_the_environment_do_not_reach_bolt(
    slack: FakeSlack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Bolt reads these by itself, and would begin an OAuth flow with files of its own."""
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"):
        monkeypatch.setenv(name, "from-the-environment")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.DEBUG)
    async with standing(slack) as stand:
        for payload in PAYLOADS[:1] * 2:
            assert (await stand.post(stand.signer.event(payload))).status == 200
        assert (await stand.post(stand.signer.interaction(PAYLOADS[1]))).status == 200
        assert len(stand.hearing.heard) == 3
    assert {call.headers["Authorization"] for call in slack.calls} == {f"Bearer {slack.token}"}
    assert os.listdir(tmp_path) == []
    assert WORDS not in caplog.text
    assert slack.token not in caplog.text


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY"])
async def test_loopback_is_not_asked_through_a_proxy(
    slack: FakeSlack, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with standing(slack) as stand:
        assert (await stand.post(stand.signer.event(direct_message("hej")))).status == 200
        assert stand.only().envelope.actor.name == "Maja Lind"
