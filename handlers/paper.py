"""An idea on one page: who may have it, and everything that stands on it, as it is now.

The card in the chat and the files behind its links ask here; how a page looks lives in `cards.a3`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from bot.domain.a3 import A3, a3_of, people_on
from bot.domain.errors import No, Refusal
from bot.domain.ideas import Idea, Stage
from bot.domain.notices import A3Page, Short, ShortLine
from bot.domain.people import Person, PersonId, Team, TenantId
from bot.domain.ports import Clock
from bot.domain.work import Store, Work
from cards.files import FileOf
from handlers.turn import Turn

# How many of the own ideas are looked through for the newest that has a page.
_RECENT = 10

Found: TypeAlias = tuple[Idea, Team]


async def show(turn: Turn, person: Person, idea_id: str) -> None:
    """The page as a card, to this person alone. Raises Refusal."""
    idea, team = await _readable(turn.work, turn.tenant, person.id, idea_id)
    if idea.whys is None:
        await turn.tell(person, ShortLine(Short.A3_NOT_YET, str(idea.number)))
        return
    page = await _page(turn.work, idea, team, turn.now)
    await turn.tell(person, A3Page(idea.id, turn.tenant, person.id, team.language, page, idea.hidden))


async def asked(turn: Turn, person: Person, words: str) -> None:
    """Asked for by its number; without one, the newest own idea that has a page. Raises Refusal."""
    said = words.strip().lstrip("#").strip()
    if said:
        idea = await turn.work.idea_numbered(turn.tenant, int(said))
        if idea is None:
            raise Refusal(No.NOT_FOUND, number=said)
    else:
        own, _ = await turn.work.ideas_of(turn.tenant, person.id, _RECENT)
        idea = next((one for one in own if one.whys and one.stage is not Stage.WITHDRAWN), None)
        if idea is None:
            await turn.tell(person, ShortLine(Short.A3_WHICH))
            return
    await show(turn, person, idea.id)


class StoreShelf:
    """The pages behind the links, from the store. See `handlers.files.Shelf`."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """`store` is the bot's own."""
        self._store = store
        self._clock = clock

    async def a3(self, file: FileOf) -> A3 | None:
        """See Shelf. The rights are those of now: a manager who has left the team opens nothing more."""

        async def job(work: Work) -> A3 | None:
            reader = await work.person(file.tenant, file.person)
            if reader is None or reader.left:
                return None
            try:
                idea, team = await _readable(work, file.tenant, file.person, file.idea)
            except Refusal:
                return None
            if idea.whys is None:
                return None
            return await _page(work, idea, team, self._clock.now())

        return await self._store.run(file.tenant, job)


async def _readable(work: Work, tenant: TenantId, person: PersonId, idea_id: str) -> Found:
    """The idea, for those who may read the talk about its causes. Raises Refusal.

    Its author, whoever answers for the team, whoever it was passed on to, and the improvement lead. Not
    colleagues: they see what was told, and not the talk.
    """
    idea = await work.idea(tenant, idea_id)
    team = await work.team(tenant, idea.team) if idea else None
    if idea is None or team is None:
        raise Refusal(No.NOT_YOURS)
    may = idea.author == person or team.answers(person) or idea.is_decided_by(person, team)
    if not may and (await work.tenant(tenant)).lead != person:
        raise Refusal(No.NOT_YOURS)
    if idea.stage is Stage.WITHDRAWN:
        raise Refusal(No.CLOSED, number=str(idea.number))
    return idea, team


async def _page(work: Work, idea: Idea, team: Team, now: datetime) -> A3:
    known = await work.people(idea.tenant, list(people_on(idea)))
    names = {person.id: person.name for person in known.values()}
    return a3_of(idea, team=team.name, names=names, zone=team.rule.zone, now=now)
