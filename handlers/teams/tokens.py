"""What a Bot Framework token must say before anything else of a request is looked at.

Source: the Bot Connector authentication reference (seven checks), tightened: an expiry is required, only
RS256, no key that the token itself points to. The keys come from `handlers.teams.keys`.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import jwt
from jwt.types import Options

from bot.domain.ports import Clock
from handlers.teams.keys import SigningKeys
from handlers.teams.refusals import TurnedAway
from handlers.teams.strict_json import BadJson, load_object

ISSUER = "https://api.botframework.com"
LEEWAY = timedelta(seconds=300)

_MAX_CHARS = 4096
_TOKEN = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
# Headers that bring their own key, or say where one is; and `crit`, which may change what all this means.
_FOREIGN = frozenset({"jku", "jwk", "x5u", "x5c", "crit"})
# The signature is PyJWT's to judge; the claims are judged here, by our own clock.
_SIGNATURE_ONLY: Options = {
    "verify_exp": False,
    "verify_nbf": False,
    "verify_iat": False,
    "verify_aud": False,
    "verify_iss": False,
    "verify_sub": False,
    "verify_jti": False,
}


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a good token says. Compare both with the activity."""

    service_url: str
    channels: frozenset[str]


class Tokens:
    """Checks the Authorization header of a request for one app."""

    def __init__(self, app_id: str, keys: SigningKeys, clock: Clock) -> None:
        """`app_id` is the audience; with an empty one nothing passes."""
        self._app_id = app_id
        self._keys = keys
        self._clock = clock

    async def check(self, authorization: str) -> Credentials:
        """The credentials of a genuine header. Raises TurnedAway (401) for all else."""
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer":
            raise TurnedAway(401, "no bearer token")
        claims, channels = await self._signed(token)
        self._check_claims(claims)
        self._check_times(claims)
        service_url = claims.get("serviceurl")
        if not isinstance(service_url, str) or not service_url:
            raise TurnedAway(401, "no serviceurl claim")
        return Credentials(service_url, channels)

    async def _signed(self, token: str) -> tuple[Mapping[str, object], frozenset[str]]:
        key = await self._keys.find(key_id(token))
        if key is None:
            raise TurnedAway(401, "unknown key")
        try:
            claims = jwt.decode(token, key.key, algorithms=["RS256"], options=_SIGNATURE_ONLY)
        except (jwt.PyJWTError, ValueError, RecursionError) as error:
            raise TurnedAway(401, "bad signature") from error
        return claims, key.endorsements

    def _check_claims(self, claims: Mapping[str, object]) -> None:
        if claims.get("iss") != ISSUER:
            raise TurnedAway(401, "wrong issuer")
        if not self._app_id or claims.get("aud") != self._app_id:
            raise TurnedAway(401, "wrong audience")
        # Tokens for channels carry none; one that names another app was made for that app.
        if claims.get("appid", self._app_id) != self._app_id:
            raise TurnedAway(401, "foreign app")

    def _check_times(self, claims: Mapping[str, object]) -> None:
        now, leeway = self._clock.now().timestamp(), LEEWAY.total_seconds()
        if now > _moment(claims.get("exp")) + leeway:
            raise TurnedAway(401, "expired")
        if "nbf" in claims and now < _moment(claims["nbf"]) - leeway:
            raise TurnedAway(401, "not yet valid")


def key_id(token: str) -> str:
    """The id of the key that a token says it is signed with. Raises TurnedAway (401)."""
    if len(token) > _MAX_CHARS or not _TOKEN.fullmatch(token):
        raise TurnedAway(401, "no token")
    header = _header(token.split(".", 1)[0])
    if header.get("alg") != "RS256":
        raise TurnedAway(401, "wrong algorithm")
    if not _FOREIGN.isdisjoint(header):
        raise TurnedAway(401, "foreign key")
    kid = header.get("kid")
    if not isinstance(kid, str) or not 0 < len(kid) <= 200:
        raise TurnedAway(401, "no key id")
    return kid


def _header(segment: str) -> dict[str, object]:
    try:
        return load_object(base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4)))
    except (binascii.Error, BadJson) as error:
        raise TurnedAway(401, "no token") from error


def _moment(value: object) -> float:
    """Seconds since 1970. A missing or odd value is not a time."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TurnedAway(401, "no expiry")
    return float(value)
