"""The whole Teams edge in one object: what the web server and the outbox are given."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import aiohttp
import structlog
from aiohttp import web
from botbuilder.core import TurnContext

from bot.domain.people import Address
from bot.domain.ports import Clock, NotDelivered
from handlers.chat import Hear
from handlers.incoming import Answer, Busy, FormErrors, Incoming, Nothing, PrivateLine, SentForm, ShowForm
from handlers.refusals import RefusalLog
from handlers.teams.access import TOKEN_URL, AccessTokens, AppIdentity
from handlers.teams.adapter import TurnAdapter
from handlers.teams.answers import card_action_body, dialog_body, extension_body
from handlers.teams.connector import Connector
from handlers.teams.door import Admitted, Door
from handlers.teams.files import TeamsFiles
from handlers.teams.inbound import InvokeName, read
from handlers.teams.keys import OPENID_URL, SigningKeys
from handlers.teams.nodes import text
from handlers.teams.outbound import TeamsChat
from handlers.teams.people import with_names
from handlers.teams.places import place_of
from handlers.teams.refusals import TurnedAway
from handlers.teams.service_urls import ServiceUrls
from handlers.teams.standings import Standings
from handlers.teams.tokens import Tokens

# Teams waits 10 to 15 s for us; a private line that takes longer than this is given up.
_PRIVATE_SECONDS = 4.0
_DIALOGS = frozenset(InvokeName) - {InvokeName.CARD_ACTION}

_log = structlog.get_logger(__name__)


class TeamsEdge:
    """Takes Teams' requests in, gives what they mean to `hear`, and shows what it answers."""

    def __init__(
        self,
        hear: Hear,
        app_id: str,
        app_password: str,
        app_tenant_id: str,
        session: aiohttp.ClientSession,
        clock: Clock,
        *,
        openid_url: str = OPENID_URL,
        token_url: str = TOKEN_URL,
        extra_service_hosts: tuple[str, ...] = (),
        allowed_tenants: tuple[str, ...] = (),
        anonymous: bool = False,
    ) -> None:
        """`allowed_tenants` empty: the app's own tenant only.

        `anonymous` (development with an empty app id only): callers on loopback need no token, loopback
        service urls are called without one. Nothing is fetched before `start`.
        """
        service_urls = ServiceUrls(extra_service_hosts, any_loopback=anonymous)
        tenants = allowed_tenants or tuple(filter(None, (app_tenant_id,)))
        identity = AppIdentity(app_id, app_password, app_tenant_id, token_url)
        self._hear = hear
        self._clock = clock
        self._anonymous = anonymous
        self._keys = SigningKeys(session, openid_url, clock)
        self._access = AccessTokens(session, identity, clock)
        tokens = None if anonymous else self._access
        self._connector = Connector(session, tokens, service_urls)
        self.files = TeamsFiles(session, tokens, service_urls, extra_service_hosts)
        self._door = Door(Tokens(app_id, self._keys, clock), service_urls, tenants, anonymous=anonymous)
        self.refusals = RefusalLog("teams", clock)
        self._adapter = TurnAdapter()
        self._standings = Standings(self._connector, clock)
        self.chat = TeamsChat(self._connector, app_id, clock)

    def worries(self) -> list[str]:
        """What an operator should look at: nothing that the log does not say."""
        return []

    async def start(self) -> None:
        """Fetch the signing keys, so that the first person does not wait for them. Never raises."""
        if not self._anonymous:
            await self._keys.refresh()

    async def close(self) -> None:
        """Stop what is under way. The session is its owner's to close."""
        await self._keys.close()
        await self._access.close()

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one request of `POST /api/messages`; 200 only after `hear` has stored it."""
        try:
            admitted = await self._door.admit(request)
        except TurnedAway as no:
            self.refusals.note(no.cause, no.status)
            return web.Response(status=no.status)
        try:
            return await self._turn(admitted)
        except Busy:
            return web.Response(status=503, headers={"Retry-After": "1"})

    async def _turn(self, admitted: Admitted) -> web.Response:
        incoming = read(admitted, self._clock.now())

        async def take(_: TurnContext) -> Mapping[str, Any] | None:
            return await self._answer(admitted, incoming)

        response = await self._adapter.run(admitted.activity, take)
        if response is None or response.body is None:
            return web.Response(status=200)
        return web.json_response(response.body, status=response.status)

    async def _answer(self, admitted: Admitted, incoming: Incoming | None) -> Mapping[str, Any] | None:
        """The body for an invoke; for a message what cannot be shown in place is said in the direct chat."""
        name = text(admitted.activity, "name")
        answer = Nothing() if incoming is None else await self._heard(admitted, incoming)
        if name == InvokeName.EXTENSION_SUBMIT:
            return extension_body(answer)
        if name in _DIALOGS:
            return dialog_body(answer)
        is_press = name == InvokeName.CARD_ACTION
        if incoming is not None and not (is_press and isinstance(answer, PrivateLine)):
            await self._say_privately(incoming.envelope.home, answer)
        return card_action_body(answer) if is_press else None

    async def _heard(self, admitted: Admitted, incoming: Incoming) -> Answer:
        incoming = await self._standings.introduce(incoming, admitted.activity, admitted.tenant)
        if isinstance(incoming, SentForm):
            place = place_of(admitted.activity, admitted.tenant)
            incoming = await with_names(incoming, place.conversation, self._connector)
        return await self._hear(incoming)

    async def _say_privately(self, home: Address, answer: Answer) -> None:
        """A line or a form, where nothing else can hold it. Help for the moment: it is not repeated."""
        try:
            async with asyncio.timeout(_PRIVATE_SECONDS):
                match answer:
                    case PrivateLine(line):
                        await self.chat.say(home, line)
                    case ShowForm(form):
                        await self.chat.ask(home, form, {})
                    case FormErrors(errors, form):
                        await self.chat.ask(home, form, errors)
        except (NotDelivered, TimeoutError) as error:
            cause = error.reason if isinstance(error, NotDelivered) else "timeout"
            _log.warning("teams.private_answer_lost", cause=cause)
