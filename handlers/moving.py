"""The manager's moves beyond "I have read it": try it, you decide, rest, pass on, merge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.attempts import Attempt
from bot.domain.errors import No, Refusal
from bot.domain.ideas import OWN_PACE, Idea, Level, Move
from bot.domain.notices import (
    ColleagueCard,
    Decided,
    ManagerCard,
    Merged,
    PassedTo,
    Short,
    ShortLine,
    WasMerged,
)
from bot.domain.people import Address, Person, Team
from bot.domain.promises import answer_by, local_day, working_day_after
from bot.domain.strength import Rung
from cards.strength import one_step_up
from handlers import dates
from handlers.answering import idea_and_team, idea_for, idea_of, keep
from handlers.turn import Turn, card_edit, concerns

UP: Mapping[str, tuple[Level, int]] = {
    Level.UNIT.value: (Level.UNIT, 0),
    Level.DEPARTMENT.value: (Level.DEPARTMENT, 1),
    Level.TOP.value: (Level.TOP, 2),
}


async def try_it(turn: Turn, person: Person, idea_id: str, attempt: Attempt, words: str) -> None:
    """It is tried: what, by whom, until when. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    tried = idea.tried(person.id, team, attempt, words.strip(), turn.now)
    saved = await keep(turn, tried, team, person.id, "try")
    await _tell_author(turn, saved, team, person, words, attempt.until, trial=attempt.what)
    if attempt.who not in {saved.author, person.id}:
        doing = await turn.work.person(turn.tenant, attempt.who)
        await _show_to_colleague(turn, doing, saved, team)
    await _one_step_up(turn, person, attempt, (*idea.before, idea.attempt))


async def _one_step_up(
    turn: Turn, person: Person, attempt: Attempt, before: tuple[Attempt | None, ...]
) -> None:
    """A weak action is welcome: one kind question to whoever chose it, once for each idea."""
    if not attempt.is_weak or any(one is not None and one.is_weak for one in before):
        return
    question = one_step_up(Rung(attempt.rung or 0), turn.language_of(person))
    if question:
        await turn.tell(person, ShortLine(Short.STEP_UP, question))


async def you_decide(turn: Turn, person: Person, idea_id: str, words: str) -> None:
    """The mandate goes to the team; how it goes is asked after a month. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    today = local_day(turn.now, team.rule.zone)
    what = idea.whys.trial if idea.whys else ""
    # On a working day: that is when it is asked about.
    day_before = today + OWN_PACE - timedelta(days=1)
    until = working_day_after(day_before, 1, team.rule.zone, turn.calendar)
    attempt = Attempt(what, idea.author, today, until, own=True)
    tried = idea.tried(person.id, team, attempt, words.strip(), turn.now, own=True)
    saved = await keep(turn, tried, team, person.id, "you decide")
    await _tell_author(turn, saved, team, person, words, attempt.until)


async def rest(turn: Turn, person: Person, idea_id: str, until: date, words: str) -> None:
    """It rests, and comes back by itself. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    rested = idea.rested(person.id, team, until, words.strip(), turn.now)
    saved = await keep(turn, rested, team, person.id, "rest")
    await _tell_author(turn, saved, team, person, words, until)


async def pass_up(turn: Turn, person: Person, idea_id: str, level: str, words: str) -> None:
    """Along the ladder over the team. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    rung, place = UP.get(level, (Level.TEAM, 99))
    to = team.above[place] if place < len(team.above) else None
    if to is None:
        raise Refusal(No.NO_LADDER)
    day = answer_by(turn.now, team, turn.calendar)
    passed = idea.passed_up(person.id, team, to, rung, words.strip(), turn.now, day)
    saved = await keep(turn, passed, team, person.id, f"passed on {rung.value}")
    await _passed(turn, saved, team, person, words, day)


async def pass_outside(turn: Turn, person: Person, idea_id: str, to: str, words: str) -> None:
    """To somebody outside; whoever passes it on brings the answer. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    day = answer_by(turn.now, team, turn.calendar)
    passed = idea.passed_outside(person.id, team, to, words.strip(), turn.now, day)
    saved = await keep(turn, passed, team, person.id, "passed on outside")
    await _tell_author(turn, saved, team, person, words, day, who=saved.outside)


