"""Forms: which button or shortcut opens which, and what is done with one that was sent."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.errors import No, Refusal
from bot.domain.ideas import UNDER_WAY, Idea, Kind, Reason, Stage
from bot.domain.notices import Help
from bot.domain.people import Person
from bot.domain.promises import decide_by
from cards import actions, forms
from cards.actions import Ref
from cards.excuses import is_excuse
from cards.identity import identity_numbers
from cards.model import Form
from cards.texts import texts_for
from handlers import answering, brake, filing, life_forms, listing, talk_forms, team_setup
from handlers.fields import words_in
from handlers.incoming import Answer, FormErrors, Nothing, Pressed, SentForm, ShowForm
from handlers.naming import guess_kind
from handlers.turn import Turn

OPENED_BY: Mapping[str, str] = MappingProxyType(
    {
        actions.NEW_IDEA: actions.FORM_NEW_IDEA,
        actions.IDEA_ADD: actions.FORM_ADD,
        actions.IDEA_REPLY: actions.FORM_REPLY,
        actions.IDEA_ACKNOWLEDGE_WORDS: actions.FORM_ACKNOWLEDGE,
        actions.IDEA_ASK: actions.FORM_ASK,
        actions.IDEA_NOT_NOW: actions.FORM_NOT_NOW,
        actions.TEAM_SETUP: actions.FORM_TEAM,
        **life_forms.OPENED_BY,
        **talk_forms.OPENED_BY,
    }
)
_BY_MANAGER = frozenset({actions.FORM_ACKNOWLEDGE, actions.FORM_ASK, actions.FORM_NOT_NOW})


async def opened(turn: Turn, person: Person, press: Pressed) -> Answer:
    """A button that opens a form. Raises Refusal when it would lead nowhere."""
    await talk_forms.may_open(turn, press)
    return ShowForm(await _form(turn, person, OPENED_BY[press.action], press.ref))


async def wanted(turn: Turn, person: Person, form: str, text: str) -> Answer:
    """A shortcut: the new idea's form, filled with the words it was called on."""
    if form != actions.FORM_NEW_IDEA:
        raise Refusal(No.OLD_BUTTON)
    return ShowForm(await _new_idea(turn, person, text))


async def wanted_by_words(turn: Turn, person: Person) -> Answer:
    """`new` without anything behind it: a typed message cannot open a form, so the help has the button."""
    await turn.tell(person, Help(await listing.manages(turn, person)))
    return Nothing()


async def sent(turn: Turn, person: Person, form: SentForm) -> Answer:
    """A form that came back: done, or open again with a sentence at the field. Raises Refusal."""
    try:
        for name, said in form.fields.items():
            if identity_numbers(said):
                raise team_setup.BadField(name, "identity")
        await _done(turn, person, form)
    except team_setup.BadField as bad:
        people = {name: picked.person for name, picked in form.people.items()}
        shown = forms.filled(await _form(turn, person, form.form, form.ref), form.fields, people)
        sentence = forms.error(turn.language_of(person), bad.code)
        return FormErrors({bad.name: sentence}, shown)
    return Nothing()


async def _form(turn: Turn, person: Person, name: str, ref: Ref) -> Form:
    language = turn.language_of(person)
    if name == actions.FORM_NEW_IDEA:
        return await _new_idea(turn, person, "")
    if name == actions.FORM_TEAM:
        team = await team_setup.team_for(turn, ref.id, person)
        return forms.team(language, team, team.name)
    if name in life_forms.FORMS:
        return await life_forms.form(turn, person, name, ref)
    if name in talk_forms.FORMS:
        return await talk_forms.form(turn, person, name, ref)
    idea, team = await answering.idea_for(turn, ref.id, person)
    if name in _BY_MANAGER and not idea.is_decided_by(person.id, team):
        raise Refusal(No.NOT_YOURS)
    if name not in _BY_MANAGER and idea.author != person.id:
        raise Refusal(No.NOT_YOURS)
    if not idea.is_open:
        raise Refusal(No.CLOSED, number=str(idea.number))
    if _leads_nowhere(name, idea):
        raise Refusal(No.ALREADY)
    match name:
        case actions.FORM_ADD:
            return forms.add(language, idea.id, idea.version, idea.number)
        case actions.FORM_REPLY:
            waiting = idea.waiting_question
            if waiting is None:
                raise Refusal(No.ALREADY)
            about = (idea.id, idea.version, idea.number)
            return forms.reply(language, *about, waiting.question, _which(idea))
        case actions.FORM_ACKNOWLEDGE:
            day = decide_by(turn.now, team, turn.calendar)
            usual = forms.usual_acknowledgement(language, texts_for(language).day(day))
            return forms.acknowledge(language, idea.id, idea.version, idea.number, usual)
        case actions.FORM_ASK:
            return forms.ask(language, idea.id, idea.version, idea.number)
        case actions.FORM_NOT_NOW:
            return forms.not_now(language, idea.id, idea.version, idea.number)
        case _:
            raise Refusal(No.OLD_BUTTON)


