"""The few pieces of Block Kit that carry text, in messages and modals alike.

None of them is mrkdwn: Slack shows these words as they are, whatever is in them.
"""

from __future__ import annotations

from typing import Any

from cards import limits
from cards.escape import clean, shorten

Block = dict[str, Any]


def plain(text: str) -> Block:
    """A plain_text object; `:tada:` stays as it was written."""
    return {"type": "plain_text", "text": text, "emoji": False}


def styled(text: str, **style: bool) -> Block:
    """A text element of rich_text; `bold=True` and the like as its style."""
    on = {name: True for name, wanted in style.items() if wanted}
    return {"type": "text", "text": text, "style": on} if on else {"type": "text", "text": text}


def section(*elements: Block) -> Block:
    """A rich_text_section."""
    return {"type": "rich_text_section", "elements": list(elements)}


def rich_text(*elements: Block) -> Block:
    """A rich_text block."""
    return {"type": "rich_text", "elements": list(elements)}


def paragraph(text: str, bold: bool = False) -> Block:
    """Some sentences with their line breaks."""
    return rich_text(section(styled(clean(text), bold=bold)))


def quiet(text: str) -> Block:
    """Small and grey: a context block."""
    return {"type": "context", "elements": [plain(shorten(clean(text), limits.SLACK_CONTEXT))]}
