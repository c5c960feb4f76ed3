"""The place of a file on a card, before anybody has made an address for it.

A view knows only what the file is of and for whom; the address is made when the card goes out, because it is
signed, ends soon, and differs between platforms. Where there is no address the card says so once, in words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from bot.domain.ideas import IdeaId
from bot.domain.people import Language, PersonId, TenantId
from cards.model import Card, Link, Links, Paragraph, Part, Tone
from cards.texts import texts_for

_SCHEME = "file:"


class Format(StrEnum):
    """What a file can be."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class FileOf:
    """One file of one idea, for one person of one tenant, in a language."""

    tenant: TenantId
    person: PersonId
    idea: IdeaId
    form: Format
    language: Language

    def written(self) -> str:
        """As one short string."""
        said = [self.tenant, self.person, self.idea, self.form.value, self.language.value]
        return json.dumps(said, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, written: str) -> FileOf:
        """The reverse of `written`, for strings of ours only."""
        tenant, person, idea, form, language = json.loads(written)
        return cls(tenant, person, idea, Format(form), Language(language))


# Makes the address at which a file can be had; empty when there is none.
FileAddress: TypeAlias = Callable[[FileOf], str]


def link_to(label: str, file: FileOf) -> Link:
    """A link that gets its address when the card goes out."""
    return Link(label, _SCHEME + file.written())


def with_file_addresses(card: Card, address: FileAddress) -> Card:
    """The card with an address for every file, or with a sentence where there is none."""
    if not any(isinstance(part, Links) for part in card.parts):
        return card
    return replace(card, parts=tuple(new for part in card.parts for new in _addressed(part, card, address)))


def _addressed(part: Part, card: Card, address: FileAddress) -> Iterator[Part]:
    if not isinstance(part, Links):
        yield part
        return
    row = tuple(_with_address(link, address) for link in part.links)
    if any(link.url for link in row):
        yield replace(part, links=tuple(link for link in row if link.url))
    else:
        yield Paragraph(texts_for(Language(card.language)).say("file-nowhere"), Tone.QUIET)


def _with_address(link: Link, address: FileAddress) -> Link:
    if not link.url.startswith(_SCHEME):
        return link
    return replace(link, url=address(FileOf.read(link.url.removeprefix(_SCHEME))))
