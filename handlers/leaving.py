"""Somebody has left the workspace: no reminders, no open step; what was theirs to do goes to the manager."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.ideas import Happening
from bot.domain.people import Person, PersonId, Team, TenantId
from bot.domain.talks import TalkStatus
from bot.domain.work import Work


async def left(work: Work, tenant: TenantId, who: PersonId, now: datetime) -> None:
    """Mark it and hand over. The checks of their tries then go to whoever answers for the team.

    Somebody who never spoke with Femma is not written down by leaving.
    """
    person = await work.person(tenant, who)
    if person is None or person.left:
        return
    await work.save_person(replace(person, left=True, home=None, away_until=None))
    await _talks_go_on(work, person)
    for idea in await work.ideas_held(person.tenant, person.id):
        team = await work.team(person.tenant, idea.team)
        heir = _heir(team, person)
        if heir is not None:
            happening = Happening(idea.id, now, person.id, "handed over")
            await work.save_idea(idea.handed_to(heir), happening)


async def _talks_go_on(work: Work, person: Person) -> None:
    """The talks of several that they led are led by whoever answers for the team; without one they end."""
    for talk in await work.talks_of(person.tenant, person.id):
        if not talk.is_held:
            continue
        idea = await work.idea(person.tenant, talk.idea or "")
        team = await work.team(person.tenant, idea.team) if idea else None
        heir = _heir(team, person)
        handed = replace(talk, person=heir) if heir else talk.with_status(TalkStatus.CLOSED)
        await work.save_talk(handed)


def _heir(team: Team | None, person: Person) -> PersonId | None:
    """Whoever answers for the team instead of somebody who has left; None when nobody does."""
    if team is None:
        return None
    answering = (who for who in (team.manager, team.deputy) if who is not None and who != person.id)
    return next(answering, None)
