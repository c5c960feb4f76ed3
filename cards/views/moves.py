"""The letters about a manager's move, and about what has come back."""

from __future__ import annotations

from bot.domain.ideas import Move
from bot.domain.notices import CameBack, Decided, JustDone, PassedTo
from cards.escape import shorten
from cards.model import Card, Paragraph, Quote, Tone
from cards.texts import Texts
from cards.views.pieces import QUOTE, card, numbered, phrase, who, who_first
from cards.views.replies import usual_words
from cards.views.standing import facts


def decided(t: Texts, notice: Decided) -> Card:
    """To the author: what was decided, in the manager's words, and the next day.

    Raises ValueError for READ and NOT_NOW, which have letters of their own.
    """
    move = notice.move
    if move in {Move.READ, Move.NOT_NOW}:
        raise ValueError(f"{move.value} has a letter of its own")
    by = who_first(t, notice.by)
    return card(
        t,
        numbered(t, notice.number, t.say(f"decided-{move.value}-title")),
        Paragraph(t.say(f"decided-{move.value}-text", by=by)),
        Quote(notice.words or usual_words(t, move, None), by),
        *facts(t, ("label-trial", notice.trial), ("label-doing", _doing(t, notice)), *_where(notice)),
        Paragraph(_next(t, notice)),
        Paragraph(t.say("turned-about"), Tone.QUIET),
        Quote(shorten(notice.text, QUOTE)),
    )


def _doing(t: Texts, notice: Decided) -> str:
    return who_first(t, notice.who) if notice.move in {Move.TRY, Move.YOU_DECIDE} else ""


def _where(notice: Decided) -> tuple[tuple[str, str], ...]:
    return (
        (("label-lies-with", notice.who), ("label-team", notice.team)) if notice.move is Move.PASS_ON else ()
    )


def _next(t: Texts, notice: Decided) -> str:
    return t.say(f"decided-{notice.move.value}-next", day=t.day(notice.day))


def passed_to(t: Texts, notice: PassedTo) -> Card:
    """To whoever it was passed on to; the card to answer on follows."""
    by = who_first(t, notice.by)
    team = phrase(notice.team) if notice.team.strip() else ""
    text = t.say("passed-text-team", by=by, team=team) if team else t.say("passed-text", by=by)
    return card(
        t,
        numbered(t, notice.number, t.say("passed-title")),
        Paragraph(text),
        Quote(notice.words, by) if notice.words.strip() else None,
        Paragraph(t.say("passed-next")),
    )


def came_back(t: Texts, notice: CameBack) -> Card:
    """Its day has come: the author hears that it was not forgotten, whoever it lies with gets it again."""
    if notice.to_author:
        text = t.say("back-author", manager=who_first(t, notice.manager), day=t.day(notice.day))
    else:
        text = t.say("back-manager", day=t.day(notice.day))
    return card(
        t,
        numbered(t, notice.number, t.say("back-title")),
        Paragraph(text),
        Quote(shorten(notice.text, QUOTE)),
    )


def just_done(t: Texts, notice: JustDone) -> Card:
    """To the manager: it is done, and nobody needs to approve it."""
    return card(
        t,
        numbered(t, notice.number, t.say("just-done-title")),
        Paragraph(t.say("just-done-text", by=who_first(t, notice.by))),
        Quote(notice.words, who(t, notice.by) if notice.by.strip() else ""),
        Paragraph(t.say("just-done-about"), Tone.QUIET),
        Quote(shorten(notice.text, QUOTE)),
        Paragraph(t.say("just-done-next")),
    )
