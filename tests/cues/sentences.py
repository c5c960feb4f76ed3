"""The sentence files as the tests read them, and how a file is counted."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from bot.domain.cues import Asked, Place
from bot.domain.people import Language
from cards.leanings import Found, cue_in

HERE = Path(__file__).parent
PLACES = {"whys": Place.WHY, "tries": Place.TRY}


@cache
def sentences(name: str) -> dict[str, Any]:
    """One file, by language."""
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


def found(entry: str | list[str], language: Language, place: Place) -> Found | None:
    """The cue in an entry: an answer, or what was asked about and an answer."""
    about, text = ("", entry) if isinstance(entry, str) else entry
    return cue_in(text, language, Asked(place, about))


def place_of(cue: str) -> Place:
    """Where an answer of this class is given."""
    return Place.TRY if cue == "weak-action" else Place.WHY


def plain(table: dict[str, list[Any]], language: Language) -> Iterator[tuple[Any, Found | None]]:
    """Plain entries, each with what was found in it."""
    for kind, entries in table.items():
        for entry in entries:
            yield entry, found(entry, language, PLACES[kind])


@dataclass
class Score:
    """How a file did: caught of all by class, and false alarms by class among so many plain ones."""

    all: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    right_kind: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    plain: int = 0

    @property
    def share(self) -> float:
        """Caught of all, 0 to 1."""
        return self.caught.total() / self.all.total()

    @property
    def false_share(self) -> float:
        """False alarms of the plain ones, 0 to 1."""
        return self.false.total() / self.plain

    def met(self, name: str, hit: bool, right_kind: bool = True) -> None:
        """Count one entry that should be met."""
        self.all[name] += 1
        self.caught[name] += hit
        self.right_kind[name] += right_kind

    def passes(self, founds: Iterable[Found | None]) -> None:
        """Count entries that should pass."""
        for one in founds:
            self.plain += 1
            if one is not None:
                self.false[one.cue.value] += 1

    def __str__(self) -> str:
        by_class = ", ".join(f"{name} {self.caught[name]}/{self.all[name]}" for name in self.all)
        false = ", ".join(f"{name} {count}" for name, count in self.false.items()) or "none"
        return (
            f"{self.caught.total()}/{self.all.total()} caught ({self.share:.0%}): {by_class}; "
            f"false {self.false.total()}/{self.plain} ({self.false_share:.1%}): {false}"
        )
