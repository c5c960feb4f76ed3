"""The forms of an idea's life: which button opens which, how they are filled, and what a sent one does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from bot.domain.attempts import Attempt, Outcome
from bot.domain.errors import No, Refusal
from bot.domain.ideas import UNDECIDED, UNDER_WAY, Idea, Level, Stage
from bot.domain.people import Person, Team
from bot.domain.promises import local_day
from cards import actions, forms
from cards.actions import Ref
from cards.model import Form
from cards.strength import rung
from handlers import absence, answering, brake, elsewhere, following, gaining, ladder, moving, together
from handlers.fields import day_in, number_in, words_in
from handlers.incoming import SentForm
from handlers.team_setup import BadField, meet
from handlers.turn import Turn

OPENED_BY: Mapping[str, str] = MappingProxyType(
    {
        actions.IDEA_TRY: actions.FORM_TRY,
        actions.IDEA_YOU_DECIDE: actions.FORM_YOU_DECIDE,
        actions.IDEA_REST: actions.FORM_REST,
        actions.IDEA_PASS_ON: actions.FORM_PASS_ON,
        actions.IDEA_MERGE: actions.FORM_MERGE,
        actions.IDEA_JUST_DONE: actions.FORM_JUST_DONE,
        actions.IDEA_REWORD: actions.FORM_REWORD,
        actions.IDEA_KNOW: actions.FORM_KNOW,
        actions.IDEA_EFFECT: actions.FORM_EFFECT,
        actions.CHECK_WORDS: actions.FORM_CHECK,
        actions.PERSON_AWAY: actions.FORM_AWAY,
        actions.TEAM_LADDER: actions.FORM_LADDER,
        actions.TENANT_DOORS: actions.FORM_DOORS,
    }
)
FORMS = frozenset(OPENED_BY.values())
_BY_MANAGER = frozenset(
    {
        actions.FORM_TRY, actions.FORM_YOU_DECIDE, actions.FORM_REST, actions.FORM_PASS_ON,
        actions.FORM_MERGE,
    }
)  # fmt: skip
_TRY_FOR = timedelta(days=14)
_REST_FOR = timedelta(days=30)
_NEEDS_DAY = frozenset({Outcome.CHANGE, Outcome.SLIPPED, Outcome.EXTENDED})
_LESSON = frozenset({Outcome.STOP, Outcome.STOPPED})


async def form(turn: Turn, person: Person, name: str, ref: Ref) -> Form:
    """The form, filled with what is known. Raises Refusal where it leads nowhere."""
    language = turn.language_of(person)
    if name == actions.FORM_AWAY:
        return forms.away(language)
    if name == actions.FORM_DOORS:
        return await elsewhere.form(turn, person)
    if name == actions.FORM_LADDER:
        return await ladder.form(turn, person, ref.id)
    if name == actions.FORM_KNOW:
        idea, _ = await answering.idea_of(turn, ref.id)
        if idea.stage in {Stage.WITHDRAWN, Stage.MERGED}:
            raise Refusal(No.NOT_YOURS)
        if idea.author == person.id:
            raise Refusal(No.ALREADY)
        return forms.know(language, idea.id, idea.version, idea.number)
    if name == actions.FORM_CHECK:
        return await _check_form(turn, person, ref)
    if name == actions.FORM_EFFECT:
        return await gaining.form(turn, person, ref)
    idea, team = await answering.idea_for(turn, ref.id, person)
    if name in _BY_MANAGER:
        _may_decide(idea, team, person, name)
        return await _managers_form(turn, person, name, idea, team)
    if idea.author != person.id:
        raise Refusal(No.NOT_YOURS)
    if not idea.is_open:
        raise Refusal(No.CLOSED, number=str(idea.number))
    if name == actions.FORM_REWORD:
        return forms.reword(language, idea.id, idea.version, idea.number, idea.text)
    if idea.stage in UNDER_WAY:
        raise Refusal(No.ALREADY)
    return forms.just_done(language, idea.id, idea.version, idea.number)


def _may_decide(idea: Idea, team: Team, person: Person, name: str) -> None:
    if not idea.is_decided_by(person.id, team):
        raise Refusal(No.NOT_YOURS)
    if not idea.is_open:
        raise Refusal(No.CLOSED, number=str(idea.number))
    resting = name in {actions.FORM_TRY, actions.FORM_YOU_DECIDE} and idea.stage is Stage.RESTING
    if name != actions.FORM_MERGE and idea.stage not in UNDECIDED and not resting:
        raise Refusal(No.ALREADY)


async def _managers_form(turn: Turn, person: Person, name: str, idea: Idea, team: Team) -> Form:
    language, about = turn.language_of(person), (idea.id, idea.version, idea.number)
    today = local_day(turn.now, team.rule.zone)
    # What is suggested is read by the author, and so it is in the author's language.
    reads = turn.language_of(await turn.work.person(turn.tenant, idea.author))
    match name:
        case actions.FORM_TRY:
            until = (today + _TRY_FOR).isoformat()
            what, sign = (idea.whys.trial, idea.whys.sign) if idea.whys else ("", "")
            return forms.try_it(language, *about, what, idea.author, until, forms.usual_try(reads), sign)
        case actions.FORM_YOU_DECIDE:
            return forms.you_decide(language, *about, forms.usual_you_decide(reads))
        case actions.FORM_REST:
            back = (today + _REST_FOR).isoformat()
            return forms.rest(language, *about, back, forms.usual_rest(reads))
        case actions.FORM_PASS_ON:
            places = await ladder.places(turn, team, language)
            return forms.pass_on(language, *about, places, forms.usual_pass_on(reads))
        case actions.FORM_MERGE:
            twins = await turn.work.similar(turn.tenant, idea.text, 3, apart_from=idea.id)
            others = tuple((twin.number, twin.text) for twin in twins if twin.is_open)
            return forms.merge(language, *about, others)
        case _:
            raise Refusal(No.OLD_BUTTON)


async def _check_form(turn: Turn, person: Person, ref: Ref) -> Form:
    idea, team = await answering.idea_of(turn, ref.id)
    if not idea.is_tried_by(person.id, team):
        raise Refusal(No.NOT_YOURS)
    if not idea.is_open:
        raise Refusal(No.CLOSED, number=str(idea.number))
    if idea.attempt is None or idea.stage not in UNDER_WAY:
        # Nothing is tried here, or not any more: it is not closed for that.
        raise Refusal(No.OLD_BUTTON)
    check, outcome = following.asked(ref)
    if idea.attempt.asks is not check:
        raise Refusal(No.ALREADY)
    about = (idea.id, idea.version, idea.number)
    until = (local_day(turn.now, team.rule.zone) + _TRY_FOR).isoformat()
    language = turn.language_of(person)
    return forms.check(language, *about, check, outcome, idea.attempt.what, until)


async def sent(turn: Turn, person: Person, sent: SentForm) -> None:
    """A form came back. Raises Refusal or BadField."""
    idea = sent.ref.id
    match sent.form:
        case actions.FORM_AWAY:
            day = day_in(sent, "until", await absence.today_of(turn, person))
            await absence.away_until(turn, person, day)
        case actions.FORM_DOORS:
            await elsewhere.changed(turn, person, sent)
        case actions.FORM_LADDER:
            await ladder.changed(turn, person, sent)
        case actions.FORM_KNOW:
            await brake.at_field(turn, person, "words")
            named = sent.fields.get("named") == "yes"
            await together.know(turn, person, idea, words_in(sent, "words"), named)
        case actions.FORM_EFFECT:
            await gaining.told(turn, person, sent)
        case actions.FORM_CHECK:
            await _check_sent(turn, person, sent)
        case actions.FORM_TRY:
            await _try_sent(turn, person, sent)
        case actions.FORM_YOU_DECIDE:
            await moving.you_decide(turn, person, idea, sent.fields.get("words", ""))
        case actions.FORM_REST:
            day = day_in(sent, "until", await _today(turn, person, idea))
            await moving.rest(turn, person, idea, day, sent.fields.get("words", ""))
        case actions.FORM_PASS_ON:
            await _pass_on_sent(turn, person, sent)
        case actions.FORM_MERGE:
            await _merge_sent(turn, person, sent)
        case actions.FORM_JUST_DONE:
            await answering.just_done(turn, person, idea, words_in(sent, "words"))
        case actions.FORM_REWORD:
            await answering.reword(turn, person, idea, words_in(sent, "text"))
        case _:
            raise Refusal(No.OLD_BUTTON)


async def _today(turn: Turn, person: Person, idea_id: str) -> date:
    _, team = await answering.idea_for(turn, idea_id, person)
    return local_day(turn.now, team.rule.zone)


async def _try_sent(turn: Turn, person: Person, sent: SentForm) -> None:
    idea, team = await answering.idea_for(turn, sent.ref.id, person)
    # Before anybody is picked: whoever may not try it makes nobody known either.
    _may_decide(idea, team, person, sent.form)
    today = local_day(turn.now, team.rule.zone)
    what, until = words_in(sent, "what"), day_in(sent, "until", today)
    picked = sent.people.get("who")
    if picked is not None:
        await meet(turn, picked, team.language)
    attempt = Attempt(
        what.strip(),
        picked.person if picked else idea.author,
        today,
        until,
        sent.fields.get("sign", "").strip(),
        sent.fields.get("figure", "").strip(),
        rung=rung(what, turn.language_of(person)),
    )
    await moving.try_it(turn, person, idea.id, attempt, sent.fields.get("words", ""))


async def _pass_on_sent(turn: Turn, person: Person, sent: SentForm) -> None:
    kind, _, which = sent.fields.get("to", "").partition(":")
    words, idea = sent.fields.get("words", ""), sent.ref.id
    match kind:
        case "team" if which:
            await moving.pass_to_team(turn, person, idea, which, words)
        case "up" if which in {level.value for level in Level}:
            await moving.pass_up(turn, person, idea, which, words)
        case "outside":
            await moving.pass_outside(turn, person, idea, words_in(sent, "outside"), words)
        case _:
            raise BadField("to", "choose-place")


async def _merge_sent(turn: Turn, person: Person, sent: SentForm) -> None:
    number = number_in(sent, "into")
    other = await turn.work.idea_numbered(turn.tenant, number)
    if other is None or other.id == sent.ref.id or not other.is_open:
        raise BadField("into", "no-such-idea")
    await moving.merge(turn, person, sent.ref.id, number)


async def _check_sent(turn: Turn, person: Person, sent: SentForm) -> None:
    check, outcome = following.asked(sent.ref)
    idea, team = await answering.idea_of(turn, sent.ref.id)
    today = local_day(turn.now, team.rule.zone)
    words = words_in(sent, "words") if outcome in _LESSON else sent.fields.get("words", "")
    await following.answered(
        turn,
        person,
        idea.id,
        check,
        outcome,
        words=words,
        figure=sent.fields.get("figure", ""),
        until=day_in(sent, "until", today) if outcome in _NEEDS_DAY else None,
    )
