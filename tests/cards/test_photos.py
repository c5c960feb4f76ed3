"""Photos on cards, on every platform and in every language: with their addresses, and in words without."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.notices import AuthorCard
from bot.domain.people import Language
from bot.domain.pictures import Moment, Pictured
from cards.adaptive_card import to_adaptive_card
from cards.block_kit import to_block_kit
from cards.html import to_html
from cards.limits import DoesNotFit
from cards.model import Card, Image, Paragraph
from cards.pictures import in_words, place_for, with_addresses
from cards.plain_text import to_plain_text
from cards.views import view
from tests.cards import schemas
from tests.cards.notice_samples import HOSTILE, IDEA, NAMES, READ, WHYS
from tests.cards.photo_samples import AFTER, BEFORE, PHOTOS, link

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "photos"
_WRITE = os.environ.get("FEMMA_UPDATE_GOLDEN") == "1"
_ENDINGS = {"slack": "json", "teams": "json", "web": "html", "words": "txt"}

every_language = pytest.mark.parametrize("language", list(Language))
every_sample = pytest.mark.parametrize("name", list(PHOTOS))


def _card(name: str, language: Language) -> Card:
    return with_addresses(view(PHOTOS[name], language), link)


def _drawn(card: Card, platform: str) -> str:
    match platform:
        case "slack":
            message = to_block_kit(card)
            shown = {"text": message.text, "blocks": message.blocks}
            return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"
        case "teams":
            return json.dumps(to_adaptive_card(card), ensure_ascii=False, indent=1) + "\n"
        case "web":
            return to_html(card).replace("><", ">\n<") + "\n"
        case _:
            return to_plain_text(in_words(card)) + "\n"


@every_language
@every_sample
@pytest.mark.parametrize("platform", list(_ENDINGS))
def test_golden_photos(platform: str, name: str, language: Language) -> None:
    path = GOLDEN / platform / language.value / f"{name}.{_ENDINGS[platform]}"
    drawn = _drawn(_card(name, language), platform)
    if _WRITE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawn, "utf-8")
    assert path.read_text("utf-8") == drawn


def test_no_golden_photo_is_left_over() -> None:
    expected = {
        GOLDEN / platform / language.value / f"{name}.{ending}"
        for platform, ending in _ENDINGS.items()
        for language in Language
        for name in PHOTOS
    }
    assert {path for path in GOLDEN.rglob("*") if path.is_file()} == expected


@every_language
@every_sample
def test_both_platforms_take_it(name: str, language: Language) -> None:
    blocks = json.loads(json.dumps(to_block_kit(_card(name, language)).blocks))
    assert schemas.complaint(schemas.block_kit("Blocks"), blocks) == ""
    card = to_adaptive_card(_card(name, language))
    card.pop("msteams", None)
    assert schemas.complaint(schemas.adaptive_card(), card) == ""


def test_before_comes_first_and_only_the_newest_are_shown() -> None:
    images = [part for part in _card("manager-many", Language.EN).parts if isinstance(part, Image)]
    assert [image.url.rpartition("-")[2] for image in images] == ["b3", "b4", "a2", "a3"]
    assert [image.alt for image in images] == [
        "Photo sent with idea 12, before",
        "Photo sent with idea 12, before",
        "Photo sent with idea 12, after",
        "Photo sent with idea 12, after",
    ]
    assert "3 more photos" in to_plain_text(_card("manager-many", Language.EN))


def test_without_an_address_the_words_stand_there() -> None:
    card = with_addresses(view(PHOTOS["author-before"], Language.SV), lambda _tenant, _picture: "")
    assert not [part for part in card.parts if isinstance(part, Image)]
    assert "Foto skickat med idé 12, före. Det kan inte visas här" in to_plain_text(card)


def test_a_card_that_goes_out_without_addresses_is_an_error() -> None:
    card = view(PHOTOS["author-before"], Language.SV)
    for draw in (to_block_kit, to_adaptive_card, to_html):
        with pytest.raises(DoesNotFit):
            draw(card)


def test_a_path_of_our_own_is_for_our_own_page_only() -> None:
    card = Card("", (Paragraph("x"), Image("/pictures/abc", "y")), "sv")
    assert '<img src="/pictures/abc" alt="y">' in to_html(card)
    for draw in (to_block_kit, to_adaptive_card):
        with pytest.raises(DoesNotFit):
            draw(card)
    for odd in ("//evil.example.com/x", "javascript:alert(1)", "/", "data:x"):
        with pytest.raises(DoesNotFit):
            to_html(replace(card, parts=(Image(odd, "y"),)))


def test_the_largest_card_fits_with_photos() -> None:
    full = replace(READ, text=HOSTILE * 20, whys=WHYS, additions=(HOSTILE,) * 5, pictures=(*BEFORE, *AFTER))
    card = with_addresses(view(AuthorCard(full, NAMES), Language.NB), link)
    assert sum(block["type"] == "image" for block in to_block_kit(card).blocks) == 4
    assert sum(one["type"] == "Image" for one in to_adaptive_card(card)["body"]) == 4


def test_a_place_survives_any_tenant() -> None:
    card = Card("", (Image(place_for("teams:a-b:c", "f0"), "x"),), "sv")
    seen: list[tuple[str, str]] = []

    def note(tenant: str, picture: str) -> str:
        seen.append((tenant, picture))
        return "https://femma.example.com/x"

    with_addresses(card, note)
    assert seen == [("teams:a-b:c", "f0")]


def test_an_idea_takes_each_picture_once() -> None:
    one = Pictured("p1", Moment.AFTER)
    assert IDEA.pictured(one).pictured(one, Pictured("p2")).pictures == (one, Pictured("p2"))
