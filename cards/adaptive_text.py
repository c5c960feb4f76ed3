"""The few elements of an Adaptive Card that carry text. Used by cards, charts and forms alike."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from cards import limits
from cards.escape import adaptive_markdown, clean, label, shorten, speech

Element = dict[str, Any]


def heading(title: str) -> Element:
    """The title: a TextBlock, because only that has the style `heading`; its markdown is escaped."""
    return {
        "type": "TextBlock",
        "text": adaptive_markdown(label(title, limits.TEAMS_TITLE)),
        "style": "heading",
        "size": "Large",
        "weight": "Bolder",
        "wrap": True,
    }


def frame(language: str) -> dict[str, Any]:
    """What every card begins with. Action.Execute and `lang` need 1.5 at most, and Teams draws no more.

    `language` may be empty where nobody has said which it is.
    """
    schema = "http://adaptivecards.io/schemas/adaptive-card.json"
    spoken = {"lang": language} if language else {}
    return {"$schema": schema, "type": "AdaptiveCard", "version": "1.5", **spoken}


def card_bytes(card: dict[str, Any]) -> int:
    """The size of the card as JSON in bytes; letters outside ASCII count as escapes, the largest they get."""
    return len(json.dumps(card))


def alternatives(words: str) -> dict[str, str]:
    """`fallbackText` (may be markdown) and `speak` (may be SSML), each cut to its share of the card."""
    return {"fallbackText": _escaped(words, adaptive_markdown), "speak": _escaped(words, speech)}


def _escaped(words: str, escape: Callable[[str], str]) -> str:
    def size(text: str) -> int:
        return len(json.dumps(escape(text))) - 2

    return escape(shorten(words, limits.TEAMS_ALTERNATIVE_BYTES, cost=size))


def run(text: str, **looks: str | bool) -> Element:
    """A TextRun, which shows its text as it is."""
    return {"type": "TextRun", "text": text, **looks}


def text_block(*runs: Element, spacing: str = "Default") -> Element:
    """A RichTextBlock of runs on one line."""
    space = {} if spacing == "Default" else {"spacing": spacing}
    return {"type": "RichTextBlock", **space, "inlines": list(runs)}


def lines(text: str, **looks: str | bool) -> list[Element]:
    """A RichTextBlock for each line: a line break inside a TextRun is not shown by every client."""
    drawn: list[Element] = []
    spacing = "Default"
    for line in clean(text).split("\n"):
        if line.strip():
            drawn.append(text_block(run(line, **looks), spacing=spacing))
            spacing = "None"
        else:
            spacing = "Default"
    return drawn
