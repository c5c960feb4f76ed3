"""The short letters about an idea: to its author when the manager has answered, and back."""

from __future__ import annotations

from bot.domain.ideas import Reason
from bot.domain.notices import Acknowledged, Asked, ReplyCame, TurnedDown, WhysCame, WhysSent
from cards.actions import IDEA_OPEN, IDEA_REPLY, Ref
from cards.escape import shorten
from cards.model import Button, Buttons, Card, Paragraph, Quote, Style, Tone
from cards.texts import Texts
from cards.views.chains import outcome
from cards.views.pieces import QUOTE, card, new_idea_button, numbered, who, who_first
from cards.views.standing import facts


def acknowledged(t: Texts, notice: Acknowledged) -> Card:
    """To the author: it has been read, and what happens next."""
    day = t.day(notice.decide_by)
    by = who(t, notice.by)
    return card(
        t,
        numbered(t, notice.number, t.say("acknowledged-title", by=by)),
        Quote(notice.words or t.say("usual-acknowledge", day=day), who_first(t, notice.by)),
        Paragraph(t.say("acknowledged-next", by=by, day=day)) if notice.words else None,
        Paragraph(t.say("acknowledged-text"), Tone.QUIET),
        Quote(shorten(notice.text, QUOTE)),
    )


def asked(t: Texts, notice: Asked) -> Card:
    """To the author: a question, which can be answered right here."""
    value = Ref("idea", notice.idea, notice.version).encode()
    answer = Button(t.say("button-reply"), IDEA_REPLY, value, Style.PRIMARY, opens_form=True)
    return card(
        t,
        numbered(t, notice.number, t.say("asked-title")),
        Paragraph(t.say("asked-text", by=who_first(t, notice.by))),
        Quote(notice.question),
        Paragraph(t.say("asked-about"), Tone.QUIET),
        Quote(shorten(notice.text, QUOTE)),
        Paragraph(t.say("asked-how")),
        Buttons((answer,)),
    )


def turned_down(t: Texts, notice: TurnedDown) -> Card:
    """To the author: not now, with the reason and the manager's own words."""
    return card(
        t,
        numbered(t, notice.number, t.say("turned-title")),
        Paragraph(t.say("turned-text", by=who_first(t, notice.by))),
        Quote(notice.words),
        *facts(
            t,
            ("label-reason", t.say(f"reason-{Reason(notice.reason).value}")),
            ("label-would-be-yes", notice.would_be_yes),
        ),
        Paragraph(t.say("turned-about"), Tone.QUIET),
        Quote(shorten(notice.text, QUOTE)),
        Paragraph(t.say("turned-next")),
        Buttons((new_idea_button(t),)),
    )


def reply_came(t: Texts, notice: ReplyCame) -> Card:
    """To the manager: the question and its answer."""
    return card(
        t,
        numbered(t, notice.number, t.say("reply-title", by=who(t, notice.by))),
        Paragraph(t.say("reply-asked"), Tone.QUIET),
        Quote(shorten(notice.question, QUOTE)),
        Paragraph(t.say("reply-answered"), Tone.QUIET),
        Quote(notice.answer),
    )


def whys_came(t: Texts, notice: WhysCame) -> Card:
    """To the manager: what the author has found out about the causes."""
    idea = notice.idea
    value = Ref("idea", idea.id, idea.version).encode()
    opens = Button(t.say("button-open", number=str(idea.number)), IDEA_OPEN, value)
    return card(
        t,
        numbered(t, idea.number, t.say("whys-came-title")),
        Paragraph(t.say("whys-came-text", author=who_first(t, notice.author))),
        *(outcome(t, idea.whys) if idea.whys else (Quote(idea.text),)),
        Buttons((opens,)),
    )


def whys_sent(t: Texts, notice: WhysSent) -> Card:
    """To the author: the manager has it now."""
    text = t.say("whys-sent-text", manager=who_first(t, notice.manager))
    return card(t, numbered(t, notice.number, t.say("whys-sent-title")), Paragraph(text))
