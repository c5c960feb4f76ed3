"""The playground's own storage is away: Femma and the page hear it, and nothing is lost or given up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from bot.domain.errors import Conflict
from bot.domain.ports import NotDelivered, TryLater, Uncertain
from bot.domain.work import StorageAway
from tests.fakes.web import KeptLine, MemoryLog
from tests.web.stand import ANNA, ANSWERED, GREETING, Stand
from tests.web.test_edge import act, events

Client = TestClient[Any, Any]

WHAT_IT_MEANS = pytest.mark.parametrize(
    ("fault", "means"), [(Conflict("unique"), TryLater), (StorageAway("gone"), Uncertain)]
)


class FailingLog(MemoryLog):
    """Raises what is put into `faults`, one for each call of its main methods."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[Exception] = []

    def _fail(self) -> None:
        if self.faults:
            raise self.faults.pop(0)

    async def append(
        self, conversation: str, author: str, card: bytes | None, text: str, at: datetime, thread: str = ""
    ) -> KeptLine:
        """See ChatLog."""
        self._fail()
        return await super().append(conversation, author, card, text, at, thread)

    async def edit(self, message: str, card: bytes) -> KeptLine:
        """See ChatLog."""
        self._fail()
        return await super().edit(message, card)

    async def after(self, sequence: int) -> Sequence[KeptLine]:
        """See ChatLog."""
        self._fail()
        return await super().after(sequence)

    async def file(self, file: str) -> bytes | None:
        """See ChatLog."""
        self._fail()
        return await super().file(file)

    async def drop_file(self, file: str) -> None:
        """See ChatLog."""
        self._fail()
        await super().drop_file(file)


@pytest.fixture
def log() -> FailingLog:
    """Shared with the stand."""
    return FailingLog()


@pytest.fixture
def stand(log: FailingLog) -> Stand:
    """A playground on it, whose stream looks often."""
    return Stand(log, pulse=0.05)


@WHAT_IT_MEANS
async def test_femmas_own_card_is_sent_again_or_uncertain(
    stand: Stand, log: FailingLog, fault: Exception, means: type[NotDelivered]
) -> None:
    chat = stand.edge.chat
    log.faults = [fault]
    with pytest.raises(means):
        await chat.post(ANNA.home, GREETING)
    assert log.kept == {}
    posted = await chat.post(ANNA.home, GREETING)
    log.faults = [fault]
    with pytest.raises(means):
        await chat.edit(ANNA.home, posted.message, ANSWERED)
    await chat.edit(ANNA.home, posted.message, ANSWERED)
    assert log.kept[posted.message].edited


@WHAT_IT_MEANS
async def test_a_photo_is_fetched_later(
    stand: Stand, log: FailingLog, fault: Exception, means: type[NotDelivered]
) -> None:
    await log.keep_file("f1", b"photo", stand.clock.now())
    for attempt in (stand.edge.files.fetch, stand.edge.files.let_go):
        log.faults = [fault]
        with pytest.raises(means):
            await attempt("f1")
    assert await stand.edge.files.fetch("f1") == b"photo"


@pytest.mark.parametrize("fault", [Conflict("unique"), StorageAway("gone")])
async def test_the_page_is_asked_to_say_it_again(
    client: Client, stand: Stand, log: FailingLog, fault: Exception
) -> None:
    log.faults = [fault]
    response = await act(client, "say", text="Kö vid kopiatorn")
    assert (response.status, response.headers["Retry-After"]) == (503, "1")
    assert stand.script.heard == []
    assert (await act(client, "say", text="Kö vid kopiatorn")).status == 200
    assert [line.text for line in await log.lines(ANNA.home.conversation)][:1] == ["Kö vid kopiatorn"]
    log.faults = [fault]
    assert (await client.get("/playground/state")).status == 503


async def test_an_open_page_hears_it_in_the_next_round(client: Client, log: FailingLog) -> None:
    await act(client, "say", text="hej")
    log.faults = [StorageAway("gone"), Conflict("unique")]
    async with client.get("/playground/events?after=0") as stream:
        told = await events(stream, "now")
    assert [name for _, name, _ in told] == ["line"] * len(log.kept) + ["now"]
    assert log.faults == []
