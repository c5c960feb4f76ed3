"""A dialog as it is kept: whose it is, what it is about, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
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


@dataclass(frozen=True, slots=True)
class Looking:
    """Somebody was to go and see: the next words are what was seen. `why`: its number in that tree."""

    talk: TalkId
    why: int


TalkState: TypeAlias = Telling | WhyTalk | Replying | Looking


@dataclass(frozen=True, slots=True)
class Mate:
    """Somebody who has answered in a talk that another leads. `quoted`: may whoever decides read it?"""

    person: PersonId
    name: str
    quoted: bool | None = None


class TalkStatus(StrEnum):
    """At most one talk of a person is open in their own chat; any number may rest, or be held elsewhere."""

    OPEN = "open"
    RESTING = "resting"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Talk:
    """One dialog of one person. `idea` (and its `number`) is set when it is about something already filed.

    `thread` is where it began when that was a channel: the place is told once it is filed. `place` is where a
    talk of several is held, and `mates` who has answered there. `question` is the version at which the open
    question was asked, and `asked_at` when. `offered_to` was asked to take the talk over.
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
    place: Address | None = None
    mates: tuple[Mate, ...] = ()
    question: int = 0
    asked_at: datetime | None = None
    offered_to: PersonId | None = None

    @property
    def is_held(self) -> bool:
        """Do several answer in it, where all of them read?"""
        return self.place is not None

    @property
    def silent(self) -> frozenset[PersonId]:
        """Who has answered here and has not said that they may be quoted."""
        return frozenset(mate.person for mate in self.mates if not mate.quoted)

    def at(self, state: TalkState) -> Talk:
        """The same talk, further on."""
        return replace(self, state=state)

    def mate(self, person: PersonId) -> Mate | None:
        """This person among those who have answered."""
        return next((mate for mate in self.mates if mate.person == person), None)

    def with_mate(self, mate: Mate) -> Talk:
        """Somebody answers, or says whether they may be quoted."""
        others = tuple(other for other in self.mates if other.person != mate.person)
        return replace(self, mates=(*others, mate))

    def with_status(self, status: TalkStatus) -> Talk:
        """Opened, put to rest, or closed for good."""
        return replace(self, status=status)
