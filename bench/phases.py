"""One measured phase: a load on a server until everything it causes has arrived at the fake Slack."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

import aiohttp

from bench import load, processes
from bench.load import Answered, Knock
from bench.processes import Failed, Server

_POLL = 0.05


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds, per request where not said otherwise. `cpu` is that of the server's own process.

    `acked` is the time until the answer, `said` the time from a request until its message stood in the
    chat; `posts` is how many calls of the Web API came of it all, `drained` when the last had come.
    """

    requests: int
    refused: int
    lasted: float
    acked: list[float]
    said: list[float]
    posts: int
    drained: float
    cpu: float

    @property
    def rate(self) -> float:
        """Requests answered per second."""
        return self.requests / self.lasted

    @property
    def post_rate(self) -> float:
        """Calls of the Web API per second, from the first request to the last call."""
        return self.posts / self.drained if self.drained else 0.0


@dataclass(frozen=True, slots=True)
class Bench:
    """The parts that every phase needs: the fake Slack and how hard to press."""

    slack: Server
    http: aiohttp.ClientSession
    in_flight: int = load.IN_FLIGHT
    seconds: float = 30.0

    async def press(self, server: Server, knocks: Sequence[Knock], calls_each: int) -> Measured:
        """Send all of it and wait until the Web API was called `calls_each` times for each. Raises Failed."""
        await self._seen()
        cpu = server.cpu()
        given = load.plan(server.port, knocks, self.in_flight, self.seconds)
        answered = load.answers(await processes.run(["bench.load"], given, self.seconds + 30))
        taken = sum(one.status == 200 for one in answered)
        await self._drained(taken * calls_each)
        cpu = server.cpu() - cpu
        return _measured(answered, await self._seen(), cpu)

    async def _seen(self) -> list[tuple[str, str, float]]:
        async with self.http.post(f"{self.slack.url}/seen") as answer:
            seen: list[Any] = await answer.json()
        return [(method, channel, at) for method, channel, at in seen]

    async def _drained(self, wanted: int) -> None:
        until = monotonic() + self.seconds
        while monotonic() < until:
            async with self.http.get(f"{self.slack.url}/calls") as answer:
                if int(await answer.text()) >= wanted:
                    return
            await asyncio.sleep(_POLL)
        raise Failed(f"not everything was said within {self.seconds:.0f} s")


def _measured(answered: Sequence[Answered], seen: Sequence[tuple[str, str, float]], cpu: float) -> Measured:
    if not answered:
        raise Failed("nothing was answered")
    start = min(one.sent for one in answered)
    return Measured(
        requests=len(answered),
        refused=sum(one.status != 200 for one in answered),
        lasted=max(one.answered for one in answered) - start,
        acked=[one.answered - one.sent for one in answered],
        said=_said(answered, seen),
        posts=len(seen),
        drained=max((at for _, _, at in seen), default=start) - start,
        cpu=cpu / len(answered),
    )


def _said(answered: Sequence[Answered], seen: Sequence[tuple[str, str, float]]) -> list[float]:
    """A chat keeps its order: its n-th message belongs to the n-th request that was taken."""
    posts: dict[str, deque[float]] = defaultdict(deque)
    for method, channel, at in seen:
        if method == "chat.postMessage":
            posts[channel].append(at)
    taken = (one for one in sorted(answered, key=lambda one: one.sent) if one.status == 200)
    return [posts[one.chat].popleft() - one.sent for one in taken if posts[one.chat]]


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which `part` of them lie; NaN for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else float("nan")
