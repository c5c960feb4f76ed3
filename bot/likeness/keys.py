"""A text as keys: what it is about, in words that are the same in three languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.likeness.compounds import parts
from bot.likeness.lexicon import lexicon
from bot.likeness.spelling import english_stem, fold, nordic_stem, words

# What is beyond this says nothing new about what a text is about (characters, keys).
MAX_TEXT = 2000
MAX_KEYS = 24
# The longest key that is kept, and of a word so much is looked at (characters).
MAX_KEY = 40
_WEAK = 0.25
_SETTING = 0.6
_PART = 0.7
_UNKNOWN = 1.0


@dataclass(frozen=True, slots=True)
class Keys:
    """`weights`: how much each key says, up to 1. `wholes`: compounds, which are in there by their parts."""

    weights: Mapping[str, float]
    wholes: frozenset[str]

    def all(self) -> frozenset[str]:
        """What is kept of a text to find it by."""
        return frozenset(self.weights) | self.wholes


def keys_of(text: str) -> Keys:
    """The keys of a text; empty for one that says nothing in words."""
    told = [word[:MAX_KEY] for word in words(text[:MAX_TEXT])]
    english = is_english(told)
    weights: dict[str, float] = {}
    wholes: set[str] = set()
    for found, whole in _entries(told, english):
        for key, weight in found:
            weights[key] = max(weight, weights.get(key, 0.0))
        if whole:
            wholes.add(whole)
    kept = sorted(weights, key=lambda key: -weights[key])[:MAX_KEYS]
    room = max(0, MAX_KEYS - len(kept))
    return Keys({key: weights[key] for key in kept}, frozenset(sorted(wholes - set(kept))[:room]))


def is_english(told: list[str]) -> bool:
    """Do more small words of English stand in it than Nordic ones?"""
    known = lexicon()
    small = sum((word in known.stop_english) - (word in known.stop_nordic) for word in told)
    return small > 0


Entry = tuple[tuple[tuple[str, float], ...], str]


def _entries(told: list[str], english: bool) -> Iterator[Entry]:
    """For each word or phrase its keys, and the compound they were taken from."""
    known = lexicon()
    stop = known.stop_english if english else known.stop_nordic
    at = 0
    while at < len(told):
        pair = (fold(told[at]), fold(told[at + 1])) if at + 1 < len(told) else ("", "")
        if name := known.phrases.get(pair):
            yield ((name, _weight(name)),), ""
            at += 2
            continue
        if told[at] not in stop:
            yield from keys_of_word(told[at], english)
        at += 1


@lru_cache(maxsize=10_000)
def keys_of_word(word: str, english: bool) -> tuple[Entry, ...]:
    """The keys of one word of `spelling.words`, with their weights."""
    if name := lexicon().thing(word, english):
        return ((((name, _weight(name)),), ""),)
    if "-" in word:
        return tuple(entry for part in word.split("-") for entry in keys_of_word(part, english))
    if len(word) < 2 or (word.isdigit() and len(word) < 3):
        return ()
    folded = fold(word)
    stem = (english_stem(word) if english else nordic_stem(folded))[:MAX_KEY]
    # Half of it figures: a number plate, a form, a room, and no compound.
    numbered = 2 * sum(map(str.isdigit, word)) >= len(word)
    plain = english or numbered or stem in lexicon().weak or folded in lexicon().weak
    found = () if plain else parts(folded)
    if found:
        weighed = tuple((part[:MAX_KEY], min(_PART, _weight(part))) for part in found)
        return ((weighed, stem),)
    return ((((stem, _weight(stem)),), ""),)


def _weight(key: str) -> float:
    if key in lexicon().weak:
        return _WEAK
    return _SETTING if key in lexicon().setting else _UNKNOWN
