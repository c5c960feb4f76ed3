"""Who and what the playground shows: its people, its channels, and the clock that can be moved.

The scene is made at the place where the bot is put together; nothing here reads a database.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.people import Address, Language, PersonId, TenantId

PLATFORM = "web"
DIRECT = "dm:"
CHANNEL = "channel:"


class NotInScene(LookupError):
    """Nobody or no place by that name is in the scene."""


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody the visitor can play. `role` is a short label such as a job title, in their language."""

    id: PersonId
    name: str
    role: str
    language: Language
    tenant: TenantId
    administrator: bool = False

    @property
    def home(self) -> Address:
        """The direct chat with Femma."""
        return Address(PLATFORM, self.tenant, conversation=DIRECT + self.id, person=self.id)


@dataclass(frozen=True, slots=True)
class Channel:
    """A team's channel; `conversation` is `channel:<name>`."""

    conversation: str
    name: str
    language: Language


@dataclass(frozen=True, slots=True)
class Pane:
    """What a pane shows when the page opens: a conversation, and who is speaking in it."""

    conversation: str
    person: PersonId


@dataclass(frozen=True, slots=True)
class Scene:
    """People, channels and the three panes. `zone` (IANA) is what the page's clock shows."""

    people: tuple[Persona, ...]
    channels: tuple[Channel, ...]
    panes: tuple[Pane, ...] = ()
    zone: str = "Europe/Stockholm"

    def person(self, id_: str) -> Persona:
        """Raises NotInScene."""
        for person in self.people:
            if person.id == id_:
                return person
        raise NotInScene("person")

    def channel(self, conversation: str) -> Channel:
        """Raises NotInScene."""
        for channel in self.channels:
            if channel.conversation == conversation:
                return channel
        raise NotInScene("channel")

    def holds(self, conversation: str) -> bool:
        """Is there such a conversation, used or not?"""
        return any(DIRECT + person.id == conversation for person in self.people) or any(
            channel.conversation == conversation for channel in self.channels
        )

    def place(self, conversation: str, person: Persona) -> Address:
        """The conversation as `person` sees it. Raises NotInScene, also for another person's direct chat."""
        if conversation == DIRECT + person.id:
            return person.home
        return Address(PLATFORM, person.tenant, conversation=self.channel(conversation).conversation)

    def opening(self) -> tuple[Pane, ...]:
        """The three panes: the given ones, or the first two people and the first channel."""
        if self.panes:
            return self.panes
        direct = [Pane(DIRECT + person.id, person.id) for person in self.people[:2]]
        speaker = self.people[0].id if self.people else ""
        return (*direct, *(Pane(channel.conversation, speaker) for channel in self.channels[:1]))


class MovableClock(Protocol):
    """The bot's own clock, which the visitor may move forwards."""

    def now(self) -> datetime:
        """This moment: aware, UTC."""
        ...

    async def move_to(self, moment: datetime) -> None:
        """Be at `moment` (aware, later than now) and do what has become due."""
        ...
