"""What a process in production writes to its standard error stream, caught; all is put back afterwards."""

from __future__ import annotations

import io
import json
import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import structlog

from bot.logs import set_up_logs


@contextmanager
def written(monkeypatch: pytest.MonkeyPatch, level: int = logging.WARNING) -> Iterator[io.StringIO]:
    """`level` is what the root logger lets through after the logs were set up."""
    root, stream = logging.getLogger(), io.StringIO()
    levels = {name: logging.getLogger(name).level for name in logging.root.manager.loggerDict}
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(root, "handlers", [])
    before = root.level
    set_up_logs(development=False)
    root.setLevel(level)
    try:
        yield stream
    finally:
        structlog.reset_defaults()
        root.setLevel(before)
        for name in list(logging.root.manager.loggerDict):
            logging.getLogger(name).setLevel(levels.get(name, logging.NOTSET))


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    """The log so far: every line is an object, and nothing on it acts on a terminal."""
    text = log.getvalue()
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", text) is None
    assert text.endswith("\n") or not text
    return [json.loads(line) for line in text.split("\n")[:-1]]
