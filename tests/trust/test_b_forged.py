"""Forged requests, tokens and tenants: Femma says no, cheaply, and without an error of its own."""

from __future__ import annotations

import asyncio
import json
import os
import random
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from time import monotonic
from typing import Any

import aiohttp
import pytest
from sqlalchemy import func, update
from structlog.testing import capture_logs
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.domain.people import Address
from bot.domain.ports import Refused
from cards import actions
from cards.model import Card, Paragraph
from handlers.teams.access import AccessTokens, AppIdentity
from handlers.teams.connector import Connector
from handlers.teams.outbound import TeamsChat
from handlers.teams.service_urls import ServiceUrls
from storage.tables import deliveries, people, teams, tenants
from tests.e2e.child import ended
from tests.e2e.serving import MONDAY, FixedClock
from tests.e2e.teams_town import CHANNEL, Member, TeamsTown
from tests.fakes.slack import BOT_TOKEN
from tests.fakes.slack_signer import JSON_TYPE, SECRET, Signed, SlackSigner, direct_message
from tests.fakes.teams import APP_ID, PASSWORD, TENANT, FakeTeams, jwk
from tests.slack.test_door import MALFORMED, STAMPS
from tests.teams.conftest import NOW
from tests.teams.test_door import BAD_TOKENS
from tests.teams.test_service_urls import EVIL
from tests.trust.front import SLACK_PATH, Beat, Front, Wire, front, json_body, looking_into, raw
from tests.trust.traps import trap

MESSAGE = direct_message("Listan ligger i ett annat hus")
OTHER_TENANT = "b0000000-0000-0000-0000-000000000000"
CARD = Card("Rubrik", (Paragraph("Text"),), "sv")


async def status_of(port: int, request: bytes) -> int:
    """One request on a connection of its own."""
    async with Wire.to(port) as wire:
        wire.writer.write(request)
        return await wire.status()


def flipped(signed: Signed, dice: random.Random) -> Signed:
    """One bit of the body, the signature or the time, anywhere, is another."""
    part = dice.choice(["", "X-Slack-Signature", "X-Slack-Request-Timestamp"])
    old = signed.headers[part].encode() if part else signed.body
    new = bytearray(old)
    new[dice.randrange(len(new))] ^= 1 << dice.randrange(8)
    if not part:
        return Signed(bytes(new), signed.headers)
    return Signed(signed.body, signed.headers | {part: bytes(new).decode("utf-8", "surrogateescape")})


async def test_b1_2000_flipped_bits_are_refused(femma: Front) -> None:
    signed = femma.signer.event(MESSAGE)
    dice = random.Random(1)
    began = monotonic()
    with capture_logs() as lines:
        statuses = [await status_of(femma.port, raw(flipped(signed, dice))) for _ in range(2000)]
    # 400 is for bits that make a header none at all: those never reach the door.
    assert set(statuses) <= {400, 401}
    assert statuses.count(401) > 1800
    assert monotonic() - began < 10
    assert len(lines) == len({line["cause"] for line in lines}) <= 4
    assert all(len(json.dumps(line)) < 300 for line in lines)
    assert "Listan" not in str(lines)
    assert await femma.count(deliveries) == 0
    assert await femma.post(signed) == 200


async def test_b2_times_and_signatures_that_are_none(femma: Front) -> None:
    body = json_body(MESSAGE)
    good = femma.signer.event(MESSAGE)
    for stamp in [*STAMPS, "0", "99999999999999", "\N{FULLWIDTH DIGIT ONE}", "0x10", "+1763888400"]:
        assert await status_of(femma.port, raw(femma.signer.stamped(body, stamp))) == 401, stamp
    for signature in ("", "v0=", "v0", "v1=" + "0" * 64, "å" * 64, "v0=" + "0" * 63, "v0=" + "٠" * 64):
        request = raw(Signed(body, good.headers | {"X-Slack-Signature": signature}))
        assert await status_of(femma.port, request) == 401, signature
    assert await femma.count(deliveries) == 0


async def test_b3_malformed_bodies_are_refused_before_they_are_parsed(femma: Front) -> None:
    with capture_logs() as lines:
        for name, body in MALFORMED.items():
            assert await femma.post(Signed(body, {"Content-Type": JSON_TYPE})) == 401, name
            signed = Signed(body, femma.signer.event(MESSAGE).headers)
            assert await femma.post(signed) == 401, name
    assert {line["event"] for line in lines} == {"refused"}


