"""Sealed words that go out in an address and come back: nobody else can read, change or make them."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from secrets import token_bytes
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

# Bytes. The first is chance of its own for every seal, 128 bits of it.
_NONCE: Final = 16
_KEY: Final = 32
_SHORTEST_SECRET: Final = 16
# Characters. Long enough for what goes into an address, and short enough to be refused unread.
_LONGEST: Final = 2000
_TOKEN: Final = re.compile(rf"[A-Za-z0-9_-]{{22,{_LONGEST}}}", re.ASCII)


class Seal:
    """Seals and opens for one purpose, with AES-256-GCM under a key of its own."""

    def __init__(self, secret: bytes, purpose: str) -> None:
        """`secret` is at least 128 bits of chance, the same in all processes. Raises ValueError."""
        if len(secret) < _SHORTEST_SECRET:
            raise ValueError("a secret of less than 128 bits")
        key = HKDF(SHA256(), _KEY, salt=None, info=f"femma {purpose}".encode()).derive(secret)
        self._cipher = AESGCM(key)
        self._purpose = purpose.encode()

    def close(self, words: bytes) -> str:
        """A token of letters that an address may hold. Never the same twice."""
        nonce = token_bytes(_NONCE)
        sealed = nonce + self._cipher.encrypt(nonce, words, self._purpose)
        return urlsafe_b64encode(sealed).rstrip(b"=").decode("ascii")

    def open(self, token: str) -> bytes | None:
        """What was sealed; None for what this seal has not closed, to the last bit."""
        if not _TOKEN.fullmatch(token) or len(token) % 4 == 1:
            return None
        sealed = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        if urlsafe_b64encode(sealed).rstrip(b"=").decode("ascii") != token:
            # The last letter has bits that say nothing: there is one way to write a token, not four.
            return None
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], self._purpose)
        except InvalidTag:
            return None
