"""Nobody comes in who should not, and nothing that is sent to the door makes it fail."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from structlog.testing import capture_logs

from handlers.teams import door
from tests.fakes.teams import TENANT, FakeTeams, jwk, rsa_key
from tests.teams.conftest import NOW, Desk, DeskMaker

MakeToken = Callable[[FakeTeams], str]


def unsigned(header: dict[str, Any], fake: FakeTeams) -> str:
    """A token put together by hand: good claims under a header of one's own, with a signature of nothing."""
    claims = fake.token(NOW).split(".")[1]
    head = base64.urlsafe_b64encode(json.dumps(header).encode()).rstrip(b"=").decode()
    return f"{head}.{claims}.AAAA"


def hs256_with_public_key(fake: FakeTeams) -> str:
    """The old trick: the public key as a shared secret."""
    pem = rsa_key().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    claims = jwt.decode(fake.token(NOW), options={"verify_signature": False})
    secret = base64.b64encode(pem).decode()
    return jwt.encode(claims, secret, algorithm="HS256", headers={"kid": "key-1"})


def changed_claims(fake: FakeTeams) -> str:
    """Genuine header and signature, other claims between."""
    head, _, signature = fake.token(NOW).split(".")
    return ".".join((head, fake.token(NOW, extra="x").split(".")[1], signature))


def seconds(offset: float) -> int:
    """A moment beside now, as tokens write it."""
    return int((NOW + timedelta(seconds=offset)).timestamp())


BAD_TOKENS: dict[str, tuple[str, MakeToken]] = {
    "garbage": ("no token", lambda fake: "garbage"),
    "three parts of junk": ("no token", lambda fake: "a.b.c"),
    "empty": ("no token", lambda fake: ""),
    "letters beyond ASCII": ("no token", lambda fake: "å.ä.ö"),
    "very long": ("no token", lambda fake: "a." + "b" * 5000 + ".c"),
    "header is a list": ("no token", lambda fake: "W10.e30.AAAA"),
    "deep header": ("no token", lambda fake: base64.urlsafe_b64encode(b"[" * 4000).decode() + ".e30.AAAA"),
    "expired": ("expired", lambda fake: fake.token(NOW, exp=seconds(-301))),
    "no expiry": ("no expiry", lambda fake: fake.token(NOW, exp=None)),
    "expiry as text": ("no expiry", lambda fake: fake.token(NOW, exp=str(seconds(600)))),
    "expiry never": ("no expiry", lambda fake: fake.token(NOW, exp=float("inf"))),
    "expiry true": ("no expiry", lambda fake: fake.token(NOW, exp=True)),
    "not yet valid": ("not yet valid", lambda fake: fake.token(NOW, nbf=seconds(301))),
    "not before as text": ("no expiry", lambda fake: fake.token(NOW, nbf="now")),
    "another key under our id": ("bad signature", lambda fake: fake.token(NOW, number=1)),
    "unknown key id": ("unknown key", lambda fake: fake.token(NOW, kid="key-9")),
    "no key id": ("no key id", lambda fake: fake.token(NOW, kid=None)),
    "key id is a number": ("no key id", lambda fake: unsigned({"alg": "RS256", "kid": 1}, fake)),
    "HS256 with the public key": ("wrong algorithm", hs256_with_public_key),
    "no algorithm": ("wrong algorithm", lambda fake: unsigned({"alg": "none", "kid": "key-1"}, fake)),
    "algorithm in other letters": (
        "wrong algorithm",
        lambda fake: unsigned({"alg": "rs256", "kid": "key-1"}, fake),
    ),
    "RS512": ("wrong algorithm", lambda fake: unsigned({"alg": "RS512", "kid": "key-1"}, fake)),
    "jku": ("foreign key", lambda fake: fake.token(NOW, headers={"jku": f"{fake.base}/evil"})),
    "x5u": ("foreign key", lambda fake: fake.token(NOW, headers={"x5u": f"{fake.base}/evil"})),
    "jwk": ("foreign key", lambda fake: fake.token(NOW, number=1, headers={"jwk": jwk("key-1", 1)})),
    "x5c": ("foreign key", lambda fake: fake.token(NOW, headers={"x5c": ["AAAA"]})),
    "crit": ("foreign key", lambda fake: fake.token(NOW, headers={"crit": ["exp"]})),
    "changed claims": ("bad signature", changed_claims),
    "wrong audience": ("wrong audience", lambda fake: fake.token(NOW, aud="another-app")),
    "audience as a list": ("wrong audience", lambda fake: fake.token(NOW, aud=["another-app"])),
    "no audience": ("wrong audience", lambda fake: fake.token(NOW, aud=None)),
    "wrong issuer": ("wrong issuer", lambda fake: fake.token(NOW, iss="https://api.botframework.com/")),
    "no issuer": ("wrong issuer", lambda fake: fake.token(NOW, iss=None)),
    "emulator": ("wrong issuer", lambda fake: fake.token(NOW, iss=f"https://sts.windows.net/{TENANT}/")),
    "skill": (
        "wrong issuer",
        lambda fake: fake.token(NOW, iss=f"https://login.microsoftonline.com/{TENANT}/v2.0"),
    ),
    "foreign app": ("foreign app", lambda fake: fake.token(NOW, appid="another-app")),
    "no serviceurl": ("no serviceurl claim", lambda fake: fake.token(NOW, serviceurl=None)),
    "serviceurl is a list": (
        "no serviceurl claim",
        lambda fake: fake.token(NOW, serviceurl=[fake.service_url]),
    ),
    "other serviceurl": (
        "other serviceurl",
        lambda fake: fake.token(NOW, serviceurl="https://smba.trafficmanager.net/emea/"),
    ),
}


