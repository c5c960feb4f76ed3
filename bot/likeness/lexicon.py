"""The words that we know, read from `lexicon.toml`: which mean the same thing, and which say little."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.likeness.spelling import english_stem, fold, nordic_stem, words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded forms and stems lead to the name of their thing; `phrases` are two words side by side."""

    nordic: Mapping[str, str]
    english: Mapping[str, str]
    phrases: Mapping[tuple[str, str], str]
    parts: frozenset[str]
    weak: frozenset[str]
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
    nordic, english, phrases = _things(data["things"])
    stems = {nordic_stem(fold(word)) for word in words(data["words"])}
    folded = {fold(word) for word in words(data["words"])}
    return Lexicon(
        nordic,
        english,
        phrases,
        frozenset(stems | folded),
        frozenset(_names(words(data["weak"]), nordic, english)),
        frozenset(words(data["stop_nordic"])),
        frozenset(words(data["stop_english"])),
    )


def _things(
    lines: Iterable[str],
) -> tuple[dict[str, str], dict[str, str], dict[tuple[str, str], str]]:
    forms: tuple[dict[str, str], dict[str, str]] = ({}, {})
    stems: tuple[dict[str, str], dict[str, str]] = ({}, {})
    phrases: dict[tuple[str, str], str] = {}
    for line in lines:
        name = fold(line.split(maxsplit=1)[0])
        for side, column in enumerate(line.split("|")):
            for form in column.split():
                if "_" in form:
                    first, second = form.split("_")
                    phrases.setdefault((fold(first.strip("-")), fold(second)), name)
                    continue
                stem = english_stem(form) if side else nordic_stem(fold(form))
                forms[side].setdefault(fold(form), name)
                stems[side].setdefault(stem, name)
    # What stands there letter by letter goes before what only has the same stem.
    return {**stems[0], **forms[0]}, {**stems[1], **forms[1]}, phrases


def _names(those: list[str], nordic: Mapping[str, str], english: Mapping[str, str]) -> Iterator[str]:
    for word in those:
        stem, folded = nordic_stem(fold(word)), fold(word)
        yield from (folded, stem, english_stem(word))
        yield from (known[form] for known in (nordic, english) for form in (folded, stem) if form in known)
