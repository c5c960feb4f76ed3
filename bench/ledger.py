"""A Slack that outlives the bot: it keeps every message it took, and what stands on everybody's screen.

It takes its time, before and after it has written a message down, so that a death of the bot can fall on
either side. Everything is kept as a fingerprint of what was shown, to be compared with the outbox.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any

from aiohttp import web

from bench.chat_api import name_of
from tests.fakes.slack import BOT_USER, TEAM

# Seconds, each half of the way.
_SLOWEST = 0.04
# Messages that a person still sees.
_SCREEN = 4


@dataclass(frozen=True, slots=True)
class Button:
    """What can be pressed: Femma's own name of it, its whole action id, and its value."""

    action: str
    action_id: str
    value: str


def print_of(text: str, blocks: Any) -> str:
    """The same for the same message, and for no other."""
    shown = json.dumps([text, blocks], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(shown.encode()).hexdigest()[:24]


@dataclass(slots=True)
class Ledger:
    """`posts` by channel and fingerprint, `edits` by channel, stamp and fingerprint, `texts` of the posts."""

    rng: Random
    posts: Counter[tuple[str, str]] = field(default_factory=Counter)
    edits: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    texts: dict[str, str] = field(default_factory=dict)
    _screens: dict[str, deque[tuple[str, list[Button]]]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=_SCREEN))
    )
    _stamps: count[int] = field(default_factory=lambda: count(100000))

    def screen(self, channel: str) -> list[tuple[str, list[Button]]]:
        """The newest messages of a chat with their buttons, the newest first."""
        return list(reversed(self._screens[channel]))

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        """The address of the Web API, on loopback."""
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._method)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            yield f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
        finally:
            await runner.cleanup()

    async def _method(self, request: web.Request) -> web.Response:
        params: dict[str, Any] = dict(request.query)
        if request.content_type == "application/json":
            params |= json.loads(await request.read())
        else:
            params |= dict(await request.post())
        await asyncio.sleep(self.rng.uniform(0, _SLOWEST))
        answer = self._taken(request.match_info["method"], params)
        await asyncio.sleep(self.rng.uniform(0, _SLOWEST))
        return web.json_response({"ok": True, **answer})

    def _taken(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        match method:
            case "auth.test":
                return {"team_id": TEAM, "user_id": BOT_USER, "bot_id": "B0FEMMA", "team": "", "user": ""}
            case "users.info":
                user = str(params["user"])
                profile = {"display_name": name_of(user)}
                return {"user": {"id": user, "team_id": TEAM, "locale": "sv-SE", "profile": profile}}
            case "conversations.open":
                return {"channel": {"id": "D" + str(params["users"])[1:]}}
            case "chat.postMessage":
                return self._posted(params)
            case "chat.update":
                return self._updated(params)
        return {}

    def _posted(self, params: dict[str, Any]) -> dict[str, Any]:
        channel, blocks = params["channel"], _blocks(params)
        stamp = f"1700000000.{next(self._stamps)}"
        shown = print_of(params["text"], blocks)
        self.posts[channel, shown] += 1
        self.texts[shown] = params["text"]
        self._screens[channel].append((stamp, _buttons(blocks)))
        return {"channel": channel, "ts": stamp}

    def _updated(self, params: dict[str, Any]) -> dict[str, Any]:
        channel, stamp, blocks = params["channel"], params["ts"], _blocks(params)
        self.edits[channel, stamp, print_of(params["text"], blocks)] += 1
        screen = self._screens[channel]
        for place, (there, _) in enumerate(screen):
            if there == stamp:
                screen[place] = (stamp, _buttons(blocks))
        return {"channel": channel, "ts": stamp}


def _blocks(params: dict[str, Any]) -> Any:
    blocks = params.get("blocks", [])
    return json.loads(blocks) if isinstance(blocks, str) else blocks


def _buttons(blocks: list[dict[str, Any]]) -> list[Button]:
    return [
        Button(element["action_id"].rpartition(":")[0], element["action_id"], element.get("value", ""))
        for block in blocks
        if block["type"] == "actions"
        for element in block["elements"]
    ]
