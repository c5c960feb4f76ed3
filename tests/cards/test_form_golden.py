"""Every form as each platform gets it, in every language: as it was before, and as the platform takes it.

FEMMA_UPDATE_GOLDEN=1 writes the golden files anew; otherwise a difference fails.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.domain.people import Language
from cards.adaptive_card import form_to_adaptive_card
from cards.block_kit import to_modal
from cards.html import form_to_html
from cards.model import Form
from tests.cards import schemas
from tests.cards.form_samples import samples

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "forms"
_WRITE = os.environ.get("FEMMA_UPDATE_GOLDEN") == "1"
_ENDINGS = {"slack": "json", "teams": "json", "web": "html"}
_NAMES = list(samples(Language.EN))
_PEOPLE = (("slack:T1:U7", "Mikael Berg"), ("slack:T1:U8", "Eva Lind"))

every_language = pytest.mark.parametrize("language", list(Language))
every_form = pytest.mark.parametrize("name", _NAMES)


def _drawn(form: Form, platform: str) -> str:
    match platform:
        case "slack":
            return _json(to_modal(form))
        case "teams":
            return _json(form_to_adaptive_card(form))
        case _:
            return form_to_html(form, _PEOPLE).replace("><", ">\n<") + "\n"


def _json(payload: Any) -> str:
    return json.dumps(payload, ensure_ascii=False, indent=1) + "\n"


@every_language
@every_form
@pytest.mark.parametrize("platform", list(_ENDINGS))
def test_a_form_looks_as_it_did(platform: str, name: str, language: Language) -> None:
    path = GOLDEN / platform / language.value / f"{name}.{_ENDINGS[platform]}"
    drawn = _drawn(samples(language)[name], platform)
    if _WRITE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawn, "utf-8")
    assert path.read_text("utf-8") == drawn


def test_no_golden_file_of_a_form_is_left_over() -> None:
    expected = {
        GOLDEN / platform / language.value / f"{name}.{ending}"
        for platform, ending in _ENDINGS.items()
        for language in Language
        for name in _NAMES
    }
    assert {path for path in GOLDEN.rglob("*") if path.is_file()} == expected


@every_language
@every_form
def test_slack_takes_the_form(name: str, language: Language) -> None:
    assert schemas.complaint(schemas.block_kit("StrictModal"), to_modal(samples(language)[name])) == ""


@every_language
@every_form
def test_teams_takes_the_form(name: str, language: Language) -> None:
    card = _known_to_teams(form_to_adaptive_card(samples(language)[name]))
    assert schemas.complaint(schemas.adaptive_card(), card) == ""


def _known_to_teams(card: dict[str, Any]) -> dict[str, Any]:
    """Without the people picker's query, which is Teams' own and not of the schema."""
    card.pop("msteams", None)
    for element in card["body"]:
        element.pop("choices.data", None)
    return card
