"""Keys to find ideas by, for the ideas that are there already too."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.finding import index_all

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.create_table(
        "idea_keys",
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column(
            "key",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "key", "number", name=op.f("pk_idea_keys")),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "postgresql":
        # The wall of 0002 stands before the ideas; whoever migrates sees all tenants' for this transaction.
        op.execute("SELECT set_config('femma.tenant', '*', true)")
    index_all(op.get_bind())
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE idea_keys ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE idea_keys FORCE ROW LEVEL SECURITY")
        op.execute(
            "CREATE POLICY one_tenant ON idea_keys "
            "USING (current_setting('femma.tenant', true) IN (tenant, '*'))"
        )


def downgrade() -> None:
    """Back to the version before."""
    op.drop_table("idea_keys")
