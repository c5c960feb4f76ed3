"""Cards and forms as the playground's page takes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from cards.escape import clean, one_line
from cards.html import form_to_html, to_html
from cards.limits import DoesNotFit
from cards.model import Button, Buttons, Card, DateInput, Form, Image, Items, TextInput
from tests.cards.samples_model import CARDS, CHART, FORMS, HOSTILE, ORDINARY, hostile_card, hostile_form

_VOID = {"img", "br", "input"}
_TAGS = {
    "article", "h3", "p", "br", "blockquote", "figure", "figcaption", "dl", "dt", "dd", "ul", "ol", "li",
    "svg",
    "line", "rect", "title", "text", "strong", "span", "img", "div", "button", "form", "label",
    "input", "textarea", "select", "option",
}  # fmt: skip
_PEOPLE = [("slack:T1:U1", "Maja <b>"), ("slack:T1:U2", 'Ola & "Kari"')]


@dataclass
class Node:
    """An element, its attributes and the words in it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """What a browser would see, with every tag closed in order or an assertion."""

    nodes: list[Node] = field(default_factory=list)
    open: list[Node] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def __hash__(self) -> int:
        return id(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        assert len(node.attributes) == len(attrs)
        self.nodes.append(node)
        if tag not in _VOID:
            self.open.append(node)
        elif tag == "br":
            self.handle_data("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.nodes.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for node in self.open:
            node.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError("a declaration")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError("a declaration")

    def all(self, tag: str) -> list[Node]:
        return [node for node in self.nodes if node.tag == tag]


def _page(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    assert page.open == []
    for node in page.nodes:
        assert node.tag in _TAGS
        assert not [name for name in node.attributes if name.startswith("on") or name in {"style", "href"}]
    ids = [node.attributes["id"] for node in page.nodes if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    return page


@pytest.mark.parametrize("card", CARDS)
def test_a_card_is_one_whole_article(card: Card) -> None:
    page = _page(to_html(card))
    assert page.nodes[0].tag == "article"
    assert page.nodes[0].attributes == {"class": "card", "lang": card.language}
    headings = [heading.text for heading in page.all("h3")]
    assert headings == ([one_line(card.title)] if card.title else [])
    assert all("alt" in image.attributes for image in page.all("img"))


@pytest.mark.parametrize("words", HOSTILE)
def test_every_part_says_its_words(words: str) -> None:
    page = _page(to_html(hostile_card(words)))
    paragraphs = [node.text for node in page.all("p")]
    assert paragraphs.count(clean(words)) >= 4
    assert [node.text for node in page.all("dd")] == [one_line(words), one_line(words)]
    assert page.all("img")[0].attributes["alt"] == clean(words)
    assert page.all("svg")[0].attributes["aria-label"] == one_line(words)
    buttons = page.all("button")
    assert [button.text for button in buttons] == [one_line(words)] * 2
    assert [button.attributes["data-value"] for button in buttons] == ["idea|1|2|", "idea|1|3|"]


def test_buttons_tell_what_they_do() -> None:
    page = _page(to_html(ORDINARY[1]))
    assert [button.attributes for button in page.all("button")] == [
        {
            "type": "button",
            "class": style,
            "data-action": action,
            "data-value": "idea|1|2|",
            "data-opens-form": opens,
        }
        for style, action, opens in (
            ("primary", "idea.acknowledge", "false"),
            ("default", "idea.ask", "true"),
            ("danger", "idea.notnow", "true"),
        )
    ]


def test_lists_are_nested_as_their_indents_say() -> None:
    card = Card("T", (Items(("a", "b", "c", "d", "e"), indents=(0, 1, 2, 1, 0)),), "sv")
    html = re.sub(r' dir="auto"', "", to_html(card))
    assert "<ul><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li><li>e</li></ul>" in html
    _page(html)


def test_a_row_that_jumps_goes_one_level_down() -> None:
    card = Card("T", (Items(("a", "b", "c"), indents=(1, 3, 0)),), "sv")
    html = re.sub(r' dir="auto"', "", to_html(card))
    assert "<ul><li>a<ul><li>b</li></ul></li></ul>" not in html
    _page(html)


def test_numbers_go_on_over_indents() -> None:
    card = Card("T", (Items(("a", "b", "c"), ordered=True, indents=(0, 1, 0)),), "sv")
    assert [node.attributes["value"] for node in _page(to_html(card)).all("li")] == ["1", "2", "3"]


def test_a_chart_has_bars_numbers_and_words() -> None:
    page = _page(to_html(Card("T", (CHART,), "sv")))
    svg = page.all("svg")[0]
    assert svg.attributes["role"] == "img"
    assert svg.attributes["aria-label"] == CHART.title
    assert [node.text for node in page.all("title")][3] == "v. 45, Klara: 2,5"
    heights = [float(node.attributes["height"]) for node in page.all("rect")]
    assert heights[4] == max(heights) > heights[0] > heights[1] > heights[2] == 0.0
    assert page.all("p")[0].text == CHART.text
    assert [node.text for node in page.all("li")] == ["Nya", "Klara"]


@pytest.mark.parametrize("card", [ORDINARY[4], Card("T", (CHART,), "en")])
def test_bars_stay_inside_the_picture(card: Card) -> None:
    for node in _page(to_html(card)).all("rect"):
        top, height = float(node.attributes["y"]), float(node.attributes["height"])
        assert 0 <= top <= top + height <= 240


def test_what_no_platform_can_show_is_an_error_here_too() -> None:
    with pytest.raises(DoesNotFit):
        to_html(Card("T", (Image("javascript:alert(1)", "x"),), "sv"))


def test_empty_parts_draw_nothing() -> None:
    assert _page(to_html(Card("T", (Items(()), Buttons(())), "sv"))).all("div") == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("errors", [{}, {"text": "<b>Skriv</b>", "name": "Skriv", "other": "Det gick inte"}])
def test_a_form_is_whole_and_every_input_has_a_label(form: Form, errors: dict[str, str]) -> None:
    page = _page(form_to_html(form, _PEOPLE, errors))
    assert page.nodes[0].attributes == {
        "data-form": form.name,
        "data-value": form.value,
        "lang": form.language,
        "novalidate": "",
    }
    ids = {node.attributes["id"]: node for node in page.nodes if "id" in node.attributes}
    labels = {node.attributes["for"]: node.text for node in page.all("label")}
    fields = [node for node in page.nodes if node.tag in {"input", "textarea", "select"}]
    assert [node.attributes["name"] for node in fields] == [entry.name for entry in form.inputs]
    for node, entry in zip(fields, form.inputs, strict=True):
        assert labels[node.attributes["id"]] == one_line(entry.label)
        assert ("required" in node.attributes) is entry.required
        described = [ids[id_].text for id_ in node.attributes.get("aria-describedby", "").split()]
        error = errors.get(entry.name)
        hint = entry.hint if isinstance(entry, TextInput | DateInput) else ""
        assert described == [*([clean(error)] if error else []), *([one_line(hint)] if hint else [])]
        assert (node.attributes.get("aria-invalid") == "true") is (entry.name in errors)
    alerts = [node.text for node in page.all("p") if node.attributes.get("role") == "alert"]
    assert sorted(alerts) == sorted(clean(text) for text in errors.values())
    submit, cancel = page.all("button")
    assert submit.attributes["type"] == "submit"
    assert (cancel.attributes["type"], cancel.attributes["data-cancel"]) == ("button", "")


def test_values_are_filled_in() -> None:
    form = hostile_form('</textarea><b>"x')
    page = _page(form_to_html(form, _PEOPLE))
    # The parser keeps the line break that a browser eats.
    assert page.all("textarea")[0].text == '\n</textarea><b>"x'
    assert page.all("input")[0].attributes["value"] == '</textarea><b>"x'
    chosen = [node.attributes["value"] for node in page.all("option") if "selected" in node.attributes]
    assert chosen == ["problem", "slack:T1:U1"]
    assert [node.text for node in page.all("option")][-2:] == ["Maja <b>", 'Ola & "Kari"']


def test_attributes_keep_what_is_in_them() -> None:
    nasty = "\"><script>'&amp;"
    card = Card("T", (Buttons((Button("Ja", nasty, nasty),)), Image('https://example.com/?a="&b', "x")), "sv")
    page = _page(to_html(card))
    assert page.all("button")[0].attributes["data-value"] == nasty
    assert page.all("button")[0].attributes["data-action"] == nasty
    assert page.all("img")[0].attributes["src"] == 'https://example.com/?a="&b'


def test_a_day_is_picked_with_the_browsers_own_calendar() -> None:
    first, last = (
        node.attributes
        for node in _page(form_to_html(FORMS[0], _PEOPLE)).all("input")
        if node.attributes["type"] == "date"
    )
    assert (first["name"], first["value"], "required" in first) == ("from", "2026-11-23", True)
    assert (last["name"], last["value"], "required" in last) == ("until", "", False)
