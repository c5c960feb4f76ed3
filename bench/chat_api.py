"""A Slack Web API as cheap as can be, in a process of its own: it takes everything and says when it came.

The strict fake of the tests checks much and would be what is measured. Run as `python -m bench.chat_api`.
"""

from __future__ import annotations

import asyncio
import json
from itertools import count
from time import monotonic
from typing import Any

from aiohttp import web

from bench.serving import serve
from tests.fakes.slack import BOT_USER, TEAM


def name_of(user: str) -> str:
    """What everybody is called here. The town knows the same names, so that nobody is written anew."""
    return f"Kollega {user[1:]}"


def application() -> web.Application:
    """The methods that Femma and the bare Bolt app call, and `/seen`, which tells and forgets what came."""
    seen: list[tuple[str, str, float]] = []
    stamps = count(100000)

    async def method(request: web.Request) -> web.Response:
        name = request.match_info["method"]
        params = await _params(request)
        if name == "auth.test":
            return _answer(
                {"team_id": TEAM, "user_id": BOT_USER, "bot_id": "B0FEMMA", "team": "", "user": ""}
            )
        if name == "users.info":
            user = str(params["user"])
            profile = {"display_name": name_of(user)}
            return _answer({"user": {"id": user, "team_id": TEAM, "locale": "sv-SE", "profile": profile}})
        channel = str(params.get("channel") or params.get("user_id"))
        seen.append((name, channel, monotonic()))
        return _answer({"channel": channel, "ts": f"1700000000.{next(stamps)}"})

    async def calls(_: web.Request) -> web.Response:
        return web.json_response(len(seen))

    async def take(_: web.Request) -> web.Response:
        told = json.dumps(seen)
        seen.clear()
        return web.json_response(text=told)

    app = web.Application()
    app.add_routes(
        [web.route("*", "/api/{method}", method), web.get("/calls", calls), web.post("/seen", take)]
    )
    return app


async def _params(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(json.loads(await request.read()))
    return {**request.query, **await request.post()}


def _answer(more: dict[str, Any]) -> web.Response:
    return web.json_response({"ok": True, **more})


if __name__ == "__main__":
    asyncio.run(serve(application()))
