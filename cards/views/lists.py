"""Lists: one's own ideas, what waits for an answer, and a person's own page."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.ideas import UNDER_WAY, Stage
from bot.domain.notices import Home, IdeaRow, MyIdeas, WaitingForMe
from cards.actions import IDEA_OPEN, LIST_MINE, Ref
from cards.model import Button, Buttons, Card, Items, Paragraph, Part, Style, Tone
from cards.texts import Texts
from cards.views.pieces import ROW, card, new_idea_button, phrase, stage_word
from cards.views.whys import resume_button

_OPEN_BUTTONS = 5
_HOME_OPEN_BUTTONS = 4


def my_ideas(t: Texts, notice: MyIdeas) -> Card:
    """The author's own, with the way back to a resting talk."""
    resting = notice.resting
    again = (resume_button(t, resting, notice.resting_version),) if resting else ()
    buttons = (*again, *_open_buttons(t, notice.rows, _OPEN_BUTTONS))
    return card(
        t,
        t.say("mine-title"),
        *_rows_or(t, notice.rows, notice.more, "mine-empty", by_team=False),
        Paragraph(t.say("mine-resting")) if resting else None,
        Buttons(buttons or (new_idea_button(t, Style.PRIMARY),)),
    )


def waiting_for_me(t: Texts, notice: WaitingForMe) -> Card:
    """What the manager has not answered, the most urgent first."""
    buttons = _open_buttons(t, notice.rows, _OPEN_BUTTONS)
    return card(
        t,
        t.say("waiting-title"),
        Paragraph(t.say("waiting-text"), Tone.QUIET) if notice.rows else None,
        *_rows_or(t, notice.rows, notice.more, "waiting-empty", by_team=True),
        Buttons(buttons) if buttons else None,
    )


def home(t: Texts, notice: Home) -> Card:
    """The person's own page. What waits stands first for those who answer."""
    waiting = notice.waiting
    parts: list[Part] = [Paragraph(t.say("home-text"))]
    if waiting is not None:
        parts.append(Paragraph(t.say("home-waiting"), Tone.STRONG))
        parts.extend(_rows_or(t, waiting, 0, "waiting-empty", by_team=True))
    parts.append(Paragraph(t.say("home-mine"), Tone.STRONG))
    parts.extend(_rows_or(t, notice.mine, 0, "mine-empty", by_team=False))
    mine = Button(t.say("button-mine"), LIST_MINE, Ref("none").encode())
    opens = _open_buttons(t, (*(waiting or ()), *notice.mine), _HOME_OPEN_BUTTONS)
    return card(t, t.say("home-title"), *parts, Buttons((new_idea_button(t, Style.PRIMARY), mine, *opens)))


def _rows_or(t: Texts, rows: tuple[IdeaRow, ...], more: int, empty: str, by_team: bool) -> tuple[Part, ...]:
    if not rows:
        return (Paragraph(t.say(empty)),)
    said = tuple(_row(t, row, by_team) for row in rows)
    return (Items((*said, t.say("list-more", count=more)) if more else said),)


def _row(t: Texts, row: IdeaRow, by_team: bool) -> str:
    last = {"team": phrase(row.team, ROW)} if by_team else {"stage": stage_word(t, row.stage)}
    gaps = {"number": str(row.number), "text": phrase(row.text, ROW), **last}
    key = "list-row-team" if by_team else "list-row-stage"
    if row.day is None:
        return t.say(f"{key}-no-day", **gaps)
    return t.say(key if by_team else _dated(row.stage), day=t.short_day(row.day), **gaps)


def _dated(stage: Stage) -> str:
    """What the day of a row is: of an answer, of a look at how it goes, or of coming back."""
    if stage in UNDER_WAY:
        return "list-row-look"
    return "list-row-back" if stage is Stage.RESTING else "list-row-stage"


def _open_buttons(t: Texts, rows: Iterable[IdeaRow], most: int) -> tuple[Button, ...]:
    """One per idea; the same idea may stand in two lists."""
    once = {row.idea: row for row in rows}
    return tuple(
        Button(
            t.say("button-open", number=str(row.number)),
            IDEA_OPEN,
            Ref("idea", row.idea, row.version).encode(),
        )
        for row in list(once.values())[:most]
    )
