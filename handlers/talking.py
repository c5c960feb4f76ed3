"""The talk about causes, joined to what is kept: opens it, takes its answers, and hands over its outcome."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.errors import No, Refusal
from bot.domain.ideas import Idea, Kind
from bot.domain.notices import TalkRests, WhyAnswered, WhyQuestion, WhysCame, WhysSent
from bot.domain.people import Address, Person, Team
from bot.domain.talks import Talk, TalkStatus
from bot.domain.why_moves import begin, resume, step
from bot.domain.whys import (
    Ask,
    Choice,
    Chose,
    Effect,
    Event,
    Finish,
    Lead,
    Limps,
    Rest,
    Step,
    WhyTalk,
)
from cards.easing import leaning
from handlers import dates, elsewhere, holding, outcomes
from handlers.answering import idea_and_team
from handlers.easing import chosen, heard
from handlers.filing import put_aside
from handlers.turn import Turn

RESUME = "resume"
LIMPS = "limps:"


async def open_talk(turn: Turn, person: Person, idea_id: str) -> None:
    """The author wants to look for causes: a new talk, or the one that rests. Raises Refusal."""
    idea = await turn.work.idea(turn.tenant, idea_id)
    if idea is None or idea.author != person.id:
        raise Refusal(No.NOT_YOURS)
    if not idea.is_open:
        raise Refusal(No.CLOSED, number=str(idea.number))
    begun = [talk for talk in await turn.work.talks_about(turn.tenant, idea_id) if talk.person == person.id]
    for talk in sorted(begun, key=lambda talk: talk.status is not TalkStatus.OPEN):
        if isinstance(talk.state, WhyTalk):
            await go_on(turn, person, talk)
            return
    # What is an idea already needs no digging, as long as nobody wants to.
    await begin_about(turn, person, idea, short=idea.kind is Kind.IDEA)


async def begin_about(
    turn: Turn, person: Person, idea: Idea, *, short: bool = False, place: Address | None = None
) -> None:
    """A new talk that this person leads; in a `place` several answer."""
    if place is None:
        await put_aside(turn, person)
    state, effects = begin(idea.text, short)
    talk = Talk(turn.new_id(), turn.tenant, person.id, state, idea.id, number=idea.number, place=place)
    if place is not None:
        effects = (Ask(Lead.TOGETHER),)
    await after(turn, person, talk, state, effects)
    await dates.plan_silence(turn, talk, await turn.work.team(turn.tenant, idea.team), turn.now)


async def go_on(turn: Turn, person: Person, talk: Talk) -> None:
    """A talk is taken up at its open question. Raises Refusal when it is closed, or its idea is."""
    before = talk.state
    if talk.status is TalkStatus.CLOSED or not isinstance(before, WhyTalk):
        raise Refusal(No.NO_TALK)
    _, team = await outcomes.living_idea(turn, talk)
    if talk.is_held and (team is None or not team.active):
        # Nobody can be asked there any more: the talk goes on in the leader's own chat.
        talk = replace(talk, place=None, status=TalkStatus.RESTING)
    if talk.is_held:
        await holding.alone_there(turn, talk)
        await turn.tell(person, await holding.asked_in(turn, talk))
    elif talk.status is TalkStatus.RESTING:
        await put_aside(turn, person)
    state, effects = resume(before)
    # Whoever was asked to take it over need not any more.
    again = replace(talk.with_status(TalkStatus.OPEN), offered_to=None)
    await after(turn, person, again, state, effects)


async def to_go_on_with(turn: Turn, person: Person, *statuses: TalkStatus) -> Talk | None:
    """The talk that a person leads and can go on with: one's own before what is held, the latest first.

    Of those that are open only what is held is looked at.
    """
    led = reversed(await turn.work.talks_of(turn.tenant, person.id))
    fitting = [talk for talk in led if talk.status in statuses and isinstance(talk.state, WhyTalk)]
    own_first = sorted(fitting, key=lambda talk: (talk.is_held, talk.status is TalkStatus.OPEN))
    for talk in own_first:
        idea, _ = await outcomes.subject(turn, talk)
        is_there = idea is not None and idea.can_be_explained
        if is_there and (talk.is_held or talk.status is TalkStatus.RESTING):
            return talk
    return None


async def said(turn: Turn, person: Person, talk: Talk, state: WhyTalk, text: str) -> None:
    """Words at the open question, by whoever leads the talk."""
    found = leaning(text, state, turn.language_of(person))
    if found is not None and found.elsewhere is not None and not state.eased:
        # Nothing of it is kept; whoever says it once more means it as an answer.
        await elsewhere.show(turn, person, found.elsewhere.value)
        await ask(turn, person, talk, replace(state, eased=True), Lead.NONE)
        return
    days = dates.days_to_choose(turn, await _team_at(turn, talk, state))
    await after_event(turn, person, talk, state, heard(text, state, turn.language_of(person), days))


async def rest(turn: Turn, person: Person, talk: Talk, state: WhyTalk) -> None:
    """The talk is put away."""
    await after_event(turn, person, talk, state, Chose(Choice.PAUSE))


async def pressed(
    turn: Turn, person: Person, talk: Talk, version: int, arg: str, where: Address, message: str
) -> None:
    """A button of a question. Raises Refusal when it is not the open one, or somebody else's to answer."""
    if talk.person != person.id and not holding.is_held_at(talk, where):
        raise Refusal(No.NOT_YOURS)
    if arg == RESUME:
        if talk.person != person.id:
            raise Refusal(No.LEADS)
        await go_on(turn, person, talk)
        return
    state = talk.state
    is_asked = version in {talk.version, talk.question}
    if not isinstance(state, WhyTalk) or talk.status is not TalkStatus.OPEN or not is_asked:
        raise Refusal(No.OLD_BUTTON)
    event = _event(arg)
    if talk.person != person.id:
        holding.may_press(state, event)
    leader = await leader_of(turn, talk, person)
    language = await holding.language_in(turn, talk, leader)
    days = dates.days_to_choose(turn, await _team_at(turn, talk, state))
    await turn.replace(where, message, language, WhyAnswered(state, arg))
    await after_event(turn, leader, talk, state, chosen(event, state, language, days))


