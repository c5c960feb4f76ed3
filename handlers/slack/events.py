"""The Events API as what happened: messages, mentions, the home, and Femma's own comings and goings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers.incoming import Arrived, Departed, Incoming, Joined, Left, Said, Uninstalled
from handlers.slack.files import attached
from handlers.slack.origin import (
    Seen,
    alone_with,
    bot_user_of,
    conversation,
    envelope_of_event,
    is_direct,
    team_of_person,
    workspace_of,
)
from handlers.slack.reading import Json, part, text
from handlers.slack.words import plain, without_mention


def _direct_message(payload: Json, seen: Seen) -> Incoming | None:
    event = part(payload, "event")
    if text(event, "channel_type") != "im" or not _is_by_a_person(payload, seen):
        return None
    envelope = envelope_of_event(payload, text(event, "user"), seen, text(event, "channel"))
    if envelope is None:
        return None
    return Said(envelope, plain(text(event, "text"), seen.names), attached=attached(event))


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
    return Said(envelope, plain(words, seen.names), channel=where, attached=attached(event))


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


def _uninstalled(payload: Json, seen: Seen) -> Incoming | None:
    """The app was taken out of the workspace, or its bot's token was revoked. People's tokens are not ours.

    docs.slack.dev/reference/events/tokens_revoked: `tokens.bot` has the user ids of bots.
    """
    reason = text(payload, "event", "type")
    if reason == "tokens_revoked":
        bots = part(payload, "event", "tokens").get("bot")
        own = bot_user_of(payload, seen.bot_user)
        if not isinstance(bots, list) or not bots or (own and own not in bots):
            return None
    envelope = envelope_of_event(payload, bot_user_of(payload, seen.bot_user) or "femma", seen)
    return Uninstalled(envelope, reason) if envelope else None


def _departed(payload: Json, seen: Seen) -> Incoming | None:
    """An account was closed. Every other change of somebody's profile is none of Femma's business.

    docs.slack.dev/reference/events/user_change: `user` is the whole person, `deleted` when deactivated.
    """
    user = part(payload, "event", "user")
    if user.get("deleted") is not True or not text(user, "id"):
        return None
    envelope = envelope_of_event(payload, text(user, "id"), seen)
    return Departed(envelope) if envelope else None


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


EVENTS: Mapping[str, Callable[[Json, Seen], Incoming | None]] = {
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
    "app_uninstalled": _uninstalled,
    "tokens_revoked": _uninstalled,
    "user_change": _departed,
}
