"""Slack through a connection of our own, for municipalities whose firewall lets nothing in.

The same Bolt app and the same hearing as over HTTP; only the door is another one, for here we called Slack.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable
from time import time

from slack_bolt import BoltResponse
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from handlers.slack.bolt import Bolt, Delivery
from handlers.slack.client import SlackClient


class SocketMode(AsyncSocketModeHandler):
    """Acknowledges a thing only after it was heard: an unanswered one is sent again."""

    def __init__(
        self,
        bolt: Bolt,
        app_token: str,
        client: SlackClient,
        dispatch: Callable[[Delivery], Awaitable[BoltResponse]],
    ) -> None:
        """Must be made in the running loop. `client` asks for the address to connect to."""
        # The library writes whole messages at DEBUG and the responses at INFO.
        logger = logging.getLogger("femma.slack.socket")
        logger.setLevel(logging.WARNING)
        super().__init__(bolt.app, app_token=app_token, logger=logger, web_client=client)
        if client.proxy is None:
            self.client.proxy = None
        self._dispatch = dispatch
        self._connecting: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to connect. The library tries until it succeeds, so nobody waits for that."""
        self._connecting = asyncio.create_task(self.connect_async())  # type: ignore[no-untyped-call]

    async def stop(self) -> None:
        """Disconnect, also while still trying."""
        if self._connecting is not None:
            self._connecting.cancel()
            await asyncio.wait([self._connecting])
        await self.close_async()  # type: ignore[no-untyped-call]

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        """One envelope. Its payload is what the body is over HTTP."""
        payload = req.payload
        bytes_ = json.dumps(payload, sort_keys=True).encode()
        digest = hashlib.sha256(bytes_).hexdigest()[:40]
        response = await self._dispatch(Delivery(payload, digest))
        await send_async_response(client, req, response, time())
