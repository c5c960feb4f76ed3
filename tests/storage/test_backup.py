"""A copy while it is written, and the way back without saying anything old again."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.letters import Letter, LetterState, Settled
from bot.domain.notices import Help
from bot.domain.people import Address, Language
from storage.backup import NotThisWay, backup, restore
from storage.engine import open_engine
from storage.figures import SqlFigures
from storage.outbox import SqlOutbox
from storage.schema import upgrade
from storage.store import SqlStore
from storage.work import SqlWork
from tests.house import START, FixedClock, open_house, turn

T = "web:byn"


def letter(key: str) -> Letter:
    return Letter(key, T, Address("web", T, f"c{key}"), Language.SV, Help())


async def test_a_copy_made_while_it_is_written_is_whole(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/femma.db"
    engine = open_engine(url)
    await upgrade(engine)
    store = SqlStore(engine, FixedClock())
    written = 0

    async def keep_writing() -> None:
        nonlocal written
        for number in range(120):

            async def job(work: SqlWork, number: int = number) -> None:
                await work.first_time(T, f"a{number}", START)
                await work.send(letter(str(number)))

            await store.run(T, job)
            written = number + 1

    writing = asyncio.create_task(keep_writing())
    for copy in range(30):
        before = written
        await asyncio.to_thread(backup, url, tmp_path / f"copy{copy}.db")
        with sqlite3.connect(tmp_path / f"copy{copy}.db") as connection:
            marks = connection.execute("SELECT count(*) FROM deliveries").fetchone()[0]
            letters = connection.execute("SELECT count(*) FROM outbox").fetchone()[0]
        connection.close()
        assert marks == letters >= before
    await writing
    await engine.dispose()


async def test_a_restored_bot_says_nothing_old_by_itself(tmp_path: Path) -> None:
    url, copy = f"sqlite:///{tmp_path}/femma.db", tmp_path / "copy.db"
    engine = open_engine(url)
    await upgrade(engine)
    store = SqlStore(engine, FixedClock())

    async def job(work: SqlWork) -> None:
        for key in ("1", "2", "3"):
            await work.send(letter(key))

    await store.run(T, job)
    (held, *_) = await turn(SqlOutbox(store), [], START, 1)
    backup(url, copy)
    await turn(SqlOutbox(store), [Settled(held, LetterState.SENT, to=held.letter.to)], START, 0)
    await engine.dispose()

    other = f"sqlite:///{tmp_path}/new.db"
    restore(other, copy)
    engine = open_engine(other)
    assert await SqlFigures(SqlStore(engine, FixedClock())).hold_all() == 3
    await engine.dispose()
    async with open_house(other) as house:
        await house.settle()
        assert house.chat.posts == 0
        figures = SqlFigures(house.core.store)
        stuck = await figures.stuck([LetterState.UNCERTAIN])
        assert [s.kind for s in stuck] == ["Help"] * 3
        assert "Help" not in stuck[0].reason
        assert await figures.again(stuck[1].id, START)
        assert not await figures.again(999, START)
        assert await figures.give_up(stuck[0].id)
        assert await figures.give_up(stuck[2].id)
        await house.settle()
        assert house.chat.posts == 1
        house.expected_dead = 2


async def test_figures_tell_how_old_what_waits_is(database_url: str) -> None:
    engine = open_engine(database_url)
    await upgrade(engine)
    store = SqlStore(engine, FixedClock())

    async def job(work: SqlWork) -> None:
        await work.send(letter("1"))

    await store.run(T, job)
    found = await SqlFigures(store).read(START + timedelta(seconds=90))
    assert found.letters == {"waiting": 1}
    assert found.oldest_letter == 90
    assert found.oldest_reminder == 0
    assert found.unreachable == ()
    await engine.dispose()


def test_a_damaged_copy_is_not_put_back(tmp_path: Path) -> None:
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"SQLite format 3\0" + b"\x07" * 5000)
    with pytest.raises(NotThisWay, match="damaged"):
        restore(f"sqlite:///{tmp_path}/femma.db", bad)
    assert not (tmp_path / "femma.db").exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "femma.db").write_bytes(b"")
    (tmp_path / "copy.db").write_bytes(b"")
    with pytest.raises(NotThisWay, match="is there already"):
        restore(f"sqlite:///{tmp_path}/femma.db", tmp_path / "copy.db")


def test_postgresql_has_its_own_tools(tmp_path: Path) -> None:
    with pytest.raises(NotThisWay, match="pg_dump") as no:
        backup("postgresql://femma:hemligt@localhost/femma", tmp_path / "x")
    assert "hemligt" not in str(no.value)
