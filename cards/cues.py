"""What a sentence is about, guessed from cues that are data; None when two guesses are as good.

A cue is a row of words: `..` stands for up to four words, `#` for a number, `*` for the rest of a word, and
`a|b` for either. The longest cue that fits decides. Nothing here is ever a verdict: it fills in a suggestion.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

# Longer texts are cut: what it is about is said at the beginning.
LONGEST_TEXT = 2000
_LONGEST_WORD = 60
_GAP = ".."
_MOST_BETWEEN = 4
# A full stop ends a thought; a cue does not reach over it.
_ENDS = re.compile(r"[.!?;:\n](?=\s|$)")
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a cue: whole words, beginnings of words, or any number."""

    words: frozenset[str]
    beginnings: tuple[str, ...] = ()
    is_number: bool = False
    is_gap: bool = False

    def fits(self, word: str, numbers: Callable[[str], bool]) -> bool:
        """Is this word meant?"""
        return (
            word in self.words
            or (bool(self.beginnings) and word.startswith(self.beginnings))
            or (self.is_number and numbers(word))
        )

    def is_among(self, vocabulary: frozenset[str], numbers: Callable[[str], bool]) -> bool:
        """Is one of these words meant?"""
        if not self.words.isdisjoint(vocabulary):
            return True
        if not self.beginnings and not self.is_number:
            return False
        return any(self.fits(word, numbers) for word in vocabulary)


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of parts. It weighs as much as it has words."""

    parts: tuple[Part, ...]

    @property
    def weight(self) -> int:
        """How many words it asks for."""
        return sum(not part.is_gap for part in self.parts)

    def fits(self, words: list[str], at: int, numbers: Callable[[str], bool]) -> bool:
        """Does it stand here, beginning at this place?"""
        ends = {at}
        for part in self.parts:
            if part.is_gap:
                ends = {end + more for end in ends for more in range(_MOST_BETWEEN + 1)}
            else:
                ends = {end + 1 for end in ends if end < len(words) and part.fits(words[end], numbers)}
            if not ends:
                return False
        return True


def parse(cue: str) -> Cue:
    """A cue as it stands in the data."""
    return Cue(tuple(_part(word) for word in cue.split()))


def _part(word: str) -> Part:
    if word == _GAP:
        return Part(frozenset(), is_gap=True)
    forms = word.split("|")
    return Part(
        frozenset(form for form in forms if not form.endswith("*") and form != "#"),
        tuple(form[:-1] for form in forms if form.endswith("*")),
        "#" in forms,
    )


def thoughts(text: str) -> list[list[str]]:
    """The sentences of a text (its first 2,000 characters) as lower-case words, without overlong words."""
    plain = unicodedata.normalize("NFC", text[:LONGEST_TEXT]).lower().replace("’", "'")
    found = [_WORD.findall(sentence) for sentence in _ENDS.split(plain)]
    return [[word for word in words if len(word) <= _LONGEST_WORD] for words in found]


def weight(cues: Iterable[Cue], sentences: list[list[str]], numbers: Callable[[str], bool]) -> int:
    """How much the heaviest cue weighs that fits somewhere; 0 when none does."""
    vocabulary = frozenset(word for words in sentences for word in words)
    fitting = (cue for cue in cues if _may_fit(cue, vocabulary, numbers) and _fits(cue, sentences, numbers))
    return max((cue.weight for cue in fitting), default=0)


def _may_fit(cue: Cue, vocabulary: frozenset[str], numbers: Callable[[str], bool]) -> bool:
    """Are all its words somewhere in the text? Most cues are done with here."""
    return all(part.is_gap or part.is_among(vocabulary, numbers) for part in cue.parts)


def _fits(cue: Cue, sentences: list[list[str]], numbers: Callable[[str], bool]) -> bool:
    return any(cue.fits(words, at, numbers) for words in sentences for at in range(len(words)))
