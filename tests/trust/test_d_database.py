"""Rows D1 to D9: the database is locked, away, frozen, full or broken, and comes back by itself.

While it is away the door says 503 in time; afterwards everything that was accepted is there, once.
"""

from __future__ import annotations

import asyncio
import json
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import event, select, text

from bench.processes import ROOT, environment
from bot.app import Core
from bot.clocks import SystemClock
from bot.domain.letters import Claimed, Turn
from bot.domain.people import Person
from bot.domain.talks import Talk
from bot.domain.telling import Telling
from bot.domain.work import StorageAway, Work
from bot.settings import BadSetting
from handlers.clean import clean
from storage.checks import Damaged, check
from storage.codec import unpack
from storage.engine import open_engine
from storage.outbox import SqlOutbox
from storage.store import SqlStore
from storage.tables import talks
from tests.fakes.slack_signer import direct_message
from tests.house import TENANT, FakeChat, FixedClock
from tests.trust.front import Beat, Front, looking_into
from tests.trust.own_postgres import OwnPostgres, own_postgres
from tests.trust.town_hall import PATIENT, Hall, hall

_HOLDS_THE_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
print("free", flush=True)
"""


def file_of(url: str) -> str:
    return url.removeprefix("sqlite:///")


@asynccontextmanager
async def locked(url: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Another process holds the whole file until it is told to let go, by a line."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _HOLDS_THE_LOCK, file_of(url),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert await process.stdout.readline() == b"held\n"
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def let_go(process: asyncio.subprocess.Process) -> None:
    assert process.stdin is not None
    process.stdin.write(b"\n")


async def test_d1_locked_for_a_second_it_waits(sqlite_url: str) -> None:
    async with hall(sqlite_url) as it, locked(sqlite_url) as other:
        asyncio.get_running_loop().call_later(1.0, let_go, other)
        assert await asyncio.gather(*(it.hears(number) for number in range(20))) == [True] * 20
        await it.all_sent()
        assert len(await it.drafts()) == 20


async def test_d1_locked_for_longer_everybody_is_told_in_time_and_it_recovers(sqlite_url: str) -> None:
    async with hall(sqlite_url) as it, locked(sqlite_url) as other:
        assert await asyncio.gather(*(it.hears(number) for number in range(30))) == [False] * 30
        asyncio.get_running_loop().call_later(1.0, let_go, other)
        await asyncio.gather(*(it.hears_again(number) for number in range(30)))
        assert len(await it.drafts()) == 30
        await it.all_sent()
        assert it.said_twice == []


class Deaf(SqlOutbox):
    """Does what it is asked, but every second time the answer gets lost, as when a commit takes too long."""

    def __init__(self, store: SqlStore) -> None:
        super().__init__(store)
        self.turns = 0

    async def turn(self, now: datetime, bring: Callable[[], Turn]) -> list[Claimed]:
        claimed = await super().turn(now, bring)
        self.turns += 1
        if self.turns % 2:
            raise StorageAway("no answer")
        return claimed


async def test_d1_a_commit_whose_answer_is_lost_neither_loses_nor_repeats(sqlite_url: str) -> None:
    chat, clock = FakeChat(), FixedClock()
    core = await Core.open(sqlite_url, clock)
    core.outbox = Deaf(core.store)
    running = asyncio.create_task(core.deliver_to({"web": chat}, clock, {}).run())
    try:
        it = Hall(core, clock, chat)
        for number in range(3):
            assert await it.hears(number)
            await it.all_sent()
        assert (chat.posts, it.said_twice) == (3, [])
        assert core.outbox.turns > 6
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await core.engine.dispose()


_COUNTS_UP = """
import asyncio, sys
from bot.clocks import SystemClock
from storage.engine import open_engine
from storage.store import SqlStore

async def main():
    engine = open_engine(sys.argv[1])
    store = SqlStore(engine, SystemClock())
    async def job(work):
        return await work.next_number("t")
    print([await store.run("t", job) for _ in range(int(sys.argv[2]))])
    await engine.dispose()

