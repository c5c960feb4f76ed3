"""Logs: one line per event, JSON in production. Never the words or names of people."""

from __future__ import annotations

import logging
import sys

import structlog


def set_up_logs(development: bool) -> None:
    """Once, at the start of the process."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    renderer = (
        structlog.dev.ConsoleRenderer(colors=False) if development else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
