"""From typed words to the choice that they are at an open question, or an answer. The words are data."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from bot.domain.people import Language
from bot.domain.tree import Evidence
from bot.domain.whys import LAST_WHY, Answered, Choice, Chose, Event, Limps, Step, WhyTalk, choices
from cards.mistyped import ordinary, slip
from cards.texts import texts_for
from cards.words import languages_from, meaning, normal, words_for

# A yes with a few more words is a yes; with many it is an answer of its own.
_SHORT_ANSWER_WORDS = 6
_LONG_OPENING = 4


def agrees(text: str, language: Language) -> bool:
    """Is it a plain yes?"""
    return _choice(normal(text), [Choice.YES], language) is not None


def refuses(text: str, language: Language) -> bool:
    """Is it a plain no?"""
    return _choice(normal(text), [Choice.NO], language) is not None


def is_courtesy(text: str, language: Language) -> bool:
    """Is it a thank you, a word of praise or a goodbye, and nothing more?"""
    said = normal(text)
    return any(meaning(words_for(one).courtesies, said) for one in languages_from(language))


def says_nothing(text: str, language: Language) -> bool:
    """Is it a courtesy, a yes or a no: nothing that anybody could work on?"""
    return is_courtesy(text, language) or agrees(text, language) or refuses(text, language)


def seen_or_not(text: str, language: Language) -> Evidence:
    """What somebody says who went to see: it is not so when the words begin with a no, else it was seen."""
    said = normal(text)
    no = _choice(said, [Choice.NO], language) or _begins_with(said, [Choice.NO], language)
    return Evidence.SEEN if no is None else Evidence.NOT_SO


def doubts(text: str, language: Language) -> bool:
    """Does somebody say it was not seen: with a no in front, or with what one says of a belief?"""
    said = normal(text)
    if _begins_with(said, [Choice.NO], language) is not None:
        return True
    forms = (form for one in languages_from(language) for form in words_for(one).choices[Choice.BELIEVED])
    return any(said.startswith(f"{form} ") for form in forms)


def in_talk(text: str, talk: WhyTalk, language: Language) -> Event:
    """What typed words mean at the open question of a talk."""
    said = normal(text)
    if talk.step is Step.READ_BACK:
        number = _number_of_step(said)
        if number is not None:
            return Limps(number)
    offered = [*choices(talk), Choice.STOP]
    chosen = _choice(said, offered, language)
    # Before an answer that waits, a yes or a no may be the beginning of a better one.
    if chosen is None and not talk.held and {Choice.YES, Choice.NO} & set(offered):
        chosen = _begins_with(said, [c for c in (Choice.YES, Choice.NO) if c in offered], language)
    return Answered(text) if chosen is None else Chose(chosen)


def _number_of_step(said: str) -> int | None:
    """A step of the read-back by its number alone, or as its button says it."""
    if said.isascii() and said.isdigit():
        return int(said[:3])
    return _limping().get(said)


@cache
def _limping() -> dict[str, int]:
    """What the buttons of the read-back say, in all languages."""
    numbers = range(1, LAST_WHY + 1)
    return {
        normal(texts_for(one).say("choice-limps", number=number)): number
        for one in Language
        for number in numbers
    }


def plain_choice(text: str, language: Language) -> Choice | None:
    """The yes, no, seen or believed that the words are, and nothing else; None when they are something."""
    return _choice(normal(text), [Choice.YES, Choice.NO, Choice.SEEN, Choice.BELIEVED], language)


def _choice(said: str, offered: Iterable[Choice], language: Language) -> Choice | None:
    wanted = list(offered)
    for one in languages_from(language):
        # A form of another language may be a word of one's own: "rota" is a root, and a list of shifts.
        if one is not language and said in ordinary(language):
            break
        for choice in wanted:
            if said in words_for(one).choices.get(choice.value, ()):
                return choice
    missed = slip(said, "choices")
    return next((choice for choice in wanted if choice.value == missed), None)


def _begins_with(said: str, offered: Iterable[Choice], language: Language) -> Choice | None:
    if len(said.split()) > _SHORT_ANSWER_WORDS:
        return None
    wanted = list(offered)
    for one in languages_from(language):
        for choice in wanted:
            names = words_for(one).openings[choice.value]
            # In another language only long ones: an English "no" is a Norwegian "now".
            if any(
                said.startswith(name + " ") for name in names if one is language or len(name) >= _LONG_OPENING
            ):
                return choice
    return None
