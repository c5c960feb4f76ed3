"""Slack's edge on a real HTTP server on loopback, with a hearing that remembers and answers as it is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import aiohttp
from aiohttp import web

from handlers.incoming import Answer, Incoming, Nothing
from handlers.slack.edge import SlackEdge
from tests.fakes.slack import BOT_TOKEN, FakeSlack
from tests.fakes.slack_signer import SECRET, Signed, SlackSigner, at


@dataclass(slots=True)
class FixedClock:
    """A clock that is moved by hand."""

    moment: datetime = field(default_factory=at)

    def now(self) -> datetime:
        return self.moment

    def forward(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@dataclass(slots=True)
class Hearing:
    """Stands in for the conversation."""

    heard: list[Incoming] = field(default_factory=list)
    answer: Answer = field(default_factory=Nothing)
    raises: Exception | None = None
    entered: asyncio.Event = field(default_factory=asyncio.Event)
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    async def __call__(self, incoming: Incoming) -> Answer:
        self.heard.append(incoming)
        self.entered.set()
        await self.gate.wait()
        if self.raises is not None:
            raise self.raises
        return self.answer


@dataclass(frozen=True, slots=True)
class Reply:
    """What the door answered."""

    status: int
    body: str
    content_type: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Stand:
    """Everything that a test of the edge touches."""

    edge: SlackEdge
    slack: FakeSlack
    hearing: Hearing
    clock: FixedClock
    signer: SlackSigner
    session: aiohttp.ClientSession
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/slack/events"

    async def post(self, signed: Signed) -> Reply:
        """Deliver it over HTTP."""
        return await self.request("POST", signed.body, signed.headers)

    async def request(self, method: str, body: bytes, headers: dict[str, str]) -> Reply:
        """Any request at all."""
        async with self.session.request(method, self.url, data=body, headers=headers) as answer:
            words = await answer.text()
            return Reply(answer.status, words, answer.content_type, dict(answer.headers))

    def only(self) -> Incoming:
        """The one thing that was heard."""
        (incoming,) = self.hearing.heard
        return incoming


@asynccontextmanager
async def standing(
    slack: FakeSlack, secrets: tuple[str, ...] = (SECRET,), app_token: str = ""
) -> AsyncIterator[Stand]:
    """The edge, served, with one shared session that is not the test's own."""
    clock, hearing = FixedClock(), Hearing()
    async with aiohttp.ClientSession() as session, aiohttp.ClientSession() as outside:
        edge = SlackEdge(hearing, secrets, BOT_TOKEN, session, clock, slack.api_url, app_token)
        app = web.Application()
        app.router.add_route("*", "/slack/events", edge.handle)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield Stand(
                edge, slack, hearing, clock, SlackSigner(clock.now()), outside, runner.addresses[0][1]
            )
        finally:
            await edge.close()
            await runner.cleanup()
