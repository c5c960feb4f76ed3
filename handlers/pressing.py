"""What each button does. The actor and the rights are looked up now, whatever the button says."""

from __future__ import annotations

from bot.domain.errors import No, Refusal
from bot.domain.ideas import Kind
from bot.domain.notices import AuthorCard, ManagerCard
from bot.domain.people import Person
from bot.domain.talks import Talk, TalkStatus
from cards import actions
from handlers import (
    absence,
    answering,
    digest,
    filing,
    following,
    formal,
    gathering,
    handing,
    holding,
    listing,
    looking,
    moving,
    nudging,
    paper,
    sounding,
    speaking,
    talking,
    together,
)
from handlers.incoming import Answer, Nothing, Pressed
from handlers.turn import Turn

_BY_MANAGER = frozenset(
    {
        actions.IDEA_ACKNOWLEDGE, actions.IDEA_ACKNOWLEDGE_WORDS, actions.IDEA_ASK, actions.IDEA_NOT_NOW,
        actions.IDEA_TRY, actions.IDEA_YOU_DECIDE, actions.IDEA_REST, actions.IDEA_PASS_ON,
        actions.IDEA_MERGE, actions.IDEA_MORE, actions.IDEA_LESS,
    }
)  # fmt: skip
_BY_AUTHOR = frozenset(
    {
        actions.IDEA_WHY, actions.IDEA_ADD, actions.IDEA_HIDE, actions.IDEA_SHOW_NAME, actions.IDEA_WITHDRAW,
        actions.IDEA_REPLY, actions.IDEA_JUST_DONE, actions.IDEA_REWORD,
    }
)  # fmt: skip


async def pressed(turn: Turn, person: Person, press: Pressed) -> Answer:
    """One press. Raises Refusal."""
    group = press.action.split(".")[0]
    if press.action in formal.OPENED_BY:
        return await formal.opened(turn, person, press)
    if group in {"tell", "why"}:
        await _in_talk(turn, person, press)
    elif group == "idea":
        await _on_idea(turn, person, press)
    elif group in {"hand", "quote", "look"}:
        await _beside_talk(turn, person, press)
    elif group == "check":
        await _on_check(turn, person, press)
    else:
        await _look_up(turn, person, press)
    return Nothing()


async def refresh_pressed(turn: Turn, person: Person, press: Pressed) -> None:
    """An old card was pressed: show it as things stand now. Says nothing to somebody it does not concern."""
    if press.ref.kind != "idea" or press.action not in _BY_MANAGER | _BY_AUTHOR:
        return
    idea, team = await answering.idea_for(turn, press.ref.id, person)
    names = await turn.names(idea, team)
    by_manager = press.action in _BY_MANAGER
    notice = ManagerCard(idea, names) if by_manager else AuthorCard(idea, names)
    await turn.replace(press.where, press.message, turn.language_of(person), notice)


async def _in_talk(turn: Turn, person: Person, press: Pressed) -> None:
    talk = await turn.work.talk(turn.tenant, press.ref.id)
    if talk is None:
        raise Refusal(No.NOT_YOURS)
    if press.action == actions.WHY_ANSWER:
        await talking.pressed(
            turn, person, talk, press.ref.version, press.ref.arg, press.where, press.message
        )
        return
    if talk.person != person.id:
        raise Refusal(No.NOT_YOURS)
    match press.action:
        case actions.WHY_TOGETHER:
            await gathering.start(turn, person, talk)
        case actions.TELL_KIND:
            _fresh(talk, press)
            kind = _kind(press.ref.arg)
            await filing.kind_pressed(turn, person, talk, kind, press.where, press.message)
        case actions.TELL_TEAM:
            _fresh(talk, press)
            await filing.team_pressed(turn, person, talk, press.ref.arg, press.where, press.message)
        case actions.TELL_JOIN | actions.TELL_ANYWAY:
            _fresh(talk, press)
            joined = press.ref.arg if press.action == actions.TELL_JOIN else ""
            if press.action == actions.TELL_JOIN and not joined:
                raise Refusal(No.OLD_BUTTON)
            await filing.similar_pressed(turn, person, talk, joined, press.where, press.message)
        case actions.TELL_OUR_WORK:
            _fresh(talk, press)
            await filing.our_work_pressed(turn, person, talk, press.where, press.message)
        case actions.TELL_CANCEL:
            _fresh(talk, press)
            await filing.drop_pressed(turn, person, talk, press.where, press.message)
        case _:
            raise Refusal(No.OLD_BUTTON)


