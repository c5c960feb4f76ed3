"""Reading a reply without trusting its length."""

from __future__ import annotations

import aiohttp


class TooLong(ValueError):
    """More than was agreed."""


async def read_bounded(response: aiohttp.ClientResponse, limit: int) -> bytes:
    """The whole body, at most `limit` bytes. Raises TooLong, and aiohttp's own errors."""
    body = bytearray()
    async for piece in response.content.iter_any():
        body += piece
        if len(body) > limit:
            raise TooLong("too long")
    return bytes(body)
