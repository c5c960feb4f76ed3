"""How strong an action sounds, and for a weak one the question that takes it one step up."""

from __future__ import annotations

from bot.domain.people import Language
from bot.domain.strength import Rung, Strength
from cards.guessing import guess
from cards.texts import texts_for


def rung(text: str, language: Language) -> Rung | None:
    """The rung of the ladder that these words stand on; None when unsure. Only ever a suggestion."""
    found = guess(text, language, "strength")
    return None if found is None else Rung(int(found))


def rung_name(one: Rung, language: Language) -> str:
    """What an action on this rung does."""
    return texts_for(language).say(f"rung-{one.value}")


def strength_name(strength: Strength, language: Language) -> str:
    """Strong, medium or weak."""
    return texts_for(language).say(f"strength-{strength.value}")


def one_step_up(one: Rung, language: Language) -> str | None:
    """The one kind question for a weak action; None for the others, which need none."""
    return texts_for(language).say(f"step-up-{one.value}") if one.is_weak else None
