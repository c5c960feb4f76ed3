"""Who and where: tenants, people, teams and addresses. No platform is known here, only its name as text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import TypeAlias

TenantId: TypeAlias = str
PersonId: TypeAlias = str
TeamId: TypeAlias = str


class Language(StrEnum):
    """The three languages, all equal."""

    SV = "sv"
    NB = "nb"
    EN = "en"

    @classmethod
    def parse(cls, tag: str) -> Language | None:
        """A language tag as platforms write it (`nb-NO`, `no`, `nn`, `sv_SE`), or None when it is another."""
        first = tag.replace("_", "-").split("-")[0].strip().lower()
        if first in {"no", "nn", "nb"}:
            return cls.NB
        return cls(first) if first in {"sv", "en"} else None


class Standing(StrEnum):
    """How somebody belongs to the tenant, as far as the platform tells.

    A guest was let in from elsewhere; an outsider is a member of another organisation, met in a shared place.
    """

    UNKNOWN = "unknown"
    COLLEAGUE = "colleague"
    GUEST = "guest"
    OUTSIDER = "outsider"

    def may_take_part(self, guests: bool) -> bool:
        """May they use Femma, where `guests` may or may not?"""
        return self is not Standing.OUTSIDER and (guests or self is not Standing.GUEST)


@dataclass(frozen=True, slots=True)
class Address:
    """Where to speak. Only the edges look inside.

    `conversation` is a channel or a direct chat; empty when the direct chat with `person` (the platform's
    own user id) has not been opened yet. `thread` is the message to answer under.
    """

    platform: str
    tenant: TenantId
    conversation: str = ""
    thread: str = ""
    service_url: str = ""
    person: str = ""

    @property
    def lane(self) -> str:
        """Messages to one lane keep their order and its pace."""
        return f"{self.tenant}/{self.conversation or '@' + self.person}"


@dataclass(frozen=True, slots=True)
class Door:
    """Where something is taken care of that is no matter for improvements.

    `elsewhere` is a value of `bot.domain.cues.Elsewhere`; `url` is the address that an administrator set.
    """

    elsewhere: str
    url: str


@dataclass(frozen=True, slots=True)
class Tenant:
    """One workspace or organisation. Every row has one. `lead` is the improvement lead, if there is one.

    `doors` are the administrator's links for what belongs elsewhere; `model` says whether a language model
    may be asked for a better-worded question.
    """

    id: TenantId
    name: str = ""
    language: Language = Language.SV
    version: int = 0
    lead: PersonId | None = None
    doors: tuple[Door, ...] = ()
    model: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has spoken with Femma or was named in a form. An empty name is shown as a colleague.

    `away_until` is the day of coming back to work; `left` says that the person is gone for good.
    """

    id: PersonId
    tenant: TenantId
    name: str = ""
    language: Language | None = None
    team: TeamId | None = None
    home: Address | None = None
    administrator: bool = False
    welcomed: bool = False
    version: int = 0
    away_until: date | None = None
    left: bool = False

    def is_away(self, today: date) -> bool:
        """Away on that day, or gone for good? The day of coming back is a day at work."""
        return self.left or (self.away_until is not None and today < self.away_until)

    def speaks(self, fallback: Language) -> Language:
        """The person's language, or the tenant's until they have chosen."""
        return self.language or fallback


@dataclass(frozen=True, slots=True)
class DigestRule:
    """When the weekly summary goes out: ISO weekday 1 (Monday) to 7, wall clock time, IANA zone."""

    weekday: int = 1
    at: time = time(8, 0)
    zone: str = "Europe/Stockholm"


@dataclass(frozen=True, slots=True)
class PromiseRule:
    """What a team promises, in working days, and its working hours (wall clock): reminders come in these."""

    answer_days: int = 2
    decide_days: int = 10
    begins: time = time(8, 0)
    ends: time = time(16, 0)


@dataclass(frozen=True, slots=True)
class Team:
    """A channel with a manager, a deputy, a language and a time for its summary.

    `lost` is the chat's own code for why nothing can be said in the channel any more, empty while it can.
    `above` is the ladder over the team, set by an administrator: head of unit, of department, of all.
    """

    id: TeamId
    tenant: TenantId
    name: str
    channel: Address
    language: Language = Language.SV
    rule: DigestRule = DigestRule()
    manager: PersonId | None = None
    deputy: PersonId | None = None
    active: bool = True
    lost: str = ""
    version: int = 0
    promise: PromiseRule = PromiseRule()
    above: tuple[PersonId | None, ...] = ()

    @property
    def is_set_up(self) -> bool:
        """A team without a manager cannot promise an answer."""
        return self.manager is not None

    def answers(self, person: PersonId) -> bool:
        """May this person answer the team's ideas?"""
        return person in {self.manager, self.deputy} - {None}

    def answers_to(self, author: PersonId) -> PersonId | None:
        """Who answers an idea of this author: the manager; for the manager's own the deputy, if any."""
        return self.deputy if self.manager == author and self.deputy else self.manager

    def may_change(self, person: Person) -> bool:
        """Anyone may set a new team up; later only the manager or an administrator changes it."""
        return not self.is_set_up or person.administrator or person.id == self.manager

    def stopped(self, lost: str = "") -> Team:
        """Femma was taken out of the channel, or (`lost`) found that it cannot speak there."""
        return replace(self, active=False, lost=lost)
