"""Sentences that belong to forms: what stands under a field, what a field suggests, where one may pass on."""

from __future__ import annotations

from bot.domain.ideas import Level
from bot.domain.people import Language
from cards.escape import one_line
from cards.texts import texts_for


def error(language: Language, code: str) -> str:
    """The sentence under an input.

    Codes: required, too-long, bad-time, bad-date, past-date, bad-number, choose-reason, choose-place,
    excuse, no-such-idea. Raises MissingText for another code.
    """
    return texts_for(language).say(f"form-error-{code}")


def usual_acknowledgement(language: Language, day: str) -> str:
    """What a manager says with one press; `day` as the language writes it."""
    return texts_for(language).say("usual-acknowledge", day=day)


def usual_try(language: Language) -> str:
    """Yes, to the author."""
    return texts_for(language).say("usual-try")


def usual_you_decide(language: Language) -> str:
    """It is the author's own to decide."""
    return texts_for(language).say("usual-you-decide")


def usual_rest(language: Language) -> str:
    """Not yet. The day stands on the card: in the words it would go wrong as soon as another is picked."""
    return texts_for(language).say("usual-rest")


def usual_pass_on(language: Language) -> str:
    """What whoever gets it and the author both read."""
    return texts_for(language).say("usual-pass-on")


def place(language: Language, level: Level, name: str = "") -> str:
    """One place to pass on to, as a choice: a team's or a person's name, with what they decide for.

    `name` may be empty except for a team, which is only its name.
    """
    t = texts_for(language)
    known = one_line(name) if name.strip() else ""
    if level is Level.TEAM:
        return known
    where = t.say(f"form-pass-to-{level.value}")
    return t.say("form-pass-to-person", where=where, name=known) if known else where
