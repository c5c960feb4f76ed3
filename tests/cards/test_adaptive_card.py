"""Cards and forms as Teams takes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from cards.adaptive_card import card_bytes, form_to_adaptive_card, to_adaptive_card
from cards.escape import adaptive_markdown, clean, label, one_line
from cards.limits import DoesNotFit
from cards.model import Button, Buttons, Card, Facts, Form, Items, Paragraph, Quote
from cards.plain_text import to_plain_text
from tests.cards import schemas
from tests.cards.samples_model import CARDS, CHART, FORM, FORMS, HOSTILE, ORDINARY, hostile_card

_TYPES = {
    "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Container", "Image", "ActionSet",
    "Action.Execute", "Action.Submit", "Chart.VerticalBar", "Chart.VerticalBar.Grouped", "Column",
    "ColumnSet", "Input.Text", "Input.ChoiceSet", "Input.Date", "Data.Query", "task/fetch",
}  # fmt: skip


def _nodes(thing: Any) -> Iterator[dict[str, Any]]:
    if isinstance(thing, dict):
        yield thing
        for value in thing.values():
            yield from _nodes(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from _nodes(value)


def _runs(thing: Any) -> list[str]:
    return [node["text"] for node in _nodes(thing) if node.get("type") == "TextRun"]


def _for_schema(card: dict[str, Any]) -> dict[str, Any]:
    """Without what Teams adds to 1.5: `msteams`, charts (their fallback stands in) and `choices.data`."""
    known: dict[str, Any] = json.loads(json.dumps(card))
    known.pop("msteams", None)
    known["body"] = [
        element["fallback"] if element["type"].startswith("Chart.") else element for element in known["body"]
    ]
    for element in known["body"]:
        element.pop("choices.data", None)
    return known


def _assert_charts_are_documented(card: dict[str, Any]) -> None:
    for element in card["body"]:
        if element["type"] == "Chart.VerticalBar":
            assert all(set(point) == {"x", "y"} for point in element["data"])
        elif element["type"] == "Chart.VerticalBar.Grouped":
            for series in element["data"]:
                assert set(series) == {"legend", "values"}
                assert all(set(point) == {"x", "y"} for point in series["values"])
        else:
            continue
        assert set(element) <= {
            "type", "title", "colorSet", "showBarValues", "data", "fallback", "xAxisTitle", "yAxisTitle",
        }  # fmt: skip
        assert element["fallback"]["type"] == "RichTextBlock"


def _assert_is_safe(card: dict[str, Any], title: str) -> None:
    for node in _nodes(card):
        if "type" in node:
            assert node["type"] in _TYPES
        assert "entities" not in node
        assert "url" not in node or node["url"] == "https://example.com/a.png" or node["type"] == "Image"
    blocks = [node for node in _nodes(card) if node.get("type") == "TextBlock"]
    assert [block["text"] for block in blocks] == ([adaptive_markdown(label(title, 150))] if title else [])
    assert all(block["style"] == "heading" for block in blocks)


@pytest.mark.parametrize("card", CARDS)
def test_a_card_is_what_teams_takes(card: Card) -> None:
    drawn = to_adaptive_card(card)
    assert schemas.complaint(schemas.adaptive_card(), _for_schema(drawn)) == ""
    _assert_charts_are_documented(drawn)
    _assert_is_safe(drawn, card.title)
    assert card_bytes(drawn) == len(json.dumps(drawn).encode()) <= 26_000
    assert (drawn["version"], drawn["lang"]) == ("1.5", card.language)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("errors", [{}, {"text": "<b>Skriv</b> [något](x)", "other": "Det gick inte"}])
def test_a_form_is_what_teams_takes(form: Form, errors: dict[str, str]) -> None:
    drawn = form_to_adaptive_card(form, errors)
    assert schemas.complaint(schemas.adaptive_card(), _for_schema(drawn)) == ""
    _assert_is_safe(drawn, form.title or " ")
    assert all(node["label"].strip() for node in _nodes(drawn) if node.get("type", "").startswith("Input."))


@pytest.mark.parametrize("words", [words for words in HOSTILE if len(words) < 60])
def test_every_part_says_its_words(words: str) -> None:
    runs = _runs(to_adaptive_card(hostile_card(words))["body"])
    lines = [line for line in clean(words).split("\n") if line.strip()]
    for line in lines:
        assert runs.count(line) >= 4
    assert runs.count(f"{one_line(words)}: ") == 1
    assert f"•\u00a0{one_line(words)}" in runs
    assert f"\u2003\u2003•\u00a0{one_line(words)}" in runs
    assert f"1.\u00a0{one_line(words)}" in runs


def test_the_words_for_clients_that_cannot_draw() -> None:
    drawn = to_adaptive_card(ORDINARY[1])
    assert drawn["speak"] == to_plain_text(ORDINARY[1])
    assert drawn["fallbackText"] == adaptive_markdown(to_plain_text(ORDINARY[1]))


@pytest.mark.parametrize("words", HOSTILE)
def test_speech_and_fallback_have_no_markup(words: str) -> None:
    drawn = to_adaptive_card(hostile_card(words))
    assert not set(drawn["speak"]) & {"<", ">", "&"}
    assert "{{" not in drawn["fallbackText"]


def test_a_press_is_an_execute_with_a_submit_behind_it() -> None:
    thank, ask, rest = to_adaptive_card(ORDINARY[1])["body"][-1]["actions"]
    data = {"action": "idea.acknowledge", "value": "idea|1|2|"}
    assert thank == {
        "type": "Action.Execute",
        "title": "Tacka",
        "style": "positive",
        "verb": "idea.acknowledge",
        "data": data,
        "fallback": {"type": "Action.Submit", "title": "Tacka", "style": "positive", "data": data},
    }
    assert ask == {
        "type": "Action.Submit",
        "title": "Fråga",
        "data": {"msteams": {"type": "task/fetch"}, "action": "idea.ask", "value": "idea|1|2|"},
    }
    assert rest["style"] == "destructive"


def test_charts_are_native_with_words_below() -> None:
    grouped, words = to_adaptive_card(Card("T", (CHART,), "sv"))["body"][1:]
    assert grouped["type"] == "Chart.VerticalBar.Grouped"
    assert grouped["data"][0] == {
        "legend": "Nya",
        "values": [{"x": "v. 44", "y": 3}, {"x": "v. 45", "y": 0}, {"x": "v. 46", "y": 5}],
    }
    assert _runs(words) == [CHART.text] == _runs(grouped["fallback"])
    single = to_adaptive_card(ORDINARY[4])["body"][1]
    assert (single["type"], single["data"]) == ("Chart.VerticalBar", [{"x": "nu", "y": -2}])


def test_a_large_card_is_cut_in_the_quotes_first() -> None:
    own = "Vi svarar på måndag. " * 20
    drawn = to_adaptive_card(Card("T", (Paragraph(own), Quote("citat " * 5000), Quote("kort")), "sv"))
    runs = _runs(drawn["body"])
    assert runs[0] == own.strip()
    assert runs[1].endswith("citat…")
    assert runs[2] == "kort"
    assert 25_900 <= card_bytes(drawn) <= 26_000


@pytest.mark.parametrize(
    "part",
    [
        Buttons((Button("Ja", "idea.ask", "x"),) * 7),
        Buttons((Button("Ja", "idea.ask", "x" * 26_000),)),
        Facts((("a", "b"),) * 11),
        Items(("ord " * 10,) * 600),
    ],
)
def test_what_cannot_be_shown_is_an_error(part: Buttons | Facts | Items) -> None:
    with pytest.raises(DoesNotFit):
        to_adaptive_card(Card("T", (part,), "sv"))


def test_a_form_has_labels_values_and_one_way_to_send() -> None:
    drawn = form_to_adaptive_card(FORM)
    inputs = {node["id"]: node for node in drawn["body"] if "id" in node}
    assert inputs["name"] == {
        "id": "name",
        "label": "Lagets namn",
        "isRequired": True,
        "type": "Input.Text",
        "isMultiline": False,
        "maxLength": 80,
        "value": "Hemtjänst Norr",
    }
    assert inputs["day"]["style"] == "compact"
    assert inputs["day"]["value"] == "1"
    assert "value" not in inputs["hour"]
    assert inputs["manager"] == {
        "id": "manager",
        "label": "Chef",
        "isRequired": True,
        "type": "Input.ChoiceSet",
        "choices": [],
        "choices.data": {"type": "Data.Query", "dataset": "graph.microsoft.com/users"},
        "value": "aad-1",
    }
    assert "value" not in inputs["deputy"]
    assert inputs["deputy"]["isRequired"] is False
    assert inputs["from"] == {
        "id": "from",
        "label": "Från och med",
        "isRequired": True,
        "type": "Input.Date",
        "value": "2026-11-23",
    }
    assert inputs["until"] == {
        "id": "until",
        "label": "Till och med",
        "isRequired": False,
        "type": "Input.Date",
    }
    assert drawn["actions"] == [
        {
            "type": "Action.Submit",
            "title": "Spara",
            "data": {"form": "form.team", "value": "team|1|2|", "people": ["manager", "deputy"]},
        }
    ]
    assert _runs(drawn["body"]) == [
        "Femma behöver veta vem som svarar.",
        "Så som ni säger det",
        "Första dagen",
    ]


def test_an_error_stands_above_its_input_in_words() -> None:
    body = form_to_adaptive_card(FORM, {"day": "Välj en dag", "elsewhere": "Det gick inte"})["body"]
    place = next(at for at, node in enumerate(body) if node.get("id") == "day")
    assert body[place - 1]["inlines"] == [
        {"type": "TextRun", "text": "Välj en dag", "color": "Attention", "weight": "Bolder"}
    ]
    assert _runs(body[2]) == ["Det gick inte"]
