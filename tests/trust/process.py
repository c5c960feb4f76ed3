"""Femma in a process of its own, as an operator starts it, with both platforms faked in this one."""

from __future__ import annotations

import asyncio
import resource
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import aiohttp

from bench.processes import Server, server
from tests.fakes.slack import BOT_TOKEN, FakeSlack
from tests.fakes.slack_signer import SECRET, SlackSigner, direct_message
from tests.fakes.teams import APP_ID, PASSWORD, TENANT, FakeTeams
from tests.trust.front import SLACK_PATH


@dataclass(frozen=True, slots=True)
class Process:
    """Femma as an operator starts it, with both platforms faked."""

    server: Server
    slack: FakeSlack
    teams: FakeTeams
    http: aiohttp.ClientSession
    errors: Path

    async def real_event(self, number: int) -> float:
        """Somebody writes to Femma: seconds until it is stored; told to come back, Slack does.

        docs.slack.dev/apis/events-api: three repeats, the first of them at once.
        """
        user = f"U{number}"
        self.slack.add_user(user, "Alva")
        message = direct_message("Nycklarna", user=user, event_id=f"Ev{number}", channel=f"D{number}")
        began = monotonic()
        for retry in range(4):
            signed = SlackSigner(datetime.now(UTC)).event(message, retry)
            async with self.http.post(
                f"{self.server.url}{SLACK_PATH}", data=signed.body, headers=signed.headers
            ) as answer:
                if answer.status == 200:
                    return monotonic() - began
                assert answer.status == 503
            await asyncio.sleep(retry)
        raise AssertionError("told to come back four times")

    async def ready(self) -> None:
        """It still answers."""
        async with self.http.get(f"{self.server.url}/healthz") as answer:
            assert answer.status == 200

    def log(self) -> list[str]:
        """What it wrote so far."""
        return self.errors.read_text("utf-8").splitlines()


@asynccontextmanager
async def process_in(tmp_path: Path) -> AsyncIterator[Process]:
    """In development, because production speaks to the real Microsoft; 1,024 files, as a shell gives it."""
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(FakeSlack())
        teams = await stack.enter_async_context(FakeTeams.start())
        # A new connection for each request: real events come from many machines.
        connector = aiohttp.TCPConnector(force_close=True)
        http = await stack.enter_async_context(aiohttp.ClientSession(connector=connector))
        settings = {
            "FEMMA_MODE": "development",
            "FEMMA_DATABASE_URL": f"sqlite:///{tmp_path}/femma.db",
            "PORT": "0",
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_API_URL": slack.api_url,
            "MicrosoftAppId": APP_ID,
            "MicrosoftAppPassword": PASSWORD,
            "MicrosoftAppTenantId": TENANT,
            "FEMMA_TEAMS_OPENID_URL": teams.openid_url,
            "FEMMA_TEAMS_TOKEN_URL": teams.token_url,
            "FEMMA_TEAMS_SERVICE_HOSTS": teams.host,
        }
        running = await stack.enter_async_context(server(["bot", "run"], tmp_path, settings))
        resource.prlimit(running.pid, resource.RLIMIT_NOFILE, (1024, 1024))
        yield Process(running, slack, teams, http, tmp_path / "bot.stderr")
