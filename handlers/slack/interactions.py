"""Buttons, forms, shortcuts and the slash command as what happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.domain.people import Address
from cards.actions import (
    BUTTONS,
    FORM_NEW_IDEA,
    FORMS,
    SHORTCUT_MAKE_IMPROVEMENT,
    SHORTCUT_NEW_IDEA,
    SLASH_COMMAND,
    BadRef,
    Ref,
)
from cards.block_kit import action_of
from handlers.clean import clean
from handlers.incoming import Incoming, Picked, Pressed, Said, SentForm, Wanted
from handlers.slack.origin import (
    Seen,
    alone_with,
    conversation,
    envelope_of_interaction,
    is_direct,
    person_id,
    team_of_person,
    workspace_of,
)
from handlers.slack.reading import Json, part, parts, text
from handlers.slack.words import plain

_LONGEST_ID = 100


def command(payload: Json, seen: Seen) -> Incoming | None:
    """The slash command. None for any other command."""
    if text(payload, "command") != SLASH_COMMAND:
        return None
    channel = text(payload, "channel_id")
    envelope = envelope_of_interaction(payload, text(payload, "user_id"), seen, channel=channel)
    if envelope is None:
        return None
    said = plain(text(payload, "text"), seen.names)
    if not channel or is_direct(channel):
        return Said(envelope, said, command=True)
    where = conversation(workspace_of(payload), channel)
    return Said(envelope, said, where, clean(text(payload, "channel_name")), command=True)


def _pressed(payload: Json, seen: Seen) -> Incoming | None:
    action = next(iter(parts(payload, "actions")), {})
    name = action_of(text(action, "action_id"))
    channel = text(payload, "channel", "id") or text(payload, "container", "channel_id")
    user = text(payload, "user", "id")
    envelope = envelope_of_interaction(payload, user, seen, text(action, "action_ts"), channel)
    try:
        ref = Ref.decode(clean(text(action, "value")))
    except BadRef:
        return None
    if envelope is None or name not in BUTTONS:
        return None
    return Pressed(envelope, name, ref, _place_of_press(payload, channel), _card_of_press(payload))


def _place_of_press(payload: Json, channel: str) -> Address:
    if not channel:
        return alone_with(team_of_person(payload), text(payload, "user", "id"))
    thread = text(payload, "container", "thread_ts") or text(payload, "message", "thread_ts")
    return conversation(workspace_of(payload), channel, thread)


def _card_of_press(payload: Json) -> str:
    """The card's id; none for what cannot be edited: the Home, and lines that only one person sees."""
    container = part(payload, "container")
    if container.get("is_ephemeral") is True or text(container, "type") not in {"", "message"}:
        return ""
    return text(container, "message_ts") or text(payload, "message", "ts")


def _sent_form(payload: Json, seen: Seen) -> Incoming | None:
    view = part(payload, "view")
    form = text(view, "callback_id")
    envelope = envelope_of_interaction(payload, text(payload, "user", "id"), seen)
    try:
        ref = Ref.decode(clean(text(view, "private_metadata")))
    except BadRef:
        return None
    if envelope is None or form not in FORMS:
        return None
    values = part(view, "state", "values")
    return SentForm(envelope, form, ref, _fields(values), _people(values, team_of_person(payload), seen))


def _elements(values: Json) -> dict[str, Json]:
    """The one element of each input block, by the block's id, which is the input's name."""
    elements: dict[str, Json] = {}
    for block in values:
        inner = part(values, block)
        elements[block] = part(inner, block) or part(inner, next(iter(inner), ""))
    return elements


def _fields(values: Json) -> Mapping[str, str]:
    """Text, chosen values, and days as YYYY-MM-DD. What people type in a form is not escaped by Slack."""
    return {
        name: clean(_filled_in(element))
        for name, element in _elements(values).items()
        if text(element, "type") != "users_select"
    }


def _filled_in(element: Json) -> str:
    """An element has one of these, depending on its type; the others are not there."""
    return (
        text(element, "value") or text(element, "selected_option", "value") or text(element, "selected_date")
    )


def _people(values: Json, team: str, seen: Seen) -> Mapping[str, Picked]:
    """Who was picked; what is longer than any id is nobody."""
    picked = {name: text(element, "selected_user") for name, element in _elements(values).items()}
    return {
        name: Picked(person_id(team, user), seen.names.get(user, ""), alone_with(team, user))
        for name, user in picked.items()
        if 0 < len(user) <= _LONGEST_ID
    }


def _shortcut(payload: Json, seen: Seen) -> Incoming | None:
    """The lightning menu: a new idea from scratch, or from somebody's message."""
    envelope = envelope_of_interaction(payload, text(payload, "user", "id"), seen, text(payload, "action_ts"))
    name = (text(payload, "type"), text(payload, "callback_id"))
    if envelope is None:
        return None
    if name == ("shortcut", SHORTCUT_NEW_IDEA):
        return Wanted(envelope, FORM_NEW_IDEA)
    if name == ("message_action", SHORTCUT_MAKE_IMPROVEMENT):
        return Wanted(envelope, FORM_NEW_IDEA, plain(text(payload, "message", "text"), seen.names))
    return None


INTERACTIONS: Mapping[str, Callable[[Json, Seen], Incoming | None]] = {
    "block_actions": _pressed,
    "view_submission": _sent_form,
    "shortcut": _shortcut,
    "message_action": _shortcut,
}
