"""The dialogs, as neutral forms. What a sent form means is decided elsewhere; here is only what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.ideas import MAX_TEXT, IdeaId, Kind, Reason
from bot.domain.people import Language, Team, TeamId
from cards import actions
from cards.escape import one_line, shorten
from cards.model import Form, Input, Option, PersonPick, Select, TextInput
from cards.texts import Texts, texts_for
from cards.views.pieces import phrase
from cards.views.teams import zone_name

ZONES = (
    "Europe/Stockholm",
    "Europe/Oslo",
    "Europe/Copenhagen",
    "Europe/Helsinki",
    "Atlantic/Reykjavik",
    "Atlantic/Faroe",
    "Europe/London",
    "UTC",
)
# Slack takes no more in one field; a longer text is told in the chat.
_LONG = min(3000, MAX_TEXT)
_CLOCK_LENGTH = 5
_NAME_LENGTH = 80
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
            max_length=_LONG,
            value=text,
            hint=t.say("form-idea-text-hint"),
        ),
        Select("kind", t.say("form-idea-kind"), _kinds(t), value=kind.value if kind else ""),
    ]
    if len(teams) > 1:
        options = tuple(Option(id_, one_line(name)) for id_, name in teams)
        inputs.append(Select("team", t.say("form-idea-team"), options, value=team))
    value = actions.Ref("none").encode()
    return _form(t, actions.FORM_NEW_IDEA, value, "form-idea", "form-send", inputs)


def _kinds(t: Texts) -> tuple[Option, ...]:
    return tuple(Option(kind.value, t.say(f"choose-{kind.value}")) for kind in Kind)


def add(language: Language, idea_id: IdeaId, version: int, number: int) -> Form:
    """The author adds a line; the input is `words`."""
    t = texts_for(language)
    title = t.say("form-add-title", number=str(number))
    return _words(t, actions.FORM_ADD, idea_id, version, title, "", t.say("form-add-words"))


def reply(
    language: Language,
    idea_id: IdeaId,
    version: int,
    number: int,
    question: str,
    which: str = "",
    words: str = "",
) -> Form:
    """The author answers the manager's question; the input `words` begins with what was typed before.

    `which` comes back with the form: its answer is for this question and no later one.
    """
    t = texts_for(language)
    title = t.say("form-reply-title", number=str(number))
    intro = t.say("form-reply-intro", question=phrase(question, _QUESTION))
    form = _words(t, actions.FORM_REPLY, idea_id, version, title, intro, t.say("form-reply-words"), words)
    return replace(form, value=actions.Ref("idea", idea_id, version, which).encode())


def acknowledge(language: Language, idea_id: IdeaId, version: int, number: int, suggestion: str) -> Form:
    """The manager answers in own words; the input `words` begins with the usual sentence."""
    t = texts_for(language)
    title = t.say("form-acknowledge-title", number=str(number))
    label, intro = t.say("form-acknowledge-words"), t.say("form-acknowledge-intro")
    return _words(t, actions.FORM_ACKNOWLEDGE, idea_id, version, title, intro, label, suggestion)


def ask(language: Language, idea_id: IdeaId, version: int, number: int) -> Form:
    """The manager asks the author; the input is `question`."""
    t = texts_for(language)
    title, intro = t.say("form-ask-title", number=str(number)), t.say("form-ask-intro")
    field = TextInput("question", t.say("form-ask-question"), multiline=True, max_length=_LONG)
    return _about_idea(t, actions.FORM_ASK, idea_id, version, title, intro, (field,))


def not_now(language: Language, idea_id: IdeaId, version: int, number: int) -> Form:
    """Not now: a `reason` to choose and own `words`, both required."""
    t = texts_for(language)
    reasons = tuple(Option(reason.value, t.say(f"reason-{reason.value}")) for reason in Reason)
    words = TextInput(
        "words",
        t.say("form-not-now-words"),
        multiline=True,
        max_length=_LONG,
        hint=t.say("form-not-now-words-hint"),
    )
    title, intro = t.say("form-not-now-title", number=str(number)), t.say("form-not-now-intro")
    fields = (Select("reason", t.say("form-not-now-reason"), reasons), words)
    return _about_idea(t, actions.FORM_NOT_NOW, idea_id, version, title, intro, fields)


def team(language: Language, team: Team, name: str) -> Form:
    """A team's settings, filled with what holds now. `name` is the team's or its channel's."""
    t = texts_for(language)
    rule = team.rule
    inputs = (
        TextInput(
            "name", t.say("form-team-name"), max_length=_NAME_LENGTH, value=shorten(name, _NAME_LENGTH)
        ),
        PersonPick("manager", t.say("form-team-manager"), value=team.manager or ""),
        PersonPick("deputy", t.say("form-team-deputy"), required=False, value=team.deputy or ""),
        Select("language", t.say("form-team-language"), _languages(t), value=team.language.value),
        Select("zone", t.say("form-team-zone"), _zones(t, rule.zone), value=rule.zone),
        Select("weekday", t.say("form-team-weekday"), _weekdays(t), value=str(rule.weekday)),
        TextInput(
            "time",
            t.say("form-team-time"),
            max_length=_CLOCK_LENGTH,
            value=f"{rule.at:%H:%M}",
            hint=t.say("form-team-time-hint"),
        ),
    )
    return Form(
        actions.FORM_TEAM,
        actions.Ref("team", team.id, team.version).encode(),
        t.say("form-team-title"),
        t.say("form-save"),
        t.say("form-cancel"),
        inputs,
        language.value,
        t.say("form-team-intro", team=phrase(name)),
    )


def _languages(t: Texts) -> tuple[Option, ...]:
    return tuple(Option(one.value, t.say(f"language-{one.value}")) for one in Language)


def _zones(t: Texts, chosen: str) -> tuple[Option, ...]:
    zones = ZONES if chosen in ZONES else (*ZONES, chosen)
    return tuple(Option(zone, zone_name(t, zone)) for zone in zones)


def _weekdays(t: Texts) -> tuple[Option, ...]:
    return tuple(Option(str(day), t.weekday(day)) for day in range(1, 8))


def error(language: Language, code: str) -> str:
    """The sentence under an input: required, bad-time, choose-reason, new-question, guest or too-long.

    Raises MissingText for another code.
    """
    return texts_for(language).say(f"form-error-{code}")


def usual_acknowledgement(language: Language, day: str) -> str:
    """What a manager says with one press; `day` as the language writes it."""
    return texts_for(language).say("usual-acknowledge", day=day)


def _words(
    t: Texts, name: str, idea_id: IdeaId, version: int, title: str, intro: str, label: str, value: str = ""
) -> Form:
    field = TextInput("words", label, multiline=True, max_length=_LONG, value=shorten(value, _LONG))
    return _about_idea(t, name, idea_id, version, title, intro, (field,))


def _about_idea(
    t: Texts, name: str, idea_id: IdeaId, version: int, title: str, intro: str, inputs: tuple[Input, ...]
) -> Form:
    value = actions.Ref("idea", idea_id, version).encode()
    return Form(name, value, title, t.say("form-send"), t.say("form-cancel"), inputs, t.language.value, intro)


def _form(t: Texts, name: str, value: str, key: str, submit: str, inputs: Sequence[Input]) -> Form:
    title, intro = t.say(f"{key}-title"), t.say(f"{key}-intro")
    return Form(
        name, value, title, t.say(submit), t.say("form-cancel"), tuple(inputs), t.language.value, intro
    )
