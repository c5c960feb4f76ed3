"""Who comes in: this machine's own browser, for the page itself, and nobody else."""

from __future__ import annotations

from typing import Any
from unittest.mock import Mock

import pytest
from aiohttp.test_utils import TestClient, make_mocked_request

from handlers.web.door import MAX_BODY, is_loopback, names_loopback
from tests.web.stand import Stand

READS = ["/", "/static/base.css", "/playground/state", "/playground/events", "/playground/look/m1"]
ACTS = ["open", "say", "press", "want", "send", "clock"]


def request_from(peer: object) -> Any:
    """A request whose socket says that."""
    transport = Mock()
    transport.get_extra_info = lambda name, default=None: peer if name == "peername" else default
    return make_mocked_request("GET", "/", transport=transport)


@pytest.mark.parametrize(
    "peer", [("127.0.0.1", 5), ("127.8.8.8", 5), ("::1", 5, 0, 0), ("::ffff:127.0.0.1", 5, 0, 0)]
)
def test_loopback_is_let_in(peer: object) -> None:
    assert is_loopback(request_from(peer))


@pytest.mark.parametrize(
    "peer",
    [("10.0.0.7", 5), ("fe80::1%eth0", 5, 0, 2), ("::ffff:10.0.0.7", 5, 0, 0), ("0.0.0.0", 5), "", None],
)
def test_others_are_not(peer: object) -> None:
    assert not is_loopback(request_from(peer))


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:3978", "127.0.0.1:1", "[::1]:3978", "[::1]"])
def test_names_of_loopback(host: str) -> None:
    assert names_loopback(host)


@pytest.mark.parametrize(
    "host", ["", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "[::2]"]
)
def test_names_of_others(host: str) -> None:
    assert not names_loopback(host)


@pytest.mark.parametrize("path", READS)
async def test_a_rebound_name_reads_nothing(client: TestClient[Any, Any], path: str) -> None:
    response = await client.get(path, headers={"Host": "evil.example"})
    assert response.status == 403
    assert await response.text() == "loopback only"


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "evil.example"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Encoding": "gzip"}, 415),
    ],
)
async def test_another_site_changes_nothing(
    client: TestClient[Any, Any], stand: Stand, act: str, headers: dict[str, str], status: int
) -> None:
    response = await client.post(f"/playground/{act}", data=b"{}", headers=headers)
    assert response.status == status
    assert (stand.script.heard, stand.log.kept) == ([], {})


async def test_no_word_about_the_origin_is_a_no(client: TestClient[Any, Any]) -> None:
    response = await client.post(
        "/playground/say", data=b"{}", skip_auto_headers=(), headers={"Sec-Fetch-Site": ""}
    )
    assert response.status == 403


async def test_the_own_origin_is_enough(client: TestClient[Any, Any]) -> None:
    own = str(client.make_url("/")).rstrip("/")
    response = await client.post("/playground/clock", json={"move": "hour"}, headers={"Origin": own})
    assert response.status == 200


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b"\xff\xfe", 400),
        (b"[" * 20_000, 400),
        (b'{"a":' + b"1" * 5_000 + b"}", 400),
        (b" " * (MAX_BODY + 1), 413),
    ],
)
async def test_odd_bodies_are_refused(
    client: TestClient[Any, Any], stand: Stand, body: bytes, status: int
) -> None:
    assert (await client.post("/playground/want", data=body)).status == status
    assert stand.script.heard == []


@pytest.mark.parametrize(
    "path", ["../edge.py", "..%2fedge.py", "%2e%2e/edge.py", "/etc/passwd", "vendor", "nothing.js"]
)
async def test_only_the_pages_own_files_are_given(client: TestClient[Any, Any], path: str) -> None:
    assert (await client.get(f"/static/{path}")).status == 404


@pytest.mark.parametrize("path", ["/", "/static/app.js", "/playground/state"])
async def test_every_answer_forbids_what_the_page_does_not_need(
    client: TestClient[Any, Any], path: str
) -> None:
    response = await client.get(path)
    assert response.status == 200
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
