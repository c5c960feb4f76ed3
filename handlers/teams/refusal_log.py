"""The log of requests that were turned away: few lines, however many strangers knock."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog

from bot.domain.ports import Clock
from handlers.teams.refusals import TurnedAway

_EVERY = timedelta(seconds=10)

_log = structlog.get_logger(__name__)


class RefusalLog:
    """One line per cause and ten seconds. Causes are our own words, so there are only a few of them."""

    def __init__(self, clock: Clock) -> None:
        """Begins empty."""
        self._clock = clock
        self._written: dict[str, datetime] = {}
        self._held_back: dict[str, int] = {}

    def note(self, refusal: TurnedAway) -> None:
        """Write the cause down now, or count it into the line that comes next."""
        now, cause = self._clock.now(), refusal.cause
        written = self._written.get(cause)
        if written is not None and written <= now < written + _EVERY:
            self._held_back[cause] = self._held_back.get(cause, 0) + 1
            return
        self._written[cause] = now
        _log.warning(
            "teams.turned_away", cause=cause, status=refusal.status, more=self._held_back.pop(cause, 0)
        )