def _leads_nowhere(name: str, idea: Idea) -> bool:
    """Would the form, once it is filled in, only be told that it is done already?"""
    if name == actions.FORM_NOT_NOW:
        return idea.stage in UNDER_WAY
    if name == actions.FORM_ACKNOWLEDGE:
        return idea.stage is not Stage.SUBMITTED
    return name == actions.FORM_ASK and idea.waiting_question is not None


async def _new_idea(turn: Turn, person: Person, text: str) -> Form:
    language = turn.language_of(person)
    teams = tuple((team.id, team.name) for team in await turn.work.teams(turn.tenant))
    own = person.team if any(person.team == team for team, _ in teams) else ""
    kind = guess_kind(text, language) if text else None
    return forms.new_idea(language, text=text, kind=kind, teams=teams, team=own or "")


async def _done(turn: Turn, person: Person, form: SentForm) -> None:
    idea = form.ref.id
    match form.form:
        case actions.FORM_NEW_IDEA:
            await _new_idea_sent(turn, person, form)
        case actions.FORM_ADD:
            await brake.at_field(turn, person, "words")
            await answering.add(turn, person, idea, words_in(form, "words"))
        case actions.FORM_REPLY:
            await _reply(turn, person, form)
        case actions.FORM_ACKNOWLEDGE:
            await answering.acknowledge(turn, person, idea, words_in(form, "words"))
        case actions.FORM_ASK:
            await answering.ask(turn, person, idea, words_in(form, "question"))
        case actions.FORM_NOT_NOW:
            words, yes_if = words_in(form, "words"), form.fields.get("yes_if", "")
            # Whoever says what it would take has answered what an excuse is asked.
            if all(is_excuse(said, turn.language_of(person)) for said in (words, yes_if) if said.strip()):
                raise team_setup.BadField("words", "excuse")
            await answering.turn_down(turn, person, idea, _reason(form), words, yes_if)
        case actions.FORM_TEAM:
            team = await team_setup.team_for(turn, form.ref.id, person)
            await team_setup.changed(turn, person, team, form)
        case name if name in life_forms.FORMS:
            await life_forms.sent(turn, person, form)
        case name if name in talk_forms.FORMS:
            await talk_forms.sent(turn, person, form)
        case _:
            raise Refusal(No.OLD_BUTTON)


def _which(idea: Idea) -> str:
    """Which of the manager's questions waits: there is one at a time, and it is the last."""
    return str(len(idea.exchanges))


async def _reply(turn: Turn, person: Person, form: SentForm) -> None:
    """The answer to the question that the form was opened for: an answer to another would be a wrong one.

    A form that does not say is of a version before this was asked. Raises BadField and Refusal.
    """
    idea, _ = await answering.idea_for(turn, form.ref.id, person)
    if idea.waiting_question is not None and form.ref.arg not in {"", _which(idea)}:
        raise team_setup.BadField("words", "new-question")
    await answering.reply(turn, person, idea.id, words_in(form, "words"))


async def _new_idea_sent(turn: Turn, person: Person, form: SentForm) -> None:
    text = words_in(form, "text")
    team = await turn.work.team(turn.tenant, form.fields.get("team", ""))
    known = team if team is not None and team.is_set_up and team.active else None
    await filing.begin(turn, person, text, team=known, kind=_kind(form))


def _kind(form: SentForm) -> Kind | None:
    said = form.fields.get("kind", "")
    return Kind(said) if said in set(Kind) else None


def _reason(form: SentForm) -> Reason:
    said = form.fields.get("reason", "")
    if said not in set(Reason):
        raise team_setup.BadField("reason", "choose-reason")
    return Reason(said)
