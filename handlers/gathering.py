"""A talk that several answer, in the thread of a channel or in a group chat. One person leads it.

Everybody there may give a cause, and say whether it is seen or believed; the rest is asked of whoever leads.
Nobody's words go further than the thread before they have said so.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.errors import No, Refusal
from bot.domain.notices import Short, ShortLine
from bot.domain.people import Address, Person, Team
from bot.domain.talk_notices import QuoteAnswered, QuoteAsked
from bot.domain.talks import Mate, Talk, TalkStatus
from bot.domain.why_moves import step
from bot.domain.whys import ASKS_WHY, Answered, Late, Lead, WhyTalk
from cards.easing import leaning
from handlers import dates, elsewhere, outcomes, talking
from handlers.answering import idea_and_team
from handlers.easing import heard
from handlers.holding import language_in, may_press, root_of
from handlers.turn import Turn


async def start(turn: Turn, person: Person, talk: Talk) -> None:
    """Whoever leads a talk asks the team: from here on it is held in the team's channel. Raises Refusal."""
    state = talk.state
    if talk.person != person.id:
        raise Refusal(No.NOT_YOURS)
    if not isinstance(state, WhyTalk) or talk.status is TalkStatus.CLOSED:
        raise Refusal(No.NO_TALK)
    if talk.is_held:
        raise Refusal(No.HELD_ALREADY)
    idea, team = await outcomes.living_idea(turn, talk)
    if idea.author != person.id:
        # It was handed over: what is said in it was not said before the whole team.
        raise Refusal(No.SAID_IN_PRIVATE)
    channel = await _free_channel(turn, team, talk.idea or "")
    await turn.tell(person, ShortLine(Short.GATHERED, team.name if team else ""))
    held = replace(talk, place=channel, status=TalkStatus.OPEN, offered_to=None)
    # Words that nobody has decided to keep are not shown to others.
    shown = replace(state, held="", held_by="", eased=False, draft="")
    await talking.ask(turn, person, held, shown, Lead.TOGETHER)


async def start_about(turn: Turn, person: Person, idea_id: str, where: Address) -> None:
    """Somebody in the channel wants to look for the causes of what many know, together. Raises Refusal."""
    idea, team = await idea_and_team(turn, idea_id)
    if idea is None or team is None or where.conversation != team.channel.conversation:
        raise Refusal(No.NOT_YOURS)
    if not idea.is_open:
        raise Refusal(No.CLOSED, number=str(idea.number))
    if not idea.is_known_to_many:
        raise Refusal(No.OLD_BUTTON)
    channel = await _free_channel(turn, team, idea_id)
    await talking.begin_about(turn, person, idea, place=channel)


async def _free_channel(turn: Turn, team: Team | None, idea_id: str) -> Address:
    """The team's channel, where nobody talks about the same yet. Raises Refusal."""
    if team is None or not team.active:
        raise Refusal(No.NO_TEAM)
    held = await turn.work.talks_in(turn.tenant, team.channel.conversation)
    if any(talk.idea == idea_id and talk.status is TalkStatus.OPEN for talk in held):
        raise Refusal(No.HELD_ALREADY)
    return replace(team.channel, thread="")


async def held_at(turn: Turn, where: Address | None, status: TalkStatus = TalkStatus.OPEN) -> Talk | None:
    """The talk in whose thread (or group chat, which has none) this is; in a group chat the latest one."""
    if where is None:
        return None
    for talk in reversed(await turn.work.talks_in(turn.tenant, where.conversation)):
        under_root = where.thread == await root_of(turn, talk)
        if talk.status is status and (under_root or not where.thread):
            return talk
    return None


async def answered_at(turn: Turn, person: Person, where: Address) -> Talk | None:
    """The talk that words in this thread answer. Its leader goes on with one that rests by writing there.

    Raises Refusal to others while it rests: their words stand in the thread, and are no idea of their own.
    """
    held = await held_at(turn, where)
    resting = await held_at(turn, where, TalkStatus.RESTING) if held is None and where.thread else None
    if resting is None:
        return held
    if resting.person != person.id:
        raise Refusal(No.HELD_RESTS)
    return resting.with_status(TalkStatus.OPEN)


async def said_there(turn: Turn, person: Person, talk: Talk, text: str, at: int | None = None) -> None:
    """Words where a talk is held. `at` is the why that a form was opened for. Raises Refusal."""
    state = talk.state
    if not isinstance(state, WhyTalk) or talk.status is TalkStatus.CLOSED:
        raise Refusal(No.NO_TALK)
    leader = await talking.leader_of(turn, talk, person)
    language = await language_in(turn, talk, leader)
    found = leaning(text, state, language)
    if found is not None and found.elsewhere is not None:
        # Where others read it nothing of it is kept.
        await elsewhere.show(turn, person, found.elsewhere.value)
        return
    if person.id == talk.person and at is None:
        await talking.said(turn, person, talk, state, text)
        return
    days = dates.days_to_choose(turn, None)
    by = "" if person.id == talk.person else person.id
    event = heard(text, state, language, days, by)
    # While one more question is asked about somebody's words, others give a branch of their own.
    is_free = not state.held or state.held_by == by
    is_answer = state.step in ASKS_WHY and is_free and (at is None or at == state.under)
    if at is not None and (not is_answer or talk.status is TalkStatus.RESTING):
        event = Late(at, text, by)
    elif not isinstance(event, Answered):
        may_press(state, event)
    elif not is_answer:
        raise Refusal(No.LEADS)
    gives_words = isinstance(event, Answered | Late)
    joined = await _with_mate(turn, person, talk, text) if by and gives_words else talk
    if talk.status is TalkStatus.RESTING:
        # Put away while the form was open: the branch is there when somebody goes on.
        moved, _ = step(state, event)
        await turn.work.save_talk(joined.at(moved))
        return
    await talking.after_event(turn, leader, joined, state, event)


async def _with_mate(turn: Turn, person: Person, talk: Talk, words: str) -> Talk:
    """The talk with one more who has answered; at the first answer they are asked whether to be quoted."""
    if talk.mate(person.id) is not None:
        return talk
    idea, team = await idea_and_team(turn, talk.idea or "")
    names = await turn.names(idea, team) if idea else None
    manager = names.manager if names else ""
    if idea is not None and team is not None and idea.is_decided_by(person.id, team):
        # Whoever decides reads it anyway.
        return talk.with_mate(Mate(person.id, person.name, quoted=True))
    await turn.tell(person, QuoteAsked(talk.id, talk.number, words, manager))
    return talk.with_mate(Mate(person.id, person.name))


async def quote_answered(
    turn: Turn, person: Person, talk: Talk, yes: bool, where: Address, message: str
) -> None:
    """Somebody says whether whoever decides may read their answers. It can be changed at any time.

    Raises Refusal.
    """
    mate = talk.mate(person.id)
    if mate is None or not isinstance(talk.state, WhyTalk):
        raise Refusal(No.NOT_YOURS)
    if mate.quoted is yes:
        raise Refusal(No.ALREADY)
    said = await turn.work.save_talk(talk.with_mate(replace(mate, quoted=yes)))
    words = next((why.text for why in talk.state.tree.whys if why.by == person.id), "")
    await turn.replace(where, message, turn.language_of(person), QuoteAnswered(talk.number, words, yes))
    if talk.status is TalkStatus.CLOSED:
        await outcomes.keep_anew(turn, person, talk, said)
