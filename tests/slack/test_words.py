"""Slack's markup into plain text."""

from __future__ import annotations

import pytest

from cards.escape import mrkdwn
from handlers.clean import clean
from handlers.slack.words import mentioned, plain, without_mention
from tests.cards.samples_model import HOSTILE

NAMES = {"U1": "Maja"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("hej", "hej"),
        ("R&amp;D &lt;3 &gt; 2", "R&D <3 > 2"),
        ("&amp;lt;!channel&amp;gt;", "&lt;!channel&gt;"),
        ("&amp;lt;b <@U1> &amp;gt;", "&lt;b @Maja &gt;"),
        ("<@U1> sa", "@Maja sa"),
        ("<@U2> sa", "@U2 sa"),
        ("<@U2|kari> sa", "@kari sa"),
        ("<#C1|allmänt>", "#allmänt"),
        ("<#C1>", "#C1"),
        ("<!here>", "@here"),
        ("<!subteam^S1|@chefer>", "@chefer"),
        ("<!subteam^S1>", "@subteam"),
        ("<!date^1700000000^{date}|14 november>", "14 november"),
        ("<https://example.com>", "https://example.com"),
        ("<https://example.com|example.com>", "https://example.com"),
        (
            "<https://example.com/?a=1&amp;b=2|listan &amp; allt>",
            "listan & allt (https://example.com/?a=1&b=2)",
        ),
        ("<mailto:a@example.com|a@example.com>", "a@example.com"),
        ("<mailto:a@example.com>", "a@example.com"),
        ("<tel:112|112>", "112"),
        ("<>", ""),
        ("a <b", "a <b"),
        ("  hej \x00 \ud800 e\u0301 ", "hej \ufffd \ufffd é"),
    ],
)
def test_plain(written: str, read: str) -> None:
    assert plain(written, NAMES) == read


@pytest.mark.parametrize("words", HOSTILE)
def test_what_is_escaped_comes_back(words: str) -> None:
    """Slack escapes as our renderer does, so the two ways are each other's reverse."""
    assert plain(mrkdwn(words), {}) == clean(words).strip()


@pytest.mark.parametrize(
    ("written", "bot", "left"),
    [
        ("<@UB> hej", "UB", "hej"),
        ("<@UB>: hej", "UB", "hej"),
        ("<@UB|femma> hej", "UB", "hej"),
        ("hej <@UB> du", "UB", "hej du"),
        ("<@U1> hej <@UB>", "UB", "<@U1> hej"),
        ("<@UB> hej", "", "hej"),
        ("hej <@UB>", "", "hej <@UB>"),
        ("<@UB>", "UB", ""),
    ],
)
def test_femmas_own_mention_goes(written: str, bot: str, left: str) -> None:
    assert without_mention(written, bot) == left


def test_the_first_few_mentions_once_each() -> None:
    assert mentioned("<@U1> <@U2|x> <@U1> <@U3> <@u4> <@U5> <@U6> <@U7>") == ("U1", "U2", "U3", "U5", "U6")


def test_clean_is_always_storable() -> None:
    for words in (*HOSTILE, "a\x00\ud800\udfff😀"):
        clean(words).encode("utf-8")
        assert "\x00" not in clean(words)
        assert clean(clean(words)) == clean(words)
