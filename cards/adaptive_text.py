"""The few elements of an Adaptive Card that carry text. Used by cards, charts and forms alike."""

from __future__ import annotations

from typing import Any

from cards import limits
from cards.escape import adaptive_markdown, clean, label

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
