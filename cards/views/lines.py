"""Sentences that stand alone, and the kind no. A sentence or two need no heading."""

from __future__ import annotations

from bot.domain.notices import Short, ShortLine, Sorry
from bot.domain.people import Language
from cards.actions import PERSON_BACK, SET_LANGUAGE, Ref
from cards.lines import line_text
from cards.model import Button, Buttons, Card, Paragraph
from cards.texts import Texts
from cards.views.pieces import card


def short_line(t: Texts, notice: ShortLine) -> Card:
    """One sentence with its next step."""
    return card(t, "", Paragraph(line_text(notice, t.language)), _next(t, notice.line))


def _next(t: Texts, line: Short) -> Buttons | None:
    if line is Short.WHICH_LANGUAGE:
        return _languages(t)
    if line is Short.AWAY_SET:
        return Buttons((Button(t.say("button-back"), PERSON_BACK, Ref("none").encode()),))
    return None


def _languages(t: Texts) -> Buttons:
    """Each language by its own name, for whoever sits in one they do not read."""

    def button(language: Language) -> Button:
        value = Ref("none", arg=language.value).encode()
        return Button(t.say(f"own-name-{language.value}"), SET_LANGUAGE, value)

    return Buttons(tuple(button(language) for language in Language))


def sorry(t: Texts, notice: Sorry) -> Card:
    """A kind no: nothing has changed, and what one can do."""
    return card(t, "", Paragraph(line_text(notice, t.language)))
