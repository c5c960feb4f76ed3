"""The only routes of the process."""

from __future__ import annotations

from collections.abc import Iterable

from aiohttp import web

from handlers import health

# Bytes. No request of either platform comes near it.
MAX_BODY = 256 * 1024


def application(routes: Iterable[web.RouteDef], signs: health.Signs) -> web.Application:
    """The web application: the edges' routes and those of health."""
    app = web.Application(client_max_size=MAX_BODY)
    app.add_routes(routes)
    app.add_routes(health.routes(signs))
    return app
