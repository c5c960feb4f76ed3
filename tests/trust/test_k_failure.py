"""Readable for everybody, and never a dead end: every notice and form, as it is sent (rows K1 to K3, K5, K6).

The catalogues' own words are under test in tests/cards/test_catalogues.py; here is what becomes of them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.errors import No
from bot.domain.notices import Home, Short, ShortLine, Sorry
from bot.domain.people import Address, Language
from cards import forms
from cards.adaptive_card import form_to_adaptive_card, to_adaptive_card
from cards.block_kit import to_block_kit, to_home, to_modal
from cards.escape import ELLIPSIS
from cards.html import form_to_html, to_html
from cards.lines import line_text
from cards.model import Buttons, Card, Chart, Image, Style
from cards.plain_text import to_plain_text
from cards.texts import texts_for
from cards.views import view
from handlers.teams.outbound import TeamsChat
from tests.cards.catalogues import entries
from tests.cards.notice_samples import SAMPLES
from tests.cards.test_catalogues import _lix
from tests.cards.test_forms import all_forms
from tests.house import FixedClock
from tests.trust.poisoned import poisoned
from tests.trust.test_h_injection import Wire, nodes

ROOT = Path(__file__).resolve().parents[2]
every_language = pytest.mark.parametrize("language", list(Language))


def shown(language: Language) -> Iterator[tuple[str, Card]]:
    """Every notice in a language."""
    return ((name, view(notice, language)) for name, notice in SAMPLES.items())


def tokens(text: str) -> set[str]:
    """The words of a text, and its figures."""
    return set(re.findall(r"\w+", text.lower()))


def _visible(thing: Any) -> Iterator[str]:
    """What a reader with the cards sees: every text and title of a payload."""
    for node in nodes(thing):
        for key in ("text", "title"):
            if isinstance(node.get(key), str):
                yield node[key]


# K1


@every_language
def test_k1_the_notification_says_what_the_card_says(language: Language) -> None:
    """Slack: phones and screen readers get only `text`. Every word of every block is in it, but for a chart's
    axes and what the card's longest texts had to give up.
    """
    for name, card in shown(language):
        message = to_block_kit(card, native_charts=False)
        missing = tokens(" ".join(_visible(message.blocks))) - tokens(message.text)
        assert not missing or message.text.endswith(ELLIPSIS), (name, missing)
        assert message.text.strip(), name


@every_language
def test_k1_teams_says_it_aloud_and_to_clients_that_cannot_draw(language: Language) -> None:
    for name, card in shown(language):
        drawn = to_adaptive_card(card)
        texts = [
            node["text"] for node in nodes(drawn["body"]) if node.get("type") in {"TextRun", "TextBlock"}
        ]
        for words in (drawn["speak"], drawn["fallbackText"]):
            missing = tokens(" ".join(texts)) - tokens(words)
            assert not missing or words.endswith(ELLIPSIS), (name, missing)
        assert drawn["lang"] == language.value


async def test_k1_every_activity_has_a_summary() -> None:
    wire = Wire()
    chat = TeamsChat(wire, "app", FixedClock())  # type: ignore[arg-type]
    for language in Language:
        for _, card in shown(language):
            await chat.post(Address("teams", "teams:e1", "a:1", "", "https://example.com/"), card)
    assert all(len(sent["summary"].split()) >= 2 for sent in wire.sent)


@every_language
def test_k1_every_input_has_a_label_on_every_platform(language: Language) -> None:
    for form in all_forms(language):
        modal, card, html = to_modal(form), form_to_adaptive_card(form), form_to_html(form)
        inputs = [block for block in modal["blocks"] if block["type"] == "input"]
        assert [block["label"]["text"] for block in inputs] == [entry.label for entry in form.inputs]
        fields = [node for node in nodes(card) if node.get("type", "").startswith("Input.")]
        assert [node["label"] for node in fields] == [entry.label for entry in form.inputs]
        assert html.count("<label ") == len(form.inputs)
        assert f'lang="{language.value}"' in html


# K2


@every_language
def test_k2_nothing_is_said_by_a_sign_or_a_colour_alone(language: Language) -> None:
    """Buttons have words, charts and pictures have words, and a text is more than its emoji."""
    for name, card in shown(language):
        labels = [b for part in card.parts if isinstance(part, Buttons) for b in part.row]
        assert all(re.search(r"[^\W\d_]{2}", button.label) for button in labels), name
        for part in card.parts:
            if isinstance(part, Chart):
                assert len(tokens(part.text)) > 5, name
            assert not isinstance(part, Image) or part.alt.strip(), name
        plain = to_plain_text(card)
        for button in labels:
            if button.style is not Style.DEFAULT:
                assert button.label in plain, name
        assert re.search(r"[^\W\d_]{2}", plain), name
    for key, entry in entries(language).items():
        signs = [form for form in entry.forms if form.strip() and not re.search(r"\w", form)]
        assert not signs, key


# K3


@every_language
def test_k3_at_most_six_actions_and_one_that_stands_out(language: Language) -> None:
    """Counted in what is sent. A page of one's own has rows of its own and may hold more."""
    for name, card in shown(language):
        if isinstance(SAMPLES[name], Home):
            rows = [block for block in to_home(card)["blocks"] if block["type"] == "actions"]
            assert all(len(block["elements"]) <= 6 for block in rows), name
            continue
        buttons = [node for node in nodes(to_block_kit(card).blocks) if node.get("type") == "button"]
        assert len(buttons) <= 6, name
        assert sum(button.get("style") == "primary" for button in buttons) <= 1, name
        drawn = [action for node in nodes(to_adaptive_card(card)) for action in node.get("actions", [])]
        links = [action for action in drawn if action["type"] == "Action.OpenUrl"]
        assert len(drawn) - len(links) == len(buttons) <= 6 - len(links), name
        assert to_html(card).count("<button") == len(buttons), name
    for form in all_forms(language):
        assert len(form_to_adaptive_card(form)["actions"]) == 1


