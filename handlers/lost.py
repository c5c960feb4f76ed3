"""A chat says that a place or a person is gone: nothing more is sent there, and the manager hears once."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.letters import Letter
from bot.domain.notices import Short, ShortLine
from bot.domain.people import Team
from bot.domain.work import Work


async def mark(work: Work, letter: Letter, reason: str) -> None:
    """Remember that `letter` could not be delivered because nobody is there any more."""
    ours = letter.to.tenant == letter.tenant
    team = await work.team_in(replace(letter.to, thread="")) if ours else None
    if team is not None and team.active:
        await work.save_team(team.stopped(reason))
        await _tell_manager(work, team)
    person = await work.person(letter.tenant, letter.person) if letter.person else None
    if person is not None and person.home is not None and person.home.lane == letter.to.lane:
        # Whoever writes to Femma again is found again: the home comes with what they write.
        await work.save_person(replace(person, home=None))


async def _tell_manager(work: Work, team: Team) -> None:
    manager = await work.person(team.tenant, team.manager) if team.manager else None
    if manager is None or manager.home is None:
        return
    language = manager.speaks((await work.tenant(team.tenant)).language)
    line = ShortLine(Short.CHANNEL_LOST, team.name)
    key = f"lost:{team.id}:{team.version}"
    await work.send(Letter(key, team.tenant, manager.home, language, line, person=manager.id))