async def test_b4_another_app_and_another_workspace(femma: Front) -> None:
    other_app = SlackSigner(femma.femma.clock.now(), "the-secret-of-another-app-0123456789")
    assert await femma.post(other_app.event(MESSAGE)) == 401
    foreign = direct_message("Hej", event_id="Ev2") | {
        "team_id": "T0OTHER",
        "authorizations": [{"team_id": "T0OTHER", "user_id": "U0X", "is_bot": True}],
    }
    assert await femma.post(femma.signer.event(foreign)) == 200
    assert await femma.count(deliveries) == 0
    assert await femma.count(tenants) == 0
    assert femma.slack.called("chat.postMessage") == []


# The table of bad tokens by row; a token that is in no row, or in two, is seen by the first test below.
TOKENS_OF_ROW: dict[str, tuple[str, ...]] = {
    "B5": (
        "garbage", "three parts of junk", "empty", "letters beyond ASCII", "very long", "header is a list",
        "deep header",
    ),
    "B6": (
        "expired", "no expiry", "expiry as text", "expiry never", "expiry true", "not yet valid",
        "not before as text",
    ),
    "B7": (
        "another key under our id", "unknown key id", "no key id", "key id is a number",
        "HS256 with the public key", "no algorithm", "algorithm in other letters", "RS512", "jku", "x5u",
        "jwk", "x5c", "crit", "changed claims",
    ),
    "B8": (
        "wrong audience", "audience as a list", "no audience", "wrong issuer", "no issuer", "emulator",
        "skill", "foreign app",
    ),
    "B10": ("no serviceurl", "serviceurl is a list", "other serviceurl"),
}  # fmt: skip


def test_b5_to_b10_every_bad_token_stands_in_one_row() -> None:
    assert sorted(name for names in TOKENS_OF_ROW.values() for name in names) == sorted(BAD_TOKENS)


async def refused_tokens(it: Front, row: str) -> None:
    """Every token of a row is 401, leaves nothing behind, and nobody is called; a good one is let in."""
    activity = it.teams.activity()
    for name in TOKENS_OF_ROW[row]:
        _, make = BAD_TOKENS[name]
        assert await it.send(activity, f"Bearer {make(it.teams)}") == 401, name
    await only_good_ones(it)


async def only_good_ones(it: Front) -> None:
    """Nothing was fetched but our own keys, nobody was called, nothing is kept; and a good token gets in."""
    assert set(it.teams.paths) <= {"/openid", "/keys"}
    assert it.teams.connector.calls == []
    assert await it.count(deliveries) == 0
    assert await it.send(it.teams.activity(), f"Bearer {it.teams.token(NOW)}") == 200
    assert await it.count(deliveries) == 1


@pytest.fixture
async def at_the_tokens_time(sqlite_url: str) -> AsyncIterator[Front]:
    """The table of bad tokens has a time of its own."""
    async with front(sqlite_url) as it:
        it.femma.clock.moment = NOW
        it.teams.paths.clear()
        yield it


async def test_b5_no_token_and_no_token_at_all(at_the_tokens_time: Front) -> None:
    it = at_the_tokens_time
    good = it.teams.token(NOW)
    for header in ("", "Bearer", "Bearer ", "Basic YTpi", f"Basic {good}", f"Token {good}", good):
        assert await it.send(it.teams.activity(), header) == 401, header
    await refused_tokens(it, "B5")


async def test_b6_a_token_of_another_time(at_the_tokens_time: Front) -> None:
    await refused_tokens(at_the_tokens_time, "B6")


async def test_b7_a_token_signed_with_another_key(at_the_tokens_time: Front) -> None:
    await refused_tokens(at_the_tokens_time, "B7")


async def test_b7_no_token_makes_us_call_anybody(at_the_tokens_time: Front, ports: list[int]) -> None:
    """Addresses in every place of a token that could name one, on a trap: nobody comes."""
    it = at_the_tokens_time
    async with trap() as caught:
        url = f"{caught.url}keys"
        tokens = [
            *(it.teams.token(NOW, number=1, headers={name: url}) for name in ("jku", "x5u", "kid", "url")),
            it.teams.token(NOW, number=1, headers={"jwk": {"kid": url, "x5u": url}}),
            it.teams.token(NOW, iss=url),
            it.teams.token(NOW, number=1, kid=url, iss=url, jwks_uri=url, serviceurl=url),
        ]
        ports.clear()
        for token in tokens:
            assert await it.send(it.teams.activity(), f"Bearer {token}") == 401
        assert caught.seen == []
        # Our own request to Femma, and Femma's to the one key list that it knows.
        assert set(ports) <= {it.port, int(it.teams.base.rpartition(":")[2].strip("/"))}
        assert caught.port not in ports
    await only_good_ones(it)