@pytest.mark.parametrize("name", BAD_TOKENS)
async def test_a_bad_token_is_turned_away(desk: Desk, name: str) -> None:
    desk.fake.paths.clear()
    cause, make = BAD_TOKENS[name]
    headers = {"Authorization": f"Bearer {make(desk.fake)}"}
    with capture_logs() as lines:
        async with desk.http.post(desk.url, json=desk.fake.activity(), headers=headers) as response:
            assert response.status == 401
            assert await response.read() == b""
    assert [line["cause"] for line in lines] == [cause]
    assert desk.ear.heard == []
    # Nothing is fetched because of what a token says; an unknown key may make us look at the list again.
    assert set(desk.fake.paths) <= {"/openid", "/keys"}


@pytest.mark.parametrize("authorization", [None, "", "Basic YTpi", "Bearer", "Bearer ", "bearer x", "Token"])
async def test_no_token_at_all(desk: Desk, authorization: str | None) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}
    async with desk.http.post(desk.url, json=desk.fake.activity(), headers=headers) as response:
        assert response.status == 401


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"exp": seconds(-299)},
        {"nbf": seconds(299)},
        {"nbf": None},
        {"appid": "11111111-2222-3333-4444-555555555555"},
        {"extra": {"anything": 1}},
    ],
)
async def test_a_good_token_is_let_in(desk: Desk, claims: dict[str, Any]) -> None:
    token = desk.fake.token(NOW, **claims)
    assert (await desk.send(desk.fake.activity(), token))[0] == 200
    assert len(desk.ear.heard) == 1


async def test_a_token_is_judged_before_the_body_is_read(desk: Desk) -> None:
    assert await desk.send_raw(b"{", Authorization="Bearer x") == 401
    assert await desk.send_raw(b"{") == 400


@pytest.mark.parametrize("endorsements", [None, (), ("webchat",)])
async def test_a_key_that_may_not_speak_for_teams(desk: Desk, endorsements: tuple[str, ...] | None) -> None:
    desk.fake.openid.keys = [jwk("key-2", 2, endorsements)]
    desk.clock.forward(minutes=5)
    token = desk.fake.token(NOW, kid="key-2", number=2)
    with capture_logs() as lines:
        assert (await desk.send(desk.fake.activity(), token))[0] == 401
    assert [line["cause"] for line in lines] == ["key not endorsed"]


async def test_another_channel_is_turned_away(desk: Desk) -> None:
    desk.fake.openid.keys = [jwk("key-2", 2, ("msteams", "webchat"))]
    desk.clock.forward(minutes=5)
    token = desk.fake.token(NOW, kid="key-2", number=2)
    assert (await desk.send(desk.fake.activity(channelId="webchat"), token))[0] == 403
    assert (await desk.send(desk.fake.activity(channelId="emulator"), token))[0] == 401
    assert (await desk.send(desk.fake.activity(channelId=None), token))[0] == 401


