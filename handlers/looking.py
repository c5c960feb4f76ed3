"""Going to see: on the day that was chosen Femma asks what was seen, and the talk goes on from the answer."""

from __future__ import annotations

from bot.domain.errors import No, Refusal
from bot.domain.notices import Short, ShortLine, TalkRests
from bot.domain.people import Address, DigestRule, Person
from bot.domain.promises import local_day, working_day_after
from bot.domain.talk_notices import LookAnswered, LookDue
from bot.domain.talks import Looking, Talk, TalkStatus
from bot.domain.tree import PROBLEM, Evidence, Look
from bot.domain.why_moves import looked
from bot.domain.whys import Lead, WhyTalk
from handlers import dates, elsewhere, outcomes, talking
from handlers.answering import idea_and_team
from handlers.turn import Turn

NOT_YET = "not-yet"
# "Not yet" asks again after so many working days.
_LATER = 3


async def run(turn: Turn, talk_id: str) -> None:
    """The day has come for one or more of the things to see: ask about each, once."""
    talk = await turn.work.talk(turn.tenant, talk_id)
    if talk is None or not isinstance(talk.state, WhyTalk):
        return
    idea, team = await idea_and_team(turn, talk.idea or "")
    person = await turn.work.person(turn.tenant, talk.person)
    if idea is None or not idea.is_open or person is None or person.left:
        return
    today = local_day(turn.now, (team.rule if team else DigestRule()).zone)
    tree = talk.state.tree
    for number, look in tree.looks():
        if look.by is not None and look.by <= today:
            tree = tree.put_off(number, None)
            await turn.tell(person, LookDue(talk.id, talk.number, number, tree.text_of(number), look))
            if not talk.is_held:
                # What is written alone to Femma never goes into a thread: there the card asks.
                await _listen(turn, person, talk, number)
    kept = await _keep(turn, talk, talk.state.with_tree(tree))
    await dates.plan_looks(turn, kept, team)


async def _listen(turn: Turn, person: Person, talk: Talk, number: int) -> None:
    """The next words of somebody who is in the middle of nothing are what was seen."""
    if await turn.work.open_talk(turn.tenant, person.id) is None:
        waiting = Looking(talk.id, number)
        await turn.work.save_talk(Talk(turn.new_id(), turn.tenant, person.id, waiting, talk.idea))


async def said(turn: Turn, person: Person, listening: Talk, text: str, evidence: Evidence) -> bool:
    """Words after the question what was seen; False when nobody waits for them any more."""
    state = listening.state
    await turn.work.save_talk(listening.with_status(TalkStatus.CLOSED))
    talk = await turn.work.talk(turn.tenant, state.talk) if isinstance(state, Looking) else None
    if talk is None or not isinstance(state, Looking) or look_in(talk, state.why) is None:
        return False
    if talk.person != person.id:
        # Handed over meanwhile: what is said now is something new.
        return False
    if elsewhere.belongs(text, turn.language_of(person)):
        # Begun anew it is shown the right door, and nothing of it is kept.
        return False
    await answered(turn, person, talk, state.why, evidence.value, text)
    return True


def asked(arg: str) -> tuple[int, str]:
    """Which why a button or form is about, and what it says: `2:seen`. Raises Refusal."""
    number, _, choice = arg.partition(":")
    if not (number.removeprefix("-").isdecimal() and number.isascii() and len(number) < 4):
        raise Refusal(No.OLD_BUTTON)
    return int(number), choice


def look_in(talk: Talk, why: int, mark: int = 0) -> Look | None:
    """What somebody was to see at this why (with this mark) of the talk; None when nobody was to."""
    is_meant = isinstance(talk.state, WhyTalk) and talk.state.tree.has(why, mark)
    return dict(dates.looks_of(talk)).get(why) if is_meant else None


async def answered(
    turn: Turn,
    person: Person,
    talk: Talk,
    why: int,
    choice: str,
    words: str = "",
    where: Address | None = None,
    message: str = "",
    mark: int = 0,
) -> None:
    """What was seen, by a press, a form or words. Raises Refusal."""
    if talk.person != person.id:
        raise Refusal(No.NOT_YOURS)
    look, state = look_in(talk, why, mark), talk.state
    if look is None or not isinstance(state, WhyTalk):
        raise Refusal(No.ALREADY)
    if choice not in {NOT_YET, Evidence.SEEN.value, Evidence.NOT_SO.value}:
        raise Refusal(No.OLD_BUTTON)
    await _stop_listening(turn, person)
    if where is not None:
        resolved = LookAnswered(talk.number, state.tree.text_of(why), choice)
        await turn.replace(where, message, turn.language_of(person), resolved)
    _, team = await idea_and_team(turn, talk.idea or "")
    if choice == NOT_YET:
        zone = (team.rule if team else DigestRule()).zone
        again = working_day_after(local_day(turn.now, zone), _LATER, zone, turn.calendar)
        moved = await _keep(turn, talk, state.with_tree(state.tree.put_off(why, again)))
        await dates.plan_looks(turn, moved, team)
        return
    needs_words = why == PROBLEM or look.unknown
    if needs_words and not words.strip():
        raise Refusal(No.EMPTY)
    moved = await _keep(turn, talk, looked(state, why, Evidence(choice), words))
    await dates.plan_looks(turn, moved, team)
    await turn.tell(person, ShortLine(Short.LOOK_KEPT))
    if talk.status is TalkStatus.CLOSED:
        await outcomes.keep_anew(turn, person, talk, moved)
    elif talk.status is TalkStatus.RESTING:
        await turn.tell(person, TalkRests(moved.id, moved.version, moved.number))
    elif isinstance(moved.state, WhyTalk):
        await talking.ask(turn, person, moved, moved.state, Lead.NONE)


async def _stop_listening(turn: Turn, person: Person) -> None:
    talk = await turn.work.open_talk(turn.tenant, person.id)
    if talk is not None and isinstance(talk.state, Looking):
        await turn.work.save_talk(talk.with_status(TalkStatus.CLOSED))


async def _keep(turn: Turn, talk: Talk, state: WhyTalk) -> Talk:
    return await turn.work.save_talk(talk.at(state))
