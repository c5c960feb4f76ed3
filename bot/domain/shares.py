"""How many promises were kept. Counted per team, never per person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.domain.ideas import Idea


def share_of(ideas: Iterable[Idea], today: date) -> tuple[int, int, int]:
    """Kept, ended, and still open promises of these ideas on a day.

    A promise has ended when it was kept or when its day has gone by. What its author took back before the
    day owes nobody anything and is not counted.
    """
    kept = ended = still = 0
    for idea in ideas:
        for promise in (idea.first, idea.decision):
            if promise is None:
                continue
            if promise.kept_on is None and not idea.is_undecided:
                continue
            if promise.kept_on is None and today <= promise.by:
                still += 1
                continue
            ended += 1
            kept += promise.is_kept
    return kept, ended, still
