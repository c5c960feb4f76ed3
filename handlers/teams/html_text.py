"""The words of a Teams message that comes as HTML, without its markup. Nothing here draws HTML.

Not with `html.parser`: on text made for it that takes minutes, or raises. This reads every letter once.
"""

from __future__ import annotations

import re
from html import unescape

# A tag never reaches past the next angle bracket, so that no text makes the search start over and over.
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*|[!?])([^<>]*)>")
_ALT = re.compile(r"""\balt=(?:"([^"]*)"|'([^']*)')""")
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "blockquote", "h1", "h2", "h3", "pre"})
# Emoji come as pictures that name their sign.
_PICTURES = frozenset({"img", "emoji"})


def words_of(html: str) -> str:
    """Plain text, paragraphs on lines of their own. Never raises: broken markup gives what text there is."""
    text = unescape(_TAG.sub(_in_place_of, html.replace("\n", " ")))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _in_place_of(tag: re.Match[str]) -> str:
    closing, name, attributes = tag[1], tag[2].lower(), tag[3]
    if name in _BREAKS:
        return "\n"
    if name in _PICTURES and not closing and (alt := _ALT.search(attributes)):
        return alt[1] or alt[2] or ""
    return ""
