"""The real clock, and the playground's, which can be moved forwards."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta


class SystemClock:
    """See `bot.domain.ports.Clock`."""

    def now(self) -> datetime:
        """This moment."""
        return datetime.now(UTC)


class MovedClock:
    """The real time plus how far it was moved."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        """`ahead`: how far it stands before the real time."""
        self.ahead = ahead
        self._moved: Callable[[], Awaitable[None]] | None = None

    def when_moved(self, moved: Callable[[], Awaitable[None]]) -> None:
        """Await this after every move: it does what has become due."""
        self._moved = moved

    def now(self) -> datetime:
        """This moment, as far as Femma knows."""
        return datetime.now(UTC) + self.ahead

    async def move_to(self, moment: datetime) -> None:
        """Be at `moment`. Raises ValueError for a moment in the past."""
        if moment < self.now():
            raise ValueError("the clock only moves forwards")
        self.ahead = moment - datetime.now(UTC)
        if self._moved is not None:
            await self._moved()
