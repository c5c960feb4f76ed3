"""The one gentle question that may come before an answer is kept: why it comes, and how it is asked.

It follows from the answer alone, so nothing about it has to be remembered: whoever shows the question finds
it anew from the words that wait.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.cues import Asked, Cue, Place
from bot.domain.people import Language
from bot.domain.whys import ASKS_WHY, EASED, Step, WhyTalk
from cards.asking_back import asks_back
from cards.leanings import Found, cue_in
from cards.parts import parts_of


@dataclass(frozen=True, slots=True)
class Gentle:
    """`question` is the key of its text. `parts` are what the words may be split into.

    `is_idea`: the words are an idea more than a cause, and are kept as that when another answer comes.
    """

    question: str
    parts: tuple[str, ...] = ()
    is_idea: bool = False


def place_of(talk: WhyTalk) -> Place:
    """What kind of question is open."""
    if talk.step is Step.TRY:
        return Place.TRY
    return Place.WHY if talk.step in EASED else Place.TOLD


def leaning(text: str, talk: WhyTalk, language: Language) -> Found | None:
    """What an answer at the open question leans towards, or None."""
    place = place_of(talk)
    about = talk.tree.text_of(talk.under) if place is Place.WHY else ""
    return cue_in(text, language, Asked(place, about))


def gentle(text: str, talk: WhyTalk, language: Language) -> Gentle | None:
    """The question that this answer at the open question is worth, or None."""
    if talk.step not in EASED:
        return None
    found = leaning(text, talk, language)
    if found is not None and found.cue is not Cue.BELONGS_ELSEWHERE:
        return Gentle(found.question, is_idea=found.cue is Cue.SOLUTION_AS_CAUSE)
    if asks_back(text, language):
        return Gentle(f"explain-{'try' if talk.step is Step.TRY else 'why'}")
    parts = parts_of(text, language) if talk.step in ASKS_WHY else ()
    return Gentle("question-split", parts) if parts else None


def splits(text: str, talk: WhyTalk, language: Language) -> tuple[str, ...]:
    """The causes that the words which wait would be split into; none when that was not asked."""
    asked = gentle(text, talk, language)
    return asked.parts if asked is not None and talk.step in ASKS_WHY else ()
