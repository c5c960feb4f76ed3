"""A Slack Web API on loopback: it remembers what it was told, refuses what the real one refuses, and can
misbehave on demand (`slack_scripts`). Signed requests in the other direction are made by `slack_signer`.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from aiohttp import web

from tests.fakes.slack_rules import message_error, view_error
from tests.fakes.slack_scripts import Script, perform

Params = dict[str, Any]
BOT_TOKEN = "xoxb-test-token"
TEAM = "T0FEMMA"
BOT_USER = "U0FEMMABOT"


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method, as it arrived."""

    method: str
    params: Params
    headers: dict[str, str]


@dataclass(slots=True)
class FakeSlack:
    """Used as `async with FakeSlack() as slack`; `slack.api_url` goes into the client."""

    token: str = BOT_TOKEN
    team: str = TEAM
    enterprise: str | None = None
    users: dict[str, Params] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=lambda: {"C0TEAM": "hemtjansten-norr"})
    calls: list[Call] = field(default_factory=list)
    messages: dict[tuple[str, str], Params] = field(default_factory=dict)
    whispers: list[Params] = field(default_factory=list)
    views: list[Params] = field(default_factory=list)
    homes: dict[str, Params] = field(default_factory=dict)
    socket_url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    _scripts: dict[str, deque[Script]] = field(default_factory=dict)
    _used_triggers: set[str] = field(default_factory=set)
    _closing: asyncio.Event = field(default_factory=asyncio.Event)
    _runner: web.AppRunner | None = None
    _port: int = 0

    async def __aenter__(self) -> FakeSlack:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._handle)
        app.router.add_get("/files-pri/{name}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        if self._runner is not None:
            await self._runner.cleanup()

    def file(self, name: str, content: bytes) -> Params:
        """A file that somebody has sent, as an event carries it; it is given to whoever shows the token."""
        self.files[name] = content
        url = f"http://127.0.0.1:{self._port}/files-pri/{name}"
        return {
            "id": "F1", "name": name, "mimetype": "image/jpeg", "mode": "hosted", "size": len(content),
            "url_private": url, "url_private_download": url,
        }  # fmt: skip

    async def _file(self, request: web.Request) -> web.Response:
        """Without the right to read files the real one shows its page to sign in on."""
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return web.Response(text="<title>Sign in</title>", content_type="text/html")
        content = self.files.get(request.match_info["name"])
        return web.Response(status=404) if content is None else web.Response(body=content)

    @property
    def api_url(self) -> str:
        """The base address of the methods, with a slash at the end."""
        return f"http://127.0.0.1:{self._port}/api/"

    def add_user(self, user: str, name: str, locale: str = "sv-SE", **more: Any) -> None:
        """Somebody whom users.info knows and conversations.open opens a chat with."""
        profile = {"display_name": name, "real_name": name}
        self.users[user] = {"id": user, "team_id": self.team, "locale": locale, "profile": profile, **more}

    def play(self, method: str, *scripts: Script) -> None:
        """The next calls of the method go like this, then it works again."""
        self._scripts.setdefault(method, deque()).extend(scripts)

    def called(self, method: str) -> list[Params]:
        """What a method was called with, in order."""
        return [call.params for call in self.calls if call.method == method]

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        params = await _params(request)
        self.calls.append(Call(method, params, dict(request.headers)))
        scripts = self._scripts.get(method)
        if scripts:
            script = scripts.popleft()
            if script.carried_out:
                self._answer(method, params, request)
            return await perform(script, request, self._closing)
        return web.json_response(self._answer(method, params, request))

    def _answer(self, method: str, params: Params, request: web.Request) -> Params:
        authorization = request.headers.get("Authorization", "")
        if not authorization:
            return _no("not_authed")
        if method == "apps.connections.open":
            known = authorization.startswith("Bearer xapp-")
            return {"ok": True, "url": self.socket_url} if known else _no("not_allowed_token_type")
        if authorization != f"Bearer {self.token}":
            return _no("invalid_auth")
        methods: dict[str, Callable[[Params], Params]] = {
            "auth.test": self._auth_test,
            "users.info": self._users_info,
            "conversations.info": self._conversations_info,
            "conversations.open": self._conversations_open,
            "chat.postMessage": self._post,
            "chat.postEphemeral": self._whisper,
            "chat.update": self._update,
            "views.open": self._open_view,
            "views.publish": self._publish,
        }
        return methods[method](params) if method in methods else _no("unknown_method")

    def _auth_test(self, params: Params) -> Params:
        return {
            "ok": True, "team_id": self.team, "user_id": BOT_USER, "bot_id": "B0FEMMA",
            "enterprise_id": self.enterprise,
        }  # fmt: skip

    def _users_info(self, params: Params) -> Params:
        user = self.users.get(params.get("user", ""))
        if user is None:
            return _no("user_not_found")
        asked = str(params.get("include_locale", "")).lower() in {"1", "true"}
        return {"ok": True, "user": user if asked else {**user, "locale": None}}

    def _conversations_info(self, params: Params) -> Params:
        channel = params.get("channel", "")
        if channel not in self.channels:
            return _no("channel_not_found")
        return {"ok": True, "channel": {"id": channel, "name": self.channels[channel]}}

    def _conversations_open(self, params: Params) -> Params:
        users = params.get("users", "")
        if users not in self.users:
            return _no("user_not_found")
        return {"ok": True, "channel": {"id": "D" + users[1:]}}

    def _knows(self, channel: object) -> bool:
        return channel in self.channels or "U" + str(channel or "")[1:] in self.users

    def _post(self, params: Params) -> Params:
        error = message_error(params)
        if not self._knows(params.get("channel")):
            return _no("channel_not_found")
        if error:
            return _no(error)
        stamp = f"17000000{len(self.messages):02}.000100"
        self.messages[params["channel"], stamp] = params
        return {"ok": True, "channel": params["channel"], "ts": stamp, "message": {"text": params["text"]}}

    def _update(self, params: Params) -> Params:
        place = (params.get("channel", ""), params.get("ts", ""))
        if place not in self.messages:
            return _no("message_not_found")
        error = message_error(params)
        if error:
            return _no(error)
        self.messages[place] = params
        return {"ok": True, "channel": place[0], "ts": place[1], "text": params["text"]}

    def _whisper(self, params: Params) -> Params:
        if not self._knows(params.get("channel")) or str(params["channel"]).startswith("D"):
            return _no("channel_not_found")
        if params.get("user") not in self.users:
            return _no("user_not_in_channel")
        error = message_error(params)
        if not error:
            self.whispers.append(params)
        return _no(error) if error else {"ok": True, "message_ts": "1700000099.000100"}

    def _open_view(self, params: Params) -> Params:
        trigger = params.get("trigger_id", "")
        if not trigger:
            return _no("invalid_trigger_id")
        if trigger in self._used_triggers:
            return _no("exchanged_trigger_id")
        self._used_triggers.add(trigger)
        error = view_error(params.get("view"), "modal")
        if not error:
            self.views.append(params["view"])
        return _no(error) if error else {"ok": True, "view": {"id": "V1"}}

    def _publish(self, params: Params) -> Params:
        if params.get("user_id") not in self.users:
            return _no("user_not_found")
        error = view_error(params.get("view"), "home")
        if not error:
            self.homes[params["user_id"]] = params["view"]
        return _no(error) if error else {"ok": True, "view": {"id": "V2"}}


def _no(error: str) -> Params:
    return {"ok": False, "error": error}


async def _params(request: web.Request) -> Params:
    """Query, form and JSON alike, as the real one reads them."""
    params: Params = dict(request.query)
    if request.content_type == "application/json":
        params |= json.loads(await request.read() or b"{}")
    else:
        params |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    return params
