"""The words that we know, read from `lexicon.toml`: which mean the same thing, and which say little."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from bot.likeness.spelling import english_stem, fold, nordic_stem, words

# What Swedish and Norwegian write differently and mean to be the same.
_SAME_LETTERS = str.maketrans({"æ": "ä", "ø": "ö"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded forms and stems lead to the name of their thing; `phrases` are two words side by side.

    `begins`: each thing with the first letters of its forms as they are spelled, see `is_spelled`.
    """

    nordic: Mapping[str, str]
    english: Mapping[str, str]
    nordic_stems: Mapping[str, str]
    english_stems: Mapping[str, str]
    phrases: Mapping[tuple[str, str], str]
    parts: frozenset[str]
    weak: frozenset[str]
    setting: frozenset[str]
    stop_nordic: frozenset[str]
    stop_english: frozenset[str]
    begins: frozenset[tuple[str, str]]

    def thing(self, word: str, english: bool) -> str:
        """The name of the thing that a word of `spelling.words` stands for, or an empty text."""
        folded = fold(word)
        if english:
            return self.english.get(folded) or self.english_stems.get(english_stem(word)) or ""
        return self.nordic_thing(folded)

    def nordic_thing(self, folded: str) -> str:
        """The same for a folded word of the Nordic languages, or a part of one."""
        return self.nordic.get(folded) or self.nordic_stems.get(nordic_stem(folded)) or ""

    def is_spelled(self, name: str, word: str) -> bool:
        """Does a form of this thing begin with the letters of the word? Folded alike is not spelled alike."""
        return (name, beginning(word)) in self.begins

    def beginning_with(self, prefix: str) -> frozenset[str]:
        """The things of which one form begins so; `prefix` is folded."""
        return frozenset(
            name
            for known in (self.nordic, self.english)
            for form, name in known.items()
            if form.startswith(prefix)
        )


def beginning(word: str) -> str:
    """The first three letters in the spelling in which å, ä and ö stay apart from a, e and o."""
    return word.translate(_SAME_LETTERS)[:3]


@cache
def lexicon() -> Lexicon:
    """Read once, when it is first asked for: some ten thousandths of a second for each hundred lines."""
    data = tomllib.loads(files("bot.likeness").joinpath("lexicon.toml").read_text("utf-8"))
    forms, stems, phrases = _things(data["things"])
    parts = {form for word in words(data["words"]) for form in (fold(word), nordic_stem(fold(word)))}
    return Lexicon(
        *forms,
        # A word without its ending is looked for among such words first.
        {**forms[0], **stems[0]},
        {**forms[1], **stems[1]},
        phrases,
        frozenset(parts),
        frozenset(_names(words(data["weak"]), forms)),
        frozenset(_names(words(data["setting"]), forms)),
        frozenset(words(data["stop_nordic"])),
        frozenset(words(data["stop_english"])),
        frozenset(_beginnings(data["things"])),
    )


def _beginnings(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name = fold(line.split(maxsplit=1)[0])
        yield from ((name, beginning(form)) for form in line.split())


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
