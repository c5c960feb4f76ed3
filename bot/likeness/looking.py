"""What somebody looks for, word by word, and whether a text has it.

Here the letters count more than for likeness: å is not a, ä is not e; only æ and ä, ø and ö are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.likeness.keys import MAX_KEY, keys_of, keys_of_word
from bot.likeness.lexicon import lexicon
from bot.likeness.spelling import fold, words

# More words than these make nothing clearer.
MAX_WORDS = 8
# Shorter beginnings are the beginning of too much.
_SHORTEST = 3
# As many things of the lexicon may begin with what was written.
_MOST_THINGS = 12
_LETTERS = str.maketrans({"æ": "ä", "ø": "ö"})

# How well a word of the text fits: the same, beginning so, holding it, or meaning it.
_SAME, _BEGINS, _HOLDS, _MEANS, _IN_PARTS = 4.0, 3.0, 2.5, 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word that is looked for.

    `means`: keys that stand for it; `parts`: keys that stand for it together; `keys`: where to look for it;
    `beginning`: what other keys may begin with, or nothing.
    """

    word: str
    means: frozenset[str]
    parts: frozenset[str]
    keys: frozenset[str]
    beginning: str


def wanted(asked: str) -> list[Wanted]:
    """The words that are looked for, without small ones; empty when there are none."""
    known = lexicon()
    told = [
        word for word in dict.fromkeys(words(asked)) if word not in known.stop_nordic | known.stop_english
    ]
    return [found for word in told[:MAX_WORDS] if (found := _wanted(word)).keys or found.beginning]


def _wanted(word: str) -> Wanted:
    known = lexicon()
    means: set[str] = set()
    parts: set[str] = set()
    for english in (False, True):
        for found, whole in keys_of_word(word[:MAX_KEY], english):
            keys = {key for key, _ in found}
            if (name := known.thing(word, english)) and not known.is_spelled(name, word):
                continue
            if len(keys) == 1 and not whole:
                means |= keys
            else:
                means |= {whole} - {""}
                parts |= keys
    folded = fold(word[:MAX_KEY])
    begins = folded if len(folded) >= _SHORTEST else ""
    things = sorted(known.beginning_with(begins))[:_MOST_THINGS] if begins else ()
    return Wanted(
        _letters(word), frozenset(means), frozenset(parts), frozenset((*means, *parts, *things)), begins
    )


def matches(asked: Sequence[Wanted], text: str) -> list[float]:
    """How well a text fits each of the words; 0 for not at all."""
    told = {_letters(word) for word in words(text)}
    keys = keys_of(text).all()
    return [_match(it, told, keys) for it in asked]


def _match(it: Wanted, told: set[str], keys: frozenset[str]) -> float:
    if it.word in told:
        return _SAME
    if any(word.startswith(it.word) for word in told):
        return _BEGINS
    if len(it.word) >= _SHORTEST and any(it.word in word for word in told):
        return _HOLDS
    if it.means & keys:
        return _MEANS
    return _IN_PARTS if it.parts and it.parts <= keys else 0.0


def _letters(word: str) -> str:
    return word.translate(_LETTERS)
