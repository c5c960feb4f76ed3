"""Is an answer really a question to Femma ("What do you mean?")? An idea that is worded as one is not."""

from __future__ import annotations

import re

from bot.domain.people import Language
from cards.answers import AskingWords, asking_words, leading
from cards.words import normal

# Whoever asks back asks briefly: characters of the text, words and sentences.
_LONGEST, _MOST_WORDS, _MOST_SENTENCES = 200, 22, 3
# Without a question mark, so many words may stand behind how such a question starts.
_MORE_WORDS = 2
_MORE_ASKED = 9
_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")


def asks_back(text: str, language: Language) -> bool:
    """Does the person ask Femma something, in their language or in another of the three?

    Looks at short texts only (200 characters): a longer one is an answer, whatever else it holds.
    """
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return False
    sentences = [one for one in _ENDS.split(text.strip()) if one]
    if not 0 < len(sentences) <= _MOST_SENTENCES:
        return False
    turns = sorted(Language, key=lambda one: one is not language)
    return any(_asks(one, asking_words(other)) for one in (sentences[0], sentences[-1]) for other in turns)


def _asks(sentence: str, words: AskingWords) -> bool:
    said = tuple(normal(sentence).split())
    while len(said) > 1 and said not in words.whole and said[0] in words.fillers:
        said = said[1:]
    if said in words.whole:
        return True
    start = leading(said, words.starts)
    more = _MORE_ASKED if sentence.rstrip().endswith("?") else _MORE_WORDS
    return start > 0 and len(said) <= start + more
