"""The command line: `femma run`, `femma manifest slack|teams`."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.logs import set_up_logs
from bot.operators import backup_command, outbox, restore_command
from bot.settings import BadSetting, Settings, read_settings
from handlers.guard import Limits
from handlers.serving import Server

if TYPE_CHECKING:
    from bot.app import Femma

# Seconds that requests under way get when we are told to stop; none takes as long.
LAST_ANSWERS = 4.0

# Plain tracebacks: the pretty ones can show local values, and one of those may be a secret.
cli = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Femma, the improvement bot.",
)


class Platform(StrEnum):
    """Where a manifest is for."""

    SLACK = "slack"
    TEAMS = "teams"


cli.add_typer(outbox, name="outbox")
cli.command("backup")(backup_command)
cli.command("restore")(restore_command)


@cli.command()
def run() -> None:
    """Read the settings, bring the database to its newest schema, and serve until told to stop."""
    try:
        settings = read_settings()
        set_up_logs(settings.development)
        asyncio.run(_serve(settings))
    except BadSetting as bad:
        sys.stderr.write(f"Femma cannot start: {bad}\n")
        raise typer.Exit(2) from None


@cli.command()
def manifest(
    platform: Platform,
    out: Annotated[Path | None, typer.Option(help="Where to write; the terminal when left out")] = None,
    app_id: Annotated[str, typer.Option(help="Teams: the app's id")] = "",
    host: Annotated[str, typer.Option(help="The public host name")] = "femma.example.com",
) -> None:
    """The app manifest: YAML for Slack, the package to upload for Teams (with --out femma.zip)."""
    from manifest import writing

    sys.stdout.write(writing.write(platform.value, out, app_id, host))


async def _serve(settings: Settings) -> None:
    from bot.app import Femma

    femma = Femma(settings)
    app = await femma.start()
    server = Server(app, Limits(trusted=settings.trusted), femma.refusals, LAST_ANSWERS)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    try:
        await _listen(server, settings)
        sys.stdout.write(f"Femma {version('femma')} listens on {_address(server)} ({settings.mode.value})\n")
        sys.stdout.flush()
        broken = await _until(stop, femma)
    finally:
        await server.stop()
        await femma.stop()
    if broken:
        raise typer.Exit(1)


async def _until(stop: asyncio.Event, femma: Femma) -> bool:
    """Until we are told to stop, or (True) a part of Femma has died: then whoever watches starts it anew."""
    told, broken = asyncio.create_task(stop.wait()), asyncio.create_task(femma.broken())
    await asyncio.wait({told, broken}, return_when=asyncio.FIRST_COMPLETED)
    died = broken.done()
    for task in (told, broken):
        task.cancel()
    return died


async def _listen(server: Server, settings: Settings) -> None:
    """Raises BadSetting when the address is taken or not ours."""
    try:
        await server.start(settings.host, settings.port)
    except OSError as error:
        number = error.errno or 0
        reason = os.strerror(number) if number > 0 else type(error).__name__
        raise BadSetting(f"PORT {settings.port} on FEMMA_HOST cannot be listened on ({reason})") from None


def _address(server: Server) -> str:
    host, port = server.address
    return f"http://{'[' + host + ']' if ':' in host else host}:{port}"


def main() -> None:
    """The console script."""
    cli()


if __name__ == "__main__":
    main()
