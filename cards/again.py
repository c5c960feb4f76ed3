"""Does an answer say once more what was asked about? Words are compared by their stems, in linear time."""

from __future__ import annotations

from dataclasses import dataclass

from cards.patterns import Line

# How much of an answer must have been in what was asked about for it to say the same thing again.
_SAME = 0.6
# Words are compared by so many letters from the start; a part of a long word must have at least so many.
_STEM, _PART = 6, 5
# Forms of a short word (sen and sent): so many letters in common, and at most two more.
_SHORT, _ENDING = 3, 2


def says_again(answer: Line, about: Line, stop: frozenset[str]) -> bool:
    """Were `_SAME` of the answer's words there before, or has it none of its own?

    `stop`: words that say too little to be counted.
    """
    own, before = _content(answer, stop), _Before.of(_content(about, stop))
    if not own:
        return bool(before.words) and len(answer.words) > 1
    return sum(before.knows(word) for word in own) >= _SAME * len(own)


def _content(words: Line, stop: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words.words if word[0].isalnum() and word not in stop)


@dataclass(frozen=True, slots=True)
class _Before:
    """The words asked about, in the ways they are looked up."""

    words: frozenset[str]
    stems: frozenset[str]
    shortened: frozenset[str]
    joined: str

    @classmethod
    def of(cls, words: frozenset[str]) -> _Before:
        shortened = (word[:-cut] for word in words for cut in range(1, _ENDING + 1))
        return cls(
            words,
            frozenset(word[:_STEM] for word in words),
            frozenset(word for word in shortened if len(word) >= _SHORT),
            " ".join(sorted(words)),
        )

    def knows(self, word: str) -> bool:
        """Was this word there, in another form, or as a part of a longer one, or a part of it?"""
        stem = word[:_STEM]
        if stem in self.stems or word in self.shortened:
            return True
        if any(word[:-cut] in self.words for cut in range(1, _ENDING + 1) if len(word) - cut >= _SHORT):
            return True
        if len(stem) >= _PART and stem in self.joined:
            return True
        parts = (word[at : at + size] for size in (_PART, _STEM) for at in range(len(word) - size + 1))
        return any(part in self.stems for part in parts)
