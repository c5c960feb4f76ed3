"""Where something is taken care of that is no matter for improvements. Never a word of the person's own."""

from __future__ import annotations

from bot.domain.notices import Door
from cards.actions import TELL_CANCEL, TELL_OUR_WORK, Ref
from cards.links import is_link
from cards.model import Button, Buttons, Card, Link, Links, Paragraph, Tone
from cards.texts import Texts
from cards.views.pieces import card


def door(t: Texts, notice: Door) -> Card:
    """One sentence or three, the administrator's link, and a way out or on."""
    link = Link(t.say(f"door-{notice.elsewhere}"), notice.url) if is_link(notice.url) else None
    hint = "door-hint" if notice.talk else "door-hint-nothing-kept"
    return card(
        t,
        t.say("door-title"),
        Paragraph(t.say(f"cue-elsewhere-{notice.elsewhere}")),
        Links((link,)) if link else None,
        Paragraph(t.say(hint), Tone.QUIET),
        Buttons(_buttons(t, notice)) if notice.talk else None,
    )


def _buttons(t: Texts, notice: Door) -> tuple[Button, ...]:
    value = Ref("talk", notice.talk, notice.version).encode()
    return (
        Button(t.say("button-take-away"), TELL_CANCEL, value),
        Button(t.say("button-our-work"), TELL_OUR_WORK, value),
    )
