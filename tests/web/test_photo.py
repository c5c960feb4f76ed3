"""A photo from the playground's composer: one request, what the core hears, and what the page shows."""

from __future__ import annotations

import json
from base64 import b64encode
from io import BytesIO
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.domain.people import Address
from bot.domain.pictures import MOST_BYTES
from bot.domain.ports import Gone
from cards.model import Card, Image, Paragraph
from cards.pictures import place_for, with_addresses
from handlers.incoming import Said
from handlers.web.edge import WebEdge
from tests.fakes.photos import photo
from tests.web.stand import ANNA, BJORKEN, Stand
from tests.web.test_edge import act, body

Client = TestClient[Any, Any]


def chosen(content: bytes = b"", kind: str = "image/jpeg", name: str = "skåp.jpg") -> dict[str, str]:
    """A photo as the page sends it."""
    return {"name": name, "kind": kind, "data": b64encode(content or photo()).decode()}


async def act_at_length(client: Client, **more: object) -> int:
    """The same for a body that the test's own client wants in a file; the status."""
    whole = BytesIO(json.dumps(body(**more)).encode())
    return (await client.post("/playground/say", data=whole)).status


async def test_a_photo_with_words(client: Client, stand: Stand) -> None:
    response = await act(client, "say", text="Så här ser det ut", photo=chosen())
    assert response.status == 200
    (said,) = stand.script.heard
    assert isinstance(said, Said)
    (attached,) = said.attached
    assert (said.text, attached.name, attached.kind, attached.size) == (
        "Så här ser det ut",
        "skåp.jpg",
        "image/jpeg",
        len(photo()),
    )
    assert await stand.edge.files.fetch(attached.ref) == photo()
    line = (await stand.log.lines(ANNA.home.conversation))[0]
    assert line.text == "Så här ser det ut\n📎 skåp.jpg"
    await stand.edge.files.let_go(attached.ref)
    with pytest.raises(Gone):
        await stand.edge.files.fetch(attached.ref)


async def test_a_photo_alone(client: Client, stand: Stand) -> None:
    assert (await act(client, "say", text="", photo=chosen())).status == 200
    (said,) = stand.script.heard
    assert isinstance(said, Said)
    assert (said.text, len(said.attached)) == ("", 1)


async def test_a_photo_in_a_channel(client: Client, stand: Stand) -> None:
    await act(client, "say", text="@Femma så här", photo=chosen(), conversation=BJORKEN.conversation)
    (said,) = stand.script.heard
    assert isinstance(said, Said)
    assert (said.text, len(said.attached)) == ("så här", 1)


async def test_the_same_act_twice_is_one_file(client: Client, stand: Stand) -> None:
    for _ in range(2):
        await act(client, "say", text="Så här", photo=chosen())
    assert len(stand.log.files) == 1
    refs = {said.attached[0].ref for said in stand.script.heard if isinstance(said, Said)}
    assert refs == set(stand.log.files)


async def test_one_that_is_too_large_is_told_and_not_kept(client: Client, stand: Stand) -> None:
    assert await act_at_length(client, text="Så här", photo=chosen(b"\0" * (MOST_BYTES + 1))) == 200
    (said,) = stand.script.heard
    assert isinstance(said, Said)
    assert (said.attached[0].ref, said.attached[0].size) == ("", MOST_BYTES + 1)
    assert stand.log.files == {}


async def test_a_body_without_end_is_refused(client: Client, stand: Stand) -> None:
    assert await act_at_length(client, text="Så här", photo=chosen(b"\0" * (MOST_BYTES + 500_000))) == 413
    assert stand.script.heard == []


@pytest.mark.parametrize(
    "given",
    [
        7,
        "x",
        [],
        {"name": 7, "kind": "image/jpeg", "data": ""},
        {"name": "x", "kind": None, "data": ""},
        {"name": "x", "kind": "image/jpeg", "data": "not base64!"},
        {"name": "x", "kind": "image/jpeg", "data": "Å"},
        {"name": "x" * 500, "kind": "image/jpeg", "data": ""},
    ],
)
async def test_what_the_page_never_sends_is_refused(client: Client, stand: Stand, given: object) -> None:
    assert (await act(client, "say", text="Så här", photo=given)).status == 400
    assert stand.script.heard == []


async def test_other_acts_take_no_large_body(client: Client) -> None:
    assert (await act(client, "want", text="x", photo=chosen(b"\0" * 100_000))).status == 413


async def test_a_card_shows_its_photo_under_the_pages_own_address(stand: Stand) -> None:
    edge = WebEdge(
        stand.script.hear,
        stand.log,
        stand._scene,
        stand.clock,
        stand._digest,
        finish=lambda card, origin: with_addresses(card, lambda t, id_: f"{origin}/pictures/{t}-{id_}"),
    )
    stand.edge = edge
    card = Card("#1", (Paragraph("Ord"), Image(place_for("web:demo", "p1"), "Foto, före")), "sv")
    posted = await edge.chat.post(Address("web", "web:demo", ANNA.home.conversation), card)
    async with TestClient(TestServer(stand.app()), headers={"Sec-Fetch-Site": "same-origin"}) as client:
        state = await (await client.get("/playground/state")).json()
        (line,) = state["conversations"][ANNA.home.conversation]
        assert '<img src="/pictures/web:demo-p1" alt="Foto, före">' in line["html"]
        look = await (await client.get(f"/playground/look/{posted.message}")).json()
        (image,) = [block for block in look["slack"]["blocks"] if block["type"] == "image"]
        own = f"http://127.0.0.1:{client.port}"
        assert image["image_url"] == f"{own}/pictures/web:demo-p1"
        assert f"{own}/pictures/web:demo-p1" in str(look["teams"])
