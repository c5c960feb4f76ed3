"""A language model on loopback that does what a test tells it, also everything that it should not."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aiohttp import web

Behaviour: TypeAlias = "Callable[[FakeModel, web.Request], Awaitable[web.StreamResponse]]"
KEY = "KANARIE-model-key-0123456789"


@dataclass(slots=True)
class Asked:
    """One request, as it came."""

    body: dict[str, Any]
    authorization: str
    path: str

    @property
    def said(self) -> str:
        """Everything that left the house, as it was written."""
        return "\n".join(message["content"] for message in self.body["messages"])


@dataclass(slots=True)
class FakeModel:
    """`behaviour` answers each request; `asked` are those that came; `closing` ends what waits for ever."""

    behaviour: Behaviour
    asked: list[Asked] = field(default_factory=list)
    elsewhere: int = 0
    url: str = ""
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """`POST /v1/chat/completions`."""
        body = await request.json()
        self.asked.append(Asked(body, request.headers.get("Authorization", ""), request.path))
        return await self.behaviour(self, request)

    async def handle_elsewhere(self, _: web.Request) -> web.StreamResponse:
        """Where a redirect leads. Nobody should come here."""
        self.elsewhere += 1
        return web.json_response(completion("Vad gör att det blir så för er?"))


@asynccontextmanager
async def fake_model(behaviour: Behaviour) -> AsyncIterator[FakeModel]:
    """Serves on a free port of this machine."""
    model = FakeModel(behaviour)
    app = web.Application()
    app.router.add_post("/v1/chat/completions", model.handle)
    app.router.add_route("*", "/elsewhere", model.handle_elsewhere)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    model.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    try:
        yield model
    finally:
        model.closing.set()
        await runner.cleanup()


def completion(text: object) -> dict[str, Any]:
    """The shape that the API has."""
    return {
        "id": "c1",
        "object": "chat.completion",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
    }


def says(text: object) -> Behaviour:
    """Answers this, at once."""

    async def answer(_: FakeModel, __: web.Request) -> web.StreamResponse:
        return web.json_response(completion(text))

    return answer


def gives(status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> Behaviour:
    """Answers with these bytes."""

    async def answer(_: FakeModel, __: web.Request) -> web.StreamResponse:
        return web.Response(status=status, body=body, headers=headers)

    return answer


def late(seconds: float, text: str) -> Behaviour:
    """Answers this, too late."""

    async def answer(model: FakeModel, _: web.Request) -> web.StreamResponse:
        try:
            async with asyncio.timeout(seconds):
                await model.closing.wait()
        except TimeoutError:
            pass
        return web.json_response(completion(text))

    return answer


async def never(model: FakeModel, _: web.Request) -> web.StreamResponse:
    """Takes the request and says nothing."""
    await model.closing.wait()
    return web.Response()


async def drip(model: FakeModel, request: web.Request) -> web.StreamResponse:
    """Starts an answer and does not end it."""
    response = web.StreamResponse()
    await response.prepare(request)
    await response.write(b'{"choices": [')
    await model.closing.wait()
    return response


async def drops(_: FakeModel, request: web.Request) -> web.StreamResponse:
    """Hangs up without a word."""
    assert request.transport is not None
    request.transport.close()
    return web.Response()


async def breaks_off(_: FakeModel, request: web.Request) -> web.StreamResponse:
    """Promises more than it sends."""
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(json.dumps(completion("Vad gör att det blir så för er?")).encode()[:40])
    assert request.transport is not None
    request.transport.close()
    return response


async def huge(_: FakeModel, request: web.Request) -> web.StreamResponse:
    """Five million bytes that are JSON in the end."""
    response = web.StreamResponse()
    await response.prepare(request)
    try:
        await response.write(b'{"pad": "')
        for _number in range(80):
            await response.write(b"x" * 65536)
        await response.write(b'", ' + json.dumps(completion("Vad gör att det blir så?")).encode()[1:])
    except (ConnectionError, RuntimeError):
        return response
    return response


async def echoes(_: FakeModel, request: web.Request) -> web.StreamResponse:
    """Says what it was told."""
    body = await request.json()
    return web.json_response(completion(body["messages"][0]["content"]))


async def echoes_data(_: FakeModel, request: web.Request) -> web.StreamResponse:
    """Says what people wrote."""
    body = await request.json()
    return web.json_response(completion(body["messages"][1]["content"]))
