"""One call to a language model behind an OpenAI-compatible address. What is asked is decided elsewhere.

Request and answer as in the chat completions of the OpenAI API, which local servers speak too.
"""

from __future__ import annotations

from typing import Any

import aiohttp
import orjson

from cards.model_rules import Prompt

# Bytes of an answer that are read. One question needs a thousandth of it.
MOST_BYTES = 64 * 1024
_TOKENS = 120
_TEMPERATURE = 0.2


class NoAnswer(Exception):
    """The model gave no text. The reason is a short code, never what it said."""


class ModelClient:
    """Asks one model. It has a session of its own, so that it never waits with the chats for a connection."""

    def __init__(self, session: aiohttp.ClientSession, url: str, name: str, key: str = "") -> None:
        """`url` is the base address that ends before `/chat/completions`; `key` may be empty."""
        self._session = session
        self._url = f"{url.rstrip('/')}/chat/completions"
        self._name = name
        # Not compressed: a small answer could be a huge one.
        self._headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if key:
            self._headers["Authorization"] = f"Bearer {key}"

    async def complete(self, prompt: Prompt, seconds: float) -> str:
        """What the model says. Raises NoAnswer, and TimeoutError after `seconds`."""
        timeout = aiohttp.ClientTimeout(total=seconds)
        try:
            async with self._session.post(
                self._url,
                data=orjson.dumps(self._request(prompt)),
                headers={**self._headers, "Content-Type": "application/json"},
                allow_redirects=False,
                timeout=timeout,
            ) as answer:
                if answer.status != 200:
                    raise NoAnswer(f"status {answer.status}")
                return _text_of(await _read(answer))
        except TimeoutError:
            raise
        except (aiohttp.ClientError, OSError, ValueError) as broken:
            raise NoAnswer(type(broken).__name__) from None

    def _request(self, prompt: Prompt) -> dict[str, Any]:
        messages = [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.said}]
        return {
            "model": self._name,
            "messages": messages,
            "max_tokens": _TOKENS,
            "temperature": _TEMPERATURE,
            "stream": False,
        }


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in answer.content.iter_chunked(8192):
        body += chunk
        if len(body) > MOST_BYTES:
            raise NoAnswer("too big")
    return bytes(body)


def _text_of(body: bytes) -> str:
    """The text of the first choice. Raises NoAnswer for any other shape, ValueError when it is no JSON."""
    match orjson.loads(body):
        case {"choices": [{"message": {"content": str(text)}}, *_]} if text.strip():
            return text
        case _:
            raise NoAnswer("shape")
