"""What Femma says around a talk about causes: it waits, somebody was to go and see, or several take part."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.talks import TalkId
from bot.domain.tree import Look


@dataclass(frozen=True, slots=True)
class TalkWaits:
    """Once, after some days of silence: the talk is still there. `text` is what it is about."""

    talk: TalkId
    version: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class LookDue:
    """To whoever leads a talk: today somebody was to go and see this. What was seen?

    `why` is its number in the talk's tree, `text` its words, and `look` says where and who.
    """

    talk: TalkId
    number: int
    why: int
    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class LookAnswered:
    """The resolved form. `choice` is seen, not-so or not-yet."""

    number: int
    text: str
    choice: str


@dataclass(frozen=True, slots=True)
class HandAsked:
    """To a colleague: would you go on with this talk? `by` asks."""

    talk: TalkId
    version: int
    number: int
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class HandAnswered:
    """The resolved form."""

    number: int
    text: str
    by: str
    yes: bool


@dataclass(frozen=True, slots=True)
class QuoteAsked:
    """To somebody who has answered in a shared talk: may whoever decides read the answer?"""

    talk: TalkId
    number: int
    words: str
    manager: str


@dataclass(frozen=True, slots=True)
class QuoteAnswered:
    """The resolved form."""

    number: int
    words: str
    yes: bool
