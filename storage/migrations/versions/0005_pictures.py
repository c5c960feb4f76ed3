"""Pictures: what people send with an idea, and the files that the playground holds until they are fetched."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    """To this version."""
    op.create_table(
        "pictures",
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=255), nullable=False),
        sa.Column("platform", sa.String(length=32), nullable=False),
        sa.Column("talk", sa.String(length=64), nullable=False),
        sa.Column("idea", sa.String(length=64), nullable=False),
        sa.Column("moment", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.String(length=32), nullable=False),
        sa.Column("due", sa.String(length=32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("tenant", "id", name=op.f("pk_pictures")),
        sa.UniqueConstraint("id", name=op.f("uq_pictures_id")),
    )
    op.create_index("ix_pictures_talk", "pictures", ["tenant", "talk"])
    op.create_index("ix_pictures_idea", "pictures", ["tenant", "idea"])
    op.create_index("ix_pictures_person", "pictures", ["tenant", "person", "sent_at"])
    op.create_index("ix_pictures_due", "pictures", ["due"], sqlite_where=_WAITING, postgresql_where=_WAITING)
    op.create_table(
        "playground_files",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playground_files")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE pictures ENABLE ROW LEVEL SECURITY")
        # The owner of the tables is the bot itself, and is held to the rule too.
        op.execute("ALTER TABLE pictures FORCE ROW LEVEL SECURITY")
        op.execute(
            "CREATE POLICY one_tenant ON pictures "
            "USING (current_setting('femma.tenant', true) IN (tenant, '*'))"
        )


def downgrade() -> None:
    """Back to the version before."""
    op.drop_table("playground_files")
    op.drop_table("pictures")