async def test_b8_a_token_for_or_from_somebody_else(at_the_tokens_time: Front) -> None:
    await refused_tokens(at_the_tokens_time, "B8")


async def test_b10_a_token_for_another_address(at_the_tokens_time: Front) -> None:
    it = at_the_tokens_time
    good = it.teams.token(NOW)
    for url in (None, "", 7, "https://smba.trafficmanager.net/emea/", it.teams.service_url + "x"):
        assert await it.send(it.teams.activity(serviceUrl=url), f"Bearer {good}") == 401, url
    await refused_tokens(it, "B10")


async def test_b9_a_key_that_may_not_speak_for_teams_and_other_channels(femma: Front) -> None:
    femma.teams.openid.keys = [jwk("key-2", 2, ("webchat",)), jwk("key-3", 3, ("webchat", "msteams"))]
    clock = femma.femma.clock
    clock.moment += timedelta(minutes=5)
    unendorsed = femma.teams.token(clock.now(), kid="key-2", number=2)
    both = femma.teams.token(clock.now(), kid="key-3", number=3)
    assert await femma.send(femma.teams.activity(), f"Bearer {unendorsed}") == 401
    for channel, status in (("webchat", 403), ("emulator", 401), ("MSTEAMS", 401), ("", 401), (None, 401)):
        activity = femma.teams.activity(channelId=channel)
        assert await femma.send(activity, f"Bearer {both}") == status, channel
    assert await femma.count(deliveries) == 0


async def test_b11_evil_addresses_at_both_gates(femma: Front) -> None:
    """Equal in token and body, so that only the list of allowed addresses is left to refuse them."""
    assert len(EVIL) >= 25
    async with trap() as caught:
        traps = [caught.url, caught.url.replace("127.0.0.1", "localhost"), f"{femma.teams.base}0/"]
        for url in [*EVIL, *traps]:
            assert await femma.send(femma.teams.activity(serviceUrl=url)) in {401, 403}, url
        async with aiohttp.ClientSession() as session:
            chat = TeamsChat(connector_to(femma.teams, session), APP_ID, femma.femma.clock)
            for url in [*EVIL, *traps]:
                with pytest.raises(Refused):
                    await chat.post(address(url), CARD)
                with pytest.raises(Refused):
                    await chat.edit(address(url), "m1", CARD)
            femma.teams.connector.conversations.add("19:x@thread.tacv2")
            await chat.post(address(femma.teams.service_url), CARD)
    assert caught.seen == []
    assert [call.authorization[:7] for call in femma.teams.connector.calls] == ["Bearer "]


def address(service_url: str) -> Address:
    """A channel that is called through this address."""
    return Address("teams", f"teams:{TENANT}", "19:x@thread.tacv2", service_url=service_url)


def connector_to(fake: FakeTeams, session: aiohttp.ClientSession) -> Connector:
    """As the edge builds it."""
    identity = AppIdentity(APP_ID, PASSWORD, TENANT, fake.token_url)
    tokens = AccessTokens(session, identity, FixedClock())
    return Connector(session, tokens, ServiceUrls((fake.host,)))


