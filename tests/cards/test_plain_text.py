"""The card in words."""

from __future__ import annotations

import pytest

from cards.escape import clean, one_line
from cards.model import Card, Chart, Quote, Series
from cards.plain_text import to_plain_text
from tests.cards.samples_model import CARDS, HOSTILE, ORDINARY, hostile_card


def test_a_card_reads_like_a_letter() -> None:
    assert to_plain_text(ORDINARY[1]) == (
        "Ny idé till Hemtjänst Norr\n\n"
        "Maja: ”Nycklarna hänger i fel hus. Vi går fram och tillbaka varje morgon.”\n\n"
        "Svarar: Åsa Lind\nSenast: måndag 30 november\n\n"
        "Hon får veta vad du svarar.\n\n"
        "Tacka · Fråga · Inte nu"
    )


def test_lists_have_signs_and_indents_and_charts_their_words() -> None:
    assert to_plain_text(ORDINARY[3]) == (
        "Why does it happen?\n\n"
        "- The list is late\n  - The printer is slow\n    - The office closes at three\n\n"
        "1. First\n  2. Under the first\n3. Second\n\n"
        "A tree with three causes\n\n"
        "Fråga · Fråga"
    )
    assert "Idéer per vecka\nFem nya idéer i vecka 46, fyra blev klara." in to_plain_text(ORDINARY[2])


@pytest.mark.parametrize(
    ("language", "quoted"), [("sv", "”ja”"), ("nb", "«ja»"), ("en", "“ja”"), ("fi", "“ja”")]
)
def test_quotation_marks_are_the_language_s(language: str, quoted: str) -> None:
    assert to_plain_text(Card("T", (Quote("ja"),), language)) == f"T\n\n{quoted}"


def test_empty_parts_leave_no_gaps() -> None:
    assert to_plain_text(ORDINARY[6]) == "Tomma delar"


@pytest.mark.parametrize("words", HOSTILE)
def test_all_words_are_there_and_nothing_unseen(words: str) -> None:
    text = to_plain_text(hostile_card(words))
    assert text.startswith(one_line(words))
    assert text.count(clean(words)) >= 3
    assert text.endswith(f"{one_line(words)} · {one_line(words)}")
    assert not [char for char in text if (char < " " and char not in "\n\t") or "\u202a" <= char <= "\u202e"]


def test_every_sample_has_words() -> None:
    for card in CARDS:
        assert len(to_plain_text(card)) >= 1


def test_a_chart_without_drawing_still_says_everything() -> None:
    chart = Chart("Dagar", ("nu",), (Series("Dagar", (2,)),), "Två dagar.")
    assert to_plain_text(Card("T", (chart,), "sv")) == "T\n\nDagar\nTvå dagar."
