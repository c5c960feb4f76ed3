"""What the page sends becomes what the core hears, and what the core answers is shown."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient

from bot.domain.people import Address, Language
from bot.domain.ports import Gone, Refused
from cards.actions import FORM_NEW_IDEA, IDEA_ACKNOWLEDGE, IDEA_NOT_NOW, NEW_IDEA, Ref
from cards.texts import playground_keys
from handlers.incoming import Actor, Arrived, Envelope, Picked, Pressed, Said, SentForm, Wanted
from tests.web.stand import ABOUT, ANNA, ANSWERED, BIRGITTA, BJORKEN, DIGEST, GREETING, KARI, Stand

DELIVERY = "0b6c9b1e-5d4f-4a0c-9d6f-2a4f7a3f1c11"
Client = TestClient[Any, Any]


def body(**more: object) -> dict[str, object]:
    """What each act of the page has."""
    return {"delivery": DELIVERY, "person": ANNA.id, "conversation": ANNA.home.conversation, **more}


def envelope(stand: Stand) -> Envelope:
    """What the core is told of Anna."""
    actor = Actor("web:demo", ANNA.id, "Anna Lind", Language.SV, False)
    return Envelope(DELIVERY, actor, ANNA.home, stand.clock.now())


async def act(client: Client, path: str, **more: object) -> ClientResponse:
    """One act of Anna's."""
    response: ClientResponse = await client.post(f"/playground/{path}", json=body(**more))
    return response


async def test_words_in_a_direct_chat(client: Client, stand: Stand) -> None:
    response = await act(client, "say", text="  Kö vid\x00 kopiatorn \n")
    assert (response.status, await response.json()) == (200, {"kind": "nothing"})
    assert stand.script.heard == [Said(envelope(stand), "Kö vid\ufffd kopiatorn")]
    own, answer = await stand.log.lines(ANNA.home.conversation)
    assert (own.author, own.text, own.card) == (ANNA.id, "Kö vid\ufffd kopiatorn", None)
    assert answer.author == "femma"


@pytest.mark.parametrize(
    ("text", "heard"),
    [("@Femma hej", "hej"), ("@femma, hej du", "hej du"), ("@FEMMA", ""), ("@Femma:\nhej", "hej")],
)
async def test_a_mention_in_a_channel(client: Client, stand: Stand, text: str, heard: str) -> None:
    await act(client, "say", text=text, conversation=BJORKEN.conversation)
    line = (await stand.log.lines(BJORKEN.conversation))[0]
    channel = Address("web", "web:demo", BJORKEN.conversation, line.message)
    assert stand.script.heard == [Said(envelope(stand), heard, channel, "björken")]
    answer = (await stand.log.lines(BJORKEN.conversation))[1]
    assert answer.thread == line.message


@pytest.mark.parametrize("text", ["hej alla", "hej @Femma", "@Femmans idé", "femma"])
async def test_colleagues_among_themselves(client: Client, stand: Stand, text: str) -> None:
    response = await act(client, "say", text=text, conversation=BJORKEN.conversation)
    assert await response.json() == {"kind": "nothing"}
    assert stand.script.heard == []
    assert [line.text for line in await stand.log.lines(BJORKEN.conversation)] == [text]


async def test_an_answer_in_a_thread(client: Client, stand: Stand) -> None:
    await act(client, "say", text="@Femma hej", conversation=BJORKEN.conversation)
    first, femmas = await stand.log.lines(BJORKEN.conversation)
    more = {"delivery": DELIVERY[::-1], "conversation": BJORKEN.conversation, "thread": femmas.message}
    await act(client, "say", text="@Femma mer", **more)
    heard = stand.script.heard[-1]
    assert isinstance(heard, Said)
    assert heard.channel is not None
    assert heard.channel.thread == first.message
    assert (await stand.log.lines(BJORKEN.conversation))[2].thread == first.message


async def test_a_repeated_delivery_is_written_once(client: Client, stand: Stand) -> None:
    stand.script.busy = 1
    first = await act(client, "say", text="hej")
    assert (first.status, first.headers["Retry-After"]) == (503, "1")
    assert (await act(client, "say", text="hej")).status == 200
    lines = await stand.log.lines(ANNA.home.conversation)
    assert [line.author for line in lines] == [ANNA.id, "femma"]


