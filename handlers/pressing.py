"""What each button does. The actor and the rights are looked up now, whatever the button says."""

from __future__ import annotations

from bot.domain.errors import No, Refusal
from bot.domain.ideas import Kind
from bot.domain.notices import AuthorCard, ManagerCard
from bot.domain.people import Person
from bot.domain.talks import Talk, TalkStatus
from cards import actions
from handlers import answering, digest, filing, formal, listing, speaking, talking
from handlers.incoming import Answer, Nothing, Pressed
from handlers.turn import Turn

_BY_MANAGER = frozenset(
    {actions.IDEA_ACKNOWLEDGE, actions.IDEA_ACKNOWLEDGE_WORDS, actions.IDEA_ASK, actions.IDEA_NOT_NOW}
)


async def pressed(turn: Turn, person: Person, press: Pressed) -> Answer:
    """One press. Raises Refusal."""
    group = press.action.split(".")[0]
    if press.action in formal.OPENED_BY:
        return await formal.opened(turn, person, press)
    if group in {"tell", "why"}:
        await _in_talk(turn, person, press)
    elif group == "idea":
        await _on_idea(turn, person, press)
    else:
        await _look_up(turn, person, press)
    return Nothing()


async def refresh_pressed(turn: Turn, person: Person, press: Pressed) -> None:
    """An old card was pressed: show it as things stand now. Says nothing to somebody it does not concern."""
    if press.ref.kind != "idea":
        return
    idea, team = await answering.idea_for(turn, press.ref.id, person)
    names = await turn.names(idea, team)
    by_manager = press.action in _BY_MANAGER
    notice = ManagerCard(idea, names) if by_manager else AuthorCard(idea, names)
    await turn.replace(press.where, press.message, turn.language_of(person), notice)


async def _in_talk(turn: Turn, person: Person, press: Pressed) -> None:
    talk = await turn.work.talk(turn.tenant, press.ref.id)
    if talk is None or talk.person != person.id:
        raise Refusal(No.NOT_YOURS)
    match press.action:
        case actions.WHY_ANSWER:
            await talking.pressed(
                turn, person, talk, press.ref.version, press.ref.arg, press.where, press.message
            )
        case actions.TELL_KIND:
            _fresh(talk, press)
            kind = _kind(press.ref.arg)
            await filing.kind_pressed(turn, person, talk, kind, press.where, press.message)
        case actions.TELL_TEAM:
            _fresh(talk, press)
            await filing.team_pressed(turn, person, talk, press.ref.arg, press.where, press.message)
        case actions.TELL_CANCEL:
            _fresh(talk, press)
            await filing.drop_pressed(turn, person, talk, press.where, press.message)
        case _:
            raise Refusal(No.OLD_BUTTON)


def _fresh(talk: Talk, press: Pressed) -> None:
    if talk.version != press.ref.version or talk.status is TalkStatus.CLOSED:
        raise Refusal(No.OLD_BUTTON)


def _kind(arg: str) -> Kind:
    try:
        return Kind(arg)
    except ValueError:
        raise Refusal(No.OLD_BUTTON) from None


async def _on_idea(turn: Turn, person: Person, press: Pressed) -> None:
    idea = press.ref.id
    match press.action:
        case actions.IDEA_OPEN:
            await answering.show(turn, person, idea)
        case actions.IDEA_WHY:
            await talking.open_talk(turn, person, idea)
        case actions.IDEA_HIDE:
            await answering.hide(turn, person, idea, hidden=True)
        case actions.IDEA_SHOW_NAME:
            await answering.hide(turn, person, idea, hidden=False)
        case actions.IDEA_WITHDRAW:
            await answering.withdraw(turn, person, idea)
        case actions.IDEA_ACKNOWLEDGE:
            await answering.acknowledge(turn, person, idea)
        case _:
            raise Refusal(No.OLD_BUTTON)


async def _look_up(turn: Turn, person: Person, press: Pressed) -> None:
    match press.action:
        case actions.LIST_MINE:
            await listing.mine(turn, person)
        case actions.LIST_WAITING:
            await listing.waiting(turn, person)
        case actions.SUMMARY_PREVIEW:
            await digest.preview(turn, person)
        case actions.SET_LANGUAGE:
            await speaking.speak(turn, person, press.ref.arg)
        case _:
            raise Refusal(No.OLD_BUTTON)
