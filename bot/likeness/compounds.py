"""Takes Swedish and Norwegian compounds apart: nyckelskåp is nyckel and skåp.

A compound is taken apart where both sides are known words; where only one long side is known, the other is
taken as it stands. A word that the lexicon knows as a whole is never asked about here.
"""

from __future__ import annotations

from functools import lru_cache

from bot.likeness.lexicon import lexicon
from bot.likeness.spelling import nordic_stem

_SHORTEST = 3
# They stand before many verbs and change little of what a text is about: utladdad, inlåst.
_SMALL = ("ut", "in", "op", "av", "på", "ur", "o", "u")
# With one side unknown the known one must be long enough not to be there by chance.
_SHORTEST_ALONE = 4


@lru_cache(maxsize=10_000)
def parts(folded: str) -> tuple[str, ...]:
    """The names or stems of the parts of a folded word; empty when it is none that we can take apart."""
    if _word(folded):
        return ()
    return _known(folded) or _half_known(folded)


@lru_cache(maxsize=10_000)
def _known(folded: str) -> tuple[str, ...]:
    best: tuple[str, ...] = ()
    evenness = 0
    for at in range(_SHORTEST, len(folded) - _SHORTEST + 1):
        right = _word(folded[at:])
        if not right:
            continue
        left = _joined(folded[:at])
        found = (left, right) if left else (*_known(folded[:at]), right)
        if len(found) < 2:
            continue
        even = min(at, len(folded) - at) - 10 * len(found)
        if not best or even > evenness:
            best, evenness = found, even
    return best


def _half_known(folded: str) -> tuple[str, ...]:
    for at in range(_SHORTEST_ALONE, len(folded) - _SHORTEST_ALONE + 1):
        if right := _word(folded[at:]):
            left = folded[:at]
            return *(_half_known(left) or (nordic_stem(left),)), right
    for at in range(len(folded) - _SHORTEST_ALONE, _SHORTEST_ALONE - 1, -1):
        if left := _joined(folded[:at]):
            return left, nordic_stem(folded[at:])
    for small in _SMALL:
        if folded.startswith(small) and (right := _word(folded[len(small) :])):
            return (right,)
    return ()


def _word(folded: str) -> str:
    """The name of a word that may end a compound, or an empty text."""
    known, stem = lexicon(), nordic_stem(folded)
    if name := known.nordic_thing(folded):
        return name
    return stem if folded in known.parts or stem in known.parts else ""


def _joined(folded: str) -> str:
    """The same for a word that begins one, where a letter may join it: arbet-s-tid, gat-u-lykta."""
    if name := _word(folded):
        return name
    if folded[-1] in "seuo" and len(folded) > _SHORTEST:
        return _word(folded[:-1])
    return ""
