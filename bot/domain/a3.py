"""What an A3 says: one idea with everything that was said about it, as values. Nothing is made up here.

How it is drawn (card, PDF, document) lives in `cards.a3`. A field that nobody said is empty, and stays so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.ideas import Idea, Kind
from bot.domain.promises import local_day
from bot.domain.tree import WhyTree


@dataclass(frozen=True, slots=True)
class Trial:
    """One thing that is tried. `who` is a name, `before` and `after` are figures in the team's own words.

    `sign` is how it will be noticed, `hindrance` what stood in the way.
    """

    what: str
    who: str = ""
    until: date | None = None
    sign: str = ""
    before: str = ""
    after: str = ""
    hindrance: str = ""
    learnt: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One look at how it goes. Without words and figure it is still to come."""

    day: date
    words: str = ""
    figure: str = ""

    @property
    def is_planned(self) -> bool:
        """Has nobody looked yet?"""
        return not (self.words.strip() or self.figure.strip())


@dataclass(frozen=True, slots=True)
class A3:
    """One page about one idea. `author` is empty when the name is hidden or not known.

    `told_on` and `made_on` are days of the team's own calendar. The newest trial stands last.
    """

    number: int
    kind: Kind
    problem: str
    team: str
    told_on: date
    made_on: date
    author: str = ""
    additions: tuple[str, ...] = ()
    touched: str = ""
    today: str = ""
    target: str = ""
    tree: WhyTree | None = None
    wording: str = ""
    remark: str = ""
    trials: tuple[Trial, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    effect: str = ""
    learnt: str = ""

    @property
    def chain(self) -> tuple[int, ...]:
        """From the first why to the cause that was looked into first; empty without a tree."""
        return chain_to_root(self.tree) if self.tree else ()


def a3_of(idea: Idea, *, team: str, author: str, zone: str, now: datetime) -> A3:
    """The A3 of an idea as it stands. `team` and `author` are names, `zone` the team's (IANA), `now` aware.

    A hidden author stays hidden, whoever asks for the page: it is made to be passed around. Told in a talk
    about causes, the problem's wording is that of the talk.
    """
    whys = idea.whys
    worded = whys.tree.problem if whys else ""
    trial = (Trial(whys.trial, sign=whys.sign),) if whys and (whys.trial.strip() or whys.sign.strip()) else ()
    return A3(
        number=idea.number,
        kind=idea.kind,
        problem=worded if worded.strip() else idea.text,
        team=team,
        told_on=local_day(idea.told_at, zone),
        made_on=local_day(now, zone),
        author="" if idea.hidden else author,
        additions=idea.additions,
        touched=whys.touched if whys else "",
        tree=whys.tree if whys and whys.tree.whys else None,
        wording=whys.wording if whys else "",
        remark=whys.remark if whys else "",
        trials=trial,
    )


def chain_to_root(tree: WhyTree) -> tuple[int, ...]:
    """The chain that was looked into first: down to its first end with evidence, else to its first end."""
    ends = tree.leaves()
    looked_into = [end for end in ends if tree.whys[end].evidence]
    end = next(iter(looked_into or ends), None)
    return () if end is None else tree.chain(end)
