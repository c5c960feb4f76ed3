"""What the core needs from outside, and how a chat says that a message did not arrive.

The storage port is `bot.domain.work`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeAlias

from bot.domain.people import Language

# Called at each named moment at which a process may die. Tests make it kill; otherwise it does nothing.
Tripwire: TypeAlias = Callable[[str], None]


def untouched(_: str) -> None:
    """The tripwire of a process that nobody wants to see die."""


class Clock(Protocol):
    """The only source of time. Aware datetimes in UTC."""

    def now(self) -> datetime:
        """This moment."""
        ...


class WorkingDays(Protocol):
    """Which days people work, by country."""

    def is_working_day(self, day: date, zone: str) -> bool:
        """True on days when an answer can be expected in that IANA zone."""
        ...


class Files(Protocol):
    """Files that people sent on one platform. Every method raises only the subclasses of NotDelivered."""

    async def fetch(self, ref: str) -> bytes:
        """The file, at most `bot.domain.pictures.MOST_BYTES` long. May be done again.

        Raises Refused with the reason `too-big` for a longer one, and for an address that is not the
        platform's own; nothing is asked of such an address.
        """
        ...

    async def let_go(self, ref: str) -> None:
        """Nobody will ask for it again."""
        ...


@dataclass(frozen=True, slots=True)
class Plea:
    """A question that may be worded better, with what it is about, in a language.

    `purpose` is the step it stands at (a value of `bot.domain.whys.Step`); `problem` and `about` are in the
    person's words. `names` are those of people around the talk: they are known so that they can be left out.
    """

    language: Language
    purpose: str
    question: str
    problem: str
    about: str
    names: tuple[str, ...] = ()


class Wording(Protocol):
    """Somebody who may word a question better."""

    async def better(self, plea: Plea) -> str | None:
        """One question that keeps the rules, within two seconds; None to go on with the one there is."""
        ...


class NotDelivered(Exception):
    """A chat did not take a message. The subclasses say what that means for sending it again."""

    def __init__(self, reason: str) -> None:
        """`reason` is a short code for operators, such as `ratelimited`; never a person's words."""
        super().__init__(reason)
        self.reason = reason


class TryLater(NotDelivered):
    """Certainly not taken: sending again is safe. `after` is seconds, None when the chat did not say."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        """`after`: seconds to wait at the least."""
        super().__init__(reason)
        self.after = after


class Uncertain(NotDelivered):
    """It may or may not have arrived (timeout, reset, 5xx). A new post is never repeated after this."""


class Gone(NotDelivered):
    """The place or the person is no longer there (archived, removed, revoked): stop speaking there."""


class Refused(NotDelivered):
    """The chat will never take this message (bad payload). For operators."""
