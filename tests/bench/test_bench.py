"""The bench measures what it says: a handful of requests through its real processes."""

from __future__ import annotations

from bench.__main__ import Plan, measure
from bench.doors import BOLT as BOLT_CHECK
from bench.doors import FEMMA_SLACK, FEMMA_TEAMS
from bench.results import ACKNOWLEDGE, AIOHTTP, BOLT, WHY

PEOPLE, ROUNDS = 4, 2


async def test_a_small_run_measures_everything() -> None:
    plan = Plan(people=PEOPLE, rounds=ROUNDS, databases=("SQLite",), idle=None, door_rounds=1)
    results = await measure(plan)

    rows = {row.what: row.measured for row in results.rows}
    why, pressed = rows[f"{WHY}, SQLite"], rows[f"{ACKNOWLEDGE}, SQLite"]
    answers = PEOPLE * ROUNDS
    assert (why.requests, why.refused, why.posts, len(why.said)) == (answers, 0, answers, answers)
    assert (pressed.requests, pressed.refused, pressed.posts) == (PEOPLE, 0, 3 * PEOPLE)
    assert (rows[BOLT].requests, rows[BOLT].refused, rows[BOLT].posts) == (answers, 0, answers)
    assert (rows[AIOHTTP].requests, rows[AIOHTTP].refused, rows[AIOHTTP].posts) == (answers, 0, 0)
    assert all(0 < acked <= why.lasted for acked in why.acked)
    assert [name for name, ms in results.doors if 0 < ms < 5] == [FEMMA_SLACK, BOLT_CHECK, FEMMA_TEAMS]

    table = results.table()
    assert all(what in table for what in rows)
    assert f"{WHY}, SQLite / bare Bolt" in table
