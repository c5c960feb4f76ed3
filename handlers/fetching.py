"""Fetching one file over HTTP without trusting its length, its kind or where it would lead us.

Which addresses may be asked, and with which token, is decided by each platform's own `Files`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import aiohttp
from aiohttp import hdrs
from yarl import URL

from bot.domain.pictures import MOST_BYTES
from bot.domain.ports import Gone, Refused, TryLater

SECONDS: Final = 30.0
_CONNECT_SECONDS: Final = 5.0
_LONGEST_WAIT: Final = 3600


async def download(
    session: aiohttp.ClientSession,
    url: str,
    headers: Mapping[str, str],
    most: int = MOST_BYTES,
    seconds: float = SECONDS,
) -> bytes:
    """The file at `url`, which was checked before. `headers` go nowhere else: no redirect is followed.

    Raises Refused (`too-big`, `redirect`, `html`, `http_…`), Gone when it is no longer there, and TryLater.
    """
    # Without `identity` a small answer could unpack into a large one.
    sent = {**headers, hdrs.ACCEPT_ENCODING: "identity"}
    timeout = aiohttp.ClientTimeout(total=seconds, sock_connect=min(seconds, _CONNECT_SECONDS))
    try:
        async with session.get(
            URL(url, encoded=True), headers=sent, timeout=timeout, allow_redirects=False
        ) as answer:
            _judge(answer, most)
            return await _read(answer, most)
    except TimeoutError as late:
        raise TryLater("timeout") from late
    except (aiohttp.InvalidURL, ValueError) as odd:
        raise Refused("address") from odd
    except (aiohttp.ClientError, OSError) as broken:
        raise TryLater("unreachable") from broken


def _judge(answer: aiohttp.ClientResponse, most: int) -> None:
    status = answer.status
    if status == 429:
        raise TryLater("ratelimited", _retry_after(answer.headers))
    if status >= 500 or status == 408:
        raise TryLater(f"http_{status}")
    if 300 <= status < 400:
        raise Refused("redirect")
    if status in {404, 410}:
        raise Gone(f"http_{status}")
    if status != 200:
        raise Refused(f"http_{status}")
    if answer.headers.get(hdrs.CONTENT_ENCODING, "identity").lower() != "identity":
        raise Refused("encoding")
    if answer.content_type == "text/html":
        # A page to sign in on: the token lacks the right to read files.
        raise Refused("html")
    if answer.content_length is not None and answer.content_length > most:
        raise Refused("too-big")


async def _read(answer: aiohttp.ClientResponse, most: int) -> bytes:
    body = bytearray()
    async for piece in answer.content.iter_any():
        body += piece
        if len(body) > most:
            raise Refused("too-big")
    return bytes(body)


def _retry_after(headers: Mapping[str, str]) -> float | None:
    told = headers.get(hdrs.RETRY_AFTER, "").strip()
    if not (told.isascii() and told.isdigit() and len(told) < 7):
        return None
    return float(min(int(told), _LONGEST_WAIT))
