"""One running bot on one SQLite file: two would send every letter twice. PostgreSQL is made for several.

The lock is on a file of its own beside the database: SQLite loses its own locks when anybody in the process
closes the database file. The operating system takes the lock away when the process dies, however it dies.
"""

from __future__ import annotations

import fcntl
import os
from types import TracebackType

from sqlalchemy import make_url


class InUse(Exception):
    """Another process runs on this database."""


class Alone:
    """Holds the lock from its making until `close`. Does nothing for PostgreSQL or a database in memory."""

    def __init__(self, url: str) -> None:
        """Raises InUse, or OSError when the lock file cannot be made: then neither can the database."""
        self._file: int | None = None
        parsed = make_url(url)
        path = parsed.database
        if parsed.get_backend_name() != "sqlite" or not path or path == ":memory:":
            return
        self._file = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self.close()
            if isinstance(error, BlockingIOError):
                raise InUse(path) from None
            raise

    def close(self) -> None:
        """Let others in."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __enter__(self) -> Alone:
        """For a `with`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let others in."""
        self.close()
