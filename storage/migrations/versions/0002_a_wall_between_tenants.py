"""A wall between tenants: row-level security on PostgreSQL."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TABLES = ("people", "teams", "ideas", "idea_events", "talks", "outbox", "reminders", "deliveries", "shown")


def upgrade() -> None:
    """To this version."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table, column in (*((table, "tenant") for table in _TABLES), ("tenants", "id")):
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        # The owner of the tables is the bot itself, and is held to the rule too.
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY one_tenant ON {table} "
            f"USING (current_setting('femma.tenant', true) IN ({column}, '*'))"
        )


def downgrade() -> None:
    """Back to the version before."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in (*_TABLES, "tenants"):
        op.execute(f"DROP POLICY one_tenant ON {table}")
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
