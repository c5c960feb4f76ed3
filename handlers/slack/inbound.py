"""What Slack sends, as what happened. Pure: no network, no names looked up, no answers.

`read` gives None for everything that is not for Femma: other bots, edits, unknown buttons, forged values,
people of other organisations. Such a thing is answered with 200 and has no effect.
"""

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
from handlers.incoming import Arrived, Incoming, Joined, Left, Picked, Pressed, Said, SentForm, Wanted
from handlers.slack.origin import (
    Seen,
    alone_with,
    bot_user_of,
    conversation,
    envelope_of_event,
    envelope_of_interaction,
    is_direct,
    person_id,
    team_of_person,
    workspace_of,
)
from handlers.slack.reading import Json, part, parts, text
from handlers.slack.words import mentioned, plain, without_mention


def read(payload: Json, seen: Seen) -> Incoming | None:
    """One verified payload of the Events API, of interactivity or of the slash command.

    Never raises, whatever the shape of the payload.
    """
    if "command" in payload:
        return _command(payload, seen)
    kind = text(payload, "type")
    if kind == "event_callback":
        reader = EVENTS.get(text(payload, "event", "type"))
    else:
        reader = _INTERACTIONS.get(kind)
    return reader(payload, seen) if reader else None


def people_mentioned(payload: Json, seen: Seen) -> tuple[str, ...]:
    """The users whose names the text needs, without Femma's own."""
    words = text(payload, "event", "text") or text(payload, "message", "text") or text(payload, "text")
    own = bot_user_of(payload, seen.bot_user)
    return tuple(user for user in mentioned(words) if user != own)


def _direct_message(payload: Json, seen: Seen) -> Incoming | None:
    event = part(payload, "event")
    if text(event, "channel_type") != "im" or not _is_by_a_person(payload, seen):
        return None
    envelope = envelope_of_event(payload, text(event, "user"), seen, text(event, "channel"))
    return Said(envelope, plain(text(event, "text"), seen.names)) if envelope else None


def _mention(payload: Json, seen: Seen) -> Incoming | None:
    event = part(payload, "event")
    channel = text(event, "channel")
    if not channel or is_direct(channel) or not _is_by_a_person(payload, seen):
        return None
    envelope = envelope_of_event(payload, text(event, "user"), seen)
    if envelope is None:
        return None
    words = without_mention(text(event, "text"), bot_user_of(payload, seen.bot_user))
    thread = text(event, "thread_ts") or text(event, "ts")
    where = conversation(workspace_of(payload), channel, thread)
    return Said(envelope, plain(words, seen.names), channel=where)


def _is_by_a_person(payload: Json, seen: Seen) -> bool:
    """Not by a bot, not by Femma, and not the notice of an edit: those would make a loop."""
    event = part(payload, "event")
    if event.get("bot_id") or text(event, "subtype") not in {"", "file_share"} or event.get("hidden") is True:
        return False
    return text(event, "user") != bot_user_of(payload, seen.bot_user)


def _arrived(payload: Json, seen: Seen) -> Incoming | None:
    event = part(payload, "event")
    if text(event, "tab") != "home":
        return None
    user = text(event, "user")
    envelope = envelope_of_event(payload, user, seen, text(event, "channel"))
    return Arrived(envelope, page=alone_with(team_of_person(payload), user)) if envelope else None


def _joined(payload: Json, seen: Seen) -> Incoming | None:
    """Femma itself was taken in. Who did it is the inviter, when Slack says so."""
    if not _is_femma(payload, seen):
        return None
    return _channel_event(payload, seen, Joined, by="inviter")


def _left(payload: Json, seen: Seen) -> Incoming | None:
    """Femma itself was taken out; a colleague who leaves is none of its business."""
    return _channel_event(payload, seen, Left) if _is_femma(payload, seen) else None


def _closed(payload: Json, seen: Seen) -> Incoming | None:
    """The channel was archived or deleted, or Slack says in its other way that Femma left it."""
    return _channel_event(payload, seen, Left)


def _is_femma(payload: Json, seen: Seen) -> bool:
    own = bot_user_of(payload, seen.bot_user)
    return bool(own) and text(payload, "event", "user") == own


def _channel_event(
    payload: Json, seen: Seen, kind: type[Joined] | type[Left], by: str = "user"
) -> Incoming | None:
    event = part(payload, "event")
    channel = text(event, "channel")
    user = text(event, by) or text(event, "user") or bot_user_of(payload, seen.bot_user)
    envelope = envelope_of_event(payload, user, seen)
    if envelope is None or not channel or is_direct(channel):
        return None
    return kind(envelope, conversation(workspace_of(payload), channel))


def _command(payload: Json, seen: Seen) -> Incoming | None:
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
    """Text and chosen values. What people type in a form is not escaped by Slack."""
    return {
        name: clean(text(element, "value") or text(element, "selected_option", "value"))
        for name, element in _elements(values).items()
        if text(element, "type") != "users_select"
    }


def _people(values: Json, team: str, seen: Seen) -> Mapping[str, Picked]:
    picked = {name: text(element, "selected_user") for name, element in _elements(values).items()}
    return {
        name: Picked(person_id(team, user), seen.names.get(user, ""), alone_with(team, user))
        for name, user in picked.items()
        if user
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


_Reader = Callable[[Json, Seen], Incoming | None]

EVENTS: Mapping[str, _Reader] = {
    "message": _direct_message,
    "app_mention": _mention,
    "app_home_opened": _arrived,
    "member_joined_channel": _joined,
    "member_left_channel": _left,
    "channel_left": _closed,
    "group_left": _closed,
    "channel_archive": _closed,
    "group_archive": _closed,
    "channel_deleted": _closed,
    "group_deleted": _closed,
}

_INTERACTIONS: Mapping[str, _Reader] = {
    "block_actions": _pressed,
    "view_submission": _sent_form,
    "shortcut": _shortcut,
    "message_action": _shortcut,
}