async def test_the_service_url_must_be_said_and_be_microsofts(desk: Desk) -> None:
    good = desk.fake.token(NOW)
    assert (await desk.send(desk.fake.activity(serviceUrl=None), good))[0] == 401
    assert (await desk.send(desk.fake.activity(serviceUrl=""), good))[0] == 401
    assert (await desk.send(desk.fake.activity(serviceUrl=7), good))[0] == 401
    for url in ("http://169.254.169.254/", "https://smba.trafficmanager.net.evil.example/"):
        assert (await desk.send(desk.fake.activity(serviceUrl=url)))[0] == 403
    assert desk.ear.heard == []


OTHER = "b0000000-0000-0000-0000-000000000000"


@pytest.mark.parametrize(
    ("in_conversation", "in_channel_data", "status"),
    [
        (TENANT, TENANT, 200),
        (TENANT, None, 200),
        (None, TENANT, 200),
        (TENANT.upper(), TENANT, 200),
        (None, None, 403),
        (OTHER, OTHER, 403),
        (TENANT, OTHER, 403),
        (OTHER, TENANT, 403),
        (7, None, 403),
        ("", "", 403),
    ],
)
async def test_only_our_own_tenant(
    desk: Desk, in_conversation: object, in_channel_data: object, status: int
) -> None:
    activity = desk.fake.activity(
        conversation={"conversationType": "personal", "tenantId": in_conversation, "id": "a:1"},
        channelData={"tenant": {"id": in_channel_data}},
    )
    assert (await desk.send(activity))[0] == status
    assert len(desk.ear.heard) == (status == 200)


async def test_tenants_on_the_list_are_let_in(make_desk: DeskMaker) -> None:
    desk = await make_desk(allowed_tenants=(OTHER,))
    conversation = {"conversationType": "personal", "tenantId": OTHER, "id": "a:1"}
    other = desk.fake.activity(conversation=conversation, channelData={})
    assert (await desk.send(other))[0] == 200
    assert (await desk.send(desk.fake.activity()))[0] == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b'"text"',
        b"{",
        b"{}",
        b'{"type": 1}',
        b"\xff\xfe",
        b'{"type":"message","a":' + b"[" * 10_000 + b"]" * 10_000 + b"}",
        b'{"type":"message","a":' + b"[" * 40 + b"]" * 40 + b"}",
        b'{"type":"message","a":' + b"9" * 31 + b"}",
        b'{"type":"message","a":' + b"9" * 5_000 + b"}",
        b'{"type":"message","a":NaN}',
        b'{"type":"message","a":-Infinity}',
    ],
)
async def test_json_beyond_the_limits(desk: Desk, body: bytes) -> None:
    assert await desk.send_raw(body) == 400


async def test_json_within_the_limits(desk: Desk) -> None:
    many = {f"key{number}": number for number in range(10_000)}
    deep: Any = "bottom"
    for _ in range(37):
        deep = [deep]
    activity = desk.fake.activity(channelData={"tenant": {"id": TENANT}, "many": many, "deep": deep})
    assert await desk.send_raw(json.dumps(activity).encode()) == 200
    assert len(desk.ear.heard) == 1


async def test_bodies_that_are_too_long(desk: Desk) -> None:
    exact = json.dumps(desk.fake.activity(text="")).encode()
    full = exact.replace(b'"text": ""', b'"text": "' + b"x" * (door.MAX_BYTES - len(exact)) + b'"')
    assert len(full) == door.MAX_BYTES
    assert await desk.send_raw(full) == 200
    assert await desk.send_raw(full + b" ") == 413


async def test_a_long_body_without_a_length_is_cut_off(desk: Desk) -> None:
    async def pieces() -> Any:
        for _ in range(300):
            yield b" " * 1024

    token = desk.fake.token(NOW)
    async with desk.http.post(
        desk.url, data=pieces(), headers={"Authorization": f"Bearer {token}"}
    ) as response:
        assert response.status == 413


async def test_packed_bodies_are_not_unpacked(desk: Desk) -> None:
    for encoding in ("gzip", "deflate", "br", "GZIP"):
        assert await desk.send_raw(b"\x1f\x8b", **{"Content-Encoding": encoding}) == 415


async def test_other_methods(desk: Desk) -> None:
    for method in ("GET", "HEAD", "PUT", "DELETE", "OPTIONS"):
        async with desk.http.request(method, desk.url) as response:
            assert response.status == 405


