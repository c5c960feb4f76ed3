"""The address of a kept photo: what it shows, for how long, and 404 for everything else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.work import StorageAway
from handlers.picture_door import PictureDoor
from handlers.picture_links import PATH, PictureLinks
from tests.house import START, TENANT, FixedClock

KEY = b"0123456789abcdef0123456789abcdef"
ID = "ab" * 12
JPEG = b"\xff\xd8\xff a print \xff\xd9"


@dataclass
class MemoryAlbum:
    """`Album` in a dictionary that counts how often it is asked."""

    kept: dict[tuple[str, str], bytes] = field(default_factory=lambda: {(TENANT, ID): JPEG})
    asked: int = 0
    away: bool = False

    async def owner(self, picture: str) -> str | None:
        self.asked += 1
        if self.away:
            raise StorageAway("down")
        return next((tenant for tenant, id_ in self.kept if id_ == picture), None)

    async def content(self, tenant: str, picture: str) -> bytes | None:
        self.asked += 1
        return self.kept.get((tenant, picture))


@dataclass
class Gate:
    """The door over HTTP."""

    client: TestClient[web.Request, web.Application]
    album: MemoryAlbum
    links: PictureLinks
    clock: FixedClock


@pytest.fixture
async def gate() -> AsyncIterator[Gate]:
    album, links, clock = MemoryAlbum(), PictureLinks(KEY), FixedClock()
    app = web.Application()
    app.add_routes(PictureDoor(album, links, clock).routes())
    async with TestClient(TestServer(app)) as client:
        yield Gate(client, album, links, clock)


async def test_whoever_has_the_address_sees_the_photo(gate: Gate) -> None:
    answer = await gate.client.get(gate.links.path(TENANT, ID, START), headers={"Cookie": "a=b"})
    assert (answer.status, await answer.read()) == (200, JPEG)
    headers = answer.headers
    assert headers["Content-Type"] == "image/jpeg"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "private, max-age=3600"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["Content-Disposition"] == 'inline; filename="photo.jpg"'
    assert "Set-Cookie" not in headers
    assert "Access-Control-Allow-Origin" not in headers


async def test_only_looking_is_possible(gate: Gate) -> None:
    path = gate.links.path(TENANT, ID, START)
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert (await gate.client.request(method, path)).status == 405


async def test_every_changed_letter_is_404_and_asks_nobody(gate: Gate) -> None:
    path = gate.links.path(TENANT, ID, START)
    token = path.removeprefix(PATH)
    for at in range(len(token)):
        for other in ("A", "0", "b", "-"):
            forged = token[:at] + other + token[at + 1 :]
            if forged != token:
                ticket = gate.links.read(forged, START)
                assert ticket is None or not gate.links.fits(ticket, TENANT), forged
    outer = (
        token[: token.rindex(".") + 3]
        + ("A" if token[token.rindex(".") + 3] != "A" else "B")
        + token[token.rindex(".") + 4 :]
    )
    for wrong in ("x", ID, f"{ID}.99999.{'A' * 43}", outer, token + "A", token[:-1], "..%2f..%2fetc", "%00"):
        answer = await gate.client.get(PATH + wrong)
        assert (answer.status, await answer.read()) == (404, b"")
        assert answer.headers["Cache-Control"] == "no-store"
    assert gate.album.asked == 0


async def test_a_token_of_another_tenant_or_key_is_404(gate: Gate) -> None:
    for path in (
        gate.links.path("web:tvilling", ID, START),
        PictureLinks(KEY[::-1]).path(TENANT, ID, START),
        gate.links.path(TENANT, "cd" * 12, START),
    ):
        assert (await gate.client.get(path)).status == 404


async def test_an_address_lasts_a_year_and_no_two(gate: Gate) -> None:
    path = gate.links.path(TENANT, ID, START)
    gate.clock.moment = START + timedelta(days=366)
    assert (await gate.client.get(path)).status == 200
    gate.clock.moment = START + timedelta(days=400)
    assert (await gate.client.get(path)).status == 404
    fresh = gate.links.path(TENANT, ID, gate.clock.moment)
    assert (await gate.client.get(fresh)).status == 200


async def test_a_photo_that_is_gone_is_404_at_once(gate: Gate) -> None:
    path = gate.links.path(TENANT, ID, START)
    gate.album.kept.clear()
    assert (await gate.client.get(path)).status == 404


async def test_a_database_that_is_away_is_said(gate: Gate) -> None:
    gate.album.away = True
    assert (await gate.client.get(gate.links.path(TENANT, ID, START))).status == 503


def test_the_address_stays_the_same_for_a_month_and_names_nobody() -> None:
    links = PictureLinks(KEY)
    first = links.path("slack:T0SECRET", ID, datetime(2026, 11, 1, tzinfo=UTC))
    assert links.path("slack:T0SECRET", ID, datetime(2026, 11, 30, 23, 59, tzinfo=UTC)) == first
    assert links.path("slack:T0SECRET", ID, datetime(2026, 12, 1, tzinfo=UTC)) != first
    assert "T0SECRET" not in first
    # 256 bits of seal: 128 over the picture, 128 over its tenant.
    assert len(first.rpartition(".")[2]) == 43


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="128"):
        PictureLinks(b"short")


@given(st.text(max_size=120))
def test_any_text_is_no_token(text: str) -> None:
    assert PictureLinks(KEY).read(text, START) is None
