"""The words people type, per language: commands, answers that mean a button, kinds, and cues for a guess.

The lists are data, in `locales/<language>/words.toml`. Which of them may be said when is decided elsewhere.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from bot.domain.people import Language

Table = Mapping[str, tuple[str, ...]]

_SPACES = re.compile(r"\s+")
# Everything but letters, figures, hyphens and apostrophes parts words.
_BETWEEN = re.compile(r"[^\w\s'-]|_")


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of one language. Every form is as `normal` leaves it.

    `commands`: what one may write anywhere; `choices`: a value of `bot.domain.whys.Choice`; `kinds`: a value
    of `bot.domain.ideas.Kind`, as a name; `cues`: parts of a sentence that speak for a kind; `languages`:
    names of a language in this language and in its own; `days`: today, tomorrow, next-week; `openings`: how a
    yes or a no begins that has a few more words behind it; `courtesies`: thanks, praise and goodbyes.
    """

    commands: Table
    choices: Table
    kinds: Table
    cues: Table
    languages: Table
    days: Table
    openings: Table
    courtesies: Table


def normal(text: str) -> str:
    """The words as they are compared: NFC, lower case, no punctuation, single spaces."""
    words = unicodedata.normalize("NFC", text).lower().replace("’", "'")
    return _SPACES.sub(" ", _BETWEEN.sub(" ", words)).strip(" '-")


def has_words(text: str) -> bool:
    """Is there a letter or a digit in it at all?"""
    return any(character.isalnum() for character in text)


def meaning(table: Table, said: str) -> str | None:
    """The key under which exactly these words stand, or None. `said` is `normal`."""
    return next((key for key, forms in table.items() if said in forms), None)


def cue(table: Table, said: str) -> str | None:
    """The key of which a cue occurs in the text as whole words, or None. Earlier keys go first.

    `said` is `normal`.
    """
    words = f" {said} "
    return next((key for key, cues in table.items() if any(f" {one} " in words for one in cues)), None)


@cache
def languages_from(own: Language) -> tuple[Language, ...]:
    """All three, one's own first: the order in which typed words are looked up."""
    return tuple(sorted(Language, key=lambda one: one is not own))


@cache
def words_for(language: Language) -> Words:
    """The words of a language, read once."""
    source = files("cards").joinpath("locales", language.value, "words.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(source)
    return Words(
        commands=_table(tables["commands"]),
        choices=_table(tables["choices"]),
        kinds=_table(tables["kinds"]),
        cues=_table(tables["cues"]),
        languages=_table(tables["languages"]),
        days=_table(tables["days"]),
        openings=_table(tables["openings"]),
        courtesies=_table(tables["courtesies"]),
    )


def _table(forms: Mapping[str, list[str]]) -> Table:
    return MappingProxyType({key: tuple(values) for key, values in forms.items()})
