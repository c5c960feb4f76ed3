"""The place of a kept photo on a card, before anybody has made an address for it.

A view knows only which picture it is; the address is made when the card goes out, because it is signed and
because it differs between platforms. Where there is no address the card says it in words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from bot.domain.people import Language, TenantId
from bot.domain.pictures import PictureId
from cards.model import Card, Image, Paragraph, Part, Tone
from cards.texts import texts_for

_SCHEME = "picture:"

# Makes the address at which a chat can load a picture; empty when there is none.
Link: TypeAlias = Callable[[TenantId, PictureId], str]


def place_for(tenant: TenantId, picture: PictureId) -> str:
    """What stands in `Image.url` until the card goes out."""
    return f"{_SCHEME}{picture}:{tenant}"


def with_addresses(card: Card, link: Link) -> Card:
    """The card with an address for every kept photo, or with words where there is none."""
    if not any(_is_place(part) for part in card.parts):
        return card
    return replace(card, parts=tuple(_addressed(part, card.language, link) for part in card.parts))


def in_words(card: Card) -> Card:
    """The card with words in the place of every picture, also of those that have an address."""
    parts = (_said(part, card.language) if isinstance(part, Image) else part for part in card.parts)
    return replace(card, parts=tuple(parts))


def _is_place(part: Part) -> bool:
    return isinstance(part, Image) and part.url.startswith(_SCHEME)


def _addressed(part: Part, language: str, link: Link) -> Part:
    if not isinstance(part, Image) or not part.url.startswith(_SCHEME):
        return part
    picture, _, tenant = part.url.removeprefix(_SCHEME).partition(":")
    url = link(tenant, picture)
    return replace(part, url=url) if url else _said(part, language)


def _said(part: Image, language: str) -> Paragraph:
    text = texts_for(Language(language)).say("photo-in-words", photo=part.alt)
    return Paragraph(text, Tone.QUIET)
