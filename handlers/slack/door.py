"""Who may come in from Slack. Nothing is parsed before the signature over the raw bytes has been checked.

The order is: method, length, encoding, reading with a deadline, time, signature, and only then the body.
The library's own check is not used: it parses first, and answers a malformed stranger with 500.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from aiohttp import web

from bot.domain.ports import Clock
from handlers.slack.body import BadBody, parse_body
from handlers.slack.clock_doubt import ClockDoubt

MAX_BYTES: Final = 256 * 1024
READ_SECONDS: Final = 10.0
# docs.slack.dev/authentication/verifying-requests-from-slack: more than five minutes may be a replay.
TOLERANCE_SECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class SlackRequest:
    """A request that Slack has signed. `payload` is the parsed body, whatever form it came in."""

    body: bytes
    headers: Mapping[str, str]
    payload: Mapping[str, object]

    @property
    def digest(self) -> str:
        """A name for exactly these bytes: the delivery id where Slack gives none."""
        return hashlib.sha256(self.body).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Not let in: the HTTP status, and a short cause for the log that holds nothing of the request."""

    status: int
    cause: str


class Door:
    """Checks requests against one or more signing secrets: two while a secret is being changed."""

    def __init__(self, signing_secrets: tuple[str, ...], clock: Clock) -> None:
        """Raises ValueError for an empty secret, which anybody could sign with. No secret lets nobody in."""
        if not all(secret.strip() for secret in signing_secrets):
            raise ValueError("a signing secret is empty")
        self._secrets = tuple(secret.encode() for secret in signing_secrets)
        self._clock = clock
        self.doubt = ClockDoubt(clock)

    async def admit(self, request: web.Request) -> SlackRequest | Refusal:
        """The verified request, or why not. Never raises for what a stranger can send."""
        early = _refusal_before_reading(request)
        if early is not None:
            return early
        body = await _read(request)
        if isinstance(body, Refusal):
            return body
        refusal = self._refusal_of_signature(body, request.headers)
        if refusal is not None:
            return refusal
        try:
            payload = parse_body(body, request.content_type)
        except BadBody as problem:
            return Refusal(400, f"body_{problem}")
        if "ssl_check" in payload:
            return Refusal(400, "ssl_check")
        return SlackRequest(body, request.headers, payload)

    def _refusal_of_signature(self, body: bytes, headers: Mapping[str, str]) -> Refusal | None:
        stamp = headers.get("X-Slack-Request-Timestamp", "")
        if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12):
            return Refusal(401, "timestamp")
        given = headers.get("X-Slack-Signature", "").encode("utf-8", "surrogateescape")
        # Every secret is tried, so that the time taken does not tell which one is the newer.
        fits = [hmac.compare_digest(_signature(secret, stamp, body), given) for secret in self._secrets]
        in_time = abs(self._clock.now().timestamp() - int(stamp)) <= TOLERANCE_SECONDS
        if not any(fits):
            return Refusal(401, "signature" if in_time else "time")
        self.doubt.note(in_time)
        return None if in_time else Refusal(401, "signed_but_not_in_time")


def _signature(secret: bytes, stamp: str, body: bytes) -> bytes:
    digest = hmac.new(secret, b"v0:" + stamp.encode("ascii") + b":" + body, hashlib.sha256)
    return b"v0=" + digest.hexdigest().encode("ascii")


def _refusal_before_reading(request: web.Request) -> Refusal | None:
    if request.method != "POST":
        return Refusal(405, "method")
    if (request.content_length or 0) > MAX_BYTES:
        return Refusal(413, "size")
    # A small compressed body can hold the loop for a second while it is unpacked; Slack sends none.
    if request.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        return Refusal(415, "encoding")
    return None


async def _read(request: web.Request) -> bytes | Refusal:
    """At most MAX_BYTES within READ_SECONDS, also when no length was told."""
    read = bytearray()
    try:
        async with asyncio.timeout(READ_SECONDS):
            while chunk := await request.content.readany():
                read += chunk
                if len(read) > MAX_BYTES:
                    return Refusal(413, "size")
    except TimeoutError:
        return Refusal(408, "slow")
    except (web.RequestPayloadError, ConnectionError):
        return Refusal(400, "broken_off")
    return bytes(read)
