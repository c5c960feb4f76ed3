"""Rows C1 to C9 and C11: the bot dies at every named point, and nothing is lost or said twice.

The plays run once, on SQLite and PostgreSQL side by side; each test looks at what they have left behind.
`make soak` does the same with many more deaths.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from uuid import uuid4

import aiohttp
import psycopg
import pytest
from sqlalchemy import text

from bench import oracle
from bench.ledger import Ledger
from bench.processes import ROOT, environment
from bench.victim import Victim
from bot.app import Core
from bot.clocks import SystemClock
from storage.backup import backup
from storage.engine import open_engine
from tests.fakes.slack_signer import SlackSigner, direct_message
from tests.trust.plays import PEOPLE, SOON, Play, play

# About thirty starts of the bot, which a busy machine takes its time for.
pytestmark = pytest.mark.timeout(300)


@contextmanager
def _fresh_database(server: str) -> Iterator[str]:
    name = f"c{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    head, _, query = server.partition("?")
    yield f"{head.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def plays(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Play]:
    """Two deaths at each point on SQLite, one on PostgreSQL."""

    async def both(url: str) -> tuple[Play, Play]:
        one, two = (tmp_path_factory.mktemp("play") for _ in range(2))
        return await asyncio.gather(
            play(f"sqlite:///{one}/femma.db", one, seeds=2, seed=11), play(url, two, seeds=1, seed=12)
        )

    with _fresh_database(postgres) as url:
        return dict(zip(("sqlite", "postgresql"), asyncio.run(both(url)), strict=True))


@pytest.fixture(params=["sqlite", "postgresql"])
def seen(request: pytest.FixtureRequest, plays: dict[str, Play]) -> Play:
    """Each test looks at both."""
    return plays[request.param]


# What can go wrong, done by hand, and the word with which the oracle must complain.
WRONGS = {
    "a delivery is forgotten": ("DELETE FROM deliveries WHERE id = (SELECT max(id) FROM deliveries)", "lost"),
    "words are gone": ("DELETE FROM talks", "overwritten"),
    "an answer was never written": (
        "DELETE FROM outbox WHERE key LIKE 'Ev%' AND state = 'sent' AND platform = 'slack'",
        "lost",
    ),
    "a letter waits for ever": (
        "UPDATE outbox SET state = 'waiting' "
        "WHERE id = (SELECT max(id) FROM outbox WHERE platform = 'slack')",
        "lost",
    ),
}


@pytest.mark.parametrize("wrong", WRONGS)
async def test_c0_the_oracle_sees_what_is_wrong(plays: dict[str, Play], tmp_path: Path, wrong: str) -> None:
    seen, copy = plays["sqlite"], tmp_path / "copy.db"
    backup(seen.url, copy)
    statement, complaint = WRONGS[wrong]
    with sqlite3.connect(copy) as connection:
        assert connection.execute(statement).rowcount > 0
    connection.close()
    verdict = await oracle.judge(f"sqlite:///{copy}", seen.ledger, seen.accepted, seen.since)
    assert complaint in verdict.faults()


@pytest.mark.parametrize(("more", "complaint"), [(1, "doubled"), (-1, "lost")])
async def test_c0_the_oracle_counts_what_slack_was_given(
    plays: dict[str, Play], more: int, complaint: str
) -> None:
    seen = plays["sqlite"]
    certain = Ledger(Random(0), seen.ledger.posts.copy(), seen.ledger.edits, seen.ledger.texts)
    message = next(reversed(seen.ledger.posts))
    certain.posts[message] += more
    verdict = await oracle.judge(seen.url, certain, seen.accepted, seen.since)
    assert complaint in verdict.faults()


def died_at(seen: Play, point: str) -> None:
    """The bot died there, and nothing that it had accepted is lost, doubled or half done."""
    assert seen.deaths[point] >= 1
    assert seen.verdict.accepted > 20
    assert seen.verdict.faults() == ""


def test_c1_before_the_inbox_is_written_slack_repeats_and_it_is_heard_once(seen: Play) -> None:
    died_at(seen, "before_inbox")
    assert seen.held["before_inbox"] == []


def test_c2_stored_but_not_answered_the_repeat_changes_nothing(seen: Play) -> None:
    died_at(seen, "before_ack")


def test_c3_what_was_answered_is_worked_off_soon_after_the_start(seen: Play) -> None:
    assert seen.waited < SOON
    assert seen.verdict.lost == []


def test_c4_inside_the_transaction_all_or_nothing(seen: Play) -> None:
    died_at(seen, "mid_handler_tx")
    assert seen.verdict.half == []


def test_c5_decided_but_not_sent_it_is_said_by_the_next_life(seen: Play) -> None:
    died_at(seen, "before_send")
    assert seen.given_up == []
    states = Counter(seen.states.values())
    assert set(states) == {"sent", "uncertain"}
    assert states["sent"] > states["uncertain"]
    assert seen.verdict.lost == seen.verdict.doubled == []


def test_c6_sent_but_not_written_down_it_is_uncertain_and_never_repeated(seen: Play) -> None:
    died_at(seen, "after_send_before_mark")
    held = seen.held["after_send_before_mark"]
    assert held
    assert {seen.states[letter] for letter in held} <= {"uncertain", "sent"}
    assert seen.verdict.arrived >= 1
    assert seen.verdict.doubled == []


def test_c6_written_down_it_stays_sent(seen: Play) -> None:
    died_at(seen, "after_mark")


def test_c7_every_team_gets_its_summary_once(seen: Play) -> None:
    died_at(seen, "mid_digest")
    assert Counter(seen.summaries) == dict.fromkeys(set(seen.summaries), 1)
    assert len(seen.summaries) == PEOPLE


_MIGRATES_AND_DIES = """
import asyncio, os, signal, sys
from sqlalchemy import event
from storage.engine import open_engine
from storage.schema import upgrade