async def test_two_at_the_same_time_are_written_once(client: Client, stand: Stand) -> None:
    await asyncio.gather(*(act(client, "say", text="hej") for _ in range(5)))
    lines = await stand.log.lines(ANNA.home.conversation)
    assert [line.author for line in lines].count(ANNA.id) == 1


async def test_a_press(client: Client, stand: Stand) -> None:
    response = await act(client, "press", action=IDEA_NOT_NOW, value=ABOUT, message="m7")
    assert stand.script.heard == [
        Pressed(envelope(stand), IDEA_NOT_NOW, Ref("idea", "i1", 1), ANNA.home, "m7")
    ]
    answer = await response.json()
    assert answer == {"kind": "line", "text": "Den knappen är gammal. Idén är redan kvitterad."}
    assert stand.log.kept == {}


async def test_a_press_that_opens_a_form(client: Client, stand: Stand) -> None:
    answer = await (await act(client, "press", action=NEW_IDEA, value="none||0|")).json()
    assert (answer["kind"], answer["people"]) == ("form", ["with"])
    assert f'data-form="{FORM_NEW_IDEA}"' in answer["html"]
    assert f'<option value="{KARI.id}">Kari Nordmann</option>' in answer["html"]


async def test_people_of_another_tenant_cannot_be_picked(client: Client, stand: Stand) -> None:
    away = replace(KARI, tenant="web:away")
    stand.scene = replace(stand.scene, people=(ANNA, BIRGITTA, away))
    answer = await (await act(client, "press", action=NEW_IDEA, value="none||0|")).json()
    assert KARI.id not in answer["html"]


async def test_a_wanted_form(client: Client, stand: Stand) -> None:
    answer = await (await act(client, "want", text="Kö <b>igen</b>")).json()
    assert stand.script.heard == [Wanted(envelope(stand), FORM_NEW_IDEA, "Kö <b>igen</b>")]
    assert "Kö &lt;b&gt;igen&lt;/b&gt;</textarea>" in answer["html"]


async def test_a_sent_form(client: Client, stand: Stand) -> None:
    fields = {"text": "Kö vid kopiatorn", "kind": "idea", "until": "2026-12-04"}
    people = {"with": KARI.id, "other": ""}
    response = await act(client, "send", form=FORM_NEW_IDEA, value="none||0|", fields=fields, people=people)
    assert (await response.json())["kind"] == "line"
    picked = {"with": Picked(KARI.id, "Kari Nordmann", KARI.home)}
    assert stand.script.heard == [SentForm(envelope(stand), FORM_NEW_IDEA, Ref("none"), fields, picked)]


async def test_a_form_with_errors_comes_back(client: Client, stand: Stand) -> None:
    more: dict[str, object] = {"form": FORM_NEW_IDEA, "value": "none||0|", "fields": {"text": "Kö"}}
    answer = await (await act(client, "send", **more)).json()
    assert answer["kind"] == "form"
    assert "Skriv en hel mening" in answer["html"]


async def test_an_arrival_is_greeted(client: Client, stand: Stand) -> None:
    await act(client, "open")
    assert stand.script.heard == [Arrived(envelope(stand))]
    assert len(await stand.log.lines(ANNA.home.conversation)) == 1


