"""Cards and forms as Slack takes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from cards import limits
from cards.block_kit import action_of, to_block_kit, to_home, to_modal
from cards.escape import clean, one_line, shorten
from cards.limits import DoesNotFit
from cards.model import (
    Button,
    Buttons,
    Card,
    Chart,
    Facts,
    Form,
    Image,
    Items,
    Option,
    Paragraph,
    PersonPick,
    Quote,
    Select,
    Series,
    TextInput,
)
from cards.plain_text import to_plain_text
from tests.cards import schemas
from tests.cards.samples_model import CARDS, CHART, FORM, FORMS, HOSTILE, ORDINARY, hostile_card

# Everything that may hold words, and the only types we draw.
_TYPES = {
    "header", "rich_text", "rich_text_section", "rich_text_quote", "rich_text_list", "text", "context",
    "image", "actions", "button", "plain_text", "data_visualization", "bar", "home", "modal", "input",
    "plain_text_input",
    "static_select", "users_select", "datepicker",
}  # fmt: skip


def _nodes(thing: Any) -> Iterator[dict[str, Any]]:
    """Every object in a payload."""
    if isinstance(thing, dict):
        yield thing
        for value in thing.values():
            yield from _nodes(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from _nodes(value)


def _words(thing: Any) -> list[str]:
    return [node["text"] for node in _nodes(thing) if isinstance(node.get("text"), str)]


def _for_schema(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without what the schema does not know: charts, and the documented `offset` of an ordered list."""
    known = json.loads(json.dumps([block for block in blocks if block["type"] != "data_visualization"]))
    for node in _nodes(known):
        if node.get("type") == "rich_text_list":
            node.pop("offset", None)
    return known  # type: ignore[no-any-return]


def _assert_charts_are_documented(blocks: list[dict[str, Any]]) -> None:
    charts = [block for block in blocks if block["type"] == "data_visualization"]
    assert len(charts) <= 2
    for block in charts:
        assert set(block) == {"type", "title", "chart"}
        assert 1 <= len(block["title"]) <= 50
        chart = block["chart"]
        assert set(chart) == {"type", "series", "axis_config"}
        categories = chart["axis_config"]["categories"]
        assert 1 <= len(categories) <= 20
        assert len(set(categories)) == len(categories)
        assert all(1 <= len(category) <= 20 for category in categories)
        names = [series["name"] for series in chart["series"]]
        assert 1 <= len(names) == len(set(names)) <= 6
        assert all(1 <= len(name) <= 20 for name in names)
        for series in chart["series"]:
            assert [point["label"] for point in series["data"]] == categories
            assert all(isinstance(point["value"], int | float) for point in series["data"])
        assert all(1 <= len(chart["axis_config"].get(key, "x")) <= 50 for key in ("x_label", "y_label"))


def _assert_is_safe(thing: Any) -> None:
    for node in _nodes(thing):
        if "type" in node:
            assert node["type"] in _TYPES
        if node.get("type") == "plain_text":
            assert node["emoji"] is False
        for key in ("text", "alt_text", "name", "label"):
            if isinstance(node.get(key), str):
                assert node[key].strip()
                node[key].encode("utf-8")


@pytest.mark.parametrize("card", CARDS)
def test_a_message_is_what_slack_takes(card: Card) -> None:
    message = to_block_kit(card)
    assert schemas.complaint(schemas.block_kit("Blocks"), _for_schema(message.blocks)) == ""
    _assert_charts_are_documented(message.blocks)
    _assert_is_safe(message.blocks)
    assert len(message.blocks) <= 50
    assert len(json.dumps(message.blocks, ensure_ascii=False)) <= 13_200


@pytest.mark.parametrize("card", CARDS)
def test_a_home_is_what_slack_takes(card: Card) -> None:
    home = to_home(card)
    assert (
        schemas.complaint(schemas.block_kit("StrictHome"), {**home, "blocks": _for_schema(home["blocks"])})
        == ""
    )
    assert not [block for block in home["blocks"] if block["type"] == "data_visualization"]
    _assert_is_safe(home)


@pytest.mark.parametrize("form", FORMS)
def test_a_modal_is_what_slack_takes(form: Form) -> None:
    modal = to_modal(form)
    assert schemas.complaint(schemas.block_kit("StrictModal"), modal) == ""
    _assert_is_safe(modal)


@pytest.mark.parametrize("card", CARDS)
def test_the_notification_can_call_nobody(card: Card) -> None:
    text = to_block_kit(card).text
    assert 1 <= len(text) <= 4000
    assert not set(text) & {"<", ">"}
    back = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert text.count("&") == back.count("&") + back.count("<") + back.count(">")
    full = to_plain_text(card)
    assert back == full or full.startswith(back.removesuffix("…"))


@pytest.mark.parametrize("words", [words for words in HOSTILE if len(words) < 60])
def test_every_part_says_its_words(words: str) -> None:
    said = _words(to_block_kit(hostile_card(words)).blocks)
    assert said[0] == one_line(words)
    assert said.count(clean(words)) >= 3
    assert said.count(one_line(words)) >= 6


