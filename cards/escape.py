"""A user's text made harmless for one target, and cut to a length. No layout here, and no words of our own.

`clean` and `one_line` come first (what is never shown, anywhere), then the cut, and the escaping last and
once: a text that is cut after it was escaped can lose half an entity.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape as _escape_html

from cards.graphemes import clusters

ELLIPSIS = "…"

_NEWLINE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters but tab and newline; and the directional ones that can turn the text around them.
_NEVER = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_SPACES = re.compile(r"\s+")
# Letters that nobody sees: a text of only these counts as empty.
_INVISIBLE = re.compile("[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u2800"
                        "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e007f]+")  # fmt: skip

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>()#!|~&$]")
_MARKDOWN_BULLET = re.compile(r"^([ \t]*)([-+=])", re.MULTILINE)
_MARKDOWN_NUMBER = re.compile(r"^([ \t]*\d+)([.)])", re.MULTILINE)


def clean(text: str) -> str:
    """The text without control characters and directional overrides, at most one blank line in a row.

    A text in which nothing can be seen becomes an ellipsis: no platform takes an empty one.
    """
    text = as_typed(text)
    text = (text if "\n" not in text else _BLANK_LINES.sub("\n\n", text)).strip()
    return ELLIPSIS if not text or _INVISIBLE.fullmatch(text) else text


def one_line(text: str) -> str:
    """As `clean`, on a single line and without direction marks: for titles, labels, names and list rows."""
    text = clean(text)
    # Most are one line already. What is printable has no space but the usual one, and no marks.
    if text.isprintable() and "  " not in text:
        return text
    return clean(_SPACES.sub(" ", _DIRECTION_MARKS.sub("", text)))


def as_typed(text: str) -> str:
    """What somebody wrote, to go on writing in a field: only what cannot be stored is taken away."""
    # Nothing that is looked for here is printable, and most texts are; each search costs as much as this.
    if text.isprintable():
        return text
    return _SURROGATE.sub("\ufffd", _NEVER.sub("", _NEWLINE.sub("\n", text)))


def mrkdwn(text: str) -> str:
    """For Slack's mrkdwn: exactly & < > once, so no mention, link or command can be written.

    docs.slack.dev/messaging/formatting-message-text. Slack's plain_text objects and rich_text elements are
    not parsed and take the text as it is.
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def adaptive_markdown(text: str) -> str:
    """For a TextBlock (and fallbackText), which read some CommonMark and the functions {{DATE}} and {{TIME}}.

    learn.microsoft.com/adaptive-cards/authoring-cards/text-features. A TextRun reads none and takes the text
    as it is.
    """
    text = _MARKDOWN.sub(lambda found: "\\" + found[0], text)
    text = _MARKDOWN_BULLET.sub(r"\1\\\2", text)
    return _MARKDOWN_NUMBER.sub(r"\1\\\2", text)


def speech(text: str) -> str:
    """For an Adaptive Card's `speak`, which may be read as SSML: no tag can begin."""
    return text.replace("<", "‹").replace(">", "›").replace("&", "+")


def html(text: str) -> str:
    """For HTML text and quoted attributes: & < > and both quotation marks."""
    return _escape_html(text, quote=True)


def shorten(text: str, limit: int, cost: Callable[[str], int] = len) -> str:
    """The text when it costs at most `limit`, else its beginning up to a word with an ellipsis behind.

    Cuts between grapheme clusters, and inside a word only when the word takes more than half of the room.
    `cost` must be additive (length before or after escaping, bytes). Raises ValueError when not even the
    ellipsis fits.
    """
    room = limit - cost(ELLIPSIS)
    if cost(text) <= limit:
        return text
    if room < 0:
        raise ValueError("no room for an ellipsis")
    end, word_end = _whole_letters(text, room, cost)
    cut = word_end if word_end * 2 >= end else end
    return text[:cut].rstrip() + ELLIPSIS


def _whole_letters(text: str, room: int, cost: Callable[[str], int]) -> tuple[int, int]:
    """Where the last letter ends that `room` pays for with all before it, and where the last word does."""
    used = end = word_end = 0
    for cluster in clusters(text):
        if cluster.isspace():
            word_end = end
        used += cost(cluster)
        if used > room:
            break
        end += len(cluster)
    return end, word_end


def label(text: str, limit: int) -> str:
    """One clean line of at most `limit` characters."""
    return shorten(one_line(text), limit)


def distinct_labels(texts: tuple[str, ...], limit: int) -> list[str]:
    """Labels of at most `limit` characters; those that became the same by the cut get a number behind."""
    taken: set[str] = set()
    labels: list[str] = []
    for text in texts:
        candidate, number = label(text, limit), 1
        while candidate in taken:
            number += 1
            candidate = f"{label(text, limit - len(str(number)) - 1)} {number}"
        taken.add(candidate)
        labels.append(candidate)
    return labels
