"""How long it takes to find ideas among very many: python -m bench.find [--ideas N] [--database both].

The rows are written straight into the tables, as the bot would have written them. The labelled texts of
tests/alike are among them as the oldest, and half of the questions; so is told how many twins are still
found.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import tempfile
from array import array
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter, process_time

import orjson
import psycopg

from bench import servers
from bench.invented import pieces, text
from bot.clocks import SystemClock
from bot.domain.ideas import OPEN, Idea, Kind, Stage
from bot.likeness.keys import keys_of
from storage.codec import pack
from storage.engine import open_engine
from storage.schema import upgrade
from storage.store import SqlStore
from storage.tables import NEVER, moment
from storage.work import SqlWork
from tests.alike.labelled import TWIN, pairs

TENANT = "slack:T0BENCH"
TEAMS = 200
_TENANT = f'{{"id": "{TENANT}"}}'
_TOLD = datetime(2026, 1, 7, 9, tzinfo=UTC)
_QUESTIONS = 200
_FILED = 300
_COLUMNS = ("tenant", "id", "number", "author", "team", "stage", "told_at", "answer_by", "body", "version")
_Row = tuple[str, str, int, str, str, str, str, str, str, int]
# Who told an idea of this number, and where it stands.
ToldBy = Callable[[int], tuple[str, Stage]]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Milliseconds of one question: half are answered within `p50`, 95 of 100 within `p95`."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Found:
    """What was measured on one database with so many ideas. `filing`: ms CPU with keys, and without."""

    database: str
    ideas: int
    loaded: float
    similar: Waiting
    find: Waiting
    twins: float
    filing: tuple[float, float]

    def line(self) -> str:
        """For people."""
        waits = f"p50 {self.similar.p50:6.1f} ms  p95 {self.similar.p95:6.1f} ms"
        finds = f"p50 {self.find.p50:6.1f} ms  p95 {self.find.p95:6.1f} ms"
        return (
            f"{self.database:<11}{self.ideas:>9} ideas (written in {self.loaded:.0f} s)  similar {waits}  "
            f"find {finds}  twins found {100 * self.twins:.0f} %  "
            f"CPU of filing {self.filing[0]:.2f} ms, without keys {self.filing[1]:.2f} ms"
        )


def _labelled() -> list[str]:
    return [words for pair in pairs() for words in (pair.one, pair.other)]


def _nobody_else(number: int) -> tuple[str, Stage]:
    return "ann", Stage.SUBMITTED


def _rows(count: int, postings: dict[str, array[int]], told_by: ToldBy) -> Iterator[_Row]:
    """The rows of `ideas`, and on the way which ideas have which keys."""
    chance = Random(7)
    told = _labelled()
    sample = Idea("", TENANT, 0, Kind.PROBLEM, "", "ann", "x", _TOLD, date(2026, 1, 21))
    body = orjson.loads(pack(sample))
    for number in range(1, count + 1):
        parts = [told[number - 1]] if number <= len(told) else pieces(chance)
        for key in frozenset[str]().union(*(_keys(part) for part in parts)):
            postings.setdefault(key, array("i")).append(number)
        at, id_, team = _TOLD + timedelta(seconds=20 * number), f"i{number}", f"team{number % TEAMS}"
        author, stage = told_by(number)
        day = "2026-01-21" if stage in OPEN else None
        body |= {
            "id": id_,
            "number": number,
            "text": " ".join(parts),
            "author": author,
            "team": team,
            "stage": stage.value,
            "told_at": at.isoformat(),
            "answer_by": day,
        }
        written = orjson.dumps(body).decode()
        next_date = day or NEVER.isoformat()
        yield TENANT, id_, number, author, team, stage.value, moment(at), next_date, written, 1


@cache
def _keys(part: str) -> frozenset[str]:
    return keys_of(part).all()


def _postings(postings: dict[str, array[int]]) -> Iterator[tuple[str, str, int]]:
    """The rows of `idea_keys` in the order of their primary key."""
    for key in sorted(postings):
        for number in postings[key]:
            yield TENANT, key, number


def load(url: str, count: int, told_by: ToldBy = _nobody_else) -> None:
    """Fill an empty database of the newest schema with so many ideas and their keys."""
    if url.startswith("sqlite"):
        _load_sqlite(Path(url.removeprefix("sqlite:///")), count, told_by)
    else:
        _load_postgres(url, count, told_by)


def _load_sqlite(path: Path, count: int, told_by: ToldBy) -> None:
    postings: dict[str, array[int]] = {}
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA cache_size = -400000")
        marks = ", ".join("?" * len(_COLUMNS))
        connection.executemany(
            f"INSERT INTO ideas ({', '.join(_COLUMNS)}) VALUES ({marks})", _rows(count, postings, told_by)
        )
        connection.executemany("INSERT INTO idea_keys VALUES (?, ?, ?)", _postings(postings))
        connection.execute("INSERT INTO tenants VALUES (?, ?, ?, 1)", (TENANT, count, _TENANT))
    connection.close()


def _load_postgres(url: str, count: int, told_by: ToldBy) -> None:
    postings: dict[str, array[int]] = {}
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT set_config('femma.tenant', '*', true)")
        cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
        with cursor.copy(f"COPY ideas ({', '.join(_COLUMNS)}) FROM STDIN") as copy:
            for row in _rows(count, postings, told_by):
                copy.write_row(row)
        # The primary key is built over all rows at once, which is what a restored backup does too.
        cursor.execute("ALTER TABLE idea_keys DROP CONSTRAINT pk_idea_keys")
        with cursor.copy("COPY idea_keys (tenant, key, number) FROM STDIN") as copy:
            for line in _postings(postings):
                copy.write_row(line)
        cursor.execute("ALTER TABLE idea_keys ADD CONSTRAINT pk_idea_keys PRIMARY KEY (tenant, key, number)")
        cursor.execute("INSERT INTO tenants VALUES (%s, %s, %s, 1)", (TENANT, count, _TENANT))
    with psycopg.connect(url, autocommit=True) as connection:
        # What the server's own housekeeping does some minutes after such a load.
        connection.execute("VACUUM ANALYZE ideas")
        connection.execute("VACUUM ANALYZE idea_keys")


async def measure(url: str, database: str, count: int) -> Found:
    """Fill an empty database and ask it. Nothing else may run on it."""
    engine = open_engine(url)
    try:
        await upgrade(engine)
        began = perf_counter()
        await asyncio.to_thread(load, url, count)
        loaded = perf_counter() - began
        store = SqlStore(engine, SystemClock())
        questions = _questions()
        similar = await _waiting(questions, lambda asked: _similar(store, asked))
        words = [" ".join(asked.split()[1:3]) for asked in questions]
        find = await _waiting(words, lambda asked: _find(store, asked))
        twins = await _twins(store, count)
        filing = (await _filing(store, count, True), await _filing(store, 2 * count, False))
        return Found(database, count, loaded, similar, find, twins, filing)
    finally:
        await engine.dispose()


def _questions() -> list[str]:
    told = _labelled()
    half = _QUESTIONS // 2
    asked = [told[at * len(told) // half] for at in range(half)] + [text(at, seed=11) for at in range(half)]
    Random(3).shuffle(asked)
    return asked


async def _waiting(asked: Sequence[str], ask: Callable[[str], Awaitable[object]]) -> Waiting:
    for words in asked[:40]:
        await ask(words)
    took: list[float] = []
    for words in asked:
        began = perf_counter()
        await ask(words)
        took.append(1000 * (perf_counter() - began))
    hundredths = quantiles(took, n=100)
    return Waiting(hundredths[49], hundredths[94])


async def _similar(store: SqlStore, asked: str, apart_from: str = "") -> list[Idea]:
    async def job(work: SqlWork) -> list[Idea]:
        return await work.similar(TENANT, asked, apart_from=apart_from)

    return await store.run(TENANT, job)


async def _find(store: SqlStore, asked: str) -> list[Idea]:
    async def job(work: SqlWork) -> list[Idea]:
        return await work.find(TENANT, asked)

    return await store.run(TENANT, job)


async def _twins(store: SqlStore, count: int) -> float:
    """The share of the labelled twins that are shown, any of their matter."""
    matters = {words: pair.matter for pair in pairs() for words in (pair.one, pair.other)}
    hits: list[bool] = []
    for at, pair in enumerate(pairs()):
        if pair.what == TWIN and 2 * at + 2 <= count:
            shown = await _similar(store, pair.one, f"i{2 * at + 1}")
            hits.append(any(matters.get(idea.text) == pair.matter for idea in shown))
    return sum(hits) / len(hits) if hits else 0.0


async def _filing(store: SqlStore, first: int, with_text: bool) -> float:
    """Milliseconds of CPU in this process for one new idea; one without a text has no keys."""
    sample = Idea("", TENANT, 0, Kind.PROBLEM, "", "ann", "x", _TOLD, date(2026, 1, 21))
    began = process_time()
    for at in range(1, _FILED + 1):
        new = replace(sample, id=f"f{first + at}", number=first + at, text=text(at, 13) if with_text else "")

        async def job(work: SqlWork, new: Idea = new) -> Idea:
            return await work.save_idea(new)

        await store.run(TENANT, job)
    return 1000 * (process_time() - began) / _FILED


async def run(count: int, databases: Sequence[str]) -> list[Found]:
    """At a thousand ideas and at `count`, on each database."""
    found: list[Found] = []
    for database in databases:
        for many in dict.fromkeys((1000, count)):
            with ExitStack() as stack:
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="femma-find-")))
                sqlite = f"sqlite:///{folder}/femma.db"
                url = sqlite if database == "SQLite" else stack.enter_context(servers.postgres())
                found.append(await measure(url, database, many))
                print(found[-1].line(), flush=True)
    return found


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m bench.find", description=__doc__)
    options.add_argument("--ideas", type=int, default=1_000_000)
    options.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    chosen = options.parse_args()
    names = {"sqlite": ("SQLite",), "postgresql": ("PostgreSQL",), "both": ("SQLite", "PostgreSQL")}
    asyncio.run(run(chosen.ideas, names[chosen.database]))


if __name__ == "__main__":
    main()
