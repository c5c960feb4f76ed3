"""A dialog as it is kept: whose it is, what it is about, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from bot.domain.ideas import IdeaId
from bot.domain.people import Address, PersonId, TenantId
from bot.domain.telling import Telling
from bot.domain.whys import WhyTalk

TalkId: TypeAlias = str


@dataclass(frozen=True, slots=True)
class Replying:
    """The manager has asked something: the next words of the author are the answer."""

    idea: IdeaId


TalkState: TypeAlias = Telling | WhyTalk | Replying


class TalkStatus(StrEnum):
    """At most one talk of a person is open; any number may rest."""

    OPEN = "open"
    RESTING = "resting"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Talk:
    """One dialog of one person. `idea` (and its `number`) is set when it is about something already filed.

    `thread` is where it began when that was a channel: the place is told once it is filed.
    """

    id: TalkId
    tenant: TenantId
    person: PersonId
    state: TalkState
    idea: IdeaId | None = None
    status: TalkStatus = TalkStatus.OPEN
    thread: Address | None = None
    number: int = 0
    version: int = 0

    def at(self, state: TalkState) -> Talk:
        """The same talk, further on."""
        return replace(self, state=state)

    def with_status(self, status: TalkStatus) -> Talk:
        """Opened, put to rest, or closed for good."""
        return replace(self, status=status)
