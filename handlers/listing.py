"""What a person can look up: own ideas, what waits for an answer, the page of their own."""

from __future__ import annotations

from bot.domain.ideas import Idea
from bot.domain.notices import Home, IdeaRow, MyIdeas, Short, ShortLine, WaitingForMe
from bot.domain.people import Address, Person
from bot.domain.talks import TalkStatus
from handlers import talking
from handlers.turn import Turn

ROWS = 10


async def mine(turn: Turn, person: Person) -> None:
    """The person's own ideas, and the talk that rests."""
    ideas, total = await turn.work.ideas_of(turn.tenant, person.id, ROWS)
    resting = await talking.to_go_on_with(turn, person, TalkStatus.RESTING)
    if resting is None:
        notice = MyIdeas(await _rows(turn, ideas), total - len(ideas))
    else:
        notice = MyIdeas(await _rows(turn, ideas), total - len(ideas), resting.id, resting.version)
    await turn.tell(person, notice)


async def waiting(turn: Turn, person: Person) -> None:
    """What this manager or deputy has not answered yet."""
    rows = await _waiting_rows(turn, person)
    if rows is None:
        await turn.tell(person, ShortLine(Short.NOT_A_MANAGER))
        return
    shown, total = rows
    await turn.tell(person, WaitingForMe(shown, total - len(shown)))


async def manages(turn: Turn, person: Person) -> bool:
    """Does this person answer for a team?"""
    return bool(await turn.work.teams_of(turn.tenant, person.id))


async def home(turn: Turn, person: Person, page: Address) -> None:
    """The person's own page, as it is now."""
    ideas, _ = await turn.work.ideas_of(turn.tenant, person.id, ROWS)
    rows = await _waiting_rows(turn, person)
    notice = Home(await _rows(turn, ideas), None if rows is None else rows[0])
    await turn.publish(page, turn.language_of(person), notice)


async def _waiting_rows(turn: Turn, person: Person) -> tuple[tuple[IdeaRow, ...], int] | None:
    teams = await turn.work.teams_of(turn.tenant, person.id)
    ids = [team.id for team in teams]
    ideas, total = await turn.work.ideas_waiting(turn.tenant, ids, person.id, ROWS)
    if not teams and not ideas:
        return None
    return await _rows(turn, ideas), total


async def _rows(turn: Turn, ideas: list[Idea]) -> tuple[IdeaRow, ...]:
    names: dict[str, str] = {}
    for idea in ideas:
        if idea.team not in names:
            team = await turn.work.team(turn.tenant, idea.team)
            names[idea.team] = team.name if team else ""
    return tuple(
        IdeaRow(i.id, i.version, i.number, i.text, i.stage, i.answer_by, names[i.team]) for i in ideas
    )
