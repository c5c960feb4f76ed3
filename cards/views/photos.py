"""The photos of an idea, as both of its cards show them: how it was, then how it became."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.ideas import Idea
from bot.domain.pictures import Moment, Pictured
from cards.model import Image, Paragraph, Part, Tone
from cards.pictures import place_for
from cards.texts import Texts

# Of each moment, the newest: a card is no album.
_SHOWN = 2


def photos(t: Texts, idea: Idea) -> Iterator[Part]:
    """At most two from before and two from after, and how many more there are."""
    shown = [picture for moment in Moment for picture in _newest(idea, moment)]
    for picture in shown:
        alt = t.say(f"photo-{picture.moment.value}", number=str(idea.number))
        yield Image(place_for(idea.tenant, picture.id), alt)
    more = len(idea.pictures) - len(shown)
    if more:
        yield Paragraph(t.say("photo-more", count=more), Tone.QUIET)


def _newest(idea: Idea, moment: Moment) -> tuple[Pictured, ...]:
    return tuple(picture for picture in idea.pictures if picture.moment is moment)[-_SHOWN:]
