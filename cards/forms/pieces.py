"""What the forms share: a field for words, a field for a day, and the frame of a form about an idea."""

from __future__ import annotations

from bot.domain.ideas import MAX_TEXT, IdeaId
from cards.actions import Ref
from cards.escape import one_line, shorten
from cards.model import DateInput, Form, Input, TextInput
from cards.texts import Texts

# Slack takes no more in one field; a longer text is told in the chat.
LONG = min(3000, MAX_TEXT)
# A field of one line: a figure, a sign, a name. Characters.
LINE = 300


def words_field(
    label: str, value: str = "", *, name: str = "words", required: bool = True, hint: str = ""
) -> TextInput:
    """A field for some sentences; what stands there already is cut to what the field takes."""
    return TextInput(
        name,
        label,
        multiline=True,
        required=required,
        max_length=LONG,
        value=shorten(value, LONG),
        hint=hint,
    )


def line_field(
    name: str, label: str, value: str = "", *, required: bool = True, hint: str = "", longest: int = LINE
) -> TextInput:
    """A field for one line; `longest` is in characters."""
    kept = shorten(one_line(value), longest) if value else ""
    return TextInput(name, label, required=required, max_length=longest, value=kept, hint=hint)


def day_field(label: str, value: str) -> DateInput:
    """The day until which, or on which again: YYYY-MM-DD, or empty."""
    return DateInput("until", label, value=value)


def about_idea(
    t: Texts,
    name: str,
    idea: tuple[IdeaId, int],
    title: str,
    inputs: tuple[Input, ...],
    intro: str = "",
    arg: str = "",
) -> Form:
    """A form about an idea: its id and the version that was shown."""
    id_, version = idea
    ref = Ref("idea", id_, version, arg)
    return form(t, name, ref, title, inputs, intro)


def form(
    t: Texts,
    name: str,
    ref: Ref,
    title: str,
    inputs: tuple[Input, ...],
    intro: str = "",
    submit: str = "form-send",
) -> Form:
    """Any form, with the usual ways out."""
    return Form(
        name, ref.encode(), title, t.say(submit), t.say("form-cancel"), inputs, t.language.value, intro
    )
