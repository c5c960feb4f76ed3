"""The rehearsal before the doors open: it leaves no trace, holds nothing up, and what follows is quicker."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any, TypeVar

import pytest
from sqlalchemy import event, select
from sqlalchemy.engine.interfaces import CacheStats
from structlog.testing import capture_logs

from bot.app import Core, new_id
from bot.calendars import PublicHolidays
from bot.domain.errors import Conflict
from bot.domain.letters import Reminder
from bot.domain.notices import Help
from bot.domain.people import Address, Language, Person
from bot.domain.work import StorageAway, Trial, Undoes, Work
from bot.warming import DRAWN, Warming
from cards import actions
from cards.files import with_file_addresses
from cards.model import Card
from cards.pictures import with_addresses
from handlers.turn import Turn
from storage.store import SqlStore
from storage.tables import metadata
from tests.house import START, TENANT, FixedClock, House, open_house

T = TypeVar("T")
PLATFORMS = tuple(DRAWN)


def plain(_: str, card: Card) -> Card:
    """Without photos and files."""
    return with_file_addresses(with_addresses(card, lambda _t, _p: ""), lambda _f: "")


def warming(store: Undoes) -> Warming:
    return Warming(store, FixedClock(), PublicHolidays(), new_id, plain, PLATFORMS)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is, the rehearsal comes to its end."""
    monkeypatch.setattr("storage.store.PATIENCE", 60.0)
    monkeypatch.setattr(Warming.run, "__defaults__", (60.0,))


async def rows(store: SqlStore) -> dict[str, set[tuple[Any, ...]]]:
    """Everything that is kept."""
    async with store.transaction() as connection:
        return {
            table.name: {tuple(row) for row in await connection.execute(select(table))}
            for table in metadata.sorted_tables
        }


async def an_idea(house: House) -> None:
    """A day in the house, so that there is something to leave alone."""
    bodil, alva = house.person("Bodil"), house.person("Alva")
    await house.team("Hemtjänst", bodil)
    await alva.says("Vi får vänta vid nyckelskåpet varje morgon.")
    await alva.presses(actions.TELL_KIND, "problem")


@pytest.mark.usefixtures("patient")
async def test_everything_is_rehearsed_and_nothing_is_kept(house_on_each: House) -> None:
    store, woken = house_on_each.core.store, list[str]()
    await an_idea(house_on_each)
    store.when_letters(lambda: woken.append("letter"))
    store.when_reminders(lambda: woken.append("reminder"))
    store.when_pictures(lambda: woken.append("picture"))
    before = await rows(store)
    it = warming(store)
    with capture_logs() as logs:
        await it.run()
    assert [line["event"] for line in logs] == ["warm"]
    assert await rows(store) == before
    assert before["ideas"] and before["outbox"]
    assert woken == []
    # Questions, cards to author and manager, and the edits, on each platform.
    assert all(it.drawn[language] >= 20 * len(PLATFORMS) for language in Language)
    await house_on_each.settle()
    assert await rows(store) == before


async def test_what_is_undone_is_seen_inside_and_leaves_no_lock(house_on_each: House) -> None:
    store = house_on_each.core.store
    address = Address("web", TENANT, "dm:x")

    async def job(work: Work) -> int:
        await work.save_person(Person("web:x", TENANT, "X"))
        await work.remind(Reminder("later", TENANT, START, "draft:x"))
        return await work.next_number(TENANT)

    async def tried(work: Trial) -> tuple[int, Person | None, int]:
        turn = Turn(work, START, TENANT, "d", Language.SV, PublicHolidays(), new_id, START)
        await turn.say(address, Language.SV, Help())
        return await job(work), await work.person(TENANT, "web:x"), len(await work.letters(TENANT))

    number, person, letters = await store.undone(TENANT, tried)
    assert person is not None and letters == 1
    # The number was not used up either, and whoever comes next does not wait.
    assert await store.run(TENANT, job) == number