asyncio.run(main())
"""


async def test_d2_four_processes_write_at_once_and_none_is_turned_away(database_url: str) -> None:
    core = await Core.open(database_url, SystemClock())
    await core.engine.dispose()
    writers = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", _COUNTS_UP, database_url, "100",
            cwd=ROOT, env=environment(), stdout=asyncio.subprocess.PIPE,
        )
        for _ in range(4)
    ]  # fmt: skip
    told = [(await asyncio.wait_for(writer.communicate(), 60))[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 4
    numbers = [number for lines in told for number in json.loads(lines)]
    assert sorted(numbers) == list(range(1, 401))


@pytest.fixture(scope="module")
def server() -> Iterator[OwnPostgres]:
    """A PostgreSQL that may be hurt."""
    with own_postgres() as it:
        yield it


@pytest.fixture
async def own(server: OwnPostgres) -> AsyncIterator[Hall]:
    """A bot on a fresh database there, that has just spoken."""
    async with hall(server.new_database()) as it:
        assert await it.hears(0)
        await it.all_sent()
        yield it


async def comes_back(it: Hall, seconds: float = 5.0) -> None:
    """Twenty that were turned away are taken within five seconds, once, and answered."""
    await asyncio.gather(*(it.hears_again(number, seconds=seconds) for number in range(1, 21)))
    assert len(await it.drafts()) == 21
    await it.all_sent()
    assert it.said_twice == []


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL], ids=["restart", "kill"])
async def test_d3_postgres_goes_and_comes_back(server: OwnPostgres, own: Hall, sign: signal.Signals) -> None:
    await asyncio.to_thread(server.die, sign)
    assert await asyncio.gather(*(own.hears(number) for number in range(1, 21))) == [False] * 20
    await server.start()
    await comes_back(own)


async def test_d3_postgres_is_frozen(server: OwnPostgres, own: Hall) -> None:
    server.send(signal.SIGSTOP)
    try:
        assert await asyncio.gather(*(own.hears(number) for number in range(1, 21))) == [False] * 20
    finally:
        server.send(signal.SIGCONT)
    await comes_back(own)


async def test_d4_every_connection_is_busy_with_slow_statements(postgres_url: str) -> None:
    async with hall(postgres_url) as it:
        assert await it.hears(0)
        await it.all_sent()
        all_busy = asyncio.Barrier(11)

        async def busy() -> None:
            async with it.core.engine.connect() as connection:
                await all_busy.wait()
                await connection.execute(text("SELECT pg_sleep(3.5)"))

        queries = [asyncio.create_task(busy()) for _ in range(10)]
        await all_busy.wait()
        async with Beat() as beat:
            assert await asyncio.gather(*(it.hears(number) for number in range(1, 21))) == [False] * 20
        assert beat.longest < 0.1
        await asyncio.gather(*queries)
        await comes_back(it)


async def test_d4_a_slow_statement_is_given_up(postgres_url: str) -> None:
    async with hall(postgres_url) as it:
        began = monotonic()
        with pytest.raises(StorageAway):
            async with it.core.store.transaction() as connection:
                await connection.execute(text("SELECT pg_sleep(30)"))
        assert monotonic() - began < PATIENT
        assert await it.hears(0)


async def test_d5_the_disk_is_full(sqlite_url: str) -> None:
    words = "Listan ligger i ett annat hus. " * 100
    async with hall(sqlite_url) as it:
        engine = it.core.engine

        def small(connection: Any, _: object) -> None:
            connection.execute("PRAGMA max_page_count=1")

        event.listen(engine.sync_engine, "connect", small)
        await engine.dispose()
        taken = [number for number in range(100) if await it.hears(number, f"{number} {words}")]
        assert 100 - len(taken) > 0
        # What is there can still be read.
        assert sum((await it.core.outbox.counts()).values()) >= len(taken)
        event.remove(engine.sync_engine, "connect", small)
        await engine.dispose()
        await asyncio.gather(*(it.hears_again(number, f"{number} {words}") for number in range(100)))
        assert len(await it.drafts()) == 100
        await it.all_sent()
        assert it.said_twice == []
    with sqlite3.connect(file_of(sqlite_url)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


async def test_d6_two_transactions_in_each_others_way_are_done_anew(postgres_url: str) -> None:
    core = await Core.open(postgres_url, SystemClock())
    both_hold_one = asyncio.Barrier(2)
    tries = 0

    async def crossing(first: str, second: str) -> None:
        met = False

        async def job(work: Work) -> None:
            nonlocal met, tries
            tries += 1
            for number, name in enumerate((first, second)):
                person = await work.person(TENANT, name) or Person(name, TENANT)
                await work.save_person(person)
                if number == 0 and not met:
                    met = True
                    await both_hold_one.wait()

        await core.store.run(TENANT, job)

    async def known(work: Work) -> None:
        for name in ("a", "b"):
            await work.save_person(Person(name, TENANT))

    await core.store.run(TENANT, known)
    await asyncio.gather(crossing("a", "b"), crossing("b", "a"))
    await core.engine.dispose()
    assert tries > 2


async def start_error(url: str) -> str:
    """The one line with which it refuses to start."""
    with pytest.raises(BadSetting) as refused:
        await Core.open(url, SystemClock())
    line = str(refused.value)
    assert "\n" not in line
    return line


async def test_d7_a_file_that_cannot_be_used_is_named(tmp_path: Path, sqlite_url: str) -> None:
    missing = tmp_path / "nowhere" / "femma.db"
    assert str(missing) in await start_error(f"sqlite:///{missing}")
    assert str(tmp_path) in await start_error(f"sqlite:///{tmp_path}")
    core = await Core.open(sqlite_url, SystemClock())
    await core.engine.dispose()
    # A file that may only be read: also root cannot write through such a connection.
    line = await start_error(f"sqlite:///file:{file_of(sqlite_url)}?mode=ro&uri=true")
    assert file_of(sqlite_url) in line
    assert "readonly" in line


async def test_d7_the_command_says_it_in_one_line(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere" / "femma.db"
    settings = {"FEMMA_MODE": "development", "FEMMA_DATABASE_URL": f"sqlite:///{missing}", "PORT": "0"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run",
        cwd=ROOT, env=environment(settings), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    out, errors = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 2
    assert out == b""
    (line,) = errors.decode().splitlines()
    assert str(missing) in line


_ODD = (
    "\x00", "a\x00b", "\ud800", "\udfff", "x\udc00y", "\ud83d", "\ude00\ud83d", "\U0001f600",
    "\U0001f469\u200d\U0001f4bb", "\U0001f1f8\U0001f1ea", "a\u0308", "\u00e4", "A\u030a", "\u212b", "\ufb01",
    "\u0130", "\u00df", "\u1e9e", "\u200b", "\u202e abc", "\u2066abc\u2069", "\ufeff", "\ufffd", "\ufffe",
    "\uffff", "\U0010ffff", "\x01", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u2029", "\r\n", "\t",
    "'; DROP TABLE ideas;--", '"', "\\", "\\u0000", "%s %(x)s :x", "z" + "\u0301" * 50,
)  # fmt: skip


async def test_d8_odd_characters_are_kept_alike(femma_on_each: Front) -> None:
    assert len(_ODD) == 40
    for number, odd in enumerate(_ODD):
        femma_on_each.slack.add_user(f"U{number}", "Alva")
        payload = direct_message(
            f"Nyckeln {odd} saknas", user=f"U{number}", event_id=f"Ev{number}", channel=f"D{number}",
            ts=str(femma_on_each.femma.clock.now().timestamp()),
        )  # fmt: skip
        assert await femma_on_each.post(femma_on_each.signer.event(payload)) == 200
    query = select(talks.c.person, talks.c.body)
    async with looking_into(femma_on_each.database_url) as store, store.transaction() as connection:
        kept = {person: unpack(body, Talk).state for person, body in (await connection.execute(query)).all()}
    for number, odd in enumerate(_ODD):
        state = kept[f"slack:T0FEMMA:U{number}"]
        assert isinstance(state, Telling)
        assert state.text == clean(f"Nyckeln {odd} saknas")
        assert "\x00" not in state.text
        state.text.encode()
    await femma_on_each.femma.settle()
    await femma_on_each.femma.assert_all_sent()


_PAGE = 4096


@pytest.fixture
async def pages(sqlite_url: str) -> list[bytes]:
    """The pages of a database in use."""
    file = Path(file_of(sqlite_url))
    async with hall(sqlite_url) as it:
        for number in range(40):
            await it.hears(number, f"{number} " + "Listan ligger i ett annat hus. " * 20)
        await it.all_sent()
    data = await asyncio.to_thread(file.read_bytes)
    return [data[at : at + _PAGE] for at in range(0, len(data), _PAGE)]


@pytest.mark.parametrize("damage", ["zeros", "noise"])
async def test_d9_a_broken_page_is_found_before_anything_is_written(
    pages: list[bytes], tmp_path: Path, damage: str
) -> None:
    noise = random.Random(1)
    assert len(pages) > 50
    missed = []
    for number in range(len(pages)):
        page = bytes(_PAGE) if damage == "zeros" else noise.randbytes(_PAGE)
        broken = tmp_path / f"broken{number}.db"
        broken.write_bytes(b"".join([*pages[:number], page, *pages[number + 1 :]]))
        engine = open_engine(f"sqlite:///{broken}")
        try:
            await check(engine)
        except Damaged:
            continue
        finally:
            await engine.dispose()
        missed.append(number)
    assert missed == []


async def test_d9_a_damaged_file_is_refused_and_left_alone(pages: list[bytes], tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"".join([*pages[:5], bytes(_PAGE), *pages[6:]]))
    before = broken.read_bytes()
    line = await start_error(f"sqlite:///{broken}")
    assert str(broken) in line
    assert "femma restore" in line
    assert broken.read_bytes() == before
