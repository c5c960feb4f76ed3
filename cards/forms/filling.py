"""A form that comes back because of one field keeps what was written in the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.people import PersonId
from cards.model import Form, Input, PersonPick


def filled(form: Form, fields: Mapping[str, str], people: Mapping[str, PersonId]) -> Form:
    """The form with what was sent in its inputs: `fields` as text, `people` as person ids, both by name.

    An input that picks a person and was sent empty is empty; any other that was not sent stays as it is.
    """
    return replace(form, inputs=tuple(_filled(entry, fields, people) for entry in form.inputs))


def _filled(entry: Input, fields: Mapping[str, str], people: Mapping[str, PersonId]) -> Input:
    if isinstance(entry, PersonPick):
        return replace(entry, value=people.get(entry.name, ""))
    return replace(entry, value=fields.get(entry.name, entry.value))
