"""How long Femma takes until it answers, on an empty database and on one it knows, and how much it holds."""

from __future__ import annotations

import asyncio
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from bench import processes
from bench.processes import Failed, Server

_POLL = 0.01
_LONGEST = 60.0


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds until the first answer, and resident memory in MiB when nothing has happened for a while."""

    seconds: float
    memory: float


async def start_twice(folder: Path, idle: float) -> tuple[Start, Start]:
    """The first start makes the tables and the demo municipality; `idle` seconds pass before looking."""
    url = f"sqlite:///{folder}/start.db"
    return await _start(url, idle), await _start(url, idle)


async def _start(url: str, idle: float) -> Start:
    port = _free_port()
    settings = {"FEMMA_MODE": "development", "FEMMA_DATABASE_URL": url, "PORT": str(port)}
    began = monotonic()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        cwd=processes.ROOT,
        env=processes.environment(settings),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        while not await _answers(port):
            if process.returncode is not None or monotonic() - began > _LONGEST:
                raise Failed("femma run did not answer /healthz")
            await asyncio.sleep(_POLL)
        took = monotonic() - began
        await asyncio.sleep(idle)
        return Start(took, Server(process.pid, port).memory())
    finally:
        await processes.stop(process)


async def _answers(port: int) -> bool:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    try:
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        return (await reader.readline()).startswith(b"HTTP/1.1 200")
    except OSError:
        return False
    finally:
        writer.close()


def _free_port() -> int:
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return int(it.getsockname()[1])
