"""What the fields of a sent form hold. Every reader raises BadField when it is not what it should be."""

from __future__ import annotations

from datetime import date

from cards.day_field import day_of
from cards.words import has_words
from handlers.incoming import SentForm
from handlers.team_setup import BadField

# Nobody plans a try or a rest for longer (days).
_LONGEST = 730


def words_in(form: SentForm, name: str) -> str:
    """Words that must be there. Raises BadField."""
    said = form.fields.get(name, "")
    if not has_words(said):
        raise BadField(name, "required")
    return said


def day_in(form: SentForm, name: str, today: date) -> date:
    """A day later than today. Raises BadField."""
    said = form.fields.get(name, "").strip()
    if not said:
        raise BadField(name, "required")
    day = day_of(said)
    if day is None:
        raise BadField(name, "bad-date")
    if day <= today:
        raise BadField(name, "past-date")
    if (day - today).days > _LONGEST:
        raise BadField(name, "bad-date")
    return day


def number_in(form: SentForm, name: str) -> int:
    """A number of an idea, with or without a sign before it. Raises BadField."""
    said = form.fields.get(name, "").strip().lstrip("#").strip()
    if not (said.isascii() and said.isdigit() and len(said) < 10):
        raise BadField(name, "bad-number")
    return int(said)
