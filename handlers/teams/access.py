"""Femma's own token for calling the Bot Framework: asked for once, kept, renewed before it ends.

To whom it may be shown is decided in `handlers.teams.service_urls`; it is never logged.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from datetime import datetime, timedelta

import aiohttp
import structlog

from bot.domain.ports import Clock, TryLater
from handlers.teams.bounded import read_bounded

# learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
TOKEN_URL = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token"  # noqa: S105 - an address
SCOPE = "https://api.botframework.com/.default"

_TIMEOUT = aiohttp.ClientTimeout(total=5)
_MAX_BYTES = 100_000
_EARLY = timedelta(minutes=5)
_PAUSE = 30.0

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class AppIdentity:
    """Who Femma is to Microsoft Entra. `token_url` may hold `{tenant}`."""

    app_id: str
    password: str
    tenant: str
    token_url: str = TOKEN_URL

    def __repr__(self) -> str:
        """Without the password: this may end up in a traceback."""
        return f"AppIdentity({self.app_id!r})"


@dataclass(frozen=True, slots=True)
class _Kept:
    value: str
    until: datetime


class AccessTokens:
    """One token for the whole process."""

    def __init__(self, session: aiohttp.ClientSession, identity: AppIdentity, clock: Clock) -> None:
        """Nothing is asked for before the first `get`."""
        self._session = session
        self._identity = identity
        self._clock = clock
        self._kept: _Kept | None = None
        self._flight: asyncio.Task[None] | None = None

    async def get(self) -> str:
        """A token that is good for a while. Raises TryLater when there is none to be had now.

        Renewing begins 5 minutes early, and as long as the old one lasts its failure does not matter.
        """
        if self._left() <= _EARLY:
            try:
                await asyncio.shield(self._start())
            except TryLater:
                if self._left() <= timedelta():
                    raise
        if self._kept is None:
            raise TryLater("no token", _PAUSE)
        return self._kept.value

    def forget(self, token: str) -> None:
        """This token was refused: the next `get` asks for another."""
        if self._kept is not None and self._kept.value == token:
            self._kept = None

    async def close(self) -> None:
        """Give up a request that is under way."""
        if self._flight is not None:
            self._flight.cancel()
            await asyncio.gather(self._flight, return_exceptions=True)

    def _left(self) -> timedelta:
        return timedelta() if self._kept is None else self._kept.until - self._clock.now()

    def _start(self) -> asyncio.Task[None]:
        if self._flight is None:
            self._flight = asyncio.create_task(self._ask(), name="teams access token")
            self._flight.add_done_callback(self._landed)
        return self._flight

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flight = None
        # Looked at here, since every caller may have gone away meanwhile.
        if not task.cancelled():
            task.exception()

    async def _ask(self) -> None:
        url = self._identity.token_url.replace("{tenant}", self._identity.tenant)
        form = {
            "grant_type": "client_credentials",
            "client_id": self._identity.app_id,
            "client_secret": self._identity.password,
            "scope": SCOPE,
        }
        try:
            async with self._session.post(
                url, data=form, timeout=_TIMEOUT, allow_redirects=False
            ) as response:
                body = await read_bounded(response, _MAX_BYTES)
            self._kept = _read(response.status, body, self._clock.now())
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            # The answer itself may hold details of the app; the status is enough to go on.
            _log.warning("teams.no_token", cause=type(error).__name__, status=getattr(error, "status", None))
            raise TryLater("no token", _PAUSE) from error


class _NoToken(ValueError):
    """An answer without a token, and the status it came with."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def _read(status: int, body: bytes, now: datetime) -> _Kept:
    if status != 200:
        raise _NoToken(status)
    answer = json.loads(body)
    value = answer.get("access_token") if isinstance(answer, dict) else None
    seconds = answer.get("expires_in") if isinstance(answer, dict) else None
    if not isinstance(value, str) or not value or not isinstance(seconds, int | str):
        raise _NoToken(status)
    return _Kept(value, now + timedelta(seconds=int(seconds)))
