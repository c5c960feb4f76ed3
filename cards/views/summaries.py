"""The weekly summary: at most eight lines, one of them a question, and a picture of the last weeks."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.digests import Line, Shared, Summary, WeekCount
from bot.domain.notices import WeeklySummary
from cards.actions import IDEA_TOGETHER, Ref
from cards.effects import basis_name, freed_text
from cards.model import Button, Buttons, Card, Chart, Items, Paragraph, Part, Series, Tone
from cards.texts import Texts
from cards.views.pieces import PHRASE, card, phrase

QUESTIONS = 8


def weekly_summary(t: Texts, notice: WeeklySummary) -> Card:
    """The agenda of the board meeting."""
    summary = notice.summary
    rows = tuple(_rows(t, summary))
    about = summary.waste.value if summary.waste else (summary.week - 1) % QUESTIONS + 1
    question = t.say(f"summary-question-{about}")
    return card(
        t,
        t.say("summary-title", team=phrase(notice.name), week=str(summary.week)),
        Paragraph(t.say("summary-preview"), Tone.QUIET) if notice.preview else None,
        Items(rows) if rows else Paragraph(t.say("summary-nothing")),
        Paragraph(t.say("summary-question", question=question), Tone.STRONG),
        _together(t, summary.shared) if summary.shared and not notice.preview else None,
        _chart(t, summary.weeks),
    )


def _together(t: Texts, shared: Shared) -> Buttons:
    """Whoever presses leads a talk in which the whole team can answer."""
    value = Ref("idea", shared.idea).encode()
    label = t.say("summary-together", number=str(shared.number))
    return Buttons((Button(label, IDEA_TOGETHER, value),))


def _rows(t: Texts, summary: Summary) -> Iterator[str]:
    for section, lines in (
        ("summary-better", summary.better),
        ("summary-tried", summary.tried),
        ("summary-new", summary.new),
    ):
        yield from (_named(t, section, line) for line in lines)
    yield from (_waiting(t, line) for line in summary.waiting)
    if summary.more:
        yield t.say("summary-more", count=summary.more)


def _gaps(t: Texts, line: Line) -> dict[str, str]:
    return {"number": str(line.number), "words": _said(t, line)}


def _said(t: Texts, line: Line) -> str:
    """What it gave and how we know, where that is told; else the words."""
    effect = line.effect
    if effect is None:
        return phrase(line.words)
    # The use is cut before it stands in the sentence: how we know is never cut away.
    used_for = phrase(effect.used_for, PHRASE // 2)
    gave = freed_text(effect.hours, used_for, t.language) if effect.hours else phrase(effect.words)
    return t.say("effect-with-basis", effect=gave, basis=basis_name(effect.basis, t.language))


def _named(t: Texts, key: str, line: Line) -> str:
    if line.by.strip():
        return t.say(f"{key}-by", by=phrase(line.by, PHRASE), **_gaps(t, line))
    return t.say(key, **_gaps(t, line))


def _waiting(t: Texts, line: Line) -> str:
    """Who answers is told by role, never by name."""
    if line.day is None:
        return t.say("summary-waiting-no-day", **_gaps(t, line))
    return t.say("summary-waiting", day=t.short_day(line.day), **_gaps(t, line))


def _chart(t: Texts, weeks: tuple[WeekCount, ...]) -> Part | None:
    if not weeks:
        return None
    weeks = _since_the_first(weeks)
    return Chart(
        t.say("chart-title"),
        tuple(t.say("chart-week", week=str(count.week)) for count in weeks),
        (
            Series(t.say("chart-told"), tuple(float(count.told) for count in weeks)),
            Series(t.say("chart-answered"), tuple(float(count.answered) for count in weeks)),
        ),
        _chart_words(t, weeks),
        t.say("chart-x"),
        t.say("chart-y"),
    )


def _since_the_first(weeks: tuple[WeekCount, ...]) -> tuple[WeekCount, ...]:
    """Without the weeks before anything was told, which say nothing; two at least, or it is no picture."""
    empty = next((n for n, count in enumerate(weeks) if count.told or count.answered), 0)
    return weeks[min(empty, max(len(weeks) - 2, 0)) :]


def _chart_words(t: Texts, weeks: tuple[WeekCount, ...]) -> str:
    """The last whole week, and all of them together: the week that has just begun says little."""
    last = weeks[-2] if len(weeks) > 1 else weeks[-1]
    return t.say(
        "chart-text",
        week=str(last.week),
        told=last.told,
        answered=last.answered,
        first=str(weeks[0].week),
        last=str(weeks[-1].week),
        toldAll=sum(count.told for count in weeks),
        answeredAll=sum(count.answered for count in weeks),
    )