def test_one_card_in_full() -> None:
    assert to_block_kit(ORDINARY[1]).blocks == [
        {
            "type": "header",
            "text": {"type": "plain_text", "text": "Ny idé till Hemtjänst Norr", "emoji": False},
        },
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_quote",
                    "elements": [
                        {
                            "type": "text",
                            "text": "Nycklarna hänger i fel hus. Vi går fram och tillbaka varje morgon.",
                        },
                        {"type": "text", "text": "\n– Maja", "style": {"italic": True}},
                    ],
                }
            ],
        },
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [
                        {"type": "text", "text": "Svarar: ", "style": {"bold": True}},
                        {"type": "text", "text": "Åsa Lind"},
                        {"type": "text", "text": "\nSenast: ", "style": {"bold": True}},
                        {"type": "text", "text": "måndag 30 november"},
                    ],
                }
            ],
        },
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [{"type": "text", "text": "Hon får veta vad du svarar."}],
                }
            ],
        },
        {
            "type": "actions",
            "elements": [
                _drawn_button("Tacka", "idea.acknowledge:0", style="primary"),
                _drawn_button("Fråga", "idea.ask:1"),
                _drawn_button("Inte nu", "idea.notnow:2", style="danger"),
            ],
        },
    ]


def _drawn_button(label: str, action_id: str, **style: str) -> dict[str, Any]:
    text = {"type": "plain_text", "text": label, "emoji": False}
    return {"type": "button", "action_id": action_id, "text": text, "value": "idea|1|2|", **style}


def test_numbers_go_on_after_an_indented_row() -> None:
    card = Card("T", (Items(("a", "b", "c", "d"), ordered=True, indents=(0, 0, 1, 0)),), "sv")
    lists = to_block_kit(card).blocks[1]["elements"]
    assert [(one["indent"], one.get("offset", 0), len(one["elements"])) for one in lists] == [
        (0, 0, 2),
        (1, 2, 1),
        (0, 3, 1),
    ]
    assert {one["style"] for one in lists} == {"ordered"}


def test_a_chart_is_drawn_and_said() -> None:
    drawn, words = to_block_kit(Card("T", (CHART,), "sv")).blocks[1:]
    assert drawn == {
        "type": "data_visualization",
        "title": "Idéer per vecka",
        "chart": {
            "type": "bar",
            "series": [
                {
                    "name": "Nya",
                    "data": [
                        {"label": "v. 44", "value": 3},
                        {"label": "v. 45", "value": 0},
                        {"label": "v. 46", "value": 5},
                    ],
                },
                {
                    "name": "Klara",
                    "data": [
                        {"label": "v. 44", "value": 1},
                        {"label": "v. 45", "value": 2.5},
                        {"label": "v. 46", "value": 4},
                    ],
                },
            ],
            "axis_config": {
                "categories": ["v. 44", "v. 45", "v. 46"],
                "x_label": "Vecka",
                "y_label": "Antal",
            },
        },
    }
    assert _words(words) == [CHART.text]


def test_charts_that_cannot_be_drawn_are_in_words() -> None:
    three = Card("T", (CHART, CHART, CHART), "sv")
    types = [block["type"] for block in to_block_kit(three).blocks]
    assert types == ["header", "data_visualization", "context", "data_visualization", "context", "rich_text"]
    for blocks in (
        to_block_kit(Card("T", (CHART,), "sv"), native_charts=False).blocks,
        to_home(three)["blocks"],
    ):
        assert blocks[1]["type"] == "rich_text"
        assert _words(blocks[1]) == ["Idéer per vecka\n", CHART.text]


def test_words_after_a_chart_do_not_lose_the_title_of_the_next() -> None:
    chart = Chart("Andra", ("a",), (Series("s", (1,)),), "Ett.")
    blocks = to_block_kit(Card("T", (CHART, CHART, chart), "sv")).blocks
    assert "Andra\n" in _words(blocks[-1])


@pytest.mark.parametrize(
    ("action_id", "action"),
    [
        ("idea.ask:0", "idea.ask"),
        ("idea.ask:17", "idea.ask"),
        ("idea.ask", "idea.ask"),
        ("a:b", "a:b"),
        ("a:²", "a:²"),
    ],
)
def test_the_action_is_read_back(action_id: str, action: str) -> None:
    assert action_of(action_id) == action


def test_every_action_id_of_a_message_is_its_own() -> None:
    row = Buttons((Button("Ja", "idea.ask", "idea|1|2|"),) * 3)
    blocks = to_block_kit(Card("T", (row, Paragraph("x"), row), "sv")).blocks
    ids = [node["action_id"] for node in _nodes(blocks) if "action_id" in node]
    assert len(ids) == len(set(ids)) == 6
    assert {action_of(id_) for id_ in ids} == {"idea.ask"}


def test_quotes_give_way_first() -> None:
    own = "Vi svarar på måndag. " * 20
    blocks = to_block_kit(
        Card("T", (Paragraph(own), Quote("citat " * 1500), Quote("kort"), Quote("ord " * 2500)), "sv")
    ).blocks
    said = _words(blocks)
    assert said[1] == own.strip()
    assert said[2].endswith("citat…")
    assert said[3] == "kort"
    assert said[4].endswith("ord…")
    assert 12_900 <= len(json.dumps(blocks, ensure_ascii=False)) <= 13_000


