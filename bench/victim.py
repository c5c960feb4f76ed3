"""The bot as a process of its own that is killed and started again. Only its own id is ever signalled."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from bench import processes
from tests.fakes.slack import BOT_TOKEN
from tests.fakes.slack_signer import SECRET

_POLL = 0.03
_START_SECONDS = 60.0


class DidNotStart(Exception):
    """The process ended or stayed silent. Holds the end of what it wrote."""


class Victim:
    """`python -m bot run` in development mode, with a Slack on loopback as its platform."""

    def __init__(self, database: str, api: str, folder: Path, under: Sequence[str] = ()) -> None:
        """One port and one log for all its lives. `under`: a command that runs it in the same process."""
        self._database = database
        self._api = api
        self._command = (*under, sys.executable, "-m", "bot", "run")
        self.log = folder / "bot.log"
        with socket.socket() as it:
            it.bind(("127.0.0.1", 0))
            self.port = int(it.getsockname()[1])
        self._process: asyncio.subprocess.Process | None = None
        self.lives = 0

    @property
    def url(self) -> str:
        """Its address, in every life."""
        return f"http://127.0.0.1:{self.port}"

    async def spawn(self, crash_at: str = "") -> None:
        """Begin a life; does not wait until it answers. `crash_at`: see `bot.crash`."""
        settings = {
            "FEMMA_MODE": "development",
            "FEMMA_DATABASE_URL": self._database,
            "PORT": str(self.port),
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_API_URL": self._api,
            "FEMMA_CRASH_AT": crash_at,
            # A life with a tripwire is not measured.
            "FEMMA_REHEARSAL": "off" if crash_at else "on",
        }
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                cwd=processes.ROOT,
                env=processes.environment(settings),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.lives += 1

    async def answers(self) -> None:
        """Wait until it listens, or is dead by a tripwire. Raises DidNotStart."""
        until = monotonic() + _START_SECONDS
        while not self.is_dead:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
            except OSError:
                if monotonic() > until:
                    raise DidNotStart(self.last_words()) from None
                await asyncio.sleep(_POLL)
                continue
            writer.close()
            return
        if self._own().returncode != -signal.SIGKILL:
            raise DidNotStart(self.last_words())

    @property
    def pid(self) -> int:
        """Of this life."""
        return self._own().pid

    @property
    def is_dead(self) -> bool:
        """Has this life ended?"""
        return self._own().returncode is not None

    async def death(self, seconds: float) -> int | None:
        """Wait for the end of this life: the code, or None when it lives on."""
        try:
            return await asyncio.wait_for(self._own().wait(), seconds)
        except TimeoutError:
            return None

    async def kill(self) -> None:
        """kill -9, whatever it does just now."""
        if not self.is_dead:
            self._own().kill()
        await self._own().wait()

    async def stop(self, seconds: float = 20.0) -> int | None:
        """SIGTERM: the exit code, or None when it had to be killed after all."""
        if not self.is_dead:
            self._own().terminate()
        code = await self.death(seconds)
        if code is None:
            await self.kill()
        return code

    async def end(self) -> None:
        """Nothing may stay behind."""
        if self._process is not None:
            await self.kill()

    def last_words(self) -> str:
        """The end of its log."""
        return self.log.read_text(errors="replace")[-3000:] if self.log.exists() else ""

    def _own(self) -> asyncio.subprocess.Process:
        if self._process is None:
            raise RuntimeError("it was never started")
        return self._process
