"""How people write answers, per language: the lists in `locales/<language>/answers.toml`, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.domain.people import Language

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartWords:
    """What shows that an answer holds two causes. Phrases are rows of words, longest first."""

    conjunctions: tuple[Phrase, ...]
    openings: tuple[Phrase, ...]
    pairs: tuple[tuple[Phrase, Phrase], ...]
    plain_conjunctions: frozenset[str]
    complements: frozenset[str]
    consequences: tuple[Phrase, ...]
    subordinate: frozenset[str]
    pointing: frozenset[str]
    subjects: frozenset[str]
    no_subject: frozenset[str]
    verbs: frozenset[str]
    verb_endings: tuple[str, ...]
    maybe_verb: tuple[str, ...]
    definite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskingWords:
    """What shows that an answer is a question back: whole sentences, and how sentences start."""

    fillers: frozenset[str]
    whole: frozenset[Phrase]
    starts: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class DayWords:
    """Words around a day. `numbers` are written out; `before` may stand in front and says nothing."""

    before: tuple[Phrase, ...]
    week: frozenset[str]
    day: frozenset[str]
    month: frozenset[str]
    in_: frozenset[str]
    after_tomorrow: frozenset[str]
    today: frozenset[str]
    tomorrow: frozenset[str]
    next: tuple[Phrase, ...]
    this: tuple[Phrase, ...]
    the: frozenset[str]
    numbers: Mapping[str, int]


@cache
def part_words(language: Language) -> PartWords:
    """The lists for two causes in one answer."""
    table = _tables(language)["parts"]
    return PartWords(
        conjunctions=_phrases(table["conjunctions"]),
        openings=_phrases(table["openings"]),
        plain_conjunctions=frozenset(one for one in table["conjunctions"] if " " not in one),
        pairs=tuple((tuple(one.split()), tuple(other.split())) for one, other in table["pairs"]),
        complements=frozenset(table["complements"]),
        consequences=_phrases(table["consequences"]),
        subordinate=frozenset(table["subordinate"]),
        pointing=frozenset(table["pointing"]),
        subjects=frozenset(table["subjects"]),
        no_subject=frozenset(table["no-subject"]),
        verbs=frozenset(table["verbs"].split()),
        verb_endings=tuple(table["verb-endings"]),
        maybe_verb=tuple(table["maybe-verb"]),
        definite=tuple(table["definite"]),
    )


@cache
def asking_words(language: Language) -> AskingWords:
    """The lists for a question back."""
    table = _tables(language)["asking"]
    return AskingWords(
        fillers=frozenset(table["fillers"]),
        whole=frozenset(_phrases(table["whole"])),
        starts=_phrases(table["starts"]),
    )


@cache
def day_words(language: Language) -> DayWords:
    """The lists for a day."""
    table = _tables(language)["days"]
    return DayWords(
        before=_phrases(table["before"]),
        week=frozenset(table["week"]),
        day=frozenset(table["day"]),
        month=frozenset(table["month"]),
        in_=frozenset(table["in"]),
        after_tomorrow=frozenset(table["after-tomorrow"]),
        today=frozenset(table["today"]),
        tomorrow=frozenset(table["tomorrow"]),
        next=_phrases(table["next"]),
        this=_phrases(table["this"]),
        the=frozenset(table["the"]),
        numbers=table["numbers"],
    )


def leading(words: Phrase, phrases: tuple[Phrase, ...]) -> int:
    """How many words the longest of the phrases takes at the start; 0 for none. Phrases: longest first."""
    return next((len(one) for one in phrases if words[: len(one)] == one), 0)


@cache
def _tables(language: Language) -> Mapping[str, Any]:
    source = files("cards").joinpath("locales", language.value, "answers.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


def _phrases(written: list[str]) -> tuple[Phrase, ...]:
    return tuple(sorted((tuple(one.split()) for one in written), key=len, reverse=True))
