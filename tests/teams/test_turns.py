"""Whole turns over HTTP: a signed activity in, what hear() got, and what the client is answered."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.people import Address, Language, Standing
from cards.actions import FORM_NEW_IDEA, FORM_TEAM, IDEA_ASK, IDEA_WHY, Ref
from cards.adaptive_card import form_to_adaptive_card, to_adaptive_card
from cards.model import Button, Buttons, Card, Form, PersonPick, TextInput
from handlers.incoming import (
    Arrived,
    Busy,
    FormErrors,
    Joined,
    Left,
    Picked,
    Pressed,
    PrivateLine,
    Said,
    SentForm,
    ShowForm,
    Wanted,
)
from handlers.teams.answers import QUIET
from handlers.teams.outbound import CARD_TYPE
from tests.fakes.teams import BOT, TENANT, card_problems, mention
from tests.teams.conftest import NOW, Desk

REF = Ref("idea", "idea-1", 3, "")
FORM = Form(
    FORM_TEAM,
    Ref("team", "team-1").encode(),
    "Teamet",
    "Spara",
    "Avbryt",
    (TextInput("name", "Namn"), PersonPick("manager", "Chef")),
    "sv",
)


def invoke(desk: Desk, name: str, value: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """An invoke activity as Teams sends it."""
    return desk.fake.activity(
        **{"type": "invoke", "id": "f:press", "name": name, "value": value, "text": None} | fields
    )


def words_of_dialog(body: dict[str, Any]) -> str:
    """What a dialog says that only says something: a card, which every client shows after every invoke."""
    task = body["task"]
    card = task["value"]["card"]
    assert (task["type"], card["contentType"]) == ("continue", CARD_TYPE)
    assert card_problems(card["content"]) == []
    (line,) = card["content"]["body"]
    return "".join(run["text"] for run in line["inlines"])


def card_press(desk: Desk, **fields: Any) -> dict[str, Any]:
    """An Action.Execute on a card of ours, built from the card that we send."""
    button = Button("Varför?", IDEA_WHY, REF.encode())
    drawn = to_adaptive_card(Card("T", (Buttons((button,)),), "sv"))["body"][-1]["actions"][0]
    action = {"type": drawn["type"], "verb": drawn["verb"], "data": drawn["data"]}
    return invoke(
        desk,
        "adaptiveCard/action",
        {"action": action, "trigger": "manual"},
        **{"replyToId": "m-7"} | fields,
    )


async def test_words_in_the_direct_chat_are_heard(desk: Desk) -> None:
    assert await desk.send(desk.fake.activity()) == (200, None)
    (said,) = desk.ear.heard
    assert isinstance(said, Said)
    assert said.text == "Listan ligger i ett annat hus"
    assert said.channel is None
    envelope = said.envelope
    assert envelope.delivery == "1771290107407"
    assert envelope.actor.tenant == f"teams:{TENANT}"
    assert envelope.actor.person == f"teams:{TENANT}:aad-anna"
    assert envelope.actor.name == "Anna Berg"
    assert envelope.actor.language is Language.SV
    assert envelope.at.isoformat() == "2026-11-16T08:00:00.123456+00:00"
    assert envelope.home == Address(
        "teams", f"teams:{TENANT}", "a:chat-with-29:anna", "", desk.fake.service_url, "29:anna"
    )


async def test_a_mention_in_a_channel_is_heard_without_the_mention(desk: Desk) -> None:
    activity = desk.fake.activity(
        text="<at>Femma</at>&nbsp;be <at>Bo Ek</at> om hjälp",
        entities=[mention(), mention("Bo Ek", "29:bo")],
        **desk.fake.in_channel(),
    )
    assert (await desk.send(activity))[0] == 200
    (said,) = desk.ear.heard
    assert isinstance(said, Said)
    assert said.text == "be Bo Ek om hjälp"
    assert said.channel == Address(
        "teams", f"teams:{TENANT}", "19:team@thread.tacv2", "177", desk.fake.service_url
    )
    assert said.channel_name == "Hemtjänsten"
    assert said.envelope.home.conversation == ""
    assert said.envelope.home.person == "29:anna"


async def test_a_channel_message_without_a_thread_begins_one(desk: Desk) -> None:
    activity = desk.fake.activity(
        text="<at>Femma</at>", entities=[mention()], **desk.fake.in_channel(root="")
    )
    await desk.send(activity)
    (said,) = desk.ear.heard
    assert isinstance(said, Said)
    assert said.text == ""
    assert said.channel is not None
    assert said.channel.thread == "1771290107407"


async def test_a_group_chat_has_no_threads(desk: Desk) -> None:
    conversation = {"conversationType": "groupChat", "tenantId": TENANT, "id": "19:group@thread.v2"}
    activity = desk.fake.activity(conversation=conversation, text="<at>Femma</at> hej", entities=[mention()])
    await desk.send(activity)
    (said,) = desk.ear.heard
    assert isinstance(said, Said)
    assert said.channel is not None
    assert (said.channel.conversation, said.channel.thread) == ("19:group@thread.v2", "")


@pytest.mark.parametrize(
    "fields",
    [
        {"from": {"id": BOT, "name": "Femma"}},
        {"from": {"id": "28:another-bot", "name": "Other"}},
        {"from": {"id": "29:x", "role": "bot"}},
        {"from": {}},
        {"type": "messageReaction"},
        {"type": "typing"},
        {"type": "invoke", "name": "fileConsent/invoke", "value": {}},
        {"value": {"actionId": "of another app"}},
        {"value": {"action": "idea.why", "value": "rubbish"}},
        {"value": {"action": "no.such", "value": "idea|1|1|"}},
        {"value": {"form": "form.nosuch", "value": "idea|1|1|"}},
    ],
)
async def test_what_is_not_for_femma_is_taken_and_left(desk: Desk, fields: dict[str, Any]) -> None:
    assert (await desk.send(desk.fake.activity(**fields)))[0] == 200
    assert desk.ear.heard == []


async def test_channel_talk_without_a_mention_is_left_alone(desk: Desk) -> None:
    other = desk.fake.activity(entities=[mention("Bo Ek", "29:bo")], **desk.fake.in_channel())
    assert (await desk.send(other))[0] == 200
    assert desk.ear.heard == []


async def test_a_press_is_heard_and_answered_quietly(desk: Desk) -> None:
    status, body = await desk.send(card_press(desk))
    (pressed,) = desk.ear.heard
    assert isinstance(pressed, Pressed)
    assert (pressed.action, pressed.ref, pressed.message) == (IDEA_WHY, REF, "m-7")
    assert pressed.where.conversation == "a:chat-with-29:anna"
    assert pressed.envelope.delivery == "f:press"
    assert status == 200
    assert body == {
        "statusCode": 200,
        "type": "application/vnd.microsoft.activity.message",
        "value": QUIET,
    }
    assert body["value"].strip()


async def test_a_press_in_a_thread_knows_its_thread(desk: Desk) -> None:
    await desk.send(card_press(desk, **desk.fake.in_channel(root="900")))
    (pressed,) = desk.ear.heard
    assert isinstance(pressed, Pressed)
    assert (pressed.where.conversation, pressed.where.thread) == ("19:team@thread.tacv2", "900")


async def test_a_private_line_answers_a_press_where_it_was_pressed(desk: Desk) -> None:
    desk.ear.answer = PrivateLine("Det är chefen som svarar.")
    _, body = await desk.send(card_press(desk))
    assert body["value"] == "Det är chefen som svarar."
    assert [call.method for call in desk.fake.connector.calls] == ["GET"]


async def test_an_invoke_without_an_id_is_told_apart_by_its_bytes(desk: Desk) -> None:
    await desk.send(card_press(desk, id=None))
    await desk.send(card_press(desk, id=None))
    await desk.send(card_press(desk, id=None, replyToId="m-8"))
    deliveries = [pressed.envelope.delivery for pressed in desk.ear.heard]
    assert deliveries[0] == deliveries[1] != deliveries[2]
    assert all(len(delivery) == 45 for delivery in deliveries)


async def test_an_old_clients_submit_is_a_press(desk: Desk) -> None:
    data = {"action": IDEA_WHY, "value": REF.encode()}
    assert (await desk.send(desk.fake.activity(text=None, value=data, replyToId="m-7")))[0] == 200
    (pressed,) = desk.ear.heard
    assert isinstance(pressed, Pressed)
    assert (pressed.action, pressed.ref) == (IDEA_WHY, REF)


async def test_a_dialog_is_fetched(desk: Desk) -> None:
    desk.ear.answer = ShowForm(FORM)
    data = {"msteams": {"type": "task/fetch"}, "action": IDEA_ASK, "value": REF.encode()}
    status, body = await desk.send(invoke(desk, "task/fetch", {"data": data, "context": {"theme": "dark"}}))
    (pressed,) = desk.ear.heard
    assert isinstance(pressed, Pressed)
    assert pressed.action == IDEA_ASK
    assert status == 200
    value = body["task"]["value"]
    assert body["task"]["type"] == "continue"
    assert (value["title"], value["height"], value["width"]) == ("Teamet", "medium", "medium")
    assert value["card"]["content"] == form_to_adaptive_card(FORM)
    assert card_problems(value["card"]["content"]) == []


async def test_a_dialog_that_is_asked_for_again_is_a_new_delivery(desk: Desk) -> None:
    data = {"action": IDEA_ASK, "value": REF.encode()}
    activity = invoke(desk, "task/fetch", {"data": data})
    await desk.send(activity)
    desk.clock.forward(seconds=12)
    await desk.send(activity)
    first, again = (pressed.envelope.delivery for pressed in desk.ear.heard)
    assert first != again


async def test_a_dialog_is_sent_with_the_people_named(desk: Desk) -> None:
    desk.fake.connector.members["aad-bo"] = {"id": "29:bo", "name": "Bo Ek"}
    desk.fake.connector.conversations.add("19:team@thread.tacv2")
    submit = form_to_adaptive_card(FORM)["actions"][0]["data"]
    data = submit | {"name": "Hemtjänsten", "manager": "aad-bo", "until": "2026-12-04"}
    status, body = await desk.send(invoke(desk, "task/submit", {"data": data}, **desk.fake.in_channel()))
    assert (status, body) == (200, None)
    (sent,) = desk.ear.heard
    assert isinstance(sent, SentForm)
    assert (sent.form, sent.ref.id) == (FORM_TEAM, "team-1")
    assert sent.fields == {"name": "Hemtjänsten", "until": "2026-12-04"}
    home = Address("teams", f"teams:{TENANT}", "", "", desk.fake.service_url, "29:bo")
    assert sent.people == {"manager": Picked(f"teams:{TENANT}:aad-bo", "Bo Ek", home, Standing.COLLEAGUE)}


async def test_somebody_teams_does_not_know_stays_nameless(desk: Desk) -> None:
    data = {"form": FORM_TEAM, "value": "team|t|0|", "people": ["manager"], "manager": "aad-bo"}
    await desk.send(invoke(desk, "task/submit", {"data": data}))
    (sent,) = desk.ear.heard
    assert isinstance(sent, SentForm)
    home = Address("teams", f"teams:{TENANT}", "", "", desk.fake.service_url, "aad-bo")
    assert sent.people == {"manager": Picked(f"teams:{TENANT}:aad-bo", "", home)}


async def test_errors_keep_the_dialog_open(desk: Desk) -> None:
    desk.ear.answer = FormErrors({"name": "Namnet saknas."}, FORM)
    _, body = await desk.send(
        invoke(desk, "task/submit", {"data": {"form": FORM_TEAM, "value": "team|t|0|"}})
    )
    assert body["task"]["type"] == "continue"
    content = body["task"]["value"]["card"]["content"]
    assert content == form_to_adaptive_card(FORM, {"name": "Namnet saknas."})


async def test_a_private_line_stands_in_the_dialog(desk: Desk) -> None:
    desk.ear.answer = PrivateLine("Det går inte nu.")
    asked = {"data": {"action": IDEA_WHY, "value": REF.encode()}}
    sent = {"data": {"form": FORM_TEAM, "value": "team|t|0|"}}
    made = {"commandId": "make_improvement", "messagePayload": {"body": {"content": "Listan"}}}
    for name, value in (
        ("task/fetch", asked),
        ("task/submit", sent),
        ("composeExtension/fetchTask", made),
        ("composeExtension/submitAction", sent),
    ):
        _, body = await desk.send(invoke(desk, name, value))
        assert words_of_dialog(body) == "Det går inte nu.", name


async def test_a_message_is_made_an_improvement(desk: Desk) -> None:
    desk.ear.answer = ShowForm(FORM)
    html = "<p>Listan ligger &lt;långt&gt; bort <img alt='🙂' src='x'/></p><p>Rad två</p>"
    value = {
        "commandId": "make_improvement",
        "commandContext": "message",
        "messagePayload": {"body": {"contentType": "html", "content": html}},
    }
    conversation = {"conversationType": "personal", "tenantId": TENANT, "id": "19:two@unq.gbl.spaces"}
    activity = invoke(desk, "composeExtension/fetchTask", value, conversation=conversation)
    _, body = await desk.send(activity)
    (wanted,) = desk.ear.heard
    assert isinstance(wanted, Wanted)
    assert wanted.form == FORM_NEW_IDEA
    assert wanted.text == "Listan ligger <långt> bort 🙂\nRad två"
    # A chat between two people is called personal too, and is not Femma's.
    assert wanted.envelope.home.conversation == ""
    assert body["task"]["type"] == "continue"


async def test_the_form_of_a_message_extension_is_sent(desk: Desk) -> None:
    data = {"form": FORM_NEW_IDEA, "value": "none||0|", "text": "Närmare lista"}
    status, body = await desk.send(
        invoke(desk, "composeExtension/submitAction", {"commandId": "make_improvement", "data": data})
    )
    assert (status, words_of_dialog(body)) == (200, QUIET)
    (sent,) = desk.ear.heard
    assert isinstance(sent, SentForm)
    assert sent.fields == {"text": "Närmare lista"}


async def test_femma_joins_the_channel_that_was_chosen(desk: Desk) -> None:
    place = desk.fake.in_channel("19:first@thread.tacv2", root="")
    place["channelData"] |= {"eventType": "teamMemberAdded", "channel": None}
    place["channelData"]["settings"] = {"selectedChannel": {"id": "19:team@thread.tacv2"}}
    activity = desk.fake.activity(
        type="conversationUpdate", text=None, membersAdded=[{"id": "29:anna"}, {"id": BOT}], **place
    )
    assert (await desk.send(activity))[0] == 200
    (joined,) = desk.ear.heard
    assert isinstance(joined, Joined)
    assert joined.channel == Address(
        "teams", f"teams:{TENANT}", "19:team@thread.tacv2", "", desk.fake.service_url
    )
    assert joined.channel_name == "Hemtjänsten"


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "conversationUpdate", "membersRemoved": [{"id": BOT}]},
        {"type": "installationUpdate", "action": "remove"},
    ],
)
async def test_femma_leaves_a_channel(desk: Desk, fields: dict[str, Any]) -> None:
    await desk.send(desk.fake.activity(text=None, **fields, **desk.fake.in_channel(root="")))
    (left,) = desk.ear.heard
    assert isinstance(left, Left)
    assert left.channel.conversation == "19:team@thread.tacv2"


async def test_a_deleted_channel_is_left(desk: Desk) -> None:
    place = desk.fake.in_channel(root="")
    place["conversation"]["id"] = "19:first@thread.tacv2"
    place["channelData"]["eventType"] = "channelDeleted"
    await desk.send(desk.fake.activity(type="conversationUpdate", text=None, **place))
    (left,) = desk.ear.heard
    assert isinstance(left, Left)
    assert left.channel.conversation == "19:team@thread.tacv2"


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "conversationUpdate", "membersAdded": [{"id": BOT}]},
        {"type": "installationUpdate", "action": "add"},
        {"type": "installationUpdate", "action": "add-upgrade"},
    ],
)
async def test_somebody_arrives(desk: Desk, fields: dict[str, Any]) -> None:
    await desk.send(desk.fake.activity(text=None, **fields))
    (arrived,) = desk.ear.heard
    assert isinstance(arrived, Arrived)
    assert arrived.page is None
    assert arrived.envelope.home.conversation == "a:chat-with-29:anna"


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "installationUpdate", "action": "remove"},
        {"type": "conversationUpdate", "membersAdded": [{"id": "29:bo"}]},
        {"type": "conversationUpdate", "membersRemoved": [{"id": BOT}]},
        {"type": "conversationUpdate"},
    ],
)
async def test_other_changes_of_the_direct_chat_are_nothing(desk: Desk, fields: dict[str, Any]) -> None:
    assert (await desk.send(desk.fake.activity(text=None, **fields)))[0] == 200
    assert desk.ear.heard == []


async def test_other_members_of_a_team_are_nothing(desk: Desk) -> None:
    """And Teams is not asked about any of them."""
    fields = desk.fake.in_channel(root="")
    for kind in ("membersAdded", "membersRemoved"):
        activity = desk.fake.activity(type="conversationUpdate", **{kind: [{"id": "29:bo"}]}, **fields)
        assert (await desk.send(activity))[0] == 200
    assert desk.ear.heard == []
    assert desk.fake.connector.calls == []


async def test_a_private_line_to_words_is_said_in_the_direct_chat(desk: Desk) -> None:
    desk.ear.answer = PrivateLine("Skriv en idé till mig.")
    activity = desk.fake.activity(text="<at>Femma</at>", entities=[mention()], **desk.fake.in_channel())
    assert await desk.send(activity) == (200, None)
    (message,) = desk.fake.connector.posted("a:chat-with-29:anna")
    assert message.versions[0]["text"] == "Skriv en idé till mig."
    assert desk.fake.connector.posted("19:team@thread.tacv2") == []


async def test_a_form_that_no_dialog_can_hold_comes_into_the_chat(desk: Desk) -> None:
    for answer in (ShowForm(FORM), FormErrors({"name": "Namnet saknas."}, FORM)):
        desk.ear.answer = answer
        await desk.send(desk.fake.activity())
        _, body = await desk.send(card_press(desk))
        assert body["value"] == QUIET
    posted = desk.fake.connector.posted("a:chat-with-29:anna")
    contents = [message.versions[0]["attachments"][0]["content"] for message in posted]
    plain, wrong = form_to_adaptive_card(FORM), form_to_adaptive_card(FORM, {"name": "Namnet saknas."})
    assert contents == [plain, plain, wrong, wrong]


async def test_a_private_line_that_is_lost_is_no_reason_to_send_again(desk: Desk) -> None:
    desk.ear.answer = PrivateLine("Hej")
    desk.fake.connector.conversations.clear()
    assert (await desk.send(desk.fake.activity()))[0] == 200


async def test_busy_asks_teams_to_send_again(desk: Desk) -> None:
    desk.ear.answer = Busy()
    assert (await desk.send(desk.fake.activity()))[0] == 503
    assert (await desk.send(card_press(desk)))[0] == 503
    assert len(desk.ear.heard) == 2


@pytest.mark.parametrize(
    ("timestamp", "at"),
    [
        (None, NOW),
        ("yesterday", NOW),
        ("2030-01-01T00:00:00Z", NOW),
        ("2026-11-16T08:00:00", NOW.replace(second=0)),
        ("2026-11-16T09:00:00+01:00", NOW.replace(second=0)),
    ],
)
async def test_when_it_was_said(desk: Desk, timestamp: str | None, at: object) -> None:
    await desk.send(desk.fake.activity(timestamp=timestamp))
    assert desk.ear.heard[0].envelope.at == at


@pytest.mark.parametrize(
    ("fields", "language"),
    [
        ({"locale": "nb-NO"}, Language.NB),
        ({"locale": None, "entities": [{"type": "clientInfo", "locale": "en-US"}]}, Language.EN),
        ({"locale": "fi-FI"}, None),
    ],
)
async def test_the_clients_language(desk: Desk, fields: dict[str, Any], language: object) -> None:
    await desk.send(desk.fake.activity(**fields))
    assert desk.ear.heard[0].envelope.actor.language is language


async def test_somebody_without_a_directory_id_has_teams_own(desk: Desk) -> None:
    await desk.send(desk.fake.activity(**{"from": {"id": "29:guest", "name": "G"}}))
    assert desk.ear.heard[0].envelope.actor.person == f"teams:{TENANT}:29:guest"


async def test_words_are_washed(desk: Desk) -> None:
    body = desk.fake.activity(text="a\x00b \ud800 A\u030a")
    assert (await desk.send(body))[0] == 200
    said = desk.ear.heard[0]
    assert isinstance(said, Said)
    assert said.text == "a\ufffdb \ufffd Å"
