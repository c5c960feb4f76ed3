"""Links on cards: with addresses on every platform, in words without, and never to anywhere else.

FEMMA_UPDATE_GOLDEN=1 writes the golden files anew.
"""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.people import Language
from cards.adaptive_card import to_adaptive_card
from cards.block_kit import to_block_kit
from cards.files import FileOf, Format, link_to, with_file_addresses
from cards.html import to_html
from cards.limits import DoesNotFit
from cards.model import Card, Link, Links, Paragraph
from cards.plain_text import to_plain_text
from cards.texts import texts_for
from cards.views import view
from tests.cards import schemas
from tests.cards.notice_samples import SAMPLES

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "links"
_WRITE = os.environ.get("FEMMA_UPDATE_GOLDEN") == "1"
_ENDINGS = {"slack": "json", "teams": "json", "web": "html"}
FILE = FileOf("teams:a-b", "teams:a-b:c|d", "f0", Format.DOCX, Language.NB)

every_language = pytest.mark.parametrize("language", list(Language))


def address(file: FileOf) -> str:
    return f"https://femma.example.com/files/{file.idea}-{file.form}-{file.language.value}"


def _card(language: Language, name: str = "a3-page") -> Card:
    return with_file_addresses(view(SAMPLES[name], language), address)


def _below(card: Card, platform: str) -> str:
    """The end of the card as the platform gets it, where the links are."""
    match platform:
        case "slack":
            return json.dumps(to_block_kit(card).blocks[-2:], ensure_ascii=False, indent=1) + "\n"
        case "teams":
            return json.dumps(to_adaptive_card(card)["body"][-2:], ensure_ascii=False, indent=1) + "\n"
        case _:
            return "\n".join(to_html(card).replace("><", ">\n<").split("\n")[-8:]) + "\n"


@every_language
@pytest.mark.parametrize("platform", list(_ENDINGS))
def test_golden_links(platform: str, language: Language) -> None:
    path = GOLDEN / platform / f"{language.value}.{_ENDINGS[platform]}"
    drawn = _below(_card(language), platform)
    if _WRITE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawn, "utf-8")
    assert path.read_text("utf-8") == drawn


@every_language
@pytest.mark.parametrize("name", ["a3-page", "a3-page-hidden", "a3-page-hostile"])
def test_both_platforms_take_it(name: str, language: Language) -> None:
    card = _card(language, name)
    blocks = json.loads(json.dumps(to_block_kit(card).blocks))
    assert schemas.complaint(schemas.block_kit("Blocks"), blocks) == ""
    drawn = to_adaptive_card(card)
    drawn.pop("msteams", None)
    assert schemas.complaint(schemas.adaptive_card(), drawn) == ""


@every_language
def test_without_an_address_one_sentence_says_so(language: Language) -> None:
    card = with_file_addresses(view(SAMPLES["a3-page"], language), lambda _file: "")
    t = texts_for(language)
    said = to_plain_text(card)
    assert said.endswith(t.say("file-nowhere"))
    assert t.say("a3-files-last") not in said
    assert not [part for part in card.parts if isinstance(part, Links)]


def test_the_readers_language_and_the_teams() -> None:
    """The card is in the reader's language, and says so when the files are in another."""
    said = to_plain_text(_card(Language.EN))
    assert "The files are in Swedish" in said
    assert "språk" not in to_plain_text(_card(Language.SV))
    links = next(part for part in _card(Language.EN).parts if isinstance(part, Links))
    assert [link.url.rpartition("/")[2] for link in links.links] == ["f0-pdf-sv", "f0-docx-sv"]


def test_a_file_survives_any_id() -> None:
    seen: list[FileOf] = []

    def note(file: FileOf) -> str:
        seen.append(file)
        return "https://femma.example.com/x"

    card = Card("", (Links((link_to("Ord", FILE),)),), "nb")
    assert with_file_addresses(card, note).parts == (Links((Link("Ord", "https://femma.example.com/x"),)),)
    assert seen == [FILE]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "//evil.example.com", "data:x", "file:x", "", "/", "HTTPS:x"]
)
def test_words_that_lead_nowhere_are_words(url: str) -> None:
    card = Card("", (Paragraph("x"), Links((Link("Ord", url),))), "sv")
    assert "<a " not in to_html(card)
    assert "OpenUrl" not in json.dumps(to_adaptive_card(card))
    assert '"link"' not in json.dumps(to_block_kit(card).blocks)
    for drawn in (to_html(card), json.dumps(to_adaptive_card(card)), json.dumps(to_block_kit(card).blocks)):
        assert "Ord" in drawn


def test_a_path_of_our_own_is_for_our_own_page_only() -> None:
    card = Card("", (Links((Link('<b>"Ord', '/files/a"b'),)),), "sv")
    assert '<a href="/files/a&quot;b" target="_blank" rel="noopener noreferrer">&lt;b&gt;' in to_html(card)
    assert "OpenUrl" not in json.dumps(to_adaptive_card(card))


def test_links_count_among_the_buttons() -> None:
    card = Card("", (Links((Link("Ord", "https://femma.example.com"),) * 7),), "sv")
    for draw in (to_block_kit, to_adaptive_card):
        with pytest.raises(DoesNotFit, match="7 buttons"):
            draw(card)
    fewer = replace(card, parts=(Links((Link("Ord", "https://femma.example.com"),) * 6),))
    assert to_block_kit(fewer).blocks
