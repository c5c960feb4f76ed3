"""Who may come in: size, token, JSON, service url and tenant, in that order.

What an activity means is read in `handlers.teams.inbound`; how a turn is run is `handlers.teams.adapter`.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address

from aiohttp import ClientPayloadError, web

from handlers.teams.nodes import text
from handlers.teams.refusals import TurnedAway
from handlers.teams.service_urls import ServiceUrls
from handlers.teams.strict_json import BadJson, load_object
from handlers.teams.tokens import Credentials, Tokens

CHANNEL = "msteams"
MAX_BYTES = 256 * 1024
BODY_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Admitted:
    """A request that may be believed: the activity, its tenant, and a digest of the bytes it came in."""

    activity: Mapping[str, object]
    tenant: str
    digest: str


class Door:
    """Lets genuine activities of our own tenants in."""

    def __init__(
        self,
        tokens: Tokens,
        service_urls: ServiceUrls,
        tenants: tuple[str, ...],
        *,
        anonymous: bool = False,
    ) -> None:
        """`tenants`: Entra tenant ids. `anonymous`: loopback callers need no token (development only)."""
        self._tokens = tokens
        self._service_urls = service_urls
        self._tenants = frozenset(tenant.lower() for tenant in tenants)
        self._anonymous = anonymous

    async def admit(self, request: web.Request) -> Admitted:
        """The activity of a good request. Raises TurnedAway for every other."""
        _check_envelope(request)
        if self._anonymous and _from_loopback(request):
            raw = await read_body(request)
            activity = _activity(raw)
            self._check_service_url(text(activity, "serviceUrl"))
            return Admitted(activity, tenant_of(activity), _digest(raw))
        credentials = await self._tokens.check(request.headers.get("Authorization", ""))
        raw = await read_body(request)
        activity = _activity(raw)
        self._check_origin(activity, credentials)
        return Admitted(activity, self._known_tenant(activity), _digest(raw))

    def _check_origin(self, activity: Mapping[str, object], credentials: Credentials) -> None:
        service_url = text(activity, "serviceUrl")
        if service_url != credentials.service_url:
            raise TurnedAway(401, "other serviceurl")
        channel = text(activity, "channelId")
        if channel not in credentials.channels:
            raise TurnedAway(401, "key not endorsed")
        if channel != CHANNEL:
            raise TurnedAway(403, "other channel")
        self._check_service_url(service_url)

    def _check_service_url(self, service_url: str) -> None:
        if not self._service_urls.allows(service_url):
            raise TurnedAway(403, "service url not allowed")

    def _known_tenant(self, activity: Mapping[str, object]) -> str:
        tenant = tenant_of(activity)
        if tenant not in self._tenants:
            raise TurnedAway(403, "foreign tenant")
        return tenant


def tenant_of(activity: Mapping[str, object]) -> str:
    """The Entra tenant id, in lower case. Raises TurnedAway (403) when it is missing or said in two ways."""
    named = {
        text(activity, "conversation", "tenantId").lower(),
        text(activity, "channelData", "tenant", "id").lower(),
    } - {""}
    if len(named) != 1:
        raise TurnedAway(403, "tenants differ" if named else "no tenant")
    return named.pop()


async def read_body(request: web.Request) -> bytes:
    """The body, within the size and the time that it may take. Raises TurnedAway (408, 413 or 400)."""
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for piece in request.content.iter_any():
                body += piece
                if len(body) > MAX_BYTES:
                    raise TurnedAway(413, "too long")
    except TimeoutError as error:
        raise TurnedAway(408, "slow body") from error
    except (ClientPayloadError, ConnectionError, web.RequestPayloadError) as error:
        raise TurnedAway(400, "broken body") from error
    return bytes(body)


def _check_envelope(request: web.Request) -> None:
    if request.method != "POST":
        raise TurnedAway(405, "method")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise TurnedAway(415, "content encoding")
    if (request.content_length or 0) > MAX_BYTES:
        raise TurnedAway(413, "too long")


def _from_loopback(request: web.Request) -> bool:
    """By the connection itself: headers can say anything."""
    peer = request.transport.get_extra_info("peername") if request.transport is not None else None
    if not isinstance(peer, tuple) or not peer:
        return False
    try:
        return ip_address(str(peer[0])).is_loopback
    except ValueError:
        return False


def _activity(raw: bytes) -> Mapping[str, object]:
    try:
        activity = load_object(raw)
    except BadJson as error:
        raise TurnedAway(400, "bad json") from error
    if not text(activity, "type"):
        raise TurnedAway(400, "no type")
    return activity


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
