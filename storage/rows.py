"""The SQL that the repositories share: write with a version check, and insert only once.

Statements are built once and run with parameters: building one costs more than SQLite needs to run it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Insert, Table, Update, and_, bindparam, insert, literal_column, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import Conflict
from storage.faults import Asking


async def insert_once(connection: AsyncConnection | Asking, table: Table, values: dict[str, Any]) -> bool:
    """Insert unless a row with the same unique key is there. True when it was written."""
    statement = _insert_once(table, connection.dialect.name)
    # Row counts of inserts are not told alike by all drivers; a returned row is.
    return (await connection.execute(statement, values)).first() is not None


@cache
def _insert_once(table: Table, dialect: str) -> Insert:
    written: ColumnElement[int] = literal_column("1")
    if dialect == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing().returning(written)
    return sqlite.insert(table).on_conflict_do_nothing().returning(written)


async def write(
    connection: AsyncConnection | Asking,
    table: Table,
    tenant: str,
    id_: str,
    values: dict[str, Any],
    version: int,
) -> None:
    """A new row when `version` is 0, else the row as it was read. Raises Conflict when it has moved on."""
    if version == 0:
        row = {**values, "tenant": tenant, "id": id_, "version": 1}
        await connection.execute(_insert(table), row)
        return
    change = {**values, "version": version + 1, "its_tenant": tenant, "its_id": id_, "its_version": version}
    done = await connection.execute(_update(table), change)
    if done.rowcount != 1:
        raise Conflict(table.name)


@cache
def _insert(table: Table) -> Insert:
    return insert(table)


@cache
def _update(table: Table) -> Update:
    return update(table).where(
        and_(
            table.c.tenant == bindparam("its_tenant"),
            table.c.id == bindparam("its_id"),
            table.c.version == bindparam("its_version"),
        )
    )
