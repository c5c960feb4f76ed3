"""Where a talk of several is held: its questions in one thread, in the team's language."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.errors import No, Refusal
from bot.domain.ideas import Idea
from bot.domain.notices import Short, ShortLine, Sorry, WhyQuestion
from bot.domain.people import Address, Language, Person
from bot.domain.talks import Talk, TalkStatus
from bot.domain.tree import PROBLEM
from bot.domain.whys import Choice, Chose, Event, Step, WhyTalk
from handlers.answering import idea_and_team
from handlers.turn import Turn

# What anybody there may press, by the open question.
_ANYBODY = {
    Step.EVIDENCE: frozenset({Choice.SEEN, Choice.BELIEVED}),
    Step.MORE: frozenset({Choice.YES, Choice.NO}),
}


async def ask_there(turn: Turn, talk: Talk, place: Address, question: WhyQuestion) -> None:
    """The open question, where the talk is held: the first one begins the thread of all that follow."""
    language = await _language(turn, talk)
    root = await root_of(turn, talk)
    by = _builds_on(talk, question.state)
    shared = replace(question, shared=True, by=by)
    subject = "" if root else talk.id
    await turn.say(replace(place, thread=root), language, shared, subject=subject)


async def root_of(turn: Turn, talk: Talk) -> str:
    """The message under which the talk is held; empty until it is known."""
    cards = await turn.work.shown(turn.tenant, talk.id)
    return min(cards, key=lambda card: card.id).message if cards else ""


def _builds_on(talk: Talk, state: WhyTalk) -> str:
    """Whose answer the question builds on. Whoever leads is not named: they may be a hidden author."""
    if state.at == PROBLEM or state.step not in {Step.WHY, Step.EVIDENCE}:
        return ""
    mate = talk.mate(state.tree.whys[state.at].by)
    return mate.name if mate else ""


async def language_in(turn: Turn, talk: Talk, leader: Person) -> Language:
    """The language in which the talk is held: the team's in its channel, else that of whoever leads."""
    if talk.place is None:
        return turn.language_of(leader)
    return await _language(turn, talk)


async def _language(turn: Turn, talk: Talk) -> Language:
    _, team = await idea_and_team(turn, talk.idea or "")
    return team.language if team else turn.fallback


async def asked_in(turn: Turn, talk: Talk) -> ShortLine:
    """Says to whoever leads a talk in which channel it is asked."""
    _, team = await idea_and_team(turn, talk.idea or "")
    return ShortLine(Short.GATHERED, team.name if team else "")


def is_held_at(talk: Talk, where: Address) -> bool:
    """Is this where several answer?"""
    return talk.place is not None and where.conversation == talk.place.conversation


def may_press(state: WhyTalk, event: Event) -> None:
    """May somebody else than the leader say this at the open question? Raises Refusal."""
    allowed = _ANYBODY.get(state.step, frozenset())
    if not isinstance(event, Chose) or event.choice not in allowed:
        raise Refusal(No.LEADS)


async def alone_there(turn: Turn, talk: Talk) -> None:
    """Raises Refusal when another talk about the same is held where this one rested."""
    held = await turn.work.talks_in(turn.tenant, talk.place.conversation if talk.place else "")
    others = (other for other in held if other.id != talk.id and other.status is TalkStatus.OPEN)
    if any(other.idea == talk.idea for other in others):
        raise Refusal(No.HELD_ALREADY)


async def called_off(turn: Turn, person: Person, idea: Idea) -> None:
    """Somebody took the idea back: nobody looks for its causes any more, and whoever else did hears so."""
    for talk in await turn.work.talks_about(turn.tenant, idea.id):
        await turn.work.save_talk(talk.with_status(TalkStatus.CLOSED))
        over = Sorry(No.CLOSED, str(idea.number))
        if talk.place is not None:
            await turn.say(await _thread_of(turn, talk, talk.place), await _language(turn, talk), over)
        elif talk.person != person.id:
            await turn.tell(await turn.work.person(turn.tenant, talk.person), over)


async def _thread_of(turn: Turn, talk: Talk, place: Address) -> Address:
    return replace(place, thread=await root_of(turn, talk))


async def ended(turn: Turn, talk: Talk) -> None:
    """The thread hears that the talk is over."""
    if talk.place is None:
        return
    place = await _thread_of(turn, talk, talk.place)
    await turn.say(place, await _language(turn, talk), ShortLine(Short.GATHER_DONE, str(talk.number)))
