"""The names around an idea, as they are shown on its cards."""

from __future__ import annotations

from datetime import datetime

from bot.domain.ideas import UNDER_WAY, Idea
from bot.domain.notices import IdeaNames
from bot.domain.people import Person, Team
from bot.domain.promises import local_day
from bot.domain.work import Work


async def names_around(work: Work, idea: Idea, team: Team | None, now: datetime) -> IdeaNames:
    """Author, with whom it lies, team, whoever answered and whoever tries it; an unknown name is empty."""
    base = idea.holder or (team.answers_to(idea.author) if team else None)
    replied_by = idea.reply.by if idea.reply else None
    doing = idea.attempt.who if idea.attempt is not None and idea.stage in UNDER_WAY else None
    deputy = team.deputy if team else None
    wanted = (idea.author, base, replied_by, doing, deputy)
    known = await work.people(idea.tenant, [p for p in wanted if p])

    def name(person: str | None) -> str:
        return known[person].name if person in known else ""

    manager, away = name(base), ""
    if team is not None and idea.is_undecided and _steps_in(known, base, deputy, idea, team, now):
        manager, away = name(deputy), manager
    return IdeaNames(
        author=name(idea.author),
        manager=manager,
        team=team.name if team else "",
        zone=team.rule.zone if team else "UTC",
        replied_by=name(replied_by),
        tried_by=name(doing),
        instead_of=away,
        into=await _number(work, idea),
    )


def _steps_in(
    known: dict[str, Person], base: str | None, deputy: str | None, idea: Idea, team: Team, now: datetime
) -> bool:
    """Is whoever answers away, and the deputy there?"""
    if base not in known or deputy not in known or deputy in {base, idea.author}:
        return False
    today = local_day(now, team.rule.zone)
    return known[base].is_away(today) and not known[deputy].is_away(today)


async def _number(work: Work, idea: Idea) -> int:
    into = await work.idea(idea.tenant, idea.merged_into) if idea.merged_into else None
    return into.number if into else 0
