"""Which statements read more than they need: the database is asked how it would run each of them.

A plan is found fault with when it reads a table, or all of a tenant's rows in one, from end to end. What is
small and stays small (the keys of a question, which are no table) is not meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, event, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.tables import metadata

_TABLES = "|".join(sorted(metadata.tables))
_NAMED = re.compile(rf"\b({_TABLES})(?:\s+AS)?\s+([a-z]\w*)\b", re.IGNORECASE)
_KEPT = ("SELECT", "WITH", "INSERT", "UPDATE", "DELETE")
# Of a table that fits on a page or two PostgreSQL takes any index: it costs the same. SQLite's plan says how
# the others are read when they have grown.
_SMALL = text("SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples < 200")
_WHOLE_TENANT = "(tenant=?)"
_WHOLE_TENANT_COND = re.compile(r"^\(\(?[\w.]*tenant\)?(::text)? = '[^']*'(::text)?\)$")


@dataclass(slots=True)
class Statements:
    """What was asked while `listens`, each statement once, with the values of its first time."""

    listens: bool = True
    seen: dict[str, Any] = field(default_factory=dict)


@contextmanager
def statements(engine: AsyncEngine) -> Iterator[Statements]:
    """Collect the statements that are run inside."""
    found = Statements()

    def note(
        _: Connection, cursor: object, statement: str, parameters: Any, context: object, many: bool
    ) -> None:
        if found.listens and statement.lstrip().upper().startswith(_KEPT):
            found.seen.setdefault(statement, parameters[0] if many else parameters)

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine.sync_engine, "before_cursor_execute", note)


async def scans(engine: AsyncEngine, found: Statements) -> list[str]:
    """The statements that would read a whole table or a whole tenant, each with the line that says so."""
    faults: list[str] = []
    small = frozenset[str]()
    async with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            # Of a table with a few rows PostgreSQL reads all, and is right: what is asked is whether it must.
            await connection.execute(text("SET LOCAL enable_seqscan = off"))
            await connection.execute(text("SELECT set_config('femma.tenant', '*', true)"))
            small = frozenset((await connection.execute(_SMALL)).scalars())
        for statement, values in found.seen.items():
            lines = await _plan(connection, statement, values, small)
            faults += [f"{line} | {' '.join(statement.split())}" for line in lines]
        await connection.rollback()
    return faults


async def _plan(connection: AsyncConnection, statement: str, values: Any, small: frozenset[str]) -> list[str]:
    if connection.dialect.name == "postgresql":
        told = await connection.exec_driver_sql("EXPLAIN (FORMAT JSON) " + statement, values)
        return list(_faults_of(told.scalar_one()[0]["Plan"], small))
    told = await connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, values)
    named = {alias.lower(): table for table, alias in _NAMED.findall(statement)}
    return [line for *_, line in told.all() if _reads_all(str(line), named)]


def _reads_all(line: str, named: dict[str, str]) -> bool:
    """A line of SQLite's plan."""
    what, _, rest = line.partition(" ")
    table = rest.split(" ")[0]
    is_table = table in metadata.tables or named.get(table) in metadata.tables
    return is_table and (what == "SCAN" or line.endswith(_WHOLE_TENANT))


def _faults_of(node: dict[str, Any], small: frozenset[str]) -> Iterator[str]:
    """The same in a plan of PostgreSQL."""
    kind, table = node["Node Type"], node.get("Relation Name")
    condition = node.get("Index Cond", "")
    if table in metadata.tables and table not in small and kind != "ModifyTable":
        if kind == "Seq Scan" or (kind.startswith("Index") and _is_all(condition)):
            yield f"{kind} {table} {condition}".strip()
        under = [inner for inner in node.get("Plans", ()) if inner["Node Type"] == "Bitmap Index Scan"]
        if any(_is_all(inner.get("Index Cond", "")) for inner in under):
            yield f"{kind} {table}"
    for inner in node.get("Plans", ()):
        yield from _faults_of(inner, small)


def _is_all(condition: str) -> bool:
    return not condition or _WHOLE_TENANT_COND.match(condition) is not None
