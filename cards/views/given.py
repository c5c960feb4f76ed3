"""What a change gave, on the cards of its idea: how much, how we know, and what freed time goes to."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.effects import Effect
from bot.domain.ideas import Idea
from cards.effects import basis_name, freed_text, kind_name
from cards.escape import one_line
from cards.model import Items, Paragraph, Part, Tone
from cards.texts import Texts
from cards.views.pieces import phrase

# Effects shown on a card, the last ones; the others are counted.
_EFFECTS = 3


def given(t: Texts, idea: Idea) -> tuple[Part, ...]:
    """The effects that were told last, in their words and, where time was freed, as hours a year."""
    shown = idea.effects[-_EFFECTS:]
    if not shown:
        return ()
    rows = [row for effect in shown for row in _rows(t, effect)]
    more = len(idea.effects) - len(shown)
    if more:
        rows.append(t.say("list-more", count=more))
    return Paragraph(t.say("effects-came"), Tone.QUIET), Items(tuple(rows))


def _rows(t: Texts, effect: Effect) -> Iterator[str]:
    gaps = {
        "kind": kind_name(effect.kind, t.language),
        "basis": basis_name(effect.basis, t.language),
        "words": phrase(effect.words),
    }
    yield t.say("effect-row" if effect.realised else "effect-row-expected", **gaps)
    if effect.hours:
        yield freed_text(effect.hours, one_line(effect.used_for), t.language)
    elif effect.used_for.strip():
        yield phrase(effect.used_for)
