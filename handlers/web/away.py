"""What the playground says when its own storage does not answer, as Slack and Teams would say it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web

from bot.domain.errors import Conflict
from bot.domain.ports import TryLater, Uncertain
from bot.domain.work import StorageAway


@contextmanager
def as_a_platform() -> Iterator[None]:
    """For whoever delivers to the playground: TryLater for what was certainly not kept, else Uncertain."""
    try:
        yield
    except Conflict as collided:
        raise TryLater("conflict") from collided
    except StorageAway as away:
        raise Uncertain("storage_away") from away


@contextmanager
def as_an_answer() -> Iterator[None]:
    """For the page, which tries again by itself: 503."""
    try:
        yield
    except (Conflict, StorageAway) as away:
        raise web.HTTPServiceUnavailable(headers={"Retry-After": "1"}) from away
