"""Addresses of kept photos: who has one may look, and nobody can make one but us.

Slack and Teams load a picture on a card without saying who looks at it, so the address itself is the key:
picture, expiry and two seals of 128 bits (HMAC-SHA256). The first is checked before anything is looked up, so
a stranger's guess costs no query; the second binds the picture to its tenant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from bot.domain.people import TenantId
from bot.domain.pictures import PictureId
from handlers.signing import SEAL, Signer, letters, raw

PATH: Final = "/pictures/"
# An address is good for twelve to thirteen months: whole months, so that a card drawn again has the same one.
_MONTHS: Final = 13
_TOKEN = re.compile(r"([0-9a-f]{8,64})\.([0-9]{1,7})\.([A-Za-z0-9_-]{43})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a token says, before its second seal is checked."""

    picture: PictureId
    month: int
    bond: bytes


class PictureLinks:
    """Makes and reads the tokens of one installation."""

    def __init__(self, secret: bytes) -> None:
        """`secret` is at least 128 bits of chance; the keys are derived from it. Raises ValueError."""
        self._outer = Signer(secret, "pictures: seal")
        self._inner = Signer(secret, "pictures: tenant")

    def path(self, tenant: TenantId, picture: PictureId, now: datetime) -> str:
        """Where the picture can be loaded for the next year or so."""
        month = _month(now) + _MONTHS
        seals = self._outer.seal(_seen(picture, month)) + self._inner.seal(_owned(tenant, picture, month))
        return f"{PATH}{picture}.{month}.{letters(seals)}"

    def read(self, token: str, now: datetime) -> Ticket | None:
        """What a token of ours says; None for one that is forged, broken or too old."""
        found = _TOKEN.fullmatch(token)
        if found is None:
            return None
        picture, month = found[1], int(found[2])
        seals = raw(found[3])
        if seals is None or not self._outer.fits(seals[:SEAL], _seen(picture, month)):
            return None
        return None if _month(now) >= month else Ticket(picture, month, seals[SEAL:])

    def fits(self, ticket: Ticket, tenant: TenantId) -> bool:
        """Was the token made for this tenant's picture?"""
        return self._inner.fits(ticket.bond, _owned(tenant, ticket.picture, ticket.month))


def _seen(picture: str, month: int) -> bytes:
    return f"{picture}.{month}".encode()


def _owned(tenant: str, picture: str, month: int) -> bytes:
    return f"{picture}.{month}.{tenant}".encode()


def _month(at: datetime) -> int:
    """Months since the year 0, in UTC."""
    there = at.astimezone(UTC)
    return there.year * 12 + there.month - 1
