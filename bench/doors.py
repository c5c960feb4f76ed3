"""What it costs to find out that a request is genuine: the doors of Slack and Teams, and Bolt's own check.

Each reads the body, checks the signature or token, and parses. Measured in this process, without a network.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from statistics import median
from time import process_time

import aiohttp
from aiohttp import web
from aiohttp.base_protocol import BaseProtocol
from aiohttp.streams import StreamReader
from aiohttp.test_utils import make_mocked_request
from slack_bolt import BoltResponse
from slack_bolt.adapter.aiohttp import to_bolt_request
from slack_bolt.middleware.request_verification.async_request_verification import AsyncRequestVerification

from bench.load import Knock
from bot.clocks import SystemClock
from handlers.slack.door import Door as SlackDoor
from handlers.slack.door import Refusal
from handlers.teams.door import Door as TeamsDoor
from handlers.teams.keys import SigningKeys
from handlers.teams.service_urls import ServiceUrls
from handlers.teams.tokens import Tokens
from tests.fakes.slack_signer import SECRET
from tests.fakes.teams import APP_ID, TENANT, FakeTeams

FEMMA_SLACK = "Slack, Femma's door"
BOLT = "Slack, Bolt's check"
FEMMA_TEAMS = "Teams, Femma's door"

Check = Callable[[web.Request], Awaitable[bool]]


async def measure(knock: Knock, rounds: int, each: int) -> list[tuple[str, float]]:
    """Milliseconds of CPU per request: the middle of some rounds, taken in turn."""
    async with _teams() as (teams, teams_knock):
        doors = [(FEMMA_SLACK, _slack(), knock), (BOLT, _bolt(), knock), (FEMMA_TEAMS, teams, teams_knock)]
        took: dict[str, list[float]] = {name: [] for name, _, _ in doors}
        for _ in range(rounds):
            for name, check, asked in doors:
                took[name].append(await _timed(check, [_request(asked) for _ in range(each)]))
    return [(name, 1000 * median(seconds)) for name, seconds in took.items()]


async def _timed(check: Check, requests: Sequence[web.Request]) -> float:
    began = process_time()
    let_in = [await check(request) for request in requests]
    took = process_time() - began
    if not all(let_in):
        raise AssertionError("a genuine request was turned away")
    return took / len(requests)


def _slack() -> Check:
    door = SlackDoor((SECRET,), SystemClock())

    async def check(request: web.Request) -> bool:
        return not isinstance(await door.admit(request), Refusal)

    return check


@asynccontextmanager
async def _teams() -> AsyncIterator[tuple[Check, Knock]]:
    """The door with the keys at hand, and a message with a genuine token."""
    clock = SystemClock()
    async with FakeTeams.start() as fake, aiohttp.ClientSession() as session:
        keys = SigningKeys(session, fake.openid_url, clock)
        await keys.refresh()
        door = TeamsDoor(Tokens(APP_ID, keys, clock), ServiceUrls((fake.host,)), (TENANT,))

        async def check(request: web.Request) -> bool:
            # Turned away is an exception here.
            return bool(await door.admit(request))

        token = fake.token(datetime.now(UTC))
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        yield check, Knock("", json.dumps(fake.activity()).encode(), headers)


def _bolt() -> Check:
    verification = AsyncRequestVerification(SECRET)

    async def through() -> BoltResponse:
        return BoltResponse(status=200)

    async def check(request: web.Request) -> bool:
        asked = await to_bolt_request(request)
        answer = await verification.async_process(req=asked, resp=BoltResponse(status=404), next=through)
        return answer.status == 200

    return check


def _request(knock: Knock) -> web.Request:
    loop = asyncio.get_running_loop()
    content = StreamReader(BaseProtocol(loop), 2**16, loop=loop)
    content.feed_data(knock.body)
    content.feed_eof()
    headers = {**knock.headers, "Content-Length": str(len(knock.body))}
    return make_mocked_request("POST", "/", headers=headers, payload=content)
