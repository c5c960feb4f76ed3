"""Kind reminders of promises: grouped, in working hours, to the manager, then the deputy, then the lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.errors import No, Refusal
from bot.domain.ideas import Idea, Stage
from bot.domain.letters import Reminder
from bot.domain.notices import NudgeRow, Nudges, Role, Short, ShortLine
from bot.domain.people import Address, Person, Team
from bot.domain.promises import Nudge, local_day, nudge_now, working_moment
from handlers import dates
from handlers.answering import idea_and_team
from handlers.turn import Turn

ROWS = 5
SNOOZE = "snooze:"
_SNOOZED_FOR = timedelta(hours=3)


async def run(turn: Turn, team_id: str) -> None:
    """What is due in a team is said; the row of the next reminder is set."""
    team = await turn.work.team(turn.tenant, team_id)
    if team is None or not team.is_set_up:
        return
    if not dates.is_working_time(turn, team):
        due = working_moment(turn.now, team.rule.zone, team.promise, turn.calendar)
        name = dates.NUDGE + team.id
        await turn.work.remind(Reminder(name, turn.tenant, due, name))
        return
    today = local_day(turn.now, team.rule.zone)
    groups: dict[tuple[str, Role], list[tuple[Idea, Person | None]]] = {}
    for idea in await turn.work.ideas_promised(turn.tenant, team.id):
        await _one(turn, idea, team, today, groups)
    for (reader, role), found in groups.items():
        await _say(turn, team, reader, role, found, today)
    await dates.plan_team(turn, team)


async def _one(
    turn: Turn,
    idea: Idea,
    team: Team,
    today: date,
    groups: dict[tuple[str, Role], list[tuple[Idea, Person | None]]],
) -> None:
    if idea.answer_by is None:
        return
    nudge = nudge_now(idea.answer_by, idea.nudged, today, team.rule.zone, turn.calendar)
    if nudge is Nudge.NONE:
        return
    owing, _ = await dates.owing(turn, idea, team)
    reader, role = await _reader(turn, idea, team, nudge, owing, today)
    saved = await turn.work.save_idea(replace(idea, nudged=int(nudge)))
    if reader is not None:
        groups.setdefault((reader, role), []).append((saved, owing))


async def _reader(
    turn: Turn, idea: Idea, team: Team, nudge: Nudge, owing: Person | None, today: date
) -> tuple[str | None, Role]:
    """Who is asked at this stage of waiting. Where nobody stands behind, whoever owes it is asked again."""
    asked = owing.id if owing else None
    if nudge <= Nudge.ON_THE_DAY:
        return asked, Role.ANSWERS
    lead = (await turn.work.tenant(turn.tenant)).lead
    behind = [(team.deputy, Role.DEPUTY), (lead, Role.LEAD)]
    for person, role in behind if nudge is Nudge.DEPUTY else behind[1:]:
        known = await turn.work.person(turn.tenant, person) if person else None
        if known is not None and known.id not in {asked, idea.author} and not known.is_away(today):
            return known.id, role
    return asked, Role.ANSWERS


async def _say(
    turn: Turn,
    team: Team,
    reader: str,
    role: Role,
    found: list[tuple[Idea, Person | None]],
    today: date,
) -> None:
    person = await turn.work.person(turn.tenant, reader)
    await turn.tell(person, await _nudges(turn, team, role, found, today))


async def _nudges(
    turn: Turn, team: Team, role: Role, found: Sequence[tuple[Idea, Person | None]], today: date
) -> Nudges:
    people = await turn.work.people(turn.tenant, [idea.author for idea, _ in found])
    owing = found[0][1]
    rows = tuple(_row(idea, people, team) for idea, _ in found[:ROWS])
    manager = owing.name if owing and role is not Role.ANSWERS else ""
    return Nudges(team.id, team.name, role, manager, rows, len(found) - len(rows), today)


def _row(idea: Idea, people: dict[str, Person], team: Team) -> NudgeRow:
    author = people[idea.author].name if idea.author in people else ""
    day = idea.answer_by or local_day(idea.told_at, team.rule.zone)
    told = local_day(idea.told_at, team.rule.zone)
    since = told if _is_first(idea) and idea.reply is None else None
    zone = team.rule.zone
    return NudgeRow(idea.id, idea.version, idea.number, idea.text, author, day, idea.stage, zone, since)


def _is_first(idea: Idea) -> bool:
    return idea.stage is Stage.SUBMITTED


async def shorten(turn: Turn, person: Person, idea_id: str, where: Address, message: str) -> None:
    """One of the list was answered on it: the list then shows what is left."""
    _, team = await idea_and_team(turn, idea_id)
    if team is None:
        return
    left = [idea for idea in await _owed(turn, team, person) if _is_first(idea)]
    language = turn.language_of(person)
    if not left:
        await turn.replace(where, message, language, ShortLine(Short.ALL_READ))
        return
    today = local_day(turn.now, team.rule.zone)
    found = [(idea, person) for idea in left]
    notice = await _nudges(turn, team, Role.ANSWERS, found, today)
    await turn.replace(where, message, language, notice)


async def snooze(turn: Turn, person: Person, team_id: str) -> None:
    """Again in three hours, or when work begins. The promise and those behind it stay. Raises Refusal."""
    team = await turn.work.team(turn.tenant, team_id)
    if team is None:
        raise Refusal(No.NOT_YOURS)
    promised = await turn.work.ideas_promised(turn.tenant, team.id)
    if not (team.answers(person.id) or any(idea.is_decided_by(person.id, team) for idea in promised)):
        # Like a team that is not there: it is nobody else's to find out.
        raise Refusal(No.NOT_YOURS)
    if not await _owed(turn, team, person):
        raise Refusal(No.ALREADY)
    due = working_moment(turn.now + _SNOOZED_FOR, team.rule.zone, team.promise, turn.calendar)
    name = f"{SNOOZE}{team.id}:{person.id}"
    await turn.work.remind(Reminder(name, turn.tenant, due, name))
    await turn.tell(person, ShortLine(Short.SNOOZED))


async def after_snooze(turn: Turn, about: str) -> None:
    """What still waits, once more; nothing when it was answered meanwhile."""
    team_id, _, reader = about.partition(":")
    team = await turn.work.team(turn.tenant, team_id)
    person = await turn.work.person(turn.tenant, reader)
    if team is None or person is None:
        return
    if not dates.is_working_time(turn, team):
        # Whatever kept it until now, nobody is spoken to after work.
        due = working_moment(turn.now, team.rule.zone, team.promise, turn.calendar)
        await turn.work.remind(Reminder(SNOOZE + about, turn.tenant, due, SNOOZE + about))
        return
    found = await _owed(turn, team, person)
    if found:
        today = local_day(turn.now, team.rule.zone)
        await _say(turn, team, person.id, Role.ANSWERS, [(idea, person) for idea in found], today)


async def _owed(turn: Turn, team: Team, person: Person) -> list[Idea]:
    """What this person was reminded of and has not answered."""
    found = []
    for idea in await turn.work.ideas_promised(turn.tenant, team.id):
        if idea.nudged and idea.is_decided_by(person.id, team):
            found.append(idea)
    return found
