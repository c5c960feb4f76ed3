"""Slack's edge, put together: door, Bolt, inbound, hearing, and what is shown at once."""

from __future__ import annotations

import aiohttp
import structlog
from aiohttp import web
from slack_bolt import BoltResponse

from bot.domain.ports import Clock
from handlers.chat import Hear
from handlers.incoming import Busy, Uninstalled
from handlers.refusals import RefusalLog
from handlers.slack.bolt import Bolt, Delivery
from handlers.slack.client import SlackClient
from handlers.slack.door import Door, Refusal
from handlers.slack.files import SlackFiles
from handlers.slack.inbound import people_mentioned, read
from handlers.slack.origin import Seen, enterprise_of, workspace_of
from handlers.slack.outbound import SlackChat
from handlers.slack.people import People, belongs_here
from handlers.slack.reading import text
from handlers.slack.showing import Showing
from handlers.slack.socket_mode import SocketMode


class SlackEdge:
    """Everything between Slack and `hear`. `chat` is the way out, `files` to what people sent."""

    def __init__(
        self,
        hear: Hear,
        signing_secrets: tuple[str, ...],
        bot_token: str,
        session: aiohttp.ClientSession,
        clock: Clock,
        api_url: str = "https://slack.com/api/",
        app_token: str = "",
    ) -> None:
        """`session` stays the caller's. With an `app_token` Slack is also heard through Socket Mode.

        Raises ValueError for an empty signing secret; without any, nothing is let in over HTTP.
        """
        self.chat = SlackChat(bot_token, session, clock, api_url)
        self.files = SlackFiles(bot_token, session, api_url)
        self._hear = hear
        self._clock = clock
        self._door = Door(signing_secrets, clock)
        self.refusals = RefusalLog("slack", clock)
        self._people = People(self.chat.client, clock)
        self._showing = Showing(self.chat)
        # Without a token: Bolt must not be able to speak for itself.
        self._bare_client = SlackClient(None, session, api_url)
        self._bolt = Bolt(self._take, self._bare_client)
        self._app_token = app_token
        self._socket: SocketMode | None = None
        self._log = structlog.get_logger("femma.slack")

    async def handle(self, request: web.Request) -> web.Response:
        """POST /slack/events. 200 means that it is stored; 503 asks Slack to send it again."""
        admitted = await self._door.admit(request)
        if isinstance(admitted, Refusal):
            self.refusals.note(admitted.cause, admitted.status)
            return _refused(admitted)
        response = await self._bolt.dispatch(Delivery(admitted.payload, admitted.digest))
        return web.Response(
            status=response.status, text=response.body, headers=response.first_headers_without_set_cookie()
        )

    def worries(self) -> list[str]:
        """What an operator should look at."""
        found = []
        if self._door.doubt.doubtful:
            found.append("slack: signed requests are out of time, is the clock right?")
        if self.chat.client.shut:
            found.append("slack: Femma was taken out of the workspace, or its token revoked")
        return found

    async def start(self) -> None:
        """Connect through Socket Mode when there is a token for it. Does not wait for Slack."""
        if self._app_token and self._socket is None:
            self._socket = SocketMode(self._bolt, self._app_token, self._bare_client, self._bolt.dispatch)
            self._socket.start()

    async def close(self) -> None:
        """Leave Socket Mode. The session stays open."""
        if self._socket is not None:
            await self._socket.stop()
            self._socket = None

    async def _take(self, delivery: Delivery) -> BoltResponse:
        """One verified thing: read, introduce, hear, show."""
        payload = delivery.payload
        own = await self._people.workspace()
        if not belongs_here(workspace_of(payload), enterprise_of(payload), own):
            self._log.warning("slack_ignored", cause="other_workspace")
            return BoltResponse(status=200, body="")
        seen = Seen(delivery.digest, self._clock.now(), own.bot_user)
        if read(payload, seen) is None:
            return BoltResponse(status=200, body="")
        names = await self._people.names(people_mentioned(payload, seen))
        incoming = read(payload, Seen(seen.digest, seen.now, seen.bot_user, names))
        if incoming is None:
            return BoltResponse(status=200, body="")
        if isinstance(incoming, Uninstalled):
            # From here on not one call is made: the token is good for nothing, until a start with another.
            self.chat.client.shut = "app_uninstalled"
        known = await self._people.introduce(incoming)
        try:
            answer = await self._hear(known)
        except Busy:
            self._log.warning("slack_busy")
            return BoltResponse(status=503, body="")
        return await self._showing.show(answer, known, text(payload, "trigger_id"))


def _refused(refusal: Refusal) -> web.Response:
    """No body and no reason: a stranger learns nothing. The rest of what it sends is not waited for."""
    headers = {"Allow": "POST"} if refusal.status == 405 else {}
    response = web.Response(status=refusal.status, headers=headers)
    response.force_close()
    return response
