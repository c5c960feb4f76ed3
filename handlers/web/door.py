"""Who may come in to the playground: this machine's own browser, speaking for the page itself.

Three locks. The peer must be loopback. The Host header must be a loopback name, or another site could
point its own name at 127.0.0.1 and read the page (DNS rebinding). A request that changes something must
come from the page's own origin and be JSON, which another site's form cannot send. Nothing here reads
what is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from typing import TypeAlias

from aiohttp import hdrs, web

from handlers.web.away import as_an_answer

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]

MAX_BODY = 64 * 1024
_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})

# Own scripts, own styles, own pictures; nothing from anywhere else, and nobody may frame the page.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def guarded(handler: Handler) -> Handler:
    """The handler behind all locks, its answer with the security headers."""

    async def inside(request: web.Request) -> web.StreamResponse:
        check(request)
        with as_an_answer():
            response = await handler(request)
        if not response.prepared:
            response.headers.update(SECURITY_HEADERS)
        return response

    return inside


def check(request: web.Request) -> None:
    """Raises HTTPForbidden, or for a POST that is not JSON HTTPUnsupportedMediaType."""
    if not is_loopback(request) or not names_loopback(request.headers.get(hdrs.HOST, "")):
        raise web.HTTPForbidden(text="loopback only")
    if request.method == hdrs.METH_POST:
        if not is_same_origin(request):
            raise web.HTTPForbidden(text="same origin only")
        if request.content_type != "application/json" or hdrs.CONTENT_ENCODING in request.headers:
            raise web.HTTPUnsupportedMediaType(text="plain JSON only")


def is_loopback(request: web.Request) -> bool:
    """Is the other end of the socket this machine? No header is asked: anybody can write one."""
    peer = request.transport.get_extra_info("peername") if request.transport else None
    if not isinstance(peer, tuple):
        return False
    address = ip_address(str(peer[0]).split("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def names_loopback(host: str) -> bool:
    """Is this Host header (with or without port) a name of loopback?"""
    if host.startswith("["):
        return host[1:].partition("]")[0] in _NAMES
    return host.partition(":")[0].lower() in _NAMES


def is_same_origin(request: web.Request) -> bool:
    """Does the browser say that the page itself asks? One of the two headers must be there, both must fit."""
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get(hdrs.ORIGIN)
    if site is None and origin is None:
        return False
    own = f"{request.scheme}://{request.headers.get(hdrs.HOST, '')}"
    return site in {None, "same-origin"} and origin in {None, own}


async def json_body(request: web.Request, most: int = MAX_BODY) -> dict[str, object]:
    """The body as a JSON object of at most so many bytes. Raises HTTPRequestEntityTooLarge or
    HTTPBadRequest."""
    raw = await _at_most(request, most)
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise web.HTTPBadRequest(text="not JSON") from error
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="not an object")
    return body


async def _at_most(request: web.Request, size: int) -> bytes:
    raw = bytearray()
    async for chunk in request.content.iter_any():
        raw += chunk
        if len(raw) > size:
            raise web.HTTPRequestEntityTooLarge(max_size=size, actual_size=len(raw))
    return bytes(raw)
