"""Speaking in Teams: where a message lands, and what every way of failing means for sending it again."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.domain.people import Address
from bot.domain.ports import Gone, NotDelivered, Refused, TryLater, Uncertain
from cards.actions import IDEA_WHY
from cards.adaptive_card import to_adaptive_card
from cards.model import Button, Buttons, Card, Chart, Paragraph, Series
from handlers.chat import Chat, Posted
from handlers.teams.access import AccessTokens, AppIdentity
from handlers.teams.connector import Connector
from handlers.teams.outbound import TeamsChat
from handlers.teams.service_urls import ServiceUrls
from tests.fakes.teams import APP_ID, PASSWORD, SCHEMA, TENANT, FakeTeams, Step, card_problems
from tests.teams.conftest import NOW, FixedClock

CARD = Card(
    "En idé till er",
    (
        Paragraph("Listan ligger i ett annat hus."),
        Chart("Idéer", ("46", "47"), (Series("nya", (2.0, 3.0)),), "2 och 3 nya idéer."),
        Buttons((Button("Varför?", IDEA_WHY, "idea|1|1|"),)),
    ),
    "sv",
)


class Phone:
    """A chat over the fakes, with short patience."""

    def __init__(self, fake: FakeTeams, session: aiohttp.ClientSession) -> None:
        self.fake = fake
        self.clock = FixedClock()
        self.tokens = AccessTokens(session, AppIdentity(APP_ID, PASSWORD, TENANT, fake.token_url), self.clock)
        patience = aiohttp.ClientTimeout(total=2, connect=1, sock_read=0.2)
        connector = Connector(session, self.tokens, ServiceUrls((fake.host, "127.0.0.1:9")), patience)
        self.chat: Chat = TeamsChat(connector, APP_ID, self.clock)

    def channel(self, thread: str = "") -> Address:
        """The channel that Femma is in."""
        return Address("teams", f"teams:{TENANT}", "19:team@thread.tacv2", thread, self.fake.service_url)

    def person(self) -> Address:
        """Somebody whose chat is not open yet."""
        return Address("teams", f"teams:{TENANT}", "", "", self.fake.service_url, "29:bo")

    async def failure(self, *steps: Step, edit: bool = False) -> NotDelivered:
        """Which failure these answers lead to."""
        self.fake.connector.plan(*steps)
        with pytest.raises(NotDelivered) as caught:
            if edit:
                await self.chat.edit(self.channel(), "m-1", CARD)
            else:
                await self.chat.post(self.channel(), CARD)
        assert not self.fake.connector.script
        return caught.value


@pytest.fixture
def phone(fake: FakeTeams, session: aiohttp.ClientSession) -> Phone:
    return Phone(fake, session)


async def test_a_post_to_a_channel_is_a_new_thread(phone: Phone, fake: FakeTeams) -> None:
    posted = await phone.chat.post(phone.channel(), CARD)
    assert posted == Posted(phone.channel(), "m-1")
    message = fake.connector.messages["m-1"]
    assert (message.conversation, message.root) == ("19:team@thread.tacv2", "")
    (payload,) = message.versions
    assert payload["type"] == "message"
    assert payload["attachments"] == [
        {"contentType": "application/vnd.microsoft.card.adaptive", "content": to_adaptive_card(CARD)}
    ]
    assert payload["summary"].startswith("En idé till er")
    assert "text" not in payload
    assert fake.connector.calls[0].authorization == "Bearer access-1"


async def test_an_answer_lands_in_the_thread(phone: Phone, fake: FakeTeams) -> None:
    posted = await phone.chat.post(phone.channel("177"), CARD)
    assert posted.address == phone.channel("177")
    assert fake.connector.messages[posted.message].root == "177"
    assert fake.connector.calls[0].path.endswith("/19:team@thread.tacv2;messageid=177/activities")


async def test_a_direct_chat_is_opened_first(phone: Phone, fake: FakeTeams) -> None:
    posted = await phone.chat.post(phone.person(), CARD)
    assert posted.address.conversation == "a:chat-with-29:bo"
    assert posted.address.person == "29:bo"
    assert fake.connector.posted("a:chat-with-29:bo")
    assert fake.connector.calls[0].payload["members"] == [{"id": "29:bo"}]
    again = await phone.chat.post(phone.person(), CARD)
    assert again.address == posted.address


async def test_an_edit_replaces_the_card(phone: Phone, fake: FakeTeams) -> None:
    posted = await phone.chat.post(phone.channel("177"), CARD)
    new = Card("Klart", (Paragraph("Anna svarade."),), "sv")
    await phone.chat.edit(posted.address, posted.message, new)
    versions = fake.connector.messages[posted.message].versions
    assert versions[-1]["attachments"][0]["content"] == to_adaptive_card(new)
    assert len(fake.connector.messages) == 1


async def test_there_is_no_page(phone: Phone) -> None:
    with pytest.raises(Refused):
        await phone.chat.publish(phone.person(), CARD)


FAILURES: list[tuple[Step, tuple[type[NotDelivered], str], tuple[type[NotDelivered], str]]] = [
    (Step(500), (Uncertain, "500 Planned"), (TryLater, "500 Planned")),
    (Step(502, body="<html>Bad gateway</html>"), (Uncertain, "502"), (TryLater, "502")),
    (Step(503), (Uncertain, "503 Planned"), (TryLater, "503 Planned")),
    (Step(504, after_taking=True), (Uncertain, "504 Planned"), (TryLater, "504 Planned")),
    (Step(408), (Uncertain, "408 Planned"), (TryLater, "408 Planned")),
    (Step(412, code="PreconditionFailed"), (Uncertain, "412 PreconditionFailed"),
     (TryLater, "412 PreconditionFailed")),
    (Step(hang=True), (Uncertain, "timeout"), (TryLater, "timeout")),
    (Step(reset=True), (Uncertain, "reset"), (TryLater, "reset")),
    (Step(reset=True, after_taking=True), (Uncertain, "reset"), (TryLater, "reset")),
    (Step(403, code="BotNotInConversationRoster"), (Gone, "403 BotNotInConversationRoster"),
     (Gone, "403 BotNotInConversationRoster")),
    (Step(403, code="MessageWritesBlocked"), (Gone, "403 MessageWritesBlocked"),
     (Gone, "403 MessageWritesBlocked")),
    (Step(404, code="ConversationNotFound"), (Gone, "404 ConversationNotFound"),
     (Gone, "404 ConversationNotFound")),
    (Step(400, code="ConversationNotFound"), (Gone, "400 ConversationNotFound"),
     (Gone, "400 ConversationNotFound")),
    (Step(410), (Gone, "410 Planned"), (Gone, "410 Planned")),
    (Step(400, code="BadSyntax"), (Refused, "400 BadSyntax"), (Refused, "400 BadSyntax")),
    (Step(400, code="Anna Berg bor på Storgatan"), (Refused, "400"), (Refused, "400")),
    (Step(413, code="MessageSizeTooBig"), (Refused, "413 MessageSizeTooBig"),
     (Refused, "413 MessageSizeTooBig")),
    (Step(302, headers={"Location": "http://127.0.0.1:9/"}), (Refused, "302 Planned"),
     (Refused, "302 Planned")),
]  # fmt: skip


@pytest.mark.parametrize(("step", "posting", "editing"), FAILURES)
async def test_what_a_failure_means(
    phone: Phone,
    fake: FakeTeams,
    step: Step,
    posting: tuple[type[NotDelivered], str],
    editing: tuple[type[NotDelivered], str],
) -> None:
    failure = await phone.failure(step)
    assert (type(failure), failure.reason) == posting
    assert len(fake.connector.calls) == 1
    # A PUT may be repeated by the client library once when a kept connection turns out closed.
    failure = await phone.failure(step, *([step] if step.reset else []), edit=True)
    assert (type(failure), failure.reason) == editing


@pytest.mark.parametrize("step", [Step(200, body="{}"), Step(200, body="<html>"), Step(half=True)])
async def test_a_success_without_an_id_is_uncertain(phone: Phone, step: Step) -> None:
    assert isinstance(await phone.failure(step), Uncertain)


@pytest.mark.parametrize(
    ("header", "after"),
    [
        ("1", 1.0),
        ("30", 30.0),
        ("3600", 3600.0),
        ("0.5", 0.5),
        (None, None),
        ("abc", None),
        ("-1", None),
        ("Mon, 16 Nov 2026 08:01:05 GMT", 60.0),
        ("Mon, 16 Nov 2026 07:00:00 GMT", 0.0),
    ],
)
async def test_too_many_wait_as_long_as_they_are_told(
    phone: Phone, header: str | None, after: float | None
) -> None:
    assert phone.clock.now() == NOW
    headers = {} if header is None else {"Retry-After": header}
    for edit in (False, True):
        failure = await phone.failure(Step(429, headers=headers), edit=edit)
        assert isinstance(failure, TryLater)
        assert (failure.reason, failure.after) == ("ratelimited", after)


async def test_a_connector_that_cannot_be_reached_has_taken_nothing(phone: Phone) -> None:
    nobody = Address("teams", f"teams:{TENANT}", "19:a", service_url="http://127.0.0.1:9/")
    with pytest.raises(TryLater, match="unreachable"):
        await phone.chat.post(nobody, CARD)
    with pytest.raises(TryLater, match="unreachable"):
        await phone.chat.edit(nobody, "m-1", CARD)


@pytest.mark.parametrize("step", [Step(500), Step(hang=True), Step(reset=True), Step(200, body="{}")])
async def test_opening_a_chat_may_be_repeated(phone: Phone, fake: FakeTeams, step: Step) -> None:
    fake.connector.plan(step)
    with pytest.raises(TryLater):
        await phone.chat.post(phone.person(), CARD)
    assert fake.connector.messages == {}


async def test_an_unknown_conversation_is_gone(phone: Phone, fake: FakeTeams) -> None:
    fake.connector.conversations.clear()
    with pytest.raises(Gone, match="404 ConversationNotFound"):
        await phone.chat.post(phone.channel(), CARD)


async def test_a_card_that_cannot_be_drawn_is_refused(phone: Phone, fake: FakeTeams) -> None:
    buttons = Buttons(tuple(Button(str(number), IDEA_WHY, "idea|1|1|") for number in range(7)))
    with pytest.raises(Refused, match="does-not-fit"):
        await phone.chat.post(phone.channel(), Card("T", (buttons,), "sv"))
    assert fake.connector.calls == []


async def test_a_refused_token_is_renewed_once(phone: Phone, fake: FakeTeams) -> None:
    await phone.chat.post(phone.channel(), CARD)
    fake.entra.valid.clear()
    await phone.chat.post(phone.channel(), CARD)
    assert len(fake.connector.messages) == 2
    assert [call.authorization for call in fake.connector.calls] == [
        "Bearer access-1",
        "Bearer access-1",
        "Bearer access-2",
    ]


async def test_a_token_that_is_refused_twice_means_gone(phone: Phone, fake: FakeTeams) -> None:
    failure = await phone.failure(Step(401), Step(401))
    assert (type(failure), failure.reason) == (Gone, "unauthorized")
    assert len(fake.connector.calls) == 2


async def test_one_token_for_many(phone: Phone, fake: FakeTeams) -> None:
    fake.entra.gate = asyncio.Event()
    posts = [asyncio.create_task(phone.chat.post(phone.channel(), CARD)) for _ in range(10)]
    async with asyncio.timeout(5):
        await fake.entra.reached.wait()
    posts[0].cancel()
    fake.entra.gate.set()
    await asyncio.gather(*posts[1:])
    assert len(fake.entra.asked) == 1
    assert fake.entra.asked[0]["grant_type"] == "client_credentials"


async def test_a_token_is_renewed_before_it_ends(phone: Phone, fake: FakeTeams) -> None:
    assert await phone.tokens.get() == "access-1"
    phone.clock.forward(minutes=54)
    assert await phone.tokens.get() == "access-1"
    phone.clock.forward(minutes=1)
    assert await phone.tokens.get() == "access-2"
    fake.entra.status = 503
    phone.clock.forward(minutes=56)
    assert await phone.tokens.get() == "access-2"
    phone.clock.forward(minutes=4)
    with pytest.raises(TryLater):
        await phone.tokens.get()


@pytest.mark.parametrize("status", [400, 401, 429, 500, 503])
async def test_without_a_token_nothing_is_sent(phone: Phone, fake: FakeTeams, status: int) -> None:
    fake.entra.status = status
    with pytest.raises(TryLater, match="no token"):
        await phone.chat.post(phone.channel(), CARD)
    assert fake.connector.calls == []


async def test_a_wrong_password_is_not_shown(
    fake: FakeTeams, session: aiohttp.ClientSession, capsys: pytest.CaptureFixture[str]
) -> None:
    identity = AppIdentity(APP_ID, "CANARY-wrong", TENANT, fake.token_url)
    tokens = AccessTokens(session, identity, FixedClock())
    with pytest.raises(TryLater) as caught:
        await tokens.get()
    shown = repr(identity) + repr(caught.value) + repr(caught.value.__cause__) + capsys.readouterr().out
    assert "CANARY" not in shown


@pytest.mark.parametrize(
    "answer",
    ["[]", "{", '{"access_token": ""}', '{"access_token": 1, "expires_in": 1}', '{"access_token": "x"}'],
)
async def test_an_answer_without_a_token_is_none(phone: Phone, fake: FakeTeams, answer: str) -> None:
    fake.entra.answer = answer
    with pytest.raises(TryLater, match="no token"):
        await phone.tokens.get()


async def test_a_redirect_never_sees_the_token(phone: Phone, fake: FakeTeams) -> None:
    """The Location is our own fake, so that a followed redirect would be seen."""
    target = f"{fake.base}/emea/v3/conversations/elsewhere/activities"
    for status in (301, 302, 307, 308):
        failure = await phone.failure(Step(status, headers={"Location": target}))
        assert isinstance(failure, Refused)
    assert not any("elsewhere" in call.path for call in fake.connector.calls)


def test_the_fake_refuses_a_bad_card() -> None:
    """What keeps the tests above honest: the fake's own check does find faults."""
    if not SCHEMA.exists():
        pytest.skip("the Adaptive Cards schema is not at hand (../shared/schemas)")
    bad: dict[str, Any] = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "NoSuchElement"}]}
    assert card_problems(bad)
    assert card_problems(to_adaptive_card(CARD)) == []
