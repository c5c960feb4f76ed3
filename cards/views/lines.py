"""Sentences that stand alone, and the kind no."""

from __future__ import annotations

from bot.domain.notices import Short, ShortLine, Sorry
from cards.lines import line_text
from cards.model import Card, Paragraph
from cards.texts import Texts
from cards.views.pieces import card, numbered

_DONE = frozenset(
    {
        Short.LANGUAGE_SET,
        Short.WITHDRAWN,
        Short.ADDED,
        Short.REPLY_SENT,
        Short.SENT_TO_AUTHOR,
        Short.TEAM_CHANGED,
    }
)
_CHOOSE = frozenset({Short.WHICH_LANGUAGE, Short.CHOOSE_KIND, Short.CHOOSE_TEAM})


def short_line(t: Texts, notice: ShortLine) -> Card:
    """One sentence with its next step."""
    return card(t, t.say(_title(notice.line)), Paragraph(line_text(notice, t.language)))


def _title(line: Short) -> str:
    if line in _DONE:
        return "short-title-done"
    return "short-title-choose" if line in _CHOOSE else "short-title-info"


def sorry(t: Texts, notice: Sorry) -> Card:
    """A kind no: nothing has changed, and what one can do."""
    title = t.say("sorry-title")
    heading = numbered(t, int(notice.number), title) if notice.number.isdecimal() else title
    return card(t, heading, Paragraph(line_text(notice, t.language)))
