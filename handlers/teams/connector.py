"""Calls to the Bot Framework's connector: one request, one reply, and what became of it when there is none.

What a reply means for a message is decided in `handlers.teams.outbound`. Nothing is repeated here but one
call that was refused for its token.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

import aiohttp
from yarl import URL

from bot.domain.ports import Refused, TryLater
from handlers.teams.access import AccessTokens
from handlers.teams.bounded import read_bounded
from handlers.teams.service_urls import ServiceUrls

_TIMEOUT = aiohttp.ClientTimeout(total=20, connect=5, sock_connect=5, sock_read=12)
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back. `body` is empty when it was no JSON object; `retry_after` is the header as it was."""

    status: int
    body: Mapping[str, object]
    retry_after: str = ""

    @property
    def taken(self) -> bool:
        """Was the request carried out?"""
        return 200 <= self.status < 300


class NoReply(Exception):
    """The request was sent, or may have been, and no whole reply came. The argument is a short cause."""


class Connector:
    """One shared session, one token, and the allow-list before every call."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        tokens: AccessTokens | None,
        service_urls: ServiceUrls,
        timeout: aiohttp.ClientTimeout = _TIMEOUT,
    ) -> None:
        """Without `tokens` calls go out without one (the Agents Playground on loopback).

        `timeout` must have a `connect` part: only so it is known that nothing was sent.
        """
        self._timeout = timeout
        self._session = session
        self._tokens = tokens
        self._service_urls = service_urls

    async def call(
        self,
        method: str,
        service_url: str,
        path: tuple[str, ...],
        payload: Mapping[str, object] | None = None,
    ) -> Reply:
        """One call to `<service url>/v3/<path>`.

        Raises Refused for a service url off the list (then nothing was opened and no token shown), TryLater
        when it certainly was not sent, NoReply when that is not known.
        """
        if not self._service_urls.allows(service_url):
            raise Refused("service-url")
        url = URL(_url(service_url, path), encoded=True)
        if self._tokens is None:
            return await self._request(method, url, "", payload)
        token = await self._tokens.get()
        reply = await self._request(method, url, token, payload)
        if reply.status != 401:
            return reply
        # Refused at the gate, so certainly not carried out: once more with a new token.
        self._tokens.forget(token)
        return await self._request(method, url, await self._tokens.get(), payload)

    async def _request(
        self,
        method: str,
        url: URL,
        token: str,
        payload: Mapping[str, object] | None,
    ) -> Reply:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        try:
            async with self._session.request(
                method, url, json=payload, headers=headers, timeout=self._timeout, allow_redirects=False
            ) as response:
                body = await _read(response)
                return Reply(response.status, body, response.headers.get("Retry-After", ""))
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise TryLater("unreachable") from error
        except TimeoutError as error:
            raise NoReply("timeout") from error
        except (aiohttp.ClientError, OSError) as error:
            raise NoReply("reset") from error


def _url(service_url: str, path: tuple[str, ...]) -> str:
    return "/".join((service_url.rstrip("/"), "v3", *(quote(piece, safe="") for piece in path)))


async def _read(response: aiohttp.ClientResponse) -> Mapping[str, object]:
    """The JSON object of a reply; an HTML page or half a document counts as none."""
    try:
        value = json.loads(await read_bounded(response, _MAX_BYTES))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
