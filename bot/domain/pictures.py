"""Photos sent with what somebody tells: what is kept of them, and the storage as the core sees it.

A picture is first only a row that says where it lies (`ref`, which the platform's own fetcher understands),
written with the words it came with. It is fetched, cleaned and kept later, by a worker.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeAlias

from bot.domain.people import PersonId, TenantId

PictureId: TypeAlias = str

# What is taken at the most: bytes of the file, and width times height of what is in it.
MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 30_000_000
# Pixels of the longer side of what is kept.
LONGEST_SIDE = 1600
# With one message, and with one idea.
MOST_AT_ONCE = 4
MOST_TOGETHER = 8


class Moment(StrEnum):
    """Does it show how things were, or how they became?"""

    BEFORE = "before"
    AFTER = "after"


class PictureState(StrEnum):
    """WAITING to be fetched, KEPT, REFUSED for good, or GONE because nobody wants it any more."""

    WAITING = "waiting"
    KEPT = "kept"
    REFUSED = "refused"
    GONE = "gone"


class Flaw(StrEnum):
    """Why a picture is not kept, as its sender is told."""

    TOO_BIG = "too-big"
    WRONG_KIND = "wrong-kind"
    NOT_FETCHED = "not-fetched"
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class Pictured:
    """One kept picture, as an idea knows it."""

    id: PictureId
    moment: Moment = Moment.BEFORE


@dataclass(frozen=True, slots=True)
class Picture:
    """One that was sent and is to be fetched. It belongs to an idea, a draft (`talk`), or neither yet."""

    id: PictureId
    tenant: TenantId
    person: PersonId
    platform: str
    ref: str
    moment: Moment = Moment.BEFORE
    talk: str = ""
    idea: str = ""


@dataclass(frozen=True, slots=True)
class ClaimedPicture:
    """A picture that one worker holds until its lease is over. `fence` grows with each claim."""

    id: PictureId
    tenant: TenantId
    person: PersonId
    platform: str
    ref: str
    moment: Moment
    attempts: int
    fence: int
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Print:
    """What is kept of a picture: a JPEG of our own making, with its size in pixels."""

    content: bytes
    width: int
    height: int


class Pictures(Protocol):
    """The pictures within one transaction."""

    async def add(self, picture: Picture, at: datetime) -> None:
        """One more to fetch."""
        ...

    async def adopt(self, tenant: TenantId, person: PersonId, talk: str, since: datetime) -> None:
        """What the person sent since then without words belongs to this draft from now on."""
        ...

    async def moved_to(self, tenant: TenantId, talk: str, idea: str) -> tuple[Pictured, ...]:
        """The draft was filed: its pictures belong to the idea. Returns those that are kept already."""
        ...

    async def together(self, tenant: TenantId, talk: str, idea: str) -> int:
        """How many belong to a draft or an idea and were not turned away."""
        ...

    async def keep(self, claimed: ClaimedPicture, kept: Print) -> str | None:
        """Store it. Returns the idea it belongs to (empty for none yet), None when the claim is no longer
        ours or nobody wants it any more."""
        ...

    async def refuse(self, claimed: ClaimedPicture, reason: str) -> bool:
        """It will never be kept. False when the claim is no longer ours."""
        ...

    async def put_off(self, claimed: ClaimedPicture, due: datetime, reason: str) -> None:
        """Try it again then, if the claim is still ours."""
        ...

    async def let_go(self, tenant: TenantId, talk: str) -> None:
        """The draft was given back: nothing of its pictures stays."""
        ...

    async def forget_before(self, before: datetime) -> None:
        """Clear away what was sent before and belongs to no idea, or was never kept. Of all tenants."""
        ...


class PictureQueue(Protocol):
    """Pictures to fetch, as the workers see them. Raises StorageAway."""

    async def claim(self, now: datetime, room: int) -> list[ClaimedPicture]:
        """At most `room` that are due, the oldest first. Nobody else gets them before the lease is over."""
        ...


class Album(Protocol):
    """Kept pictures, as whoever shows them sees them. Raises StorageAway."""

    async def owner(self, picture: PictureId) -> TenantId | None:
        """Whose it is; None when it is not kept."""
        ...

    async def content(self, tenant: TenantId, picture: PictureId) -> bytes | None:
        """The JPEG; None when it is not kept."""
        ...