@pytest.mark.parametrize("failure", [Conflict("x"), ValueError("x"), StorageAway("x")])
async def test_work_that_fails_is_undone_too(house_on_each: House, failure: Exception) -> None:
    store = house_on_each.core.store
    before = await rows(store)

    async def job(work: Work) -> None:
        await work.save_person(Person("web:x", TENANT, "X"))
        raise failure

    with pytest.raises(type(failure)):
        await store.undone(TENANT, job)
    assert await rows(store) == before


@pytest.mark.usefixtures("patient")
async def test_somebody_who_writes_at_the_same_time_is_not_disturbed(house_on_each: House) -> None:
    bodil, alva = house_on_each.person("Bodil"), house_on_each.person("Alva")
    await house_on_each.team("Hemtjänst", bodil)
    await asyncio.gather(warming(house_on_each.core.store).run(), alva.says("Listan ligger fel."))
    assert alva.sees(actions.TELL_KIND)


@dataclass
class Broken:
    """A store that fails, or never answers."""

    failure: Exception | None

    async def connect(self, connections: int) -> None:
        return

    async def undone(self, tenant: str, work: Callable[[Trial], Awaitable[T]]) -> T:
        if self.failure is None:
            await asyncio.Event().wait()
        raise self.failure or AssertionError("waited for nothing")


SECRET_WORDS = "Alva sade"


@pytest.mark.parametrize(
    ("failure", "said", "reason"),
    [
        (StorageAway(SECRET_WORDS), "warming.skipped", "StorageAway"),
        (Conflict(SECRET_WORDS), "warming.skipped", "Conflict"),
        (None, "warming.skipped", "TimeoutError"),
        (LookupError(SECRET_WORDS), "warming.broken", "LookupError"),
    ],
)
async def test_a_start_goes_on_without_it(failure: Exception | None, said: str, reason: str) -> None:
    began = monotonic()
    with capture_logs() as logs:
        await warming(Broken(failure)).run(longest=0.05)
    assert monotonic() - began < 2
    assert [(line["event"], line.get("reason")) for line in logs] == [(said, reason)]
    assert SECRET_WORDS not in str([{**line, "exc_info": ""} for line in logs])


@contextmanager
def counted(core: Core) -> Iterator[list[str]]:
    """The statements that had to be compiled."""
    missed: list[str] = []

    def look(_: Any, __: Any, statement: str, ___: Any, context: Any, ____: bool) -> None:
        if context.cache_hit is CacheStats.CACHE_MISS:
            missed.append(statement)

    event.listen(core.engine.sync_engine, "before_cursor_execute", look)
    yield missed
    event.remove(core.engine.sync_engine, "before_cursor_execute", look)


async def missed(url: str, warm: bool) -> tuple[list[str], list[str]]:
    """What the first idea's way compiles in a new process of its own engine: by the door, and in all."""
    async with open_house(url) as house:
        # Each in a tenant of its own: what was told before would be shown as similar.
        tenant = f"web:{warm}"
        bodil, alva = house.person("Bodil", tenant=tenant), house.person("Alva", tenant=tenant)
        if warm:
            await warming(house.core.store).run()
        heard = house.core.conversation.hear
        with counted(house.core) as found:
            by_door: list[str] = []

            async def hear(incoming: Any) -> Any:
                before = len(found)
                answer = await heard(incoming)
                by_door.extend(found[before:])
                return answer

            house.core.conversation.hear = hear  # type: ignore[method-assign]
            await house.team("Hemtjänst", bodil)
            await alva.says("Vi får vänta vid nyckelskåpet varje morgon.")
            await alva.presses(actions.TELL_KIND, "problem")
            await alva.presses(actions.IDEA_WHY)
            await alva.chooses("skip")
            await alva.says("Vi som börjar tidigt.")
            await alva.says("Alla nycklar kvitteras ut samtidigt.")
            await bodil.presses(actions.IDEA_ACKNOWLEDGE)
            return by_door, found


@pytest.mark.usefixtures("patient")
async def test_a_real_message_finds_its_statements_compiled(database_url: str) -> None:
    cold, cold_in_all = await missed(database_url, warm=False)
    warm, warm_in_all = await missed(database_url, warm=True)
    assert len(cold) >= 20
    assert warm == []
    assert 2 * len(warm_in_all) < len(cold_in_all)
