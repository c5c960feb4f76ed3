"""The talk about causes, joined to what is kept: opens it, takes its answers, and hands over its outcome."""

from __future__ import annotations

from bot.domain.errors import No, Refusal
from bot.domain.ideas import Happening, Whys
from bot.domain.notices import (
    TalkRests,
    WhyAnswered,
    WhyQuestion,
    WhysCame,
    WhysSent,
)
from bot.domain.people import Address, Person
from bot.domain.talks import Talk, TalkStatus
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
    begin,
    resume,
    step,
)
from handlers.commands import in_talk
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
    running = await turn.work.open_talk(turn.tenant, person.id)
    if running is not None and running.idea == idea_id and isinstance(running.state, WhyTalk):
        await _ask(turn, person, running, running.state, Lead.RESUMED)
        return
    resting = await turn.work.resting_talk(turn.tenant, person.id, idea_id)
    if resting is not None and isinstance(resting.state, WhyTalk):
        await go_on(turn, person, resting)
        return
    await put_aside(turn, person)
    state, effects = begin(idea.text)
    talk = Talk(turn.new_id(), turn.tenant, person.id, state, idea_id, number=idea.number)
    await _after(turn, person, talk, state, effects)


async def go_on(turn: Turn, person: Person, talk: Talk) -> None:
    """A talk that rested is taken up at its open question. Raises Refusal when it is closed."""
    if talk.status is TalkStatus.CLOSED or not isinstance(talk.state, WhyTalk):
        raise Refusal(No.NO_TALK)
    if talk.status is TalkStatus.RESTING:
        await put_aside(turn, person)
    state, effects = resume(talk.state)
    await _after(turn, person, talk.with_status(TalkStatus.OPEN), state, effects)


async def said(turn: Turn, person: Person, talk: Talk, state: WhyTalk, text: str) -> None:
    """Words at the open question."""
    await _move(turn, person, talk, state, in_talk(text, state, turn.language_of(person)))


async def rest(turn: Turn, person: Person, talk: Talk, state: WhyTalk) -> None:
    """The talk is put away."""
    await _move(turn, person, talk, state, Chose(Choice.PAUSE))


async def pressed(
    turn: Turn, person: Person, talk: Talk, version: int, arg: str, where: Address, message: str
) -> None:
    """A button of a question. Raises Refusal when it is not the open one."""
    if talk.person != person.id:
        raise Refusal(No.NOT_YOURS)
    if arg == RESUME:
        await go_on(turn, person, talk)
        return
    state = talk.state
    if not isinstance(state, WhyTalk) or talk.status is not TalkStatus.OPEN or talk.version != version:
        raise Refusal(No.OLD_BUTTON)
    event = _event(arg)
    await turn.replace(where, message, turn.language_of(person), WhyAnswered(state, arg))
    await _move(turn, person, talk, state, event)


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


async def _move(turn: Turn, person: Person, talk: Talk, state: WhyTalk, event: Event) -> None:
    moved, effects = step(state, event)
    await _after(turn, person, talk, moved, effects)


async def _after(turn: Turn, person: Person, talk: Talk, state: WhyTalk, effects: tuple[Effect, ...]) -> None:
    for effect in effects:
        match effect:
            case Ask(lead):
                await _ask(turn, person, talk, state, lead)
            case Rest():
                saved = await turn.work.save_talk(talk.at(state).with_status(TalkStatus.RESTING))
                await turn.tell(person, TalkRests(saved.id, saved.version, talk.number))
            case Finish(whys):
                await turn.work.save_talk(talk.at(state).with_status(TalkStatus.CLOSED))
                await _hand_over(turn, person, talk, whys)


async def _ask(turn: Turn, person: Person, talk: Talk, state: WhyTalk, lead: Lead) -> None:
    saved = await turn.work.save_talk(talk.at(state))
    manager = await _manager_name(turn, talk) if state.step is Step.CONFIRM else ""
    await turn.tell(person, WhyQuestion(saved.id, saved.version, talk.number, state, lead, manager))


async def _manager_name(turn: Turn, talk: Talk) -> str:
    idea = await turn.work.idea(turn.tenant, talk.idea or "")
    team = await turn.work.team(turn.tenant, idea.team) if idea else None
    return (await turn.names(idea, team)).manager if idea else ""


async def _hand_over(turn: Turn, person: Person, talk: Talk, whys: Whys) -> None:
    """The confirmed outcome goes to the idea, and its manager hears of it. Raises Refusal."""
    idea = await turn.work.idea(turn.tenant, talk.idea or "")
    if idea is None:
        raise Refusal(No.NOT_YOURS)
    explained = idea.explained(person.id, whys)
    saved = await turn.work.save_idea(explained, Happening(idea.id, turn.now, person.id, "asked why"))
    team = await turn.work.team(turn.tenant, saved.team)
    names = await turn.names(saved, team)
    await turn.refresh(saved, team)
    await turn.tell(person, WhysSent(saved.number, names.manager))
    manager = await turn.work.person(turn.tenant, team.manager) if team and team.manager else None
    if manager is not None and manager.id != person.id:
        await turn.tell(manager, WhysCame(saved, names.author))
