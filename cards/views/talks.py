"""Around a talk about causes: it waits, somebody was to go and see, a colleague is asked, or quoted."""

from __future__ import annotations

from bot.domain.talk_notices import (
    HandAnswered,
    HandAsked,
    LookAnswered,
    LookDue,
    QuoteAnswered,
    QuoteAsked,
    TalkWaits,
)
from bot.domain.tree import PROBLEM, mark_of
from cards import actions
from cards.actions import Ref
from cards.escape import shorten
from cards.model import Button, Buttons, Card, Paragraph, Part, Quote, Style, Tone
from cards.texts import Texts
from cards.views.pieces import QUOTE, card, numbered, phrase, who_first
from cards.views.whys import resume_button, side_buttons


def talk_waits(t: Texts, notice: TalkWaits) -> Card:
    """Once, and kindly: the talk is there whenever it suits."""
    again = resume_button(t, notice.talk, notice.version)
    return card(
        t,
        numbered(t, notice.number, t.say("waits-title")),
        Paragraph(t.say("waits-text")),
        Quote(shorten(notice.text, QUOTE)),
        Buttons((again, *side_buttons(t, notice.talk, notice.version))),
    )


def look_due(t: Texts, notice: LookDue) -> Card:
    """What was to be seen, where and by whom; then one question."""
    unknown = notice.why == PROBLEM or notice.look.unknown
    return card(
        t,
        numbered(t, notice.number, t.say("look-title")),
        Paragraph(t.say("look-unknown" if unknown else "look-about"), Tone.QUIET),
        Quote(shorten(notice.text, QUOTE)),
        *_where(t, notice),
        Paragraph(t.say("look-question"), Tone.STRONG),
        Paragraph(t.say("look-hint"), Tone.QUIET),
        Buttons(tuple(_answers(t, notice, unknown))),
    )


def _where(t: Texts, notice: LookDue) -> tuple[Part, ...]:
    look = notice.look
    said = [t.say("why-look-where", where=phrase(look.where))] if look.where else []
    if look.who:
        said.append(t.say("look-who", who=phrase(look.who)))
    return tuple(Paragraph(line) for line in said)


def _answers(t: Texts, notice: LookDue, unknown: bool) -> list[Button]:
    def value(choice: str) -> str:
        return Ref("talk", notice.talk, mark_of(notice.text), f"{notice.why}:{choice}").encode()

    tell = Button(t.say("look-tell"), actions.LOOK_WORDS, value("words"), Style.PRIMARY, opens_form=True)
    choices = ("not-yet",) if unknown else ("seen", "not-so", "not-yet")
    return [tell, *(Button(t.say(f"look-{one}"), actions.LOOK_ANSWER, value(one)) for one in choices)]


def look_answered(t: Texts, notice: LookAnswered) -> Card:
    """The question that was answered, and how."""
    return card(
        t,
        numbered(t, notice.number, t.say("look-title")),
        Quote(shorten(notice.text, QUOTE)),
        Paragraph(t.say("you-chose", choice=t.say(f"look-{notice.choice}")), Tone.STRONG),
    )


def hand_asked(t: Texts, notice: HandAsked) -> Card:
    """A colleague asks whether one would go on with a talk."""
    return card(
        t,
        numbered(t, notice.number, t.say("hand-title")),
        Paragraph(t.say("hand-text", by=who_first(t, notice.by))),
        Quote(shorten(notice.text, QUOTE)),
        Buttons(_yes_no(t, actions.HAND_ANSWER, notice.talk, "hand-yes", "hand-no")),
    )


def hand_answered(t: Texts, notice: HandAnswered) -> Card:
    """What was answered."""
    return card(
        t,
        numbered(t, notice.number, t.say("hand-title")),
        Paragraph(t.say("hand-text", by=who_first(t, notice.by))),
        Quote(shorten(notice.text, QUOTE)),
        Paragraph(t.say("you-chose", choice=t.say("hand-yes" if notice.yes else "hand-no")), Tone.STRONG),
    )


def quote_asked(t: Texts, notice: QuoteAsked) -> Card:
    """May whoever decides read the answer? Until there is a yes it stays in the thread."""
    key = "quote-text" if notice.manager.strip() else "quote-text-plain"
    return card(
        t,
        numbered(t, notice.number, t.say("quote-title")),
        Quote(shorten(notice.words, QUOTE)),
        Paragraph(t.say(key, manager=phrase(notice.manager))),
        Paragraph(t.say("quote-hint"), Tone.QUIET),
        Buttons(_yes_no(t, actions.QUOTE_ANSWER, notice.talk, "quote-yes", "quote-no")),
    )


def quote_answered(t: Texts, notice: QuoteAnswered) -> Card:
    """What was answered."""
    return card(
        t,
        numbered(t, notice.number, t.say("quote-title")),
        Quote(shorten(notice.words, QUOTE)),
        Paragraph(t.say("you-chose", choice=t.say("quote-yes" if notice.yes else "quote-no")), Tone.STRONG),
    )


def _yes_no(t: Texts, action: str, talk: str, yes: str, no: str) -> tuple[Button, ...]:
    answers = ((yes, "yes"), (no, "no"))
    return tuple(Button(t.say(key), action, Ref("talk", talk, 0, arg).encode()) for key, arg in answers)
