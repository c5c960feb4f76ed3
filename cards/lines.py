"""One sentence as text, for the places where a platform shows a line and no card."""

from __future__ import annotations

from bot.domain.notices import ShortLine, Sorry
from bot.domain.people import Language
from cards import limits
from cards.escape import label
from cards.texts import texts_for


def line_text(notice: ShortLine | Sorry, language: Language) -> str:
    """The sentence of a short notice."""
    texts = texts_for(language)
    if isinstance(notice, Sorry):
        return texts.say(f"sorry-{notice.no.value}", number=notice.number)
    what = label(notice.what, limits.NAME) if notice.what else ""
    return texts.say(f"short-{notice.line.value}", what=what)