async def test_b12_addresses_altered_in_the_database(femma: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    """The manager's chat and the team's channel lead elsewhere: nothing is sent there, and it is told."""
    # The clock jumps to the summary's hour; nobody waits for the next look at it.
    monkeypatch.setattr("handlers.clock.POLL", 0.05)
    town = TeamsTown(femma.femma, femma.teams)
    author, manager = Member(town, "aad-a", "Alva", "sv-SE"), Member(town, "aad-b", "Britta", "sv-SE")
    names = {"aad-a": "Alva", "aad-b": "Britta"}
    femma.teams.connector.members |= {who: {"id": f"29:{who}", "name": name} for who, name in names.items()}
    femma.teams.connector.conversations |= {CHANNEL, author.chat, manager.chat}
    await manager.adds_to_channel()
    await manager.sends(await manager.opens(actions.TEAM_SETUP, channel=True), channel=True, manager="aad-b")
    said = len(town.in_channel())
    async with trap() as caught:
        await alter(femma, femma.teams.service_url, caught.url)
        with capture_logs() as lines:
            await author.says("Vi letar efter nycklar varje morgon")
            await author.presses(actions.TELL_KIND, "problem")
            await femma.femma.move_to(MONDAY)
            await femma.femma.until(lambda: len(unsent(lines)) >= 2)
    assert any("#1" in card for card in author.cards)
    assert set(unsent(lines)) == {"service-url"}
    assert (manager.cards, len(town.in_channel()), caught.seen) == ([], said, [])
    async with femma.femma.http.get(f"{femma.femma.url}/readyz") as answer:
        assert any(line.startswith("letters dead") for line in (await answer.json())["attention"])


async def alter(it: Front, good: str, evil: str) -> None:
    """As somebody with access to the database could."""
    async with looking_into(it.database_url) as store, store.transaction() as connection:
        for table in (people, teams):
            changed = func.replace(table.c.body, good, evil)
            assert (await connection.execute(update(table).values(body=changed))).rowcount >= 1


def unsent(lines: list[Any]) -> list[str]:
    """The reasons of letters that could not be sent."""
    return [line["reason"] for line in lines if line["event"] == "letter.not_sent"]


async def test_b13_foreign_tenants(femma: Front) -> None:
    pairs = [
        (OTHER_TENANT, OTHER_TENANT),
        (TENANT, OTHER_TENANT),
        (OTHER_TENANT, TENANT),
        (None, None),
        (7, 7),
    ]
    for in_conversation, in_channel_data in pairs:
        where = {"conversationType": "personal", "tenantId": in_conversation, "id": "a:1"}
        activity = femma.teams.activity(conversation=where, channelData={"tenant": {"id": in_channel_data}})
        assert await femma.send(activity) == 403
    counts = await femma.refused("teams")
    assert (counts["foreign tenant"], counts["tenants differ"], counts["no tenant"]) == (1, 2, 2)
    assert (await femma.count(deliveries), await femma.count(tenants)) == (0, 0)
    assert femma.teams.connector.calls == []


async def test_b14_a_key_host_that_hangs_holds_nobody_up(femma: Front) -> None:
    """3 s with no keys: Slack is answered all the while, and then the new key is taken at the first try."""
    clock, openid = femma.femma.clock, femma.teams.openid
    openid.keys = [jwk("key-1"), jwk("key-2", 2)]
    openid.hang = True
    clock.moment += timedelta(minutes=5)
    rotated = f"Bearer {femma.teams.token(clock.now(), kid='key-2', number=2)}"
    async with Beat() as beat:
        openid.reached.clear()
        waiting = asyncio.create_task(femma.send(femma.teams.activity(), rotated))
        await openid.reached.wait()
        for number in range(20):
            message = direct_message("Hej", event_id=f"Ev{number}", user=f"U{number}", channel=f"D{number}")
            assert await femma.post(femma.signer.event(message)) == 200
            assert await femma.send(femma.teams.activity(id=f"a{number}")) == 200
        assert not waiting.done()
        assert await waiting == 401
    assert beat.longest < 0.05
    openid.hang = False
    clock.moment += timedelta(minutes=5)
    assert await femma.send(femma.teams.activity(id="b1"), rotated) == 200


@pytest.mark.parametrize(
    "spoilt", [{"status": 500}, {"padding": 5_000_000}, {"jwks_uri": "ftp://127.0.0.1/"}]
)
async def test_b14_a_spoilt_key_list_changes_nothing(femma: Front, spoilt: Mapping[str, Any]) -> None:
    """The old keys stay for five days, and no stranger can make us ask more than once in five minutes."""
    clock, openid = femma.femma.clock, femma.teams.openid
    for name, value in spoilt.items():
        setattr(openid, name, value)
    openid.calls = 0
    clock.moment += timedelta(minutes=5)
    for _ in range(20):
        unknown = f"Bearer {femma.teams.token(clock.now(), kid='key-9', number=2)}"
        assert await femma.send(femma.teams.activity(), unknown) == 401
    assert openid.calls == 1
    clock.moment += timedelta(days=4, hours=23)
    assert await femma.send(femma.teams.activity()) == 200
    clock.moment += timedelta(hours=2)
    assert await femma.send(femma.teams.activity(id="later")) == 401


SLACK = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_SIGNING_SECRET": SECRET}
TEAMS = {"MicrosoftAppId": APP_ID, "MicrosoftAppPassword": PASSWORD, "MicrosoftAppTenantId": TENANT}
# The setting that is to be named, and what is set wrongly.
BAD_STARTS: list[tuple[str, dict[str, str]]] = [
    ("SLACK_BOT_TOKEN", {}),
    ("SLACK_BOT_TOKEN", {"SLACK_SIGNING_SECRET": SECRET}),
    ("SLACK_SIGNING_SECRET", {"SLACK_BOT_TOKEN": BOT_TOKEN}),
    ("SLACK_SIGNING_SECRET", {**SLACK, "SLACK_SIGNING_SECRET": "   "}),
    ("SLACK_SIGNING_SECRET", {**SLACK, "SLACK_SIGNING_SECRET": "canary-too-short"}),
    ("SLACK_SIGNING_SECRET", {**SLACK, "SLACK_SIGNING_SECRET": "your-canary-signing-secret-goes-here"}),
    ("MicrosoftAppId", {"MicrosoftAppPassword": PASSWORD}),
    ("MicrosoftAppId", {**TEAMS, "MicrosoftAppId": "canary"}),
    ("MicrosoftAppPassword", {"MicrosoftAppId": APP_ID}),
    ("MicrosoftAppPassword", {**TEAMS, "MicrosoftAppPassword": "changeme-canary-changeme"}),
    ("MicrosoftAppTenantId", {"MicrosoftAppId": APP_ID, "MicrosoftAppPassword": PASSWORD}),
    ("FEMMA_TRUSTED_PROXIES", {**SLACK, "FEMMA_TRUSTED_PROXIES": "canary"}),
]
# What only helps while building, and places that tokens must not be sent to.
SWITCHED_ON: list[tuple[str, dict[str, str]]] = [
    ("FEMMA_CRASH_AT", {**SLACK, "FEMMA_CRASH_AT": "before_ack"}),
    ("FEMMA_TEAMS_OPENID_URL", {**TEAMS, "FEMMA_TEAMS_OPENID_URL": "https://canary.example/openid"}),
    ("FEMMA_TEAMS_TOKEN_URL", {**TEAMS, "FEMMA_TEAMS_TOKEN_URL": "https://canary.example/token"}),
    ("FEMMA_TEAMS_SERVICE_HOSTS", {**TEAMS, "FEMMA_TEAMS_SERVICE_HOSTS": "canary.example"}),
    ("SLACK_API_URL", {**SLACK, "SLACK_API_URL": "https://slack.com.canary.example/api/"}),
    ("SLACK_API_URL", {**SLACK, "SLACK_API_URL": "http://slack.com/api/"}),
    ("SLACK_API_URL", {**SLACK, "SLACK_API_URL": "https://slack.com@canary.example/api/"}),
]


@pytest.mark.parametrize(("name", "settings"), BAD_STARTS)
def test_b15_a_start_without_real_secrets_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, settings: Mapping[str, str]
) -> None:
    """The command in this process, which costs less than a process each; the last test has those."""
    refused_start(monkeypatch, name, settings)


