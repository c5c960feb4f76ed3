"""The forms of a talk about causes: which button opens which, and what a sent one does."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.errors import No, Refusal
from bot.domain.ideas import MAX_TEXT
from bot.domain.notices import TalkRests
from bot.domain.people import Person
from bot.domain.talks import Talk, TalkStatus
from bot.domain.tree import PROBLEM
from bot.domain.whys import Answered, Lead, Step, WhyTalk
from cards import actions, forms
from cards.actions import Ref
from cards.model import Form
from handlers import brake, gathering, handing, holding, looking, talking
from handlers.fields import words_in
from handlers.incoming import Pressed, SentForm
from handlers.team_setup import BadField, meet
from handlers.turn import Turn

OPENED_BY: Mapping[str, str] = MappingProxyType(
    {
        actions.WHY_SAY: actions.FORM_SAY,
        actions.WHY_SENTENCE: actions.FORM_SENTENCE,
        actions.WHY_HAND: actions.FORM_HAND,
        actions.LOOK_WORDS: actions.FORM_LOOK,
    }
)
FORMS = frozenset(OPENED_BY.values())

# No why of any tree: what was written about one that was taken back is kept beside the tree.
GONE = PROBLEM - 1


async def form(turn: Turn, person: Person, name: str, ref: Ref) -> Form:
    """The form, filled with what is known. Raises Refusal where it leads nowhere."""
    talk, state = await _talk(turn, ref.id)
    language = turn.language_of(person)
    if name == actions.FORM_LOOK:
        return await _look_form(turn, person, talk, state, ref)
    if talk.person != person.id and talk.place is None:
        raise Refusal(No.NOT_YOURS)
    if talk.status is TalkStatus.CLOSED:
        raise Refusal(No.NO_TALK)
    if name == actions.FORM_SAY:
        _held(talk, person)
        at = _number(ref, state)
        if at == GONE:
            raise Refusal(No.OLD_BUTTON)
        return forms.say(language, talk.id, at, state.tree.text_of(at))
    if talk.person != person.id:
        raise Refusal(No.NOT_YOURS)
    if name == actions.FORM_HAND:
        return forms.hand(language, talk.id, talk.version)
    if state.step is not Step.READ_BACK:
        raise Refusal(No.OLD_BUTTON)
    held_in = await holding.language_in(turn, talk, person)
    # Who has not said they may be quoted is not quoted by the form either.
    quotable = state.tree.without_words_of(talk.silent)
    return forms.sentence(held_in, talk.id, talk.version, quotable, state.root)


async def may_open(turn: Turn, press: Pressed) -> None:
    """An answer in a talk of several is given where they read it. Raises Refusal elsewhere."""
    if press.action != actions.WHY_SAY:
        return
    talk, _ = await _talk(turn, press.ref.id)
    if talk.is_held and not holding.is_held_at(talk, press.where):
        raise Refusal(No.NOT_YOURS)


async def _look_form(turn: Turn, person: Person, talk: Talk, state: WhyTalk, ref: Ref) -> Form:
    if talk.person != person.id:
        raise Refusal(No.NOT_YOURS)
    why, _ = looking.asked(ref.arg)
    found = looking.look_in(talk, why, ref.version)
    if found is None:
        raise Refusal(No.ALREADY)
    return forms.look(turn.language_of(person), talk.id, why, state.tree.text_of(why), found.unknown)


def _held(talk: Talk, person: Person) -> None:
    """Only a talk of several is answered by a form. Raises Refusal."""
    if talk.place is None:
        raise Refusal(No.OLD_BUTTON if talk.person == person.id else No.NOT_YOURS)


async def _talk(turn: Turn, talk_id: str) -> tuple[Talk, WhyTalk]:
    talk = await turn.work.talk(turn.tenant, talk_id)
    if talk is None or not isinstance(talk.state, WhyTalk):
        raise Refusal(No.NOT_YOURS)
    return talk, talk.state


def _number(ref: Ref, state: WhyTalk) -> int:
    """The why that a form is about; GONE when the tree has it no more. Raises Refusal without a number."""
    number, _ = looking.asked(ref.arg)
    return number if state.tree.has(number, ref.version) else GONE


async def sent(turn: Turn, person: Person, sent: SentForm) -> None:
    """A form came back. Raises Refusal or BadField."""
    talk, state = await _talk(turn, sent.ref.id)
    match sent.form:
        case actions.FORM_SAY:
            _held(talk, person)
            at = _number(sent.ref, state)
            await gathering.said_there(turn, person, talk, words_in(sent, "words"), at)
        case actions.FORM_SENTENCE:
            await _sentence_sent(turn, person, talk, state, sent)
        case actions.FORM_HAND:
            await _hand_sent(turn, person, talk, sent)
        case actions.FORM_LOOK:
            why, _ = looking.asked(sent.ref.arg)
            seen = sent.fields.get("seen", "seen")
            await looking.answered(
                turn, person, talk, why, seen, words_in(sent, "words"), mark=sent.ref.version
            )
        case _:
            raise Refusal(No.OLD_BUTTON)


async def _sentence_sent(turn: Turn, person: Person, talk: Talk, state: WhyTalk, sent: SentForm) -> None:
    if talk.person != person.id:
        raise Refusal(No.NOT_YOURS)
    words = [words_in(sent, name) for name in ("condition", "event", "problem")]
    if talk.status is TalkStatus.CLOSED:
        raise Refusal(No.NO_TALK)
    language = await holding.language_in(turn, talk, person)
    whole = forms.in_one_sentence(language, *words)
    if talk.status is TalkStatus.OPEN and state.step is Step.READ_BACK:
        await talking.after_event(turn, person, talk, state, Answered(whole))
        return
    # The talk went on while the form was open, or was put away: the sentence is kept all the same.
    room = max(MAX_TEXT - len(whole) - 1, 0)
    worded = state.with_wording(f"{state.wording[:room]}\n{whole}")
    if talk.status is TalkStatus.OPEN:
        await talking.ask(turn, person, talk, worded, Lead.KEPT)
        return
    saved = await turn.work.save_talk(talk.at(worded))
    await turn.tell(person, TalkRests(saved.id, saved.version, saved.number))


async def _hand_sent(turn: Turn, person: Person, talk: Talk, sent: SentForm) -> None:
    if talk.person != person.id:
        raise Refusal(No.NOT_YOURS)
    picked = sent.people.get("person")
    if picked is None:
        raise BadField("person", "required")
    if not picked.standing.may_take_part(turn.guests):
        raise BadField("person", "guest")
    await meet(turn, picked, turn.language_of(person))
    colleague = await turn.work.person(turn.tenant, picked.person)
    if colleague is None or colleague.left or colleague.id == person.id:
        raise BadField("person", "somebody-else")
    await brake.at_field(turn, person, "person")
    await handing.offer(turn, person, talk, colleague)
