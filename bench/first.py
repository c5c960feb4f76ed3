"""`python -m bench.first`: how long the first words take in a fresh process, rehearsed and not.

Each life is a process of its own on a database that knows the town already. Milliseconds from hearing to the
commit, and to the card drawn for Slack; the lives take turns, so that other work on the machine meets both.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from time import monotonic

from bench import processes, servers
from bot.app import Core, new_id
from bot.calendars import PublicHolidays
from bot.clocks import SystemClock
from bot.domain.people import Address, Language
from bot.warming import Warming
from cards.block_kit import to_block_kit
from cards.files import with_file_addresses
from cards.model import Card
from cards.pictures import with_addresses
from cards.views import view
from handlers.incoming import Actor, Envelope, Said

_TENANT = "slack:T1"
_SAID = 8
_LONGEST = 60.0


def _plain(_: str, card: Card) -> Card:
    return with_file_addresses(with_addresses(card, lambda _t, _p: ""), lambda _f: "")


async def live(url: str, rehearses: bool) -> dict[str, object]:
    """One life: milliseconds of the rehearsal, and of each of the first messages of so many people."""
    clock = SystemClock()
    core = await Core.open(url, clock)
    began = monotonic()
    if rehearses:
        await Warming(core.store, clock, PublicHolidays(), new_id, _plain, ("slack",)).run()
    rehearsed = monotonic() - began
    heard, drawn = [], []
    for number in range(_SAID):
        person = f"slack:U{new_id()}"
        home = Address("slack", _TENANT, f"D{person}", person=person)
        actor = Actor(_TENANT, person, "", tuple(Language)[number % 3])
        said = Said(Envelope(new_id(), actor, home, clock.now()), f"Skrivaren krånglar {new_id()}")
        began = monotonic()
        await core.conversation.hear(said)
        heard.append(1000 * (monotonic() - began))
        letters = await core.store.undone(_TENANT, lambda work: work.letters(_TENANT))
        to_block_kit(_plain("slack", view(letters[-1].notice, letters[-1].language)))
        drawn.append(1000 * (monotonic() - began))
    await core.engine.dispose()
    return {"rehearsed": 1000 * rehearsed, "heard": heard, "drawn": drawn}


async def compare(url: str, rounds: int) -> None:
    """Prints the medians over so many lives of each kind."""
    found: dict[str, list[dict[str, object]]] = {"without": [], "with": []}
    await processes.run(["bench.first", "--live", url, "without"], b"", _LONGEST)
    for _ in range(rounds):
        for kind, lives in found.items():
            out = await processes.run(["bench.first", "--live", url, kind], b"", _LONGEST)
            lives.append(json.loads(out.splitlines()[-1]))
    for kind, lives in found.items():
        first = {
            what: " ".join(
                f"{median(float(one[what][nth]) for one in lives):.1f}"  # type: ignore[index]
                for nth in range(_SAID)
            )
            for what in ("heard", "drawn")
        }
        spent = median(float(str(one["rehearsed"])) for one in lives)
        print(f"  {kind}: rehearsal {spent:.0f} ms; heard {first['heard']} ms; drawn {first['drawn']} ms")


def main() -> int:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m bench.first", description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--live", nargs=2, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.live:
        url, kind = chosen.live
        print(json.dumps(asyncio.run(live(url, kind == "with"))))
        return 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="femma-first-")))
        for name, url in (
            ("sqlite", f"sqlite:///{folder}/femma.db"),
            ("postgresql", stack.enter_context(servers.postgres())),
        ):
            print(name, flush=True)
            asyncio.run(compare(url, chosen.rounds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
