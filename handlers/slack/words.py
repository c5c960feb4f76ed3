"""Slack's way of writing a message, turned into plain text. The other direction is the renderer's.

docs.slack.dev/messaging/formatting-message-text: mentions and links stand in angle brackets, and exactly
& < > are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from handlers.clean import clean

_TOKEN = re.compile(r"<([^<>\n]*)>")
_ENTITY = re.compile("&(amp|lt|gt);")
_SIGNS = {"amp": "&", "lt": "<", "gt": ">"}
_USER = re.compile(r"<@([UW][A-Z0-9]{1,30})(?:\|[^<>]*)?>")
_LEADING_USER = re.compile(rf"\s*{_USER.pattern}[\s:,]*")
_SCHEME = re.compile(r"^(?:https?://|mailto:|tel:)")


def mentioned(text: str, at_most: int = 5) -> tuple[str, ...]:
    """The user ids mentioned in a message, each once, the first few only."""
    return tuple(dict.fromkeys(found[1] for found in _USER.finditer(text)))[:at_most]


def without_mention(text: str, bot_user: str) -> str:
    """The message without its mentions of Femma. When `bot_user` is not known the first mention goes."""
    if not bot_user:
        return _LEADING_USER.sub("", text, count=1) if _LEADING_USER.match(text) else text
    text = re.sub(rf"^\s*<@{re.escape(bot_user)}(?:\|[^<>]*)?>[\s:,]*", "", text)
    return re.sub(rf"[ \t]*<@{re.escape(bot_user)}(?:\|[^<>]*)?>", "", text)


def plain(text: str, names: Mapping[str, str]) -> str:
    """What the person wrote, as they saw it. `names` are the names known for user ids."""
    pieces: list[str] = []
    end = 0
    for found in _TOKEN.finditer(text):
        pieces += [_unescaped(text[end : found.start()]), _shown(found[1], names)]
        end = found.end()
    return clean("".join((*pieces, _unescaped(text[end:])))).strip()


def _unescaped(text: str) -> str:
    """Once, in one pass: what a person wrote as "&lt;" must not become a bracket."""
    return _ENTITY.sub(lambda found: _SIGNS[found[1]], text)


def _shown(token: str, names: Mapping[str, str]) -> str:
    target, _, label = token.partition("|")
    label = _unescaped(label)
    if target.startswith("@"):
        return "@" + (names.get(target[1:]) or label.lstrip("@") or target[1:])
    if target.startswith("#"):
        return "#" + (label or target[1:])
    if target.startswith("!"):
        return label or "@" + target[1:].split("^")[0]
    return _link(_unescaped(target), label)


def _link(address: str, label: str) -> str:
    bare = _SCHEME.sub("", address)
    if not label or label in {address, bare}:
        return label or bare if address.startswith(("mailto:", "tel:")) else address
    return f"{label} ({address})"
