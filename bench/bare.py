"""What Femma is measured beside: a bare Bolt app, and aiohttp with nothing behind it.

Run as `python -m bench.bare bolt <api url>` or `python -m bench.bare aiohttp -`.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bench.serving import serve
from tests.fakes.slack import BOT_TOKEN
from tests.fakes.slack_signer import SECRET


def nothing() -> web.Application:
    """Reads the body and says 200."""

    async def handle(request: web.Request) -> web.Response:
        await request.read()
        return web.Response()

    app = web.Application()
    app.add_routes([web.post("/slack/events", handle)])
    return app


def bolt(api_url: str) -> web.Application:
    """One listener that posts one message through a shared session, and is acknowledged when it has."""

    async def with_session(app: web.Application) -> Any:
        async with aiohttp.ClientSession() as session:
            client = AsyncWebClient(BOT_TOKEN, base_url=api_url, session=session)
            app["bolt"] = bolt_app(client)
            yield

    async def handle(request: web.Request) -> web.Response:
        response = await request.app["bolt"].async_dispatch(await to_bolt_request(request))
        return await to_aiohttp_response(response)

    app = web.Application()
    app.cleanup_ctx.append(with_session)
    app.add_routes([web.post("/slack/events", handle)])
    return app


def bolt_app(client: AsyncWebClient) -> AsyncApp:
    """The app itself; the listener uses the client as it is, for Bolt's own copy would be another's cost."""
    app = AsyncApp(signing_secret=SECRET, client=client, process_before_response=True)

    async def said(event: dict[str, Any]) -> None:
        await client.chat_postMessage(channel=event["channel"], text="Varför blir det så?")

    app.event("message")(said)
    return app


if __name__ == "__main__":
    asyncio.run(serve(bolt(sys.argv[2]) if sys.argv[1] == "bolt" else nothing()))
