"""Nobody comes in without Slack's signature, and nothing that a stranger sends is an error of ours."""

from __future__ import annotations

import asyncio
import gzip
import json
import random
from time import perf_counter

import pytest
from structlog.testing import capture_logs

from handlers.slack.door import MAX_BYTES, Door
from tests.fakes.slack import FakeSlack
from tests.fakes.slack_signer import FORM_TYPE, SECRET, Signed, SlackSigner, at, direct_message
from tests.slack.stand import FixedClock, Stand, standing

MESSAGE = direct_message("Listan ligger i ett annat hus")
DEEP = b"[" * 10_000 + b"]" * 10_000
MALFORMED = {
    "not json": b"{nonsense",
    "a list": b"[1, 2]",
    "deep": DEEP,
    "deep object": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "depth 41": b'{"a":' * 41 + b"1" + b"}" * 41,
    "long number": b'{"n":' + b"9" * 5000 + b"}",
    "31 digits": b'{"n":' + b"1" * 31 + b"}",
    "not utf-8": b'{"t":"\xff\xfe"}',
    "payload=x": b"payload=x",
    "payload is a list": b"payload=%5B1%5D",
    "payload is deep": b"payload=" + DEEP.replace(b"[", b"%5B").replace(b"]", b"%5D"),
    "nan": b'{"n":NaN}',
    "infinity": b'{"n":-Infinity}',
    "overflow": b'{"n":1e999}',
    "empty": b"",
    "a string": b'"x"',
    "unfinished string": b'{"a":"' + b"[" * 1000,
    "slow for a regular expression": b'\\"' * 100_000,
    "not a form": b"%%%",
    "ssl_check": b"ssl_check=1&token=x",
}


@pytest.mark.parametrize("name", sorted(MALFORMED))
async def test_unsigned_malformed_bodies_are_401_before_parsing(stand: Stand, name: str) -> None:
    reply = await stand.request("POST", MALFORMED[name], {"Content-Type": "application/json"})
    assert (reply.status, reply.body) == (401, "")
    assert stand.hearing.heard == []


@pytest.mark.parametrize("name", sorted(MALFORMED))
@pytest.mark.parametrize("content_type", ["application/json", FORM_TYPE])
async def test_signed_malformed_bodies_are_400(stand: Stand, name: str, content_type: str) -> None:
    began = perf_counter()
    reply = await stand.post(stand.signer.raw(MALFORMED[name], content_type))
    assert (reply.status, reply.body) == (400, "")
    assert perf_counter() - began < 1
    assert stand.hearing.heard == []


async def test_signed_odd_but_sound_bodies_are_taken(stand: Stand) -> None:
    for body in (
        b"{}",
        b'{"type":"unheard_of"}',
        b'{"type":5}',
        b'{"a":1,"a":2}',
        b'{"a":' * 39 + b"{}" + b"}" * 39,
        b'{"n":' + b"1" * 30 + b"}",
        json.dumps({f"key{n}": 1 for n in range(15_000)}).encode(),
        json.dumps({"text": "[[[[" * 1000}).encode(),
    ):
        assert (await stand.post(stand.signer.raw(body))).status == 200, body[:40]
    for form in (b"payload=%7B%7D", b"a=1&b=2", b"command=%2Ffemma"):
        assert (await stand.post(stand.signer.raw(form, FORM_TYPE))).status == 200, form
    assert stand.hearing.heard == []


async def test_a_flipped_byte_is_refused(stand: Stand) -> None:
    signed = stand.signer.event(MESSAGE)
    dice = random.Random(5)
    for _ in range(200):
        place, bit = dice.randrange(len(signed.body)), 1 << dice.randrange(8)
        body = bytearray(signed.body)
        body[place] ^= bit
        assert (await stand.request("POST", bytes(body), signed.headers)).status == 401
    assert stand.hearing.heard == []


@pytest.mark.parametrize(
    "changed",
    [
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0="},
        {"X-Slack-Signature": "v1=" + "0" * 64},
        {"X-Slack-Signature": "å" * 64},
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Request-Timestamp": "1763888401"},
    ],
)
async def test_a_changed_header_is_refused(stand: Stand, changed: dict[str, str]) -> None:
    signed = stand.signer.event(MESSAGE)
    assert (await stand.request("POST", signed.body, signed.headers | changed)).status == 401


@pytest.mark.parametrize("missing", ["X-Slack-Signature", "X-Slack-Request-Timestamp"])
async def test_a_missing_header_is_refused(stand: Stand, missing: str) -> None:
    signed = stand.signer.event(MESSAGE)
    headers = {name: value for name, value in signed.headers.items() if name != missing}
    assert (await stand.request("POST", signed.body, headers)).status == 401


STAMPS = ["abc", "", "-1", "9" * 5000, "١٢٣٤٥٦٧٨٩٠", "1763888400.5", "1e9", " ", "²"]


@pytest.mark.parametrize("stamp", STAMPS)
async def test_timestamps_that_are_none(stand: Stand, stamp: str) -> None:
    signed = stand.signer.stamped(json.dumps(MESSAGE).encode(), stamp)
    assert (await stand.post(signed)).status == 401


@pytest.mark.parametrize(("seconds", "status"), [(-301, 401), (-299, 200), (0, 200), (299, 200), (301, 401)])
async def test_five_minutes_of_tolerance(stand: Stand, seconds: int, status: int) -> None:
    signed = stand.signer.event(MESSAGE)
    stand.clock.forward(seconds)
    assert (await stand.post(signed)).status == status