async def leader_of(turn: Turn, talk: Talk, person: Person) -> Person:
    """Whoever leads the talk, who may be somebody else than the one that has just answered."""
    if talk.person == person.id:
        return person
    return await turn.work.person(turn.tenant, talk.person) or person


async def _team_at(turn: Turn, talk: Talk, state: WhyTalk) -> Team | None:
    """Days are counted where the team works; at all other questions nobody needs to know."""
    if state.step is not Step.LOOK_WHEN:
        return None
    return (await idea_and_team(turn, talk.idea or ""))[1]


def _event(arg: str) -> Event:
    if arg.startswith(LIMPS):
        number = arg.removeprefix(LIMPS)
        if number.isascii() and number.isdigit() and len(number) < 4:
            return Limps(int(number))
        raise Refusal(No.OLD_BUTTON)
    try:
        return Chose(Choice(arg))
    except ValueError:
        raise Refusal(No.OLD_BUTTON) from None


async def after_event(turn: Turn, leader: Person, talk: Talk, state: WhyTalk, event: Event) -> None:
    """One move of the talk, and what follows from it."""
    moved, effects = step(state, event)
    await after(turn, leader, talk, moved, effects)


async def after(turn: Turn, leader: Person, talk: Talk, state: WhyTalk, effects: tuple[Effect, ...]) -> None:
    """Keep the talk as it is now, and say what is to be said."""
    for effect in effects:
        match effect:
            case Ask(lead):
                await ask(turn, leader, talk, state, lead)
            case Rest():
                saved = await turn.work.save_talk(talk.at(state).with_status(TalkStatus.RESTING))
                await turn.tell(leader, TalkRests(saved.id, saved.version, talk.number))
            case Finish():
                # Before anything is closed: what was said is still there when it cannot be handed over.
                idea, team = await outcomes.living_idea(turn, talk)
                closed = talk.at(state).with_status(TalkStatus.CLOSED)
                await turn.work.save_talk(closed)
                await _hand_over(turn, leader, closed, idea, team)
    if dates.looks_of(talk) != dates.looks_of(talk.at(state)):
        _, team = await idea_and_team(turn, talk.idea or "")
        await dates.plan_looks(turn, talk.at(state), team)


async def ask(turn: Turn, leader: Person, talk: Talk, state: WhyTalk, lead: Lead) -> None:
    """The open question, to whoever leads the talk or where it is held."""
    asked = replace(talk.at(state), asked_at=turn.now, question=talk.version + 1)
    saved = await turn.work.save_talk(asked)
    manager = await _manager_name(turn, talk) if state.step is Step.CONFIRM else ""
    question = WhyQuestion(saved.id, saved.version, talk.number, state, lead, manager)
    if talk.place is None:
        await turn.tell(leader, question)
    else:
        await holding.ask_there(turn, saved, talk.place, question)


async def _manager_name(turn: Turn, talk: Talk) -> str:
    idea, team = await idea_and_team(turn, talk.idea or "")
    return (await turn.names(idea, team)).manager if idea else ""


async def _hand_over(turn: Turn, leader: Person, talk: Talk, idea: Idea, team: Team | None) -> None:
    """The confirmed outcome goes to the idea, and its manager hears of it. Raises Refusal."""
    saved = await outcomes.keep(turn, leader, talk, idea, team)
    names = await turn.names(saved, team)
    await holding.ended(turn, talk)
    await turn.tell(leader, WhysSent(saved.number, names.manager))
    manager = team.manager if team else None
    for reader in dict.fromkeys((manager, idea.author)):
        if reader is not None and reader != leader.id:
            await turn.tell(await turn.work.person(turn.tenant, reader), WhysCame(saved, names.author))
