"""Who waits for an answer, said kindly to whoever can give it; and the share of promises that were kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bot.domain.ideas import Stage
from bot.domain.notices import NudgeRow, Nudges, PromiseShare, Role, ShareRow
from cards.actions import FROM_LIST, IDEA_ACKNOWLEDGE, IDEA_OPEN, NUDGE_SNOOZE, Ref
from cards.model import Button, Buttons, Card, Items, Paragraph, Part, Tone
from cards.texts import Texts
from cards.views.pieces import PHRASE, ROW, card, phrase, who, who_first

_ROW_BUTTONS = 5
_WEEK = timedelta(days=7)


def nudges(t: Texts, notice: Nudges) -> Card:
    """All that waits in a team, in one message. Nobody is late: somebody waits."""
    buttons = tuple(_button(t, notice.role, row) for row in notice.rows[:_ROW_BUTTONS])
    snooze = Button(t.say("button-snooze"), NUDGE_SNOOZE, Ref("team", notice.team, 0, "").encode())
    return card(
        t,
        _title(t, notice),
        *_said(t, notice),
        Buttons((*buttons, snooze)),
    )


def _title(t: Texts, notice: Nudges) -> str:
    count = len(notice.rows) + notice.more
    if not notice.name.strip():
        return t.say("nudge-title", count=count)
    return t.say("nudge-title-team", team=phrase(notice.name), count=count)


def _said(t: Texts, notice: Nudges) -> Iterator[Part]:
    if notice.role is Role.ANSWERS and len(notice.rows) == 1 and not notice.more:
        yield from _one(t, notice, notice.rows[0])
        return
    yield Paragraph(_opening(t, notice))
    rows = tuple(_row(t, notice, row) for row in notice.rows)
    yield Items((*rows, t.say("list-more", count=notice.more)) if notice.more else rows)
    # "I have read it" helps nobody who knows that already.
    if notice.role is not Role.DEPUTY or any(row.stage is Stage.SUBMITTED for row in notice.rows):
        yield Paragraph(t.say(f"nudge-{notice.role.value}-help"), Tone.QUIET)


def _opening(t: Texts, notice: Nudges) -> str:
    match notice.role:
        case Role.ANSWERS if all(row.stage is not Stage.SUBMITTED for row in notice.rows):
            return t.say("nudge-answers-decisions")
        case Role.ANSWERS:
            return t.say("nudge-answers")
        case Role.DEPUTY:
            return t.say("nudge-deputy", manager=who_first(t, notice.manager))
        case Role.LEAD:
            return t.say("nudge-lead", manager=who(t, notice.manager))


def _one(t: Texts, notice: Nudges, row: NudgeRow) -> Iterator[Part]:
    name = who_first(t, row.author)
    # A short day may end with a full stop, and here it ends a sentence.
    since = _since(t, notice, row, t.day)
    if row.stage is not Stage.SUBMITTED:
        yield Paragraph(t.say("nudge-one-decision", name=name))
    elif since:
        yield Paragraph(t.say("nudge-one-since", name=name, since=since))
    else:
        yield Paragraph(t.say("nudge-one", name=name))
    about = {"number": str(row.number), "text": phrase(row.text, PHRASE)}
    yield Items((t.say("nudge-about", day=t.short_day(row.day), **about),))


def _row(t: Texts, notice: Nudges, row: NudgeRow) -> str:
    since = _since(t, notice, row, t.short_day)
    gaps = {"number": str(row.number), "name": who_first(t, row.author), "text": phrase(row.text, ROW)}
    if since:
        return t.say("nudge-row-since", since=since, **gaps)
    return t.say("nudge-row", day=t.short_day(row.day), **gaps)


def _since(t: Texts, notice: Nudges, row: NudgeRow, in_words: Callable[[date], str]) -> str:
    """Since Monday; a day that lies further back by its date. Empty when nobody knows."""
    if row.since is None:
        return ""
    if notice.today is not None and timedelta() < notice.today - row.since < _WEEK:
        return t.say("since-weekday", weekday=row.since.isoweekday())
    return in_words(row.since)


def _button(t: Texts, role: Role, row: NudgeRow) -> Button:
    """One press is an answer. The lead looks only: whoever answers is somebody else."""
    value = Ref("idea", row.idea, row.version, FROM_LIST).encode()
    number = str(row.number)
    if row.stage is Stage.SUBMITTED and role is not Role.LEAD:
        return Button(t.say("button-acknowledge-number", number=number), IDEA_ACKNOWLEDGE, value)
    return Button(t.say("button-open", number=number), IDEA_OPEN, value)


def promise_share(t: Texts, notice: PromiseShare) -> Card:
    """How many promises were kept, team by team in the order given. Never about a person."""
    if not notice.rows:
        return card(t, t.say("share-title"), Paragraph(t.say("share-none")))
    return card(
        t,
        t.say("share-title"),
        Paragraph(t.say("share-text", days=notice.days)),
        Items(tuple(_share(t, row) for row in notice.rows)),
        Paragraph(t.say("share-lead" if notice.for_lead else "share-own"), Tone.QUIET),
    )


def _share(t: Texts, row: ShareRow) -> str:
    team = phrase(row.team, ROW) if row.team.strip() else t.say("share-team")
    waiting = t.say("share-open", count=row.open)
    if not row.ended:
        return t.say("share-row-none", team=team, waiting=waiting)
    return t.say("share-row", team=team, kept=row.kept, ended=row.ended, waiting=waiting)
