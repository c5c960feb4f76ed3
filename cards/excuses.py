"""Reasons that are none: "we have always done it this way", "no time", "no budget", and nothing more.

Whoever says something more, a day, a law, another way, has given a reason; this is only for words that nobody
could answer. The lists are in `locales/<language>/excuses.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from bot.domain.people import Language
from cards.cues import thoughts
from cards.words import languages_from

# An excuse is short. What is longer says something more.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Lists:
    small: frozenset[str]
    joins: frozenset[str]
    empty: frozenset[str]
    excuses: frozenset[str]


def is_excuse(text: str, language: Language) -> bool:
    """Is this excuses and nothing more? Tried in the chosen language and then in the other two."""
    if len(text) > _LONGEST:
        return False
    sentences = [words for part in text.split(",") for words in thoughts(part)]
    return any(_only_excuses(sentences, _lists(one)) for one in languages_from(language))


def _only_excuses(sentences: list[list[str]], lists: _Lists) -> bool:
    said = [part for words in sentences for part in _parts(words, lists)]
    said = [part for part in said if part and part not in lists.empty]
    return bool(said) and all(part in lists.excuses for part in said)


def _parts(words: list[str], lists: _Lists) -> Iterator[str]:
    """The sentence cut at its joining words, without small words. A word of refusal in front stands alone."""
    part: list[str] = []
    for word in words:
        if word in lists.joins:
            yield " ".join(part)
            part = []
        elif word not in lists.small:
            part.append(word)
    yield " ".join(part[1:] if len(part) > 1 and part[0] in lists.empty and _fits(part[1:], lists) else part)


def _fits(part: list[str], lists: _Lists) -> bool:
    return " ".join(part) in lists.excuses


@cache
def _lists(language: Language) -> _Lists:
    source = files("cards").joinpath("locales", language.value, "excuses.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(source)
    excuses = frozenset(
        " ".join(words)
        for row in tables["excuses"]
        for words in product(*(word.split("|") for word in row.split()))
    )
    return _Lists(frozenset(tables["small"]), frozenset(tables["joins"]), frozenset(tables["empty"]), excuses)