async def test_a_body_that_never_ends_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "BODY_SECONDS", 0.05)
    never = asyncio.Event()

    async def pieces() -> Any:
        yield b"{"
        await never.wait()

    token = desk.fake.token(NOW)
    async with desk.http.post(
        desk.url, data=pieces(), headers={"Authorization": f"Bearer {token}"}
    ) as response:
        assert response.status == 408


ODD: list[Any] = [None, 0, 1.5, True, "", "text", [], ["x"], {}, {"id": []}, [[{}]], {"id": "1", "tenant": 3}]
FIELDS = [
    "from", "recipient", "conversation", "channelData", "entities", "value", "text", "membersAdded",
    "membersRemoved", "id", "name", "action", "replyToId", "timestamp", "locale", "attachments", "textFormat",
]  # fmt: skip


@pytest.mark.parametrize("kind", ["message", "invoke", "conversationUpdate", "installationUpdate", "event"])
async def test_odd_shapes_are_no_failures(desk: Desk, kind: str) -> None:
    """A signed activity of any shape gets an answer below 500."""
    names = ["adaptiveCard/action", "task/fetch", "task/submit", "composeExtension/fetchTask", "other"]
    for index, name in enumerate(FIELDS):
        for odd in ODD:
            activity = desk.fake.activity(type=kind, name=names[index % len(names)]) | {name: odd}
            status, _ = await desk.send(activity)
            assert status in {200, 403}, (name, odd)


async def test_odd_values_of_invokes_are_no_failures(desk: Desk) -> None:
    names = ["adaptiveCard/action", "task/fetch", "task/submit", "composeExtension/fetchTask"]
    inner = ["action", "data", "commandId", "messagePayload", "people"]
    for name in names:
        for field in inner:
            for odd in ODD:
                value = {"commandId": "make_improvement", "data": {"form": "form.idea"}} | {field: odd}
                activity = desk.fake.activity(type="invoke", name=name, value=value)
                assert (await desk.send(activity))[0] == 200, (name, field, odd)


async def test_the_log_names_the_cause_once_and_nothing_else(desk: Desk) -> None:
    body = desk.fake.activity(text="hemligt", **{"from": {"id": "29:x", "name": "Hemlig"}})
    with capture_logs() as lines:
        for _ in range(5):
            await desk.send(body, "hemlig-token")
        desk.clock.forward(seconds=10)
        await desk.send(body, "hemlig-token")
    assert [(line["cause"], line["status"], line["more"]) for line in lines] == [
        ("no token", 401, 0),
        ("no token", 401, 4),
    ]
    assert "hemlig" not in str(lines).lower()


async def test_anonymous_callers_on_loopback(make_desk: DeskMaker, fake: FakeTeams) -> None:
    """The Agents Playground: no token in, none out."""
    desk = await make_desk(anonymous=True, app_id="", extra_service_hosts=())
    fake.connector.anonymous = True
    conversation = {"conversationType": "personal", "tenantId": OTHER, "id": "a:1"}
    activity = desk.fake.activity(conversation=conversation, channelData={"tenant": {"id": OTHER}})
    async with desk.http.post(desk.url, json=activity) as response:
        assert response.status == 200
    assert desk.ear.heard[0].envelope.actor.tenant == f"teams:{OTHER}"
    for url in ("https://evil.example/", "http://192.0.2.1/"):
        async with desk.http.post(desk.url, json=activity | {"serviceUrl": url}) as response:
            assert response.status == 403
    assert fake.openid.calls == 0


async def test_anonymous_mode_is_for_loopback_only(
    make_desk: DeskMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = await make_desk(anonymous=True, app_id="")
    monkeypatch.setattr(door, "_from_loopback", lambda request: False)
    async with desk.http.post(desk.url, json=desk.fake.activity()) as response:
        assert response.status == 401
    assert (await desk.send(desk.fake.activity(), desk.fake.token(NOW, aud="")))[0] == 401


async def test_without_anonymous_mode_loopback_is_nothing_special(desk: Desk) -> None:
    async with desk.http.post(desk.url, json=desk.fake.activity()) as response:
        assert response.status == 401
    other = desk.fake.activity(serviceUrl="http://127.0.0.1:9/")
    assert (await desk.send(other))[0] == 403
