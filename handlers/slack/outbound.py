"""Our cards to Slack. Nothing is repeated and nothing is stored here: that is the outbox's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import aiohttp

from bot.domain.people import Address
from bot.domain.ports import Clock, Refused, Uncertain
from cards.block_kit import SlackMessage, to_block_kit, to_home, to_modal
from cards.escape import clean, mrkdwn, shorten
from cards.limits import DoesNotFit
from cards.model import Card, Chart, Form, Image
from cards.pictures import in_words
from handlers.cache import TimedCache
from handlers.chat import Posted
from handlers.slack.client import TIMEOUT_SECONDS, SlackClient
from handlers.slack.origin import is_direct
from handlers.slack.problems import Trouble, Unclear, of_new_post, of_repeatable

_A_DAY = 24 * 3600.0
# docs.slack.dev/reference/block-kit/blocks/section-block
_LINE = 3000
# What Slack answers in a workspace that does not take the youngest kind of block.
_BLOCKS_REFUSED = frozenset({"invalid_blocks", "invalid_blocks_format", "unsupported_block_type"})


class SlackChat:
    """`handlers.chat.Chat` for one bot token. Raises only the subclasses of NotDelivered."""

    def __init__(
        self,
        bot_token: str,
        session: aiohttp.ClientSession,
        clock: Clock,
        api_url: str = "https://slack.com/api/",
        seconds: float = TIMEOUT_SECONDS,
    ) -> None:
        """`session` is shared and stays open; `seconds` is the deadline of each call."""
        self.client = SlackClient(bot_token, session, api_url, seconds)
        self._direct_chats: TimedCache[tuple[str, str], str] = TimedCache(clock, _A_DAY, 5000)

    async def post(self, to: Address, card: Card) -> Posted:
        """A new message; opens the direct chat first when the address has only a person."""
        with _does_not_fit():
            message = to_block_kit(card)
        where = await self._opened(to)
        try:
            stamp = await self._post_message(where, message)
        except Refused as refusal:
            if not _can_be_plainer(card, refusal.reason):
                raise
            stamp = await self._post_message(where, _plainer(card))
        return Posted(where, stamp)

    async def edit(self, at: Address, message: str, card: Card) -> None:
        """Replace a message. May be repeated."""
        with _does_not_fit():
            shown = to_block_kit(card)
        where = await self._opened(at)
        try:
            await self._update_message(where, message, shown)
        except Refused as refusal:
            if not _can_be_plainer(card, refusal.reason):
                raise
            await self._update_message(where, message, _plainer(card))

    async def publish(self, page: Address, card: Card) -> None:
        """Show a card as the person's App Home."""
        if not page.person:
            raise Refused("no_person")
        with _does_not_fit():
            view = to_home(card)
        with _repeatable():
            await self.client.views_publish(user_id=page.person, view=view)

    async def open_form(self, trigger_id: str, form: Form) -> None:
        """Show a dialog, within the three seconds that a trigger lives. Raises NotDelivered."""
        with _does_not_fit():
            view = to_modal(form)
        with _repeatable():
            await self.client.views_open(trigger_id=trigger_id, view=view)

    async def whisper(self, where: Address, user: str, line: str) -> None:
        """A short line for one person: unseen by others in a channel, a message in a direct chat."""
        to = where if where.conversation else replace(where, person=user)
        shown = shorten(clean(line), _LINE)
        message = SlackMessage(mrkdwn(shown), [_plain_section(shown)])
        if not to.conversation or is_direct(to.conversation):
            await self._post_message(await self._opened(to), message)
            return
        with _new_post():
            await self.client.chat_postEphemeral(
                channel=to.conversation,
                user=user,
                text=message.text,
                blocks=message.blocks,
                thread_ts=to.thread or None,
                parse="none",
            )

    async def _opened(self, to: Address) -> Address:
        if to.conversation:
            return to
        if not to.person:
            raise Refused("no_address")
        known = self._direct_chats.get((to.tenant, to.person))
        if known is None:
            known = await self._open_direct_chat(to.person)
            self._direct_chats.put((to.tenant, to.person), known)
        return replace(to, conversation=known)

    async def _open_direct_chat(self, user: str) -> str:
        """Opening twice gives the same chat, so this may be repeated whatever happened."""
        with _repeatable():
            answer = await self.client.conversations_open(users=user)
            channel = answer.get("channel")
            found = channel.get("id") if isinstance(channel, dict) else None
            if not isinstance(found, str) or not found:
                raise Unclear("unexpected_answer")
        return found

    async def _post_message(self, where: Address, message: SlackMessage) -> str:
        with _new_post():
            answer = await self.client.chat_postMessage(
                channel=where.conversation,
                text=message.text,
                blocks=message.blocks,
                thread_ts=where.thread or None,
                parse="none",
                unfurl_links=False,
                unfurl_media=False,
            )
        stamp = answer.get("ts")
        if not isinstance(stamp, str) or not stamp:
            raise Uncertain("unexpected_answer")
        return stamp

    async def _update_message(self, where: Address, stamp: str, message: SlackMessage) -> None:
        with _repeatable():
            await self.client.chat_update(
                channel=where.conversation, ts=stamp, text=message.text, blocks=message.blocks, parse="none"
            )


def _plain_section(line: str) -> dict[str, Any]:
    """Plain text, in which Slack parses nothing."""
    return {"type": "section", "text": {"type": "plain_text", "text": line, "emoji": False}}


def _can_be_plainer(card: Card, reason: str) -> bool:
    return reason in _BLOCKS_REFUSED and any(isinstance(part, Chart | Image) for part in card.parts)


def _plainer(card: Card) -> SlackMessage:
    """Charts and pictures in words: Slack refuses the whole message when it cannot load a picture in it."""
    return to_block_kit(in_words(card), native_charts=False)


@contextmanager
def _new_post() -> Iterator[None]:
    try:
        yield
    except Trouble as trouble:
        raise of_new_post(trouble) from trouble


@contextmanager
def _repeatable() -> Iterator[None]:
    try:
        yield
    except Trouble as trouble:
        raise of_repeatable(trouble) from trouble


@contextmanager
def _does_not_fit() -> Iterator[None]:
    try:
        yield
    except DoesNotFit as problem:
        raise Refused("does_not_fit") from problem
