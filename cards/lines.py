"""One sentence as text, for the places where a platform shows a line and no card."""

from __future__ import annotations

from datetime import date

from bot.domain.notices import Short, ShortLine, Sorry
from bot.domain.people import Language
from cards import limits
from cards.escape import label
from cards.texts import Texts, texts_for

# Their gap is a day, kept as YYYY-MM-DD because a notice knows no language.
_WITH_A_DAY = frozenset({Short.AWAY_SET})


def line_text(notice: ShortLine | Sorry, language: Language) -> str:
    """The sentence of a short notice."""
    texts = texts_for(language)
    if isinstance(notice, Sorry):
        return texts.say(f"sorry-{notice.no.value}", number=notice.number)
    what = label(_shown(notice, texts), limits.NAME) if notice.what else ""
    return texts.say(f"short-{notice.line.value}", what=what)


def _shown(notice: ShortLine, texts: Texts) -> str:
    """A day as the language writes it, everything else as it is."""
    return texts.day(date.fromisoformat(notice.what)) if notice.line in _WITH_A_DAY else notice.what
