"""Slack over a connection of our own, against a websocket on loopback."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import WSMsgType, web

from handlers.incoming import Busy, PrivateLine, Said
from tests.fakes.slack import FakeSlack
from tests.fakes.slack_scripts import Answers, says
from tests.fakes.slack_signer import command, direct_message
from tests.slack.stand import standing


@dataclass(slots=True)
class FakeSocket:
    """Slack's end of Socket Mode."""

    url: str = ""
    connected: asyncio.Event = field(default_factory=asyncio.Event)
    replies: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    _socket: web.WebSocketResponse | None = None

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = self._socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.connected.set()
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self.replies.put(json.loads(message.data))
        return socket

    async def send(self, envelope_id: str, kind: str, payload: dict[str, Any]) -> None:
        assert self._socket is not None
        envelope = {"envelope_id": envelope_id, "type": kind, "payload": payload}
        await self._socket.send_json({**envelope, "accepts_response_payload": kind != "events_api"})

    async def reply(self) -> dict[str, Any]:
        async with asyncio.timeout(5):
            return await self.replies.get()


@pytest.fixture
async def socket(slack: FakeSlack) -> AsyncIterator[FakeSocket]:
    fake = FakeSocket()
    app = web.Application()
    app.router.add_get("/link", fake.serve)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.socket_url = f"ws://127.0.0.1:{runner.addresses[0][1]}/link"
    yield fake
    await runner.cleanup()


@asynccontextmanager
async def connected(slack: FakeSlack, socket: FakeSocket) -> AsyncIterator[Any]:
    async with standing(slack, secrets=(), app_token="xapp-test") as stand:
        await stand.edge.start()
        await stand.edge.start()
        async with asyncio.timeout(5):
            await socket.connected.wait()
        yield stand


async def test_a_message_is_acknowledged_after_it_was_heard(slack: FakeSlack, socket: FakeSocket) -> None:
    async with connected(slack, socket) as stand:
        stand.hearing.gate.clear()
        await socket.send("e1", "events_api", direct_message("hej", event_id="Ev7"))
        async with asyncio.timeout(5):
            await stand.hearing.entered.wait()
        assert socket.replies.empty()
        stand.hearing.gate.set()
        assert await socket.reply() == {"envelope_id": "e1"}
        said = stand.only()
        assert isinstance(said, Said)
        assert (said.text, said.envelope.delivery) == ("hej", "Ev7")
    assert len(slack.called("apps.connections.open")) == 1


async def test_a_command_is_answered_in_the_acknowledgement(slack: FakeSlack, socket: FakeSocket) -> None:
    async with connected(slack, socket) as stand:
        stand.hearing.answer = PrivateLine("Bara du ser det här.")
        await socket.send("e1", "slash_commands", dict(command("hej")))
        payload = {"response_type": "ephemeral", "text": "Bara du ser det här."}
        assert await socket.reply() == {"envelope_id": "e1", "payload": payload}


async def test_what_is_not_stored_is_not_acknowledged(slack: FakeSlack, socket: FakeSocket) -> None:
    async with connected(slack, socket) as stand:
        stand.hearing.raises = Busy()
        await socket.send("e1", "events_api", direct_message("hej"))
        async with asyncio.timeout(5):
            await stand.hearing.entered.wait()
        stand.hearing.raises = None
        await socket.send("e2", "events_api", direct_message("hej"))
        assert await socket.reply() == {"envelope_id": "e2"}
        assert len(stand.hearing.heard) == 2


async def test_an_unknown_thing_is_acknowledged(slack: FakeSlack, socket: FakeSocket) -> None:
    async with connected(slack, socket) as stand:
        await socket.send("e1", "events_api", {"type": "event_callback", "event": [1], "authorizations": 5})
        assert await socket.reply() == {"envelope_id": "e1"}
        assert stand.hearing.heard == []


@pytest.mark.parametrize("script", [says("invalid_auth"), Answers(500)])
async def test_starting_does_not_wait_for_slack(slack: FakeSlack, script: Answers) -> None:
    """And closing ends the attempts."""
    slack.play("apps.connections.open", *[script] * 5)
    async with standing(slack, secrets=(), app_token="xapp-test") as stand:
        async with asyncio.timeout(5):
            await stand.edge.start()
            await stand.edge.close()
            await stand.edge.close()


async def test_without_a_token_there_is_no_connection(slack: FakeSlack) -> None:
    async with standing(slack) as stand:
        await stand.edge.start()
    assert slack.calls == []
