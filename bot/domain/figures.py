"""What an operator may know of a running bot: how many, how old, and which by id. Never words or names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """`oldest_letter` and `oldest_reminder` are ages in seconds of what is due and not done; 0 for none.

    `letters` counts by state. `unreachable` are the ids of teams whose channel cannot be reached.
    """

    letters: dict[str, int]
    oldest_letter: float
    oldest_reminder: float
    unreachable: tuple[str, ...]
