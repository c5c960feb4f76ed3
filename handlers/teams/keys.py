"""The keys with which the Bot Framework signs its tokens: fetched, kept, and fetched again.

Fetching never holds up anything but the one request that cannot be judged without it. What a token must
say lives in `handlers.teams.tokens`.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import aiohttp
import structlog
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt.algorithms import RSAAlgorithm
from jwt.exceptions import InvalidKeyError

from bot.domain.ports import Clock
from handlers.teams.bounded import read_bounded

OPENID_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"

_TIMEOUT = aiohttp.ClientTimeout(total=3)
_MAX_BYTES = 1_000_000
_MAX_KEYS = 200
_MIN_BITS = 2048
# Microsoft asks to fetch at least daily, and says that old keys may be used for five days.
_FRESH = timedelta(hours=24)
_USABLE = timedelta(days=5)
_PAUSE = timedelta(minutes=5)
_PAUSE_WITHOUT_KEYS = timedelta(seconds=10)

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key and the channels it may speak for."""

    key: RSAPublicKey
    endorsements: frozenset[str]


class SigningKeys:
    """A cache over the OpenID document and its key list."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        url: str,
        clock: Clock,
        timeout: aiohttp.ClientTimeout = _TIMEOUT,
    ) -> None:
        """`url` is the OpenID document's; nothing is fetched yet. `timeout` is for each of two requests."""
        self._timeout = timeout
        self._session = session
        self._url = url
        self._clock = clock
        self._keys: Mapping[str, SigningKey] = {}
        self._fetched_at: datetime | None = None
        self._tried_at: datetime | None = None
        self._flight: asyncio.Task[None] | None = None

    async def find(self, kid: str) -> SigningKey | None:
        """The key with that id, or None.

        An unknown id makes us look again, at most every 5 minutes, and waits for that; a day-old list is
        renewed beside the request. Keys older than 5 days count no more.
        """
        if kid not in self._usable():
            if self._flight is not None or self._may_try():
                await self.refresh()
        elif self._age() > _FRESH and self._may_try():
            self._start()
        return self._usable().get(kid)

    async def refresh(self) -> None:
        """Fetch now, together with whoever else is waiting for it. Failures are logged, the old keys stay."""
        # Shielded: one caller that hangs up must not take the others' answer with it.
        await asyncio.shield(self._start())

    async def close(self) -> None:
        """Give up a fetch that is under way."""
        if self._flight is not None:
            self._flight.cancel()
            await asyncio.gather(self._flight, return_exceptions=True)

    def _usable(self) -> Mapping[str, SigningKey]:
        return self._keys if self._age() <= _USABLE else {}

    def _age(self) -> timedelta:
        return timedelta.max if self._fetched_at is None else self._clock.now() - self._fetched_at

    def _may_try(self) -> bool:
        if self._tried_at is None:
            return True
        pause = _PAUSE if self._usable() else _PAUSE_WITHOUT_KEYS
        return self._clock.now() - self._tried_at >= pause

    def _start(self) -> asyncio.Task[None]:
        if self._flight is None:
            self._tried_at = self._clock.now()
            self._flight = asyncio.create_task(self._fetch(), name="teams signing keys")
            self._flight.add_done_callback(self._landed)
        return self._flight

    def _landed(self, _: asyncio.Task[None]) -> None:
        self._flight = None

    async def _fetch(self) -> None:
        try:
            document = await self._get(self._url)
            listed = await self._get(_keys_url(document, self._url))
            keys = read_keys(listed)
        except (aiohttp.ClientError, TimeoutError, ValueError, RecursionError) as error:
            _log.warning("teams.keys_not_fetched", cause=type(error).__name__)
            return
        self._keys, self._fetched_at = keys, self._clock.now()

    async def _get(self, url: str) -> Mapping[str, object]:
        async with self._session.get(url, timeout=self._timeout, allow_redirects=False) as response:
            if response.status != 200:
                raise ValueError(f"status {response.status}")
            value = json.loads(await read_bounded(response, _MAX_BYTES))
        if not isinstance(value, dict):
            raise ValueError("not an object")
        return value


def _keys_url(document: Mapping[str, object], base: str) -> str:
    """Where the key list is. It may not leave https because a document says so."""
    url = document.get("jwks_uri")
    if not isinstance(url, str) or urlsplit(url).scheme != urlsplit(base).scheme:
        raise ValueError("no key list")
    return url


def read_keys(listed: Mapping[str, object]) -> Mapping[str, SigningKey]:
    """The usable RSA keys of a key list, by id; others are passed over. Raises ValueError for none at all."""
    entries = listed.get("keys")
    if not isinstance(entries, list):
        raise ValueError("no keys")
    keys = dict(_each_key(entries[:_MAX_KEYS]))
    if not keys:
        raise ValueError("no usable key")
    return keys


def _each_key(entries: Iterable[object]) -> Iterable[tuple[str, SigningKey]]:
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("kid"), str):
            continue
        key = _public_key(entry)
        if key is None:
            continue
        named = entry.get("endorsements")
        names = named if isinstance(named, list) else []
        yield entry["kid"], SigningKey(key, frozenset(name for name in names if isinstance(name, str)))


def _public_key(entry: Mapping[str, object]) -> RSAPublicKey | None:
    if entry.get("kty") != "RSA":
        return None
    try:
        key = RSAAlgorithm.from_jwk({"kty": "RSA", "n": entry.get("n"), "e": entry.get("e")})
    except (InvalidKeyError, ValueError, TypeError):
        return None
    return key if isinstance(key, RSAPublicKey) and key.key_size >= _MIN_BITS else None
