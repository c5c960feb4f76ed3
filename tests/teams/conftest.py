"""A Teams edge served on loopback, with Microsoft's side faked and a hear() that remembers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from handlers.incoming import Answer, Busy, Incoming, Nothing
from handlers.teams.edge import TeamsEdge
from tests.fakes.teams import APP_ID, PASSWORD, TENANT, FakeTeams

NOW = datetime(2026, 11, 16, 8, 0, 5, tzinfo=UTC)


@dataclass(slots=True)
class FixedClock:
    """Stands still until moved."""

    moment: datetime = NOW

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.moment

    def forward(self, **time: float) -> None:
        """Move on."""
        self.moment += timedelta(**time)


@dataclass(slots=True)
class Ear:
    """A hear() that remembers what it was given and answers what it was told to."""

    heard: list[Incoming] = field(default_factory=list)
    answer: Answer | Busy = field(default_factory=Nothing)

    async def hear(self, incoming: Incoming) -> Answer:
        """Called by the edge."""
        self.heard.append(incoming)
        if isinstance(self.answer, Busy):
            raise self.answer
        return self.answer


@dataclass(slots=True)
class Desk:
    """Everything a test needs: the edge over HTTP, Microsoft's fakes, the clock, and what was heard."""

    url: str
    edge: TeamsEdge
    fake: FakeTeams
    clock: FixedClock
    ear: Ear
    http: aiohttp.ClientSession

    async def send(self, activity: Mapping[str, Any], token: str | None = None) -> tuple[int, Any]:
        """Post an activity, signed unless a token is given; the status and the JSON that came back."""
        signed = self.fake.token(self.clock.now(), serviceurl=activity.get("serviceUrl"))
        headers = {"Authorization": f"Bearer {signed if token is None else token}"}
        async with self.http.post(self.url, json=activity, headers=headers) as response:
            return response.status, await response.json() if response.content_length else None

    async def send_raw(self, body: bytes, **headers: str) -> int:
        """Post bytes, signed unless told otherwise; the status."""
        signed = {"Authorization": f"Bearer {self.fake.token(self.clock.now())}"}
        async with self.http.post(self.url, data=body, headers=signed | headers) as response:
            return response.status


DeskMaker = Callable[..., Any]


@pytest.fixture
async def fake() -> AsyncIterator[FakeTeams]:
    """Microsoft's side, with one channel that Femma is in."""
    async with FakeTeams.start() as teams:
        teams.connector.conversations |= {"19:team@thread.tacv2", "a:chat-with-29:anna"}
        yield teams


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    """The session that the lead's process shares."""
    async with aiohttp.ClientSession() as shared:
        yield shared


@pytest.fixture
async def make_desk(fake: FakeTeams, session: aiohttp.ClientSession) -> AsyncIterator[DeskMaker]:
    """Desks with settings of their own; all are closed at the end."""
    async with AsyncExitStack() as stack:

        async def make(**settings: Any) -> Desk:
            clock, ear = FixedClock(), Ear()
            usual = {
                "openid_url": fake.openid_url,
                "token_url": fake.token_url,
                "extra_service_hosts": (fake.host,),
            }
            app_id = settings.pop("app_id", APP_ID)
            edge = TeamsEdge(ear.hear, app_id, PASSWORD, TENANT, session, clock, **(usual | settings))
            await edge.start()
            stack.push_async_callback(edge.close)
            app = web.Application()
            app.router.add_route("*", "/api/messages", edge.handle)
            runner = web.AppRunner(app, access_log=None, auto_decompress=False)
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages"
            return Desk(url, edge, fake, clock, ear, session)

        yield make


@pytest.fixture
async def desk(make_desk: DeskMaker) -> Desk:
    """The usual desk."""
    made: Desk = await make_desk()
    return made
