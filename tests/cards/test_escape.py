"""Escaping for each target, and cutting between letters."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards import escape
from cards.graphemes import clusters
from tests.cards.samples_model import HOSTILE

FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("ab", ["a", "b"]),
        ("e\u0301a", ["e\u0301", "a"]),
        (FAMILY + "!", [FAMILY, "!"]),
        ("👩🏽‍🚒👩🏽‍🚒", ["👩🏽‍🚒", "👩🏽‍🚒"]),
        ("🇸🇪🇳🇴🇸", ["🇸🇪", "🇳🇴", "🇸"]),
        ("a🇸🇪🇳🇴", ["a", "🇸🇪", "🇳🇴"]),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿x", ["🏴󠁧󠁢󠁳󠁣󠁴󠁿", "x"]),
        ("1️⃣2️⃣", ["1️⃣", "2️⃣"]),
        ("a\r\nb", ["a", "\r\n", "b"]),
        ("a\n\u0301", ["a", "\n", "\u0301"]),
        ("a\u200bb", ["a", "\u200b", "b"]),
        ("\u1100\u1161\u11a8\u1100", ["\u1100\u1161\u11a8", "\u1100"]),
        ("각나", ["각", "나"]),
        ("क्षa", ["क्ष", "a"]),
        ("\u06001 2", ["\u06001", " ", "2"]),
        ("❤️‍🔥x", ["❤️‍🔥", "x"]),
    ],
)
def test_clusters_are_what_readers_call_letters(text: str, pieces: list[str]) -> None:
    assert list(clusters(text)) == pieces


@given(st.text())
def test_clusters_joined_are_the_text(text: str) -> None:
    pieces = list(clusters(text))
    assert "".join(pieces) == text
    assert all(pieces)


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("kort", 4, "kort"),
        ("två ord", 6, "två…"),
        ("två ord till", 8, "två ord…"),
        ("två ord till", 9, "två ord…"),
        ("Donaudampfschiff", 8, "Donauda…"),
        ("en Donaudampfschiff", 9, "en Donau…"),
        (FAMILY * 3, len(FAMILY) * 2, FAMILY + "…"),
        (FAMILY * 3, len(FAMILY) * 2 + 1, FAMILY * 2 + "…"),
        (FAMILY * 2, 3, "…"),
        ("e\u0301" * 4, 4, "e\u0301…"),
        ("abc", 1, "…"),
    ],
)
def test_shorten_cuts_at_a_word_and_never_in_a_letter(text: str, limit: int, short: str) -> None:
    assert escape.shorten(text, limit) == short


def test_shorten_needs_room_for_its_ellipsis() -> None:
    assert escape.shorten("", 0) == ""
    with pytest.raises(ValueError, match="room"):
        escape.shorten("abc", 0)


@pytest.mark.parametrize("limit", [1, 2, 24, 75, 150, 3000])
@pytest.mark.parametrize("text", HOSTILE)
def test_shortened_text_is_a_beginning_of_whole_letters(text: str, limit: int) -> None:
    short = escape.shorten(text, limit)
    assert len(short) <= limit
    if short != text:
        kept = short.removesuffix("…")
        whole = list(clusters(text))
        assert any("".join(whole[:count]).rstrip() == kept for count in range(len(whole) + 1))


@given(st.text(alphabet="ab &<>\n👨‍👧é", max_size=60), st.integers(1, 40))
def test_shorten_counts_with_the_cost_it_is_given(text: str, limit: int) -> None:
    short = escape.shorten(text, limit, cost=lambda piece: len(escape.mrkdwn(piece)))
    assert len(escape.mrkdwn(short)) <= limit


@pytest.mark.parametrize("text", HOSTILE)
def test_clean_text_has_nothing_that_acts_unseen(text: str) -> None:
    for cleaned in (escape.clean(text), escape.one_line(text)):
        assert cleaned == cleaned.strip() != ""
        assert not [char for char in cleaned if char < " " and char not in "\n\t"]
        assert not set(cleaned) & set(
            "\x7f\x85\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        )
        assert "\n\n\n" not in cleaned
        cleaned.encode("utf-8")
    assert "\n" not in escape.one_line(text)
    assert not set(escape.one_line(text)) & set("\u200e\u200f\u061c")


def test_clean_keeps_what_people_wrote() -> None:
    text = "Åsa & Øyvind: «ja» <3\n\tvi gör så 👨‍👩‍👧‍👦"
    assert escape.clean(text) == text
    assert escape.clean("שלום\u200f (ja)") == "שלום\u200f (ja)"


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "\ufeff\u00ad", "\u2800\u3164", "\u202e"])
def test_a_text_with_nothing_to_see_becomes_an_ellipsis(text: str) -> None:
    assert escape.clean(text) == escape.one_line(text) == "…"


@pytest.mark.parametrize("text", HOSTILE)
def test_mrkdwn_escapes_three_characters_once(text: str) -> None:
    escaped = escape.mrkdwn(text)
    assert not set(escaped) & {"<", ">"}
    back = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert back == text


@pytest.mark.parametrize("text", HOSTILE)
def test_html_escapes_text_and_attributes(text: str) -> None:
    escaped = escape.html(text)
    assert not set(escaped) & set("<>\"'")
    assert unescape(escaped) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Ny idé: bättre lista, 2026-W53.", "Ny idé: bättre lista, 2026-W53."),
        ("[x](javascript:alert)", "\\[x\\]\\(javascript:alert\\)"),
        ("![](u)", "\\!\\[\\]\\(u\\)"),
        ("{{DATE(x)}}", "\\{\\{DATE\\(x\\)\\}\\}"),
        ("${x}", "\\$\\{x\\}"),
        ("- ett", "\\- ett"),
        ("1. ett", "1\\. ett"),
        ("a\n2) b", "a\n2\\) b"),
        ("&lt;at&gt;", "\\&lt;at\\&gt;"),
        ("**a** _b_ `c` ~d~ # e", "\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~d\\~ \\# e"),
        ("a\\*", "a\\\\\\*"),
    ],
)
def test_adaptive_markdown_takes_the_power_from_markup(text: str, escaped: str) -> None:
    assert escape.adaptive_markdown(text) == escaped


@pytest.mark.parametrize("text", HOSTILE)
def test_no_markup_is_left_bare_for_a_text_block(text: str) -> None:
    escaped = escape.adaptive_markdown(text)
    bare = escaped.replace("\\\\", "")
    for position, char in enumerate(bare):
        if char in "*_`[]()<>{}!#~|$":
            assert bare[position - 1] == "\\", (position, bare[:80])
    assert "{{" not in escaped
    assert "${" not in escaped


def test_speech_has_no_tags() -> None:
    assert escape.speech("<break time='9s'/> R&D") == "‹break time='9s'/› R+D"


def test_labels_that_became_equal_get_a_number() -> None:
    names = ("Hemtjänst Norr, område ett", "Hemtjänst Norr, område två", "Hemtjänst Norr, område tre", "Kök")
    labels = escape.distinct_labels(names, 20)
    assert len(set(labels)) == 4
    assert labels[3] == "Kök"
    assert labels[1].endswith(" 2")
    assert all(len(label) <= 20 for label in labels)


def test_a_field_keeps_what_was_typed() -> None:
    assert escape.as_typed("  rad\r\n\n\n\nrad \x00\ud83d") == "  rad\n\n\n\nrad \ufffd"
