"""What an answer leans towards, and the one kind question that meets it.

The phrases are data, in `locales/<language>/cues.toml`; the questions are texts, in `cues.ftl` beside it.
What is done with a cue is decided elsewhere. Nothing here blocks, keeps or sends anything.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.domain.cues import LOOKED_FOR, Asked, Cue, Elsewhere, Place, first
from bot.domain.people import Language
from cards.again import says_again
from cards.identity import born_like, day_like
from cards.patterns import Line, Phrases, line

# So many small words of another language, and more than twice those of the own, make it that language.
_CLEARLY = 3
_KINDS = {
    "<born>": born_like,
    "<day>": day_like,
    "<five>": lambda word: len(word) == 5 and word.isdecimal(),
}
_ENTRY = re.compile(r"[,\n]")


@dataclass(frozen=True, slots=True)
class Found:
    """A cue: its class, where it belongs when elsewhere, and the key of the question that meets it."""

    cue: Cue
    question: str
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class _Cues:
    """The data of one language. Labels of the phrases are `class`, `class:unless` and `class/kind`."""

    phrases: Phrases
    marks: frozenset[str]
    stop: frozenset[str]
    no_names: frozenset[str]


def cue_in(text: str, language: Language, asked: Asked) -> Found | None:
    """What these words lean towards: at most one cue, the most pressing, or None.

    The first 2,000 characters are read, in the person's language, and in another one when the words look more
    like that. Pure, and linear in the text.
    """
    words = line(text)
    about = line(asked.about) if asked.about else None
    for one in _languages(words, language):
        found = _found(words, about, one, asked.place)
        if found is not None:
            return found
    return None


def questions() -> tuple[str, ...]:
    """The keys of all questions a cue may lead to."""
    elsewhere = tuple(_elsewhere_key(kind) for kind in Elsewhere)
    return (*elsewhere, *(_key(cue) for cue in Cue if cue is not Cue.BELONGS_ELSEWHERE))


def small_words(language: Language) -> frozenset[str]:
    """Words by which a text of the language is known. Some are words of another language too."""
    return _cues_for(language).marks


def no_names(language: Language) -> frozenset[str]:
    """Words that have a capital inside a sentence and name nobody, in lower case."""
    return _cues_for(language).no_names


def _key(cue: Cue) -> str:
    return f"cue-{cue.value}"


def _elsewhere_key(kind: Elsewhere) -> str:
    return f"cue-elsewhere-{kind.value}"


def _languages(words: Line, own: Language) -> Iterator[Language]:
    """The person's own language, and those that more of the words speak for; not its own when far more do."""
    said = frozenset(words.words)
    marks = {language: len(said & _cues_for(language).marks) for language in Language}
    most = max(marks.values())
    if most < max(_CLEARLY, 2 * marks[own] + 1):
        yield own
    yield from (other for other in Language if marks[other] > marks[own] and 2 * marks[other] > most)


def _found(words: Line, about: Line | None, language: Language, place: Place) -> Found | None:
    cues = _cues_for(language)
    labels = cues.phrases.found(words)
    kinds = [kind for kind in Elsewhere if _holds(labels, f"{Cue.BELONGS_ELSEWHERE}/{kind}")]
    leaning = {cue for cue in Cue if _holds(labels, cue.value)}
    if kinds:
        leaning.add(Cue.BELONGS_ELSEWHERE)
    if about is not None and says_again(words, about, cues.stop):
        leaning.add(Cue.RESTATES)
    cue = first(leaning & LOOKED_FOR[place])
    if cue is None:
        return None
    if cue is Cue.BELONGS_ELSEWHERE:
        return Found(cue, _elsewhere_key(kinds[0]), kinds[0])
    return Found(cue, _key(cue))


def _holds(labels: frozenset[str], label: str) -> bool:
    called_off = f"{label.split('/', maxsplit=1)[0]}:unless" in labels
    return f"{label}:sure" in labels or (label in labels and not called_off)


@cache
def _cues_for(language: Language) -> _Cues:
    """The data of a language, read once."""
    source = files("cards").joinpath("locales", language.value, "cues.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(source)
    lists = {name: _entries(written) for name, written in tables.pop("lists").items()}
    language_itself = tables.pop("language")
    marks = frozenset(_entries(language_itself["marks"]))
    no_names = frozenset(_entries(language_itself["no-names"]))
    stop = frozenset(_entries(tables[Cue.RESTATES.value].pop("stop")))
    return _Cues(Phrases(dict(_labelled(tables)), lists, _KINDS, no_names), marks, stop, no_names)


def _labelled(tables: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, value in tables.items():
        if isinstance(value, dict):
            yield from _labelled(value, f"{above}/{name}" if above else name)
        else:
            yield above if name == "any" else f"{above}:{name}", _entries(value)


def _entries(written: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in _ENTRY.split(written) if entry.strip())
