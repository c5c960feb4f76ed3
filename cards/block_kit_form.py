"""Forms as Slack modals. `cards.block_kit` offers this too."""

from __future__ import annotations

from typing import Any, assert_never

from cards import limits
from cards.block_kit_text import Block, paragraph, plain
from cards.day_field import day_of
from cards.escape import as_typed, label, shorten
from cards.limits import require
from cards.model import DateInput, Form, Input, PersonPick, Select, TextInput


def to_modal(form: Form) -> dict[str, Any]:
    """The view for views.open; `block_id` and `action_id` of an input are its name.

    A chosen option that is no longer there, or a day that does not exist, is shown as none chosen.
    Raises DoesNotFit.
    """
    limits.check_form(form)
    require(len(form.value) <= limits.SLACK_PRIVATE_METADATA, "private_metadata is too long")
    require(len(form.name) <= limits.SLACK_ID, "callback_id is too long")
    blocks = [paragraph(shorten(form.intro, limits.SLACK_SECTION))] if form.intro else []
    blocks += [_input_block(entry) for entry in form.inputs]
    require(len(blocks) <= limits.SLACK_VIEW_BLOCKS, f"{len(blocks)} blocks in a modal")
    return {
        "type": "modal",
        "callback_id": form.name,
        "private_metadata": form.value,
        "title": plain(label(form.title, limits.SLACK_MODAL_WORD)),
        "submit": plain(label(form.submit, limits.SLACK_MODAL_WORD)),
        "close": plain(label(form.cancel, limits.SLACK_MODAL_WORD)),
        "blocks": blocks,
    }


def _input_block(entry: Input) -> Block:
    require(len(entry.name) <= limits.SLACK_ID, "the name of an input is too long")
    drawn: Block = {
        "type": "input",
        "block_id": entry.name,
        "label": plain(label(entry.label, limits.SLACK_INPUT_LABEL)),
        "optional": not entry.required,
        "element": {"action_id": entry.name, **_element(entry)},
    }
    if isinstance(entry, TextInput | DateInput) and entry.hint:
        drawn["hint"] = plain(label(entry.hint, limits.SLACK_INPUT_LABEL))
    return drawn


def _element(entry: Input) -> Block:
    match entry:
        case TextInput():
            return _text_field(entry)
        case Select():
            return _select(entry)
        case PersonPick(value=value):
            start = {"initial_user": value.rpartition(":")[2]} if value else {}
            return {"type": "users_select", **start}
        case DateInput(value=value):
            start = {"initial_date": day.isoformat()} if (day := day_of(value)) else {}
            return {"type": "datepicker", **start}
        case _:
            assert_never(entry)


def _text_field(entry: TextInput) -> Block:
    most = min(entry.max_length, limits.SLACK_INPUT_TEXT)
    drawn: Block = {"type": "plain_text_input", "multiline": entry.multiline, "max_length": most}
    if entry.value:
        drawn["initial_value"] = shorten(as_typed(entry.value), most)
    return drawn


def _select(entry: Select) -> Block:
    require(len(entry.options) <= limits.SLACK_OPTIONS, f"{entry.name} has {len(entry.options)} options")
    require(
        all(len(option.value) <= limits.SLACK_OPTION for option in entry.options),
        "an option's value is too long",
    )
    options = [
        {"text": plain(label(option.label, limits.SLACK_OPTION)), "value": option.value}
        for option in entry.options
    ]
    drawn: Block = {"type": "static_select", "options": options}
    for option in options:
        if entry.value and option["value"] == entry.value:
            drawn["initial_option"] = option
    return drawn
