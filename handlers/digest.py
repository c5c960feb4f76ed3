"""The weekly summary: a row that falls due, one letter per team and ISO week, and a look in advance."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.digests import (
    CHART_WEEKS,
    LATEST,
    Summary,
    compose,
    next_moment,
    week_name,
    week_of,
)
from bot.domain.letters import Reminder
from bot.domain.notices import Short, ShortLine, WeeklySummary
from bot.domain.people import Person, Team
from handlers.turn import Turn

ABOUT = "digest:"


def period(team: Team, moment: datetime) -> str:
    """The name of a team's summary for the ISO week of a moment: `digest:<team>:2026-W53`."""
    return f"{ABOUT}{team.id}:{week_name(*week_of(moment, team.rule.zone))}"


async def schedule(turn: Turn, team: Team, before: Team | None = None) -> None:
    """Write the row of the next summary; the one of the rule before goes away."""
    if before is not None:
        due = next_moment(before.rule, turn.now)
        await turn.work.forget(team.tenant, period(before, due))
    if team.active and team.is_set_up:
        due = next_moment(team.rule, turn.now)
        await turn.work.remind(Reminder(period(team, due), team.tenant, due, ABOUT + team.id))


async def run(turn: Turn, reminder: Reminder) -> None:
    """A summary is due: send it unless there is nothing to say, and write the next row."""
    team = await turn.work.team(turn.tenant, reminder.about.removeprefix(ABOUT))
    if team is None or not team.active:
        return
    on_time = period(team, turn.now) == period(team, reminder.due)
    if on_time or turn.now - reminder.due <= LATEST:
        notice = await _summary(turn, team, reminder.due)
        if not notice.summary.is_silent:
            key = period(team, reminder.due)
            await turn.say(team.channel, team.language, notice, key=key)
    await schedule(turn, team)


async def preview(turn: Turn, person: Person) -> None:
    """What this week's summary would say now, to the manager alone."""
    teams = [team for team in await turn.work.teams_of(turn.tenant, person.id) if team.active]
    if not teams:
        await turn.tell(person, ShortLine(Short.NOT_A_MANAGER))
    for team in teams:
        notice = await _summary(turn, team, turn.now, preview=True)
        if notice.summary.is_silent:
            await turn.tell(person, ShortLine(Short.QUIET_WEEK, team.name))
        else:
            await turn.tell(person, notice)


async def _summary(turn: Turn, team: Team, at: datetime, preview: bool = False) -> WeeklySummary:
    ideas = await turn.work.ideas_for_summary(team, at - timedelta(weeks=CHART_WEEKS))
    asked = [*{idea.author for idea in ideas}, team.manager or ""]
    people = await turn.work.people(turn.tenant, asked)
    names = {person.id: person.name for person in people.values()}
    summary: Summary = compose(ideas, names, at, team.rule.zone)
    manager = names.get(team.manager or "", "")
    return WeeklySummary(team.id, team.name, manager, summary, team.rule.zone, preview)
