"""What every `handlers.web.store.ChatLog` must do. Subclass it, and give a fixture `log` of your own.

class TestSqlChatLog(ChatLogContract):
    @pytest.fixture
    async def log(self, ...) -> ChatLog: ...
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from handlers.web.store import FEMMA, ChatLog, Line

MOMENT = datetime(2026, 11, 22, 16, 5, 1, 250_000, tzinfo=UTC)
DIRECT = "dm:web:anna"
CHANNEL = "channel:hemtjänst"


@dataclass(frozen=True, slots=True)
class Seen:
    """A line, compared by what it says and not by its class."""

    sequence: int
    message: str
    conversation: str
    author: str
    text: str
    card: bytes | None
    at: datetime
    thread: str
    edited: bool


def seen(line: Line) -> Seen:
    """The line as a value of the test's own."""
    return Seen(
        line.sequence,
        line.message,
        line.conversation,
        line.author,
        line.text,
        line.card,
        line.at,
        line.thread,
        line.edited,
    )


class ChatLogContract:
    """Inherit to run it."""

    @pytest.fixture
    async def log(self) -> ChatLog:
        """An empty log."""
        raise NotImplementedError

    async def test_a_line_is_kept_as_it_was_said(self, log: ChatLog) -> None:
        first = await log.append(CHANNEL, "web:anna", None, "Kö vid kopiatorn\n🖨️", MOMENT)
        second = await log.append(CHANNEL, FEMMA, b'{"title":"x"}', "", MOMENT, first.message)
        assert seen(first) == Seen(
            first.sequence, first.message, CHANNEL, "web:anna", "Kö vid kopiatorn\n🖨️", None, MOMENT, "", False
        )
        assert [seen(line) for line in await log.lines(CHANNEL)] == [seen(first), seen(second)]
        assert (second.author, second.card, second.thread) == (FEMMA, b'{"title":"x"}', first.message)

    async def test_times_come_back_aware(self, log: ChatLog) -> None:
        await log.append(DIRECT, "web:anna", None, "hej", MOMENT)
        (line,) = await log.lines(DIRECT)
        assert line.at == MOMENT
        assert line.at.utcoffset() == timedelta(0)

    async def test_ids_are_unique_and_fit_an_address(self, log: ChatLog) -> None:
        ids = [(await log.append(DIRECT, FEMMA, b"{}", "", MOMENT)).message for _ in range(20)]
        assert len(set(ids)) == 20
        assert all(re.fullmatch(r"[A-Za-z0-9._~-]{1,64}", id_) for id_ in ids)

    async def test_sequences_rise_over_all_conversations(self, log: ChatLog) -> None:
        places = (DIRECT, CHANNEL, DIRECT, CHANNEL)
        numbers = [(await log.append(place, FEMMA, b"{}", "", MOMENT)).sequence for place in places]
        assert numbers == sorted(set(numbers))
        assert numbers[0] >= 1

    async def test_what_is_said_at_the_same_moment_is_all_kept(self, log: ChatLog) -> None:
        first = await log.append(DIRECT, FEMMA, b"1", "", MOMENT)
        said = (log.append(f"dm:{number}", FEMMA, b"{}", "", MOMENT) for number in range(24))
        edited = (log.edit(first.message, b"2") for _ in range(8))
        lines = await asyncio.gather(*said, *edited)
        assert len({line.sequence for line in lines}) == 32
        assert len(await log.after(0)) == 25

    async def test_conversations_are_apart(self, log: ChatLog) -> None:
        await log.append(DIRECT, FEMMA, b"{}", "", MOMENT)
        assert await log.lines(CHANNEL) == []
        assert await log.lines("dm:nobody") == []

    async def test_an_edit_keeps_the_place_and_gets_a_new_sequence(self, log: ChatLog) -> None:
        first = await log.append(DIRECT, FEMMA, b"1", "", MOMENT)
        second = await log.append(DIRECT, "web:anna", None, "sen", MOMENT)
        edited = await log.edit(first.message, b"2")
        assert (edited.message, edited.card, edited.edited, edited.at) == (first.message, b"2", True, MOMENT)
        assert edited.sequence > second.sequence
        assert [line.message for line in await log.lines(DIRECT)] == [first.message, second.message]
        found = await log.find(first.message)
        assert found is not None
        assert seen(found) == seen(edited)

    async def test_an_edit_of_nothing_is_a_key_error(self, log: ChatLog) -> None:
        with pytest.raises(KeyError):
            await log.edit("nothing", b"2")
        assert await log.after(0) == []

    async def test_find_of_nothing_is_none(self, log: ChatLog) -> None:
        assert await log.find("nothing") is None

    async def test_a_file_is_kept_once_until_it_is_dropped(self, log: ChatLog) -> None:
        assert await log.file("f1") is None
        await log.keep_file("f1", b"\x00\xff", MOMENT)
        await log.keep_file("f1", b"other", MOMENT)
        assert await log.file("f1") == b"\x00\xff"
        await log.drop_file("f1")
        assert await log.file("f1") is None
        await log.drop_file("f1")

    async def test_after_gives_each_message_once_and_in_order(self, log: ChatLog) -> None:
        first = await log.append(DIRECT, FEMMA, b"1", "", MOMENT)
        second = await log.append(CHANNEL, "web:anna", None, "b", MOMENT)
        await log.edit(first.message, b"2")
        again = await log.edit(first.message, b"3")
        assert [line.message for line in await log.after(0)] == [second.message, first.message]
        assert [seen(line) for line in await log.after(second.sequence)] == [seen(again)]
        assert await log.after(again.sequence) == []
