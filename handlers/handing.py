"""A talk about causes that waits: it comes back once, and it can be handed to a colleague who says yes."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.errors import No, Refusal
from bot.domain.ideas import Happening
from bot.domain.notices import Short, ShortLine
from bot.domain.people import Address, DigestRule, Person
from bot.domain.promises import local_day, working_day_after
from bot.domain.talk_notices import HandAnswered, HandAsked, TalkWaits
from bot.domain.talks import Talk, TalkStatus
from bot.domain.whys import WhyTalk
from handlers import dates, outcomes, talking
from handlers.answering import idea_and_team
from handlers.turn import Turn


async def silent(turn: Turn, talk_id: str) -> None:
    """Three working days may have passed since the last question: remind of the talk, once and kindly."""
    talk = await turn.work.talk(turn.tenant, talk_id)
    if talk is None or talk.status is TalkStatus.CLOSED or not isinstance(talk.state, WhyTalk):
        return
    idea, team = await idea_and_team(turn, talk.idea or "")
    person = await turn.work.person(turn.tenant, talk.person)
    if idea is None or not idea.is_open or person is None or person.left:
        return
    zone = (team.rule if team else DigestRule()).zone
    today = local_day(turn.now, zone)
    since = talk.asked_at or turn.now
    last = local_day(since, zone)
    if working_day_after(last, dates.SILENT_DAYS, zone, turn.calendar) > today:
        await dates.plan_silence(turn, talk, team, since)
    elif person.is_away(today) and person.away_until is not None:
        await dates.plan_return(turn, talk, team, person.away_until)
    else:
        await turn.tell(person, TalkWaits(talk.id, talk.version, talk.number, idea.text))


async def offer(turn: Turn, person: Person, talk: Talk, colleague: Person) -> None:
    """Whoever leads a talk asks a colleague to go on with it; meanwhile it rests. Raises Refusal."""
    if talk.person != person.id:
        raise Refusal(No.NOT_YOURS)
    if talk.status is TalkStatus.CLOSED or not isinstance(talk.state, WhyTalk):
        raise Refusal(No.NO_TALK)
    if colleague.id == person.id:
        raise Refusal(No.ALREADY)
    idea, _ = await outcomes.living_idea(turn, talk)
    if talk.offered_to == colleague.id:
        raise Refusal(No.ALREADY)
    # What is in the history is counted by the brake.
    await turn.work.save_idea(idea, Happening(idea.id, turn.now, person.id, "talk offered"))
    asked = replace(talk.with_status(TalkStatus.RESTING), offered_to=colleague.id)
    saved = await turn.work.save_talk(asked)
    about = talk.state.tree.problem
    await turn.tell(colleague, HandAsked(saved.id, saved.version, saved.number, about, person.name))
    await turn.tell(person, ShortLine(Short.HANDED, colleague.name))


async def offer_answered(
    turn: Turn, person: Person, talk: Talk, yes: bool, where: Address, message: str
) -> None:
    """The colleague takes the talk over, or not. Raises Refusal."""
    if talk.offered_to != person.id:
        raise Refusal(No.NOT_YOURS)
    if talk.status is TalkStatus.CLOSED or not isinstance(talk.state, WhyTalk):
        raise Refusal(No.NO_TALK)
    if yes:
        await outcomes.living_idea(turn, talk)
    before = await turn.work.person(turn.tenant, talk.person)
    by = before.name if before else ""
    resolved = HandAnswered(talk.number, talk.state.tree.problem, by, yes)
    await turn.replace(where, message, turn.language_of(person), resolved)
    if not yes:
        await turn.work.save_talk(replace(talk, offered_to=None))
        await turn.tell(before, ShortLine(Short.HANDED_NO, person.name))
        return
    taken = replace(talk, person=person.id, offered_to=None, status=TalkStatus.RESTING)
    await turn.tell(before, ShortLine(Short.HANDED_YES, person.name))
    await talking.go_on(turn, person, taken)
