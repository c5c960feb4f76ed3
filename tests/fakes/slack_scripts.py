"""Misbehaviour for the fake Slack: one script is used up by one call of the method it was played for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Answers:
    """A fixed response. `carried_out`: Slack had done it before the answer went wrong."""

    status: int = 200
    body: str | bytes = ""
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    carried_out: bool = False


def says(error: str) -> Answers:
    """200 and ok:false, Slack's usual no."""
    return Answers(body=f'{{"ok":false,"error":"{error}"}}')


def rate_limited(retry_after: str | None = "7") -> Answers:
    """429, with the header when a value is given."""
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return Answers(429, '{"ok":false,"error":"ratelimited"}', headers=headers)


def redirect(to: str) -> Answers:
    """302 to another address."""
    return Answers(302, headers={"Location": to}, content_type="text/html")


@dataclass(frozen=True, slots=True)
class Hangs:
    """Carries it out and never answers, until the fake is closed or five seconds have passed."""

    carried_out: bool = True


@dataclass(frozen=True, slots=True)
class BreaksOff:
    """Carries it out and resets the connection; `half` of an answer is sent first when asked for."""

    half: bool = False
    carried_out: bool = True


Script = Answers | Hangs | BreaksOff


async def perform(script: Script, request: web.Request, closing: asyncio.Event) -> web.StreamResponse:
    """The response that the script asks for."""
    match script:
        case Answers():
            body = script.body.encode() if isinstance(script.body, str) else script.body
            return web.Response(
                status=script.status,
                body=body,
                content_type=script.content_type,
                headers=script.headers,
            )
        case Hangs():
            try:
                await asyncio.wait_for(closing.wait(), 5)
            except TimeoutError:
                return web.Response(status=504)
            return web.Response(status=503)
        case BreaksOff(half=half):
            return await _break_off(request, half)


async def _break_off(request: web.Request, half: bool) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": "100"})
    if half:
        await response.prepare(request)
        await response.write(b'{"ok":true,"ts":"17')
    transport: Any = request.transport
    if transport is not None:
        transport.abort()
    return response
