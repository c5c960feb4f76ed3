"""`python -m bench`: how fast Femma answers, beside a bare Bolt app and bare aiohttp in the same run.

Then whether it is as fast with a million ideas as with a thousand (`bench.size`).

`--quick` for a first impression, `--profile` for where the CPU goes. Everything is on loopback and bounded.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bench import doors, knocks, servers, size, starts, town
from bench.phases import Bench
from bench.results import ACKNOWLEDGE, AIOHTTP, BOLT, WHY, Results, Row

# Every press brings the cards of author and manager up to date, and tells the author.
_CALLS_OF_A_PRESS = 3
_LONGEST = 180.0
# Percent: what is in the chain of nearly every sample.
_AROUND_ALL = 99.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured. Everybody answers `rounds` times; `idle` seconds before looking at memory."""

    people: int = 300
    rounds: int = 5
    databases: tuple[str, ...] = ("SQLite", "PostgreSQL")
    idle: float | None = 2.0
    door_rounds: int = 9
    ideas: int = size.LARGE
    size_turns: int = 400


QUICK = Plan(people=120, rounds=2, idle=0.5, door_rounds=5, ideas=10_000, size_turns=40)


async def measure(plan: Plan) -> Results:
    """One run. Raises `bench.processes.Failed`, or TimeoutError when it takes too long."""
    async with asyncio.timeout(_LONGEST), AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="femma-bench-")))
        begun = await starts.start_twice(folder, plan.idle) if plan.idle is not None else None
        slack = await stack.enter_async_context(servers.slack_api(folder))
        http = await stack.enter_async_context(aiohttp.ClientSession())
        bench = Bench(slack, http)
        rows: list[Row] = []
        neighbours: list[town.Neighbour] = []
        for database in plan.databases:
            sqlite = f"sqlite:///{folder}/femma.db"
            url = sqlite if database == "SQLite" else stack.enter_context(servers.postgres())
            neighbours = await town.build(url, plan.people)
            rows += await _femma(bench, plan, folder, database, url, neighbours)
        rows += await _beside(bench, plan, folder, neighbours)
        door = await doors.measure(knocks.why_answers(neighbours[:1], 1)[0], plan.door_rounds, 300)
        return Results(bench.in_flight, rows, door, begun)


async def _femma(
    bench: Bench, plan: Plan, folder: Path, database: str, url: str, people: list[town.Neighbour]
) -> list[Row]:
    async with servers.femma(url, bench.slack, folder) as it:
        # The first time somebody speaks their name is looked up: not what is measured here.
        await bench.press(it, knocks.why_answers(people, 1), 1)
        why = await bench.press(it, knocks.why_answers(people, plan.rounds), 1)
        await bench.press(it, knocks.visits(people), 1)
        pressed = await bench.press(it, knocks.acknowledgements(people), _CALLS_OF_A_PRESS)
    return [Row(f"{WHY}, {database}", why), Row(f"{ACKNOWLEDGE}, {database}", pressed)]


async def _beside(bench: Bench, plan: Plan, folder: Path, people: list[town.Neighbour]) -> list[Row]:
    async with servers.bare_bolt(bench.slack, folder) as it:
        await bench.press(it, knocks.why_answers(people, 1), 1)
        bolt = await bench.press(it, knocks.why_answers(people, plan.rounds), 1)
    async with servers.bare_aiohttp(folder) as it:
        await bench.press(it, knocks.why_answers(people, 1), 0)
        bare = await bench.press(it, knocks.why_answers(people, plan.rounds), 0)
    return [Row(BOLT, bolt), Row(AIOHTTP, bare)]


async def profile(plan: Plan) -> str:
    """The 25 functions of Femma in whose calls most CPU is spent while answers come in, on SQLite."""
    async with asyncio.timeout(_LONGEST), AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="femma-bench-")))
        slack = await stack.enter_async_context(servers.slack_api(folder))
        http = await stack.enter_async_context(aiohttp.ClientSession())
        bench = Bench(slack, http)
        url, seen = f"sqlite:///{folder}/femma.db", folder / "profile.json"
        people = await town.build(url, plan.people)
        async with servers.femma(url, slack, folder, seen) as it:
            await bench.press(it, knocks.why_answers(people, 1), 1)
            async with servers.profiling(it):
                measured = await bench.press(it, knocks.why_answers(people, plan.rounds), 1)
        told = json.loads(seen.read_text())
    head = f"{WHY}, SQLite: {1000 * measured.cpu:.2f} ms CPU per request, {told['samples']} samples"
    return "\n".join([head, "with its calls, by itself", *_most(told["lines"], 25)])


def _most(lines: list[tuple[str, float, float]], count: int) -> list[str]:
    """Those in whose calls most was spent, without the event loop and the start of the program around all."""
    inside = sorted((line for line in lines if line[1] < _AROUND_ALL), key=lambda line: -line[1])
    return [f"{whole:6.1f} %  {own:6.1f} %  {name}" for name, whole, own in inside[:count]]


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--quick", action="store_true", help="a first impression, in about a minute")
    options.add_argument("--profile", action="store_true", help="where the CPU of a why answer goes")
    chosen = options.parse_args()
    plan = QUICK if chosen.quick else Plan()
    if chosen.profile:
        print(asyncio.run(profile(plan)))
    else:
        print(asyncio.run(measure(plan)).table(), flush=True)
        asyncio.run(size.run(plan.databases, plan.ideas, plan.size_turns))


if __name__ == "__main__":
    main()
