"""The log of those who were not let in: one short line per cause and ten seconds, however many knock."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog

from bot.domain.ports import Clock
from handlers.slack.door import Refusal

_EVERY = timedelta(seconds=10)


class RefusalLog:
    """Writes the first refusal of a cause at once and counts the rest into the next line."""

    def __init__(self, clock: Clock) -> None:
        """The causes are the door's own few words, so that what is kept here stays small."""
        self._clock = clock
        self._written: dict[str, datetime] = {}
        self._unwritten: dict[str, int] = {}
        self._log = structlog.get_logger("femma.slack")

    def note(self, refusal: Refusal) -> None:
        """Count this one. Nothing of the request is known here."""
        now, cause = self._clock.now(), refusal.cause
        last = self._written.get(cause)
        if last is not None and last <= now < last + _EVERY:
            self._unwritten[cause] = self._unwritten.get(cause, 0) + 1
            return
        self._written[cause] = now
        more = self._unwritten.pop(cause, 0)
        self._log.warning("slack_refused", cause=cause, status=refusal.status, more=more)
