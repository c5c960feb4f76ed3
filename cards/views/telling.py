"""The first words, help, and the questions between somebody's words and something filed."""

from __future__ import annotations

from bot.domain.ideas import Kind
from bot.domain.notices import (
    DraftDropped,
    FiledInChannel,
    Help,
    KindAnswered,
    KindQuestion,
    TeamAnswered,
    TeamChoice,
    TeamQuestion,
    Welcome,
)
from cards.actions import (
    LIST_MINE,
    LIST_WAITING,
    PERSON_AWAY,
    SUMMARY_PREVIEW,
    TELL_CANCEL,
    TELL_KIND,
    TELL_TEAM,
    TENANT_DOORS,
    Ref,
)
from cards.escape import shorten
from cards.model import Button, Buttons, Card, Items, Paragraph, Part, Quote, Style, Tone
from cards.texts import Texts
from cards.views.pieces import (
    QUOTE,
    ROW,
    card,
    new_idea_button,
    phrase,
    who_first,
    with_day,
)
from cards.words import words_for

_HELP = ("new", "mine", "find", "resume", "cancel", "away", "language", "help")
_MANAGERS_HELP = (
    "new", "mine", "find", "waiting", "promises", "gains", "a3", "resume", "cancel", "summary", "away",
    "language", "help",
)  # fmt: skip
_TEAM_BUTTONS = 5
_TEAM_ROWS = 30


def welcome(t: Texts, notice: Welcome) -> Card:
    """Hello, what one can do here, and a way to begin."""
    name = notice.name.strip()
    return card(
        t,
        t.say("welcome-title-named", name=phrase(name)) if name else t.say("welcome-title"),
        Paragraph(t.say("welcome-text")),
        Paragraph(t.say("welcome-promise")),
        Paragraph(t.say("welcome-whys")),
        *_help_words(t, notice.manages),
        _beginnings(t, notice.manages),
    )


def help_(t: Texts, notice: Help) -> Card:
    """What one can write, in the words of the language."""
    doors = Button(t.say("button-doors"), TENANT_DOORS, Ref("none").encode(), opens_form=True)
    beginnings = _beginnings(t, notice.manages)
    row = (*beginnings.row, doors) if notice.administrator else beginnings.row
    return card(t, t.say("help-title"), *_help_words(t, notice.manages), Buttons(row))


def _help_words(t: Texts, manages: bool) -> tuple[Part, ...]:
    commands = words_for(t.language).commands
    names = _MANAGERS_HELP if manages else _HELP
    rows = tuple(t.say(f"help-{name}", word=commands[name][0]) for name in names)
    return Paragraph(t.say("help-text")), Items(rows)


def _beginnings(t: Texts, manages: bool) -> Buttons:
    def button(key: str, action: str) -> Button:
        return Button(t.say(key), action, Ref("none").encode())

    row = [new_idea_button(t, Style.PRIMARY), button("button-mine", LIST_MINE)]
    if manages:
        row += [button("button-waiting", LIST_WAITING), button("button-summary", SUMMARY_PREVIEW)]
        row.append(Button(t.say("button-away"), PERSON_AWAY, Ref("none").encode(), opens_form=True))
    return Buttons(tuple(row))


def kind_question(t: Texts, notice: KindQuestion) -> Card:
    """Thanks, and which kind is it? The guess stands first."""
    kinds = (notice.guess, *(kind for kind in Kind if kind is not notice.guess))
    return card(
        t,
        t.say("kind-title"),
        Quote(shorten(notice.text, QUOTE)),
        Paragraph(t.say("text-cut"), Tone.QUIET) if notice.cut else None,
        Paragraph(t.say("kind-question"), Tone.STRONG),
        Paragraph(t.say("kind-more"), Tone.QUIET),
        Buttons((*(_kind_button(t, notice, kind) for kind in kinds), _cancel(t, notice))),
    )


def _kind_button(t: Texts, notice: KindQuestion, kind: Kind) -> Button:
    style = Style.PRIMARY if kind is notice.guess else Style.DEFAULT
    value = Ref("talk", notice.talk, notice.version, kind.value).encode()
    return Button(t.say(f"choose-{kind.value}"), TELL_KIND, value, style)


def _cancel(t: Texts, notice: KindQuestion | TeamQuestion) -> Button:
    return Button(t.say("button-cancel"), TELL_CANCEL, Ref("talk", notice.talk, notice.version).encode())


def kind_answered(t: Texts, notice: KindAnswered) -> Card:
    """What was chosen."""
    return card(
        t,
        t.say("kind-answered-title"),
        Quote(shorten(notice.text, QUOTE)),
        Paragraph(t.say("you-chose", choice=t.say(f"choose-{notice.kind.value}"))),
    )


def team_question(t: Texts, notice: TeamQuestion) -> Card:
    """Which team? Buttons for a few, a list for many, and a way on when there is none."""
    own_words = Quote(shorten(notice.text, QUOTE))
    cancel = _cancel(t, notice)
    if not notice.teams:
        none, then = Paragraph(t.say("team-none")), Paragraph(t.say("team-none-next"))
        return card(t, t.say("team-none-title"), own_words, none, then, Buttons((cancel,)))
    if len(notice.teams) > _TEAM_BUTTONS:
        return card(t, t.say("team-title"), own_words, *_team_list(t, notice.teams), Buttons((cancel,)))
    buttons = (_team_button(notice, team) for team in notice.teams)
    return card(t, t.say("team-title"), own_words, Buttons((*buttons, cancel)))


def _team_button(notice: TeamQuestion, team: TeamChoice) -> Button:
    value = Ref("talk", notice.talk, notice.version, team.team).encode()
    return Button(phrase(team.name, ROW), TELL_TEAM, value)


def _team_list(t: Texts, teams: tuple[TeamChoice, ...]) -> tuple[Part, ...]:
    rows = tuple(phrase(team.name, ROW) for team in teams[:_TEAM_ROWS])
    left = len(teams) - len(rows)
    more = (Paragraph(t.say("team-more", count=left)),) if left else ()
    return Paragraph(t.say("team-write")), Items(rows, ordered=True), *more


def team_answered(t: Texts, notice: TeamAnswered) -> Card:
    """Which team it was."""
    return card(t, t.say("team-answered-title", team=phrase(notice.name)))


def draft_dropped(t: Texts, notice: DraftDropped) -> Card:
    """The words, given back."""
    return card(t, t.say("dropped-title"), Paragraph(t.say("dropped-text")), Quote(notice.text))


def filed_in_channel(t: Texts, notice: FiledInChannel) -> Card:
    """A line in the thread: it is kept, and who answers."""
    text = with_day(t, "filed-text", notice.answer_by, manager=who_first(t, notice.manager))
    return card(t, t.say("filed-title", number=str(notice.number)), Paragraph(text))
