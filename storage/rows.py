"""The SQL that the repositories share: write with a version check, and insert only once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Table, and_, insert, literal_column, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import Conflict


def same(table: Table, tenant: str, id_: str) -> ColumnElement[bool]:
    """The row of a tenant with this id."""
    return and_(table.c.tenant == tenant, table.c.id == id_)


async def insert_once(connection: AsyncConnection, table: Table, values: dict[str, Any]) -> bool:
    """Insert unless a row with the same unique key is there. True when it was written."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).values(values).on_conflict_do_nothing()
    # Row counts of inserts are not told alike by all drivers; a returned row is.
    return (await connection.execute(statement.returning(literal_column("1")))).first() is not None


async def write(
    connection: AsyncConnection,
    table: Table,
    where: ColumnElement[bool],
    values: dict[str, Any],
    version: int,
) -> None:
    """A new row when `version` is 0, else the row as it was read. Raises Conflict when it has moved on."""
    if version == 0:
        try:
            await connection.execute(insert(table).values({**values, "version": 1}))
        except IntegrityError:
            raise Conflict(table.name) from None
        return
    statement = update(table).where(where, table.c.version == version)
    done = await connection.execute(statement.values({**values, "version": version + 1}))
    if done.rowcount != 1:
        raise Conflict(table.name)