# K5


def _codes() -> set[str]:
    """What is wrong with a field, wherever handlers say so: `BadField(name, "code")`."""
    found = set()
    for path in sorted((ROOT / "handlers").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("BadField"):
                last = node.args[-1]
                assert isinstance(last, ast.Constant), f"{path.name}: a code that is not written out"
                found.add(str(last.value))
    return found


def test_k5_every_error_of_a_form_is_known() -> None:
    """The error ids there are, and no others: each has a sentence (below)."""
    assert _codes() == {
        "required", "bad-time", "bad-date", "past-date", "bad-number", "choose-reason", "choose-place",
        "excuse", "no-such-idea", "guest", "new-question", "identity",
        "somebody-else", "bad-link", "slow-down",
    }  # fmt: skip


@every_language
def test_k5_every_failure_has_a_sentence_with_a_next_step(language: Language) -> None:
    """No dead end: every way of saying no, every short line, and every error at a field."""
    t = texts_for(language)
    failures = {
        **{f"sorry {no.value}": line_text(Sorry(no, "12"), language) for no in No},
        # What stands in the gap of a step up is a question of the catalogue itself.
        **{
            f"short {short.value}": line_text(
                ShortLine(short, "Går det en dag?" if short is Short.STEP_UP else "12"), language
            )
            for short in Short
        },
        **{f"error {code}": forms.error(language, code) for code in sorted(_codes())},
    }
    assert len(set(failures.values())) == len(failures)
    for name, sentence in failures.items():
        assert len(sentence.split()) >= 3, name
        assert sentence[-1] in ".!?…", name
        assert not re.search(r"\d{3}|error|fel ?kod|feilkode|exception", sentence, re.I), name
    ids = {key for key in entries(language) if key.startswith("form-error-")}
    assert ids == {f"form-error-{code}" for code in (*_codes(), "too-long")}
    assert all(t.has(key) for key in ids)


# K6

NORDIC = (Language.SV, Language.NB)
# Stands for what people write: a short word is neither hard nor easy.
SHORT_WORD = "ord"


def _read(language: Language) -> Iterator[str]:
    """What Femma says in every card, without people's words, buttons and lists of weeks."""
    for notice in SAMPLES.values():
        card = view(poisoned(notice, SHORT_WORD), language)
        words = to_plain_text(card)
        if len(re.findall(r"[^\W\d_]+", words)) >= 15:
            yield words.replace("\n", ". ")


@pytest.mark.parametrize("language", NORDIC)
def test_k6_whole_cards_are_easy_to_read(language: Language) -> None:
    """LIX below 40 for 95 % of the cards, as they are read from top to bottom."""
    measured = sorted(_lix(text) for text in _read(language))
    assert len(measured) > 60
    assert measured[int(len(measured) * 0.95)] < 40


@every_language
def test_k6_sentences_of_whole_cards_are_short(language: Language) -> None:
    """Fewer than 20 words in 95 % of the sentences, with names and days filled in."""
    sentences = [
        sentence.split()
        for text in _read(language)
        for sentence in re.split(r"[.!?:…·]|\n", text)
        if sentence.strip()
    ]
    long_ = [sentence for sentence in sentences if len(sentence) >= 20]
    assert len(sentences) > 500
    assert len(long_) <= len(sentences) * 0.05
