"""The words that we know, read from `lexicon.toml`: which mean the same thing, and which say little."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from bot.likeness.spelling import english_stem, fold, nordic_stem, words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded forms and stems lead to the name of their thing; `phrases` are two words side by side."""

    nordic: Mapping[str, str]
    english: Mapping[str, str]
    phrases: Mapping[tuple[str, str], str]
    parts: frozenset[str]
    weak: frozenset[str]
    setting: frozenset[str]
    stop_nordic: frozenset[str]
    stop_english: frozenset[str]

    def thing(self, word: str, english: bool) -> str:
        """The name of the thing that a word of `spelling.words` stands for, or an empty text."""
        known, folded = (self.english if english else self.nordic), fold(word)
        return known.get(folded) or known.get(english_stem(word) if english else nordic_stem(folded)) or ""

    def beginning_with(self, prefix: str) -> frozenset[str]:
        """The things of which one form begins so; `prefix` is folded."""
        return frozenset(
            name
            for known in (self.nordic, self.english)
            for form, name in known.items()
            if form.startswith(prefix)
        )


@cache
def lexicon() -> Lexicon:
    """Read once, when it is first asked for: some ten thousandths of a second for each hundred lines."""
    data = tomllib.loads(files("bot.likeness").joinpath("lexicon.toml").read_text("utf-8"))
    forms, stems, phrases = _things(data["things"])
    parts = {form for word in words(data["words"]) for form in (fold(word), nordic_stem(fold(word)))}
    # What stands there letter by letter goes before what only has the same stem.
    return Lexicon(
        {**stems[0], **forms[0]},
        {**stems[1], **forms[1]},
        phrases,
        frozenset(parts),
        frozenset(_names(words(data["weak"]), forms)),
        frozenset(_names(words(data["setting"]), forms)),
        frozenset(words(data["stop_nordic"])),
        frozenset(words(data["stop_english"])),
    )


_Sides: TypeAlias = tuple[dict[str, str], dict[str, str]]


def _things(lines: Iterable[str]) -> tuple[_Sides, _Sides, dict[tuple[str, str], str]]:
    """Forms and stems, each Nordic and English, and phrases, with the names of their things."""
    forms: _Sides = ({}, {})
    stems: _Sides = ({}, {})
    phrases: dict[tuple[str, str], str] = {}
    for line in lines:
        name = fold(line.split(maxsplit=1)[0])
        for side, column in enumerate(line.split("|")):
            for form in column.split():
                if "_" in form:
                    first, second = form.split("_")
                    phrases.setdefault((fold(first), fold(second)), name)
                    continue
                forms[side].setdefault(fold(form), name)
                stems[side].setdefault(english_stem(form) if side else nordic_stem(fold(form)), name)
    return forms, stems, phrases


def _names(those: Iterable[str], forms: _Sides) -> Iterator[str]:
    """The keys of words: of unknown ones the stems, of known ones what they name."""
    for word in those:
        folded = fold(word)
        named = [side[folded] for side in forms if folded in side]
        yield from named or (folded, nordic_stem(folded), english_stem(word))
