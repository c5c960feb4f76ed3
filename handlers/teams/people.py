"""Who the people are that somebody picked in a form: the picker gives ids, people are called by name."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.domain.people import Address
from bot.domain.ports import NotDelivered
from handlers.incoming import Picked, SentForm
from handlers.teams.connector import Connector, NoReply
from handlers.teams.nodes import text
from handlers.teams.places import entra_tenant
from handlers.teams.standings import standing_of

# The form's sender is waiting, and Teams gives up after a few seconds: a missing name can be lived with.
_SECONDS = 1.5


async def with_names(sent: SentForm, conversation: str, connector: Connector) -> SentForm:
    """The same form with names and chat ids filled in where Teams told them in time; never raises.

    `conversation` is the place whose members are asked for.
    """
    if not sent.people or not conversation:
        return sent
    names = list(sent.people)
    found = await asyncio.gather(*(_named(sent.people[name], conversation, connector) for name in names))
    return replace(sent, people=dict(zip(names, found, strict=True)))


async def _named(picked: Picked, conversation: str, connector: Connector) -> Picked:
    home = picked.home
    path = ("conversations", conversation, "members", home.person)
    try:
        async with asyncio.timeout(_SECONDS):
            reply = await connector.call("GET", home.service_url, path)
    except (NotDelivered, NoReply, TimeoutError):
        return picked
    if not reply.taken:
        return picked
    user = text(reply.body, "id")
    standing = standing_of(reply.body, entra_tenant(home.tenant)) if user else picked.standing
    return Picked(picked.person, text(reply.body, "name"), _known_as(home, user), standing)


def _known_as(home: Address, user: str) -> Address:
    """Teams' own id for the person opens a chat more surely than the directory's."""
    return replace(home, person=user) if user else home
