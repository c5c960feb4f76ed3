"""Listening: one address, the guard in front, and limits on what the web server does for strangers."""

from __future__ import annotations

import asyncio
import logging
import resource
import traceback
from dataclasses import replace
from typing import Final, cast

import structlog
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from handlers.guard import Guard, Limits
from handlers.refusals import RefusalLog

# Seconds. Longer than common proxies keep an unused connection, so that it is they who close it.
_KEEP_ALIVE: Final = 75.0
# What is left of a refused request is read for this long, so that the answer is not lost with a reset.
_LINGERING: Final = 0.5
# Waiting to be accepted. As many as that may be accepted, and closed again, in one turn of the loop.
_BACKLOG: Final = 128
# Of the files that the process may have open, connections take at most this part.
_PART_OF_FILES: Final = 4

log = structlog.get_logger(__name__)


class Server:
    """Serves an application until it is stopped."""

    def __init__(
        self, app: web.Application, limits: Limits, refusals: RefusalLog, last_answers: float = 60.0
    ) -> None:
        """`refusals` counts who was turned away before any door: by the guard, or for not speaking HTTP.

        `last_answers`: seconds for what is under way when `stop` is called.
        """
        self._limits = _within_files(limits)
        self._refusals = refusals
        self._guard: Guard | None = None
        app.on_response_prepare.append(self._vouch)
        self._runner = web.AppRunner(
            app,
            access_log=None,
            auto_decompress=False,
            keepalive_timeout=_KEEP_ALIVE,
            lingering_time=_LINGERING,
            shutdown_timeout=last_answers,
            logger=_Complaints(refusals),
        )

    async def start(self, host: str, port: int) -> None:
        """Raises OSError when the address is taken or not ours; `stop` is needed then too."""
        await self._runner.setup()
        site = _Site(self._runner, host, port, self._limits, self._refusals)
        self._guard = site.guard
        await site.start()

    async def stop(self) -> None:
        """Take nothing more in, and finish what is under way."""
        await self._runner.cleanup()

    @property
    def address(self) -> tuple[str, int]:
        """Host and port, once started."""
        host, port = self._runner.addresses[0][:2]
        return host, port

    async def _vouch(self, request: web.Request, response: web.StreamResponse) -> None:
        """Whoever may post something here is no stranger: the edges' doors have let them in."""
        if self._guard is not None and request.method == "POST" and response.status < 400:
            self._guard.vouch_for(request.transport)


class _Site(web.BaseSite):
    """aiohttp's own site, with the guard in between."""

    __slots__ = ("_host", "_port", "guard")

    def __init__(
        self, runner: web.AppRunner, host: str, port: int, limits: Limits, refusals: RefusalLog
    ) -> None:
        super().__init__(runner, backlog=_BACKLOG)
        self._host = host
        self._port = port
        # Set up by now: the line above has seen to that.
        self.guard = Guard(cast(web.Server, runner.server), limits, refusals)

    @property
    def name(self) -> str:
        return f"http://{self._host}:{self._port}"

    async def start(self) -> None:
        await super().start()
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self.guard, self._host, self._port, backlog=self._backlog)


class _Complaints(logging.Logger):
    """The web server's log: what strangers send is counted, faults of ours are named without their words."""

    def __init__(self, refusals: RefusalLog) -> None:
        super().__init__("femma.server", logging.WARNING)
        self._refusals = refusals

    def handle(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, HttpProcessingError):
            self._refusals.note("not_http", error.code)
            return
        frames = traceback.extract_tb(error.__traceback__)[-4:] if error is not None else []
        where = [f"{frame.filename}:{frame.lineno}" for frame in frames]
        log.error("server.failed", error=type(error).__name__, where=where)


def _within_files(limits: Limits) -> Limits:
    """Never more connections than the process may have open files for, with room for everything else."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if allowed == resource.RLIM_INFINITY:
        return limits
    return replace(limits, connections=min(limits.connections, max(1, allowed // _PART_OF_FILES)))
