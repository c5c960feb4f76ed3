"""Somebody has left the workspace: no reminders, no open step; what was theirs to do goes to the manager."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.ideas import Happening
from bot.domain.letters import Reminder
from bot.domain.people import Person, PersonId, Team, TenantId
from bot.domain.talks import TalkStatus
from bot.domain.work import Work
from handlers import dates


async def left(work: Work, tenant: TenantId, who: PersonId, now: datetime) -> None:
    """Mark it and hand over. The checks of their tries then go to whoever answers for the team.

    Somebody who never spoke with Femma is not written down by leaving.
    """
    person = await work.person(tenant, who)
    if person is None or person.left:
        return
    await work.save_person(replace(person, left=True, home=None, away_until=None))
    await _talks_go_on(work, person, now)
    for idea in await work.ideas_held(person.tenant, person.id):
        team = await work.team(person.tenant, idea.team)
        heir = await _heir(work, team, person)
        if heir is not None:
            happening = Happening(idea.id, now, person.id, "handed over")
            await work.save_idea(idea.handed_to(heir), happening)


async def _talks_go_on(work: Work, person: Person, now: datetime) -> None:
    """The talks of several that they led are led by whoever answers for the team; without one they end."""
    for talk in await work.talks_of(person.tenant, person.id):
        if not talk.is_held:
            continue
        idea = await work.idea(person.tenant, talk.idea or "")
        team = await work.team(person.tenant, idea.team) if idea else None
        heir = await _heir(work, team, person)
        handed = replace(talk, person=heir) if heir else talk.with_status(TalkStatus.CLOSED)
        await work.save_talk(handed)
        if heir:
            # When nothing is said for some days, whoever leads it now is reminded as anybody else would be.
            silence = dates.SILENCE + talk.id
            await work.remind(Reminder(silence, person.tenant, now, silence))


async def _heir(work: Work, team: Team | None, person: Person) -> PersonId | None:
    """Whoever answers for the team instead of somebody who has left; None when nobody does."""
    for who in (team.manager, team.deputy) if team is not None else ():
        heir = await work.person(person.tenant, who) if who is not None and who != person.id else None
        if heir is not None and not heir.left:
            return heir.id
    return None
