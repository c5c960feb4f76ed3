"""An idea on one page in the chat, with the links to its files."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.notices import A3Page
from bot.domain.people import Language
from cards.files import FileOf, Format, link_to
from cards.model import Card, Links, Paragraph, Part, Tone
from cards.texts import Texts


def a3_page(t: Texts, notice: A3Page) -> Card:
    """The page in the reader's language, and the files in the team's."""
    # Here and not above: the page is made of the views' own pieces, so that either may be loaded first.
    from cards.a3.card import a3_card

    return a3_card(t, notice.page, *_below(t, notice))


def _below(t: Texts, notice: A3Page) -> Iterator[Part]:
    if notice.hidden:
        yield Paragraph(t.say("a3-hidden"), Tone.QUIET)
    links = tuple(link_to(t.say(f"a3-files-{form.value}"), _file(notice, form)) for form in Format)
    yield Links(links, " ".join(_note(t, notice.language)))


def _note(t: Texts, language: Language) -> Iterator[str]:
    if language is not t.language:
        yield t.say("a3-files-language", language=t.say(f"language-{language.value}"))
    yield t.say("a3-files-last")


def _file(notice: A3Page, form: Format) -> FileOf:
    return FileOf(notice.tenant, notice.person, notice.idea, form, notice.language)
