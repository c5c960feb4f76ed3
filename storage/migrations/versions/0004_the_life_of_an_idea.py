"""The life of an idea: who has the next step, and who sees it too or follows it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.add_column("ideas", sa.Column("holder", sa.String(255), nullable=True))
    op.create_index("ix_ideas_holder", "ideas", ["tenant", "holder", "stage", "answer_by"])
    op.create_table(
        "supporters",
        sa.Column("tenant", sa.String(255), nullable=False),
        sa.Column("idea", sa.String(64), nullable=False),
        sa.Column("person", sa.String(255), nullable=False),
        sa.Column("sees", sa.Boolean(), nullable=False),
        sa.Column("follows", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "idea", "person", name="pk_supporters"),
    )
    op.create_index("ix_supporters_person", "supporters", ["tenant", "person"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE supporters ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE supporters FORCE ROW LEVEL SECURITY")
        op.execute(
            "CREATE POLICY one_tenant ON supporters "
            "USING (current_setting('femma.tenant', true) IN (tenant, '*'))"
        )


def downgrade() -> None:
    """Back to the version before."""
    op.drop_table("supporters")
    op.drop_index("ix_ideas_holder", "ideas")
    op.drop_column("ideas", "holder")
