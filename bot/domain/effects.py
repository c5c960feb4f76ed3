"""What a change gave: time, quality, safety and the rest, how sure we are, and freed time as hours a year.

Who said it and when belongs to the caller. Adding up lives in `bot.domain.totals`; how people write a sum,
and how it is shown, in `cards.sums`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

# A person works 44 to 46 weeks of a year: 52 less holidays, public holidays and an ordinary sick leave.
WORKING_WEEKS: Final = (44, 46)
WORKING_DAYS: Final = 5
# The same year told in months: 44 to 46 weeks are 10.2 to 10.6 of them, rounded outwards.
WORKING_MONTHS: Final = (10, 11)

# Beyond these a number is a slip of the pen and not a saving.
MOST_MINUTES: Final = 10_000
MOST_TIMES: Final = 1_000
MOST_PEOPLE: Final = 100_000


class EffectKind(StrEnum):
    """What got better. One change has one or two of them."""

    TIME = "time"
    QUALITY = "quality"
    SAFETY = "safety"
    WORK_ENVIRONMENT = "work-environment"
    SERVICE = "service"
    MONEY = "money"
    ENVIRONMENT = "environment"


class Basis(StrEnum):
    """How we know. The three are never added together."""

    MEASURED = "measured"
    ESTIMATED = "estimated"
    FELT = "felt"


class Per(StrEnum):
    """In which stretch of time something is said to happen."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both counted in. Raises ValueError when they are no such pair."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high) and 0 <= self.low <= self.high):
            raise ValueError(f"no range: {self.low} to {self.high}")

    def plus(self, other: Range) -> Range:
        """Both together, to hundredths."""
        return Range(round(self.low + other.low, 2), round(self.high + other.high, 2))


def times_a_year(per: Per) -> Range:
    """How often a year has such a stretch, for somebody who works.

    A day is a working day, five in a working week: 220 to 230 a year. A month is a working month, and a year
    is a year. We would rather say too little than too much.
    """
    match per:
        case Per.DAY:
            return Range(WORKING_WEEKS[0] * WORKING_DAYS, WORKING_WEEKS[1] * WORKING_DAYS)
        case Per.WEEK:
            return Range(*WORKING_WEEKS)
        case Per.MONTH:
            return Range(*WORKING_MONTHS)
        case Per.YEAR:
            return Range(1, 1)


def yearly_hours(minutes: float, times: float, per: Per, people: int) -> Range:
    """Hours a year, to hundredths: `minutes` each time, `times` in each `per`, for each of `people`.

    Ten minutes three times a week for twelve people are 264 to 276 hours. Raises ValueError when a number is
    not above nothing, or so large that it cannot be meant.
    """
    _between("minutes", minutes, MOST_MINUTES)
    _between("times", times, MOST_TIMES)
    _between("people", people, MOST_PEOPLE)
    stretches, once = times_a_year(per), minutes * times * people / 60
    return Range(round(once * stretches.low, 2), round(once * stretches.high, 2))


def _between(what: str, number: float, most: int) -> None:
    if not (math.isfinite(number) and 0 < number <= most):
        raise ValueError(f"{what} must be above 0 and at most {most}")


@dataclass(frozen=True, slots=True)
class Saving:
    """Time as people tell it, kept in its parts so that it can be shown back before anybody counts on it.

    Raises ValueError for what `yearly_hours` refuses.
    """

    minutes: float
    times: float
    per: Per
    people: int = 1

    def __post_init__(self) -> None:
        yearly_hours(self.minutes, self.times, self.per, self.people)

    @property
    def hours(self) -> Range:
        """Hours a year."""
        return yearly_hours(self.minutes, self.times, self.per, self.people)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts, in the writer's own words: 7 "av 20 fall", 3.5 "dagar", 12 "".

    `of` is the whole when a share was told ("7 of 20"), so that two figures can be compared.
    """

    amount: float
    unit: str = ""
    of: float | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that got better.

    `words`: as people tell it. `hours`: a year, when time was freed. `amount` of `unit`: another figure.
    `used_for`: what the freed time goes to, for those we are here for. `realised`: it has happened; otherwise
    it is seen as possible. Raises ValueError when an amount is no number.
    """

    kind: EffectKind
    basis: Basis
    words: str
    hours: Range | None = None
    amount: float | None = None
    unit: str = ""
    used_for: str = ""
    realised: bool = False

    def __post_init__(self) -> None:
        if self.amount is not None and not math.isfinite(self.amount):
            raise ValueError("an amount is a number")

    def is_like(self, other: Effect) -> bool:
        """Of the same kind and known in the same way: told again, it is a correction."""
        return (self.kind, self.basis) == (other.kind, other.basis)