@pytest.mark.parametrize(
    ("path", "wrong", "code"),
    [
        ("say", {"person": "web:nobody"}, "person"),
        ("say", {"person": 7}, "person"),
        ("say", {"delivery": ""}, "delivery"),
        ("say", {"delivery": "x" * 65}, "delivery"),
        ("say", {"delivery": "../../etc"}, "delivery"),
        ("say", {"text": ""}, "text"),
        ("say", {"text": " \n"}, "text"),
        ("say", {"text": "x" * 8_001}, "text"),
        ("say", {"text": ["x"]}, "text"),
        ("say", {"conversation": BIRGITTA.home.conversation}, "conversation"),
        ("say", {"conversation": "channel:nowhere"}, "conversation"),
        ("say", {"conversation": ""}, "conversation"),
        ("say", {"thread": "m99"}, "thread"),
        ("press", {"action": "idea.explode"}, "action"),
        ("press", {"value": "nonsense"}, "value"),
        ("press", {"value": "idea|i1|-1|"}, "value"),
        ("press", {"conversation": BIRGITTA.home.conversation}, "conversation"),
        ("send", {"form": "form.nothing"}, "form"),
        ("send", {"fields": []}, "fields"),
        ("send", {"fields": {"text": 7}}, "fields"),
        ("send", {"fields": {str(n): "" for n in range(51)}}, "fields"),
        ("send", {"people": {"with": "web:nobody"}}, "person"),
        ("clock", {"move": "back"}, "move"),
        ("clock", {"move": None}, "move"),
    ],
)
async def test_what_the_page_never_sends(
    client: Client, stand: Stand, path: str, wrong: dict[str, object], code: str
) -> None:
    right: dict[str, object] = {"text": "hej", "action": NEW_IDEA, "value": ABOUT, "form": FORM_NEW_IDEA}
    response = await act(client, path, **{**right, **wrong})
    assert (response.status, await response.text()) == (400, code)
    assert stand.script.heard == []
    assert stand.log.kept == {}


# Femma speaks


async def test_femma_posts_edits_and_cannot_publish(stand: Stand) -> None:
    chat = stand.edge.chat
    posted = await chat.post(Address("web", "web:demo", person=ANNA.id), GREETING)
    assert posted.address.conversation == ANNA.home.conversation
    await chat.edit(posted.address, posted.message, ANSWERED)
    (line,) = await stand.log.lines(ANNA.home.conversation)
    assert line.edited
    with pytest.raises(Refused):
        await chat.publish(ANNA.home, GREETING)


@pytest.mark.parametrize(
    "to",
    [
        Address("web", "web:demo", person="web:nobody"),
        Address("web", "web:demo", conversation="channel:closed"),
        Address("web", "web:demo"),
    ],
)
async def test_a_place_that_is_not_there_is_gone(stand: Stand, to: Address) -> None:
    with pytest.raises(Gone):
        await stand.edge.chat.post(to, GREETING)
    assert stand.log.kept == {}


async def test_only_femmas_own_card_in_its_own_place_is_edited(client: Client, stand: Stand) -> None:
    await act(client, "say", text="hej")
    persons, femmas = await stand.log.lines(ANNA.home.conversation)
    for where, message in ((ANNA.home, persons.message), (BIRGITTA.home, femmas.message), (ANNA.home, "m99")):
        with pytest.raises(Gone):
            await stand.edge.chat.edit(where, message, ANSWERED)
    assert [line.edited for line in await stand.log.lines(ANNA.home.conversation)] == [False, False]


# What the page reads


async def test_the_state_is_all_that_a_page_needs(client: Client, stand: Stand) -> None:
    await act(client, "say", text="hej")
    state = await (await client.get("/playground/state")).json()
    assert state["sequence"] == stand.log.sequence == 3
    assert state["clock"] == {"now": stand.clock.now().isoformat(), "nextDigest": DIGEST.isoformat()}
    assert [person["id"] for person in state["scene"]["people"]] == [ANNA.id, BIRGITTA.id, KARI.id]
    assert [pane["conversation"] for pane in state["scene"]["panes"]] == [
        ANNA.home.conversation,
        BIRGITTA.home.conversation,
        BJORKEN.conversation,
    ]
    own, femmas = state["conversations"][ANNA.home.conversation]
    assert (own["text"], own["html"]) == ("hej", "")
    assert femmas["html"].startswith('<article class="card" lang="sv">')
    assert set(state["texts"]) == {"sv", "nb", "en"}


async def test_the_look_of_a_card_elsewhere(client: Client, stand: Stand) -> None:
    posted = await stand.edge.chat.post(ANNA.home, GREETING)
    look = await (await client.get(f"/playground/look/{posted.message}")).json()
    assert look["slack"]["blocks"][0]["type"] == "header"
    assert look["teams"]["type"] == "AdaptiveCard"


async def test_words_and_nothing_have_no_other_look(client: Client, stand: Stand) -> None:
    await act(client, "say", text="hej", conversation=BJORKEN.conversation)
    for message in ("m1", "m99"):
        assert (await client.get(f"/playground/look/{message}")).status == 404


