"""What must be true after a year, judged from the rows alone: the ideas, their history and the letters.

The promises are counted here from the history with `bench.almanac`, and compared with what the ideas say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bench.almanac import here, later, works
from bot.domain.ideas import Idea
from bot.domain.letters import Letter
from bot.domain.notices import CameBack, CheckQuestion, Nudges
from bot.domain.people import Team
from bot.domain.shares import share_of
from storage.codec import unpack
from storage.tables import from_moment, idea_events, ideas, outbox, teams

Stored = TypeVar("Stored")

# What of an idea's history opens and closes which promise.
_ANSWERS = {"acknowledged", "question", "try", "you decide", "rest", "not now", "just done"}
_DECIDES = {"try", "you decide", "rest", "not now", "just done"}
_ENDED = {"standard", "not-now", "learnt", "merged", "withdrawn"}
# And one more for each time somebody asked to be reminded later.
_NUDGES_PER_PROMISE = 4


@dataclass(slots=True)
class Result:
    """What was found. The three lists must be empty."""

    seconds: float = 0.0
    ideas: int = 0
    stages: Counter[str] = field(default_factory=Counter)
    letters: int = 0
    moves: Counter[str] = field(default_factory=Counter)
    reminders: int = 0
    promises: tuple[int, int, int] = (0, 0, 0)
    without: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)
    miscounted: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Nothing forgotten, nobody disturbed, every promise counted right?"""
        return not (self.without or self.misplaced or self.miscounted)


@dataclass(slots=True)
class _Pencil:
    """The promises of one idea as somebody with an almanac would note them: by which day, kept on which.

    `owed` are the spans in which an answer or decision was owed, `given` the moments of each new promise,
    `lay` with which team it lay since when.
    """

    first: tuple[date, date | None]
    decision: tuple[date, date | None] | None = None
    owed: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    given: list[datetime] = field(default_factory=list)
    lay: list[tuple[datetime, str]] = field(default_factory=list)

    def team_at(self, at: datetime) -> str:
        """With which team it lay then."""
        return [team for since, team in self.lay if since <= at][-1]


async def judge(
    connection: AsyncConnection, tenant: str, today: date, snoozes: Mapping[str, Sequence[datetime]]
) -> Result:
    """The verdict on a tenant's year. `today` is the day after it, `snoozes` when each team asked for one."""
    result = Result()
    its_teams = {
        team.id: team
        for team in await _all(connection, select(teams.c.body).where(teams.c.tenant == tenant), Team)
    }
    its_ideas = await _all(connection, select(ideas.c.body).where(ideas.c.tenant == tenant), Idea)
    history = await _history(connection, tenant)
    pencils = {idea.id: _pencil(idea, history[idea.id], its_teams) for idea in its_ideas}
    result.ideas, result.stages = len(its_ideas), Counter(idea.stage.value for idea in its_ideas)
    for idea in its_ideas:
        _has_what_it_needs(idea, its_teams[idea.team], result)
    _count_promises(its_ideas, pencils, its_teams, today, result)
    await _judge_reminders(connection, tenant, its_ideas, pencils, its_teams, snoozes, result)
    return result


async def _all(connection: AsyncConnection, query: Select[str], kind: type[Stored]) -> list[Stored]:
    return [unpack(body, kind) for body in (await connection.execute(query)).scalars()]


async def _history(connection: AsyncConnection, tenant: str) -> Mapping[str, list[tuple[datetime, str, str]]]:
    c = idea_events.c
    lines: dict[str, list[tuple[datetime, str, str]]] = defaultdict(list)
    query = select(c.idea, c.at, c.what, c.detail).where(c.tenant == tenant).order_by(c.id)
    for idea, at, what, detail in (await connection.execute(query)).all():
        lines[idea].append((from_moment(at), what, detail))
    return lines


def _pencil(idea: Idea, lines: Sequence[tuple[datetime, str, str]], its_teams: Mapping[str, Team]) -> _Pencil:
    told, _, begins_with = lines[0]
    team = its_teams[begins_with]
    zone = team.rule.zone
    pencil = _Pencil(
        (later(here(told, zone).date(), team.promise.answer_days, zone), None),
        owed=[(told, None)],
        given=[told],
        lay=[(told, team.id)],
    )
    merged_while_owed = False
    for at, what, detail in lines[1:]:
        day = here(at, zone).date()
        is_owed = pencil.owed[-1][1] is None
        is_first = pencil.first[1] is None and is_owed
        if what in _ANSWERS or what.startswith("passed on"):
            pencil.first = (pencil.first[0], pencil.first[1] or day)
        if (what == "acknowledged" or what == "question") and is_first:
            pencil.decision = (later(day, team.promise.decide_days, zone), None)
            pencil.given.append(at)
        if (what in _DECIDES or what.startswith("passed on")) and pencil.decision is not None:
            pencil.decision = (pencil.decision[0], pencil.decision[1] or day)
        if what == "merged":
            merged_while_owed = is_owed
        if what in _DECIDES | {"withdrawn", "merged"} and is_owed:
            pencil.owed[-1] = (pencil.owed[-1][0], at)
        if what == "unmerged" and merged_while_owed:
            # The same promise goes on, with the same day.
            pencil.owed.append((at, None))
        if what.startswith("passed on") or what in {"came back", "keen"}:
            if what == "passed on team":
                team = its_teams[detail]
                zone = team.rule.zone
                pencil.lay.append((at, team.id))
            first_day = later(here(at, zone).date(), team.promise.answer_days, zone)
            pencil.first, pencil.decision = (first_day, None), None
            pencil.given.append(at)
            if pencil.owed[-1][1] is not None:
                pencil.owed.append((at, None))
    return pencil


