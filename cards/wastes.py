"""The nine wastes in words, and a guess which of them somebody tells of. A suggestion, never a verdict."""

from __future__ import annotations

from bot.domain.people import Language
from bot.domain.wastes import Waste
from cards.guessing import guess
from cards.texts import texts_for


def suggest(text: str, language: Language) -> Waste | None:
    """Which waste this sounds like; None when it is none, or when two are as likely."""
    found = guess(text, language, "wastes")
    return None if found is None else Waste(found)


def waste_name(waste: Waste, language: Language) -> str:
    """Its name."""
    return texts_for(language).say(f"waste-{waste.value}")


def waste_explained(waste: Waste, language: Language) -> str:
    """What it is, in one line."""
    return texts_for(language).say(f"waste-{waste.value}-about")