async def pass_to_team(turn: Turn, person: Person, idea_id: str, to: str, words: str) -> None:
    """To another team, whose manager gives the same promise. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    other = await turn.work.team(turn.tenant, to)
    if other is None or not other.is_set_up or not other.active:
        raise Refusal(No.NO_TEAM)
    day = answer_by(turn.now, other, turn.calendar)
    moved = idea.moved(person.id, team, other.id, words.strip(), turn.now, day)
    saved = await keep(turn, moved, other, person.id, "passed on team", other.id)
    await dates.plan_team(turn, team)
    await _hand_over(turn, saved, other)
    await _passed(turn, saved, other, person, words, day)


async def _hand_over(turn: Turn, idea: Idea, team: Team) -> None:
    """Whoever answered before sees it from now on as a colleague: their card cannot be answered on."""
    names = await turn.names(idea, team)
    for card in await turn.work.shown(turn.tenant, idea.id):
        reader = await turn.work.person(turn.tenant, card.person)
        if card.view == ManagerCard.__name__ and reader is not None and not concerns(card, idea, team):
            notice = await colleague_card(turn, reader, idea, team)
            await turn.work.send(replace(card_edit(card, idea, names), notice=notice))


async def merge(turn: Turn, person: Person, idea_id: str, into: int) -> None:
    """Two are the same: one goes on, with the voices of both. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    other = await turn.work.idea_numbered(turn.tenant, into)
    theirs = await turn.work.team(turn.tenant, other.team) if other else None
    if other is None or theirs is None:
        raise Refusal(No.NOT_FOUND, number=str(into))
    merged = await keep(turn, idea.merged(person.id, team, other), team, person.id, "merged")
    kept = await keep(turn, other.took_in(merged, turn.now), theirs, person.id, "took in")
    notice = Merged(merged.id, merged.version, merged.number, kept.number, merged.text, kept.text)
    await turn.tell(person, notice)
    author = await turn.work.person(turn.tenant, merged.author)
    if author is not None and author.id != person.id:
        await turn.tell(author, WasMerged(merged.number, kept.number, kept.text, person.name))
    before = await turn.work.support(turn.tenant, kept.id, merged.author)
    if merged.author != kept.author and not before.follows:
        await _follow(turn, kept, merged.author)


async def unmerge(turn: Turn, person: Person, idea_id: str, where: Address, message: str) -> None:
    """The merging is taken back: each goes on by itself. Raises Refusal."""
    idea, team = await idea_of(turn, idea_id)
    again = idea.unmerged(person.id, team)
    kept, theirs = await idea_and_team(turn, idea.merged_into)
    saved = await keep(turn, again, team, person.id, "unmerged")
    if kept is not None and theirs is not None:
        await keep(turn, kept.gave_back(saved), theirs, person.id, "gave back")
    undone = ShortLine(Short.MERGE_UNDONE, str(saved.number))
    await turn.replace(where, message, turn.language_of(person), undone)
    await turn.tell(person, undone)


async def _follow(turn: Turn, idea: Idea, person: str) -> None:
    before = await turn.work.support(turn.tenant, idea.id, person)
    await turn.work.save_support(turn.tenant, idea.id, person, type(before)(before.sees, True))


async def _passed(turn: Turn, idea: Idea, team: Team, person: Person, words: str, day: date) -> None:
    """The receiver gets the card and hears from whom; the author hears with whom it lies now."""
    owing, _ = await dates.owing(turn, idea, team)
    who = owing.name if owing else ""
    await _tell_author(turn, idea, team, person, words, day, who=who)
    if owing is not None and owing.id != person.id:
        await turn.tell(owing, PassedTo(idea.number, person.name, words.strip(), team.name))
        await turn.tell(owing, ManagerCard(idea, await turn.names(idea, team)), subject=idea.id)


async def _tell_author(
    turn: Turn,
    idea: Idea,
    team: Team,
    person: Person,
    words: str,
    day: date,
    *,
    who: str = "",
    trial: str = "",
) -> None:
    names = await turn.names(idea, team)
    move = idea.reply.move if idea.reply else Move.READ
    notice = Decided(
        idea.number,
        idea.text,
        person.name,
        move,
        words.strip(),
        day,
        who or names.tried_by,
        trial.strip(),
        team.name,
    )
    author = await turn.work.person(turn.tenant, idea.author)
    if author is not None and author.id != person.id:
        await turn.tell(author, notice)
    for reader in await turn.work.followers(turn.tenant, idea.id):
        if reader not in {idea.author, person.id}:
            await _show_to_colleague(turn, await turn.work.person(turn.tenant, reader), idea, team)


async def _show_to_colleague(turn: Turn, person: Person | None, idea: Idea, team: Team) -> None:
    if person is not None:
        await turn.tell(person, await colleague_card(turn, person, idea, team))


async def colleague_card(turn: Turn, person: Person, idea: Idea, team: Team) -> ColleagueCard:
    """An idea as somebody sees it who neither told nor answers it: a hidden name stays out."""
    names = await turn.names(idea, team)
    known = await turn.work.support(turn.tenant, idea.id, person.id)
    author = "" if idea.hidden else names.author
    return ColleagueCard(idea, author, names, follows=known.follows, sees=known.sees)
