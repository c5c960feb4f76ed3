"""Places on loopback where nobody from Femma should ever come."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web


@dataclass(slots=True)
class Trap:
    """Remembers everything that came. `seen` has the first bytes of each connection."""

    scheme: str = "http"
    port: int = 0
    seen: list[bytes] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where it lies."""
        return f"{self.scheme}://127.0.0.1:{self.port}/"

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """What somebody says who is let in; behind TLS that is after the handshake."""
        try:
            async with asyncio.timeout(1):
                self.seen.append(await reader.read(500))
        except TimeoutError:
            self.seen.append(b"")
        writer.transport.abort()


@asynccontextmanager
async def trap(context: ssl.SSLContext | None = None) -> AsyncIterator[Trap]:
    """Listening until the block is left."""
    it = Trap("https" if context else "http")
    listener = await asyncio.start_server(it.take, "127.0.0.1", 0, ssl=context)
    it.port = listener.sockets[0].getsockname()[1]
    try:
        yield it
    finally:
        listener.close()
        await listener.wait_closed()


@dataclass(slots=True)
class Signpost:
    """Sends everybody on to somewhere else."""

    to: str
    status: int
    port: int = 0
    asked: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where it stands."""
        return f"http://127.0.0.1:{self.port}/"

    async def answer(self, request: web.Request) -> web.Response:
        """Every path and method."""
        self.asked.append(request.path)
        return web.Response(status=self.status, headers={"Location": self.to})


@asynccontextmanager
async def signpost(to: str, status: int) -> AsyncIterator[Signpost]:
    """Standing until the block is left."""
    it = Signpost(to, status)
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", it.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        it.port = runner.addresses[0][1]
        yield it
    finally:
        await runner.cleanup()
