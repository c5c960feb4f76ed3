"""The playground's log, both kept in memory and in a database, and the bytes of its cards."""

from __future__ import annotations

import pytest

from cards.model import (
    Button,
    Buttons,
    Card,
    Chart,
    Facts,
    Image,
    Items,
    Paragraph,
    Quote,
    Series,
    Style,
    Tone,
)
from handlers.web import codec
from handlers.web.store import ChatLog
from storage.playground import SqlChatLog
from tests.contracts.chat_log import ChatLogContract
from tests.fakes.web import MemoryLog
from tests.house import House

EVERYTHING = Card(
    "Rubrik med \u201dcitat\u201d & <tecken>",
    (
        Paragraph("Två\nrader", Tone.QUIET),
        Quote("Ord", "Anna"),
        Facts((("Senast", "torsdag"), ("Team", "Björken"))),
        Items(("a", "b", "c"), ordered=True, indents=(0, 1, 1)),
        Chart("Idéer", ("v. 46", "v. 47"), (Series("Nya", (1.5, 2.0)), Series("Svar", (0.0, 1.0))), "Ord"),
        Image("/static/mark.svg", "Märket"),
        Buttons((Button("Tack", "idea.acknowledge", "idea|i1|1|", Style.PRIMARY, opens_form=True),)),
    ),
    "sv",
)


class TestMemoryLog(ChatLogContract):
    """The fake keeps the promise that the other tests rest on."""

    @pytest.fixture
    async def log(self) -> ChatLog:
        return MemoryLog()


class TestSqlChatLog(ChatLogContract):
    """Kept for real, on both databases."""

    @pytest.fixture
    async def log(self, house_on_each: House) -> ChatLog:
        return SqlChatLog(house_on_each.core.store)


def test_a_card_comes_back_as_it_was() -> None:
    assert codec.load(codec.dump(EVERYTHING)) == EVERYTHING


def test_the_bytes_are_readable_and_tagged() -> None:
    assert b'"part":"facts"' in codec.dump(EVERYTHING)
    assert "Björken".encode() in codec.dump(EVERYTHING)


def test_bytes_of_an_older_card_are_read() -> None:
    old = b'{"title":"x","parts":[{"part":"paragraph","text":"y"}],"language":"nb"}'
    assert codec.load(old) == Card("x", (Paragraph("y"),), "nb")
