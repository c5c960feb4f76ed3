"""Microsoft's side of Teams on loopback: signing keys, access tokens, the connector, and signed activities.

The connector refuses what the real one refuses, remembers every message, and can be told what to answer
next. `FakeTeams.start()` gives all of it on one port.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jsonschema_rs import Draft6Validator
from jwt.algorithms import RSAAlgorithm

APP_ID = "11111111-2222-3333-4444-555555555555"
PASSWORD = "a-secret-of-the-tests"
TENANT = "a1b2c3d4-e5f6-7890-abcd-ef1234567890"
BOT = f"28:{APP_ID}"
ISSUER = "https://api.botframework.com"
MAX_MESSAGE = 100_000
SCHEMA = Path(__file__).resolve().parents[2].parent / "shared" / "schemas" / "adaptive-card-1.5.json"


@dataclass(frozen=True, slots=True)
class Step:
    """What the connector does with its next call, instead of what it would do.

    `after_taking` carries the call out first: the answer is lost, the message is not. `hang` answers only
    when the fake is closed, `reset` cuts the connection, `half` sends half of a JSON document.
    """

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    code: str = ""
    after_taking: bool = False
    hang: bool = False
    reset: bool = False
    half: bool = False


@dataclass(slots=True)
class Call:
    """One call that reached the connector."""

    method: str
    path: str
    authorization: str
    payload: Mapping[str, Any]


@dataclass(slots=True)
class Message:
    """A message that stands in a conversation; `versions` are its payloads, the newest last."""

    id: str
    conversation: str
    root: str
    versions: list[Mapping[str, Any]]


@cache
def rsa_key(number: int = 0) -> rsa.RSAPrivateKey:
    """Key pairs are slow to make, and the tests need only a few."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def jwk(kid: str, number: int = 0, endorsements: tuple[str, ...] | None = ("msteams",)) -> dict[str, Any]:
    """An entry of the key list."""
    entry = json.loads(RSAAlgorithm.to_jwk(rsa_key(number).public_key()))
    named = {} if endorsements is None else {"endorsements": list(endorsements)}
    return {"kty": "RSA", "use": "sig", "kid": kid, "n": entry["n"], "e": entry["e"], **named}


class FakeOpenID:
    """The OpenID document and its key list. `status` and `padding` spoil the list; `hang` keeps it back."""

    def __init__(self) -> None:
        self.keys: list[dict[str, Any]] = [jwk("key-1")]
        self.status = 200
        self.padding = 0
        self.hang = False
        self.calls = 0
        self.base = ""
        self.jwks_uri = ""
        self.reached = asyncio.Event()
        self.closing = asyncio.Event()

    async def document(self, request: web.Request) -> web.Response:
        """GET /openid"""
        self.calls += 1
        self.reached.set()
        if self.hang:
            await self.closing.wait()
        uri = self.jwks_uri or f"{self.base}/keys"
        return web.json_response({"issuer": ISSUER, "jwks_uri": uri}, status=self.status)

    async def key_list(self, request: web.Request) -> web.Response:
        """GET /keys"""
        return web.json_response({"keys": self.keys, "padding": "x" * self.padding})


class FakeEntra:
    """The token endpoint: knows one app and its password, and gives numbered tokens.

    `gate` keeps the answer back, `answer` is sent instead of it, `reached` tells that somebody asked.
    """

    def __init__(self) -> None:
        self.valid: set[str] = set()
        self.asked: list[Mapping[str, str]] = []
        self.expires_in = 3600
        self.status = 200
        self.answer = ""
        self.reached = asyncio.Event()
        self.gate: asyncio.Event | None = None

    async def token(self, request: web.Request) -> web.Response:
        """POST /{tenant}/token"""
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.asked.append(form)
        self.reached.set()
        if self.gate is not None:
            await self.gate.wait()
        good = form.get("client_id") == APP_ID and form.get("client_secret") == PASSWORD
        if self.status != 200 or not good or form.get("scope") != "https://api.botframework.com/.default":
            return web.json_response({"error": "invalid_client"}, status=self.status if good else 401)
        if self.answer:
            return web.Response(text=self.answer, content_type="application/json")
        token = f"access-{len(self.asked)}"
        self.valid.add(token)
        return web.json_response({"access_token": token, "expires_in": self.expires_in})


