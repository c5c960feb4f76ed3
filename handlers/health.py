"""How the process says that it is well: alive, ready, and the figures to be woken by.

`/healthz` asks nobody. `/readyz` asks the database, and tells the details to callers on this machine only.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic

from aiohttp import web
from prometheus_client import CollectorRegistry, Gauge, generate_latest

from bot.domain.figures import Figures
from bot.domain.letters import LetterState
from bot.domain.work import StorageAway
from handlers.tally import Tally

# Seconds. A database that needs longer is as good as away for whoever asks whether we are ready.
PATIENCE = 1.0
LATE = 60.0
FULL_DISK = 0.1
# What proxies and tunnels add.
_FORWARDED = frozenset({"forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"})


@dataclass(frozen=True, slots=True)
class Signs:
    """Where the figures come from. `disk` is the free share of the database's disk, None where unknown.

    `refused` counts requests that were not let in, by edge and cause; `lag` is in seconds; `worries` are what
    the edges want to be looked at; `tally` is what the conversation counts; `worded` counts what became of
    asking a language model, by outcome, and is empty where there is none.
    """

    figures: Callable[[], Awaitable[Figures]]
    lag: Callable[[], float]
    disk: Callable[[], float | None]
    refused: Callable[[], Mapping[tuple[str, str], int]]
    started: datetime
    worries: Callable[[], Sequence[str]] = list
    tally: Tally = field(default_factory=Tally)
    worded: Callable[[], Mapping[str, int]] = dict


class LoopLag:
    """How late the loop comes to what it had planned, measured once a second."""

    def __init__(self, every: float = 1.0) -> None:
        """`every`: seconds between two looks."""
        self.seconds = 0.0
        self._every = every

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            planned = monotonic() + self._every
            await asyncio.sleep(self._every)
            self.seconds = max(0.0, monotonic() - planned)


def routes(signs: Signs) -> list[web.RouteDef]:
    """`/healthz`, `/readyz` and `/metrics`."""
    metrics = _Metrics(signs.started)
    asking = _Asking(signs)

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(request: web.Request) -> web.Response:
        figures = await asking.ask()
        if figures is None:
            return web.json_response({"status": "the database does not answer"}, status=503)
        answer: dict[str, object] = {"status": "ready"}
        if _is_near(request):
            answer["attention"] = [*attention(figures, signs.disk()), *signs.worries()]
        return web.json_response(answer)

    async def show_metrics(_: web.Request) -> web.Response:
        figures = await asking.ask()
        if figures is None:
            return web.Response(status=503)
        metrics.take(signs, figures)
        return web.Response(body=metrics.text(), content_type="text/plain", charset="utf-8")

    return [
        web.get("/healthz", healthz),
        web.get("/readyz", readyz),
        web.get("/metrics", show_metrics),
    ]


def attention(figures: Figures, disk: float | None) -> list[str]:
    """What an operator should look at: codes, numbers and ids."""
    found = []
    for state in (LetterState.UNCERTAIN, LetterState.DEAD):
        if count := figures.letters.get(state.value, 0):
            found.append(f"letters {state.value}: {count}")
    if figures.oldest_letter > LATE:
        found.append(f"oldest letter: {figures.oldest_letter:.0f} s")
    if figures.oldest_reminder > LATE:
        found.append(f"oldest reminder: {figures.oldest_reminder:.0f} s")
    found.extend(f"team unreachable: {team}" for team in figures.unreachable)
    if disk is not None and disk < FULL_DISK:
        found.append(f"disk free: {disk:.0%}")
    return found


class _Asking:
    """One question to the database at a time. Many who ask at once share an answer begun after they came:
    these routes are open to strangers, and a question costs twenty times as much as the rest."""

    def __init__(self, signs: Signs) -> None:
        self._signs = signs
        self._lock = asyncio.Lock()
        self._begun = 0
        self._answer: Figures | None = None

    async def ask(self) -> Figures | None:
        """The figures of now; None when the database does not answer in time."""
        begun_before = self._begun
        async with self._lock:
            if self._begun == begun_before:
                self._begun += 1
                self._answer = await self._read()
            return self._answer

    async def _read(self) -> Figures | None:
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._signs.figures()
        except (StorageAway, TimeoutError):
            return None


def _is_near(request: web.Request) -> bool:
    """On this machine, and not by way of a proxy here that brings somebody from elsewhere."""
    if not _FORWARDED.isdisjoint(name.lower() for name in request.headers):
        return False
    try:
        return ipaddress.ip_address(request.remote or "").is_loopback
    except ValueError:
        return False


class _Metrics:
    """The Prometheus side, with a registry of its own."""

    def __init__(self, started: datetime) -> None:
        own = self._registry = CollectorRegistry()
        self._letters = Gauge("femma_letters", "Letters in the outbox", ["state"], registry=own)
        self._letter = Gauge("femma_oldest_letter_seconds", "Age of the oldest due letter", registry=own)
        self._reminder = Gauge(
            "femma_oldest_reminder_seconds", "Age of the oldest due reminder", registry=own
        )
        self._lost = Gauge(
            "femma_team_unreachable", "A channel that cannot be reached", ["team"], registry=own
        )
        self._refused = Gauge("femma_requests_refused", "Not let in", ["edge", "cause"], registry=own)
        self._repeats = Gauge(
            "femma_deliveries_repeated", "Heard before, with no effect", ["platform"], registry=own
        )
        self._noes = Gauge("femma_kind_noes", "Refused to people let in", ["no", "what"], registry=own)
        self._worded = Gauge(
            "femma_model_questions", "What became of asking a model", ["outcome"], registry=own
        )
        self._lag = Gauge("femma_loop_lag_seconds", "How late the event loop is", registry=own)
        self._disk = Gauge("femma_disk_free_ratio", "Free share of the database's disk", registry=own)
        since = Gauge("femma_start_time_seconds", "When the process started", registry=own)
        since.set(started.timestamp())

    def take(self, signs: Signs, figures: Figures) -> None:
        # Each state, also one that has emptied: what is not set again would keep its old number.
        for state in LetterState:
            self._letters.labels(state=state.value).set(figures.letters.get(state.value, 0))
        self._letter.set(figures.oldest_letter)
        self._reminder.set(figures.oldest_reminder)
        self._lost.clear()
        for team in figures.unreachable:
            self._lost.labels(team=team).set(1)
        for (edge, cause), count in signs.refused().items():
            self._refused.labels(edge=edge, cause=cause).set(count)
        for platform, count in signs.tally.repeats.items():
            self._repeats.labels(platform=platform).set(count)
        for (no, what), count in signs.tally.noes.items():
            self._noes.labels(no=no, what=what).set(count)
        for outcome, count in signs.worded().items():
            self._worded.labels(outcome=outcome).set(count)
        self._lag.set(signs.lag())
        free = signs.disk()
        self._disk.set(1.0 if free is None else free)

    def text(self) -> bytes:
        return generate_latest(self._registry)
