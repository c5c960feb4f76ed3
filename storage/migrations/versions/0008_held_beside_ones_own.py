"""A talk that several hold in a channel does not take the place of the leader's own in their chat."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_OWN = sa.text("status = 'open' AND place IS NULL")
_ANY = sa.text("status = 'open'")
_ABOUT = sa.text("idea IS NOT NULL")


def upgrade() -> None:
    """To this version."""
    _one_open(_OWN)
    op.create_index(
        "ix_talks_idea", "talks", ["tenant", "idea"], sqlite_where=_ABOUT, postgresql_where=_ABOUT
    )


def downgrade() -> None:
    """Back to the version before. Fails while somebody has one of their own open beside one that is held."""
    op.drop_index("ix_talks_idea", "talks")
    _one_open(_ANY)


def _one_open(where: sa.TextClause) -> None:
    op.drop_index("uq_talks_open", "talks")
    op.create_index(
        "uq_talks_open",
        "talks",
        ["tenant", "person"],
        unique=True,
        sqlite_where=where,
        postgresql_where=where,
    )