engine, left = open_engine(sys.argv[1]), int(sys.argv[2])

@event.listens_for(engine.sync_engine, "after_cursor_execute")
def count(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(upgrade(engine))
"""


async def _code_of(*command: str) -> int:
    """Run it to its end: the exit code."""
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return await asyncio.wait_for(process.wait(), 30)


async def test_c8_a_migration_that_dies_in_the_middle_is_done_anew(empty_database_url: str) -> None:
    for statement in (8, 15, 22):
        assert (
            await _code_of(sys.executable, "-c", _MIGRATES_AND_DIES, empty_database_url, str(statement)) == -9
        )
    core = await Core.open(empty_database_url, SystemClock())
    assert await core.outbox.counts() == {}
    await core.engine.dispose()


def test_c8_a_backup_that_died_half_way_is_written_anew(tmp_path: Path) -> None:
    file, copy = tmp_path / "femma.db", tmp_path / "copy.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE t AS SELECT 1 AS one")
    connection.close()
    (tmp_path / "copy.db.part").write_bytes(b"half of it")
    backup(f"sqlite:///{file}", copy)
    with sqlite3.connect(copy) as connection:
        assert connection.execute("SELECT one FROM t").fetchone() == (1,)
    connection.close()


def test_c9_told_to_stop_under_load_it_ends_in_time_and_leaves_nothing_in_the_air(seen: Play) -> None:
    code, seconds = seen.told_to_stop
    assert code == 0
    assert seconds < 10
    assert seen.under_way_after_stop == 0
    assert seen.ended == 0
    assert seen.verdict.lost == []


async def test_c11_every_connection_syncs_each_commit(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    async with engine.connect() as connection:
        level = (await connection.execute(text("PRAGMA synchronous"))).scalar_one()
        journal = (await connection.execute(text("PRAGMA journal_mode"))).scalar_one()
    await engine.dispose()
    # sqlite.org/pragma.html: 2 is FULL, with which a WAL commit survives the loss of power.
    assert (level, journal) == (2, "wal")


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
async def test_c11_the_disk_has_it_before_slack_is_answered(sqlite_url: str, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    # -D: the traced process stays our own child.
    calls = "trace=fsync,fdatasync,recvfrom,sendto,sendmsg,write"
    under = ("strace", "-D", "-f", "--seccomp-bpf", "-qq", "-s", "60", "-o", str(trace), "-e", calls)
    if await _code_of(*under, "true") != 0:
        pytest.skip("tracing is not allowed here")
    async with Ledger(Random(1)).serving() as api, aiohttp.ClientSession() as http:
        victim = Victim(sqlite_url, api, tmp_path, under)
        try:
            await victim.spawn()
            await victim.answers()
            signed = SlackSigner(SystemClock().now()).event(direct_message("Nyckeln saknas varje morgon"))
            async with http.post(
                f"{victim.url}/slack/events", data=signed.body, headers=signed.headers
            ) as answer:
                assert answer.status == 200
            assert await victim.stop() == 0
        finally:
            await victim.end()
    order = _order(trace.read_text(errors="replace").splitlines())
    assert re.fullmatch("a+s+.*o.*", order), order


def _order(lines: list[str]) -> str:
    """From the request on: `a` where it came in, `s` where the disk was waited for, `o` where 200 left."""
    signs = ((r"recvfrom.*POST /slack/events", "a"), (r"sync\(", "s"), (r"(send|write).*HTTP/1\.1 200", "o"))
    found = "".join(sign for line in lines for part, sign in signs if re.search(part, line))
    return found[found.index("a") :]
