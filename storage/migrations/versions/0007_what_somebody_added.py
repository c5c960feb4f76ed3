"""What somebody added to ideas lately is counted by an index."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.create_index("ix_idea_events_by", "idea_events", ["tenant", "by", "at"])


def downgrade() -> None:
    """Back to the version before."""
    op.drop_index("ix_idea_events_by", "idea_events")
