"""The two doors between the core and a platform: what an edge calls, and what a platform can do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from bot.domain.people import Address
from cards.model import Card
from handlers.incoming import Answer, Incoming

# An edge gives every verified thing to this and shows the answer. Raises handlers.incoming.Busy when it
# could not be stored in time; everything else is answered.
Hear: TypeAlias = Callable[[Incoming], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Posted:
    """Where a message came to stand: the address with its conversation filled in, and the platform's id."""

    address: Address
    message: str


class Chat(Protocol):
    """One platform's way of speaking. Every method raises only the subclasses of NotDelivered.

    Nothing here repeats a request: that is the outbox's decision.
    """

    async def post(self, to: Address, card: Card) -> Posted:
        """A new message; opens the direct chat first when `to.conversation` is empty.

        Not idempotent: raises Uncertain when it may have arrived.
        """
        ...

    async def edit(self, at: Address, message: str, card: Card) -> None:
        """Replace a message that was posted before. May be repeated."""
        ...

    async def publish(self, page: Address, card: Card) -> None:
        """Show a card on the person's own page (Slack's App Home). Platforms without one raise Refused."""
        ...
