"""Ids and addresses as Teams has them, in Femma's shape and back."""

from __future__ import annotations

from bot.domain.people import Address, PersonId, TenantId
from handlers.teams.nodes import Node, mapping, text

PLATFORM = "teams"
_ROOT = ";messageid="


def tenant_id(entra: str) -> TenantId:
    """Femma's id of an Entra tenant."""
    return f"{PLATFORM}:{entra}"


def entra_tenant(tenant: TenantId) -> str:
    """The Entra tenant id that Femma's id was made from."""
    return tenant.partition(":")[2]


def person_id(entra: str, user: str) -> PersonId:
    """`user` is the Entra object id, or Teams' own user id for somebody without one (a guest by link)."""
    return f"{PLATFORM}:{entra}:{user}"


def place_of(activity: Node, entra: str) -> Address:
    """The conversation of an activity, and in a channel the message that answers belong under.

    Teams writes a thread as `<channel>;messageid=<root>`. A channel message without that begins one itself.
    """
    conversation, _, root = text(activity, "conversation", "id").partition(_ROOT)
    if not root and in_channel(activity) and text(activity, "type") == "message":
        root = text(activity, "id")
    return Address(PLATFORM, tenant_id(entra), conversation, root, text(activity, "serviceUrl"))


def conversation_path(address: Address) -> str:
    """The conversation id to send to: posting to this one lands in the thread, where there is one."""
    return f"{address.conversation}{_ROOT}{address.thread}" if address.thread else address.conversation


def is_personal(activity: Node) -> bool:
    """One person alone with Femma. Old activities do not say what kind, only whether it is a group."""
    kind = text(activity, "conversation", "conversationType")
    if kind:
        return kind == "personal"
    conversation = activity.get("conversation")
    return not (isinstance(conversation, dict) and conversation.get("isGroup") is True)


def in_channel(activity: Node) -> bool:
    """A team's channel, where messages have threads; a group chat has none."""
    return text(activity, "conversation", "conversationType") == "channel"


def channel_name(activity: Node) -> str:
    """What people call the channel. A team's first channel has no name of its own: the team's stands in."""
    channel_data = mapping(activity, "channelData")
    return (
        text(channel_data, "channel", "name")
        or text(channel_data, "settings", "selectedChannel", "name")
        or text(activity, "conversation", "name")
        or text(channel_data, "team", "name")
    )
