"""A card in words only: for notifications, screen readers and clients that cannot draw it.

Everything the card says is here, in its order; the labels of its buttons stand last.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from cards.escape import clean, one_line
from cards.model import Button, Buttons, Card, Chart, Facts, Image, Items, Links, Paragraph, Part, Quote, Tree
from cards.tree_rows import Drawn, drawn

# Quotation marks as the language writes them (CLDR).
_QUOTES = {"sv": ("”", "”"), "nb": ("«", "»"), "en": ("“", "”")}


def to_plain_text(card: Card) -> str:
    """The whole card as text, parts parted by a blank line. Nothing is shortened or escaped."""
    pieces = [one_line(card.title)] if card.title else []
    pieces.extend(piece for part in card.parts if (piece := _said(part, card.language)))
    labels = [one_line(button.label) for button in _buttons(card)]
    if labels:
        pieces.append(" · ".join(labels))
    return "\n\n".join(pieces)


def item_lines(items: Items) -> Iterator[tuple[int, str, str]]:
    """Each row of a list: its indent (0 to 3), its sign (a dash, or the number with a point) and its text."""
    for number, row in enumerate(items.rows, start=1):
        indent = items.indents[number - 1] if items.indents else 0
        yield indent, f"{number}." if items.ordered else "-", one_line(row)


def _buttons(card: Card) -> Iterator[Button]:
    for part in card.parts:
        if isinstance(part, Buttons):
            yield from part.row


def _said(part: Part, language: str) -> str:
    match part:
        case Paragraph(text):
            return clean(text)
        case Quote(text, by):
            opening, closing = _QUOTES.get(language, _QUOTES["en"])
            return (
                f"{one_line(by)}: {opening}{clean(text)}{closing}"
                if by
                else f"{opening}{clean(text)}{closing}"
            )
        case Facts(rows):
            return "\n".join(f"{one_line(name)}: {one_line(value)}" for name, value in rows)
        case Items():
            return "\n".join(f"{'  ' * indent}{sign} {text}" for indent, sign, text in item_lines(part))
        case Tree():
            return "\n".join(_branch(row) for row in drawn(part))
        case Chart(title=title, text=text):
            return f"{one_line(title)}\n{clean(text)}"
        case Image(_, alt):
            return clean(alt)
        case Links(links, note):
            return "\n".join(filter(None, (*(one_line(link.label) for link in links), one_line(note))))
        case Buttons():
            return ""
        case _:
            assert_never(part)


def _branch(row: Drawn) -> str:
    """A row of a tree: the step to the right is seen, the number is heard."""
    number = f"{row.number} " if row.number else ""
    return f"{'  ' * row.indent}{number}{row.text}{row.notes}{row.here}"
