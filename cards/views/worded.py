"""A question in other words on a card that is already made: whatever else is on it stays.

The open question of a talk is the only strong paragraph of its card. Where that is not so, nothing changes.
"""

from __future__ import annotations

from dataclasses import replace

from cards.model import Card, Paragraph, Tone


def open_question(card: Card) -> str:
    """The words of the open question; empty when the card has none, or more than one strong paragraph."""
    strong = [part.text for part in card.parts if isinstance(part, Paragraph) and part.tone is Tone.STRONG]
    return strong[0] if len(strong) == 1 else ""


def with_question(card: Card, old: str, new: str) -> Card:
    """The card with the paragraph that reads `old` reading `new`; unchanged unless there is exactly one."""
    changed = [
        replace(part, text=new) if isinstance(part, Paragraph) and part.text == old else part
        for part in card.parts
    ]
    places = sum(before is not after for before, after in zip(card.parts, changed, strict=True))
    return replace(card, parts=tuple(changed)) if old and new and places == 1 else card
