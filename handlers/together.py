"""What colleagues do with each other's ideas: find, see too, know something, follow, join, wake."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.errors import No, Refusal
from bot.domain.ideas import Idea, Stage, Support, Voice
from bot.domain.notices import (
    AuthorCard,
    Found,
    KeenAnswered,
    ManagerCard,
    Short,
    ShortLine,
    SimilarRow,
    StillKeen,
    VoiceCame,
)
from bot.domain.people import Address, Person, Team
from bot.domain.promises import answer_by
from handlers import dates
from handlers.answering import idea_and_team, idea_of, keep
from handlers.moving import colleague_card
from handlers.turn import Turn

FOUND = 10


async def find(turn: Turn, person: Person, words: str) -> None:
    """Ideas with these words; a number opens that idea."""
    said = words.strip().lstrip("#").strip()
    if not said:
        await turn.tell(person, ShortLine(Short.FIND_WHAT))
        return
    if said.isascii() and said.isdigit() and len(said) < 10:
        idea = await turn.work.idea_numbered(turn.tenant, int(said))
        if idea is None:
            raise Refusal(No.NOT_FOUND, number=said)
        await show(turn, person, idea.id)
        return
    found = await turn.work.find(turn.tenant, said, FOUND)
    await turn.tell(person, Found(words.strip(), await rows(turn, found)))


async def rows(turn: Turn, ideas: list[Idea]) -> tuple[SimilarRow, ...]:
    """Ideas as they are shown to anybody of the tenant: words, stage and team, no name."""
    names: dict[str, str] = {}
    for idea in ideas:
        if idea.team not in names:
            team = await turn.work.team(turn.tenant, idea.team)
            names[idea.team] = team.name if team else ""
    return tuple(SimilarRow(i.id, i.number, i.text, i.stage, names[i.team]) for i in ideas)


async def show(turn: Turn, person: Person, idea_id: str) -> None:
    """The card as this person may see it: author, whoever answers, or colleague. Raises Refusal."""
    idea, team = await idea_of(turn, idea_id)
    names = await turn.names(idea, team)
    if idea.author == person.id:
        await turn.tell(person, AuthorCard(idea, names), subject=idea.id)
    elif idea.is_decided_by(person.id, team) or team.answers(person.id):
        await turn.tell(person, ManagerCard(idea, names), subject=idea.id)
    elif idea.stage in {Stage.WITHDRAWN, Stage.MERGED}:
        raise Refusal(No.NOT_YOURS)
    else:
        await turn.tell(person, await colleague_card(turn, person, idea, team))


async def see_too(turn: Turn, person: Person, idea_id: str, where: Address, message: str) -> None:
    """One more who sees it: counted once, listed nowhere. Raises Refusal."""
    idea, team, before = await _colleague(turn, person, idea_id)
    if before.sees:
        raise Refusal(No.ALREADY)
    await turn.work.save_support(turn.tenant, idea.id, person.id, replace(before, sees=True))
    saved = await keep(turn, idea.seen_too(), team, "", "seen too")
    await _refresh(turn, person, saved.id, where, message)
    await turn.tell(person, ShortLine(Short.SEEN_TOO, str(saved.number)))


async def follow(turn: Turn, person: Person, idea_id: str, where: Address, message: str) -> None:
    """From now on the person hears what becomes of it. Raises Refusal."""
    idea, _, before = await _colleague(turn, person, idea_id)
    if before.follows:
        raise Refusal(No.ALREADY)
    await turn.work.save_support(turn.tenant, idea.id, person.id, replace(before, follows=True))
    await _refresh(turn, person, idea.id, where, message)
    await turn.tell(person, ShortLine(Short.FOLLOWING, str(idea.number)))


async def know(turn: Turn, person: Person, idea_id: str, words: str, named: bool) -> None:
    """A colleague knows something about it: a line to the idea. Raises Refusal."""
    await _colleague(turn, person, idea_id)
    saved = await _voice(turn, person, idea_id, words, named)
    await turn.tell(person, ShortLine(Short.VOICE_KEPT, str(saved.number)))


async def join(turn: Turn, person: Person, idea_id: str, words: str, draft: str = "") -> Idea:
    """What somebody was about to tell, and its photos, go to an idea that is there. Raises Refusal."""
    joined = await _join(turn, person, idea_id, words)
    pictures = await turn.work.pictures.moved_to(turn.tenant, draft, joined.id)
    if not pictures:
        return joined
    idea, team = await idea_of(turn, joined.id)
    return await keep(turn, idea.pictured(*pictures), team, person.id, "pictures")


async def _join(turn: Turn, person: Person, idea_id: str, words: str) -> Idea:
    idea, _ = await idea_of(turn, idea_id)
    if idea.author == person.id:
        return await _own_line(turn, person, idea_id, words)
    before = await turn.work.support(turn.tenant, idea.id, person.id)
    saved = await _voice(turn, person, idea_id, words, False)
    if not before.sees:
        again, team = await idea_and_team(turn, idea_id)
        if again is not None and team is not None:
            saved = await keep(turn, again.seen_too(), team, "", "seen too")
    await turn.work.save_support(turn.tenant, idea.id, person.id, Support(True, True))
    await wake(turn, person, saved.id)
    return saved


async def _own_line(turn: Turn, person: Person, idea_id: str, words: str) -> Idea:
    idea, team = await idea_of(turn, idea_id)
    if idea.is_open:
        return await keep(turn, idea.added(person.id, words), team, person.id, "added")
    heard = idea.heard_from(Voice(person.id, turn.now, words))
    return await keep(turn, heard, team, person.id, "added")


async def _voice(turn: Turn, person: Person, idea_id: str, words: str, named: bool) -> Idea:
    idea, team = await idea_of(turn, idea_id)
    heard = idea.heard_from(Voice(person.id, turn.now, words, named))
    saved = await keep(turn, heard, team, person.id, "voice")
    by = person.name if named else ""
    owing, _ = await dates.owing(turn, saved, team)
    for reader in dict.fromkeys([saved.author, owing.id if owing else ""]):
        known = await turn.work.person(turn.tenant, reader) if reader and reader != person.id else None
        await turn.tell(known, VoiceCame(saved.number, saved.text, by, words.strip()))
    return saved


async def wake(turn: Turn, person: Person, idea_id: str) -> None:
    """A resting or declined one whose twin turned up: its author is asked, once, if still keen."""
    idea, team = await idea_and_team(turn, idea_id)
    if idea is None or team is None or idea.woken or idea.author == person.id:
        return
    if idea.stage not in {Stage.RESTING, Stage.NOT_NOW}:
        return
    saved = await keep(turn, replace(idea, woken=True), team, "", "twin")
    author = await turn.work.person(turn.tenant, saved.author)
    await turn.tell(author, StillKeen(saved.id, saved.version, saved.number, saved.text, saved.stage))


async def keen(turn: Turn, person: Person, idea_id: str, yes: bool, where: Address, message: str) -> None:
    """The author's answer: submitted anew with a new promise, or left as it is. Raises Refusal."""
    idea, team = await idea_of(turn, idea_id)
    if idea.author != person.id:
        raise Refusal(No.NOT_YOURS)
    if yes:
        day = answer_by(turn.now, team, turn.calendar)
        saved = await keep(turn, idea.kept_alive(person.id, day), team, person.id, "keen")
        owing, _ = await dates.owing(turn, saved, team)
        await turn.tell(owing, ManagerCard(saved, await turn.names(saved, team)), subject=saved.id)
    await turn.replace(where, message, turn.language_of(person), KeenAnswered(idea.number, yes))
    what = Short.WAKES if yes else Short.WAKES_NOT
    await turn.tell(person, ShortLine(what, str(idea.number)))


async def _colleague(turn: Turn, person: Person, idea_id: str) -> tuple[Idea, Team, Support]:
    """The idea for a colleague: not for its author, and not when it is gone. Raises Refusal."""
    idea, team = await idea_of(turn, idea_id)
    if idea.stage in {Stage.WITHDRAWN, Stage.MERGED}:
        raise Refusal(No.NOT_YOURS)
    if idea.author == person.id:
        raise Refusal(No.ALREADY)
    return idea, team, await turn.work.support(turn.tenant, idea.id, person.id)


async def _refresh(turn: Turn, person: Person, idea_id: str, where: Address, message: str) -> None:
    idea, team = await idea_and_team(turn, idea_id)
    if idea is not None and team is not None:
        card = await colleague_card(turn, person, idea, team)
        await turn.replace(where, message, turn.language_of(person), card)
