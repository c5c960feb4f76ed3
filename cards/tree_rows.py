"""The rows of a drawn tree: their numbers, the open branch, and what is folded away when there are many.

Pure functions over rows. How a platform draws them is with its renderer; which there are, with the views.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from cards import limits
from cards.escape import label, one_line
from cards.model import Tree, TreeRow

# Stands between a row's words, its notes and "you are here".
_NOTE = " · "
_HERE = " – "


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row as a renderer sets it: clean single lines, the signs between them included.

    `indent` is 0 to 4; deeper rows stand under the fourth step, and their number says where they belong.
    `open` says that the row is on the way to where we are. `number`, `notes` and `here` may be empty.
    """

    indent: int
    number: str
    text: str
    notes: str
    here: str
    open: bool


def drawn(tree: Tree) -> Iterator[Drawn]:
    """The rows with what every renderer needs to know of them."""
    way = open_way(tree.rows)
    for at, row in enumerate(tree.rows):
        yield Drawn(
            indent=min(row.depth, limits.TREE_INDENT),
            number=label(row.number, limits.TREE_HERE) if row.number else "",
            text=one_line(row.text),
            notes="".join(_NOTE + label(note, limits.NAME) for note in row.notes),
            here=_HERE + label(tree.here, limits.TREE_HERE) if row.here else "",
            open=at in way,
        )


def numbered(rows: Sequence[TreeRow]) -> tuple[TreeRow, ...]:
    """Each row with the number of its place: 1, 1.2, 1.2.1. The problem, at depth 0, has none."""
    counts: list[int] = []
    found = []
    for row in rows:
        counts = (counts + [0] * row.depth)[: row.depth]
        if counts:
            counts[-1] += 1
        found.append(replace(row, number=".".join(map(str, counts))))
    return tuple(found)


def open_way(rows: Sequence[TreeRow]) -> frozenset[int]:
    """The places of the row where we are and of all rows above it in the tree; empty when it is nowhere."""
    here = next((at for at, row in enumerate(rows) if row.here), None)
    return frozenset() if here is None else frozenset(_ways(rows)[here])


def folded(
    rows: Sequence[TreeRow], more: Callable[[int], str], most: int = limits.TREE_ROWS
) -> tuple[TreeRow, ...]:
    """At most `most` (3 or more) rows; those farthest from where we are become "… N more", as `more` says it.

    The way to where we are stays, unless it is longer than `most` by itself: then its middle is folded.
    Numbers are given before this, so they stay true.
    """
    ways = _ways(rows)
    here = next((at for at, row in enumerate(rows) if row.here), 0)
    kept = set(range(len(rows)))
    shown = tuple(rows)
    while len(shown) > most and (ends := _ends(ways, kept) - set(ways[here])):
        kept.remove(max(ends, key=lambda at: (_distance(ways[at], ways[here]), at)))
        shown = _shown(rows, kept, more)
    if len(shown) <= most:
        return shown
    last = [rows[at] for at in ways[here]][2 - most :]
    return (rows[0], TreeRow(more(len(rows) - 1 - len(last)), 1), *last)


def _ways(rows: Sequence[TreeRow]) -> list[tuple[int, ...]]:
    """For each row, the places from the top of the tree down to itself."""
    ways: list[tuple[int, ...]] = []
    way: list[int] = []
    for at, row in enumerate(rows):
        while way and rows[way[-1]].depth >= row.depth:
            way.pop()
        way.append(at)
        ways.append(tuple(way))
    return ways


def _ends(ways: list[tuple[int, ...]], kept: set[int]) -> set[int]:
    """The kept rows with no kept row below them."""
    return kept - {above for at in kept for above in ways[at][:-1]}


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """How many steps it is from one row to the other through the tree."""
    shared = sum(a == b for a, b in zip(one, other, strict=False))
    return len(one) + len(other) - 2 * shared


def _shown(rows: Sequence[TreeRow], kept: set[int], more: Callable[[int], str]) -> tuple[TreeRow, ...]:
    """The kept rows, and one for each run of hidden ones; a run of one takes no more room as it is."""
    shown: list[TreeRow] = []
    run: list[int] = []
    for at in range(len(rows) + 1):
        if at < len(rows) and at not in kept:
            run.append(at)
            continue
        shown.extend(_fold(rows, run, more))
        run = []
        if at < len(rows):
            shown.append(rows[at])
    return tuple(shown)


def _fold(rows: Sequence[TreeRow], run: list[int], more: Callable[[int], str]) -> Iterator[TreeRow]:
    """Hidden neighbours as rows: one for all of them, at the depth of the highest."""
    if len(run) == 1:
        yield rows[run[0]]
    elif run:
        yield TreeRow(more(len(run)), min(rows[at].depth for at in run))
