"""Who may be connected at all: before any request is read, and whoever it is.

A place is given up by those who have shown the least: first by whoever has waited longest with half a
request, then by whoever has never had a good answer. So strangers cannot fill the house: somebody who comes
with a whole and genuine request is let in also while thousands hold half of one.

What a request must be to get an answer is decided at the doors of the edges; the listening is in `serving`.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final, cast

from handlers.refusals import RefusalLog

Network = IPv4Network | IPv6Network
_END_OF_HEAD: Final = b"\r\n\r\n"
# In the log, where others have the status that was answered: nothing was.
_NO_ANSWER: Final = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """How many connections, and for how long they may be silent.

    `head_seconds`: until the first request's head is there. `quiet_seconds`: without a byte from the other
    side. `trusted` are proxies: their connections are many people's, so that neither the number per address
    nor the quiet counts for them.
    """

    connections: int = 200
    per_address: int = 50
    head_seconds: float = 10.0
    quiet_seconds: float = 20.0
    trusted: tuple[Network, ...] = ()

    def trusts(self, address: str) -> bool:
        """Is this the address of one of our proxies?"""
        found = _parsed(address)
        return found is not None and any(found in network for network in self.trusted)


class Guard:
    """A protocol factory around another one, to be given to `loop.create_server`."""

    def __init__(
        self, make: Callable[[], asyncio.BaseProtocol], limits: Limits, refusals: RefusalLog
    ) -> None:
        """`make` is called for those who get in. Those who do not are counted in `refusals`."""
        self.make = make
        self.limits = limits
        self.refusals = refusals
        self._open: dict[asyncio.BaseTransport, _Connection] = {}
        self._per_address: Counter[str] = Counter()
        # Both in the order in which they came.
        self._half_open: dict[_Connection, None] = {}
        self._strangers: dict[_Connection, None] = {}

    def __call__(self) -> asyncio.Protocol:
        """One connection, about which nothing is known yet."""
        return _Connection(self)

    @property
    def connected(self) -> int:
        """How many are in."""
        return len(self._open)

    def vouch_for(self, transport: asyncio.BaseTransport | None) -> None:
        """This connection brought a genuine request: it keeps its place while others are sent away."""
        connection = self._open.get(transport) if transport is not None else None
        if connection is not None:
            self._strangers.pop(connection, None)

    def admit(self, connection: _Connection) -> bool:
        """Is there a place for this one, or one that can be made free?"""
        alike = None if connection.trusted else connection.address
        if alike is not None and self._per_address[alike] >= self.limits.per_address:
            self.refusals.note("connections_of_one_address", _NO_ANSWER)
            if not self._make_room(alike):
                return False
        if len(self._open) >= self.limits.connections:
            self.refusals.note("connections", _NO_ANSWER)
            if not self._make_room(None):
                return False
        self._open[connection.transport] = connection
        self._per_address[connection.address] += 1
        self._half_open[connection] = None
        return True

    def heard(self, connection: _Connection) -> None:
        """The head of its first request is there."""
        if connection in self._half_open:
            del self._half_open[connection]
            self._strangers[connection] = None

    def forget(self, connection: _Connection) -> None:
        """It has left, or is about to. May be called twice."""
        self._half_open.pop(connection, None)
        self._strangers.pop(connection, None)
        if self._open.pop(connection.transport, None) is not None:
            self._per_address[connection.address] -= 1
            if not self._per_address[connection.address]:
                del self._per_address[connection.address]

    def _make_room(self, address: str | None) -> bool:
        """Send away whoever has shown the least, of one address or of all. False when nobody can go."""
        for waiting in (self._half_open, self._strangers):
            for connection in waiting:
                if address in {None, connection.address}:
                    connection.send_away()
                    return True
        return False


class _Connection(asyncio.Protocol):
    """Stands between the transport and the real protocol, and only looks on."""

    __slots__ = ("_guard", "_heard_at", "_inner", "_tail", "_timer", "address", "transport", "trusted")

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._inner: asyncio.Protocol | None = None
        self._tail: bytes | None = b""
        self._timer: asyncio.TimerHandle | None = None
        self._heard_at = 0.0
        self.address = ""
        self.trusted = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Let in, or closed at once."""
        self.transport = cast(asyncio.Transport, transport)
        peer = transport.get_extra_info("peername")
        self.address = str(peer[0]) if isinstance(peer, tuple) and peer else ""
        self.trusted = self._guard.limits.trusts(self.address)
        if not self._guard.admit(self):
            self.transport.abort()
            return
        self._inner = cast(asyncio.Protocol, self._guard.make())
        self._inner.connection_made(transport)
        self._look_again_in(self._guard.limits.head_seconds)

    def data_received(self, data: bytes) -> None:
        """Passed on as it is."""
        if self._inner is None:
            return
        self._heard_at = asyncio.get_running_loop().time()
        if self._tail is not None:
            self._look_for_end_of_head(data)
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        """Passed on."""
        return self._inner.eof_received() if self._inner is not None else None

    def pause_writing(self) -> None:
        """Passed on."""
        if self._inner is not None:
            self._inner.pause_writing()

    def resume_writing(self) -> None:
        """Passed on."""
        if self._inner is not None:
            self._inner.resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Its place is free."""
        self._guard.forget(self)
        if self._timer is not None:
            self._timer.cancel()
        inner, self._inner = self._inner, None
        if inner is not None:
            inner.connection_lost(exc)

    def send_away(self) -> None:
        """Close without a word; the place is free from now on."""
        self._guard.forget(self)
        self.transport.abort()

    def _look_for_end_of_head(self, data: bytes) -> None:
        """Only where it ends matters here; whether it is one is seen by the real protocol."""
        seen = (self._tail or b"") + data
        if _END_OF_HEAD in seen:
            self._tail = None
            self._guard.heard(self)
        else:
            self._tail = seen[1 - len(_END_OF_HEAD) :]

    def _look_again_in(self, seconds: float) -> None:
        self._timer = asyncio.get_running_loop().call_later(seconds, self._look)

    def _look(self) -> None:
        """Close what has been silent for too long."""
        if self._tail is not None:
            self._guard.refusals.note("slow_head", _NO_ANSWER)
            self.send_away()
        elif not self.trusted:
            left = self._heard_at + self._guard.limits.quiet_seconds - asyncio.get_running_loop().time()
            if left <= 0:
                self.send_away()
            else:
                self._look_again_in(left)


def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    """None for what is none. An IPv4 address may come in the clothes of IPv6."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found
