"""The tables. Values are JSON documents; beside them stand the columns that are searched by.

Every row has a tenant. Times are kept in UTC as text of one length (`moment`), so that both databases
order and compare them alike.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)

# A row number: SQLite counts up by itself only for INTEGER.
RowNumber = BigInteger().with_variant(Integer, "sqlite")


def moment(at: datetime) -> str:
    """An aware datetime as UTC text of fixed length, ordered like the time itself."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def from_moment(text_: str) -> datetime:
    """The reverse of `moment`."""
    return datetime.strptime(text_, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


# Ordering needs a value where nothing is promised any more.
NEVER = date(9999, 12, 31)

tenants = Table(
    "tenants",
    metadata,
    Column("id", String(255), primary_key=True),
    Column("last_number", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("version", Integer, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("tenant", String(255), nullable=False),
    Column("id", String(255), nullable=False),
    Column("body", Text, nullable=False),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("tenant", "id"),
)

teams = Table(
    "teams",
    metadata,
    Column("tenant", String(255), nullable=False),
    Column("id", String(255), nullable=False),
    Column("conversation", String(255), nullable=False),
    Column("name", Text, nullable=False),
    Column("manager", String(255)),
    Column("deputy", String(255)),
    Column("active", Boolean, nullable=False),
    Column("lost", String(200), nullable=False),
    Column("body", Text, nullable=False),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("tenant", "id"),
    UniqueConstraint("tenant", "conversation"),
    Index("ix_teams_manager", "tenant", "manager"),
    Index("ix_teams_deputy", "tenant", "deputy"),
)

ideas = Table(
    "ideas",
    metadata,
    Column("tenant", String(255), nullable=False),
    Column("id", String(64), nullable=False),
    Column("number", Integer, nullable=False),
    Column("author", String(255), nullable=False),
    Column("team", String(255), nullable=False),
    Column("stage", String(32), nullable=False),
    Column("told_at", String(32), nullable=False),
    Column("replied_at", String(32)),
    Column("answer_by", Date, nullable=False),
    # Who has the next step, where that is not simply whoever answers for the team.
    Column("holder", String(255)),
    Column("body", Text, nullable=False),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("tenant", "id"),
    UniqueConstraint("tenant", "number"),
    Index("ix_ideas_author", "tenant", "author", "told_at"),
    Index("ix_ideas_stage", "tenant", "team", "stage", "answer_by"),
    Index("ix_ideas_told", "tenant", "team", "told_at"),
    Index("ix_ideas_replied", "tenant", "team", "replied_at"),
    Index("ix_ideas_holder", "tenant", "holder", "stage", "answer_by"),
)

supporters = Table(
    "supporters",
    metadata,
    Column("tenant", String(255), nullable=False),
    Column("idea", String(64), nullable=False),
    Column("person", String(255), nullable=False),
    Column("sees", Boolean, nullable=False),
    Column("follows", Boolean, nullable=False),
    PrimaryKeyConstraint("tenant", "idea", "person"),
    Index("ix_supporters_person", "tenant", "person"),
)

idea_events = Table(
    "idea_events",
    metadata,
    Column("id", RowNumber, primary_key=True, autoincrement=True),
    Column("tenant", String(255), nullable=False),
    Column("idea", String(64), nullable=False),
    Column("at", String(32), nullable=False),
    Column("by", String(255), nullable=False),
    Column("what", String(64), nullable=False),
    Column("detail", Text, nullable=False),
    Index("ix_idea_events_idea", "tenant", "idea", "id"),
    Index("ix_idea_events_by", "tenant", "by", "at"),
)

# What ideas are found by, see `storage.finding`. Ordered by code points on both databases.
idea_keys = Table(
    "idea_keys",
    metadata,
    Column("tenant", String(255), nullable=False),
    Column("key", String(40).with_variant(String(40, collation="C"), "postgresql"), nullable=False),
    Column("number", Integer, nullable=False),
    PrimaryKeyConstraint("tenant", "key", "number"),
    sqlite_with_rowid=False,
)

talks = Table(
    "talks",
    metadata,
    Column("tenant", String(255), nullable=False),
    Column("id", String(64), nullable=False),
    Column("person", String(255), nullable=False),
    Column("idea", String(64)),
    Column("status", String(16), nullable=False),
    Column("wants_team", Boolean, nullable=False),
    Column("touched", String(32), nullable=False),
    Column("body", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("place", String(255)),
    PrimaryKeyConstraint("tenant", "id"),
    Index(
        "ix_talks_place",
        "tenant",
        "place",
        sqlite_where=text("place IS NOT NULL"),
        postgresql_where=text("place IS NOT NULL"),
    ),
    Index("ix_talks_person", "tenant", "person", "status", "touched"),
    Index(
        "ix_talks_idea",
        "tenant",
        "idea",
        sqlite_where=text("idea IS NOT NULL"),
        postgresql_where=text("idea IS NOT NULL"),
    ),
    Index(
        "uq_talks_open",
        "tenant",
        "person",
        unique=True,
        sqlite_where=text("status = 'open' AND place IS NULL"),
        postgresql_where=text("status = 'open' AND place IS NULL"),
    ),
    Index(
        "ix_talks_wants_team",
        "tenant",
        sqlite_where=text("wants_team"),
        postgresql_where=text("wants_team"),
    ),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", RowNumber, primary_key=True, autoincrement=True),
    Column("tenant", String(255), nullable=False),
    Column("key", String(255), nullable=False),
    Column("lane", String(600), nullable=False),
    Column("platform", String(32), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("due", String(32), nullable=False),
    Column("written_at", String(32), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("fence", Integer, nullable=False),
    Column("lease_until", String(32)),
    Column("reason", String(200), nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("tenant", "key"),
    Index(
        "ix_outbox_open",
        "lane",
        "id",
        sqlite_where=text("state in ('waiting', 'sending')"),
        postgresql_where=text("state in ('waiting', 'sending')"),
    ),
    Index("ix_outbox_due", "state", "due", "id"),
)

reminders = Table(
    "reminders",
    metadata,
    Column("tenant", String(255), nullable=False),
    Column("name", String(255), nullable=False),
    Column("due", String(32), nullable=False),
    Column("about", String(255), nullable=False),
    Column("attempts", Integer, nullable=False),
    PrimaryKeyConstraint("tenant", "name"),
    Index("ix_reminders_due", "due"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("tenant", String(255), nullable=False),
    Column("id", String(255), nullable=False),
    Column("at", String(32), nullable=False),
    PrimaryKeyConstraint("tenant", "id"),
    Index("ix_deliveries_at", "at"),
)

shown = Table(
    "shown",
    metadata,
    Column("id", RowNumber, primary_key=True, autoincrement=True),
    Column("tenant", String(255), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_shown_subject", "tenant", "subject"),
)

pictures = Table(
    "pictures",
    metadata,
    Column("tenant", String(255), nullable=False),
    Column("id", String(64), nullable=False),
    Column("person", String(255), nullable=False),
    Column("platform", String(32), nullable=False),
    # What it belongs to: a filed idea, a draft, or nothing yet.
    Column("talk", String(64), nullable=False),
    Column("idea", String(64), nullable=False),
    Column("moment", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    # Where it lies, until it is kept or refused: addresses of files can be secrets.
    Column("ref", Text, nullable=False),
    Column("sent_at", String(32), nullable=False),
    Column("due", String(32), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("fence", Integer, nullable=False),
    Column("reason", String(200), nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("content", LargeBinary),
    PrimaryKeyConstraint("tenant", "id"),
    UniqueConstraint("id"),
    Index("ix_pictures_talk", "tenant", "talk"),
    Index("ix_pictures_idea", "tenant", "idea"),
    Index("ix_pictures_person", "tenant", "person", "sent_at"),
    Index(
        "ix_pictures_due",
        "due",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)

playground_files = Table(
    "playground_files",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("at", String(32), nullable=False),
    Column("content", LargeBinary, nullable=False),
)

playground_lines = Table(
    "playground_lines",
    metadata,
    Column("message", String(64), primary_key=True),
    # `place` is the order in which messages were first said, `sequence` that of the last change.
    Column("place", Integer, nullable=False, unique=True),
    Column("sequence", Integer, nullable=False, unique=True),
    Column("conversation", String(255), nullable=False),
    Column("author", String(255), nullable=False),
    Column("text", Text, nullable=False),
    Column("card", Text),
    Column("at", String(32), nullable=False),
    Column("thread", String(64), nullable=False),
    Column("edited", Boolean, nullable=False),
    Index("ix_playground_lines_conversation", "conversation", "place"),
)

playground_clock = Table(
    "playground_clock",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("ahead_seconds", BigInteger, nullable=False),
)
