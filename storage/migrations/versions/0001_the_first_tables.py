"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.create_table(
        "deliveries",
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name=op.f("pk_deliveries")),
    )
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.create_index("ix_deliveries_at", ["at"], unique=False)

    op.create_table(
        "idea_events",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("idea", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("by", sa.String(length=255), nullable=False),
        sa.Column("what", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_events")),
    )
    with op.batch_alter_table("idea_events", schema=None) as batch_op:
        batch_op.create_index("ix_idea_events_idea", ["tenant", "idea", "id"], unique=False)

    op.create_table(
        "ideas",
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=255), nullable=False),
        sa.Column("team", sa.String(length=255), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("told_at", sa.String(length=32), nullable=False),
        sa.Column("replied_at", sa.String(length=32), nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name=op.f("pk_ideas")),
        sa.UniqueConstraint("tenant", "number", name=op.f("uq_ideas_tenant_number")),
    )
    with op.batch_alter_table("ideas", schema=None) as batch_op:
        batch_op.create_index("ix_ideas_author", ["tenant", "author", "told_at"], unique=False)
        batch_op.create_index("ix_ideas_replied", ["tenant", "team", "replied_at"], unique=False)
        batch_op.create_index("ix_ideas_stage", ["tenant", "team", "stage", "answer_by"], unique=False)
        batch_op.create_index("ix_ideas_told", ["tenant", "team", "told_at"], unique=False)

    op.create_table(
        "outbox",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("lane", sa.String(length=600), nullable=False),
        sa.Column("platform", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due", sa.String(length=32), nullable=False),
        sa.Column("written_at", sa.String(length=32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.String(length=32), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("tenant", "key", name=op.f("uq_outbox_tenant_key")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_due", ["state", "due", "id"], unique=False)
        batch_op.create_index(
            "ix_outbox_open",
            ["lane", "id"],
            unique=False,
            sqlite_where=sa.text("state in ('waiting', 'sending')"),
            postgresql_where=sa.text("state in ('waiting', 'sending')"),
        )

    op.create_table(
        "people",
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name=op.f("pk_people")),
    )
    op.create_table(
        "playground_clock",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ahead_seconds", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playground_clock")),
    )
    op.create_table(
        "playground_lines",
        sa.Column("message", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.String(length=255), nullable=False),
        sa.Column("author", sa.String(length=255), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("card", sa.Text(), nullable=True),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("thread", sa.String(length=64), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("message", name=op.f("pk_playground_lines")),
        sa.UniqueConstraint("place", name=op.f("uq_playground_lines_place")),
        sa.UniqueConstraint("sequence", name=op.f("uq_playground_lines_sequence")),
    )
    with op.batch_alter_table("playground_lines", schema=None) as batch_op:
        batch_op.create_index("ix_playground_lines_conversation", ["conversation", "place"], unique=False)

    op.create_table(
        "reminders",
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("due", sa.String(length=32), nullable=False),
        sa.Column("about", sa.String(length=255), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "name", name=op.f("pk_reminders")),
    )
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.create_index("ix_reminders_due", ["due"], unique=False)

    op.create_table(
        "shown",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shown")),
    )
    with op.batch_alter_table("shown", schema=None) as batch_op:
        batch_op.create_index("ix_shown_subject", ["tenant", "subject"], unique=False)

    op.create_table(
        "talks",
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=255), nullable=False),
        sa.Column("idea", sa.String(length=64), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("wants_team", sa.Boolean(), nullable=False),
        sa.Column("touched", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name=op.f("pk_talks")),
    )
    with op.batch_alter_table("talks", schema=None) as batch_op:
        batch_op.create_index("ix_talks_person", ["tenant", "person", "status", "touched"], unique=False)
        batch_op.create_index(
            "ix_talks_wants_team",
            ["tenant"],
            unique=False,
            sqlite_where=sa.text("wants_team"),
            postgresql_where=sa.text("wants_team"),
        )
        batch_op.create_index(
            "uq_talks_open",
            ["tenant", "person"],
            unique=True,
            sqlite_where=sa.text("status = 'open'"),
            postgresql_where=sa.text("status = 'open'"),
        )

    op.create_table(
        "teams",
        sa.Column("tenant", sa.String(length=255), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("conversation", sa.String(length=255), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("manager", sa.String(length=255), nullable=True),
        sa.Column("deputy", sa.String(length=255), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("lost", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name=op.f("pk_teams")),
        sa.UniqueConstraint("tenant", "conversation", name=op.f("uq_teams_tenant_conversation")),
    )
    with op.batch_alter_table("teams", schema=None) as batch_op:
        batch_op.create_index("ix_teams_deputy", ["tenant", "deputy"], unique=False)
        batch_op.create_index("ix_teams_manager", ["tenant", "manager"], unique=False)

    op.create_table(
        "tenants",
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenants")),
    )


def downgrade() -> None:
    """Back to the version before."""
    op.drop_table("tenants")
    with op.batch_alter_table("teams", schema=None) as batch_op:
        batch_op.drop_index("ix_teams_manager")
        batch_op.drop_index("ix_teams_deputy")

    op.drop_table("teams")
    with op.batch_alter_table("talks", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_talks_open",
            sqlite_where=sa.text("status = 'open'"),
            postgresql_where=sa.text("status = 'open'"),
        )
        batch_op.drop_index(
            "ix_talks_wants_team", sqlite_where=sa.text("wants_team"), postgresql_where=sa.text("wants_team")
        )
        batch_op.drop_index("ix_talks_person")

    op.drop_table("talks")
    with op.batch_alter_table("shown", schema=None) as batch_op:
        batch_op.drop_index("ix_shown_subject")

    op.drop_table("shown")
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.drop_index("ix_reminders_due")

    op.drop_table("reminders")
    with op.batch_alter_table("playground_lines", schema=None) as batch_op:
        batch_op.drop_index("ix_playground_lines_conversation")

    op.drop_table("playground_lines")
    op.drop_table("playground_clock")
    op.drop_table("people")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_outbox_open",
            sqlite_where=sa.text("state in ('waiting', 'sending')"),
            postgresql_where=sa.text("state in ('waiting', 'sending')"),
        )
        batch_op.drop_index("ix_outbox_due")

    op.drop_table("outbox")
    with op.batch_alter_table("ideas", schema=None) as batch_op:
        batch_op.drop_index("ix_ideas_told")
        batch_op.drop_index("ix_ideas_stage")
        batch_op.drop_index("ix_ideas_replied")
        batch_op.drop_index("ix_ideas_author")

    op.drop_table("ideas")
    with op.batch_alter_table("idea_events", schema=None) as batch_op:
        batch_op.drop_index("ix_idea_events_idea")

    op.drop_table("idea_events")
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.drop_index("ix_deliveries_at")

    op.drop_table("deliveries")
