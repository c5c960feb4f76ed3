"""Everything that one run has measured, and how it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.phases import Measured, percentile
from bench.starts import Start

WHY = "why answer"
ACKNOWLEDGE = "acknowledge"
BOLT = "bare Bolt app, one post"
AIOHTTP = "bare aiohttp, 200"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the first table."""

    what: str
    measured: Measured


@dataclass(frozen=True, slots=True)
class Results:
    """One run. `doors` are milliseconds of CPU per request, by door."""

    in_flight: int
    rows: Sequence[Row]
    doors: Sequence[tuple[str, float]]
    starts: tuple[Start, Start] | None

    def table(self) -> str:
        """Plain text, for a terminal."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"{self.in_flight} in flight; ms; CPU is that of the server's process, per request"
        yield from _columns([_HEADS, *(_cells(row) for row in self.rows)])
        yield ""
        yield from self._ratios()
        yield "who may come in, CPU: " + ", ".join(f"{name} {ms:.3f} ms" for name, ms in self.doors)
        if self.starts is not None:
            first, second = self.starts
            yield f"first answer after {first.seconds:.2f} s with nothing there, then {second.seconds:.2f} s"
            yield f"memory when idle: {first.memory:.0f} MiB, then {second.memory:.0f} MiB"

    def _ratios(self) -> Iterator[str]:
        bolt = next(row.measured for row in self.rows if row.what == BOLT)
        for row in self.rows:
            if row.what.startswith((WHY, ACKNOWLEDGE)):
                rate, cpu = row.measured.rate / bolt.rate, row.measured.cpu / bolt.cpu
                yield f"{row.what} / bare Bolt: {rate:.3f} of its req/s, {cpu:.1f} times its CPU"


_HEADS = (
    "",
    "requests",
    "refused",
    "req/s",
    "p50",
    "p99",
    "max",
    "said p50",
    "said p99",
    "calls",
    "calls/s",
    "last after s",
    "CPU",
)


def _cells(row: Row) -> tuple[str, ...]:
    it = row.measured
    said = [f"{1000 * percentile(it.said, part):.0f}" if it.said else "-" for part in (0.5, 0.99)]
    return (
        row.what,
        str(it.requests),
        str(it.refused),
        f"{it.rate:.0f}",
        *(f"{1000 * percentile(it.acked, part):.1f}" for part in (0.5, 0.99, 1.0)),
        *said,
        str(it.posts),
        f"{it.post_rate:.0f}",
        f"{it.drained:.2f}",
        f"{1000 * it.cpu:.2f}",
    )


def _columns(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    for first, *rest in lines:
        figures = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        yield "  ".join([first.ljust(widths[0]), *figures])
