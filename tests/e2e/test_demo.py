"""The demo municipality's first start: everything that Femma said there in four weeks stands on the page."""

from __future__ import annotations

from pydantic import SecretStr

from bot.app import Femma
from bot.clocks import SystemClock
from bot.settings import Mode, Settings
from handlers.web.store import FEMMA
from storage.engine import open_engine
from storage.outbox import SqlOutbox
from storage.playground import SqlChatLog
from storage.store import SqlStore


async def test_everything_that_femma_said_stands_on_the_page(database_url: str) -> None:
    """Many letters, of many places at a time: each is there."""
    url = SecretStr(database_url)
    femma = Femma(Settings(mode=Mode.DEVELOPMENT, database_url=url, rehearsal=False), rates={})
    await femma.start()
    try:
        await femma.catch_up()
    finally:
        await femma.stop()
    engine = open_engine(database_url)
    store = SqlStore(engine, SystemClock())
    letters, lines = await SqlOutbox(store).counts(), await SqlChatLog(store).after(0)
    await engine.dispose()
    assert set(letters) == {"sent"}, letters
    assert len([line for line in lines if line.author == FEMMA]) > 50