TYPES = [
    "",
    ";",
    "application/json; charset=x-unknown",
    "å/ä",
    "a" * 5000,
    "text/plain",
    "multipart/form-data",
]


@pytest.mark.parametrize("content_type", TYPES)
async def test_a_strange_content_type_is_no_error_of_ours(stand: Stand, content_type: str) -> None:
    """It is not signed, so anybody on the way could have changed it."""
    assert (await stand.post(stand.signer.raw(json.dumps(MESSAGE).encode(), content_type))).status == 200


async def test_two_secrets_while_one_is_changed(slack: FakeSlack) -> None:
    other = "another-signing-secret-0123456789"
    async with standing(slack, (SECRET, other)) as stand:
        for secret, status in ((SECRET, 200), (other, 200), ("a-third-one", 401)):
            signed = SlackSigner(stand.clock.now(), secret).event(MESSAGE)
            assert (await stand.post(signed)).status == status


async def test_no_secret_lets_nobody_in(slack: FakeSlack) -> None:
    async with standing(slack, ()) as stand:
        assert (await stand.post(SlackSigner(stand.clock.now(), "x").event(MESSAGE))).status == 401


@pytest.mark.parametrize("secrets", [("",), (SECRET, " ")])
def test_an_empty_secret_is_no_secret(secrets: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="empty"):
        Door(secrets, FixedClock())


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
async def test_only_post(stand: Stand, method: str) -> None:
    reply = await stand.request(method, b"", {})
    assert (reply.status, reply.headers["Allow"]) == (405, "POST")


async def test_compressed_bodies_are_refused_unread(stand: Stand) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    signed = stand.signer.raw(bomb)
    began = perf_counter()
    reply = await stand.request("POST", bomb[:2000], {**signed.headers, "Content-Encoding": "gzip"})
    assert reply.status == 415
    assert perf_counter() - began < 1


async def test_too_long_by_its_own_word(stand: Stand) -> None:
    reply = await stand.post(stand.signer.raw(b"{" + b" " * MAX_BYTES + b"}"))
    assert reply.status == 413


async def test_too_long_without_a_word(stand: Stand) -> None:
    """No Content-Length: chunk after chunk, and it is stopped soon after the limit."""
    reader, writer = await asyncio.open_connection("127.0.0.1", stand.port)
    writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    for _ in range(6):
        writer.write(chunk)
    async with asyncio.timeout(5):
        status_line = await reader.readline()
    writer.close()
    assert b" 413 " in status_line


async def test_a_body_that_stops_half_way(stand: Stand) -> None:
    """The caller hangs up: nothing is heard, and the next one is served."""
    _, writer = await asyncio.open_connection("127.0.0.1", stand.port)
    writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
    await writer.drain()
    writer.transport.abort()
    assert (await stand.post(stand.signer.event(MESSAGE))).status == 200


async def test_a_slow_body_is_given_up(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.slack.door.READ_SECONDS", 0.05)
    reader, writer = await asyncio.open_connection("127.0.0.1", stand.port)
    writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
    async with asyncio.timeout(5):
        status_line = await reader.readline()
    writer.close()
    assert b" 408 " in status_line


async def test_the_challenge_is_echoed_only_when_signed(stand: Stand) -> None:
    body = json.dumps({"type": "url_verification", "token": "old", "challenge": "3eZbrw1a"}).encode()
    reply = await stand.post(stand.signer.raw(body))
    assert (reply.status, json.loads(reply.body)) == (200, {"challenge": "3eZbrw1a"})
    unsigned = await stand.request("POST", body, {"Content-Type": "application/json"})
    assert (unsigned.status, unsigned.body) == (401, "")


async def test_a_challenge_of_another_shape(stand: Stand) -> None:
    reply = await stand.post(stand.signer.raw(b'{"type":"url_verification","challenge":{"a":1}}'))
    assert (reply.status, reply.body) == (200, "")


async def test_a_refusal_is_one_short_line_without_the_body(stand: Stand) -> None:
    words = "hemlig text\r\nlevel=critical"
    with capture_logs() as logs:
        signed = stand.signer.event(direct_message(words))
        for _ in range(50):
            await stand.request("POST", signed.body, signed.headers | {"X-Slack-Signature": "v0=" + "0" * 64})
        stand.clock.forward(11)
        await stand.request("POST", signed.body, signed.headers | {"X-Slack-Signature": "v0="})
    refused = {
        "event": "refused",
        "edge": "slack",
        "cause": "signature",
        "status": 401,
        "log_level": "warning",
    }
    assert logs == [
        {**refused, "more": 0},
        {**refused, "more": 49},
    ]


async def test_an_exact_repeat_has_the_same_delivery_id(stand: Stand) -> None:
    """Also without an event id, which old apps do not send."""
    payload = {name: value for name, value in MESSAGE.items() if name != "event_id"}
    signed = stand.signer.event(payload)
    repeat = stand.signer.event(payload, retry=1)
    for each in (signed, repeat, stand.signer.event({**payload, "event_time": 1})):
        assert (await stand.post(each)).status == 200
    first, second, other = (heard.envelope.delivery for heard in stand.hearing.heard)
    assert first == second != other


def test_the_signature_is_the_one_in_slacks_documentation() -> None:
    """The worked example of docs.slack.dev/authentication/verifying-requests-from-slack."""
    signer = SlackSigner(at(), "8f742231b10e8888abcd99yyyzzz85a5")
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
        b"&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        b"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F"
        b"96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )
    expected = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    signed: Signed = signer.stamped(body, "1531420618")
    assert signed.headers["X-Slack-Signature"] == expected
