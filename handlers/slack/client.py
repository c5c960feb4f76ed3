"""One request to Slack's Web API: the library's methods and encoding over our own sending.

The library's sending follows redirects (with the token), knows no deadline with a shared session, repeats
after a reset, and writes messages to its debug log. So `_request` is ours; nothing is repeated here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from handlers.slack.problems import Declined, NotSent, Unclear

TIMEOUT_SECONDS: Final = 10.0
_CONNECT_SECONDS: Final = 5.0
_MAX_ANSWER: Final = 2 * 1024 * 1024
_LONGEST_WAIT: Final = 24 * 3600
_ERROR_CODE = re.compile(r"[a-z0-9_]{1,60}")
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class SlackClient(AsyncWebClient):
    """AsyncWebClient whose methods raise only the subclasses of `problems.Trouble`."""

    def __init__(
        self,
        token: str | None,
        session: aiohttp.ClientSession,
        api_url: str,
        seconds: float = TIMEOUT_SECONDS,
    ) -> None:
        """`session` is shared and closed by its owner; `seconds` is the deadline of each call."""
        super().__init__(
            token=token, base_url=api_url, session=session, retry_handlers=[], timeout=max(1, round(seconds))
        )
        self._shared = session
        # Slack's word for why this token is good for nothing any more; empty while it is.
        self.shut = ""
        self._deadline = aiohttp.ClientTimeout(total=seconds, sock_connect=min(seconds, _CONNECT_SECONDS))
        if urlsplit(api_url).hostname in _LOOPBACK:
            self.proxy = None

    async def _request(self, *, http_verb: str, api_url: str, req_args: dict[str, Any]) -> dict[str, Any]:
        """Send once, and give the answer only when Slack said ok."""
        if self.shut:
            raise Declined(self.shut)
        options = {name: value for name, value in req_args.items() if value is not None}
        if self._shared.closed:
            raise NotSent("closed")
        try:
            async with self._shared.request(
                http_verb, api_url, timeout=self._deadline, allow_redirects=False, **options
            ) as answer:
                body = await _read(answer)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL) as problem:
            raise NotSent("no_connection") from problem
        except TimeoutError as problem:
            raise Unclear("timeout") from problem
        except (aiohttp.ClientError, ConnectionError) as problem:
            raise Unclear("broken_connection") from problem
        data = _judge(answer.status, answer.headers, body)
        return {"data": data, "headers": answer.headers, "status_code": answer.status}


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    read = bytearray()
    while chunk := await answer.content.readany():
        read += chunk
        if len(read) > _MAX_ANSWER:
            raise Unclear("long_answer")
    return bytes(read)


def _judge(status: int, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
    """The answer as an object when it says ok; raises what it says otherwise."""
    if status == 429:
        raise NotSent("ratelimited", _retry_after(headers))
    data = _object(body)
    if status >= 500 or status == 408:
        raise Unclear(f"http_{status}")
    code = data.get("error")
    if data.get("ok") is False and isinstance(code, str) and _ERROR_CODE.fullmatch(code):
        raise Declined(code, _retry_after(headers))
    if status >= 400:
        # A proxy or Slack's own front turned the request away: it was not carried out.
        raise NotSent(f"http_{status}")
    if status != 200 or data.get("ok") is not True:
        raise Unclear("unexpected_answer")
    return data


def _object(body: bytes) -> dict[str, Any]:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait, or None when Slack gave no number that makes sense."""
    told = headers.get("Retry-After", "").strip()
    if not (told.isascii() and told.isdigit() and len(told) <= 6):
        return None
    return float(told) if int(told) <= _LONGEST_WAIT else None
