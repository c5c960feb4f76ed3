"""A try: what is tried, by whom, until when, what is expected, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.domain.people import PersonId
from bot.domain.strength import Rung


class Check(StrEnum):
    """When Femma asks again, in this order."""

    BEGUN = "begun"
    ENDED = "ended"
    MONTH = "month"
    QUARTER = "quarter"


class Outcome(StrEnum):
    """What can be answered. Each check offers some of them, see `ANSWERS`."""

    STARTED = "started"
    NOT_YET = "not-yet"
    STOPPED = "stopped"
    KEEP = "keep"
    CHANGE = "change"
    STOP = "stop"
    STANDARD = "standard"
    SLIPPED = "slipped"
    EXTENDED = "extended"


ANSWERS: dict[Check, tuple[Outcome, ...]] = {
    Check.BEGUN: (Outcome.STARTED, Outcome.NOT_YET, Outcome.STOPPED),
    Check.ENDED: (Outcome.KEEP, Outcome.CHANGE, Outcome.STOP),
    Check.MONTH: (Outcome.KEEP, Outcome.CHANGE, Outcome.STOP),
    Check.QUARTER: (Outcome.STANDARD, Outcome.SLIPPED, Outcome.EXTENDED),
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try. `who` goes on with it; `sign` is how it will be seen, `figure` what holds today in words.

    `asks` is the check that comes next, `asked` whether it has been asked and waits for its answer.
    `hindrance` is what stood in the way, `figure_after` what holds now, `learnt` what it taught when it was
    given up. `own` is set when the team does it by its own decision, without anybody's approval. `rung` is
    how strong the action sounds, a `bot.domain.strength.Rung`; None when unsure.
    """

    what: str
    who: PersonId
    began: date
    until: date
    sign: str = ""
    figure: str = ""
    asks: Check = Check.BEGUN
    asked: bool = False
    started: bool = False
    hindrance: str = ""
    figure_after: str = ""
    learnt: str = ""
    own: bool = False
    rung: int | None = None

    @property
    def is_weak(self) -> bool:
        """Does it sound as if it leant on memory or goodwill alone?"""
        return self.rung is not None and Rung(self.rung).is_weak

    def next(self, check: Check) -> Attempt:
        """The same try, at its next check."""
        return replace(self, asks=check, asked=False)
