"""What people write stays text, in every notice, language and target (rows H1 to H4, H11).

Strings of the library's own parts are under test in tests/cards; here every notice is drawn for real.
Logs and SQL are in `test_h_logs_and_sql.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import cycle, islice
from typing import Any

import aiohttp
import pytest

from bot.domain.people import Address, Language
from cards import limits
from cards.adaptive_card import form_to_adaptive_card, to_adaptive_card
from cards.block_kit import to_block_kit, to_home
from cards.escape import ELLIPSIS, adaptive_markdown, clean, label, one_line
from cards.graphemes import clusters
from cards.html import to_html
from cards.model import Buttons, Card, Paragraph, Quote
from cards.plain_text import to_plain_text
from cards.views import view
from handlers.clean import clean as washed
from handlers.incoming import ShowForm
from handlers.slack.outbound import SlackChat
from handlers.teams.connector import Reply
from handlers.teams.outbound import TeamsChat
from tests.cards.notice_samples import SAMPLES
from tests.cards.samples_model import HOSTILE, hostile_card, hostile_form
from tests.fakes.slack import BOT_TOKEN, FakeSlack
from tests.house import FixedClock, House
from tests.trust.poisoned import carrying, fields_unknown, poisoned

# Behind the words, so that what begins a line still does; and nothing of ours looks like it.
MARK = "ZQ7X"
# What can be seen and is short enough to come through every view whole.
WORDS = tuple(words for words in map(washed, HOSTILE) if len(words) < 300 and one_line(words) != ELLIPSIS)
HARMLESS = "ord"
CLASSES = sorted({type(notice).__name__ for notice in carrying().values()})


def drawn(notice_class: str) -> Iterator[tuple[str, str, Card, Card]]:
    """Every hostile word in every language in a notice of that class: its sample's name, the words, the card,
    and the same card with a harmless word. The samples of the class take turns.
    """
    samples = [name for name, notice in carrying().items() if type(notice).__name__ == notice_class]
    turns = cycle(samples)
    for language in Language:
        quiet = {name: view(poisoned(carrying()[name], HARMLESS), language) for name in samples}
        for words, name in zip(WORDS, turns, strict=False):
            yield name, words, view(poisoned(carrying()[name], f"{words} {MARK}"), language), quiet[name]


def nodes(thing: Any) -> Iterator[dict[str, Any]]:
    """Every object in a payload."""
    if isinstance(thing, dict):
        yield thing
        for value in thing.values():
            yield from nodes(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from nodes(value)


# A button about one why carries a number that is made of its words.
WHY_MARK = re.compile(r"(?<=^talk\|k1\|)\d{1,5}(?=\|)")


def shape(thing: Any) -> Any:
    """A payload without what its words say."""
    if isinstance(thing, dict):
        return {
            key: shape(value) if key != "text" or not isinstance(value, str) else ""
            for key, value in thing.items()
        }
    if isinstance(thing, str):
        return WHY_MARK.sub("", thing)
    return [shape(one) for one in thing] if isinstance(thing, list) else thing


def test_every_string_of_every_notice_is_known_to_these_tests() -> None:
    assert fields_unknown() == []
    assert len(WORDS) >= 60
    wordless = {type(notice).__name__ for notice in SAMPLES.values()} - set(CLASSES)
    assert wordless == {"Door", "Hello", "Help", "KeenAnswered", "Sorry", "TalkRests"}


# H1, H2


@pytest.mark.parametrize("notice_class", CLASSES)
def test_h1_slack_shows_words_and_calls_nobody(notice_class: str) -> None:
    """100 strings x 3 languages in each: nothing that Slack parses holds them but the escaped `text`."""
    count = 0
    for name, words, card, quiet in drawn(notice_class):
        draw = (
            (lambda c: {"blocks": to_home(c)["blocks"], "text": ""}) if name.startswith("home") else _message
        )
        payload, count = draw(card), count + 1
        assert _only_unparsed(payload["blocks"]), (name, words)
        assert not set(payload["text"]) & {"<", ">"}, (name, words)
        assert re.search(r"&(?!(amp|lt|gt);)", payload["text"]) is None, (name, words)
        if not name.startswith("home"):
            back = payload["text"].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
            assert to_plain_text(card).startswith(back.removesuffix(ELLIPSIS)), (name, words)
        assert shape(payload["blocks"]) == shape(draw(quiet)["blocks"]), (name, words)
    assert count == 3 * len(WORDS)


def _message(card: Card) -> dict[str, Any]:
    message = to_block_kit(card)
    return {"blocks": message.blocks, "text": message.text}


# Of these Slack parses no word: docs.slack.dev/reference/block-kit
UNPARSED = {
    "header", "rich_text", "rich_text_section", "rich_text_quote", "rich_text_list", "text", "context",
    "plain_text", "actions", "button", "data_visualization", "bar",
}  # fmt: skip


def _only_unparsed(blocks: list[dict[str, Any]]) -> bool:
    """No mrkdwn, no broadcast, user or link element; the words stand in `text` and nowhere else."""
    for node in nodes(blocks):
        if node.get("type", "text") not in UNPARSED or node.get("emoji", False):
            return False
        if any(MARK in value for key, value in node.items() if key != "text" and isinstance(value, str)):
            return False
    return True


async def test_h2_no_call_to_slack_links_or_unfurls_anything() -> None:
    """Every way of speaking, over HTTP: `parse` none, nothing that looks for names, nothing unfurled."""
    here, alone = Address("slack", "slack:T", "C0TEAM"), Address("slack", "slack:T", person="U1")
    async with FakeSlack() as slack, aiohttp.ClientSession() as session:
        slack.add_user("U1", "Maja")
        chat = SlackChat(BOT_TOKEN, session, FixedClock(), slack.api_url)
        for words in WORDS:
            # A small card: the fake checks each against Slack's schema, which takes longer than sending it.
            posted = await chat.post(here, Card(words, (Quote(words, words),), "sv"))
            await chat.edit(here, posted.message, Card("", (Paragraph(words),), "sv"))
            await chat.whisper(here, "U1", words)
        await chat.post(alone, hostile_card("@here"))
        await chat.publish(alone, view(SAMPLES["home-manager"], Language.SV))
        await chat.open_form("trigger.1", hostile_form("@here"))
        said = [call for call in slack.calls if call.method.startswith(("chat.", "views."))]
    assert len(said) == 3 * len(WORDS) + 3
    for call in said:
        assert not {"link_names", "reply_broadcast", "mrkdwn", "username", "attachments"} & set(call.params)
        if call.method.startswith("chat."):
            assert call.params["parse"] == "none"
            assert "<" not in call.params["text"]
        if call.method == "chat.postMessage":
            assert not call.params["unfurl_links"]
            assert not call.params["unfurl_media"]
        assert "mrkdwn" not in json.dumps(call.params).replace("<mrkdwn>", "")


# H3

SPECIAL = re.compile(r"(?<!\\)(?:\\\\)*[`*_{}\[\]<>()#!|~&$]")
LINE_START = re.compile(r"^[ \t]*(?:[-+=]|\d+[.)])", re.MULTILINE)
DRAWN_IN_TEAMS = {
    "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Container", "ActionSet", "Action.Execute",
    "Action.Submit", "Chart.VerticalBar", "Chart.VerticalBar.Grouped", "Column", "ColumnSet", "task/fetch",
}  # fmt: skip


@pytest.mark.parametrize("notice_class", CLASSES)
def test_h3_teams_shows_words_and_reads_no_markdown(notice_class: str) -> None:
    """100 strings x 3 languages in each notice: in TextRuns, labels of buttons, and one escaped heading."""
    for name, words, card, quiet in drawn(notice_class):
        payload, calm = to_adaptive_card(card), to_adaptive_card(quiet)
        assert {node["type"] for node in nodes(payload) if "type" in node} <= DRAWN_IN_TEAMS
        headings = [node["text"] for node in nodes(payload) if node.get("type") == "TextBlock"]
        assert headings == ([adaptive_markdown(label(card.title, limits.TEAMS_TITLE))] if card.title else [])
        for text in (*headings, payload["fallbackText"]):
            assert SPECIAL.search(text) is None, (name, words)
            assert LINE_START.search(text) is None, (name, words)
        assert not set(payload["speak"]) & {"<", ">", "&"}, (name, words)
        # A line break in the words begins a block of its own, which stands closer.
        assert _keys(payload) - {"spacing"} == _keys(calm) - {"spacing"}, (name, words)
        assert set(_places(payload)) <= WORDS_IN_TEAMS, (name, words)


WORDS_IN_TEAMS = {
    "TextRun.text", "TextBlock.text", "AdaptiveCard.fallbackText", "AdaptiveCard.speak",
    "Action.Execute.title", "Action.Submit.title",
}  # fmt: skip


def _keys(payload: dict[str, Any]) -> set[str]:
    return {key for node in nodes(payload) for key in node}


def _places(payload: dict[str, Any]) -> Iterator[str]:
    for node in nodes(payload):
        for key, value in node.items():
            if isinstance(value, str) and MARK in value:
                yield f"{node.get('type', '')}.{key}"


class Wire:
    """Takes what TeamsChat would send."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []

    async def call(self, method: str, url: str, path: tuple[str, ...], payload: Any = None) -> Reply:
        self.sent.append(payload)
        return Reply(200, {"id": "1"}, "")


