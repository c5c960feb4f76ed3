"""`python -m bench.soak`: the bot is killed again and again while many people talk to it, on both databases.

First at each named point of `bot.crash`, then 200 times with kill -9 at random moments. Afterwards the oracle
looks at the database and at what Slack was given: nothing accepted may be lost, nothing may be there twice.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from bench import servers
from bench.oracle import Verdict
from bench.phases import percentile
from bench.stage import Stage, stage

# In the order in which a message passes them; the summaries at the end.
POINTS = (
    "before_inbox",
    "mid_handler_tx",
    "before_ack",
    "before_send",
    "after_send_before_mark",
    "after_mark",
    "mid_digest",
)
DATABASES = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True)
class Plan:
    """How often it dies: `kills` at random, and `seeds` times at each point."""

    kills: int
    seeds: int
    people: int
    seed: int


async def soak(database: str, url: str, folder: Path, plan: Plan, points: Sequence[str]) -> bool:
    """One run on an empty database: at these points, or at random when there are none. True when clean."""
    began = monotonic()
    async with stage(url, folder, plan.people, plan.seed) as it:
        if points:
            await _at_points(it, points, plan.seeds)
        else:
            await it.kill_at_random(plan.kills)
        ended = await it.settle()
        verdict = await it.verdict()
        what = f"{database}, {'named points' if points else 'random kills'}"
        print(_report(what, it, verdict, ended, monotonic() - began), flush=True)
        return verdict.is_clean and ended == 0 and not it.crowd.odd


async def _at_points(it: Stage, points: Sequence[str], seeds: int) -> None:
    for point in points:
        if point == "mid_digest":
            await it.make_digests_due()
        for _ in range(seeds):
            # Summaries are few: each death may use up no more than one or two of them.
            await it.die_at(point, it.rng.randint(1, 3 if point == "mid_digest" else 12))


def _in_short(acks: list[float]) -> str:
    return f"p50 {1000 * percentile(acks, 0.5):.0f} p99 {1000 * percentile(acks, 0.99):.0f}" if acks else "-"


def _report(what: str, it: Stage, verdict: Verdict, ended: int | None, seconds: float) -> str:
    acks = [one.seconds for one in it.crowd.accepted]
    times = [
        1000 * value for value in (percentile(acks, 0.5), percentile(acks, 0.99), max(acks, default=0.0))
    ]
    repeated = sum(one.tries > 1 for one in it.crowd.accepted)
    lines = [
        f"{what}: {it.deaths} deaths in {seconds:.0f} s, then SIGTERM ended with {ended}",
        f"  accepted {verdict.accepted} ({repeated} after repeats, {verdict.braked} told too fast, "
        f"{verdict.reworded} worded anew), "
        f"letters {verdict.letters}",
        f"  lost {len(verdict.lost)}, doubled {len(verdict.doubled)}, half done {len(verdict.half)}, "
        f"overwritten {len(verdict.overwritten)}, "
        f"uncertain {verdict.uncertain} (of which arrived {verdict.arrived})",
        f"  ack p50 {times[0]:.1f} ms, p99 {times[1]:.0f} ms, max {times[2]:.0f} ms",
    ]
    size = max(1, len(acks) // 4)
    parts = [acks[begin : begin + size] for begin in range(0, 4 * size, size)]
    lines.append("  by quarters of the run: " + ", ".join(_in_short(part) for part in parts))
    if it.crowd.odd:
        lines.append(f"  answered with neither 200 nor 503: {sorted(set(it.crowd.odd))}")
    if not verdict.is_clean:
        lines.append(f"  {verdict.faults()}")
    return "\n".join(lines)


@contextmanager
def _database(name: str, folder: Path) -> Iterator[str]:
    """A fresh one."""
    if name == "sqlite":
        yield f"sqlite:///{folder}/femma.db"
    else:
        with servers.postgres() as url:
            yield url


async def _each(databases: Sequence[str], plan: Plan, points: Sequence[str]) -> bool:
    """The same on one after the other: side by side they would measure each other's waiting."""
    clean = True
    for name in databases:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="femma-soak-")))
            url = stack.enter_context(_database(name, folder))
            clean = await soak(name, url, folder, plan, points) and clean
    return clean


def main() -> int:
    """The command line. The exit code is 1 when anything was lost or doubled."""
    options = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    options.add_argument("--kills", type=int, default=200, help="kill -9 so often at random moments")
    options.add_argument("--seeds", type=int, default=20, help="deaths at each named point")
    options.add_argument("--people", type=int, default=250)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--database", choices=[*DATABASES, "both"], default="both")
    chosen = options.parse_args()
    plan = Plan(chosen.kills, chosen.seeds, chosen.people, chosen.seed)
    databases = DATABASES if chosen.database == "both" else (chosen.database,)
    clean = True
    if plan.seeds:
        clean = asyncio.run(_each(databases, plan, POINTS)) and clean
    if plan.kills:
        clean = asyncio.run(_each(databases, plan, ())) and clean
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
