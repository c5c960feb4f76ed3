"""Freed time as people write it: `10 min x 3/week x 12 people`.

What cannot be read from end to end is no sum: there is no guess that nobody sees. The words are in
`locales/<language>/sums.toml`; how a sum is shown back is in `cards.effects`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from bot.domain.effects import Per, Saving
from bot.domain.people import Language
from cards.counting import Line, Sort, amount, and_a_half, stands, tokens
from cards.words import languages_from

_T = TypeVar("_T")

_LENGTH = {Per.DAY: 1, Per.WEEK: 2, Per.MONTH: 3, Per.YEAR: 4}
_QUARTER = 15


@dataclass(frozen=True, slots=True)
class _Lasts:
    minutes: float


@dataclass(frozen=True, slots=True)
class _Times:
    number: float


@dataclass(frozen=True, slots=True)
class _Rate:
    """In each `per`, or in every other one when `share` is a half."""

    per: Per
    share: float = 1


@dataclass(frozen=True, slots=True)
class _Within:
    """On so many days (weeks, months) of each longer stretch."""

    number: float
    small: Per
    large: Per


@dataclass(frozen=True, slots=True)
class _People:
    number: float


@dataclass(frozen=True, slots=True)
class _ForEach:
    """Each of several, and not yet how many."""


_Fact: TypeAlias = _Lasts | _Times | _Rate | _Within | _People | _ForEach
# What was read, and where the next thing begins.
_Read: TypeAlias = tuple[tuple[_Fact, ...], int]


def saving(text: str, language: Language) -> Saving | None:
    """The sum in one line, in this language or else in one of the other two; None when it is none.

    Without people it is one person, without a number of times it is once in each stretch. Linear in the
    length of the text, which is at most 300 characters.
    """
    for one in languages_from(language):
        line = tokens(text, one)
        if line is None:
            return None
        facts = _facts(line)
        if facts is not None and (found := _together(facts)):
            return found
    return None


def _facts(line: Line) -> list[_Fact] | None:
    facts: list[_Fact] = []
    at = 0
    while at < len(line):
        read = _read(line, at)
        if read is None:
            return None
        facts += read[0]
        at = read[1]
    return facts


def _read(line: Line, at: int) -> _Read | None:
    """What stands here. Every reading takes at least one token; None when there is no reading."""
    return _rate(line, at) or _counted(line, at) or _passed_over(line, at)


def _period(line: Line, at: int) -> tuple[Per, int] | None:
    """`week`, or `a week` and `one week` after a word that means per."""
    if stands(line, at, Sort.NUMBER) and line[at].number == 1 and stands(line, at + 1, Sort.PERIOD):
        at += 1
    if stands(line, at, Sort.PERIOD) and (per := line[at].per):
        return per, at + 1
    return None


def _rate(line: Line, at: int) -> _Read | None:
    """`a week`, `/week`, `every day`, `every other week`, `daily`, `each`, `per person`, `each time`."""
    if stands(line, at, Sort.ADVERB) and (per := line[at].per):
        return (_Rate(per),), at + 1
    if stands(line, at, Sort.PER) and stands(line, at + 1, Sort.EVERY_OTHER):
        at += 1
    if stands(line, at, Sort.EVERY_OTHER):
        found = _period(line, at + 1)
        return ((_Rate(found[0], 0.5),), found[1]) if found else None
    if not stands(line, at, Sort.PER, Sort.EACH, Sort.AND):
        return None
    if found := _period(line, at + 1):
        return (_Rate(found[0]),), found[1]
    if stands(line, at + 1, Sort.EACH) and (found := _period(line, at + 2)):
        return (_Rate(found[0]),), found[1]
    if stands(line, at + 1, Sort.PEOPLE):
        return (_ForEach(),), at + 2
    if stands(line, at + 1, Sort.TIMES) and not stands(line, at, Sort.AND):
        return (), at + 2
    return ((_ForEach(),), at + 1) if stands(line, at, Sort.EACH) else None


def _counted(line: Line, at: int) -> _Read | None:
    """A number and what it counts, or a word that is a number of its own: twice, a quarter."""
    if stands(line, at, Sort.REPEAT):
        return (_Times(line[at].number),), at + 1
    if stands(line, at, Sort.UNIT) and line[at].minutes in {_QUARTER, 2 * _QUARTER}:
        return _lasts(line, at, 1)
    before_people = stands(line, at, Sort.FOR)
    found = amount(line, at + before_people)
    if found is None:
        return None
    value, after = found
    if stands(line, after, Sort.UNIT):
        return None if before_people else _lasts(line, after, value)
    if stands(line, after, Sort.PEOPLE):
        return (_People(value),), after + 1
    if before_people:
        return (_People(value),), after
    return _often(line, after, value)


def _lasts(line: Line, unit: int, value: float) -> _Read:
    """`10 min`, `1 hour 30 min`, `an hour and a half`, with the unit at `unit`."""
    minutes, after = value * line[unit].minutes, unit + 1
    if half := and_a_half(line, after, 0):
        return (_Lasts(minutes + half[0] * line[unit].minutes),), half[1]
    rest = after + stands(line, after, Sort.AND)
    if (more := amount(line, rest)) and stands(line, more[1], Sort.UNIT):
        small = line[more[1]].minutes
        if small < line[unit].minutes and more[0] * small < line[unit].minutes:
            return (_Lasts(minutes + more[0] * small),), more[1] + 1
    return (_Lasts(minutes),), after


def _often(line: Line, at: int, value: float) -> _Read | None:
    """How often, with the number read: `3 times`, `3 days a week`, `3/week`, `3 x a week`, `3 x 10 min`."""
    if stands(line, at, Sort.TIMES):
        return (_Times(value),), at + 1
    if (small := _period(line, at)) and stands(line, small[1], Sort.PER, Sort.EACH):
        large = _period(line, small[1] + 1)
        return ((_Within(value, small[0], large[0]),), large[1]) if large else None
    if stands(line, at, Sort.PER, Sort.EACH, Sort.EVERY_OTHER, Sort.ADVERB):
        return _with_rate(line, at, value)
    if not stands(line, at, Sort.MULTIPLY):
        return None
    if stands(line, at + 1, Sort.TIMES):
        return (_Times(value),), at + 2
    if period := _period(line, at + 1):
        return (_Times(value), _Rate(period[0])), period[1]
    if (next_one := amount(line, at + 1)) and stands(line, next_one[1], Sort.UNIT):
        return (_Times(value),), at + 1
    return _with_rate(line, at + 1, value)


def _with_rate(line: Line, at: int, value: float) -> _Read | None:
    rate = _rate(line, at)
    if rate and len(rate[0]) == 1 and isinstance(rate[0][0], _Rate):
        return (_Times(value), *rate[0]), rate[1]
    return None


def _passed_over(line: Line, at: int) -> _Read | None:
    idle = (Sort.FILL, Sort.STOP, Sort.MULTIPLY, Sort.AND, Sort.FOR)
    return ((), at + 1) if stands(line, at, *idle) else None


def _together(facts: list[_Fact]) -> Saving | None:
    """One sum out of what was read, or None when something is missing or was said twice."""
    kinds = [type(fact) for fact in facts]
    if len(set(kinds)) < len(kinds) or _Lasts not in kinds:
        return None
    lasts = next(_only(facts, _Lasts))
    times = next(_only(facts, _Times), _Times(1)).number
    people = next(_only(facts, _People), None)
    if people is None and _ForEach in kinds:
        return None
    often = _how_often(times, next(_only(facts, _Rate), None), next(_only(facts, _Within), None))
    heads = 1 if people is None else people.number
    if often is None or heads != int(heads):
        return None
    try:
        return Saving(_whole(lasts.minutes), _whole(often[0]), often[1], int(heads))
    except ValueError:
        return None


def _how_often(times: float, rate: _Rate | None, within: _Within | None) -> tuple[float, Per] | None:
    if within is None:
        return (times * rate.share, rate.per) if rate else None
    if _LENGTH[within.small] >= _LENGTH[within.large]:
        return None
    if rate is not None and (rate.per is not within.small or rate.share != 1):
        return None
    return times * within.number, within.large


def _only(facts: list[_Fact], kind: type[_T]) -> Iterator[_T]:
    return (fact for fact in facts if isinstance(fact, kind))


def _whole(number: float) -> float:
    """10 and not 10.0: what is shown has no needless decimals."""
    return int(number) if number == int(number) else round(number, 2)
