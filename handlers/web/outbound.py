"""Femma's way of speaking in the playground: cards go into the log, and the open pages are woken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeAlias

from bot.domain.people import Address
from bot.domain.ports import Gone, Refused
from cards.model import Card
from handlers.chat import Posted
from handlers.web import codec
from handlers.web.away import as_a_platform
from handlers.web.bell import Bell
from handlers.web.scene import DIRECT, MovableClock, Scene
from handlers.web.store import FEMMA, ChatLog

Scenery: TypeAlias = Callable[[], Awaitable[Scene]]


class WebChat:
    """`handlers.chat.Chat` for the playground."""

    def __init__(self, log: ChatLog, scene: Scenery, clock: MovableClock, bell: Bell) -> None:
        """`bell` is rung after every line."""
        self._log = log
        self._scene = scene
        self._clock = clock
        self._bell = bell

    async def post(self, to: Address, card: Card) -> Posted:
        """A new line of Femma's. Raises NotDelivered; Gone for a person or channel not in the scene."""
        conversation = to.conversation or DIRECT + to.person
        if not (await self._scene()).holds(conversation):
            raise Gone("conversation_not_found")
        shown = codec.dump(card)
        with as_a_platform():
            line = await self._log.append(conversation, FEMMA, shown, "", self._clock.now(), to.thread)
        self._bell.ring()
        return Posted(replace(to, conversation=conversation), line.message)

    async def edit(self, at: Address, message: str, card: Card) -> None:
        """Replace a card of Femma's. Raises NotDelivered; Gone for a card not in that conversation."""
        conversation = at.conversation or DIRECT + at.person
        with as_a_platform():
            line = await self._log.find(message)
            if line is None or line.author != FEMMA or line.conversation != conversation:
                raise Gone("message_not_found")
            await self._log.edit(message, codec.dump(card))
        self._bell.ring()

    async def publish(self, page: Address, card: Card) -> None:
        """The playground has no page of a person's own: raises Refused."""
        raise Refused("no_page_of_their_own")
