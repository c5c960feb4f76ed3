"""Days as fields and platforms write them: YYYY-MM-DD. How people say a day is in `cards.texts`."""

from __future__ import annotations

import re
from datetime import date

# `date.fromisoformat` also reads 20261204 and 2026-W49-5, and regards any digit of any script as one.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_of(text: str) -> date | None:
    """The day that a field of a form holds, or None when it holds none that exists."""
    written = text.strip()
    if not _DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
