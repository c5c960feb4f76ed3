"""What makes an address ours: a seal of 128 bits (HMAC-SHA256) under a key of its own for each purpose.

There is one secret in an installation, the same in all processes, and nothing is kept for an address.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final

SEAL: Final = 16
_SHORTEST_SECRET: Final = 16
_LETTERS: Final = re.compile(r"[A-Za-z0-9_-]*", re.ASCII)


class Signer:
    """Makes and knows the seals of one purpose."""

    def __init__(self, secret: bytes, purpose: str) -> None:
        """`secret` is at least 128 bits of chance. Raises ValueError."""
        if len(secret) < _SHORTEST_SECRET:
            raise ValueError("a secret of less than 128 bits")
        self._key = hmac.digest(secret, f"femma {purpose}".encode(), hashlib.sha256)

    def seal(self, words: bytes) -> bytes:
        """The seal of these words, always the same: SEAL bytes."""
        return hmac.digest(self._key, words, hashlib.sha256)[:SEAL]

    def fits(self, seal: bytes, words: bytes) -> bool:
        """Is it ours, and of these words? Takes as long whatever is wrong."""
        return hmac.compare_digest(seal, self.seal(words))


def letters(raw: bytes) -> str:
    """Bytes in letters that an address may hold."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def raw(text: str) -> bytes | None:
    """The reverse of `letters`; None for what it has not written, to the last bit."""
    if not _LETTERS.fullmatch(text) or len(text) % 4 == 1:
        return None
    found = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    # The last letter has bits to spare: there is one way to write a token, not four.
    return found if letters(found) == text else None
