"""Those who were not let in: one short line per cause and ten seconds, however many knock, and a count."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import structlog

from bot.domain.ports import Clock

_EVERY = timedelta(seconds=10)

log = structlog.get_logger(__name__)


class RefusalLog:
    """Writes the first refusal of a cause at once and counts the rest into the next line.

    `counts` are all refusals since the start, by the door's own few words for the cause.
    """

    def __init__(self, edge: str, clock: Clock) -> None:
        """`edge` is the door's name in the log."""
        self.counts: Counter[str] = Counter()
        self.edge = edge
        self._clock = clock
        self._written: dict[str, datetime] = {}
        self._unwritten: Counter[str] = Counter()

    def note(self, cause: str, status: int) -> None:
        """Count this one. Nothing of the request is known here."""
        self.counts[cause] += 1
        now = self._clock.now()
        last = self._written.get(cause)
        if last is not None and last <= now < last + _EVERY:
            self._unwritten[cause] += 1
            return
        self._written[cause] = now
        more = self._unwritten.pop(cause, 0)
        log.warning("refused", edge=self.edge, cause=cause, status=status, more=more)
