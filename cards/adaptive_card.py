"""Cards as Adaptive Cards 1.5 for Teams. Forms are in `adaptive_form`, which this module offers too.

People's words go into TextRun, where Teams reads no markdown; only the title is a TextBlock, because only
that can be a heading to a screen reader, and it is escaped. No mention is ever built here.
"""

from __future__ import annotations

from typing import Any, assert_never

from cards import limits
from cards.adaptive_chart import chart_element
from cards.adaptive_form import form_to_adaptive_card, line_to_adaptive_card
from cards.adaptive_text import Element, alternatives, card_bytes, frame, heading, lines, run, text_block
from cards.escape import clean, label, one_line
from cards.fitting import fit
from cards.model import (
    Button,
    Buttons,
    Card,
    Chart,
    Facts,
    Image,
    Items,
    Link,
    Links,
    Paragraph,
    Part,
    Quote,
    Style,
    Tone,
    Tree,
)
from cards.plain_text import item_lines, to_plain_text
from cards.tree_rows import Drawn, drawn

__all__ = ["card_bytes", "form_to_adaptive_card", "line_to_adaptive_card", "to_adaptive_card"]

# Of one step to the right, in pixels: four of them leave most of a phone to the words.
_STEP = 16
_STYLES = {Style.PRIMARY: "positive", Style.DANGER: "destructive"}


def to_adaptive_card(card: Card) -> dict[str, Any]:
    """The content of an attachment, under 26,000 bytes of JSON; people's words are cut to fit.

    Teams shows six actions and folds the rest, so more is refused. Raises DoesNotFit.
    """
    limits.check_card(card)
    words = alternatives(to_plain_text(card))

    def draw(smaller: Card) -> dict[str, Any]:
        return {**frame(card.language), **words, "msteams": {"width": "Full"}, "body": _body(smaller)}

    return fit(card, draw, lambda drawn: card_bytes(drawn) <= limits.TEAMS_CARD_BYTES)


def _body(card: Card) -> list[Element]:
    body: list[Element] = [heading(card.title)] if card.title else []
    for part in card.parts:
        body += _elements(part)
    return body


def _elements(part: Part) -> list[Element]:
    match part:
        case Paragraph(text, tone):
            strong, quiet = tone is Tone.STRONG, tone is Tone.QUIET
            return lines(
                text, **({"weight": "Bolder"} if strong else {}), **({"isSubtle": True} if quiet else {})
            )
        case Quote(text, by):
            said_by = (
                [text_block(run(f"– {label(by, limits.NAME)}", isSubtle=True), spacing="Small")] if by else []
            )
            return [{"type": "Container", "style": "emphasis", "items": [*lines(text), *said_by]}]
        case Facts(rows):
            return _facts(rows)
        case Items():
            return _items(part)
        case Tree():
            return [_branch(row) for row in drawn(part)]
        case Chart(text=text):
            return [chart_element(part), *lines(text)]
        case Image(url, alt):
            return [{"type": "Image", "url": url, "altText": clean(alt)}]
        case Links(links, note):
            return [*_links(links), *lines(note, isSubtle=True)]
        case Buttons(row):
            return [{"type": "ActionSet", "actions": [_action(button) for button in row]}] if row else []
        case _:
            assert_never(part)


def _facts(rows: tuple[tuple[str, str], ...]) -> list[Element]:
    """One RichTextBlock per fact: a FactSet reads markdown."""
    return [
        text_block(
            run(f"{label(name, limits.NAME)}: ", weight="Bolder"),
            run(one_line(value)),
            spacing="Small" if at else "Default",
        )
        for at, (name, value) in enumerate(rows)
    ]


def _items(items: Items) -> list[Element]:
    """The sign and the indent are written out: a list in markdown would need a TextBlock."""
    drawn = []
    for at, (indent, sign, text) in enumerate(item_lines(items)):
        start = "\u2003" * indent + (sign if items.ordered else "•") + "\u00a0"
        drawn.append(text_block(run(start + text), spacing="Small" if at else "Default"))
    return drawn


def _links(row: tuple[Link, ...]) -> list[Element]:
    """Actions that open a browser; words alone for what leads nowhere."""
    words = [text_block(run(one_line(link.label))) for link in row if not link.leads]
    actions = [
        {"type": "Action.OpenUrl", "title": label(link.label, limits.TEAMS_BUTTON), "url": link.url}
        for link in row
        if link.leads
    ]
    return [*words, {"type": "ActionSet", "actions": actions}] if actions else words


def _branch(row: Drawn) -> Element:
    """An empty column holds the indent, so that a long row stays below itself when it is broken.

    The open branch has bold numbers, and where we are is said in words.
    """
    number = [run(f"{row.number} ", **({"weight": "Bolder"} if row.open else {}))] if row.number else []
    notes = [run(row.notes, italic=True)] if row.notes else []
    here = [run(row.here, weight="Bolder")] if row.here else []
    words = run(row.text, **({"weight": "Bolder"} if row.here else {}))
    text = text_block(*number, words, *notes, *here)
    if not row.indent:
        return text
    room: Element = {"type": "Column", "width": f"{_STEP * row.indent}px", "items": []}
    column: Element = {"type": "Column", "width": "stretch", "spacing": "None", "items": [text]}
    return {"type": "ColumnSet", "spacing": "Small", "columns": [room, column]}


def _action(button: Button) -> Element:
    title = label(button.label, limits.TEAMS_BUTTON)
    data: dict[str, Any] = {"action": button.action, "value": button.value}
    style = {"style": _STYLES[button.style]} if button.style in _STYLES else {}
    if button.opens_form:
        # Teams opens a dialog only for a Submit that asks for task/fetch.
        fetch = {"msteams": {"type": "task/fetch"}, **data}
        return {"type": "Action.Submit", "title": title, **style, "data": fetch}
    return {
        "type": "Action.Execute",
        "title": title,
        **style,
        "verb": button.action,
        "data": data,
        "fallback": {"type": "Action.Submit", "title": title, **style, "data": data},
    }
