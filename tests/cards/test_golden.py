"""Every notice as each platform gets it, in every language: as it was before, and as the platform takes it.

FEMMA_UPDATE_GOLDEN=1 writes the golden files anew; otherwise a difference fails.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.domain.people import Language
from cards.adaptive_card import to_adaptive_card
from cards.block_kit import to_block_kit, to_home
from cards.html import to_html
from cards.model import Card
from cards.plain_text import to_plain_text
from cards.views import view
from tests.cards import schemas
from tests.cards.notice_samples import SAMPLES

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
_WRITE = os.environ.get("FEMMA_UPDATE_GOLDEN") == "1"
_ENDINGS = {"slack": "json", "teams": "json", "web": "html", "plain": "txt"}

every_sample = pytest.mark.parametrize("name", list(SAMPLES))
every_language = pytest.mark.parametrize("language", list(Language))


def _card(name: str, language: Language) -> Card:
    return view(SAMPLES[name], language)


def _drawn(card: Card, platform: str) -> str:
    match platform:
        case "slack":
            message = to_block_kit(card)
            return _json({"text": message.text, "blocks": message.blocks})
        case "teams":
            return _json(to_adaptive_card(card))
        case "web":
            return to_html(card).replace("><", ">\n<") + "\n"
        case _:
            return to_plain_text(card) + "\n"


def _json(payload: Any) -> str:
    return json.dumps(payload, ensure_ascii=False, indent=1) + "\n"


@every_language
@every_sample
@pytest.mark.parametrize("platform", list(_ENDINGS))
def test_a_notice_looks_as_it_did(platform: str, name: str, language: Language) -> None:
    path = GOLDEN / platform / language.value / f"{name}.{_ENDINGS[platform]}"
    drawn = _drawn(_card(name, language), platform)
    if _WRITE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawn, "utf-8")
    assert path.read_text("utf-8") == drawn


def test_no_golden_file_is_left_over() -> None:
    expected = {
        GOLDEN / platform / language.value / f"{name}.{ending}"
        for platform, ending in _ENDINGS.items()
        for language in Language
        for name in SAMPLES
    }
    there = {path for platform in _ENDINGS for path in (GOLDEN / platform).rglob("*") if path.is_file()}
    assert there == expected


@every_language
@every_sample
def test_slack_takes_it(name: str, language: Language) -> None:
    blocks = to_block_kit(_card(name, language)).blocks
    assert schemas.complaint(schemas.block_kit("Blocks"), _known_to_slack(blocks)) == ""


@every_language
@pytest.mark.parametrize("name", [name for name in SAMPLES if name.startswith("home")])
def test_slack_takes_the_page(name: str, language: Language) -> None:
    home = to_home(_card(name, language))
    shown = {**home, "blocks": _known_to_slack(home["blocks"])}
    assert schemas.complaint(schemas.block_kit("StrictHome"), shown) == ""


def _known_to_slack(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without what the schema does not know: charts, and the `offset` of a numbered list."""
    known = [block for block in json.loads(json.dumps(blocks)) if block["type"] != "data_visualization"]
    for block in known:
        for element in block.get("elements", []):
            element.pop("offset", None)
    return known


@every_language
@every_sample
def test_teams_takes_it(name: str, language: Language) -> None:
    card = to_adaptive_card(_card(name, language))
    card.pop("msteams", None)
    card["body"] = [one["fallback"] if one["type"].startswith("Chart.") else one for one in card["body"]]
    assert schemas.complaint(schemas.adaptive_card(), card) == ""
