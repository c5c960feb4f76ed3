"""Ideas that resemble each other: joining one, merging two, waking one up, and finding one by a word."""

from __future__ import annotations

from bot.domain.ideas import Stage
from bot.domain.notices import (
    Found,
    KeenAnswered,
    Merged,
    SimilarAnswered,
    SimilarQuestion,
    SimilarRow,
    StillKeen,
    VoiceCame,
    WasMerged,
)
from cards.actions import (
    IDEA_KEEN,
    IDEA_OPEN,
    IDEA_UNMERGE,
    TELL_ANYWAY,
    TELL_CANCEL,
    TELL_JOIN,
    Ref,
)
from cards.escape import shorten
from cards.model import Button, Buttons, Card, Items, Paragraph, Quote, Style, Tone
from cards.texts import Texts
from cards.views.pieces import (
    PHRASE,
    QUOTE,
    ROW,
    card,
    new_idea_button,
    numbered,
    phrase,
    stage_word,
    who_first,
)

_JOIN_BUTTONS = 3
_OPEN_BUTTONS = 5


def similar_question(t: Texts, notice: SimilarQuestion) -> Card:
    """Is it one of these? Whoever says no files it as it is."""
    rows = notice.rows[:_JOIN_BUTTONS]

    def button(key: str, action: str, arg: str = "", **gaps: str) -> Button:
        return Button(t.say(key, **gaps), action, Ref("talk", notice.talk, notice.version, arg).encode())

    joins = (button("button-join", TELL_JOIN, row.idea, number=str(row.number)) for row in rows)
    return card(
        t,
        t.say("similar-title"),
        Quote(shorten(notice.text, QUOTE)),
        Paragraph(t.say("similar-text", count=len(rows))),
        Items(tuple(_row(t, row) for row in rows)),
        Paragraph(t.say("similar-question"), Tone.STRONG),
        Paragraph(t.say("similar-hint"), Tone.QUIET),
        Buttons((*joins, button("button-anyway", TELL_ANYWAY), button("button-cancel", TELL_CANCEL))),
    )


def _row(t: Texts, row: SimilarRow) -> str:
    stage = stage_word(t, row.stage)
    gaps = {"number": str(row.number), "text": phrase(row.text, ROW), "stage": stage}
    if not row.team.strip():
        return t.say("list-row-stage-no-day", **gaps)
    return t.say("similar-row", team=phrase(row.team, ROW), **gaps)


def similar_answered(t: Texts, notice: SimilarAnswered) -> Card:
    """What it became."""
    number = notice.number
    text = t.say("similar-joined", number=str(number)) if number else t.say("similar-new")
    return card(t, t.say("kind-answered-title"), Quote(shorten(notice.text, QUOTE)), Paragraph(text))


def voice_came(t: Texts, notice: VoiceCame) -> Card:
    """To author and manager: what a colleague knows."""
    return card(
        t,
        numbered(t, notice.number, t.say("voice-title")),
        Paragraph(t.say("voice-text", by=who_first(t, notice.by))),
        Quote(notice.words),
        Paragraph(t.say("voice-about"), Tone.QUIET),
        Quote(shorten(notice.text, QUOTE)),
    )


def still_keen(t: Texts, notice: StillKeen) -> Card:
    """To the author: somebody sees the same now. Is it worth taking up again?"""

    def button(arg: str) -> Button:
        value = Ref("idea", notice.idea, notice.version, arg).encode()
        return Button(t.say(f"keen-{arg}"), IDEA_KEEN, value)

    rests = notice.stage is Stage.RESTING
    return card(
        t,
        numbered(t, notice.number, t.say("keen-title")),
        Paragraph(t.say("keen-rests" if rests else "keen-not-now")),
        Quote(shorten(notice.text, QUOTE)),
        Paragraph(t.say("keen-question"), Tone.STRONG),
        Buttons((button("yes"), button("no"))),
    )


def keen_answered(t: Texts, notice: KeenAnswered) -> Card:
    """What the author said, and what follows."""
    text = t.say("keen-answered-yes" if notice.yes else "keen-answered-no")
    return card(t, numbered(t, notice.number, t.say("keen-title")), Paragraph(text))


def merged(t: Texts, notice: Merged) -> Card:
    """To whoever merged them, with the way back."""
    value = Ref("idea", notice.idea, notice.version).encode()
    number, into = str(notice.number), str(notice.into)
    rows = (
        t.say("merged-row", number=number, text=phrase(notice.text, PHRASE)),
        t.say("merged-row", number=into, text=phrase(notice.into_text, PHRASE)),
    )
    return card(
        t,
        t.say("merged-title", number=number, into=into),
        Items(rows),
        Paragraph(t.say("merged-text", number=number, into=into)),
        Buttons((Button(t.say("button-unmerge"), IDEA_UNMERGE, value),)),
    )


def was_merged(t: Texts, notice: WasMerged) -> Card:
    """To its author: it goes on, and the words came along."""
    into = str(notice.into)
    return card(
        t,
        numbered(t, notice.number, t.say("was-merged-title", into=into)),
        Paragraph(t.say("was-merged-text", by=who_first(t, notice.by), into=into)),
        Quote(shorten(notice.into_text, QUOTE)),
        Paragraph(t.say("was-merged-next"), Tone.QUIET),
    )


def found(t: Texts, notice: Found) -> Card:
    """What a search found, each to be opened; when nothing, what one can do."""
    query = phrase(notice.query, ROW)
    if not notice.rows:
        return card(
            t,
            t.say("found-none-title"),
            Paragraph(t.say("found-none", query=query)),
            Buttons((new_idea_button(t, Style.PRIMARY),)),
        )
    return card(
        t,
        t.say("found-title"),
        Paragraph(t.say("found-query", query=query), Tone.QUIET),
        Items(tuple(_row(t, row) for row in notice.rows)),
        Buttons(tuple(_open(t, row) for row in notice.rows[:_OPEN_BUTTONS])),
    )


def _open(t: Texts, row: SimilarRow) -> Button:
    return Button(
        t.say("button-open", number=str(row.number)), IDEA_OPEN, Ref("idea", row.idea).encode(), Style.DEFAULT
    )
