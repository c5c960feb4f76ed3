"""How fast one may speak: a short rest between two messages to the same place and of the same tenant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

# Lanes that rested long ago are forgotten once there are so many.
_KEPT_LANES = 5000


@dataclass(frozen=True, slots=True)
class Rate:
    """Seconds between two messages: in one lane, and of one tenant over all its lanes."""

    lane: float = 0.0
    tenant: float = 0.0


class Pace:
    """Remembers when each lane and tenant may speak again. In seconds of a monotonic clock."""

    def __init__(self, rates: Mapping[str, Rate], clock: Callable[[], float]) -> None:
        """`rates` by platform name; a platform without one is not slowed."""
        self._rates = rates
        self._clock = clock
        self._free_at: dict[str, float] = {}

    def spoke(self, platform: str, tenant: str, lane: str) -> None:
        """A message goes out now."""
        rate = self._rates.get(platform, Rate())
        now = self._clock()
        if rate.lane:
            self._free_at[lane] = now + rate.lane
        if rate.tenant:
            self._free_at[tenant] = max(now, self._free_at.get(tenant, now)) + rate.tenant
        if len(self._free_at) > _KEPT_LANES:
            self._free_at = {key: at for key, at in self._free_at.items() if at > now}

    def wait(self, tenant: str) -> float:
        """Seconds until a tenant may speak again."""
        return max(0.0, self._free_at.get(tenant, 0.0) - self._clock())

    def resting(self) -> list[str]:
        """The lanes (and tenants) that must still wait."""
        now = self._clock()
        self._free_at = {key: at for key, at in self._free_at.items() if at > now}
        return list(self._free_at)

    def next_free(self) -> float | None:
        """Seconds until the first of them may speak again; None when none rests."""
        now = self._clock()
        return min((max(0.0, at - now) for at in self._free_at.values()), default=None)
