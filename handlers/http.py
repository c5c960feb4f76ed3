"""The only routes of the process, and how it says that it is well."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime

from aiohttp import web
from prometheus_client import CollectorRegistry, Gauge, generate_latest

from bot.domain.letters import LetterState
from bot.domain.work import StorageAway

# Bytes. No request of either platform comes near it.
MAX_BODY = 256 * 1024

Counts = Callable[[], Awaitable[Mapping[str, int]]]


def application(routes: Iterable[web.RouteDef], counts: Counts, started: datetime) -> web.Application:
    """The web application. `counts` are the letters by state; they also tell whether the database answers."""
    app = web.Application(client_max_size=MAX_BODY)
    app.add_routes(routes)
    app.add_routes(_health(counts, started))
    return app


def _health(counts: Counts, started: datetime) -> list[web.RouteDef]:
    registry = CollectorRegistry()
    letters = Gauge("femma_letters", "Letters in the outbox by state", ["state"], registry=registry)
    since = Gauge("femma_start_time_seconds", "When the process started", registry=registry)
    since.set(started.timestamp())

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(_: web.Request) -> web.Response:
        try:
            await counts()
        except StorageAway:
            return web.json_response({"status": "database away"}, status=503)
        return web.json_response({"status": "ready"})

    async def metrics(_: web.Request) -> web.Response:
        try:
            now = await counts()
        except StorageAway:
            return web.Response(status=503)
        # Each state, also one that has emptied: what is not set again would keep its old number.
        for state in LetterState:
            letters.labels(state=state.value).set(now.get(state.value, 0))
        return web.Response(body=generate_latest(registry), content_type="text/plain", charset="utf-8")

    return [web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)]
