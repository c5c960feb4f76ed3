"""Processes that are started, looked at, and ended by their own id. Linux: figures come from the kernel."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.cpu import cpu

ROOT = Path(__file__).resolve().parent.parent
_START_SECONDS = 60.0
_STOP_SECONDS = 20.0


class Failed(Exception):
    """A process did not do what it was started for. Holds the end of what it wrote."""


@dataclass(frozen=True, slots=True)
class Server:
    """A process that listens on loopback."""

    pid: int
    port: int

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def cpu(self) -> float:
        """Seconds of CPU it has used so far, in user and kernel mode."""
        return cpu(self.pid)

    def memory(self) -> float:
        """Resident memory in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else 0.0


@asynccontextmanager
async def server(
    arguments: Sequence[str], folder: Path, extra: Mapping[str, str] | None = None
) -> AsyncIterator[Server]:
    """`python -m ...`, once it has printed its address; ended with SIGTERM, and waited for."""
    errors = folder / f"{arguments[0]}.stderr"
    with errors.open("wb") as stderr:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *arguments,
            cwd=ROOT,
            env=environment(extra),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=stderr,
        )
    try:
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), _START_SECONDS)
        port = re.search(rb"listens on http://127\.0\.0\.1:(\d+)", line)
        if port is None:
            raise Failed(f"{arguments[0]} did not start: {errors.read_text()[-2000:]}")
        yield Server(process.pid, int(port[1]))
    finally:
        await stop(process)


async def stop(process: asyncio.subprocess.Process) -> None:
    """End a process that we started; by force when it does not go by itself."""
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), _STOP_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()


async def run(arguments: Sequence[str], given: bytes, seconds: float) -> bytes:
    """`python -m ...` from its input to its output. Raises Failed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        *arguments,
        cwd=ROOT,
        env=environment(),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        out, errors = await asyncio.wait_for(process.communicate(given), seconds)
    finally:
        await stop(process)
    if process.returncode != 0:
        raise Failed(f"{arguments[0]}: {errors.decode()[-2000:]}")
    return out


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Ours without any setting of the bot and without a proxy, and then `extra`."""
    ours = re.compile(r"(FEMMA|SLACK|Microsoft)|.*_proxy$|PORT$", re.IGNORECASE)
    kept = {name: value for name, value in os.environ.items() if not ours.match(name)}
    return {**kept, **(extra or {})}
