"""What an answer may lean towards, so that the coach can ask one kind question more. Names only.

Which words mean what is data of a language and lives with the texts. A cue never stops anybody and is never
kept with an idea: it is good for one question and then forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Cue(StrEnum):
    """What the words lean towards, the most pressing first: at most one is met at a time."""

    BELONGS_ELSEWHERE = "belongs-elsewhere"
    BLAMES_A_PERSON = "blames-a-person"
    HUMAN_ERROR = "human-error"
    SOLUTION_AS_CAUSE = "solution-as-cause"
    VAGUE = "vague"
    OUTSIDE_CONTROL = "outside-control"
    RESTATES = "restates"
    WEAK_ACTION = "weak-action"


class Elsewhere(StrEnum):
    """Where something belongs that is no matter for improvements, the most pressing first.

    `DEVIATION` is what went wrong for somebody in our care: lex Sarah in Sweden, avvik in Norway.
    """

    HARM = "harm"
    THREAT = "threat"
    HARASSMENT = "harassment"
    CRIME = "crime"
    WHISTLEBLOWING = "whistleblowing"
    DEVIATION = "deviation"
    CLIENT = "client"


class Place(StrEnum):
    """What kind of question the words answer."""

    TOLD = "told"
    WHY = "why"
    TRY = "try"


PRIORITY: tuple[Cue, ...] = tuple(Cue)

# What is looked for where. A try may well be a solution; what somebody tells first may be anything.
LOOKED_FOR: Mapping[Place, frozenset[Cue]] = MappingProxyType(
    {
        Place.TOLD: frozenset({Cue.BELONGS_ELSEWHERE}),
        Place.WHY: frozenset(PRIORITY) - {Cue.WEAK_ACTION},
        Place.TRY: frozenset({Cue.BELONGS_ELSEWHERE, Cue.BLAMES_A_PERSON, Cue.WEAK_ACTION}),
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the words answer: the kind of question, and the text it was about (empty: nothing to restate)."""

    place: Place = Place.WHY
    about: str = ""


def first(cues: frozenset[Cue] | set[Cue]) -> Cue | None:
    """The most pressing of these, or None."""
    return next((cue for cue in PRIORITY if cue in cues), None)
