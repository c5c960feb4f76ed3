"""Waking those who wait for something new to show."""

from __future__ import annotations

import asyncio


class Bell:
    """Rung by whoever has written something; every listener hears it once or more, never less.

    A ring between two waits is not lost: a listener remembers it until it asks.
    """

    def __init__(self) -> None:
        self._listeners: set[asyncio.Event] = set()
        self._closed = False

    @property
    def closed(self) -> bool:
        """Has the house closed?"""
        return self._closed

    @property
    def listeners(self) -> int:
        """How many are listening."""
        return len(self._listeners)

    def listen(self) -> asyncio.Event:
        """An event that is set at every ring. Give it back with `leave`."""
        event = asyncio.Event()
        self._listeners.add(event)
        if self._closed:
            event.set()
        return event

    def leave(self, event: asyncio.Event) -> None:
        """The listener is gone."""
        self._listeners.discard(event)

    def ring(self) -> None:
        """Something is new."""
        for event in self._listeners:
            event.set()

    def close(self) -> None:
        """Let every listener go home."""
        self._closed = True
        self.ring()
