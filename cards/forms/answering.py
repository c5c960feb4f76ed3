"""What a manager fills in: an answer, a question, and the moves from "try it" to "not now"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.ideas import IdeaId, Level, Reason
from bot.domain.people import Language, PersonId
from cards import actions
from cards.escape import one_line
from cards.forms.pieces import LONG, about_idea, day_field, line_field, words_field
from cards.model import Form, Input, Option, PersonPick, Select, TextInput
from cards.texts import texts_for
from cards.views.pieces import phrase

# Of each idea that is shown as perhaps the same (characters), and how many: a hint is read on a phone.
_ALIKE = 60
_MOST_ALIKE = 5
_NUMBER_LENGTH = 12


def acknowledge(language: Language, idea_id: IdeaId, version: int, number: int, suggestion: str) -> Form:
    """The manager answers in own words; the input `words` begins with the usual sentence."""
    t = texts_for(language)
    title, intro = t.say("form-acknowledge-title", number=str(number)), t.say("form-acknowledge-intro")
    field = words_field(t.say("form-acknowledge-words"), suggestion)
    return about_idea(t, actions.FORM_ACKNOWLEDGE, (idea_id, version), title, (field,), intro)


def ask(language: Language, idea_id: IdeaId, version: int, number: int) -> Form:
    """The manager asks the author; the input is `question`."""
    t = texts_for(language)
    title, intro = t.say("form-ask-title", number=str(number)), t.say("form-ask-intro")
    field = TextInput("question", t.say("form-ask-question"), multiline=True, max_length=LONG)
    return about_idea(t, actions.FORM_ASK, (idea_id, version), title, (field,), intro)


def try_it(
    language: Language,
    idea_id: IdeaId,
    version: int,
    number: int,
    what: str,
    who: PersonId,
    until: str,
    words: str,
    sign: str = "",
) -> Form:
    """Try it: `what`, `who` and `until` (YYYY-MM-DD) are required; `sign`, `figure` and `words` are not."""
    t = texts_for(language)
    fields = (
        words_field(t.say("form-try-what"), what, name="what"),
        PersonPick("who", t.say("form-try-who"), value=who),
        day_field(t.say("form-try-until"), until),
        line_field("sign", t.say("form-try-sign"), sign, required=False),
        line_field("figure", t.say("form-try-figure"), required=False, hint=t.say("form-try-figure-hint")),
        words_field(t.say("form-try-words"), words, required=False),
    )
    title, intro = t.say("form-try-title", number=str(number)), t.say("form-try-intro")
    return about_idea(t, actions.FORM_TRY, (idea_id, version), title, fields, intro)


def you_decide(language: Language, idea_id: IdeaId, version: int, number: int, words: str) -> Form:
    """The team decides for itself; the input `words` begins with the usual sentence."""
    t = texts_for(language)
    title, intro = t.say("form-decide-title", number=str(number)), t.say("form-decide-intro")
    field = words_field(t.say("form-acknowledge-words"), words)
    return about_idea(t, actions.FORM_YOU_DECIDE, (idea_id, version), title, (field,), intro)


def rest(language: Language, idea_id: IdeaId, version: int, number: int, until: str, words: str) -> Form:
    """Good idea, wrong moment: `until` (YYYY-MM-DD) is the day it comes back, `words` the answer."""
    t = texts_for(language)
    fields = (
        day_field(t.say("form-rest-until"), until),
        words_field(t.say("form-acknowledge-words"), words),
    )
    title, intro = t.say("form-rest-title", number=str(number)), t.say("form-rest-intro")
    return about_idea(t, actions.FORM_REST, (idea_id, version), title, fields, intro)


def pass_on(
    language: Language,
    idea_id: IdeaId,
    version: int,
    number: int,
    places: Sequence[tuple[str, str]],
    words: str,
) -> Form:
    """Passed on: `to` is one of `places` (value, label), `words` says what makes it belong there.

    `outside`, who it is, is asked for only when `outside` is one of the places. A form without any place
    is refused by the renderers.
    """
    t = texts_for(language)
    options = tuple(Option(value, one_line(label)) for value, label in places)
    fields: list[Input] = [Select("to", t.say("form-pass-to"), options)]
    if any(value == Level.OUTSIDE for value, _ in places):
        label, hint = t.say("form-pass-outside"), t.say("form-pass-outside-hint")
        fields.append(line_field("outside", label, required=False, hint=hint))
    fields.append(words_field(t.say("form-pass-words"), words))
    title, intro = t.say("form-pass-title", number=str(number)), t.say("form-pass-intro")
    return about_idea(t, actions.FORM_PASS_ON, (idea_id, version), title, tuple(fields), intro)


def not_now(language: Language, idea_id: IdeaId, version: int, number: int) -> Form:
    """Not now: a `reason` to choose and own `words`, both required; `yes_if` is not."""
    t = texts_for(language)
    reasons = tuple(Option(reason.value, t.say(f"reason-{reason.value}")) for reason in Reason)
    fields = (
        Select("reason", t.say("form-not-now-reason"), reasons),
        words_field(t.say("form-not-now-words"), hint=t.say("form-not-now-words-hint")),
        words_field(t.say("form-not-now-yes-if"), name="yes_if", required=False),
    )
    title, intro = t.say("form-not-now-title", number=str(number)), t.say("form-not-now-intro")
    return about_idea(t, actions.FORM_NOT_NOW, (idea_id, version), title, fields, intro)


def merge(
    language: Language,
    idea_id: IdeaId,
    version: int,
    number: int,
    others: Sequence[tuple[int, str]] = (),
) -> Form:
    """The same as another one: `into` is its number. `others` (number, text) are perhaps the ones."""
    t = texts_for(language)
    alike = " · ".join(f"#{one} {phrase(text, _ALIKE)}" for one, text in others[:_MOST_ALIKE])
    hint = t.say("form-merge-alike", ideas=alike) if alike else t.say("form-merge-into-hint")
    field = line_field("into", t.say("form-merge-into"), hint=hint, longest=_NUMBER_LENGTH)
    title, intro = t.say("form-merge-title", number=str(number)), t.say("form-merge-intro")
    return about_idea(t, actions.FORM_MERGE, (idea_id, version), title, (field,), intro)
