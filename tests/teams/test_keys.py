"""Signing keys: fetched off to the side, kept while their host is away, renewed when they change."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from handlers.teams.keys import SigningKeys, read_keys
from tests.fakes.teams import FakeTeams, jwk
from tests.teams.conftest import Desk, DeskMaker, FixedClock


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def keys(fake: FakeTeams, session: aiohttp.ClientSession, clock: FixedClock) -> SigningKeys:
    short = aiohttp.ClientTimeout(total=0.2)
    return SigningKeys(session, fake.openid_url, clock, short)


async def test_a_known_key_is_fetched_once(fake: FakeTeams, keys: SigningKeys) -> None:
    for _ in range(3):
        found = await keys.find("key-1")
        assert found is not None
        assert found.endorsements == {"msteams"}
    assert fake.openid.calls == 1


async def test_many_at_once_fetch_once(fake: FakeTeams, keys: SigningKeys) -> None:
    found = await asyncio.gather(*(keys.find("key-1") for _ in range(20)))
    assert all(found)
    assert fake.openid.calls == 1


async def test_an_unknown_key_is_looked_for_at_most_every_five_minutes(
    fake: FakeTeams, keys: SigningKeys, clock: FixedClock
) -> None:
    await keys.refresh()
    for _ in range(50):
        assert await keys.find("key-9") is None
    assert fake.openid.calls == 1
    clock.forward(minutes=5)
    for _ in range(50):
        assert await keys.find("key-9") is None
    assert fake.openid.calls == 2


async def test_new_keys_are_accepted_at_the_first_try(desk: Desk) -> None:
    desk.fake.openid.keys = [jwk("key-2", 2)]
    desk.clock.forward(minutes=5)
    token = desk.fake.token(desk.clock.now(), kid="key-2", number=2)
    assert (await desk.send(desk.fake.activity(), token))[0] == 200
    # The old one is out of the list, and so out.
    assert (await desk.send(desk.fake.activity()))[0] == 401


@pytest.mark.parametrize("fault", ["status", "hang", "padding", "empty", "elsewhere"])
async def test_old_keys_serve_five_days_without_their_host(
    fake: FakeTeams, keys: SigningKeys, clock: FixedClock, fault: str
) -> None:
    await keys.refresh()
    spoil(fake, fault)
    clock.forward(days=5)
    assert await keys.find("key-1") is not None
    await keys.refresh()
    assert await keys.find("key-1") is not None
    clock.forward(seconds=1)
    assert await keys.find("key-1") is None


@pytest.mark.parametrize("fault", ["status", "hang", "padding", "empty", "elsewhere"])
async def test_without_any_keys_the_host_is_asked_again_soon(
    fake: FakeTeams, keys: SigningKeys, clock: FixedClock, fault: str
) -> None:
    spoil(fake, fault)
    assert await keys.find("key-1") is None
    assert await keys.find("key-1") is None
    assert fake.openid.calls == 1
    mend(fake)
    clock.forward(seconds=10)
    assert await keys.find("key-1") is not None


def spoil(fake: FakeTeams, fault: str) -> None:
    """Break the key host in one of its ways."""
    fake.openid.status = 500 if fault == "status" else 200
    fake.openid.hang = fault == "hang"
    fake.openid.padding = 5_000_000 if fault == "padding" else 0
    fake.openid.keys = [] if fault == "empty" else fake.openid.keys
    fake.openid.jwks_uri = "https://keys.example.com/keys" if fault == "elsewhere" else ""


def mend(fake: FakeTeams) -> None:
    """And set it right again."""
    fake.openid.status, fake.openid.padding, fake.openid.hang, fake.openid.jwks_uri = 200, 0, False, ""
    fake.openid.keys = [jwk("key-1")]


async def test_day_old_keys_are_renewed_beside_the_request(
    fake: FakeTeams, keys: SigningKeys, clock: FixedClock
) -> None:
    await keys.refresh()
    fake.openid.hang = True
    clock.forward(hours=25)
    async with asyncio.timeout(0.1):
        assert await keys.find("key-1") is not None
    await keys.close()
    fake.openid.hang = False
    clock.forward(minutes=5)
    assert await keys.find("key-1") is not None
    await keys.refresh()
    assert fake.openid.calls >= 2
    clock.forward(hours=23)
    calls = fake.openid.calls
    assert await keys.find("key-1") is not None
    assert fake.openid.calls == calls


async def test_a_caller_that_hangs_up_takes_nobody_along(fake: FakeTeams, keys: SigningKeys) -> None:
    fake.openid.hang = True
    first = asyncio.create_task(keys.find("key-1"))
    second = asyncio.create_task(keys.find("key-1"))
    async with asyncio.timeout(5):
        await fake.openid.reached.wait()
    first.cancel()
    fake.openid.closing.set()
    assert await second is not None
    assert first.cancelled()


async def test_a_hanging_key_host_stops_nobody_else(desk: Desk) -> None:
    """One request waits for an unknown key; the known ones go through meanwhile."""
    desk.fake.openid.hang = True
    desk.fake.openid.reached.clear()
    desk.clock.forward(minutes=5)
    token = desk.fake.token(desk.clock.now(), kid="key-9")
    waiting = asyncio.create_task(desk.send(desk.fake.activity(), token))
    async with asyncio.timeout(5):
        await desk.fake.openid.reached.wait()
    for _ in range(20):
        assert (await desk.send(desk.fake.activity()))[0] == 200
    assert not waiting.done()
    desk.fake.openid.closing.set()
    assert (await waiting)[0] == 401


async def test_a_start_without_the_key_host_is_a_start(fake: FakeTeams, make_desk: DeskMaker) -> None:
    fake.openid.status = 503
    desk = await make_desk()
    assert (await desk.send(desk.fake.activity()))[0] == 401
    fake.openid.status = 200
    desk.clock.forward(seconds=10)
    assert (await desk.send(desk.fake.activity()))[0] == 200


def test_only_usable_keys_are_kept() -> None:
    good = jwk("good")
    odd = [
        None,
        "text",
        {},
        good | {"kid": 1},
        good | {"kid": "ec", "kty": "EC"},
        good | {"kid": "no-n", "n": None},
        good | {"kid": "bad-n", "n": "!"},
        good | {"kid": "short", "n": "AQAB"},
    ]
    assert set(read_keys({"keys": [*odd, good]})) == {"good"}
    for nothing in ({}, {"keys": None}, {"keys": odd}):
        with pytest.raises(ValueError, match="key"):
            read_keys(nothing)
