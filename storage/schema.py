"""Brings a database to its newest schema, and knows which one it has."""

from __future__ import annotations

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine


class NewerSchema(Exception):
    """The database was made by a newer Femma: this one must not touch it."""


def config_for(connection: Connection) -> Config:
    """Alembic's configuration over an open connection."""
    config = Config()
    config.set_main_option("script_location", str(files("storage").joinpath("migrations")))
    config.attributes["connection"] = connection
    return config


async def upgrade(engine: AsyncEngine, to: str = "head") -> None:
    """Migrate to `to`. Raises NewerSchema when the database knows a version that this code does not."""
    async with engine.connect() as connection:
        await connection.run_sync(_upgrade, to)
        await connection.commit()


async def downgrade(engine: AsyncEngine, to: str) -> None:
    """Migrate back to `to` (`base` for empty)."""
    async with engine.connect() as connection:
        await connection.run_sync(lambda c: command.downgrade(config_for(c), to))
        await connection.commit()


def _upgrade(connection: Connection, to: str) -> None:
    config = config_for(connection)
    has = MigrationContext.configure(connection).get_current_revision()
    newest, *older = _revisions(config)
    if has is not None and has not in {newest, *older}:
        raise NewerSchema(has)
    if to != "head" or has != newest:
        command.upgrade(config, to)


def _revisions(config: Config) -> list[str]:
    """All that this code knows, the newest first."""
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
