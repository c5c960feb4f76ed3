"""`python -m bot` as a process of its own, as an operator starts it: settings from the environment only."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Seconds. A start takes about one; a busy machine may need more.
PATIENCE = 20.0
_LISTENS = re.compile(r"Femma \S+ listens on (http://\S+) \((\w+)\)\n")


@dataclass(frozen=True, slots=True)
class Child:
    """A running Femma. `line` is what it said when it was ready."""

    process: Process
    line: str
    url: str

    async def kill(self) -> None:
        """kill -9: nothing in it can do anything about it."""
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """SIGTERM, and the exit code."""
        self.process.terminate()
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that has come to its end."""

    code: int
    out: str
    errors: str


@asynccontextmanager
async def started(settings: Mapping[str, str]) -> AsyncIterator[Child]:
    """Femma on a free port, once it listens. It does not outlive the block."""
    process = await _launch(("run",), {"PORT": "0", **settings})
    try:
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            line = (await process.stdout.readline()).decode()
        listens = _LISTENS.fullmatch(line)
        assert listens, f"Femma did not start: {line or (await process.communicate())[1].decode()}"
        yield Child(process, line, listens[1])
    finally:
        if process.returncode is None:
            process.kill()
        # Reads what is left, so that the pipe is closed before the loop is.
        await process.communicate()


async def ended(arguments: tuple[str, ...], settings: Mapping[str, str]) -> Ended:
    """Run it to its end."""
    process = await _launch(arguments, settings)
    try:
        async with asyncio.timeout(PATIENCE):
            out, errors = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode is not None
    return Ended(process.returncode, out.decode(), errors.decode())


async def _launch(arguments: tuple[str, ...], settings: Mapping[str, str]) -> Process:
    """Nothing of this process' own environment gets in but what Python needs."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment = {**kept, "FEMMA_REHEARSAL": "off", **settings}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments,
        cwd=ROOT, env=environment, stdin=DEVNULL, stdout=PIPE, stderr=PIPE,
    )  # fmt: skip
