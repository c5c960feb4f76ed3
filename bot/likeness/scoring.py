"""How alike two texts are, by their keys and by how rare those are."""

from __future__ import annotations

from collections.abc import Mapping
from math import log, sqrt

from bot.likeness.keys import Keys

# From here on somebody is shown an idea as similar. Chosen on the development half of tests/alike.
SHOWN = 0.33
# One word in common is little likeness, unless there is hardly more than that: with less than `_ENOUGH` of
# words in common likeness sinks, down to `_LONE` of what it is.
_ENOUGH = 1.4
_LONE = 0.35
# What a key counts that only the other text has: how rare it is was not looked up.
_USUAL = 0.75
# Two words that begin alike, as kopiera and kopiator do, count for so much.
_ALMOST = 0.6
_SAME_BEGINNING = 5
# A short text that stands in a long one is like it: how much more the length of the shorter one counts.
_SHORTER = 0.7
# A compound that both have says more than its parts.
_WHOLE = 0.4


def rarity(among: int, having: int) -> float:
    """How much a key tells in a tenant of so many ideas of which so many have it: from 0 to 1."""
    # The added ones keep the first ideas of a small tenant from being all rare or all common.
    return log(1 + (among + 50) / (having + 1)) / log(51 + among)


def likeness(asked: Keys, other: Keys, rare: Mapping[str, float]) -> float:
    """From 0 (nothing in common) to about 1. `rare`: the rarity of the keys of `asked`."""
    both = asked.weights.keys() & other.weights.keys()
    matched = sum(sqrt(asked.weights[key] * other.weights[key]) * rare.get(key, _USUAL) for key in both)
    said = sum(sqrt(asked.weights[key] * other.weights[key]) for key in both)
    almost = _almost(asked, other, rare)
    matched += sum(almost) + _WHOLE * len(asked.wholes & other.wholes)
    enough = min(_ENOUGH, sum(asked.weights.values()), sum(other.weights.values()))
    if said + sum(almost) < enough:
        matched *= _LONE + (1 - _LONE) * (said + sum(almost)) / enough
    mine = sum(weight * rare.get(key, _USUAL) for key, weight in asked.weights.items())
    theirs = sum(weight * rare.get(key, _USUAL) for key, weight in other.weights.items())
    shorter, longer = sorted((mine, theirs))
    return matched / (shorter**_SHORTER * longer ** (1 - _SHORTER)) if matched else 0.0


def _almost(asked: Keys, other: Keys, rare: Mapping[str, float]) -> list[float]:
    """What words are worth that only begin alike, each counted once."""
    left: dict[str, list[str]] = {}
    for key in other.weights.keys() - asked.weights.keys():
        if len(key) >= _SAME_BEGINNING:
            left.setdefault(key[:_SAME_BEGINNING], []).append(key)
    found: list[float] = []
    for key in asked.weights.keys() - other.weights.keys():
        if twins := left.get(key[:_SAME_BEGINNING]):
            twin = twins.pop()
            found.append(_ALMOST * min(asked.weights[key], other.weights[twin]) * rare.get(key, _USUAL))
    return found
