"""Which workspace, which person, where and when: what every payload of Slack tells in its own way.

Only the verified envelope is read here, never the value of a button.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.people import Address, TenantId
from handlers.incoming import Actor, Envelope
from handlers.slack.reading import Json, moment, part, parts, text

PLATFORM = "slack"
_DIRECT = "D"


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known besides the payload: a name for its bytes, the time, our own user, people's names."""

    digest: str
    now: datetime
    bot_user: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


def tenant_id(team: str) -> TenantId:
    """The domain's id of a workspace."""
    return f"{PLATFORM}:{team}"


def person_id(team: str, user: str) -> str:
    """The domain's id of a person."""
    return f"{PLATFORM}:{team}:{user}"


def user_of(person: str) -> str:
    """Slack's own id of a person of the domain, or empty when it is none of Slack's."""
    platform, _, rest = person.partition(":")
    return rest.rpartition(":")[2] if platform == PLATFORM else ""


def workspace_of(payload: Json) -> str:
    """The workspace that Femma was addressed in. Empty when the payload has none."""
    authorization = next(iter(parts(payload, "authorizations")), {})
    return (
        text(authorization, "team_id")
        or text(payload, "team", "id")
        or text(payload, "team_id")
        or text(payload, "user", "team_id")
    )


def enterprise_of(payload: Json) -> str:
    """The Enterprise Grid organisation, or empty."""
    authorization = next(iter(parts(payload, "authorizations")), {})
    return (
        text(authorization, "enterprise_id")
        or text(payload, "enterprise", "id")
        or text(payload, "team", "enterprise_id")
        or text(payload, "enterprise_id")
    )


def bot_user_of(payload: Json, known: str) -> str:
    """Femma's own user id: the one this event was authorised for, else what is `known`."""
    bots = (text(each, "user_id") for each in parts(payload, "authorizations") if each.get("is_bot") is True)
    return next(bots, "") or known


def team_of_person(payload: Json) -> str:
    """The person's own workspace: another one than Femma's in shared channels. Empty for a stranger.

    Within one Grid organisation colleagues of other workspaces are welcome, under their own workspace;
    people of other organisations, met in a Slack Connect channel, are not heard.
    """
    own = workspace_of(payload)
    event = part(payload, "event")
    told = (
        text(event, "user_team")
        or text(event, "source_team")
        or text(event, "team")
        or text(payload, "user", "team_id")
    )
    if not told or told == own or told == enterprise_of(payload):
        return own
    if payload.get("is_ext_shared_channel") is True or not enterprise_of(payload):
        return ""
    return told if told.startswith("T") else own


def conversation(team: str, channel: str, thread: str = "") -> Address:
    """A channel or an open direct chat."""
    return Address(PLATFORM, tenant_id(team), conversation=channel, thread=thread)


def alone_with(team: str, user: str, channel: str = "") -> Address:
    """Where to speak to a person alone: the direct chat when `channel` is one, else the person."""
    if channel.startswith(_DIRECT):
        return conversation(team, channel)
    return Address(PLATFORM, tenant_id(team), person=user)


def is_direct(channel: str) -> bool:
    """Is this the id of a direct chat?"""
    return channel.startswith(_DIRECT)


def envelope_of_event(payload: Json, user: str, seen: Seen, channel: str = "") -> Envelope | None:
    """For the Events API, whose repeats bear the same event id. None when the person is a stranger."""
    event = part(payload, "event")
    team = team_of_person(payload)
    stamp = text(event, "ts") or text(event, "event_ts") or payload.get("event_time")
    delivery = text(payload, "event_id") or seen.digest
    return _envelope(team, user, delivery, moment(stamp, seen.now), channel)


def envelope_of_interaction(
    payload: Json, user: str, seen: Seen, stamp: str = "", channel: str = ""
) -> Envelope | None:
    """For buttons, forms, shortcuts and commands, which Slack does not repeat."""
    team = team_of_person(payload)
    delivery = text(payload, "trigger_id") or seen.digest
    return _envelope(team, user, delivery, moment(stamp, seen.now), channel)


def _envelope(team: str, user: str, delivery: str, at: datetime, channel: str) -> Envelope | None:
    if not team or not user:
        return None
    actor = Actor(tenant_id(team), person_id(team, user))
    return Envelope(delivery, actor, alone_with(team, user, channel), at)
