"""What goes wrong in the database, in the core's words. Here and nowhere else, so that whatever runs inside a
transaction hears the same as whoever waits for it: a database that is away is no fault of the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import CursorResult, Dialect, Executable
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import Conflict
from bot.domain.work import StorageAway

# postgresql.org/docs/current/errcodes-appendix.html, serialization_failure and deadlock_detected.
_COLLISIONS = frozenset({"40001", "40P01"})


class Collided(Conflict, StorageAway):
    """The database ended one of two transactions that stood in each other's way: worth doing it again."""


@contextmanager
def translated() -> Iterator[None]:
    """Raises Conflict or StorageAway for what the database, its driver or its pool raised."""
    try:
        yield
    except IntegrityError as error:
        raise Conflict("unique") from error
    except (DBAPIError, PoolTimeout, TimeoutError, OSError) as error:
        if isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", "") in _COLLISIONS:
            raise Collided(type(error).__name__) from error
        raise StorageAway(type(error).__name__) from error


class Asking:
    """A connection in a transaction, for work that knows nothing of SQL: it raises only the core's errors."""

    def __init__(self, connection: AsyncConnection) -> None:
        """`connection` is its owner's to commit."""
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        """See AsyncConnection."""
        return self._connection.dialect

    async def execute(
        self, statement: Executable, parameters: Mapping[str, Any] | None = None
    ) -> CursorResult[Any]:
        """See AsyncConnection. Raises Conflict or StorageAway."""
        with translated():
            return await self._connection.execute(statement, parameters)
