"""The next date of an idea as a row: when somebody is reminded, asked, or gets it back.

One row per team for promises, so that many open ones cost nothing while they wait, and one per idea for the
checks of a try and for coming back. Whatever is done to an idea, `plan` sets the row anew: an answered
promise is never reminded of.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.ideas import Idea
from bot.domain.letters import Reminder
from bot.domain.people import DigestRule, Person, PromiseRule, Team
from bot.domain.promises import local_day, morning_of, next_nudge, working_day_after, working_moment
from bot.domain.talks import Talk
from bot.domain.tree import Look
from bot.domain.whys import WhyTalk
from handlers.easing import Days
from handlers.turn import Turn

NUDGE = "nudge:"
CHECK = "check:"
LOOK = "look:"
SILENCE = "silence:"
# After so many working days without a word a talk is reminded of, once.
SILENT_DAYS = 3
_SOONEST_LOOK = timedelta(hours=3)


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


def days_to_choose(turn: Turn, team: Team | None) -> Days:
    """Today, tomorrow and in a week, where the team works; the last two as working days."""
    zone = (team.rule if team else DigestRule()).zone
    today = local_day(turn.now, zone)
    tomorrow = working_day_after(today, 1, zone, turn.calendar)
    in_a_week = working_day_after(today + timedelta(days=6), 1, zone, turn.calendar)
    return Days(today, tomorrow, in_a_week)


async def plan_looks(turn: Turn, talk: Talk, team: Team | None) -> None:
    """Set the row for the next day on which somebody was to go and see; take it away when there is none."""
    days = [look.by for _, look in looks_of(talk) if look.by is not None]
    if not days:
        await turn.work.forget(turn.tenant, LOOK + talk.id)
        return
    # Whoever goes today has not been there yet.
    due = max(_morning(turn, min(days), team), turn.now + _SOONEST_LOOK)
    await turn.work.remind(Reminder(LOOK + talk.id, turn.tenant, due, LOOK + talk.id))


def looks_of(talk: Talk) -> tuple[tuple[int, Look], ...]:
    """What somebody is to go and see, by the numbers of the talk's tree."""
    return talk.state.tree.looks() if isinstance(talk.state, WhyTalk) else ()


async def plan_silence(turn: Turn, talk: Talk, team: Team | None, since: datetime) -> None:
    """The talk is reminded of when nothing has been said in it for some working days."""
    zone = (team.rule if team else DigestRule()).zone
    day = working_day_after(local_day(since, zone), SILENT_DAYS, zone, turn.calendar)
    due = max(_morning(turn, day, team), turn.now + timedelta(seconds=1))
    await turn.work.remind(Reminder(SILENCE + talk.id, turn.tenant, due, SILENCE + talk.id))


def _morning(turn: Turn, day: date, team: Team | None) -> datetime:
    rule, promise = (team.rule, team.promise) if team else (DigestRule(), PromiseRule())
    return morning_of(day, rule.zone, promise, turn.calendar)


async def plan_return(turn: Turn, talk: Talk, team: Team | None, day: date) -> None:
    """Whoever leads the talk is away: it is reminded of on the morning of that day."""
    due = max(_morning(turn, day, team), turn.now + timedelta(seconds=1))
    await turn.work.remind(Reminder(SILENCE + talk.id, turn.tenant, due, SILENCE + talk.id))
