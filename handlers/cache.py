"""A small memory for answers of a platform that may be a little old: bounded in time and in size."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.domain.ports import Clock

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class TimedCache(Generic[Key, Value]):
    """Keeps at most `size` values, each for `seconds`; the oldest goes first."""

    def __init__(self, clock: Clock, seconds: float, size: int) -> None:
        """Raises nothing; a size of 0 keeps nothing."""
        self._clock = clock
        self._seconds = seconds
        self._size = size
        self._kept: OrderedDict[Key, tuple[datetime, Value]] = OrderedDict()

    def __len__(self) -> int:
        """How many are kept, also those whose time is over."""
        return len(self._kept)

    def get(self, key: Key) -> Value | None:
        """The value, or None when there is none or its time is over."""
        until, value = self._kept.get(key, (None, None))
        if until is None:
            return None
        if self._clock.now() >= until:
            del self._kept[key]
            return None
        return value

    def put(self, key: Key, value: Value, seconds: float | None = None) -> None:
        """Keep a value, for `seconds` instead of the usual time when given."""
        self._kept.pop(key, None)
        self._kept[key] = (self._clock.now() + timedelta(seconds=seconds or self._seconds), value)
        while len(self._kept) > self._size:
            self._kept.popitem(last=False)
