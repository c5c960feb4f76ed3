"""Addresses that people may be sent to: https alone, with a host, and nothing hidden in them."""

from __future__ import annotations

from urllib.parse import urlsplit

LONGEST = 300


def is_link(text: str) -> bool:
    """May a card lead there? At most 300 characters, no user name, no spaces or control characters."""
    if len(text) > LONGEST or any(character.isspace() or not character.isprintable() for character in text):
        return False
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    has_user = parts.username is not None or parts.password is not None
    host = parts.hostname or ""
    return parts.scheme == "https" and "." in host and not has_user and port != 0