async def test_h3_no_activity_mentions_anybody() -> None:
    """Every way of speaking in Teams: no entities, no text that is read as markdown or HTML."""
    wire, place = Wire(), Address("teams", "teams:e1", "a:1", "", "https://example.com/")
    chat = TeamsChat(wire, "app", FixedClock())  # type: ignore[arg-type]
    for words in WORDS:
        await chat.post(place, hostile_card(words))
        await chat.edit(place, "1", hostile_card(words))
        await chat.say(place, words)
        await chat.ask(place, hostile_form(words), {"text": words, "other": words})
    assert len(wire.sent) == 4 * len(WORDS)
    for activity in wire.sent:
        assert set(activity) <= {"type", "id", "summary", "attachments", "text", "textFormat"}
        assert "text" not in activity or activity["textFormat"] == "plain"
        assert len(activity.get("summary", "")) <= 300
        for node in nodes(activity.get("attachments", [])):
            assert not {"entities", "mentioned", "selectAction", "iconUrl", "backgroundImage"} & set(node)
            assert node.get("type") not in {"Media", "Action.OpenUrl", "mention"}
            assert node.get("type") != "Image" or node["url"] == "https://example.com/a.png"


@pytest.mark.parametrize("words", WORDS)
def test_h3_choices_stand_in_lists_that_read_no_markdown(words: str) -> None:
    """Only the compact style shows a choice's words as they are; the expanded one reads markdown."""
    for node in nodes(form_to_adaptive_card(hostile_form(words))):
        if node.get("type") == "Input.ChoiceSet" and node["choices"]:
            assert node["style"] == "compact"


