"""Ideas are found by what they say: in their tenant only, as they stand now, and not when taken back."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, event, insert, text

from bot.domain.ideas import Idea, Kind, Reply, Stage
from storage.codec import pack
from storage.engine import open_engine
from storage.schema import downgrade, upgrade
from storage.store import SqlStore
from storage.tables import ideas, moment
from storage.walls import EVERY_TENANT
from storage.work import SqlWork
from tests.house import START, FixedClock

T, U = "web:a", "web:b"


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[SqlStore]:
    engine = open_engine(database_url)
    await upgrade(engine)
    yield SqlStore(engine, FixedClock())
    await engine.dispose()


def an_idea(number: int, words: str, tenant: str = T) -> Idea:
    told = START + timedelta(minutes=number)
    return Idea(f"i{number}", tenant, number, Kind.IDEA, words, "ann", "x", told, date(2026, 11, 20))


async def file(store: SqlStore, *texts: str, tenant: str = T) -> list[Idea]:
    async def job(work: SqlWork) -> list[Idea]:
        return [await work.save_idea(an_idea(n, words, tenant)) for n, words in enumerate(texts, 1)]

    return await store.run(tenant, job)


async def find(store: SqlStore, words: str, tenant: str = T, limit: int = 10) -> list[int]:
    async def job(work: SqlWork) -> list[Idea]:
        return await work.find(tenant, words, limit)

    return [idea.number for idea in await store.run(tenant, job)]


async def similar(store: SqlStore, words: str, tenant: str = T, apart_from: str = "") -> list[int]:
    async def job(work: SqlWork) -> list[Idea]:
        return await work.similar(tenant, words, apart_from=apart_from)

    return [idea.number for idea in await store.run(tenant, job)]


async def change(store: SqlStore, idea: str, **over: object) -> None:
    async def job(work: SqlWork) -> None:
        found = await work.idea(T, idea)
        assert found is not None
        await work.save_idea(replace(found, **over))  # type: ignore[arg-type]

    await store.run(T, job)


OTHERS = (
    "Skrivaren på plan tre har fastnat igen",
    "Cykelställen räcker inte",
    "Bussen till Ekby går för sällan",
)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Nyckelskåpet är alltid i oordning", "Det är oordning bland nycklar i skåpet"),
        ("Nyckelskåpet är alltid i oordning", "Det er rot i nøkkelskapet"),
        ("Nøkkelskapet er alltid rotete", "Oreda i nyckelskåpet"),
        ("The key cabinet is a mess", "Nyckelskåpet är rörigt"),
    ],
)
async def test_similar_ideas_are_found_across_compounds_and_languages(
    store: SqlStore, told: str, asked: str
) -> None:
    await file(store, *OTHERS, told)
    assert await similar(store, asked) == [4]


async def test_nothing_is_similar_to_something_else(store: SqlStore) -> None:
    await file(store, *OTHERS)
    assert await similar(store, "Matsedeln borde visas på webben") == []
    assert await similar(store, "") == []
    assert await similar(store, "och men eller 12 ... 👩‍👩‍👧") == []


async def test_the_likest_comes_first_and_no_more_than_asked_for(store: SqlStore) -> None:
    texts = ["Nyckelskåpet på natten är låst", "Nycklar", *["Nyckelskåpet är låst på natten"] * 4]
    await file(store, *texts)
    found = await similar(store, "Nyckelskåpet är låst på natten")
    assert len(found) == 3
    assert set(found) <= {1, 3, 4, 5, 6}


async def test_an_idea_is_not_similar_to_itself_when_it_is_left_out(store: SqlStore) -> None:
    await file(store, "Nyckelskåpet är låst på natten")
    assert await similar(store, "Nyckelskåpet är låst på natten") == [1]
    assert await similar(store, "Nyckelskåpet är låst på natten", apart_from="i1") == []


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.WITHDRAWN])
async def test_ideas_of_every_stage_are_found(store: SqlStore, stage: Stage) -> None:
    await file(store, "Nyckelskåpet är låst på natten")
    await change(store, "i1", stage=stage)
    assert await similar(store, "Nyckelskåpet är låst på natten") == [1]
    assert await find(store, "nyckelskåp") == [1]


async def test_a_withdrawn_idea_is_never_found(store: SqlStore) -> None:
    await file(store, "Nyckelskåpet är låst på natten", "Nyckelskåpet är låst på natten")
    await change(store, "i1", stage=Stage.WITHDRAWN)
    assert await similar(store, "Nyckelskåpet är låst på natten") == [2]
    assert await find(store, "nyckelskåp") == [2]
    async with store.transaction() as connection:
        left = (await connection.execute(text("SELECT count(*) FROM idea_keys WHERE number = 1"))).scalar()
    assert left == 0


async def test_a_hidden_author_hides_no_idea(store: SqlStore) -> None:
    await file(store, "Nyckelskåpet är låst på natten")
    await change(store, "i1", hidden=True)
    assert await find(store, "nyckelskåp") == [1]


async def test_a_changed_text_is_found_by_its_new_words_only(store: SqlStore) -> None:
    await file(store, "Nyckelskåpet är låst på natten")
    await change(store, "i1", text="Gräsklipparen är trasig")
    assert await find(store, "nyckelskåp") == []
    assert await find(store, "gräsklippare") == [1]
    await change(store, "i1", additions=("Och häcken växer",))
    assert await find(store, "häck") == [1]
    assert await find(store, "gräsklippare") == [1]


async def test_a_text_changed_without_having_been_read_is_found_by_its_new_words(store: SqlStore) -> None:
    (saved,) = await file(store, "Nyckelskåpet är låst på natten")

    async def job(work: SqlWork) -> None:
        await work.save_idea(replace(saved, text="Gräsklipparen är trasig"))

    await store.run(T, job)
    assert await find(store, "nyckelskåp") == []
    assert await find(store, "gräsklippare") == [1]


async def test_two_tenants_with_the_same_ideas_never_meet(store: SqlStore) -> None:
    words = "Nyckelskåpet är låst på natten"
    await file(store, words, tenant=T)
    await file(store, words, words, tenant=U)
    assert await find(store, "nyckelskåp") == [1]
    assert await similar(store, words) == [1]
    assert await find(store, "nyckelskåp", tenant=U) == [2, 1]
    await change(store, "i1", stage=Stage.WITHDRAWN)
    assert await find(store, "nyckelskåp", tenant=U) == [2, 1]
    assert await find(store, "nyckelskåp", tenant="web:c") == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("nattpass", [1]),
        ("NATTPASS", [1]),
        ("natt", [4, 1]),
        ("nattp", [1]),
        ("pass", [1]),
        ("mål", [2]),
        ("mal", [3]),
        ("ma\u030al", [2]),
        ("nøkkelskap", [1]),
        ("nyckel", [1]),
        ("skåpet på nattpasset", [1]),
        ("nattpass drake", [1]),
        ("läk", [5]),
        ("lek", [6]),
        ("drake", []),
        ("och", []),
        ("%", []),
        ("", []),
    ],
)
async def test_words_are_found_by_beginnings_and_parts(store: SqlStore, asked: str, found: list[int]) -> None:
    await file(
        store,
        "Nyckelskåpet på nattpasset är i oordning",
        "Fotbollens mål är rostiga",
        "En mal sitter i ullen",
        "Natten är mörk",
        "Läkaren kommer sent",
        "Leksakerna är slut",
    )
    assert await find(store, asked) == found


async def test_the_word_itself_goes_before_what_only_holds_it_or_means_it(store: SqlStore) -> None:
    await file(store, "Nøklene er borte", "Nyckelskåpet är fullt", "Nyckel saknas")
    assert await find(store, "nyckel") == [3, 2, 1]


async def test_of_equally_good_ones_the_newest_come_first_up_to_the_limit(store: SqlStore) -> None:
    await file(store, *["Nyckeln är borta"] * 12)
    assert await find(store, "nyckeln") == list(range(12, 2, -1))
    assert await find(store, "nyckeln", limit=2) == [12, 11]


async def test_an_idea_comes_back_as_it_stands(store: SqlStore) -> None:
    (saved,) = await file(store, "Nyckelskåpet är låst på natten")

    async def job(work: SqlWork) -> tuple[list[Idea], list[Idea]]:
        return await work.find(T, "nyckelskåp"), await work.similar(T, saved.text)

    assert await store.run(T, job) == ([saved], [saved])


def _statements(store: SqlStore) -> list[str]:
    seen: list[str] = []

    def heard(_1: object, _2: object, statement: str, *_3: object) -> None:
        seen.append(statement)

    event.listen(store._engine.sync_engine, "before_cursor_execute", heard)
    return seen


async def test_keeping_an_idea_findable_costs_one_statement_and_none_without_a_change(
    store: SqlStore,
) -> None:
    seen = _statements(store)

    def about_keys() -> list[str]:
        found = [statement.split()[0] for statement in seen if "idea_keys" in statement]
        seen.clear()
        return found

    await file(store, "Nyckelskåpet är låst på natten")
    assert about_keys() == ["INSERT"]
    await change(store, "i1", reply=Reply("bo", START, "Tack"), stage=Stage.ACKNOWLEDGED)
    assert about_keys() == []
    await change(store, "i1", text="Nyckelskåpet är öppet")
    assert about_keys() == ["DELETE", "INSERT"]
    await change(store, "i1", stage=Stage.WITHDRAWN)
    assert about_keys() == ["DELETE"]


async def test_ideas_that_were_there_before_get_their_keys(empty_database_url: str) -> None:
    engine = open_engine(empty_database_url)
    await upgrade(engine, "0002")
    told = [
        an_idea(1, "Nyckelskåpet är låst på natten"),
        replace(an_idea(2, "Nyckelskåpet är öppet"), stage=Stage.WITHDRAWN),
        replace(an_idea(3, "Bussen är sen"), additions=("Nyckelskåpet också",)),
        an_idea(1, "Nyckelskåpet är låst", U),
        *(an_idea(number, f"Gräset i park {number} är långt", U) for number in range(2, 1203)),
    ]
    async with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(text("SELECT set_config('femma.tenant', '*', true)"))
        await connection.run_sync(_write, told)
    await upgrade(engine)
    store = SqlStore(engine, FixedClock())
    assert await find(store, "nyckelskåp") == [3, 1]
    assert await find(store, "nyckelskåp", tenant=U) == [1]
    assert await find(store, "gräs", tenant=U) == list(range(1202, 1192, -1))
    await downgrade(engine, "0002")
    await upgrade(engine)
    assert await find(store, "nyckelskåp", tenant=U) == [1]
    await engine.dispose()


def _write(connection: Connection, told: Iterable[Idea]) -> None:
    rows = [
        {
            "tenant": it.tenant,
            "id": it.id,
            "number": it.number,
            "author": it.author,
            "team": it.team,
            "stage": it.stage.value,
            "told_at": moment(it.told_at),
            "answer_by": it.answer_by,
            "body": pack(it),
            "version": 1,
        }
        for it in told
    ]
    connection.execute(insert(ideas), rows)


async def test_the_wall_stands_before_the_keys_too(walled_url: str) -> None:
    engine = open_engine(walled_url)
    await upgrade(engine)
    store = SqlStore(engine, FixedClock())
    for tenant in (T, U):
        await file(store, "Nyckelskåpet är låst på natten", tenant=tenant)
    for tenant, sees in ((T, {T}), (U, {U}), ("", set[str]()), (EVERY_TENANT, {T, U})):
        async with store.transaction(tenant) as within:
            rows = await within.execute(text("SELECT DISTINCT tenant FROM idea_keys"))
            assert set(rows.scalars()) == sees
    assert await find(store, "nyckelskåp") == [1]
    await engine.dispose()
