"""The Bolt app behind our door: a few catch-all listeners that lead to one function of ours.

Bolt is given the outline of a payload only: its kind and its names. It reads payloads with little care
(a list in the wrong place is an exception), writes whole bodies to its log, and would call any address that
stands in `response_url`. The payload itself travels in the request's context.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import structlog
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult

from handlers.slack.client import SlackClient
from handlers.slack.reading import Json, parts, text


@dataclass(frozen=True, slots=True)
class Delivery:
    """A verified payload, and a name for its bytes."""

    payload: Json
    digest: str


Taking: TypeAlias = Callable[[Delivery], Awaitable[BoltResponse]]


def outline(payload: Json) -> dict[str, Any] | None:
    """As much of a payload as Bolt needs to choose a listener; None for a kind that Femma does not know."""
    if "command" in payload:
        return {"command": text(payload, "command")}
    kind = text(payload, "type")
    match kind:
        case "event_callback" if event := text(payload, "event", "type"):
            return {"type": kind, "event": {"type": event}}
        case "block_actions" if actions := parts(payload, "actions"):
            return {"type": kind, "actions": [{"action_id": text(actions[0], "action_id")}]}
        case "view_submission":
            view = {"type": "modal", "callback_id": text(payload, "view", "callback_id")}
            return {"type": kind, "view": view}
        case "shortcut" | "message_action":
            return {"type": kind, "callback_id": text(payload, "callback_id")}
        case "url_verification" if challenge := text(payload, "challenge"):
            return {"type": kind, "challenge": challenge}
        case _:
            return None


class Bolt:
    """slack_bolt's AsyncApp, with its own checks switched off that the door has made before."""

    def __init__(self, take: Taking, client: SlackClient) -> None:
        """`client` has no token: listeners speak through the edge's own chat."""
        # Above WARNING, because Bolt's warnings hold bodies.
        logger = logging.getLogger("femma.slack.bolt")
        logger.setLevel(logging.ERROR)
        self.app = AsyncApp(
            name="femma",
            logger=logger,
            client=client,
            authorize=_authorize,
            # An event is acknowledged when the listener is done, not before: acknowledged means stored.
            process_before_response=True,
            request_verification_enabled=False,
            ssl_check_enabled=False,
            ignoring_self_events_enabled=False,
            attaching_function_token_enabled=False,
            attaching_conversation_kwargs_enabled=False,
        )
        _listen(self.app, take)

    async def dispatch(self, delivery: Delivery) -> BoltResponse:
        """Through Bolt to the listener. An unknown kind is taken and has no effect."""
        body = outline(delivery.payload)
        if body is None:
            return BoltResponse(status=200, body="")
        # This mode takes a body that is parsed already; it changes nothing else here.
        request = AsyncBoltRequest(body=body, mode="socket_mode", context={"delivery": delivery})
        return await self.app.async_dispatch(request)


async def _authorize() -> AuthorizeResult:
    """Whose token to use is settled by the edge, which has one; asking Slack each time would cost 3 ms."""
    return AuthorizeResult(enterprise_id=None, team_id=None)


async def _failed(error: Exception) -> BoltResponse:
    """A fault of ours: Slack repeats events, and tells the person about everything else.

    What the exception says is not logged, for it may hold a person's words; where it happened is.
    """
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    where = [f"{frame.filename}:{frame.lineno}" for frame in frames]
    structlog.get_logger("femma.slack").error("slack_failed", error=type(error).__name__, where=where)
    return BoltResponse(status=500, body="")


def _listen(app: AsyncApp, take: Taking) -> None:
    """Matching is linear in Bolt, so there is one listener per kind and our own dictionary behind them."""

    async def listener(delivery: Delivery) -> BoltResponse:
        return await take(delivery)

    everything = re.compile("")
    app.event(everything)(listener)
    app.action(everything)(listener)
    app.view(everything)(listener)
    app.shortcut(everything)(listener)
    app.command(everything)(listener)
    app.error(_failed)