class FakeConnector:
    """The Bot Connector: conversations, messages and members."""

    def __init__(self, entra: FakeEntra) -> None:
        self.entra = entra
        self.calls: list[Call] = []
        self.messages: dict[str, Message] = {}
        self.conversations: set[str] = set()
        self.members: dict[str, Mapping[str, Any]] = {}
        self.opened: dict[str, str] = {}
        self.script: deque[Step] = deque()
        self.anonymous = False
        self.closing = asyncio.Event()

    def plan(self, *steps: Step) -> None:
        """What to do with the next calls, in order."""
        self.script.extend(steps)

    def posted(self, conversation: str) -> list[Message]:
        """The messages of a conversation, in order."""
        return [message for message in self.messages.values() if message.conversation == conversation]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Everything below /v3."""
        raw = await request.read()
        payload = json.loads(raw) if raw else {}
        authorization = request.headers.get("Authorization", "")
        self.calls.append(Call(request.method, request.path, authorization, payload))
        if not self.script:
            return self._answer(request, payload, len(raw))
        step = self.script.popleft()
        if step.after_taking:
            self._answer(request, payload, len(raw))
        return await self._play(step, request)

    async def _play(self, step: Step, request: web.Request) -> web.StreamResponse:
        if step.hang:
            await self.closing.wait()
        if step.reset or step.hang:
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=500)
        if step.half:
            return web.Response(text='{"id": "1', content_type="application/json")
        if step.body:
            return web.Response(status=step.status, text=step.body, headers=step.headers)
        return _error(step.status, step.code or "Planned", step.headers)

    def _answer(self, request: web.Request, payload: Mapping[str, Any], size: int) -> web.Response:
        if not self.anonymous and not self._authorized(request):
            return _error(401, "BotNotRegistered")
        match (request.method, request.match_info["rest"].split("/")):
            case ("POST", ["conversations"]):
                return self._open(payload)
            case ("POST", ["conversations", conversation, "activities"]):
                return self._post(conversation, payload, size)
            case ("PUT", ["conversations", conversation, "activities", message]):
                return self._put(conversation, message, payload, size)
            case ("GET", ["conversations", conversation, "members", member]):
                return self._member(conversation, member)
        return _error(404, "NotFound")

    def _authorized(self, request: web.Request) -> bool:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        return scheme == "Bearer" and token in self.entra.valid

    def _open(self, payload: Mapping[str, Any]) -> web.Response:
        members = payload.get("members") or []
        if payload.get("bot") != {"id": BOT} or len(members) != 1 or payload.get("isGroup") is not False:
            return _error(400, "BadArgument")
        if payload.get("tenantId") != TENANT or payload["channelData"]["tenant"]["id"] != TENANT:
            return _error(400, "BadArgument")
        person = members[0]["id"]
        conversation = self.opened.setdefault(person, f"a:chat-with-{person}")
        self.conversations.add(conversation)
        return web.json_response({"id": conversation}, status=201)

    def _post(self, conversation: str, payload: Mapping[str, Any], size: int) -> web.Response:
        base, _, root = conversation.partition(";messageid=")
        if problem := self._problem(base, payload, size):
            return problem
        message = Message(f"m-{len(self.messages) + 1}", base, root, [payload])
        self.messages[message.id] = message
        return web.json_response({"id": message.id}, status=201)

    def _put(self, conversation: str, message: str, payload: Mapping[str, Any], size: int) -> web.Response:
        base = conversation.partition(";messageid=")[0]
        if problem := self._problem(base, payload, size):
            return problem
        if message not in self.messages or self.messages[message].conversation != base:
            return _error(404, "ActivityNotFoundInConversation")
        self.messages[message].versions.append(payload)
        return web.json_response({"id": message})

    def _problem(self, base: str, payload: Mapping[str, Any], size: int) -> web.Response | None:
        if base not in self.conversations:
            return _error(404, "ConversationNotFound")
        if size > MAX_MESSAGE:
            return _error(413, "MessageSizeTooBig")
        if payload.get("type") != "message":
            return _error(400, "BadSyntax")
        if not payload.get("text") and not payload.get("attachments"):
            return _error(400, "BadSyntax")
        for attachment in payload.get("attachments", []):
            if attachment["contentType"] != "application/vnd.microsoft.card.adaptive":
                return _error(400, "BadSyntax")
            if card_problems(attachment["content"]):
                return _error(400, "BadSyntax")
        return None

    def _member(self, conversation: str, member: str) -> web.Response:
        if conversation.partition(";messageid=")[0] not in self.conversations:
            return _error(404, "ConversationNotFound")
        if member not in self.members:
            return _error(404, "MemberNotFoundInConversation")
        return web.json_response(self.members[member])


def card_problems(card: Mapping[str, Any]) -> list[str]:
    """What the Adaptive Cards 1.5 schema says against a card; nothing where the schema is not at hand.

    Teams' own additions are taken off first: `msteams`, the people picker's query, and charts.
    """
    validator = _validator()
    return [] if validator is None else [error.message[:300] for error in validator.iter_errors(_plain(card))]


@cache
def _validator() -> Draft6Validator | None:
    return Draft6Validator(json.loads(SCHEMA.read_text("utf-8"))) if SCHEMA.exists() else None


def _plain(node: Any, at_root: bool = True) -> Any:
    if isinstance(node, list):
        return [_plain(entry, at_root=False) for entry in node]
    if not isinstance(node, dict):
        return node
    if str(node.get("type", "")).startswith("Chart."):
        return _plain(node["fallback"], at_root=False)
    without = {"choices.data", "msteams"} if at_root else {"choices.data"}
    return {name: _plain(entry, at_root=False) for name, entry in node.items() if name not in without}


def _error(status: int, code: str, headers: Mapping[str, str] | None = None) -> web.Response:
    body = {"error": {"code": code, "message": "words of the service"}}
    return web.json_response(body, status=status, headers=headers)


@dataclass(slots=True)
class FakeTeams:
    """All of Microsoft on one loopback port."""

    openid: FakeOpenID
    entra: FakeEntra
    connector: FakeConnector
    base: str
    host: str
    paths: list[str]

    @property
    def openid_url(self) -> str:
        """For TeamsEdge(openid_url=...)."""
        return f"{self.base}/openid"

    @property
    def token_url(self) -> str:
        """For TeamsEdge(token_url=...)."""
        return f"{self.base}/{{tenant}}/token"

    @property
    def service_url(self) -> str:
        """What activities say, and where the connector is."""
        return f"{self.base}/emea/"

    @classmethod
    @asynccontextmanager
    async def start(cls) -> AsyncIterator[FakeTeams]:
        """Serve until the block is left; hanging answers are let go then."""
        openid, entra, paths = FakeOpenID(), FakeEntra(), list[str]()
        connector = FakeConnector(entra)

        @web.middleware
        async def note(request: web.Request, handler: Any) -> web.StreamResponse:
            paths.append(request.path)
            answer: web.StreamResponse = await handler(request)
            return answer

        app = web.Application(client_max_size=10_000_000, middlewares=[note])
        app.router.add_get("/openid", openid.document)
        app.router.add_get("/keys", openid.key_list)
        app.router.add_post("/{tenant}/token", entra.token)
        app.router.add_route("*", "/emea/v3/{rest:.*}", connector.handle)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        openid.base = f"http://127.0.0.1:{port}"
        try:
            yield cls(openid, entra, connector, openid.base, f"127.0.0.1:{port}", paths)
        finally:
            openid.closing.set()
            connector.closing.set()
            await runner.cleanup()

    def token(
        self,
        now: datetime,
        *,
        kid: str | None = "key-1",
        number: int = 0,
        headers: Mapping[str, Any] | None = None,
        **claims: Any,
    ) -> str:
        """A token as the Bot Framework makes them; a claim given as None is left out."""
        usual = {
            "iss": ISSUER,
            "aud": APP_ID,
            "serviceurl": self.service_url,
            "nbf": int((now - timedelta(minutes=5)).timestamp()),
            "exp": int((now + timedelta(minutes=55)).timestamp()),
        }
        said = {name: value for name, value in (usual | claims).items() if value is not None}
        head = {"kid": kid} if kid is not None else {}
        return jwt.encode(said, rsa_key(number), algorithm="RS256", headers={**head, **(headers or {})})

    def activity(self, **fields: Any) -> dict[str, Any]:
        """A message in a direct chat; fields replace whole top-level entries, None takes one away."""
        usual: dict[str, Any] = {
            "type": "message",
            "id": "1771290107407",
            "timestamp": "2026-11-16T08:00:00.1234567Z",
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": "29:anna", "name": "Anna Berg", "aadObjectId": "aad-anna"},
            "recipient": {"id": BOT, "name": "Femma"},
            "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": "a:chat-with-29:anna"},
            "channelData": {"tenant": {"id": TENANT}},
            "text": "Listan ligger i ett annat hus",
            "textFormat": "plain",
            "locale": "sv-SE",
        }
        return {name: value for name, value in (usual | fields).items() if value is not None}

    def in_channel(self, channel: str = "19:team@thread.tacv2", root: str = "177") -> dict[str, Any]:
        """The fields that place an activity in a channel's thread."""
        conversation = f"{channel};messageid={root}" if root else channel
        return {
            "conversation": {
                "isGroup": True,
                "conversationType": "channel",
                "tenantId": TENANT,
                "id": conversation,
            },
            "channelData": {
                "channel": {"id": channel},
                "team": {"id": "19:first@thread.tacv2", "name": "Hemtjänsten"},
                "tenant": {"id": TENANT},
            },
        }


def mention(name: str = "Femma", user: str = BOT) -> dict[str, Any]:
    """The entity that goes with `<at>name</at>` in a text."""
    return {"type": "mention", "mentioned": {"id": user, "name": name}, "text": f"<at>{name}</at>"}
