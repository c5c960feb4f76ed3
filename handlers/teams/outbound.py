"""Our cards to Teams: opening direct chats, posting, replacing. The outbox decides what is repeated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NoReturn

from bot.domain.people import Address
from bot.domain.ports import Clock, NotDelivered, Refused, TryLater, Uncertain
from cards.adaptive_card import form_to_adaptive_card, to_adaptive_card
from cards.escape import shorten
from cards.limits import DoesNotFit
from cards.model import Card, Form
from cards.plain_text import to_plain_text
from handlers.chat import Posted
from handlers.teams.connector import Connector, NoReply, Reply
from handlers.teams.faults import fault
from handlers.teams.nodes import text
from handlers.teams.places import conversation_path, entra_tenant

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
# What a notification shows; more would only be cut by the phone.
_SUMMARY = 300


class TeamsChat:
    """Implements `handlers.chat.Chat`."""

    def __init__(self, connector: Connector, app_id: str, clock: Clock) -> None:
        """`app_id` names Femma as a member of the chats it opens."""
        self._connector = connector
        self._app_id = app_id
        self._clock = clock

    async def post(self, to: Address, card: Card) -> Posted:
        """A new message, in the thread when the address has one. Raises NotDelivered's subclasses."""
        return await self._post(to, _message(card))

    async def say(self, to: Address, words: str) -> Posted:
        """A plain line instead of a card; as `post` otherwise."""
        return await self._post(to, {"type": "message", "text": words, "textFormat": "plain"})

    async def ask(self, to: Address, form: Form, errors: Mapping[str, str]) -> Posted:
        """A form in the chat itself, where no dialog can be opened; as `post` otherwise."""
        return await self._post(to, _attached(_drawn(form_to_adaptive_card, form, errors), form.title))

    async def edit(self, at: Address, message: str, card: Card) -> None:
        """Replace a message. Raises TryLater where a post would be uncertain."""
        path = ("conversations", conversation_path(at), "activities", message)
        await self._repeatable("PUT", at.service_url, path, {**_message(card), "id": message})

    async def publish(self, page: Address, card: Card) -> None:
        """Teams has no page of Femma's own. Raises Refused."""
        raise Refused("no-page")

    async def _post(self, to: Address, message: Mapping[str, object]) -> Posted:
        place = to if to.conversation else await self._open(to)
        path = ("conversations", conversation_path(place), "activities")
        try:
            reply = await self._connector.call("POST", place.service_url, path, message)
        except NoReply as error:
            raise Uncertain(str(error)) from error
        if not reply.taken:
            self._fail(reply, repeatable=False)
        posted = text(reply.body, "id")
        if not posted:
            raise Uncertain("no-id")
        return Posted(place, posted)

    async def _open(self, to: Address) -> Address:
        """The direct chat with a person. Asking twice gives the same chat, so this may be repeated."""
        tenant = entra_tenant(to.tenant)
        wanted = {
            "bot": {"id": f"28:{self._app_id}"},
            "members": [{"id": to.person}],
            "isGroup": False,
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        reply = await self._repeatable("POST", to.service_url, ("conversations",), wanted)
        conversation = text(reply.body, "id")
        if not conversation:
            raise TryLater("no-conversation")
        return replace(to, conversation=conversation)

    async def _repeatable(
        self, method: str, service_url: str, path: tuple[str, ...], payload: Mapping[str, object]
    ) -> Reply:
        try:
            reply = await self._connector.call(method, service_url, path, payload)
        except NoReply as error:
            raise TryLater(str(error)) from error
        if not reply.taken:
            self._fail(reply, repeatable=True)
        return reply

    def _fail(self, reply: Reply, *, repeatable: bool) -> NoReturn:
        problem: NotDelivered = fault(reply, repeatable=repeatable, now=self._clock.now())
        raise problem


def _message(card: Card) -> dict[str, object]:
    return _attached(_drawn(to_adaptive_card, card), to_plain_text(card))


def _drawn(draw: Callable[..., dict[str, Any]], *what: object) -> dict[str, Any]:
    try:
        return draw(*what)
    except DoesNotFit as error:
        raise Refused("does-not-fit") from error


def _attached(content: Mapping[str, object], words: str) -> dict[str, object]:
    """Notifications show the summary. A `text` would stand above the card a second time."""
    return {
        "type": "message",
        "summary": shorten(" ".join(words.split()), _SUMMARY),
        "attachments": [{"contentType": CARD_TYPE, "content": content}],
    }
