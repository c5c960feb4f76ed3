"""How strong an action is: ten rungs, from removing the step to reminding people.

The ladder follows the hierarchy of actions of patient safety (VA National Center for Patient Safety, AHRQ):
what asks nothing of anybody's memory goes first. A weak action is welcome; it only gets one more question.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Strength(StrEnum):
    """Three stretches of the ladder."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class Rung(IntEnum):
    """1 is the strongest."""

    REMOVE = 1
    IMPOSSIBLE = 2
    PLACE = 3
    SIMPLIFY = 4
    VISIBLE = 5
    TIMING = 6
    CHECKLIST = 7
    SECOND_CHECK = 8
    ROUTINE = 9
    REMIND = 10

    @property
    def strength(self) -> Strength:
        """Rungs 1 to 4 are strong, 5 to 7 medium, 8 to 10 weak."""
        if self <= Rung.SIMPLIFY:
            return Strength.STRONG
        return Strength.MEDIUM if self <= Rung.CHECKLIST else Strength.WEAK

    @property
    def is_weak(self) -> bool:
        """Does it lean on memory or goodwill alone?"""
        return self.strength is Strength.WEAK
