"""`femma run` with a stopwatch inside. SIGUSR1 begins, SIGUSR2 ends and writes what was seen to a file.

A sampler and not cProfile: SQLAlchemy runs on greenlets, and cProfile loses its place when they switch, so
that its cumulative times come out several times too long. Here the kernel interrupts after every few
milliseconds of CPU, and the whole chain of callers is counted, through the greenlets.
"""

from __future__ import annotations

import json
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import greenlet  # type: ignore[import-untyped]

from bench.processes import ROOT
from bot.__main__ import main as femma

# Seconds of CPU between two samples; the kernel's own tick may be longer.
_EVERY = 0.002


@dataclass(slots=True)
class Sampler:
    """How often each function was running, and how often it was somewhere in the chain."""

    samples: int = 0
    running: Counter[str] = field(default_factory=Counter)
    in_chain: Counter[str] = field(default_factory=Counter)

    def take(self, _: int, frame: FrameType | None) -> None:
        """The handler of SIGPROF."""
        chain = [_name(one) for one in _frames(frame)]
        self.samples += 1
        self.running[chain[0]] += 1
        self.in_chain.update(set(chain))

    def write(self, path: Path) -> None:
        """The share of all CPU, in percent, by function."""
        part = 100 / max(1, self.samples)
        lines = [(name, count * part, self.running[name] * part) for name, count in self.in_chain.items()]
        path.write_text(json.dumps({"samples": self.samples, "lines": lines}))


def _frames(frame: FrameType | None) -> Iterator[FrameType]:
    """The chain of callers; where a greenlet began, it goes on with whoever waits for it."""
    here: greenlet.greenlet | None = greenlet.getcurrent()
    while here is not None:
        while frame is not None:
            yield frame
            frame = frame.f_back
        here = here.parent
        frame = here.gr_frame if here is not None else None


def _name(frame: FrameType) -> str:
    code = frame.f_code
    path = code.co_filename
    place = path.removeprefix(f"{ROOT}/").rpartition("site-packages/")[2].rpartition("python3.11/")[2]
    return f"{place}:{code.co_qualname}"


def run(path: Path) -> None:
    """Serve until SIGTERM."""
    sampler = Sampler()

    def begin(_: int, __: FrameType | None) -> None:
        signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)

    def end(_: int, __: FrameType | None) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        sampler.write(path)

    signal.signal(signal.SIGPROF, sampler.take)
    signal.signal(signal.SIGUSR1, begin)
    signal.signal(signal.SIGUSR2, end)
    sys.argv[1:] = ["run"]
    femma()


if __name__ == "__main__":
    run(Path(sys.argv[1]))
