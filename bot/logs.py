"""Logs: one line per event, JSON in production. Never the words or names of people, and never a secret.

Other people's libraries write through the same line. What an exception says is left out everywhere: it may
hold what somebody wrote. What kind it was and where it happened is there.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any, TypeAlias

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.typing import Processor

_Event: TypeAlias = MutableMapping[str, Any]

# These write bodies, statements and connection strings at DEBUG, so that level is not for them.
_TALKATIVE = ("aiohttp", "aiosqlite", "botbuilder", "psycopg", "slack_bolt", "slack_sdk", "sqlalchemy")
_FRAMES = 8


def set_up_logs(development: bool) -> None:
    """Once, at the start of the process."""
    renderer: Processor = (
        structlog.dev.ConsoleRenderer(colors=False) if development else structlog.processors.JSONRenderer()
    )
    stamps: list[Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        kind_and_place,
    ]
    structlog.configure(
        processors=[*stamps, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, first_line, *stamps],
            processors=[ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def kind_and_place(_: object, __: str, event: _Event) -> _Event:
    """The exception's class and the last lines that it came through, instead of what it says."""
    error = _exception(event.pop("exc_info", None))
    if error is not None:
        frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
        event["error"] = type(error).__name__
        event["where"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return event


def first_line(_: object, __: str, event: _Event) -> _Event:
    """Libraries write what an exception says on the lines below the first (asyncio: a task that failed)."""
    event["event"] = str(event["event"]).partition("\n")[0]
    return event


def _exception(told: object) -> BaseException | None:
    if isinstance(told, BaseException):
        return told
    if isinstance(told, tuple):
        return told[1] if isinstance(told[1], BaseException) else None
    return sys.exc_info()[1] if told else None
