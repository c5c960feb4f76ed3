"""What an A3 says: one idea with everything that was said about it, as values. Nothing is made up here.

How it is drawn (card, PDF, document) lives in `cards.a3`. A field that nobody said is empty, and stays so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.attempts import Attempt
from bot.domain.digests import names_somebody
from bot.domain.effects import Effect
from bot.domain.ideas import UNDER_WAY, Idea, Kind, Stage
from bot.domain.people import PersonId
from bot.domain.promises import local_day
from bot.domain.tree import Evidence, Look, WhyTree


@dataclass(frozen=True, slots=True)
class Trial:
    """One thing that is tried. `who` is a name, `before` and `after` are figures in the team's own words.

    `sign` is how it will be noticed, `hindrance` what stood in the way, `rung` a `bot.domain.strength.Rung`.
    """

    what: str
    who: str = ""
    until: date | None = None
    sign: str = ""
    before: str = ""
    after: str = ""
    hindrance: str = ""
    learnt: str = ""
    rung: int | None = None


@dataclass(frozen=True, slots=True)
class A3:
    """One page about one idea. `author` is empty when the name is hidden or not known.

    `told_on` and `made_on` are days of the team's own calendar. The newest trial stands last; `seen` counts
    colleagues who see the same, `next_look` is when it is looked at again. `pocket` holds ideas that came
    on the way.
    """

    number: int
    kind: Kind
    problem: str
    team: str
    told_on: date
    made_on: date
    author: str = ""
    stage: Stage = Stage.SUBMITTED
    additions: tuple[str, ...] = ()
    touched: str = ""
    seen: int = 0
    today: str = ""
    sign: str = ""
    tree: WhyTree | None = None
    wording: str = ""
    remark: str = ""
    trials: tuple[Trial, ...] = ()
    pocket: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    next_look: date | None = None

    @property
    def chain(self) -> tuple[int, ...]:
        """From the first why to the cause that was looked into first; empty without a tree."""
        return chain_to_root(self.tree) if self.tree else ()


def a3_of(idea: Idea, *, team: str, names: Mapping[PersonId, str], zone: str, now: datetime) -> A3:
    """The A3 of an idea as it stands. `team` is a name, `zone` the team's (IANA), `now` aware.

    A hidden author stays hidden, whoever asks for the page, also where they try it or go and see themselves:
    it is made to be passed around. Told in a talk about causes, the problem's wording is that of the talk.
    """
    whys = idea.whys
    worded = whys.tree.problem if whys else ""
    known = {person: name for person, name in names.items() if not (idea.hidden and person == idea.author)}
    attempts = (*idea.before, idea.attempt) if idea.attempt is not None else idea.before
    tree = whys.tree if whys and whys.tree.whys else None
    if tree is not None and idea.hidden:
        tree = _without_name(tree, names.get(idea.author, ""))
    return A3(
        number=idea.number,
        kind=idea.kind,
        problem=worded if worded.strip() else idea.text,
        team=team,
        told_on=local_day(idea.told_at, zone),
        made_on=local_day(now, zone),
        author=known.get(idea.author, ""),
        stage=idea.stage,
        additions=idea.additions,
        touched=whys.touched if whys else "",
        seen=idea.seen,
        today=next((one.figure for one in attempts if one.figure.strip()), ""),
        sign=whys.sign if whys else "",
        tree=tree,
        wording=whys.wording if whys else "",
        remark=whys.remark if whys else "",
        trials=tuple(_trial(one, known) for one in attempts) or _planned(idea),
        pocket=whys.pocket if whys else (),
        effects=idea.effects,
        next_look=idea.answer_by if idea.stage in UNDER_WAY else None,
    )


def people_on(idea: Idea) -> tuple[PersonId, ...]:
    """Whose names an A3 of this idea may need."""
    attempts = (*idea.before, idea.attempt) if idea.attempt is not None else idea.before
    return tuple(dict.fromkeys((idea.author, *(one.who for one in attempts))))


def _without_name(tree: WhyTree, name: str) -> WhyTree:
    """Nobody of that name goes and sees."""

    def nobody(look: Look | None) -> Look | None:
        return replace(look, who="") if look and names_somebody(look.who, name) else look

    whys = tuple(replace(why, look=nobody(why.look)) for why in tree.whys)
    return replace(tree, whys=whys, look=nobody(tree.look))


def _trial(attempt: Attempt, names: Mapping[PersonId, str]) -> Trial:
    return Trial(
        attempt.what,
        names.get(attempt.who, ""),
        attempt.until,
        attempt.sign,
        attempt.figure,
        attempt.figure_after,
        attempt.hindrance,
        attempt.learnt,
        attempt.rung,
    )


def _planned(idea: Idea) -> tuple[Trial, ...]:
    """What the talk ended in, as long as nobody has decided about it."""
    return (Trial(idea.whys.trial),) if idea.whys and idea.whys.trial.strip() else ()


def chain_to_root(tree: WhyTree) -> tuple[int, ...]:
    """The chain that was looked into first: down to its first end with evidence, else to its first end.

    No chain with a step that somebody has looked at and that is not so; empty when there is no other.
    """
    ends = [end for end in tree.leaves() if all(_may_be(tree, step) for step in tree.chain(end))]
    looked_into = [end for end in ends if tree.whys[end].evidence]
    end = next(iter(looked_into or ends), None)
    return () if end is None else tree.chain(end)


def _may_be(tree: WhyTree, step: int) -> bool:
    return tree.whys[step].evidence is not Evidence.NOT_SO
