"""Names, languages and administrators, as far as Slack tells them quickly. Nobody has to wait for a name."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Final

from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.domain.people import Address, Language, Standing
from bot.domain.ports import Clock
from handlers.cache import TimedCache
from handlers.clean import clean
from handlers.incoming import Incoming, Joined, Picked, Said, SentForm
from handlers.slack.client import SlackClient
from handlers.slack.origin import user_of
from handlers.slack.problems import Declined, Trouble
from handlers.slack.reading import Json, part, text

_A_DAY: Final = 24 * 3600.0
# After a failure somebody is asked for again soon, but not with every message.
_A_WHILE: Final = 60.0
_REST: Final = 10.0
LOOKUP_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class Colleague:
    """What Slack knows of a user. All empty when it could not be asked."""

    name: str = ""
    language: Language | None = None
    administrator: bool | None = None
    standing: Standing = Standing.UNKNOWN


@dataclass(frozen=True, slots=True)
class Workspace:
    """Who we are there, by our own token. Empty when Slack could not be asked."""

    team: str = ""
    enterprise: str = ""
    bot_user: str = ""


class People:
    """Looks people, channels and ourselves up, and remembers. No method raises for what Slack does."""

    def __init__(self, client: SlackClient, clock: Clock, size: int = 5000) -> None:
        """`size` bounds each memory."""
        self._client = client
        self._colleagues: TimedCache[str, Colleague] = TimedCache(clock, _A_DAY, size)
        self._channels: TimedCache[str, str] = TimedCache(clock, _A_DAY, size)
        self._workspaces: TimedCache[str, Workspace] = TimedCache(clock, _A_DAY, 1)
        self._silent: TimedCache[str, bool] = TimedCache(clock, _REST, 1)

    async def colleague(self, user: str) -> Colleague:
        """One user (scope users:read)."""
        known = self._colleagues.get(user)
        if known is None:
            answer = await self._asked(lambda: self._client.users_info(user=user, include_locale=True))
            user_object = part(answer, "user")
            known = _colleague(user_object, await self.workspace()) if user_object else Colleague()
            self._colleagues.put(user, known, None if answer else _A_WHILE)
        return known

    async def names(self, users: tuple[str, ...]) -> dict[str, str]:
        """The names of some users, without those that have none."""
        found = await asyncio.gather(*(self.colleague(user) for user in users))
        return {user: colleague.name for user, colleague in zip(users, found, strict=True) if colleague.name}

    async def channel_name(self, channel: str) -> str:
        """The name of a channel (scopes channels:read and groups:read), or empty."""
        known = self._channels.get(channel)
        if known is None:
            answer = await self._asked(lambda: self._client.conversations_info(channel=channel))
            known = clean(text(answer, "channel", "name"))
            self._channels.put(channel, known, None if answer else _A_WHILE)
        return known

    async def workspace(self) -> Workspace:
        """Where our token belongs."""
        known = self._workspaces.get("")
        if known is None:
            answer = await self._asked(self._client.auth_test)
            known = Workspace(text(answer, "team_id"), text(answer, "enterprise_id"), text(answer, "user_id"))
            self._workspaces.put("", known, None if answer else _A_WHILE)
        return known

    async def _asked(self, call: Callable[[], Awaitable[AsyncSlackResponse]]) -> Json:
        """Slack's answer, or an empty one: after a second, when it says no, or when it was silent just now.

        One thing that comes in may need several answers, and must itself be answered within three seconds.
        """
        if self._silent.get("") is not None:
            return {}
        try:
            async with asyncio.timeout(LOOKUP_SECONDS):
                answer = await call()
        except Declined:
            return {}
        except (Trouble, TimeoutError):
            self._silent.put("", True)
            return {}
        return answer.data if isinstance(answer.data, dict) else {}

    async def introduce(self, incoming: Incoming) -> Incoming:
        """The same, with what is known of the actor, of picked people and of the channel's name."""
        actor = incoming.envelope.actor
        about = await self.colleague(user_of(actor.person))
        known = replace(
            actor,
            name=about.name,
            language=about.language,
            administrator=about.administrator,
            standing=about.standing,
        )
        told = replace(incoming, envelope=replace(incoming.envelope, actor=known))
        match told:
            case SentForm(people=people) if people:
                named = await asyncio.gather(*(self._named(who) for who in people.values()))
                return replace(told, people=dict(zip(people, named, strict=True)))
            case Said(channel=Address(conversation=channel), channel_name=""):
                return replace(told, channel_name=await self.channel_name(channel))
            case Joined(channel=Address(conversation=channel)):
                return replace(told, channel_name=await self.channel_name(channel))
            case _:
                return told

    async def _named(self, picked: Picked) -> Picked:
        about = await self.colleague(user_of(picked.person))
        return replace(picked, name=about.name or picked.name, standing=about.standing)


def belongs_here(team: str, enterprise: str, own: Workspace) -> bool:
    """Is a workspace the one of our token, or of the same organisation? True while we do not know ours.

    The signature has proved that Slack sent it to this app; and everything is kept under the workspace
    that the payload names, so that not knowing mixes nothing.
    """
    if not own.team or team == own.team:
        return True
    return bool(own.enterprise) and enterprise == own.enterprise


def _standing(user: Json, own: Workspace) -> Standing:
    """docs.slack.dev/reference/objects/user-object: guests are restricted to channels, or to one.

    A member of another workspace is a colleague in the same Enterprise Grid organisation only.
    """
    team, enterprise = text(user, "team_id"), text(user, "enterprise_user", "enterprise_id")
    is_elsewhere = bool(team and own.team) and team not in {own.team, own.enterprise}
    in_organisation = bool(enterprise) and enterprise == own.enterprise
    if user.get("is_stranger") is True or (is_elsewhere and not in_organisation):
        return Standing.OUTSIDER
    if user.get("is_restricted") is True or user.get("is_ultra_restricted") is True:
        return Standing.GUEST
    return Standing.COLLEAGUE


def _colleague(user: Json, own: Workspace) -> Colleague:
    profile = part(user, "profile")
    names = [text(profile, "display_name"), text(profile, "real_name")]
    names += [text(user, "real_name"), text(user, "name")]
    chief = any(user.get(role) is True for role in ("is_admin", "is_owner", "is_primary_owner"))
    name = next(filter(None, map(str.strip, names)), "")
    return Colleague(clean(name), Language.parse(text(user, "locale")), chief, _standing(user, own))
