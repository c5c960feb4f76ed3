"""What employees and colleagues fill in: something new, and what they add to what is there."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.ideas import IdeaId, Kind
from bot.domain.people import Language, TeamId
from cards import actions
from cards.escape import one_line
from cards.forms.pieces import LONG, about_idea, form, line_field, words_field
from cards.model import Form, Input, Option, Select, TextInput
from cards.texts import Texts, texts_for
from cards.views.pieces import phrase

_QUESTION = 500


def new_idea(
    language: Language,
    *,
    text: str = "",
    kind: Kind | None = None,
    teams: Sequence[tuple[TeamId, str]] = (),
    team: TeamId = "",
) -> Form:
    """Something new. The team is asked for only when there is more than one (id and name) to choose from."""
    t = texts_for(language)
    inputs: list[Input] = [
        TextInput(
            "text",
            t.say("form-idea-text"),
            multiline=True,
            max_length=LONG,
            value=text,
            hint=t.say("form-idea-text-hint"),
        ),
        Select("kind", t.say("form-idea-kind"), _kinds(t), value=kind.value if kind else ""),
    ]
    if len(teams) > 1:
        options = tuple(Option(id_, one_line(name)) for id_, name in teams)
        inputs.append(Select("team", t.say("form-idea-team"), options, value=team))
    title, intro = t.say("form-idea-title"), t.say("form-idea-intro")
    return form(t, actions.FORM_NEW_IDEA, actions.Ref("none"), title, tuple(inputs), intro)


def _kinds(t: Texts) -> tuple[Option, ...]:
    return tuple(Option(kind.value, t.say(f"choose-{kind.value}")) for kind in Kind)


def add(language: Language, idea_id: IdeaId, version: int, number: int) -> Form:
    """The author adds a line; the input is `words`."""
    t = texts_for(language)
    title = t.say("form-add-title", number=str(number))
    return about_idea(t, actions.FORM_ADD, (idea_id, version), title, (words_field(t.say("form-add-words")),))


def reply(
    language: Language, idea_id: IdeaId, version: int, number: int, question: str, which: str = ""
) -> Form:
    """The author answers the manager's question; the input is `words`.

    `which` comes back with the form: its answer is for this question and no later one.
    """
    t = texts_for(language)
    title = t.say("form-reply-title", number=str(number))
    intro = t.say("form-reply-intro", question=phrase(question, _QUESTION))
    field = words_field(t.say("form-reply-words"))
    return about_idea(t, actions.FORM_REPLY, (idea_id, version), title, (field,), intro, which)


def reword(language: Language, idea_id: IdeaId, version: int, number: int, text: str) -> Form:
    """The idea's own words, to be changed; the input is `text`.

    A text that the field cannot hold is cut there, and the form says that what is sent replaces all of it.
    """
    t = texts_for(language)
    field = words_field(t.say("form-reword-text"), text, name="text", hint=t.say("form-idea-text-hint"))
    title = t.say("form-reword-title", number=str(number))
    intro = t.say("form-reword-cut") if len(text) > LONG else ""
    return about_idea(t, actions.FORM_REWORD, (idea_id, version), title, (field,), intro)


def know(language: Language, idea_id: IdeaId, version: int, number: int) -> Form:
    """A colleague knows something: `words`, and `named` is yes or no (no until they say otherwise)."""
    t = texts_for(language)
    named = tuple(Option(one, t.say(f"form-know-named-{one}")) for one in ("no", "yes"))
    fields = (
        words_field(t.say("form-know-words"), hint=t.say("form-idea-text-hint")),
        Select("named", t.say("form-know-named"), named, value="no"),
    )
    title = t.say("form-know-title", number=str(number))
    return about_idea(t, actions.FORM_KNOW, (idea_id, version), title, fields)


def just_done(language: Language, idea_id: IdeaId, version: int, number: int) -> Form:
    """The author did it, without anybody's approval; the input is `words`, one line."""
    t = texts_for(language)
    title, intro = t.say("form-done-title", number=str(number)), t.say("form-done-intro")
    field = line_field("words", t.say("form-done-words"))
    return about_idea(t, actions.FORM_JUST_DONE, (idea_id, version), title, (field,), intro)
