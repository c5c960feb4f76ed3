"""The second wall between tenants: PostgreSQL's row-level security, beneath the tenant in every query.

A transaction says whose rows it sees. SQLite has no such wall; there the queries stand alone.
"""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.faults import Asking

# Only what serves all tenants at once may say this: the outbox, the reminders, the figures for operators.
EVERY_TENANT = "*"

_ENTER = text("SELECT set_config('femma.tenant', :tenant, true)")


async def enter(connection: AsyncConnection | Asking, tenant: str) -> None:
    """From here to its end the transaction sees the rows of this tenant."""
    if connection.dialect.name == "postgresql":
        await connection.execute(_ENTER, {"tenant": tenant})
