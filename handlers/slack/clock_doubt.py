"""Is our own clock wrong? Then what Slack has signed comes too late or too early, again and again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.domain.ports import Clock

_HALF: Final = timedelta(minutes=5)
_PART: Final = 0.05
# One or two may be somebody's old recordings, played again.
_AT_LEAST: Final = 3


class ClockDoubt:
    """Looks back on the last five to ten minutes of requests that bore a good signature."""

    def __init__(self, clock: Clock) -> None:
        """Without any doubt."""
        self._clock = clock
        self._begun: datetime = clock.now()
        # Pairs of all and of those out of time: now, and in the five minutes before.
        self._now = [0, 0]
        self._before = [0, 0]

    def note(self, in_time: bool) -> None:
        """One more request that was signed with our secret."""
        self._turn()
        self._now[0] += 1
        self._now[1] += not in_time

    @property
    def doubtful(self) -> bool:
        """Did more than one in twenty not fit our time?"""
        self._turn()
        signed, out_of_time = (now + before for now, before in zip(self._now, self._before, strict=True))
        return out_of_time >= _AT_LEAST and out_of_time > _PART * signed

    def _turn(self) -> None:
        now = self._clock.now()
        if self._begun <= now < self._begun + _HALF:
            return
        recent = self._begun <= now < self._begun + 2 * _HALF
        self._before = self._now if recent else [0, 0]
        self._now = [0, 0]
        self._begun = now
