"""The labelled pairs of `pairs.txt`, and their two halves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

# Written later: for development, and held out.
LATE, BLIND = "late", "blind"
TWIN, RELATED, UNRELATED = "twin", "related", "unrelated"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, what they are to each other, and which matter the first one is about."""

    what: str
    matter: str
    languages: tuple[str, str]
    one: str
    other: str
    held_out: bool


def pairs() -> list[Pair]:
    """All of them, in the order of the file. Every other matter of a class is held out."""
    lines = Path(__file__).with_name("pairs.txt").read_text("utf-8").splitlines()
    matters: Counter[str] = Counter()
    held_out: dict[str, bool] = {}
    found: list[Pair] = []
    for line in lines:
        if not line or line.startswith("#"):
            continue
        head, one, other = line.split(" | ")
        what, matter, first, second = head.split()
        if matter not in held_out:
            kind = matter.split("-", 1)[0]
            held_out[matter] = kind == BLIND or (kind != LATE and bool(matters[what] % 2))
            matters[what] += kind not in {LATE, BLIND}
        found.append(Pair(what, matter, (first, second), one, other, held_out[matter]))
    return found
