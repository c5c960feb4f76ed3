"""What Slack sends, as what happened: each kind over HTTP, signed, and what is none of Femma's business."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Address, Language, Standing
from cards.actions import FORM_NEW_IDEA, FORM_TEAM, IDEA_ACKNOWLEDGE, Ref
from handlers.incoming import Arrived, Joined, Left, Picked, Pressed, Said, SentForm, Wanted
from handlers.slack.bolt import outline
from handlers.slack.inbound import people_mentioned, read
from handlers.slack.origin import Seen
from tests.fakes.slack import BOT_USER, TEAM
from tests.fakes.slack_signer import (
    at,
    command,
    direct_message,
    event,
    interaction,
    mention,
    press,
    submission,
)
from tests.slack.stand import Stand

REF = Ref("idea", "i1", 3)
TENANT = f"slack:{TEAM}"
WITH_MAJA = Address("slack", TENANT, person="U1")
CHANNEL = Address("slack", TENANT, conversation="C0TEAM")


async def test_a_direct_message(stand: Stand) -> None:
    await stand.post(stand.signer.event(direct_message("Listan ligger i ett annat hus", event_id="Ev9")))
    said = stand.only()
    assert isinstance(said, Said)
    assert said.text == "Listan ligger i ett annat hus"
    assert (said.channel, said.command) == (None, False)
    envelope = said.envelope
    assert envelope.delivery == "Ev9"
    assert envelope.home == Address("slack", TENANT, conversation="D1")
    assert envelope.at == datetime(2023, 11, 14, 22, 13, 20, 100, tzinfo=UTC)
    actor = envelope.actor
    assert (actor.tenant, actor.person, actor.name) == (TENANT, f"{TENANT}:U1", "Maja Lind")
    assert (actor.language, actor.administrator) == (Language.SV, False)


async def test_an_administrator_who_speaks_norwegian(stand: Stand) -> None:
    await stand.post(stand.signer.event(direct_message("Hei", user="U2")))
    actor = stand.only().envelope.actor
    assert (actor.name, actor.language, actor.administrator) == ("Kari Berg", Language.NB, True)


async def test_a_mention_in_a_channel(stand: Stand) -> None:
    words = f"<@{BOT_USER}> fråga <@U2> om R&amp;D &lt;3 <https://example.com/a|listan>"
    await stand.post(stand.signer.event(mention(words)))
    said = stand.only()
    assert isinstance(said, Said)
    assert said.text == "fråga @Kari Berg om R&D <3 listan (https://example.com/a)"
    assert said.channel == Address("slack", TENANT, conversation="C0TEAM", thread="1700000000.000200")
    assert said.channel_name == "hemtjansten-norr"
    assert said.envelope.home == WITH_MAJA


async def test_a_mention_in_a_thread_is_answered_there(stand: Stand) -> None:
    await stand.post(stand.signer.event(mention(f"<@{BOT_USER}> hej", thread_ts="1699999999.000001")))
    said = stand.only()
    assert isinstance(said, Said)
    assert said.channel is not None
    assert said.channel.thread == "1699999999.000001"


async def test_a_file_without_words_is_something_said(stand: Stand) -> None:
    await stand.post(stand.signer.event(direct_message("", subtype="file_share", files=[{"id": "F1"}])))
    assert isinstance(stand.only(), Said)


IGNORED: dict[str, dict[str, Any]] = {
    "another bot": direct_message("x", bot_id="B1"),
    "ourselves": direct_message("x", user=BOT_USER),
    "an edit": direct_message("x", subtype="message_changed", message={"text": "y"}),
    "a deletion": direct_message("x", subtype="message_deleted"),
    "a bot message": direct_message("x", subtype="bot_message"),
    "nobody": direct_message("x", user=""),
    "a channel message without a mention": direct_message("x", channel="C0TEAM", channel_type="channel"),
    "a group chat": direct_message("x", channel="G1", channel_type="mpim"),
    "a mention by a bot": mention("x", bot_id="B2"),
    "a mention by ourselves": mention("x", user=BOT_USER),
    "a reaction": event("reaction_added", user="U1"),
    "the messages tab": event("app_home_opened", user="U1", tab="messages", channel="D1"),
    "a colleague who joins": event("member_joined_channel", user="U1", channel="C0TEAM"),
    "a colleague who leaves": event("member_left_channel", user="U1", channel="C0TEAM"),
    "another workspace": direct_message("x") | {"authorizations": [{"team_id": "T0OTHER", "user_id": "U9"}]},
    "another organisation in a shared channel": mention("x", user_team="T0FOREIGN")
    | {"is_ext_shared_channel": True},
    "a type that is none": {"type": "event_callback", "event": {"type": 5}},
    "an event that is none": {"type": "event_callback", "event": [1]},
    "authorizations that are none": {**direct_message("x"), "authorizations": "x", "team_id": 7},
}


@pytest.mark.parametrize("name", sorted(IGNORED))
async def test_not_for_femma(stand: Stand, name: str) -> None:
    reply = await stand.post(stand.signer.event(IGNORED[name]))
    assert (reply.status, reply.body) == (200, "")
    assert stand.hearing.heard == []
    assert stand.slack.called("chat.postMessage") == []


async def test_a_colleague_of_another_workspace_of_the_organisation(stand: Stand) -> None:
    """Enterprise Grid: heard, but as a person of their own workspace."""
    payload = mention("hej", user_team="T0SISTER")
    payload["authorizations"][0]["enterprise_id"] = "E0"
    payload["enterprise_id"] = "E0"
    await stand.post(stand.signer.event(payload))
    assert stand.only().envelope.actor.person == "slack:T0SISTER:U1"


@pytest.mark.parametrize(("channel", "name"), [("C0TEAM", "hemtjansten-norr"), ("D1", "")])
async def test_the_command(stand: Stand, channel: str, name: str) -> None:
    await stand.post(stand.signer.command(command("mina idéer", channel)))
    said = stand.only()
    assert isinstance(said, Said)
    assert (said.text, said.command, said.channel_name) == ("mina idéer", True, name)
    assert said.channel == (CHANNEL if channel == "C0TEAM" else None)
    assert said.envelope.delivery == "trigger.1"


async def test_a_press(stand: Stand) -> None:
    await stand.post(stand.signer.interaction(press(f"{IDEA_ACKNOWLEDGE}:1", REF.encode())))
    pressed = stand.only()
    assert isinstance(pressed, Pressed)
    assert (pressed.action, pressed.ref) == (IDEA_ACKNOWLEDGE, REF)
    assert (pressed.where, pressed.message) == (CHANNEL, "1700000000.000300")
    assert (pressed.envelope.delivery, pressed.envelope.home) == ("trigger.1", WITH_MAJA)


async def test_a_press_in_a_direct_chat(stand: Stand) -> None:
    await stand.post(stand.signer.interaction(press(f"{IDEA_ACKNOWLEDGE}:0", REF.encode(), channel="D1")))
    assert stand.only().envelope.home == Address("slack", TENANT, conversation="D1")


async def test_a_press_on_the_home(stand: Stand) -> None:
    payload = press(f"{IDEA_ACKNOWLEDGE}:0", REF.encode(), container={"type": "view", "view_id": "V1"})
    del payload["channel"]
    await stand.post(stand.signer.interaction(payload))
    pressed = stand.only()
    assert isinstance(pressed, Pressed)
    assert (pressed.where, pressed.message) == (WITH_MAJA, "")


async def test_a_press_on_a_line_that_only_one_sees_has_no_card(stand: Stand) -> None:
    place = {"type": "message", "message_ts": "1.1", "channel_id": "C0TEAM", "thread_ts": "1.0"}
    container = {**place, "is_ephemeral": True}
    payload = press(f"{IDEA_ACKNOWLEDGE}:0", REF.encode(), container=container)
    await stand.post(stand.signer.interaction(payload))
    pressed = stand.only()
    assert isinstance(pressed, Pressed)
    assert (pressed.message, pressed.where.thread) == ("", "1.0")


FORGED: dict[str, dict[str, Any]] = {
    "value": press(f"{IDEA_ACKNOWLEDGE}:0", "bug"),
    "empty value": press(f"{IDEA_ACKNOWLEDGE}:0", ""),
    "version": press(f"{IDEA_ACKNOWLEDGE}:0", "idea|i1|-1|"),
    "kind": press(f"{IDEA_ACKNOWLEDGE}:0", "tenant|i1|1|"),
    "action": press("report", REF.encode()),
    "no actions": press("x", "y", actions=[]),
    "actions of another shape": press("x", "y", actions={"a": 1}),
    "form": submission("feedback_form", REF.encode(), {}),
    "form value": submission(FORM_NEW_IDEA, '{"c":"1"}', {}),
    "view of another shape": interaction("view_submission", view=[]),
    "shortcut": interaction("shortcut", callback_id="other"),
    "message as global": interaction("shortcut", callback_id="make_improvement"),
    "user of another shape": press(f"{IDEA_ACKNOWLEDGE}:0", REF.encode()) | {"user": "U1"},
    "closed view": interaction("view_closed", view={"callback_id": FORM_NEW_IDEA}),
    "options": interaction("block_suggestion", action_id="x", value="y"),
    "foreign workspace": press(f"{IDEA_ACKNOWLEDGE}:0", REF.encode()) | {"team": {"id": "T0OTHER"}},
    "foreign user": press(f"{IDEA_ACKNOWLEDGE}:0", REF.encode()) | {"user": {"id": "U1", "team_id": "T0X"}},
}


@pytest.mark.parametrize("name", sorted(FORGED))
async def test_forged_and_foreign_interactions_have_no_effect(stand: Stand, name: str) -> None:
    reply = await stand.post(stand.signer.interaction(FORGED[name]))
    assert (reply.status, reply.body) == (200, "")
    assert stand.hearing.heard == []


async def test_another_command_has_no_effect(stand: Stand) -> None:
    assert (await stand.post(stand.signer.command(command("x", name="/other")))).status == 200
    assert stand.hearing.heard == []


async def test_a_sent_form(stand: Stand) -> None:
    values = {
        "text": {"type": "plain_text_input", "value": "R&D &lt; a\x00b \ud800 e\u0301"},
        "kind": {"type": "static_select", "selected_option": {"value": "problem", "text": {"text": "x"}}},
        "empty": {"type": "plain_text_input", "value": None},
        "unchosen": {"type": "static_select", "selected_option": None},
        "until": {"type": "datepicker", "selected_date": "2026-12-04"},
        "since": {"type": "datepicker", "selected_date": None},
        "manager": {"type": "users_select", "selected_user": "U2"},
        "deputy": {"type": "users_select", "selected_user": None},
    }
    await stand.post(stand.signer.interaction(submission(FORM_TEAM, REF.encode(), values)))
    sent = stand.only()
    assert isinstance(sent, SentForm)
    assert (sent.form, sent.ref) == (FORM_TEAM, REF)
    assert sent.fields == {
        "text": "R&D &lt; a\ufffdb \ufffd é", "kind": "problem", "empty": "", "unchosen": "",
        "until": "2026-12-04", "since": "",
    }  # fmt: skip
    home = Address("slack", TENANT, person="U2")
    assert sent.people == {"manager": Picked(f"{TENANT}:U2", "Kari Berg", home, Standing.COLLEAGUE)}


async def test_the_shortcuts(stand: Stand) -> None:
    await stand.post(stand.signer.interaction(interaction("shortcut", "t1", callback_id="new_idea")))
    message = {"text": "Vi väntar &amp; väntar på <@U2>", "user": "U2", "ts": "1.1"}
    await stand.post(
        stand.signer.interaction(
            interaction("message_action", "t2", callback_id="make_improvement", message=message)
        )
    )
    first, second = stand.hearing.heard
    assert isinstance(first, Wanted)
    assert isinstance(second, Wanted)
    assert (first.form, first.text) == (FORM_NEW_IDEA, "")
    assert (second.form, second.text) == (FORM_NEW_IDEA, "Vi väntar & väntar på @Kari Berg")


async def test_femma_is_taken_in(stand: Stand) -> None:
    payload = event("member_joined_channel", user=BOT_USER, channel="C0TEAM", team=TEAM, inviter="U2")
    await stand.post(stand.signer.event(payload))
    joined = stand.only()
    assert isinstance(joined, Joined)
    assert (joined.channel, joined.channel_name) == (CHANNEL, "hemtjansten-norr")
    assert joined.envelope.actor.person == f"{TENANT}:U2"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("member_left_channel", {"user": BOT_USER}),
        ("channel_left", {"actor_id": "U2"}),
        ("group_left", {}),
        ("channel_archive", {"user": "U2"}),
        ("group_archive", {"user": "U2"}),
        ("channel_deleted", {}),
        ("group_deleted", {}),
    ],
)
async def test_femma_is_taken_out(stand: Stand, kind: str, fields: dict[str, str]) -> None:
    await stand.post(stand.signer.event(event(kind, channel="C0TEAM", **fields)))
    left = stand.only()
    assert isinstance(left, Left)
    assert left.channel == CHANNEL


async def test_somebody_opens_the_home(stand: Stand) -> None:
    payload = event("app_home_opened", user="U1", tab="home", channel="D1", event_ts="1700000000.000100")
    await stand.post(stand.signer.event(payload))
    arrived = stand.only()
    assert isinstance(arrived, Arrived)
    assert arrived.page == WITH_MAJA
    assert arrived.envelope.home == Address("slack", TENANT, conversation="D1")


async def test_retries_have_the_same_delivery_id(stand: Stand) -> None:
    for retry in range(3):
        assert (await stand.post(stand.signer.event(direct_message("x"), retry=retry))).status == 200
    assert [heard.envelope.delivery for heard in stand.hearing.heard] == ["Ev1"] * 3


@pytest.mark.parametrize("stamp", ["", "x", "99999999999.1", "1e400", None, 5, {"a": 1}, "²"])
def test_a_time_that_is_none_is_now(stamp: object) -> None:
    payload = direct_message("x", ts=stamp, event_ts=stamp)
    payload["event_time"] = stamp
    incoming = read(payload, Seen("d", at()))
    assert incoming is not None
    assert incoming.envelope.at <= at()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
SAMPLES = [
    direct_message("hej <@U2>"),
    mention("x"),
    press(f"{IDEA_ACKNOWLEDGE}:1", REF.encode()),
    submission(FORM_TEAM, REF.encode(), {"a": {"type": "users_select", "selected_user": "U2"}}),
    interaction("message_action", callback_id="make_improvement", message={"text": "x"}),
    event("member_joined_channel", user=BOT_USER, channel="C0TEAM"),
    dict(command("x")),
]


def _with(thing: Any, path: list[int], junk: Any) -> Any:
    """The same with junk somewhere inside."""
    if not path or not isinstance(thing, dict | list) or not thing:
        return junk
    if isinstance(thing, list):
        place = path[0] % len(thing)
        return [*thing[:place], _with(thing[place], path[1:], junk), *thing[place + 1 :]]
    name = sorted(thing)[path[0] % len(thing)]
    return {**thing, name: _with(thing[name], path[1:], junk)}


@given(st.sampled_from(SAMPLES), st.lists(st.integers(0, 20), min_size=1, max_size=5), JSON)
def test_no_shape_is_an_error(sample: dict[str, Any], path: list[int], junk: Any) -> None:
    payload = json.loads(json.dumps(_with(sample, path, junk)))
    seen = Seen("d", at(), BOT_USER)
    incoming = read(payload, seen)
    people_mentioned(payload, seen)
    outline(payload)
    if incoming is not None:
        assert incoming.envelope.actor.person.startswith("slack:")
        assert incoming.envelope.actor.tenant
