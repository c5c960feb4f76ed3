"""Which of the nine kinds of work that nobody would miss it tells of: the one question, and its answer."""

from __future__ import annotations

from bot.domain.notices import WasteAnswered, WasteQuestion
from bot.domain.wastes import Waste
from cards.actions import IDEA_WASTE, Ref
from cards.escape import shorten
from cards.model import Button, Buttons, Card, Paragraph, Quote, Tone
from cards.texts import Texts
from cards.views.pieces import QUOTE, card, numbered
from cards.wastes import waste_explained, waste_name

# What the button carries that leaves it as it is.
LEFT = "none"


def waste_question(t: Texts, notice: WasteQuestion) -> Card:
    """What it sounds like, what that means, and one question."""

    def button(key: str, arg: str) -> Button:
        return Button(t.say(key), IDEA_WASTE, Ref("idea", notice.idea, notice.version, arg).encode())

    about = waste_explained(notice.waste, t.language)
    return card(
        t,
        numbered(t, notice.number, t.say("sounds-title")),
        Quote(shorten(notice.text, QUOTE)),
        Paragraph(t.say("sounds-like", name=_inside(t, notice.waste), about=about)),
        Paragraph(t.say("sounds-question"), Tone.STRONG),
        Buttons((button("sounds-yes", notice.waste.value), button("sounds-leave", LEFT))),
    )


def waste_answered(t: Texts, notice: WasteAnswered) -> Card:
    """What was confirmed, or that it was left as it was."""
    text = t.say("sounds-left") if notice.waste is None else _kept(t, notice.waste)
    title = numbered(t, notice.number, t.say("sounds-title"))
    return card(t, title, Quote(shorten(notice.text, QUOTE)), Paragraph(text))


def _kept(t: Texts, waste: Waste) -> str:
    return t.say("sounds-kept", name=_inside(t, waste))


def _inside(t: Texts, waste: Waste) -> str:
    """Its name inside a sentence: they are all common nouns."""
    name = waste_name(waste, t.language)
    return name[:1].lower() + name[1:]
