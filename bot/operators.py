"""What an operator does from the command line: the outbox without its words, backup and restore."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn, TypeVar

import typer

from bot.clocks import SystemClock
from bot.domain.letters import LetterState
from bot.settings import BadSetting, read_database_url
from storage.backup import NotThisWay, backup, restore
from storage.engine import open_engine
from storage.figures import SqlFigures, StuckLetter
from storage.schema import upgrade
from storage.store import SqlStore

T = TypeVar("T")

outbox = typer.Typer(no_args_is_help=True, help="Letters that are not sent: see, send again, give up.")
_SHOWN = (LetterState.WAITING, LetterState.SENDING, LetterState.UNCERTAIN, LetterState.DEAD)


@outbox.command("list")
def list_letters() -> None:
    """Waiting, uncertain and dead letters, without their words."""
    letters = _with_figures(lambda figures: figures.stuck(_SHOWN))
    for letter in letters:
        _say(_line(letter))
    _say(f"{len(letters)} letters")


@outbox.command()
def again(letter: Annotated[int, typer.Argument(help="The number from the list")]) -> None:
    """Send an uncertain or dead letter again: it may then be read twice."""
    done = _with_figures(lambda figures: figures.again(letter, datetime.now(UTC)))
    _finish(done, f"letter {letter} is sent again", f"letter {letter} is neither uncertain nor dead")


@outbox.command("give-up")
def give_up(letter: Annotated[int, typer.Argument(help="The number from the list")]) -> None:
    """Never send a waiting or uncertain letter."""
    done = _with_figures(lambda figures: figures.give_up(letter))
    _finish(done, f"letter {letter} is given up", f"letter {letter} is neither waiting nor uncertain")


@outbox.command()
def hold() -> None:
    """After a restore: hold all letters back, since they may have been sent before."""
    held = _with_figures(lambda figures: figures.hold_all())
    _say(f"{held} letters are held; 'femma outbox list' shows them, 'femma outbox again' sends one")


def backup_command(to: Annotated[Path, typer.Argument(help="Where to write the copy")]) -> None:
    """A checked copy of a SQLite database, also while the bot runs."""
    _try(lambda: backup(_url(), to))
    _say(f"{to}")


def restore_command(from_: Annotated[Path, typer.Argument(help="The copy", metavar="FROM")]) -> None:
    """Put a copy back and hold its outbox, so that nothing old is said again. The bot must be stopped."""
    _try(lambda: restore(_url(), from_))
    hold()


def _with_figures(work: Callable[[SqlFigures], Awaitable[T]]) -> T:
    async def run() -> T:
        engine = open_engine(_url())
        try:
            await upgrade(engine)
            return await work(SqlFigures(SqlStore(engine, SystemClock())))
        finally:
            await engine.dispose()

    return asyncio.run(run())


def _url() -> str:
    try:
        return read_database_url()
    except BadSetting as bad:
        _fail(str(bad))


def _try(work: Callable[[], None]) -> None:
    try:
        work()
    except NotThisWay as no:
        _fail(str(no))


def _finish(done: bool, yes: str, no: str) -> None:
    if not done:
        _fail(no)
    _say(yes)


def _line(letter: StuckLetter) -> str:
    written = letter.written_at.strftime("%Y-%m-%d %H:%M:%SZ")
    return (
        f"{letter.id}\t{letter.state}\t{letter.kind}\t{letter.way}\t{letter.platform}\t{letter.tenant}\t"
        f"{letter.attempts} tries\t{written}\t{letter.reason}"
    )


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _fail(line: str) -> NoReturn:
    sys.stderr.write(line + "\n")
    raise typer.Exit(2)
