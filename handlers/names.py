"""The names around an idea, as they are shown on its cards."""

from __future__ import annotations

from bot.domain.ideas import Idea
from bot.domain.notices import IdeaNames
from bot.domain.people import Team
from bot.domain.work import Work


async def names_around(work: Work, idea: Idea, team: Team | None) -> IdeaNames:
    """Author, whoever is to answer, team and whoever answered; an unknown name is empty."""
    manager = team.answers_to(idea.author) if team else None
    replied_by = idea.reply.by if idea.reply else None
    known = await work.people(idea.tenant, [p for p in (idea.author, manager, replied_by) if p])

    def name(person: str | None) -> str:
        return known[person].name if person in known else ""

    return IdeaNames(
        author=name(idea.author),
        manager=name(manager),
        team=team.name if team else "",
        zone=team.rule.zone if team else "UTC",
        replied_by=name(replied_by),
    )
