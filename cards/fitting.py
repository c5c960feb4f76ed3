"""Making a card small enough for a platform by shortening people's words: quotes first, then the rest.

What is shortened is only text; a part is never left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from cards.escape import shorten
from cards.limits import DoesNotFit
from cards.model import Card, Chart, Facts, Image, Items, Paragraph, Part, Quote, Tree, TreeRow

Drawn = TypeVar("Drawn")

# Fewer characters than this say nothing: then the card has too many parts, not too long texts.
_SHORTEST = 40
# Characters that the search for the best length may leave unused.
_CLOSE_ENOUGH = 8


def fit(card: Card, draw: Callable[[Card], Drawn], fits: Callable[[Drawn], bool]) -> Drawn:
    """The card drawn with as much of its texts as `fits` allows. Raises DoesNotFit when nothing helps."""
    drawn = draw(card)
    if fits(drawn):
        return drawn
    longest = max((_longest(part) for part in card.parts), default=0)
    for attempt in (
        lambda cap: draw(_trimmed(card, quotes=cap, rest=longest)),
        lambda cap: draw(_trimmed(card, quotes=min(cap, _SHORTEST * 2), rest=cap)),
    ):
        best = _roomiest(attempt, fits, longest)
        if best is not None:
            return best
    raise DoesNotFit(f"a card with {len(card.parts)} parts is too large")


def _roomiest(attempt: Callable[[int], Drawn], fits: Callable[[Drawn], bool], longest: int) -> Drawn | None:
    """The drawing with about the largest cap that fits, by halving; None when the smallest does not."""
    low, high = _SHORTEST, max(longest, _SHORTEST)
    best = attempt(low)
    if not fits(best):
        return None
    while high - low > _CLOSE_ENOUGH:
        middle = (low + high) // 2
        drawn = attempt(middle)
        if fits(drawn):
            low, best = middle, drawn
        else:
            high = middle
    return best


def _longest(part: Part) -> int:
    match part:
        case Paragraph(text) | Quote(text) | Chart(text=text):
            return len(text)
        case Image(_, alt):
            return len(alt)
        case Items(rows):
            return max(map(len, rows), default=0)
        case Tree(nodes):
            return max((len(words) for row in nodes for words in (row.text, *row.notes)), default=0)
        case Facts(rows):
            return max((len(value) for _, value in rows), default=0)
        case _:
            return 0


def _trimmed(card: Card, quotes: int, rest: int) -> Card:
    return replace(card, parts=tuple(_trimmed_part(part, quotes, rest) for part in card.parts))


def _trimmed_part(part: Part, quotes: int, rest: int) -> Part:
    match part:
        case Quote(text):
            return replace(part, text=shorten(text, quotes))
        case Paragraph(text) | Chart(text=text):
            return replace(part, text=shorten(text, rest))
        case Image(_, alt):
            return replace(part, alt=shorten(alt, rest))
        case Items(rows):
            return replace(part, rows=tuple(shorten(row, rest) for row in rows))
        case Tree(nodes):
            return replace(part, rows=tuple(_trimmed_row(row, rest) for row in nodes))
        case Facts(rows):
            return replace(part, rows=tuple((name, shorten(value, rest)) for name, value in rows))
        case _:
            return part


def _trimmed_row(row: TreeRow, rest: int) -> TreeRow:
    notes = tuple(shorten(note, rest) for note in row.notes)
    return replace(row, text=shorten(row.text, rest), notes=notes)