def _has_what_it_needs(idea: Idea, team: Team, result: Result) -> None:
    ended = idea.stage.value in _ENDED
    if ended == (idea.answer_by is not None):
        result.without.append(f"{idea.number} ({idea.stage.value}): next date {idea.answer_by}")
    if not ended and idea.owner(team) is None:
        result.without.append(f"{idea.number} ({idea.stage.value}): no owner")


def _count_promises(
    its_ideas: Sequence[Idea],
    pencils: Mapping[str, _Pencil],
    its_teams: Mapping[str, Team],
    today: date,
    result: Result,
) -> None:
    """Each promise alone, and the share of each team as its manager is told it."""
    by_team: dict[str, list[Idea]] = defaultdict(list)
    for idea in its_ideas:
        by_team[idea.team].append(idea)
        pencil = pencils[idea.id]
        first = (idea.first.by, idea.first.kept_on) if idea.first else None
        decision = (idea.decision.by, idea.decision.kept_on) if idea.decision else None
        if first != pencil.first:
            result.miscounted.append(f"{idea.number}: first {first}, by hand {pencil.first}")
        if decision != pencil.decision:
            result.miscounted.append(f"{idea.number}: decision {decision}, by hand {pencil.decision}")
    totals = [0, 0, 0]
    for team, theirs in by_team.items():
        said = share_of(theirs, today)
        counted = _by_hand([(pencils[idea.id], idea) for idea in theirs], today)
        if said != counted:
            result.miscounted.append(f"{its_teams[team].name}: {said}, by hand {counted}")
        totals = [a + b for a, b in zip(totals, said, strict=True)]
    result.promises = (totals[0], totals[1], totals[2])


def _by_hand(theirs: Sequence[tuple[_Pencil, Idea]], today: date) -> tuple[int, int, int]:
    kept = late = still = 0
    for pencil, _ in theirs:
        is_owed = pencil.owed[-1][1] is None
        for promise in (pencil.first, pencil.decision):
            if promise is None:
                continue
            by, on = promise
            if on is not None:
                kept, late = kept + (on <= by), late + (on > by)
            elif is_owed:
                still, late = still + (today <= by), late + (today > by)
    return kept, kept + late, still


async def _judge_reminders(
    connection: AsyncConnection,
    tenant: str,
    its_ideas: Sequence[Idea],
    pencils: Mapping[str, _Pencil],
    its_teams: Mapping[str, Team],
    snoozes: Mapping[str, Sequence[datetime]],
    result: Result,
) -> None:
    by_id = {idea.id: idea for idea in its_ideas}
    by_number = {idea.number: idea.id for idea in its_ideas}
    counted: Counter[tuple[str, datetime]] = Counter()
    query = select(outbox.c.body, outbox.c.written_at).where(outbox.c.tenant == tenant).order_by(outbox.c.id)
    for body, written in (await connection.execute(query)).all():
        result.letters += 1
        letter = unpack(body, Letter)
        at = from_moment(written)
        match letter.notice:
            case Nudges() as said:
                team = its_teams[said.team]
                for row in said.rows:
                    pencil = pencils[row.idea]
                    if not _is_owed(pencil, at):
                        result.misplaced.append(f"{row.number} reminded of at {at} after its answer")
                    counted[row.idea, max(given for given in pencil.given if given <= at)] += 1
            case CheckQuestion(idea, _):
                team = its_teams[idea.team]
            case CameBack(_, _, _, to_author) if to_author:
                team = its_teams[pencils[by_number[letter.notice.number]].team_at(at)]
            case _:
                continue
        result.reminders += 1
        _in_working_hours(at, team, letter, result)
    for (idea_id, given), times in counted.items():
        team = its_teams[pencils[idea_id].team_at(given)]
        asked_for = [at for at in snoozes.get(team.id, ()) if _comes_after(at, given, team.rule.zone)]
        if times > _NUDGES_PER_PROMISE + len(asked_for):
            result.misplaced.append(f"{by_id[idea_id].number} reminded of {times} times since {given}")


def _comes_after(snoozed: datetime, given: datetime, zone: str) -> bool:
    """May it have ended after the promise was given? It ends on the next working day at the latest."""
    return later(here(snoozed, zone).date(), 1, zone) >= here(given, zone).date()


def _is_owed(pencil: _Pencil, at: datetime) -> bool:
    return any(begins <= at and (ends is None or at <= ends) for begins, ends in pencil.owed)


def _in_working_hours(at: datetime, team: Team, letter: Letter, result: Result) -> None:
    zone, rule = team.rule.zone, team.promise
    wall = here(at, zone)
    if not works(wall.date(), zone) or not rule.begins <= wall.time() < rule.ends:
        result.misplaced.append(f"{type(letter.notice).__name__} at {wall} in {zone}")
