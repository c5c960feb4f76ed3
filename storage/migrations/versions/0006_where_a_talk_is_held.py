"""Where a talk of several people is held, so that what is said there finds it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_HELD = sa.text("place IS NOT NULL")


def upgrade() -> None:
    """To this version."""
    op.add_column("talks", sa.Column("place", sa.String(255), nullable=True))
    op.create_index(
        "ix_talks_place", "talks", ["tenant", "place"], sqlite_where=_HELD, postgresql_where=_HELD
    )


def downgrade() -> None:
    """Back to the version before."""
    op.drop_index("ix_talks_place", "talks")
    op.drop_column("talks", "place")
