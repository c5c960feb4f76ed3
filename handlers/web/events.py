"""The stream that keeps an open page alive: server-sent events.

Every line goes out as an event `line` whose id is its sequence, so a browser that lost the connection
says with Last-Event-ID where to go on. After each round, and at least every `pulse` seconds, an event
`now` tells the time and the scene; it has no id.
Format: html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import orjson
import structlog
from aiohttp import web

from bot.domain.errors import Conflict
from bot.domain.work import StorageAway
from handlers.web import shown
from handlers.web.bell import Bell
from handlers.web.store import ChatLog

PULSE = 15.0

log = structlog.get_logger(__name__)

Present: TypeAlias = Callable[[], Awaitable[dict[str, Any]]]


class Stream:
    """Serves one endless answer for each open page, until the page or the house closes."""

    def __init__(
        self,
        log: ChatLog,
        bell: Bell,
        present: Present,
        pulse: float = PULSE,
        finish: shown.Finish = shown.in_words,
    ) -> None:
        """`present` gives the value of the event `now`; `pulse` is seconds; `finish` gives addresses."""
        self._log = log
        self._bell = bell
        self._present = present
        self._pulse = pulse
        self._finish = finish

    async def serve(self, request: web.Request, headers: dict[str, str]) -> web.StreamResponse:
        """Raises HTTPBadRequest for an id that is none of ours."""
        sequence = start_of(request)
        response = web.StreamResponse(
            headers={
                **headers,
                "Content-Type": "text/event-stream; charset=utf-8",
                "Cache-Control": "no-store",
            }
        )
        await response.prepare(request)
        ring = self._bell.listen()
        try:
            # A page that was closed shows itself as a reset connection: nothing is left to tell it.
            with contextlib.suppress(ConnectionResetError):
                while not self._bell.closed:
                    ring.clear()
                    sequence = await self._tell(response, sequence)
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(self._pulse):
                            await ring.wait()
        finally:
            self._bell.leave(ring)
        return response

    async def _tell(self, response: web.StreamResponse, sequence: int) -> int:
        """Everything after `sequence`, then the present; the new sequence."""
        try:
            lines, present = await self._log.after(sequence), await self._present()
        except (StorageAway, Conflict) as away:
            # The answer has begun, so it cannot say 503; the next round tells what this one could not.
            log.warning("playground.away", reason=str(away))
            return sequence
        for line in lines:
            await response.write(event("line", shown.line(line, self._finish), line.sequence))
            sequence = line.sequence
        await response.write(event("now", present))
        return sequence


def start_of(request: web.Request) -> int:
    """Where to go on: what the browser repeats after a break, else what the page asked for first."""
    text = request.headers.get("Last-Event-ID") or request.query.get("after", "0")
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise web.HTTPBadRequest(text="id")
    return int(text)


def event(name: str, data: dict[str, Any], id_: int | None = None) -> bytes:
    """One event; JSON has no line breaks, so `data` is one line."""
    head = b"" if id_ is None else b"id: %d\n" % id_
    return head + b"event: " + name.encode() + b"\ndata: " + orjson.dumps(data) + b"\n\n"
