"""Away and back: while a manager is away the deputy is asked instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.ideas import Happening
from bot.domain.notices import Short, ShortLine
from bot.domain.people import Person
from bot.domain.promises import local_day
from cards.days import day_named
from cards.texts import texts_for
from handlers.turn import Turn

# Where a person without a team is.
_ZONE = "Europe/Stockholm"


async def away(turn: Turn, person: Person, said: str) -> None:
    """`away until 5 May`; asks for the day when it is none."""
    day = day_named(said, turn.language_of(person), await today_of(turn, person))
    if day is None:
        await turn.tell(person, ShortLine(Short.WHICH_DAY))
        return
    await away_until(turn, person, day)


async def away_until(turn: Turn, person: Person, day: date) -> None:
    """Back at work on that day. Cards that wait are brought up to date, so that the deputy can be seen."""
    saved = await turn.work.save_person(replace(person, away_until=day))
    day_said = texts_for(turn.language_of(saved)).day(day)
    await turn.tell(saved, ShortLine(Short.AWAY_SET, day_said))
    await _refresh(turn, saved)


async def back(turn: Turn, person: Person) -> None:
    """Back at work, perhaps earlier than said."""
    if person.away_until is None:
        # Pressed again: nothing becomes different by it, and no idea has anything to tell of it.
        await turn.tell(person, ShortLine(Short.BACK_SET))
        return
    saved = await turn.work.save_person(replace(person, away_until=None))
    await turn.tell(saved, ShortLine(Short.BACK_SET))
    await _refresh(turn, saved)


async def today_of(turn: Turn, person: Person) -> date:
    """The day it is where the person works."""
    team = await turn.work.team(turn.tenant, person.team) if person.team else None
    return local_day(turn.now, team.rule.zone if team else _ZONE)


async def _refresh(turn: Turn, person: Person) -> None:
    """The author's cards say who answers."""
    for team in await turn.work.teams_of(turn.tenant, person.id):
        if team.manager != person.id:
            continue
        for idea in (await turn.work.ideas_promised(turn.tenant, team.id))[:20]:
            happening = Happening(idea.id, turn.now, person.id, "away" if person.away_until else "back")
            saved = await turn.work.save_idea(idea, happening)
            await turn.refresh(saved, team)
