"""The share of kept promises: a manager's own teams to the manager alone, every unit to the lead."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.notices import PromiseShare, ShareRow, Short, ShortLine
from bot.domain.people import Person, Team
from bot.domain.promises import local_day
from bot.domain.shares import share_of
from handlers.turn import Turn

DAYS = 90


async def promises(turn: Turn, person: Person) -> None:
    """How many of the promises that ended lately were kept."""
    own = [team for team in await turn.work.teams_of(turn.tenant, person.id) if team.is_set_up]
    is_lead = (await turn.work.tenant(turn.tenant)).lead == person.id
    if not own and not is_lead:
        await turn.tell(person, ShortLine(Short.NOT_A_MANAGER))
        return
    teams = await turn.work.teams(turn.tenant) if is_lead else own
    rows = [await _row(turn, team) for team in teams]
    await turn.tell(person, PromiseShare(tuple(rows), DAYS, is_lead))


async def _row(turn: Turn, team: Team) -> ShareRow:
    told = await turn.work.ideas_told(team, turn.now - timedelta(days=DAYS))
    # Whoever has waited longer than that is waiting all the same.
    waiting = await turn.work.ideas_promised(turn.tenant, team.id)
    ideas = list({idea.id: idea for idea in (*told, *waiting)}.values())
    today = local_day(turn.now, team.rule.zone)
    kept, ended, _ = share_of(ideas, today)
    return ShareRow(team.name, kept, ended, len(waiting))