def test_more_than_fifty_blocks_are_moved_together() -> None:
    many = Card("T", tuple(Paragraph(f"Rad {number}") for number in range(70)), "sv")
    blocks = to_block_kit(many).blocks
    assert [block["type"] for block in blocks] == ["header", "rich_text"]
    assert _words(blocks)[1:] == [f"Rad {number}" for number in range(70)]
    assert schemas.complaint(schemas.block_kit("Blocks"), blocks) == ""


@pytest.mark.parametrize(
    "part",
    [
        Buttons((Button("Ja", "idea.ask", "x" * 2001),)),
        Buttons((Button("Ja", "a" * 255, "x"),)),
        Buttons((Button("Ja", "idea.ask", "x"),) * 7),
        Image("https://example.com/" + "a" * 3000, "x"),
        Items(("ord " * 10,) * 300),
        Facts((("a", "b"),) * 11),
    ],
)
def test_what_cannot_be_shown_is_an_error(part: Buttons | Image | Items | Facts) -> None:
    with pytest.raises(DoesNotFit):
        to_block_kit(Card("T", (part,), "sv"))


def test_too_many_blocks_are_an_error() -> None:
    with pytest.raises(DoesNotFit):
        to_block_kit(Card("T", tuple(Image("https://example.com/a.png", "x") for _ in range(50)), "sv"))


def test_a_home_may_have_many_buttons_but_not_in_one_row() -> None:
    row = Buttons((Button("Ja", "idea.ask", "x"),) * 3)
    assert len(to_home(Card("T", (row,) * 10, "sv"))["blocks"]) == 11
    with pytest.raises(DoesNotFit):
        to_home(Card("T", (Buttons(row.row * 9),), "sv"))


def test_a_form_becomes_a_modal() -> None:
    modal = to_modal(FORM)
    assert (modal["callback_id"], modal["private_metadata"]) == ("form.team", "team|1|2|")
    assert [modal[key]["text"] for key in ("title", "submit", "close")] == [
        "Så vill vi ha det",
        "Spara",
        "Avbryt",
    ]
    intro, name, day, hour, manager, deputy, first, last = modal["blocks"]
    assert _words(intro) == ["Femma behöver veta vem som svarar."]
    assert name["element"] == {
        "action_id": "name",
        "type": "plain_text_input",
        "multiline": False,
        "max_length": 80,
        "initial_value": "Hemtjänst Norr",
    }
    assert name["hint"]["text"] == "Så som ni säger det"
    assert day["element"]["initial_option"] == day["element"]["options"][0]
    assert "initial_option" not in hour["element"]
    assert manager["element"] == {"action_id": "manager", "type": "users_select", "initial_user": "aad-1"}
    assert "initial_user" not in deputy["element"]
    assert first["element"] == {"action_id": "from", "type": "datepicker", "initial_date": "2026-11-23"}
    assert (first["hint"]["text"], first["optional"]) == ("Första dagen", False)
    assert (last["element"], last["optional"]) == ({"action_id": "until", "type": "datepicker"}, True)
    for block in (name, day, hour, manager, deputy, first, last):
        assert block["block_id"] == block["element"]["action_id"]
    assert [block["optional"] for block in (name, day, hour, manager, deputy)] == [
        False,
        False,
        True,
        False,
        True,
    ]


def test_a_long_value_is_cut_to_what_the_field_takes() -> None:
    text = "ord " * 1000
    form = Form("form.add", "", "T", "S", "C", (TextInput("t", "T", max_length=100, value=text),), "sv")
    element = to_modal(form)["blocks"][0]["element"]
    assert element["initial_value"] == shorten(text, 100)


@pytest.mark.parametrize(
    "form",
    [
        Form("form.add", "x" * 3001, "T", "S", "C", (), "sv"),
        Form("f" * 256, "", "T", "S", "C", (), "sv"),
        Form("form.add", "", "T", "S", "C", (TextInput("n" * 256, "T"),), "sv"),
        Form("form.add", "", "T", "S", "C", (Select("n", "T", (Option("v" * 76, "x"),)),), "sv"),
        Form("form.add", "", "T", "S", "C", tuple(PersonPick(f"p{n}", "P") for n in range(101)), "sv"),
        Form(
            "form.add",
            "",
            "T",
            "S",
            "C",
            (Select("n", "T", tuple(Option(str(n), "x") for n in range(101))),),
            "sv",
        ),
    ],
)
def test_a_form_that_slack_would_refuse_is_an_error(form: Form) -> None:
    with pytest.raises(DoesNotFit):
        to_modal(form)


def test_slack_limits_are_the_documented_ones() -> None:
    assert (limits.SLACK_BLOCKS, limits.SLACK_VIEW_BLOCKS, limits.SLACK_HEADER) == (50, 100, 150)
    assert (limits.SLACK_BUTTON, limits.SLACK_OPTIONS, limits.SLACK_MODAL_WORD) == (75, 100, 24)
