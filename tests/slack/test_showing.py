"""Each kind of Answer as Slack shows it, after hearing; and what happens when showing or hearing fails."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from cards.actions import FORM_NEW_IDEA, IDEA_ACKNOWLEDGE, Ref
from cards.model import Form, TextInput
from handlers.incoming import Busy, FormErrors, PrivateLine, ShowForm
from tests.fakes.slack import BOT_USER
from tests.fakes.slack_scripts import BreaksOff, Hangs, Script, rate_limited, says
from tests.fakes.slack_signer import Signed, command, direct_message, event, interaction, mention, press
from tests.fakes.slack_signer import submission as sent
from tests.slack.stand import Stand

VALUE = Ref("idea", "i1", 3).encode()
FORM = Form(
    name=FORM_NEW_IDEA,
    value=Ref("none").encode(),
    title="Ny idé",
    submit="Skicka",
    cancel="Avbryt",
    inputs=(TextInput("text", "Vad har du tänkt på?"), TextInput("who", "Vem?", required=False)),
    language="sv",
)
LINE = "Bara chefen kan svara på <den> & ingen annan."
ESCAPED = "Bara chefen kan svara på &lt;den&gt; &amp; ingen annan."


def _all_kinds(stand: Stand) -> dict[str, Signed]:
    sign = stand.signer
    return {
        "message": sign.event(direct_message("hej")),
        "mention": sign.event(mention(f"<@{BOT_USER}> hej")),
        "joined": sign.event(event("member_joined_channel", user=BOT_USER, channel="C0TEAM", inviter="U1")),
        "home": sign.event(event("app_home_opened", user="U1", tab="home", channel="D1")),
        "press": sign.interaction(press(f"{IDEA_ACKNOWLEDGE}:0", VALUE)),
        "form": sign.interaction(sent(FORM_NEW_IDEA, VALUE, {"text": {"value": "x"}})),
        "shortcut": sign.interaction(interaction("shortcut", callback_id="new_idea")),
        "command": sign.command(command("hej")),
    }


KINDS = ["message", "mention", "joined", "home", "press", "form", "shortcut", "command"]


@pytest.mark.parametrize("kind", KINDS)
async def test_nothing_is_an_empty_200(stand: Stand, kind: str) -> None:
    reply = await stand.post(_all_kinds(stand)[kind])
    assert (reply.status, reply.body) == (200, "")
    assert len(stand.hearing.heard) == 1
    assert stand.slack.messages == {}
    assert stand.slack.whispers == stand.slack.views == []


@pytest.mark.parametrize("kind", ["press", "shortcut", "command"])
async def test_a_form_is_opened_with_the_trigger(stand: Stand, kind: str) -> None:
    stand.hearing.answer = ShowForm(FORM)
    reply = await stand.post(_all_kinds(stand)[kind])
    assert (reply.status, reply.body) == (200, "")
    (call,) = stand.slack.called("views.open")
    assert call["trigger_id"] == "trigger.1"
    assert call["view"]["callback_id"] == FORM_NEW_IDEA


async def test_a_form_after_a_form_takes_its_place(stand: Stand) -> None:
    stand.hearing.answer = ShowForm(FORM)
    reply = await stand.post(_all_kinds(stand)["form"])
    body = json.loads(reply.body)
    assert (reply.status, reply.content_type) == (200, "application/json")
    assert (body["response_action"], body["view"]["callback_id"]) == ("update", FORM_NEW_IDEA)
    assert stand.slack.called("views.open") == []


async def test_an_event_cannot_open_a_form(stand: Stand) -> None:
    stand.hearing.answer = ShowForm(FORM)
    with capture_logs() as logs:
        reply = await stand.post(_all_kinds(stand)["message"])
    assert (reply.status, reply.body) == (200, "")
    assert [(line["event"], line["reason"]) for line in logs] == [("slack_not_shown", "no_trigger")]


async def test_errors_stand_at_their_inputs(stand: Stand) -> None:
    stand.hearing.answer = FormErrors({"who": "Välj någon.", "text": "Skriv något."}, FORM)
    reply = await stand.post(_all_kinds(stand)["form"])
    assert json.loads(reply.body) == {
        "response_action": "errors", "errors": {"who": "Välj någon.", "text": "Skriv något."}
    }  # fmt: skip


async def test_an_error_without_an_input_stands_at_the_first(stand: Stand) -> None:
    """Slack shows a fault of ours when a key is no block of the view."""
    stand.hearing.answer = FormErrors({"gone": "Teamet finns inte.", "text": "Skriv något."}, FORM)
    reply = await stand.post(_all_kinds(stand)["form"])
    assert json.loads(reply.body)["errors"] == {"text": "Teamet finns inte. Skriv något."}


async def test_errors_where_no_input_can_bear_them_show_the_form_again(stand: Stand) -> None:
    stand.hearing.answer = FormErrors({"text": "Skriv något."}, replace(FORM, inputs=(), intro="Inget mer."))
    reply = await stand.post(_all_kinds(stand)["form"])
    assert json.loads(reply.body)["response_action"] == "update"
    stand.hearing.answer = FormErrors({"text": "Skriv något."}, FORM)
    assert (await stand.post(_all_kinds(stand)["press"])).body == ""
    assert len(stand.slack.views) == 1


async def test_a_private_line_to_a_command_is_its_answer(stand: Stand) -> None:
    stand.hearing.answer = PrivateLine(LINE)
    reply = await stand.post(_all_kinds(stand)["command"])
    assert json.loads(reply.body) == {"response_type": "ephemeral", "text": ESCAPED}
    assert stand.slack.called("chat.postEphemeral") == []


@pytest.mark.parametrize("kind", ["press", "mention"])
async def test_a_private_line_in_a_channel_is_seen_by_one(stand: Stand, kind: str) -> None:
    stand.hearing.answer = PrivateLine(LINE)
    reply = await stand.post(_all_kinds(stand)[kind])
    assert (reply.status, reply.body) == (200, "")
    (whisper,) = stand.slack.whispers
    assert (whisper["channel"], whisper["user"], whisper["text"]) == ("C0TEAM", "U1", ESCAPED)
    text = whisper["blocks"][0]["text"]
    assert (text["type"], text["text"]) == ("plain_text", LINE)
    assert whisper.get("thread_ts") == (None if kind == "press" else "1700000000.000200")
    assert stand.slack.messages == {}


@pytest.mark.parametrize("kind", ["message", "form", "shortcut", "home"])
async def test_a_private_line_elsewhere_goes_to_the_direct_chat(stand: Stand, kind: str) -> None:
    stand.hearing.answer = PrivateLine(LINE)
    reply = await stand.post(_all_kinds(stand)[kind])
    assert (reply.status, reply.body) == (200, "")
    ((place, message),) = stand.slack.messages.items()
    assert (place[0], message["text"]) == ("D1", ESCAPED)


@pytest.mark.parametrize("kind", ["press", "form"])
@pytest.mark.parametrize("script", [says("not_in_channel"), rate_limited(), BreaksOff()])
async def test_what_cannot_be_shown_is_logged_and_taken(stand: Stand, kind: str, script: Script) -> None:
    """It is stored already: Slack must not hear of it."""
    for method in ("views.open", "chat.postEphemeral", "chat.postMessage"):
        stand.slack.play(method, script)
    for answer in (PrivateLine(LINE), ShowForm(FORM)):
        stand.hearing.answer = answer
        if kind == "form" and isinstance(answer, ShowForm):
            continue
        with capture_logs() as logs:
            reply = await stand.post(_all_kinds(stand)[kind])
        assert (reply.status, reply.body) == (200, "")
        assert [line["event"] for line in logs] == ["slack_not_shown"]
        assert LINE not in str(logs)


async def test_a_form_that_slack_is_slow_to_open(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.slack.showing.SHOW_SECONDS", 0.05)
    stand.slack.play("views.open", Hangs())
    stand.hearing.answer = ShowForm(FORM)
    with capture_logs() as logs:
        reply = await stand.post(_all_kinds(stand)["press"])
    assert reply.status == 200
    assert [(line["event"], line["reason"]) for line in logs] == [("slack_not_shown", "timeout")]


async def test_a_form_that_fits_nowhere(stand: Stand) -> None:
    stand.hearing.answer = ShowForm(replace(FORM, value="x" * 4000))
    for kind in ("press", "form"):
        with capture_logs() as logs:
            assert (await stand.post(_all_kinds(stand)[kind])).status == 200
        assert [line["reason"] for line in logs] == ["does_not_fit"]


@pytest.mark.parametrize("kind", KINDS)
async def test_busy_is_503_so_that_slack_repeats(stand: Stand, kind: str) -> None:
    stand.hearing.raises = Busy()
    reply = await stand.post(_all_kinds(stand)[kind])
    assert (reply.status, reply.body) == (503, "")
    stand.hearing.raises = None
    assert (await stand.post(_all_kinds(stand)[kind])).status == 200
    first, second = stand.hearing.heard
    assert first == second


@pytest.mark.parametrize("kind", KINDS)
async def test_a_fault_of_ours_is_500_and_its_words_are_not_logged(
    stand: Stand, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    stand.hearing.raises = ValueError("hemliga ord")
    with capture_logs() as logs:
        reply = await stand.post(_all_kinds(stand)[kind])
    assert (reply.status, reply.body) == (500, "")
    assert [(line["event"], line["error"]) for line in logs] == [("slack_failed", "ValueError")]
    assert "hemliga ord" not in str(logs) + caplog.text


async def test_it_is_heard_before_it_is_acknowledged(stand: Stand) -> None:
    """Nothing may be answered while the hearing has not come to an end."""
    stand.hearing.gate.clear()
    posting = asyncio.create_task(stand.post(_all_kinds(stand)["message"]))
    async with asyncio.timeout(5):
        await stand.hearing.entered.wait()
    assert not posting.done()
    stand.hearing.gate.set()
    assert (await posting).status == 200