def test_every_language_has_every_word_of_the_page() -> None:
    keys = {language: set(playground_keys(language)) for language in Language}
    assert keys[Language.SV] == keys[Language.NB] == keys[Language.EN]


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "sv"),
        ("fi-FI,fi;q=0.9", "sv"),
        ("nn-NO,nn;q=0.9,en;q=0.8", "nb"),
        ("de,en-GB;q=0.7", "en"),
    ],
)
async def test_the_page_comes_in_the_browsers_language(client: Client, accepted: str, language: str) -> None:
    page = await (await client.get("/", headers={"Accept-Language": accepted})).text()
    assert f'<html lang="{language}">' in page
    assert str(playground_keys(Language(language))["playground-tagline"]) in page


# The clock


async def test_the_clock_moves_to_the_summary_and_then_no_further(client: Client, stand: Stand) -> None:
    response = await act(client, "clock", move="digest")
    present = await response.json()
    assert present["clock"] == {"now": DIGEST.isoformat(), "nextDigest": None}
    assert len(await stand.log.lines(BJORKEN.conversation)) == 1
    assert (await act(client, "clock", move="digest")).status == 409
    assert stand.clock.now() == DIGEST


async def test_moves_at_the_same_time_follow_each_other(client: Client, stand: Stand) -> None:
    before = stand.clock.now()
    answers = await asyncio.gather(*(act(client, "clock", move="hour") for _ in range(4)))
    assert [answer.status for answer in answers] == [200] * 4
    assert (stand.clock.now() - before).total_seconds() == 4 * 3600


# The stream


async def events(response: ClientResponse, until: str) -> list[tuple[str, str, Any]]:
    """(id, name, data) of every event, up to and with the first named `until`."""
    found = []
    fields = {"id": "", "event": "", "data": ""}
    async for raw in response.content:
        name, _, value = raw.decode().rstrip("\n").partition(": ")
        if name:
            fields[name] = value
            continue
        found.append((fields["id"], fields["event"], json.loads(fields["data"])))
        fields = {"id": "", "event": "", "data": ""}
        if found[-1][1] == until:
            return found
    raise AssertionError("the stream ended")


async def test_the_stream_tells_what_comes(client: Client, stand: Stand) -> None:
    async with client.get("/playground/events") as stream:
        assert stream.content_type == "text/event-stream"
        ((_, name, present),) = await events(stream, "now")
        assert (name, present["clock"]["now"]) == ("now", stand.clock.now().isoformat())
        await stand.edge.chat.post(ANNA.home, GREETING)
        line, _now = await events(stream, "now")
        assert line[:2] == ("1", "line")
        assert line[2]["conversation"] == ANNA.home.conversation


async def test_the_stream_goes_on_where_it_was_left(client: Client, stand: Stand) -> None:
    first = await stand.edge.chat.post(ANNA.home, GREETING)
    await stand.edge.chat.post(ANNA.home, GREETING)
    await stand.edge.chat.edit(ANNA.home, first.message, ANSWERED)
    # The header wins: a browser repeats the first address with it.
    async with client.get("/playground/events?after=0", headers={"Last-Event-ID": "1"}) as stream:
        told = await events(stream, "now")
    assert [event[0] for event in told] == ["2", "3", ""]
    assert told[1][2]["edited"]


@pytest.mark.parametrize("wrong", ["x", "-1", "1.5", "٣", "9" * 16])
async def test_a_place_in_no_stream(client: Client, wrong: str) -> None:
    assert (await client.get("/playground/events", params={"after": wrong})).status == 400


async def test_closing_lets_the_listeners_go(client: Client, stand: Stand) -> None:
    async with client.get("/playground/events") as stream:
        await events(stream, "now")
        await stand.edge.close()
        assert await stream.content.read() == b""


async def test_a_press_by_the_manager_changes_the_card(client: Client, stand: Stand) -> None:
    await act(client, "say", text="hej")
    (card,) = await stand.log.lines(BIRGITTA.home.conversation)
    more = {"person": BIRGITTA.id, "conversation": BIRGITTA.home.conversation, "message": card.message}
    await act(client, "press", action=IDEA_ACKNOWLEDGE, value=ABOUT, **more)
    (now,) = await stand.log.lines(BIRGITTA.home.conversation)
    assert (now.message, now.edited) == (card.message, True)
