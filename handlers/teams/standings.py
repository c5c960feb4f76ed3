"""Who is a guest and who comes from another organisation, as far as Teams tells.

An activity itself says little (somebody without an Entra id is nobody's colleague); the rest is asked for
once a day and person, and nobody waits longer than a second for it. What Teams does not say is unknown.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Final

from bot.domain.people import Standing
from bot.domain.ports import Clock, NotDelivered
from handlers.cache import TimedCache
from handlers.incoming import Incoming
from handlers.teams.connector import Connector, NoReply
from handlers.teams.nodes import Node, text

_A_DAY: Final = 24 * 3600.0
_A_WHILE: Final = 60.0
_REST: Final = 10.0
LOOKUP_SECONDS: Final = 1.0
# Only these need somebody's rights; who added Femma to a team is not asked about.
_ASKED = frozenset({"message", "invoke"})
_FOREIGN_NAME = "#ext#"


def standing_of(member: Node, tenant: str) -> Standing:
    """From a member of a conversation (TeamsChannelAccount), who must have an id.

    learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context: guests have a role or a
    principal name of their own; members of other organisations another tenant.
    """
    role, home = text(member, "userRole").lower(), text(member, "tenantId").lower()
    if role in {"guest", "anonymous"} or _FOREIGN_NAME in text(member, "userPrincipalName").lower():
        return Standing.GUEST
    if home and home != tenant:
        return Standing.OUTSIDER
    return Standing.COLLEAGUE


def said_by(activity: Node, tenant: str) -> Standing:
    """What the activity alone says of its sender: `unknown` unless it gives somebody away."""
    sender = activity.get("from")
    if text(activity, "type") not in _ASKED or not isinstance(sender, dict):
        return Standing.UNKNOWN
    if not text(sender, "aadObjectId"):
        return Standing.GUEST
    found = standing_of(sender, tenant)
    return Standing.UNKNOWN if found is Standing.COLLEAGUE else found


class Standings:
    """Asks Teams about people, and remembers."""

    def __init__(self, connector: Connector, clock: Clock, size: int = 5000) -> None:
        """`size` bounds the memory."""
        self._connector = connector
        self._kept: TimedCache[str, Standing] = TimedCache(clock, _A_DAY, size)
        self._silent: TimedCache[str, bool] = TimedCache(clock, _REST, 1)

    async def introduce(self, incoming: Incoming, activity: Node, tenant: str) -> Incoming:
        """The same, with the standing of its actor where Teams tells it in time; never raises."""
        actor = incoming.envelope.actor
        if actor.standing is not Standing.UNKNOWN or text(activity, "type") not in _ASKED:
            return incoming
        known = self._kept.get(actor.person)
        if known is None:
            known = await self._ask(activity, tenant)
            self._kept.put(actor.person, known, _A_WHILE if known is Standing.UNKNOWN else None)
        told = replace(actor, standing=known)
        return replace(incoming, envelope=replace(incoming.envelope, actor=told))

    async def _ask(self, activity: Node, tenant: str) -> Standing:
        conversation = text(activity, "conversation", "id").partition(";")[0]
        if not conversation or self._silent.get("") is not None:
            return Standing.UNKNOWN
        path = ("conversations", conversation, "members", text(activity, "from", "id"))
        try:
            async with asyncio.timeout(LOOKUP_SECONDS):
                reply = await self._connector.call("GET", text(activity, "serviceUrl"), path)
        except (NotDelivered, NoReply, TimeoutError):
            self._silent.put("", True)
            return Standing.UNKNOWN
        is_somebody = reply.taken and bool(text(reply.body, "id"))
        return standing_of(reply.body, tenant) if is_somebody else Standing.UNKNOWN
