"""Sentences that belong to forms: what stands under a field, and what a field suggests."""

from __future__ import annotations

from bot.domain.people import Language
from cards.texts import texts_for


def error(language: Language, code: str) -> str:
    """The sentence under an input.

    Codes: required, too-long, bad-time, bad-date, past-date, bad-number, choose-reason, choose-place,
    excuse, no-such-idea, new-question, guest, identity, somebody-else, bad-link.
    Raises MissingText for another code.
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
