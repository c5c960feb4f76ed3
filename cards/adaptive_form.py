"""Forms as Adaptive Cards for a Teams dialog. The dialog has its own way out, so `cancel` is not drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, assert_never

from cards import limits
from cards.adaptive_text import Element, alternatives, card_bytes, frame, heading, lines, run, text_block
from cards.day_field import day_of
from cards.escape import as_typed, clean, label, one_line, shorten
from cards.model import DateInput, Form, Input, PersonPick, Select, TextInput

# What somebody has written is never cut in a field; only the words above the fields give way.
_INTRO_LENGTHS = (3_000, 1_000, 300, 100)
_NO_ERRORS: Mapping[str, str] = MappingProxyType({})


def form_to_adaptive_card(form: Form, errors: Mapping[str, str] = _NO_ERRORS) -> dict[str, Any]:
    """The card of a dialog. `errors` is a sentence per input name; it is shown above its input.

    Errors that belong to no input stand above them all. The submitted data has `form`, `value` and one entry
    per input name; `people` lists the names whose entries are Entra object ids, which nothing else tells.
    Raises DoesNotFit.
    """
    limits.check_form(form)
    for length in _INTRO_LENGTHS:
        drawn = _draw(replace(form, intro=shorten(form.intro, length)), errors)
        if card_bytes(drawn) <= limits.TEAMS_FORM_BYTES:
            return drawn
    raise limits.DoesNotFit(f"a form with {len(form.inputs)} inputs is too large")


def line_to_adaptive_card(line: str) -> dict[str, Any]:
    """The card of a dialog that only says something: a sentence or two, in whatever language they are."""
    return {**frame(""), **alternatives(clean(line)), "body": lines(line)}


def _draw(form: Form, errors: Mapping[str, str]) -> dict[str, Any]:
    names = {entry.name for entry in form.inputs}
    body = [heading(form.title)]
    body += lines(form.intro) if form.intro else []
    body += [_error(text) for name, text in errors.items() if name not in names]
    for entry in form.inputs:
        body += _around(entry, errors.get(entry.name, ""))
    people = [entry.name for entry in form.inputs if isinstance(entry, PersonPick)]
    data = {"form": form.name, "value": form.value, **({"people": people} if people else {})}
    submit = {"type": "Action.Submit", "title": label(form.submit, limits.TEAMS_BUTTON), "data": data}
    return {**frame(form.language), **alternatives(_words(form)), "body": body, "actions": [submit]}


def _words(form: Form) -> str:
    labels = [one_line(entry.label) for entry in form.inputs]
    return "\n\n".join([one_line(form.title), *([clean(form.intro)] if form.intro else []), *labels])


def _error(text: str) -> Element:
    return text_block(run(label(text, limits.TEAMS_HINT), color="Attention", weight="Bolder"))


def _around(entry: Input, error: str) -> Iterator[Element]:
    """The input with the error above it and the hint below."""
    if error:
        yield _error(error)
    yield {
        "id": entry.name,
        "label": label(entry.label, limits.TEAMS_LABEL),
        "isRequired": entry.required,
        **_input(entry),
    }
    if isinstance(entry, TextInput | DateInput) and entry.hint:
        yield text_block(run(label(entry.hint, limits.TEAMS_HINT), isSubtle=True), spacing="Small")


def _input(entry: Input) -> Element:
    match entry:
        case TextInput():
            drawn = {"type": "Input.Text", "isMultiline": entry.multiline, "maxLength": entry.max_length}
            typed = shorten(as_typed(entry.value), entry.max_length)
            return {**drawn, "value": typed} if typed else drawn
        case Select(options=options, value=value):
            choices = [{"title": label(one.label, limits.TEAMS_LABEL), "value": one.value} for one in options]
            chosen = {"value": value} if value in {one.value for one in options} else {}
            return {"type": "Input.ChoiceSet", "style": "compact", "choices": choices, **chosen}
        case PersonPick(value=value):
            return _people(value)
        case DateInput(value=value):
            day = day_of(value)
            return {"type": "Input.Date", **({"value": day.isoformat()} if day else {})}
        case _:
            assert_never(entry)


def _people(value: str) -> Element:
    """Teams' people picker over the whole organisation; the value is the Entra object id.

    learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
    """
    chosen = {"value": value.rpartition(":")[2]} if value else {}
    users = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
    return {"type": "Input.ChoiceSet", "choices": [], "choices.data": users, **chosen}
