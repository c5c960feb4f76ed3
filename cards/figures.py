"""Today's figure as people write it: a number, and what it counts in their own words."""

from __future__ import annotations

import re

from bot.domain.effects import Figure
from bot.domain.people import Language
from cards.counting import LONGEST_LINE, Line, Sort, amount, cut, plain, stands

# A range, a date, a time of day or a fraction: more than one number in what looks like one.
_GOES_ON = re.compile(r"\s*[-–—/:]\s*[0-9]|\.\s*\w|\s*,\s*[0-9]|\s*[-–—]")


def figure(text: str, language: Language) -> Figure | None:
    """The number that the line begins with, in this language or one of the others; None when there is none.

    Words such as "about" may go before it. What follows is the unit, as written. Linear in the length of the
    text, which is at most 300 characters.
    """
    if len(text) > LONGEST_LINE:
        return None
    line = plain(text)
    for one in (language, *(other for other in Language if other is not language)):
        words = cut(line, one)
        if words is None:
            return None
        if found := _figure(line, words):
            return found
    return None


def _figure(line: str, words: Line) -> Figure | None:
    at = 0
    while stands(words, at, Sort.FILL, Sort.FOR) and not stands(words, at, Sort.NUMBER):
        at += 1
    found = amount(words, at)
    if found is None or stands(words, found[1], Sort.VAGUE):
        return None
    value, after = found
    rest = line[words[after - 1].end :]
    if _GOES_ON.match(rest):
        return None
    return Figure(value, " ".join(rest.strip(" \t.,;:!").split()), _whole_of(words, after, value))


def _whole_of(words: Line, at: int, value: float) -> float | None:
    while stands(words, at, Sort.FILL) and not stands(words, at, Sort.OF):
        at += 1
    whole = amount(words, at + 1) if stands(words, at, Sort.OF) else None
    return whole[0] if whole and whole[0] >= value and whole[0] > 0 else None
