"""What words and buttons in a talk about causes mean to it: a choice, a day, an answer, or one that waits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.domain.people import Language, PersonId
from bot.domain.whys import (
    ASKS_WHY,
    Answered,
    Bare,
    Choice,
    Chose,
    Event,
    OnDay,
    Parts,
    Step,
    WhyTalk,
)
from cards.easing import gentle, splits
from cards.look_words import day_said
from handlers.choosing import agrees, doubts, in_talk, is_courtesy, plain_choice, refuses


@dataclass(frozen=True, slots=True)
class Days:
    """The days that can be named by a button, as they fall for whoever is asked."""

    today: date
    tomorrow: date
    in_a_week: date


def heard(text: str, talk: WhyTalk, language: Language, days: Days, by: PersonId = "") -> Event:
    """The event that these words are at the open question."""
    day = day_said(text, language, days.today) if talk.step is Step.LOOK_WHEN else None
    if day is not None:
        # Before all else: "tomorrow" may also mean a pause elsewhere.
        return OnDay(day)
    if talk.held and agrees(text, language):
        return chosen(Chose(Choice.SPLIT), talk, language, days)
    if talk.held and refuses(text, language):
        return Chose(Choice.KEEP)
    event = in_talk(text, talk, language)
    if not isinstance(event, Answered):
        return chosen(event, talk, language, days)
    if no_words := _no_words(text, talk, language):
        return no_words
    if talk.step is Step.EVIDENCE:
        return replace(event, by=by, doubted=doubts(text, language))
    if talk.held:
        before = gentle(talk.held, talk, language)
        return replace(event, by=by, aside=talk.held if before is not None and before.is_idea else "")
    hold = not talk.eased and gentle(text, talk, language) is not None
    return replace(event, by=by, hold=hold)


def _no_words(text: str, talk: WhyTalk, language: Language) -> Event | None:
    """What says too little to be kept as an answer to the open question; None when it is one."""
    plain = plain_choice(text, language)
    if talk.step is Step.EVIDENCE:
        if plain in {Choice.YES, Choice.NO}:
            return Chose(Choice.SEEN if plain is Choice.YES else Choice.BELIEVED)
        return Bare() if is_courtesy(text, language) else None
    match plain:
        case Choice.YES if talk.step is Step.LOOK_WHO:
            # Jo is also somebody's name.
            return None
        case Choice.YES | Choice.NO:
            return Bare(no=plain is Choice.NO)
        case Choice.SEEN | Choice.BELIEVED if talk.step in ASKS_WHY:
            return Chose(plain)
        case _:
            return Bare() if is_courtesy(text, language) else None


def chosen(event: Event, talk: WhyTalk, language: Language, days: Days) -> Event:
    """The same event, with what a choice needs besides: a day, or the causes to split into."""
    match event:
        case Chose(Choice.SPLIT) if parts := splits(talk.held, talk, language):
            return Parts(parts)
        case Chose(Choice.TOMORROW) if talk.step is Step.LOOK_WHEN:
            return OnDay(days.tomorrow)
        case Chose(Choice.WEEK) if talk.step is Step.LOOK_WHEN:
            return OnDay(days.in_a_week)
        case _:
            return event
