"""Cards to Slack: what is sent, and what each way of failing means for sending it again."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import aiohttp
import pytest

from bot.domain.people import Address
from bot.domain.ports import Gone, NotDelivered, Refused, TryLater, Uncertain
from cards.model import Card, Chart, Facts, Image, Paragraph, Series
from handlers.chat import Chat
from handlers.slack.outbound import SlackChat
from tests.cards.samples_model import FORM, HOSTILE, ORDINARY, hostile_card
from tests.fakes.slack import BOT_TOKEN, FakeSlack
from tests.fakes.slack_scripts import Answers, BreaksOff, Hangs, Script, rate_limited, redirect, says
from tests.slack.stand import FixedClock

CARD = Card("Tack", (Paragraph("Anna svarar senast torsdag."),), "sv")
TENANT = "slack:T0FEMMA"
CHANNEL = Address("slack", TENANT, conversation="C0TEAM")
MAJA = Address("slack", TENANT, person="U1")


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as shared:
        yield shared


@pytest.fixture
def chat(slack: FakeSlack, session: aiohttp.ClientSession) -> SlackChat:
    return SlackChat(BOT_TOKEN, session, FixedClock(), slack.api_url)


@pytest.fixture
def hasty(slack: FakeSlack, session: aiohttp.ClientSession) -> SlackChat:
    """A chat that waits so short a time that a test can see it give up."""
    return SlackChat(BOT_TOKEN, session, FixedClock(), slack.api_url, seconds=0.1)


async def _failure(action: Awaitable[object]) -> tuple[type[NotDelivered], str]:
    with pytest.raises(NotDelivered) as caught:
        await action
    return type(caught.value), caught.value.reason


def test_it_is_a_chat(chat: SlackChat) -> None:
    as_port: Chat = chat
    assert as_port is chat


async def test_a_post_in_a_thread(chat: SlackChat, slack: FakeSlack) -> None:
    posted = await chat.post(replace(CHANNEL, thread="1700000000.000001"), CARD)
    assert posted.address == replace(CHANNEL, thread="1700000000.000001")
    sent = slack.messages["C0TEAM", posted.message]
    assert sent["thread_ts"] == "1700000000.000001"
    assert (sent["unfurl_links"], sent["unfurl_media"], sent["parse"]) == (False, False, "none")
    assert not {"link_names", "metadata", "as_user", "token"} & set(sent)
    assert sent["text"].startswith("Tack")
    assert slack.calls[0].headers["Authorization"] == f"Bearer {BOT_TOKEN}"


async def test_a_direct_chat_is_opened_first_and_remembered(chat: SlackChat, slack: FakeSlack) -> None:
    for _ in range(2):
        posted = await chat.post(MAJA, CARD)
        assert posted.address == replace(MAJA, conversation="D1")
    assert [call.method for call in slack.calls] == [
        "conversations.open", "chat.postMessage", "chat.postMessage"
    ]  # fmt: skip
    assert slack.called("conversations.open") == [{"users": "U1"}]


async def test_an_edit(chat: SlackChat, slack: FakeSlack) -> None:
    posted = await chat.post(CHANNEL, CARD)
    await chat.edit(posted.address, posted.message, replace(CARD, title="Klart"))
    assert slack.messages["C0TEAM", posted.message]["text"].startswith("Klart")
    assert slack.called("chat.update")[0]["parse"] == "none"


async def test_a_home(chat: SlackChat, slack: FakeSlack) -> None:
    await chat.publish(MAJA, CARD)
    assert slack.homes["U1"]["type"] == "home"


async def test_a_form(chat: SlackChat, slack: FakeSlack) -> None:
    await chat.open_form("t1", FORM)
    assert slack.views[0]["callback_id"] == FORM.name
    assert await _failure(chat.open_form("t1", FORM)) == (Refused, "exchanged_trigger_id")


@pytest.mark.parametrize("card", ORDINARY)
async def test_every_sample_card_is_taken(chat: SlackChat, slack: FakeSlack, card: Card) -> None:
    posted = await chat.post(CHANNEL, card)
    await chat.edit(posted.address, posted.message, card)
    await chat.publish(MAJA, card)


async def test_hostile_words_are_taken_and_name_nobody(chat: SlackChat, slack: FakeSlack) -> None:
    """Some as whole cards, whose drawing has tests of its own, and all as a private line, drawn here."""
    for words in HOSTILE[::8]:
        await chat.post(CHANNEL, hostile_card(words))
    for words in HOSTILE:
        await chat.whisper(CHANNEL, "U1", words)
    assert len(slack.messages) == len(HOSTILE[::8])
    assert len(slack.whispers) == len(HOSTILE)


async def test_charts_in_words_where_they_are_refused(chat: SlackChat, slack: FakeSlack) -> None:
    chart = Chart("Idéer", ("v. 46", "v. 47"), (Series("Nya", (1.0, 2.0)),), "En idé, sedan två.")
    card = Card("Veckan", (chart,), "sv")
    slack.play("chat.postMessage", says("invalid_blocks"))
    slack.play("chat.update", says("invalid_blocks"))
    posted = await chat.post(CHANNEL, card)
    await chat.edit(posted.address, posted.message, card)
    kinds = [
        [block["type"] for block in call.params["blocks"]]
        for call in slack.calls
        if call.method in {"chat.postMessage", "chat.update"}
    ]
    assert ["data_visualization" in each for each in kinds] == [True, False, True, False]


async def test_a_picture_that_slack_cannot_load_becomes_words(chat: SlackChat, slack: FakeSlack) -> None:
    """Slack loads pictures while it takes a message, and refuses the whole of it when one does not come."""
    slack.play("chat.postMessage", says("invalid_blocks"))
    slack.play("chat.update", says("invalid_blocks"))
    photo = Image("https://femma.example.com/pictures/x", "Foto skickat med idé 12, före")
    card = Card("Rubrik", (Paragraph("Ord"), photo), "sv")
    posted = await chat.post(CHANNEL, card)
    await chat.edit(CHANNEL, posted.message, card)
    kinds = [
        [block["type"] for block in call.params["blocks"]]
        for call in slack.calls
        if call.method in {"chat.postMessage", "chat.update"}
    ]
    assert ["image" in each for each in kinds] == [True, False, True, False]
    shown = slack.called("chat.postMessage")[1]
    assert "Foto skickat med idé 12, före" in str(shown["blocks"])


async def test_a_card_without_a_chart_is_not_sent_twice(chat: SlackChat, slack: FakeSlack) -> None:
    slack.play("chat.postMessage", says("invalid_blocks"))
    assert await _failure(chat.post(CHANNEL, CARD)) == (Refused, "invalid_blocks")
    assert len(slack.called("chat.postMessage")) == 1


ACTIONS: dict[str, tuple[str, Callable[[SlackChat], Awaitable[object]]]] = {
    "post": ("chat.postMessage", lambda chat: chat.post(CHANNEL, CARD)),
    "whisper": ("chat.postEphemeral", lambda chat: chat.whisper(CHANNEL, "U1", "Bara du ser det här.")),
    "edit": ("chat.update", lambda chat: chat.edit(CHANNEL, "1.1", CARD)),
    "publish": ("views.publish", lambda chat: chat.publish(MAJA, CARD)),
    "form": ("views.open", lambda chat: chat.open_form("t1", FORM)),
    "open": ("conversations.open", lambda chat: chat.post(MAJA, CARD)),
}
NEW_POSTS = {"post", "whisper"}

UNCLEAR: dict[str, Script] = {
    "500": Answers(500, "<html>"),
    "502": Answers(502, "{}"),
    "503 in plain text": Answers(503, "no", "text/plain"),
    "504 that says ok": Answers(504, '{"ok":true,"ts":"1.1"}'),
    "408": Answers(408),
    "reset": BreaksOff(),
    "half a body": BreaksOff(half=True),
    "half json": Answers(body='{"ok":tr', carried_out=True),
    "a page": Answers(body="<html>Gateway</html>", content_type="text/html"),
    "plain text": Answers(body="ok", content_type="text/plain"),
    "empty": Answers(body=""),
    "a list": Answers(body="[1]"),
    "a deep list": Answers(body="[" * 20_000),
    "not utf-8": Answers(body=b'{"ok":true,"ts":"\xff"}'),
    "null": Answers(body="null"),
    "ok that is a word": Answers(body='{"ok":"true","ts":"1.1"}'),
    "no without a reason": Answers(body='{"ok":false}'),
    "a strange reason": Answers(body='{"ok":false,"error":"<Maja Lind>"}'),
    "internal_error": says("internal_error"),
    "fatal_error": says("fatal_error"),
    "redirect": redirect("/elsewhere"),
}
GONE = [
    "token_revoked", "account_inactive", "invalid_auth", "not_authed", "channel_not_found", "is_archived",
    "not_in_channel", "user_not_found", "user_disabled", "cannot_dm_bot", "message_not_found",
    "cant_update_message", "restricted_action", "restricted_action_read_only_channel", "token_expired",
]  # fmt: skip
REFUSED = [
    "msg_too_long", "invalid_blocks", "msg_blocks_too_long", "no_text", "missing_scope", "never_heard_of"
]  # fmt: skip
LATER = ["ratelimited", "rate_limited", "service_unavailable", "request_timeout", "message_limit_exceeded"]


@pytest.mark.parametrize("script", sorted(UNCLEAR))
@pytest.mark.parametrize("name", sorted(ACTIONS))
async def test_unclear_is_uncertain_for_a_new_post_only(
    chat: SlackChat, slack: FakeSlack, name: str, script: str
) -> None:
    method, action = ACTIONS[name]
    slack.play(method, UNCLEAR[script])
    kind, reason = await _failure(action(chat))
    assert kind is (Uncertain if name in NEW_POSTS else TryLater)
    assert "Maja" not in reason
    assert len(slack.called(method)) == 1, "nothing is repeated"


@pytest.mark.parametrize("name", sorted(ACTIONS))
async def test_no_answer_in_time(hasty: SlackChat, slack: FakeSlack, name: str) -> None:
    method, action = ACTIONS[name]
    slack.play(method, Hangs())
    assert await _failure(action(hasty)) == (Uncertain if name in NEW_POSTS else TryLater, "timeout")


@pytest.mark.parametrize("name", sorted(ACTIONS))
async def test_what_slack_says_decides(chat: SlackChat, slack: FakeSlack, name: str) -> None:
    method, action = ACTIONS[name]
    table = {Gone: GONE, Refused: REFUSED, TryLater: LATER}
    for kind, codes in table.items():
        for code in codes:
            slack.play(method, says(code))
            assert await _failure(action(chat)) == (kind, code)
    assert len(slack.called(method)) == len(GONE) + len(REFUSED) + len(LATER)


@pytest.mark.parametrize(
    ("told", "after"),
    [("1", 1.0), ("30", 30.0), ("3600", 3600.0), ("0", 0.0), (None, None), ("abc", None), ("-5", None),
     ("99999999", None), ("Wed, 21 Oct 2026 07:28:00 GMT", None), ("1.5", None), ("²", None)],
)  # fmt: skip
async def test_too_many_requests(
    chat: SlackChat, slack: FakeSlack, told: str | None, after: float | None
) -> None:
    for method, action in ACTIONS.values():
        slack.play(method, rate_limited(told))
        with pytest.raises(TryLater) as caught:
            await action(chat)
        assert (caught.value.reason, caught.value.after) == ("ratelimited", after)


@pytest.mark.parametrize("status", [401, 403, 404, 407, 413])
async def test_turned_away_before_slack(chat: SlackChat, slack: FakeSlack, status: int) -> None:
    slack.play("chat.postMessage", Answers(status, "<html>proxy</html>", "text/html"))
    assert await _failure(chat.post(CHANNEL, CARD)) == (TryLater, f"http_{status}")


@pytest.mark.parametrize("name", sorted(ACTIONS))
async def test_nobody_answers_the_door(session: aiohttp.ClientSession, name: str) -> None:
    """The connection is refused: certainly not sent."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        chat = SlackChat(BOT_TOKEN, session, FixedClock(), f"http://127.0.0.1:{port}/api/")
        assert await _failure(ACTIONS[name][1](chat)) == (TryLater, "no_connection")