# H4


class Outline(HTMLParser):
    """Elements with their attributes in order, without the line breaks inside texts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "br":
            found = ((name, value and WHY_MARK.sub("", value)) for name, value in attrs)
            self.found.append((tag, tuple(found)))

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        self.odd.append(decl)

    def handle_pi(self, data: str) -> None:
        self.odd.append(data)


def outline(html: str) -> Outline:
    """What a browser would build."""
    reader = Outline()
    reader.feed(html)
    reader.close()
    return reader


@pytest.mark.parametrize("notice_class", CLASSES)
def test_h4_no_element_and_no_attribute_comes_from_words(notice_class: str) -> None:
    """100 strings x 3 languages in each notice: the same elements and attributes as with a harmless word."""
    for name, words, card, quiet in drawn(notice_class):
        read, calm = outline(to_html(card)), outline(to_html(quiet))
        assert read.found == calm.found, (name, words)
        assert read.odd == [], (name, words)


@pytest.mark.parametrize("notice_class", CLASSES)
def test_h1_plain_text_has_nothing_that_acts_unseen(notice_class: str) -> None:
    """Notifications and screen readers: no control character but the line break, nothing that turns text."""
    for name, words, card, _ in drawn(notice_class):
        text = to_plain_text(card)
        assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text) is None, (
            name,
            words,
        )
        text.encode("utf-8")


# H11


@pytest.mark.parametrize("words", [words for words in HOSTILE if one_line(words) != ELLIPSIS])
def test_h11_titles_keep_their_limit_and_whole_letters(words: str) -> None:
    """Every title of every notice, on both platforms: within the limit, and cut only between letters."""
    for name in ("weekly-summary", "team-is-set", "welcome", "team-answered", "reply-came", "acknowledged"):
        card = view(poisoned(SAMPLES[name], words), Language.SV)
        whole = list(clusters(one_line(card.title)))
        for limit in (limits.SLACK_HEADER, limits.TEAMS_TITLE):
            title = label(card.title, limit)
            assert len(title) <= limit
            kept = list(clusters(title.removesuffix(ELLIPSIS)))
            assert kept == whole[: len(kept)], name
        header = to_block_kit(card).blocks[0]
        assert header["text"]["text"] == label(card.title, limits.SLACK_HEADER)


@pytest.mark.parametrize(
    "words", ["x" * 79 + "👨‍👩‍👧‍👦", "x" * 78 + "e\u0301\u0301\u0301", "å" * 200, "x" * 79 + "🇸🇪"]
)
async def test_h11_the_name_of_a_team_is_cut_between_letters(house: House, words: str) -> None:
    """The only words that are cut before they are kept: 80 characters, as the form says."""
    await house.team("norr", house.person("Britta"))
    britta = house.person("Britta")
    button = next(b for p in house.in_channel("norr")[-1].parts if isinstance(p, Buttons) for b in p.row)
    form = await britta.press(button)
    assert isinstance(form, ShowForm)
    fields = {"language": "sv", "zone": "Europe/Oslo", "weekday": "1", "time": "08:00", "name": words}
    await britta.sends(form.form, manager=britta, **fields)
    again = await britta.press(button)
    assert isinstance(again, ShowForm)
    name = again.form.inputs[0].value
    kept = list(clusters(name.removesuffix(ELLIPSIS)))
    assert len(name) <= 80
    assert kept == list(clusters(words))[: len(kept)]


@pytest.mark.parametrize("words", HOSTILE)
def test_h11_what_is_long_stays_within_every_limit(words: str) -> None:
    """The long ones too, in the notices with the most room: each platform takes the card."""
    for name in ("author-hostile", "manager-whys", "why-read-back", "weekly-summary-hostile", "reply-came"):
        card = view(poisoned(SAMPLES[name], washed(words)), Language.NB)
        message = to_block_kit(card)
        assert len(message.text) <= limits.SLACK_TEXT
        assert len(message.blocks) <= limits.SLACK_BLOCKS
        assert len(json.dumps(to_adaptive_card(card))) <= limits.TEAMS_CARD_BYTES
        assert clean(card.title) == clean(card.title).strip()


def test_the_corpus_is_in_order() -> None:
    assert len(set(WORDS)) == len(WORDS)
    assert list(islice(drawn(CLASSES[0]), 1))
