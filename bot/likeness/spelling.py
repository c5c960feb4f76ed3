"""Words of a text, and what the spelling of three languages has in common.

Folding makes words alike that Swedish and Norwegian spell differently (ä and æ, ö and ø, ck and kk, -tion and
-sjon). It is for comparing only, never for showing. The letter å stays what it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# A word may hold hyphens and apostrophes inside: e-post, it's.
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LETTERS = str.maketrans({"æ": "e", "ä": "e", "é": "e", "è": "e", "ø": "ö", "x": "ks", "w": "v", "z": "s"})
_TWICE = re.compile(r"([bcdfghjklmnpqrstv])\1+")
_SOFT_C = re.compile(r"c(?=[eiyö])")
_BEGINNINGS = (("hv", "v"), ("för", "for"), ("över", "over"), ("up", "op"))

# Endings as they are after folding; a longer one goes before a shorter one.
_NORDIC_ENDINGS = """
rna rne
arna erna orna arne erne ene ane aren eren ande ende ade ede are ere ar er or en et an at ad ed te de as es
a e t
ningarna ningene ningar ninger ningen ning ingarna ingene ingar inger ingen ing
heterna heten heter het elsene elsen elser else
"""
_NORDIC = tuple(sorted(_NORDIC_ENDINGS.split(), key=len, reverse=True))
_GENITIVE = ("ns", "ts", "rs", "as", "es")
_SHORTEST_STEM = 3
# No word of these languages is longer; what is, is no word, and is not looked at letter by letter.
_LONGEST_WORD = 60


def words(text: str) -> list[str]:
    """The words of a text in order: NFC, without case."""
    found = _WORD.findall(unicodedata.normalize("NFC", text).casefold().replace("’", "'"))
    return [word[:_LONGEST_WORD] for word in found]


@lru_cache(maxsize=10_000)
def fold(word: str) -> str:
    """A word of `words` in the spelling in which Swedish and Norwegian are compared."""
    folded = word.translate(_LETTERS).replace("ck", "k").replace("dt", "t").replace("ei", "e")
    folded = _TWICE.sub(r"\1", folded.replace("tion", "sjon"))
    folded = _SOFT_C.sub("s", folded).replace("c", "k")
    for theirs, ours in _BEGINNINGS:
        if folded.startswith(theirs) and len(folded) > len(theirs) + 1:
            return ours + folded[len(theirs) :]
    return folded


def nordic_stem(folded: str) -> str:
    """A folded Swedish or Norwegian word without its ending. At least three letters stay."""
    if folded.endswith(_GENITIVE) and len(folded) > 5:
        folded = folded[:-1]
    for ending in _NORDIC:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            return folded[: -len(ending)]
    return folded


def english_stem(word: str) -> str:
    """An English word, folded, without its ending. At least three letters stay."""
    word = word.removesuffix("'s")
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for ending in ("ing", "ed", "er", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return fold(word)
