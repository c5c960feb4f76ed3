"""Words in logs and in SQL: one line stays one line, and a value is never a statement (rows H7, H9)."""

from __future__ import annotations

import ast
import asyncio
import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.domain.ideas import Idea
from bot.domain.people import Language, Person
from bot.domain.work import Work
from cards import actions
from handlers.clean import clean
from tests.cards.samples_model import HOSTILE
from tests.house import TENANT, Chatter, House
from tests.trust.written import lines, written

ROOT = Path(__file__).resolve().parents[2]
WORDS = tuple(clean(words) for words in HOSTILE)


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """The log of a process in production."""
    with written(monkeypatch) as stream:
        yield stream


def test_h7_one_event_is_one_line(log: io.StringIO) -> None:
    """119 strings as the event and as a value: as many lines as events, and the values as they were."""
    for words in WORDS:
        structlog.get_logger("femma.test").warning(words, value=words, more=[words])
    told = lines(log)
    assert len(told) == len(WORDS) > 60
    assert [line["event"] for line in told] == [line["value"] for line in told] == list(WORDS)


def test_h7_libraries_write_the_same_lines(log: io.StringIO) -> None:
    """Their first line only: what stands below it is what an exception said."""
    for words in WORDS:
        logging.getLogger("asyncio").error("%s\nfuture: %s", words, "ValueError(SECRET)")
    told = lines(log)
    assert len(told) == len(WORDS)
    assert all(line["logger"] == "asyncio" and line["level"] == "error" for line in told)
    assert "SECRET" not in json.dumps(told)


def _fail(words: str) -> None:
    raise ValueError(words)


def test_h7_what_an_exception_says_is_not_written(log: io.StringIO) -> None:
    """Which kind it was and where, from our loggers and from those of libraries, also through its cause."""
    for words in WORDS:
        try:
            try:
                _fail(f"{words} KANARIEGUL")
            except ValueError as error:
                raise KeyError(f"{words} KANARIEGUL") from error
        except KeyError as error:
            structlog.get_logger("femma.test").exception("broken")
            structlog.get_logger("femma.test").error("broken", exc_info=error)
            logging.getLogger("aiohttp.server").exception("Error handling request")
    told = lines(log)
    assert len(told) == 3 * len(WORDS)
    assert all(line["error"] == "KeyError" for line in told)
    assert all("test_h_logs_and_sql.py" in str(line["where"]) for line in told)
    assert "KANARIEGUL" not in json.dumps(told)


async def test_h7_a_task_that_nobody_waits_for_keeps_its_words(log: io.StringIO) -> None:
    """asyncio itself tells of it, with the exception in its message."""
    loop = asyncio.get_running_loop()
    failed = ValueError("KANARIEGUL")
    future = loop.create_future()
    future.set_exception(failed)
    loop.call_exception_handler(
        {"message": "Task exception was never retrieved", "exception": failed, "future": future}
    )
    assert future.exception() is failed
    (line,) = lines(log)
    assert line["event"] == "Task exception was never retrieved"
    assert "KANARIEGUL" not in json.dumps(line)


def test_h7_without_an_exception_there_is_no_error(log: io.StringIO) -> None:
    structlog.get_logger("femma.test").error("quiet", exc_info=True)
    structlog.get_logger("femma.test").error("quiet", exc_info=(None, None, None))
    assert all("error" not in line for line in lines(log))


# H9

# Calls that take a statement as text.
TAKES_TEXT = {
    "text",
    "exec_driver_sql",
    "execute",
    "executescript",
    "executemany",
    "scalar",
    "scalars",
    "DDL",
}


def built_statements(source: str) -> list[str]:
    """What is put into a text that is given to such a call: in an f-string, or with + % .format or .join."""
    return [
        piece
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and _name(node.func) in TAKES_TEXT
        for piece in map(_built, node.args[:1])
        if piece
    ]


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _built(argument: ast.expr) -> str:
    if isinstance(argument, ast.JoinedStr):
        values = [part.value for part in argument.values if isinstance(part, ast.FormattedValue)]
        return " ".join(map(ast.unparse, values))
    if isinstance(argument, ast.BinOp) and isinstance(argument.op, ast.Add | ast.Mod):
        return ast.unparse(argument)
    put_together = isinstance(argument, ast.Call) and _name(argument.func) in {"format", "join", "replace"}
    return ast.unparse(argument) if put_together else ""


# Names of our own tables, columns and settings are put in, never a value.
OUR_OWN = {
    "storage/engine.py": {"pragma"},
    # How each of the two databases takes a list of keys and joins numbers: the keys themselves are bound.
    "storage/finding.py": {"_JOINED[dialect] _KEYS[dialect]", "_KEYS[dialect]"},
    "storage/migrations/versions/0002_a_wall_between_tenants.py": {"table", "table column"},
}


def test_h9_no_statement_is_put_together_from_values() -> None:
    found = {
        str(path.relative_to(ROOT)): set(built_statements(path.read_text("utf-8")))
        for folder in ("storage", "bot", "handlers")
        for path in sorted((ROOT / folder).rglob("*.py"))
    }
    # A number is a number.
    texts = {name: {one for one in pieces if not one.startswith("int(")} for name, pieces in found.items()}
    assert {name: pieces for name, pieces in texts.items() if pieces} == OUR_OWN


@pytest.mark.parametrize(
    "line",
    ["c.execute(f'SELECT {x}')", "text('a' + b)", "text('%s' % b)", "c.execute('{}'.format(b))"],
)
def test_h9_a_statement_that_was_put_together_is_seen(line: str) -> None:
    assert built_statements(line)


SQL = (
    "'; DROP TABLE ideas; --", "\" OR \"\"=\"", "' OR '1'='1", "x'); DELETE FROM people; --", "%' OR 1=1 --",
    "\\'; SELECT pg_sleep(9); --", "${jndi}", ":its_tenant", "%(its_id)s", "?", "$1", "{0}", "_%_", "NULL",
)  # fmt: skip


async def test_h9_words_are_kept_as_they_were_on_both_databases(house_on_each: House) -> None:
    """SQL in every field that people fill in, and as a name: each comes back letter by letter."""
    house = house_on_each
    britta = house.person("Britta")
    await house.team("norr", britta)
    for number, words in enumerate(SQL):
        author = Chatter(house, f"web:{number}{words}", words, Language.SV)
        await author.says(f"sak {words}")
        await author.presses(actions.TELL_KIND, "problem")
        if author.sees(actions.TELL_ANYWAY):
            await author.presses(actions.TELL_ANYWAY)
        await author.sends(await author.opens(actions.IDEA_ADD), words=words + "a")
        await britta.says("väntar")
        await britta.presses(actions.IDEA_OPEN)
        await britta.sends(await britta.opens(actions.IDEA_ACKNOWLEDGE_WORDS), words=words + "d")
        await britta.sends(await britta.opens(actions.IDEA_ASK), question=words + "b")
        await author.says(words + "c")

        async def look(work: Work, author: str = author.id) -> tuple[Idea, Person | None]:
            ideas, _ = await work.ideas_of(TENANT, author, 10)
            return ideas[0], await work.person(TENANT, author)

        idea, person = await house.core.store.run(TENANT, look)
        assert person is not None
        assert idea.reply is not None
        kept = (idea.text, *idea.additions, idea.exchanges[0].question, idea.exchanges[0].answer)
        fields = tuple(words + letter for letter in "abcd")
        assert (*kept, idea.reply.words, person.name) == (f"sak {words}", *fields, words)
