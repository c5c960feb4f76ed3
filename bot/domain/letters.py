"""What goes out, as rows: a letter is one notice for one place, with a name that can be used only once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.notices import Notice
from bot.domain.people import Address, Language, PersonId, TenantId


class Way(StrEnum):
    """A new message, the replacement of one that stands, or a person's own page."""

    POST = "post"
    EDIT = "edit"
    PAGE = "page"


class LetterState(StrEnum):
    """Where a letter is. UNCERTAIN is never sent again by itself; DEAD was refused for good."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one place.

    `key` is unique within the tenant: a letter with a key that was used before is not written. `subject`
    is the id of the idea the card shows: it is then remembered where the card stands, so that it can be
    kept up to date. `message` is what an EDIT replaces. `person` is for whom a card was made.
    """

    key: str
    tenant: TenantId
    to: Address
    language: Language
    notice: Notice
    way: Way = Way.POST
    message: str = ""
    subject: str = ""
    person: PersonId = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A letter that one sender holds. `fence` grows with each claim: an old holder cannot mark it."""

    id: int
    letter: Letter
    attempts: int
    fence: int
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """A card that stands somewhere, about an idea. `view` is the notice's class name."""

    id: int
    tenant: TenantId
    subject: str
    view: str
    to: Address
    message: str
    language: Language
    person: PersonId
    version: int


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to do at a moment. `name` is unique within the tenant: `digest:<team>:2026-W53`."""

    name: str
    tenant: TenantId
    due: datetime
    about: str
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """What a sender brings to the outbox: what became of its letters, and how many more it can take.

    `resting` are lanes that must not be spoken in yet.
    """

    settled: tuple[Settled, ...]
    room: int
    resting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a claimed letter. `due` is when to try again for WAITING; `reason` a short code.

    `gone`: the place or the person is no longer there, so nothing more is to be said to it.
    """

    claimed: Claimed
    state: LetterState
    reason: str = ""
    due: datetime | None = None
    to: Address | None = None
    message: str = ""
    gone: bool = False