async def _beside_talk(turn: Turn, person: Person, press: Pressed) -> None:
    """What is asked around a talk: to take it over, to be quoted, what was seen. Raises Refusal."""
    talk = await turn.work.talk(turn.tenant, press.ref.id)
    if talk is None:
        raise Refusal(No.NOT_YOURS)
    match press.action, press.ref.arg:
        case actions.HAND_ANSWER, "yes" | "no" as said:
            await handing.offer_answered(turn, person, talk, said == "yes", press.where, press.message)
        case actions.QUOTE_ANSWER, "yes" | "no" as said:
            await gathering.quote_answered(turn, person, talk, said == "yes", press.where, press.message)
        case actions.LOOK_ANSWER, str(arg):
            number, choice = looking.asked(arg)
            about = press.ref.version
            await looking.answered(
                turn, person, talk, number, choice, where=press.where, message=press.message, mark=about
            )
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
            await together.show(turn, person, idea)
        case actions.IDEA_WHY:
            await talking.open_talk(turn, person, idea)
        case actions.IDEA_HIDE:
            await answering.hide(turn, person, idea, hidden=True)
        case actions.IDEA_SHOW_NAME:
            await answering.hide(turn, person, idea, hidden=False)
        case actions.IDEA_WITHDRAW:
            await holding.called_off(turn, person, await answering.withdraw(turn, person, idea))
        case actions.IDEA_ACKNOWLEDGE:
            await answering.acknowledge(turn, person, idea)
            if press.ref.arg == actions.FROM_LIST:
                await nudging.shorten(turn, person, idea, press.where, press.message)
        case actions.IDEA_MORE | actions.IDEA_LESS:
            await _other_half(turn, person, press)
        case actions.IDEA_UNMERGE:
            await moving.unmerge(turn, person, idea, press.where, press.message)
        case actions.IDEA_SEE_TOO:
            await together.see_too(turn, person, idea, press.where, press.message)
        case actions.IDEA_FOLLOW:
            await together.follow(turn, person, idea, press.where, press.message)
        case actions.IDEA_TOGETHER:
            await gathering.start_about(turn, person, idea, press.where)
        case actions.IDEA_WASTE:
            await sounding.answered(turn, person, idea, press.ref.arg, press.where, press.message)
        case actions.IDEA_A3:
            await paper.show(turn, person, idea)
        case actions.IDEA_KEEN:
            if press.ref.arg not in {"yes", "no"}:
                raise Refusal(No.OLD_BUTTON)
            yes = press.ref.arg == "yes"
            await together.keen(turn, person, idea, yes, press.where, press.message)
        case _:
            raise Refusal(No.OLD_BUTTON)


async def _other_half(turn: Turn, person: Person, press: Pressed) -> None:
    """The manager's card with the other half of its moves. Raises Refusal."""
    idea, team = await answering.idea_for(turn, press.ref.id, person)
    if not idea.is_decided_by(person.id, team):
        raise Refusal(No.NOT_YOURS)
    card = ManagerCard(idea, await turn.names(idea, team), more=press.action == actions.IDEA_MORE)
    await turn.replace(press.where, press.message, turn.language_of(person), card)


async def _on_check(turn: Turn, person: Person, press: Pressed) -> None:
    """An answer that needs no more words. Raises Refusal."""
    if press.action != actions.CHECK_ANSWER:
        raise Refusal(No.OLD_BUTTON)
    check, outcome = following.asked(press.ref)
    await following.answered(
        turn, person, press.ref.id, check, outcome, where=press.where, message=press.message
    )


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
        case actions.NUDGE_SNOOZE:
            await nudging.snooze(turn, person, press.ref.id)
        case actions.PERSON_BACK:
            await absence.back(turn, person)
        case _:
            raise Refusal(No.OLD_BUTTON)