async def test_a_closed_session(chat: SlackChat, slack: FakeSlack, session: aiohttp.ClientSession) -> None:
    await session.close()
    assert await _failure(chat.post(CHANNEL, CARD)) == (TryLater, "closed")
    assert slack.calls == []


async def test_the_token_does_not_follow_a_redirect(chat: SlackChat, slack: FakeSlack) -> None:
    async with FakeSlack() as elsewhere:
        for method, action in ACTIONS.values():
            slack.play(method, redirect(f"{elsewhere.api_url}chat.postMessage"))
            await _failure(action(chat))
        assert elsewhere.calls == []


@pytest.mark.parametrize("body", ['{"ok":true}', '{"ok":true,"ts":5}', '{"ok":true,"ts":""}'])
async def test_a_post_without_a_name_for_the_message(chat: SlackChat, slack: FakeSlack, body: str) -> None:
    slack.play("chat.postMessage", Answers(body=body))
    assert await _failure(chat.post(CHANNEL, CARD)) == (Uncertain, "unexpected_answer")


@pytest.mark.parametrize("channel", ["null", '"D1"', '{"id":1}', "{}"])
async def test_an_opened_chat_without_an_id(chat: SlackChat, slack: FakeSlack, channel: str) -> None:
    slack.play("conversations.open", Answers(body=f'{{"ok":true,"channel":{channel}}}'))
    assert await _failure(chat.post(MAJA, CARD)) == (TryLater, "unexpected_answer")
    assert slack.messages == {}


async def test_nowhere_to_speak(chat: SlackChat, slack: FakeSlack) -> None:
    nowhere = Address("slack", TENANT)
    assert await _failure(chat.post(nowhere, CARD)) == (Refused, "no_address")
    assert await _failure(chat.publish(CHANNEL, CARD)) == (Refused, "no_person")
    assert slack.calls == []


async def test_a_card_that_fits_nowhere(chat: SlackChat, slack: FakeSlack) -> None:
    too_much = Card("x", (Facts(tuple((f"{n}", "x") for n in range(11))),), "sv")
    for action in (
        chat.post(CHANNEL, too_much),
        chat.edit(CHANNEL, "1.1", too_much),
        chat.publish(MAJA, too_much),
        chat.open_form("t", replace(FORM, value="x" * 4000)),
    ):
        assert await _failure(action) == (Refused, "does_not_fit")
    assert slack.calls == []


async def test_posts_at_the_same_time_open_one_chat_each(chat: SlackChat, slack: FakeSlack) -> None:
    posted = await asyncio.gather(*(chat.post(MAJA, CARD) for _ in range(5)))
    assert {each.address.conversation for each in posted} == {"D1"}
    assert len({each.message for each in posted}) == 5
