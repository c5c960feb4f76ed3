"""Numbers and measures as people write them: one line cut into tokens, with what each word may count.

The words are data, in `locales/<language>/sums.toml`. What a row of tokens means is decided in `cards.sums`
and `cards.figures`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeAlias

from bot.domain.effects import Per
from bot.domain.people import Language

# A line that people write is shorter; anything longer is not looked at.
LONGEST_LINE = 300

# Figures with a point or a comma, or in groups of three after a space; letters; or one sign.
_TOKEN = re.compile(
    r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)*"
    r"|½|[^\W\d_½]+(?:[-'][^\W\d_½]+)*|\S"
)
_DASH_BETWEEN = re.compile(r"(?<=\s)[-–—](?=\s)")
_ONE_HALF = re.compile(r"(?<![0-9/])1/2(?![0-9/])")
_STOPS = frozenset(",;.:!()")


class Sort(StrEnum):
    """What a word may be. One word may be several: an English "a" is one, and it is per."""

    NUMBER = "number"
    UNIT = "unit"
    PERIOD = "period"
    ADVERB = "adverb"
    REPEAT = "repeat"
    TIMES = "times"
    PEOPLE = "people"
    MULTIPLY = "multiply"
    PER = "per"
    EACH = "each"
    EVERY_OTHER = "every-other"
    FOR = "for"
    AND = "and"
    FILL = "fill"
    OF = "of"
    VAGUE = "vague"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number, and where it ends in the line. Without a `number` or `minutes` they are 0."""

    word: str
    end: int
    sorts: frozenset[Sort]
    number: float = 0
    minutes: float = 0
    per: Per | None = None

    def may_be(self, *sorts: Sort) -> bool:
        """Is it one of these?"""
        return not self.sorts.isdisjoint(sorts)

    @property
    def in_figures(self) -> bool:
        """Written 3 and not three."""
        return self.word[0].isdecimal()


Line: TypeAlias = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language. `phrases`: several words that are read as others."""

    phrases: Mapping[str, str]
    words: Mapping[str, Token]


def tokens(text: str, language: Language) -> tuple[Token, ...] | None:
    """The tokens of one line, or None when it is too long, empty, or holds a number that is none."""
    if len(text) > LONGEST_LINE:
        return None
    line = plain(text).lower()
    for written, read in _vocabulary(language).phrases.items():
        line = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", read, line)
    return cut(line, language)


def plain(text: str) -> str:
    """One spelling for what has several: NFC, one apostrophe, one half, a comma for a dash between words."""
    words = unicodedata.normalize("NFC", text).replace("’", "'")
    return _ONE_HALF.sub("½", _DASH_BETWEEN.sub(",", words)).strip()


def cut(line: str, language: Language) -> tuple[Token, ...] | None:
    """The tokens of a line as it stands, each with its end in that line; None as for `tokens`."""
    known = _vocabulary(language)
    found = [_token(match.group().lower(), match.end(), known, language) for match in _TOKEN.finditer(line)]
    whole = tuple(token for token in found if token is not None)
    return whole if whole and len(whole) == len(found) else None


def _token(word: str, end: int, known: Vocabulary, language: Language) -> Token | None:
    if word[0] in "0123456789":
        value = number(word, language)
        return None if value is None else Token(word, end, frozenset({Sort.NUMBER}), value)
    if word in _STOPS:
        return Token(word, end, frozenset({Sort.STOP}))
    token = known.words.get(word)
    if token is None:
        return Token(word, end, frozenset())
    return Token(word, end, token.sorts, token.number, token.minutes, token.per)


def number(written: str, language: Language) -> float | None:
    """A number in figures. A comma or a point before one, two or more than three figures is a decimal one.

    Before exactly three figures it parts thousands in English (comma) and is a decimal comma in Swedish and
    Norwegian; a point before three figures is a decimal point in English and can be read two ways in the
    others, so it is None. So are several points or commas, and what begins like a time of day (08.30).
    """
    digits = re.sub(r"[ \u00a0\u202f]", "", written)
    if language is Language.EN and re.fullmatch(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?", digits):
        digits = digits.replace(",", "")
    elif language is not Language.EN and re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", digits):
        return None
    if not re.fullmatch(r"(?!0[0-9])[0-9]{1,12}(?:[.,][0-9]{1,12})?", digits):
        return None
    return float(digits.replace(",", "."))


def stands(line: Line, at: int, *sorts: Sort) -> bool:
    """Is there one of these at this place?"""
    return at < len(line) and line[at].may_be(*sorts)


def amount(line: Line, at: int) -> tuple[float, int] | None:
    """A number with its halves: 3, three, half (a), two and a half, 1½."""
    if not stands(line, at, Sort.NUMBER):
        return None
    value, after = line[at].number, at + 1
    if value == 0.5:
        is_article = (
            stands(line, after, Sort.NUMBER) and line[after].number == 1 and not line[after].in_figures
        )
        return value, after + is_article
    if _is_half(line, after):
        if line[at].in_figures:
            return value + 0.5, after + 1
        return (0.5, after + 1) if value == 1 else None
    return and_a_half(line, after, value) or (value, after)


def and_a_half(line: Line, at: int, value: float) -> tuple[float, int] | None:
    """The same number and a half, where `and a half` stands; None where it does not."""
    if not stands(line, at, Sort.AND):
        return None
    at += 1
    if stands(line, at, Sort.NUMBER) and line[at].number == 1 and not line[at].in_figures:
        at += 1
    return (value + 0.5, at + 1) if _is_half(line, at) else None


def _is_half(line: Line, at: int) -> bool:
    return stands(line, at, Sort.NUMBER) and line[at].number == 0.5


@cache
def _vocabulary(language: Language) -> Vocabulary:
    source = files("cards").joinpath("locales", language.value, "sums.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(source)
    words: dict[str, Token] = {}

    def add(word: str, sort: Sort, value: float = 0, minutes: float = 0, per: Per | None = None) -> None:
        old = words.get(word, Token(word, 0, frozenset()))
        words[word] = Token(
            word, 0, old.sorts | {sort}, value or old.number, minutes or old.minutes, per or old.per
        )

    for sort, table in ((Sort.NUMBER, "numbers"), (Sort.REPEAT, "repeats")):
        for value, forms in tables[table].items():
            for form in forms:
                add(form, sort, value=float(value))
    for value, forms in tables["units"].items():
        for form in forms:
            add(form, Sort.UNIT, minutes=float(Fraction(value)))
    for sort, table in ((Sort.PERIOD, "periods"), (Sort.ADVERB, "adverbs")):
        for value, forms in tables[table].items():
            for form in forms:
                add(form, sort, per=Per(value))
    for value, forms in tables["words"].items():
        for form in forms:
            add(form, Sort(value))
    return Vocabulary(MappingProxyType(tables["phrases"]), MappingProxyType(words))


def is_number(word: str, language: Language) -> bool:
    """Is this a number, in figures or as a word of at least two?"""
    known = _vocabulary(language).words.get(word)
    return word.isdecimal() or (known is not None and known.number >= 2)
