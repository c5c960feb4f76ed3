"""How well similar ideas are found, on labelled texts: both figures are printed and the aims asserted.

The tenant holds all texts of the set and some hundreds of invented ideas. Each text is asked about once, as
if it were about to be filed, and must not find itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from bench.invented import text
from bot.domain.ideas import Idea, Kind
from storage.engine import open_engine
from storage.schema import upgrade
from storage.store import SqlStore
from storage.work import SqlWork
from tests.alike.labelled import RELATED, TWIN, UNRELATED, Pair, pairs
from tests.house import START, FixedClock

T = "slack:T1"
SHOWN = 3
OTHERS = 400
TWINS_FOUND, UNRELATED_SHOWN = 0.80, 0.10


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of the texts of one half, by the class of their pair."""

    texts: int
    twins: float
    related: float
    unrelated: float

    def line(self, half: str) -> str:
        """For people."""
        return (
            f"{half}: of {self.texts} texts, twins found among the first {SHOWN}: {self.twins:.1%}, "
            f"unrelated that show anything: {self.unrelated:.1%} "
            f"(same subject, other matter: {self.related:.1%})"
        )


def _texts() -> Iterator[str]:
    for pair in pairs():
        yield pair.one
        yield pair.other
    for number in range(OTHERS):
        yield text(number)


async def _answers(url: str) -> list[list[str]]:
    """For each labelled text what is found for it, the best first, with room for the twins of its twin."""
    engine = open_engine(url)
    await upgrade(engine)
    store = SqlStore(engine, FixedClock())
    told = list(_texts())

    for start in range(0, len(told), 50):

        async def file(work: SqlWork, start: int = start) -> None:
            for number, words in enumerate(told[start : start + 50], start + 1):
                at = START + timedelta(minutes=number)
                idea = Idea(f"i{number}", T, number, Kind.IDEA, words, "ann", "x", at, date(2026, 12, 1))
                await work.save_idea(idea)

        await store.run(T, file)

    found: list[list[str]] = []
    for number, words in enumerate(told[: 2 * len(pairs())], 1):

        async def ask(work: SqlWork, number: int = number, words: str = words) -> list[Idea]:
            return await work.similar(T, words, limit=20, apart_from=f"i{number}")

        found.append([idea.text for idea in await store.run(T, ask)])
    await engine.dispose()
    return found


def _twin_found(pair: Pair, other: str, found: list[str], matters: dict[str, str]) -> bool:
    """Is the twin among the first? Other texts about the same matter are twins too and take no place."""
    places = [words for words in found if words == other or matters.get(words) != pair.matter]
    return other in places[:SHOWN]


def _figures(found: list[list[str]], held_out: bool) -> Figures:
    matters = {words: pair.matter for pair in pairs() for words in (pair.one, pair.other)}
    hits: dict[str, list[bool]] = {TWIN: [], RELATED: [], UNRELATED: []}
    for at, pair in enumerate(pairs()):
        if pair.held_out is not held_out:
            continue
        for answer, other in ((found[2 * at], pair.other), (found[2 * at + 1], pair.one)):
            twin = pair.what == TWIN
            hits[pair.what].append(_twin_found(pair, other, answer, matters) if twin else bool(answer))
    shares = {what: sum(each) / len(each) for what, each in hits.items()}
    return Figures(sum(map(len, hits.values())), shares[TWIN], shares[RELATED], shares[UNRELATED])


async def test_twins_are_found_and_unrelated_texts_show_nothing(
    sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = await _answers(sqlite_url)
    halves = {"development": _figures(found, False), "held out": _figures(found, True)}
    with capsys.disabled():
        print()
        for half, figures in halves.items():
            print(figures.line(half))
    for figures in halves.values():
        assert figures.twins >= TWINS_FOUND
        assert figures.unrelated <= UNRELATED_SHOWN


def test_the_set_is_as_large_and_as_mixed_as_it_says() -> None:
    them = pairs()
    assert len(them) >= 150
    texts = [words for pair in them for words in (pair.one, pair.other)]
    assert len(set(texts)) == len(texts)
    for held_out in (False, True):
        half = [pair for pair in them if pair.held_out is held_out]
        assert len(half) >= 75
        assert {pair.what for pair in half} == {TWIN, RELATED, UNRELATED}
        twins = {pair.languages for pair in half if pair.what == TWIN}
        assert twins == {("sv", "sv"), ("nb", "nb"), ("en", "en"), ("sv", "nb")}


def test_no_matter_stands_in_both_halves() -> None:
    halves: dict[str, set[bool]] = {}
    for pair in pairs():
        halves.setdefault(pair.matter, set()).add(pair.held_out)
    assert {len(each) for each in halves.values()} == {1}
