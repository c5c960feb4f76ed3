"""Personal identity numbers inside running text, Swedish and Norwegian, found by date and control digits.

Nothing is kept and nothing is shown: the caller learns where they stand, and asks to write without.
The rules are tables, because the Norwegian ones change from 2032.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

# Where something stands in a text: first character, and the one after the last.
Span: TypeAlias = tuple[int, int]

_GROUP = re.compile(r"[0-9]+")
_BORN = re.compile(r"(?:[0-9]{6}|[0-9]{8})[-+]?[0-9]{4}|[0-9]{6}-?[0-9]{5}")
# What may stand between two groups of one number.
_JOINS = frozenset(
    {" ", "-", "+", "\u2010", "\u2011", "\u2013", "\u2212", "\u00a0", "\u2009", "\u202f"}
    | {" - ", " + ", " \u2013 ", "- ", " -", "."}
)
# A coordination number adds 60 to the day (Skatteverket), a D number 40 (Skatteetaten).
_COORDINATION, _D_NUMBER = 60, 40
# Numbers for tests add 40 (Nav) or 80 (Skatteetaten) to the month: whoever tries Femma with one sees it work.
_TEST_MONTHS = (0, 40, 80)
# Weights of the two Norwegian control digits, each with the digit itself last (Skatteetaten).
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
# What the sums may leave over by 11. From 2032 the first may leave up to 3, and says no century any more.
_FIRST_LEAVES, _SECOND_LEAVES = frozenset({0, 1, 2, 3}), frozenset({0})


@dataclass(frozen=True, slots=True)
class _Kind:
    """One way a number is written: how its figures are grouped, and what must hold of them together."""

    groups: tuple[tuple[int, ...], ...]
    dated: Callable[[str], bool]
    controlled: Callable[[str], bool]


def identity_numbers(text: str) -> tuple[Span, ...]:
    """Where personal identity numbers stand: Swedish of 10 or 12 figures, Norwegian of 11. In order, apart.

    Personnummer and samordningsnummer (Luhn), fødselsnummer and D-nummer (two control digits by 11, with the
    looser rule from 2032). Spaces and hyphens may part the figures where people put them. Linear in the text.
    """
    found: list[Span] = []
    for numbers in _runs(text):
        at = 0
        while at < len(numbers):
            taken = _taken(text, numbers, at)
            if taken:
                found.append((numbers[at][0], numbers[at + taken - 1][1]))
            at += taken or 1
    return tuple(found)


def born_like(word: str) -> bool:
    """Is this written like an identity number with a day that exists? The control digits may be wrong."""
    if not _BORN.fullmatch(word):
        return False
    figures = re.sub(r"[-+]", "", word)
    return any((len(figures),) in kind.groups and kind.dated(figures) for kind in _KINDS)


def day_like(word: str) -> bool:
    """Is this the first half of a Norwegian number: six figures that are a day, or one of a D number?"""
    return len(word) == 6 and word.isascii() and word.isdecimal() and _norwegian_day(word)


def _runs(text: str) -> Iterator[list[Span]]:
    """Groups of figures that only spaces or hyphens part."""
    run: list[Span] = []
    for match in _GROUP.finditer(text):
        if run and text[run[-1][1] : match.start()] not in _JOINS:
            yield run
            run = []
        run.append(match.span())
    if run:
        yield run


def _taken(text: str, numbers: list[Span], at: int) -> int:
    """How many groups from here on are one identity number; 0 when none are."""
    for kind in _KINDS:
        for groups in kind.groups:
            spans = numbers[at : at + len(groups)]
            if tuple(end - start for start, end in spans) == groups:
                figures = "".join(text[start:end] for start, end in spans)
                if kind.dated(figures) and kind.controlled(figures):
                    return len(groups)
    return 0


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _some_century(year: int, month: int, day: int) -> bool:
    return any(_exists(century + year, month, day) for century in (1800, 1900, 2000))


def _swedish_day(figures: str) -> bool:
    month, day = int(figures[-8:-6]), int(figures[-6:-4])
    day -= _COORDINATION if day > _COORDINATION else 0
    if len(figures) == 10:
        return _some_century(int(figures[:2]), month, day)
    return figures[:2] in {"18", "19", "20"} and _exists(int(figures[:4]), month, day)


def _norwegian_day(figures: str) -> bool:
    day, month, year = int(figures[:2]), int(figures[2:4]), int(figures[4:6])
    day -= _D_NUMBER if day > _D_NUMBER else 0
    return any(_some_century(year, month - added, day) for added in _TEST_MONTHS)


def _luhn(figures: str) -> bool:
    """The control digit of the last ten figures (ISO/IEC 7812-1, annex B)."""
    doubled = [int(figure) * (2 - at % 2) for at, figure in enumerate(figures[-10:])]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _left(figures: str, weights: tuple[int, ...]) -> int:
    """What the weighted sum leaves over by 11. The weights may be fewer than the figures."""
    return sum(int(figure) * weight for figure, weight in zip(figures, weights, strict=False)) % 11


def _by_eleven(figures: str) -> bool:
    return _left(figures, _FIRST) in _FIRST_LEAVES and _left(figures, _SECOND) in _SECOND_LEAVES


_KINDS = (
    _Kind(((12,), (8, 4), (2, 6, 4), (4, 2, 2, 4), (2, 10), (8, 2, 2)), _swedish_day, _luhn),
    _Kind(((11,), (6, 5), (2, 2, 2, 5), (6, 3, 2), (2, 2, 2, 3, 2)), _norwegian_day, _by_eleven),
    _Kind(((10,), (6, 4), (2, 2, 2, 4), (6, 2, 2)), _swedish_day, _luhn),
)
