"""Somebody has left the workspace: no reminders, no open step; what was theirs to do goes to the manager."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.ideas import Happening
from bot.domain.people import PersonId, TenantId
from bot.domain.work import Work


async def left(work: Work, tenant: TenantId, who: PersonId, now: datetime) -> None:
    """Mark it and hand over. The checks of their tries then go to whoever answers for the team.

    Somebody who never spoke with Femma is not written down by leaving.
    """
    person = await work.person(tenant, who)
    if person is None or person.left:
        return
    await work.save_person(replace(person, left=True, home=None, away_until=None))
    for idea in await work.ideas_held(person.tenant, person.id):
        team = await work.team(person.tenant, idea.team)
        heir = team.manager if team is not None and team.manager != person.id else None
        heir = heir or (team.deputy if team is not None else None)
        if heir is not None:
            happening = Happening(idea.id, now, person.id, "handed over")
            await work.save_idea(idea.handed_to(heir), happening)
