"""The next date of an idea as a row: when somebody is reminded, asked, or gets it back.

One row per team for promises, so that many open ones cost nothing while they wait, and one per idea for the
checks of a try and for coming back. Whatever is done to an idea, `plan` sets the row anew: an answered
promise is never reminded of.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.ideas import Idea
from bot.domain.letters import Reminder
from bot.domain.people import Person, Team
from bot.domain.promises import local_day, morning_of, next_nudge, working_day_after, working_moment
from handlers.turn import Turn

NUDGE = "nudge:"
CHECK = "check:"


def on_working_day(turn: Turn, idea: Idea, team: Team) -> Idea:
    """The idea with its next look, or its coming back, on the day it will really be: a working day."""
    if not idea.is_open or idea.is_undecided or idea.answer_by is None:
        return idea
    day_before = idea.answer_by - timedelta(days=1)
    day = working_day_after(day_before, 1, team.rule.zone, turn.calendar)
    return idea if day == idea.answer_by else replace(idea, answer_by=day)


async def plan(turn: Turn, idea: Idea, team: Team) -> None:
    """Set the row that belongs to the idea's next date, and take away the one that does not."""
    if idea.is_undecided:
        await turn.work.forget(turn.tenant, CHECK + idea.id)
        await plan_nudge(turn, idea, team)
        return
    if idea.is_open and idea.answer_by is not None:
        due = morning_of(idea.answer_by, team.rule.zone, team.promise, turn.calendar)
        soon = max(due, turn.now + timedelta(seconds=1))
        await turn.work.remind(Reminder(CHECK + idea.id, turn.tenant, soon, CHECK + idea.id))
        return
    await turn.work.forget(turn.tenant, CHECK + idea.id)


async def plan_nudge(turn: Turn, idea: Idea, team: Team) -> None:
    """The team's row comes no later than this idea's next reminder."""
    if idea.answer_by is None:
        return
    rule, zone = team.promise, team.rule.zone
    due = next_nudge(idea.answer_by, idea.nudged, turn.now, zone, rule, turn.calendar)
    if due is not None:
        await turn.work.remind_by(Reminder(NUDGE + team.id, turn.tenant, due, NUDGE + team.id))


async def plan_team(turn: Turn, team: Team) -> None:
    """The same for all that a team owes, after a reminder or a change of its rules."""
    await turn.work.forget(turn.tenant, NUDGE + team.id)
    for idea in await turn.work.ideas_promised(turn.tenant, team.id):
        await plan_nudge(turn, idea, team)


def is_working_time(turn: Turn, team: Team) -> bool:
    """May people of this team be spoken to by a clock now?"""
    return working_moment(turn.now, team.rule.zone, team.promise, turn.calendar) == turn.now


async def owing(turn: Turn, idea: Idea, team: Team) -> tuple[Person | None, Person | None]:
    """Who answers now, and who is away meanwhile: the deputy steps in for a manager who is not there."""
    base = await _person(turn, idea.holder or team.answers_to(idea.author))
    today = local_day(turn.now, team.rule.zone)
    if base is None or not base.is_away(today):
        return base, None
    for other in (team.deputy, team.manager):
        if other in {base.id, idea.author, None}:
            continue
        instead = await _person(turn, other)
        if instead is not None and not instead.is_away(today):
            return instead, base
    return base, None


async def _person(turn: Turn, person: str | None) -> Person | None:
    return await turn.work.person(turn.tenant, person) if person else None
