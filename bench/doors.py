"""What it costs to find out that a request is Slack's: our door beside Bolt's own verification.

Both read the body, check the signature and parse. Measured in this process, without a network.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from statistics import median
from time import process_time
from unittest import mock

from aiohttp import web
from aiohttp.streams import StreamReader
from aiohttp.test_utils import make_mocked_request
from slack_bolt import BoltResponse
from slack_bolt.adapter.aiohttp import to_bolt_request
from slack_bolt.middleware.request_verification.async_request_verification import AsyncRequestVerification

from bench.load import Knock
from bot.clocks import SystemClock
from handlers.slack.door import Door, Refusal
from tests.fakes.slack_signer import SECRET

Check = Callable[[web.Request], Awaitable[bool]]


async def compare(knock: Knock, rounds: int, each: int) -> tuple[float, float]:
    """CPU seconds per request: Femma's door, and Bolt. The middle of some rounds, taken in turn."""
    ours: list[float] = []
    bolts: list[float] = []
    for _ in range(rounds):
        ours.append(await _timed(_door(), [_request(knock) for _ in range(each)]))
        bolts.append(await _timed(_bolt(), [_request(knock) for _ in range(each)]))
    return median(ours), median(bolts)


async def _timed(check: Check, requests: Sequence[web.Request]) -> float:
    began = process_time()
    let_in = [await check(request) for request in requests]
    took = process_time() - began
    if not all(let_in):
        raise AssertionError("a signed request was turned away")
    return took / len(requests)


def _door() -> Check:
    door = Door((SECRET,), SystemClock())

    async def check(request: web.Request) -> bool:
        return not isinstance(await door.admit(request), Refusal)

    return check


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
    content = StreamReader(mock.Mock(_reading_paused=False), 2**16, loop=asyncio.get_running_loop())
    content.feed_data(knock.body)
    content.feed_eof()
    headers = {**knock.headers, "Content-Length": str(len(knock.body))}
    return make_mocked_request("POST", "/slack/events", headers=headers, payload=content)
