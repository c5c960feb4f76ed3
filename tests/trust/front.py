"""The whole of Femma behind its real server on loopback, with both platforms faked, as strangers meet it."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import thread_time
from types import TracebackType
from typing import Any

import aiohttp
from pydantic import SecretStr
from sqlalchemy import Table, func, select

from bot.app import Femma
from bot.settings import Settings
from handlers.guard import Limits
from handlers.serving import Server
from storage.engine import open_engine
from storage.store import SqlStore
from tests.e2e.serving import FixedClock, Running
from tests.fakes.slack import BOT_TOKEN, FakeSlack
from tests.fakes.slack_signer import SECRET, Signed, SlackSigner
from tests.fakes.teams import APP_ID, PASSWORD, TENANT, FakeTeams

SLACK_PATH = "/slack/events"
TEAMS_PATH = "/api/messages"


@dataclass(frozen=True, slots=True)
class Front:
    """A running Femma, its two fakes, and ways to knock."""

    femma: Running
    slack: FakeSlack
    teams: FakeTeams
    port: int
    database_url: str

    @property
    def signer(self) -> SlackSigner:
        """Signs with the present moment."""
        return SlackSigner(self.femma.clock.now())

    async def post(self, signed: Signed) -> int:
        """To Slack's door: the status."""
        async with self.femma.http.post(
            f"{self.femma.url}{SLACK_PATH}", data=signed.body, headers=signed.headers
        ) as answer:
            await answer.read()
            return answer.status

    async def send(self, activity: Mapping[str, Any], authorization: str | None = None) -> int:
        """To Teams' door, with a good token unless the header is given: the status."""
        if authorization is None:
            token = self.teams.token(self.femma.clock.now(), serviceurl=activity.get("serviceUrl"))
            authorization = f"Bearer {token}"
        async with self.femma.http.post(
            f"{self.femma.url}{TEAMS_PATH}", json=activity, headers={"Authorization": authorization}
        ) as answer:
            await answer.read()
            return answer.status

    async def count(self, table: Table) -> int:
        """The rows of a table, over a connection of its own."""
        async with looking_into(self.database_url) as store, store.transaction() as connection:
            return int((await connection.execute(select(func.count()).select_from(table))).scalar_one())

    async def figure(self, name: str) -> int:
        """One of the figures in /metrics, with its labels; 0 when it is not there."""
        async with self.femma.http.get(f"{self.femma.url}/metrics") as answer:
            assert answer.status == 200
            lines = (await answer.text()).splitlines()
        return next((int(float(line.rpartition(" ")[2])) for line in lines if line.startswith(f"{name} ")), 0)

    async def refused(self, edge: str) -> dict[str, int]:
        """How many were turned away at a door, by cause, as /metrics tells."""
        async with self.femma.http.get(f"{self.femma.url}/metrics") as answer:
            lines = (await answer.text()).splitlines()
        begin = "femma_requests_refused{"
        found = {}
        for line in lines:
            if line.startswith(begin) and f'edge="{edge}"' in line:
                cause = line.partition('cause="')[2].partition('"')[0]
                found[cause] = int(float(line.rpartition(" ")[2]))
        return found


@asynccontextmanager
async def looking_into(database_url: str) -> AsyncIterator[SqlStore]:
    """The database from outside."""
    engine = open_engine(database_url)
    try:
        yield SqlStore(engine, FixedClock())
    finally:
        await engine.dispose()


@asynccontextmanager
async def front(database_url: str, limits: Limits | None = None, **changed: Any) -> AsyncIterator[Front]:
    """Femma as in production, but for the addresses of the two platforms. `changed` are other settings."""
    async with FakeSlack() as slack, FakeTeams.start() as teams:
        settings = settings_for(database_url, slack, teams).model_copy(update=changed)
        clock = FixedClock()
        femma = Femma(settings, clock, rates={})
        app = await femma.start()
        server = Server(app, limits or Limits(trusted=settings.trusted), femma.refusals, last_answers=1)
        try:
            await server.start("127.0.0.1", 0)
            port = server.address[1]
            async with aiohttp.ClientSession() as http:
                running = Running(f"http://127.0.0.1:{port}", clock, http, femma)
                yield Front(running, slack, teams, port, database_url)
        finally:
            await server.stop()
            await femma.stop()


def settings_for(database_url: str, slack: FakeSlack, teams: FakeTeams) -> Settings:
    """Both platforms."""
    return Settings(
        rehearsal=False,
        database_url=SecretStr(database_url),
        slack_signing_secret=SecretStr(SECRET),
        slack_bot_token=SecretStr(BOT_TOKEN),
        slack_api_url=slack.api_url,
        teams_app_id=APP_ID,
        teams_app_password=SecretStr(PASSWORD),
        teams_app_tenant=TENANT,
        teams_openid_url=teams.openid_url,
        teams_token_url=teams.token_url,
        teams_service_hosts=teams.host,
    )


class Beat:
    """How long the loop was kept from everything else, in seconds of this thread's CPU.

    CPU and not the wall's clock, and without the garbage collector: neither a busy machine nor the objects
    that a long run of tests has left are the fault of what is measured here.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Beat:
        gc.disable()
        self._task = asyncio.create_task(self._watch())
        await asyncio.sleep(0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        gc.enable()
        assert self._task is not None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _watch(self) -> None:
        while True:
            began = thread_time()
            await asyncio.sleep(0.001)
            self.longest = max(self.longest, thread_time() - began)


class Wire:
    """A connection without a library, for what a library would not send."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    @asynccontextmanager
    async def to(cls, port: int, source: str | None = None) -> AsyncIterator[Wire]:
        """Open, from a given loopback address if one is named, and closed hard at the end."""
        local = (source, 0) if source else None
        reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=local)
        try:
            yield cls(reader, writer)
        finally:
            writer.transport.abort()

    async def status(self) -> int:
        """Of the next answer, whose body is read too; 0 when the connection was closed without one."""
        try:
            async with asyncio.timeout(15):
                head = await self.reader.readuntil(b"\r\n\r\n")
                length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
                await self.reader.readexactly(int(length or b"0"))
        except (asyncio.IncompleteReadError, ConnectionError):
            return 0
        return int(head.split(b" ", 2)[1])

    async def is_closed(self) -> bool:
        """Has the other side ended it? Waits for that."""
        try:
            async with asyncio.timeout(15):
                while await self.reader.read(65536):
                    pass
        except ConnectionError:
            return True
        except TimeoutError:
            return False
        return True


def raw(signed: Signed, path: str = SLACK_PATH) -> bytes:
    """A request as bytes, on a connection that stays open."""
    headers = {"Host": "x", **signed.headers, "Content-Length": str(len(signed.body))}
    lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape") + signed.body


def json_body(payload: Any) -> bytes:
    """As JSON."""
    return json.dumps(payload).encode()