@pytest.mark.parametrize(("name", "settings"), SWITCHED_ON)
def test_b16_a_start_with_the_switches_of_the_tests_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, settings: Mapping[str, str]
) -> None:
    refused_start(monkeypatch, name, settings)


def refused_start(monkeypatch: pytest.MonkeyPatch, name: str, settings: Mapping[str, str]) -> None:
    """`femma run` with exactly these settings."""
    for old in [each for each in os.environ if each.startswith(("FEMMA_", "SLACK_", "Microsoft"))]:
        monkeypatch.delenv(old)
    end = CliRunner().invoke(cli, ["run"], env={**settings, "FEMMA_DATABASE_URL": "sqlite://"})
    refused_with(name, end.exit_code, end.stdout, end.stderr)


async def test_b15_the_process_ends_at_once() -> None:
    await ends_at_once(*BAD_STARTS[5])


async def test_b16_the_process_ends_at_once() -> None:
    await ends_at_once(*SWITCHED_ON[1])


async def ends_at_once(name: str, settings: Mapping[str, str]) -> None:
    """In a process of its own: the line, and less than three seconds of work."""
    began = cpu_of_children()
    end = await ended(("run",), {**settings, "PORT": "0", "FEMMA_DATABASE_URL": "sqlite://"})
    refused_with(name, end.code, end.out, end.errors)
    assert cpu_of_children() - began < 3


def refused_with(name: str, code: int, out: str, errors: str) -> None:
    """One line that names the setting, and nothing of its value."""
    assert code == 2, (name, errors)
    assert name in errors
    assert len(errors.splitlines()) == 1
    assert "canary" not in (out + errors).lower()


def cpu_of_children() -> float:
    """Seconds used by processes that have ended."""
    used = os.times()
    return used.children_user + used.children_system


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/", 404),
        ("POST", "/nowhere", 404),
        ("PUT", SLACK_PATH, 405),
        ("GET", SLACK_PATH, 405),
        ("POST", "/healthz", 405),
    ],
)
async def test_unknown_paths_and_methods_are_refused_unread(
    femma: Front, method: str, path: str, status: int
) -> None:
    """With most of the body still on its way, for which nobody waits."""
    async with Wire.to(femma.port) as wire:
        head = f"{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nbegun"
        wire.writer.write(head.encode())
        assert await wire.status() == status
        assert await wire.is_closed()
