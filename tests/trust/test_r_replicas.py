"""Rows R1 to R3: two processes on one PostgreSQL share the work, and SQLite takes only one."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bench.processes import ROOT, environment
from bot.app import Core, Femma
from bot.domain.letters import Letter, Turn, Way
from bot.domain.notices import Help
from bot.domain.people import Address, Language
from bot.domain.work import Work
from bot.settings import BadSetting, Mode, Settings
from cards.model import Card
from handlers.delivery import LOOK_AFTER
from storage.alone import Alone, InUse
from storage.outbox import LEASE
from tests.house import TENANT, FakeChat, FixedClock, House

WEEKS = 25
TEAMS = 4
# So different that nobody is asked whether it is one of those that are there.
TOLD = ("Nyckeln saknas varje morgon", "Skrivaren är trasig", "Bilarna går sent", "Ljuset i taket blinkar")


@asynccontextmanager
async def two_houses(url: str) -> AsyncIterator[tuple[House, House]]:
    """Two bots on one database, with one clock and the same chats."""
    clock, chat = FixedClock(), FakeChat()
    cores = [await Core.open(url, clock) for _ in range(2)]
    try:
        yield House(cores[0], clock, chat), House(cores[1], clock, chat)
    finally:
        for core in cores:
            await core.engine.dispose()


async def both(one: House, two: House) -> None:
    """Both do what is due and send what waits, at the same time."""
    await asyncio.gather(one.settle(), two.settle())
    await asyncio.gather(one.settle(), two.settle())


async def test_r1_what_both_hear_is_heard_once_and_said_once(postgres_url: str) -> None:
    async with two_houses(postgres_url) as (one, two):
        for number in range(60):
            first, second = one.person(f"P{number}"), two.person(f"P{number}")
            await asyncio.gather(
                first.says(f"Nyckel {number} saknas", f"d{number}"),
                second.says(f"Nyckel {number} saknas", f"d{number}"),
            )
        await both(one, two)
        assert Counter(len(lines) for lines in one.chat.said.values()) == {1: 60}
        assert await one.core.outbox.counts() == {"sent": 60}


async def test_r1_one_summary_for_each_team_and_week(postgres_url: str) -> None:
    async with two_houses(postgres_url) as (one, two):
        boss, author = one.person("Boss"), one.person("Alva")
        teams = [f"Team {number}" for number in range(TEAMS)]
        for name, what in zip(teams, TOLD, strict=True):
            await one.team(name, boss)
            await author.mentions(what, name)
            await author.presses("tell.kind", "problem")
        before = [len(one.in_channel(name)) for name in teams]
        for _ in range(WEEKS):
            one.clock.moment += timedelta(weeks=1)
            await both(one, two)
        assert [len(one.in_channel(name)) for name in teams] == [count + WEEKS for count in before]


async def write(core: Core, *letters: Letter) -> None:
    async def job(work: Work) -> None:
        for letter in letters:
            await work.send(letter)

    await core.store.run(TENANT, job)


def a_letter(key: str, way: Way) -> Letter:
    return Letter(key, TENANT, Address("web", TENANT, f"c{key}"), Language.NB, Help(), way, "m1")


class Mute(FakeChat):
    """Takes what it is given and forgets it: what is edited was said by another life."""

    async def edit(self, at: Address, message: str, card: Card) -> None:
        self.edits += 1


async def test_r2_another_goes_on_with_what_a_dead_one_held(postgres_url: str) -> None:
    assert LEASE + timedelta(seconds=LOOK_AFTER) < timedelta(seconds=60)
    clock, chat = FixedClock(), Mute()
    dead, alive = [await Core.open(postgres_url, clock) for _ in range(2)]
    await write(dead, a_letter("post", Way.POST), a_letter("edit", Way.EDIT))
    assert len(await dead.outbox.turn(clock.now(), lambda: Turn((), 10))) == 2
    await dead.engine.dispose()
    sender = alive.deliver_to({"web": chat}, clock, {})
    running = asyncio.create_task(sender.run())
    try:
        await write(alive, a_letter("own", Way.POST))
        await until(alive, {"sent": 1, "sending": 2})
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    clock.moment += LEASE + timedelta(seconds=1)
    running = asyncio.create_task(alive.deliver_to({"web": chat}, clock, {}).run())
    try:
        await until(alive, {"sent": 2, "uncertain": 1})
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await alive.engine.dispose()
    assert (chat.posts, chat.edits) == (1, 1)


async def until(core: Core, wanted: dict[str, int]) -> None:
    """Wait until the letters stand so."""
    async with asyncio.timeout(10):
        while await core.outbox.counts() != wanted:
            continue


async def test_r3_a_second_process_on_the_same_file_refuses_to_start(sqlite_url: str) -> None:
    settings = {"FEMMA_MODE": "development", "FEMMA_DATABASE_URL": sqlite_url, "PORT": "0"}
    with Alone(sqlite_url):
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run",
            cwd=ROOT, env=environment(settings), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        out, errors = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 2
    assert out == b""
    (line,) = errors.decode().splitlines()
    assert f"another Femma runs on {sqlite_url.removeprefix('sqlite:///')}" in line


async def test_r3_the_file_is_free_again_when_the_first_has_stopped(sqlite_url: str) -> None:
    settings = Settings(mode=Mode.DEVELOPMENT, database_url=SecretStr(sqlite_url))
    first, second = Femma(settings), Femma(settings)
    await first.start()
    with pytest.raises(BadSetting, match="another Femma"):
        await second.start()
    await first.stop()
    await second.start()
    await second.stop()


def test_r3_the_lock_is_the_process_and_not_the_file(sqlite_url: str, tmp_path: Path) -> None:
    with Alone(sqlite_url), pytest.raises(InUse):
        Alone(sqlite_url)
    with Alone(sqlite_url):
        assert (tmp_path / "femma.db.lock").exists()
    with Alone("sqlite://"), Alone("sqlite://"), Alone("postgresql://x/y"), Alone("postgresql://x/y"):
        assert len(list(tmp_path.glob("*.lock"))) == 1
