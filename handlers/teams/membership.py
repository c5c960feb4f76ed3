"""Femma added to and taken out of places, read from the two kinds of activity that tell of it.

Teams tells both kinds again and again (a client that loads is enough), so what happens then must be the
same however often it happens; the core sees to that.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.people import Address
from handlers.incoming import Arrived, Envelope, Incoming, Joined, Left
from handlers.teams.nodes import Node, mapping, mappings, text
from handlers.teams.places import channel_name, is_personal

# learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
_ENDED = frozenset({"channelDeleted", "teamDeleted", "teamHardDeleted", "teamArchived"})


def changed_members(activity: Node, envelope: Envelope, where: Address) -> Incoming | None:
    """A conversationUpdate: Joined or Left for a team or group, Arrived for the direct chat."""
    channel = _channel(activity, where)
    if _has_bot(activity, "membersAdded"):
        name = channel_name(activity)
        return Arrived(envelope) if is_personal(activity) else Joined(envelope, channel, name)
    if is_personal(activity):
        return None
    ended = text(activity, "channelData", "eventType") in _ENDED
    return Left(envelope, channel) if ended or _has_bot(activity, "membersRemoved") else None


def changed_installation(activity: Node, envelope: Envelope, where: Address) -> Incoming | None:
    """An installationUpdate: Arrived in the direct chat, Left in a team or group.

    Being added to a team is told by a conversationUpdate too, which knows more.
    """
    action = text(activity, "action")
    if is_personal(activity):
        return Arrived(envelope) if action.startswith("add") else None
    return Left(envelope, _channel(activity, where)) if action == "remove" else None


def _has_bot(activity: Node, name: str) -> bool:
    bot = text(activity, "recipient", "id")
    return bool(bot) and any(text(member, "id") == bot for member in mappings(activity, name))


def _channel(activity: Node, where: Address) -> Address:
    """The channel that was chosen or is meant; apps are added to a whole team, whose first one speaks."""
    channel_data = mapping(activity, "channelData")
    named = text(channel_data, "settings", "selectedChannel", "id") or text(channel_data, "channel", "id")
    return replace(where, conversation=named or where.conversation, thread="")
