"""Pictures in the database: claims with a lease and a fence, and the wall beneath the queries."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import text

from bot.domain.pictures import ClaimedPicture, Picture, Print
from bot.domain.work import Work
from storage.album import LEASE, SqlAlbum, SqlPictureQueue
from storage.store import SqlStore
from tests.house import START, House
from tests.storage.test_walls import store

__all__ = ["store"]
A, B = "slack:A", "slack:B"
PRINT = Print(b"\xff\xd8 print", 4, 3)


async def add(store: SqlStore, tenant: str, id_: str, talk: str = "") -> None:
    async def job(work: Work) -> None:
        picture = Picture(id_, tenant, f"{tenant}:U1", "slack", "ref", talk=talk)
        await work.pictures.add(picture, START)

    await store.run(tenant, job)


async def keep(store: SqlStore, claimed: ClaimedPicture) -> str | None:
    async def job(work: Work) -> str | None:
        return await work.pictures.keep(claimed, PRINT)

    return await store.run(claimed.tenant, job)


async def test_a_claim_is_nobody_elses_until_its_lease_is_over(house_on_each: House) -> None:
    store = house_on_each.core.store
    queue = SqlPictureQueue(store)
    await add(store, A, "p1")
    (first,) = await queue.claim(START, 5)
    assert (first.attempts, first.fence, first.ref, first.sent_at) == (1, 1, "ref", START)
    assert await queue.claim(START + LEASE - timedelta(seconds=1), 5) == []
    (second,) = await queue.claim(START + LEASE, 5)
    assert (second.attempts, second.fence) == (2, 2)
    assert await keep(store, first) is None
    assert await SqlAlbum(store).content(A, "p1") is None
    assert await keep(store, second) == ""
    assert await keep(store, second) is None
    assert await SqlAlbum(store).content(A, "p1") == PRINT.content
    assert await queue.claim(START + 9 * LEASE, 5) == []


async def test_no_more_than_there_is_room_for_and_the_oldest_first(house_on_each: House) -> None:
    store = house_on_each.core.store
    for number in range(3):
        await add(store, A, f"p{number}")
    assert len(await SqlPictureQueue(store).claim(START, 2)) == 2
    assert len(await SqlPictureQueue(store).claim(START, 2)) == 1


async def test_a_refused_claim_is_refused_once(house_on_each: House) -> None:
    store = house_on_each.core.store
    await add(store, A, "p1")
    (claimed,) = await SqlPictureQueue(store).claim(START, 5)

    async def job(work: Work) -> bool:
        return await work.pictures.refuse(claimed, "x" * 500)

    assert await store.run(A, job)
    assert not await store.run(A, job)


async def test_a_draft_of_another_tenant_is_left_alone(house_on_each: House) -> None:
    store = house_on_each.core.store
    await add(store, A, "pa", talk="same")
    await add(store, B, "pb", talk="same")

    async def go(work: Work) -> None:
        await work.pictures.let_go(A, "same")
        await work.pictures.moved_to(A, "same", "idea")

    await store.run(A, go)
    (left,) = await SqlPictureQueue(store).claim(START, 5)
    assert left.id == "pb"
    assert await keep(store, left) == ""


async def test_the_wall_holds_where_a_query_forgets_the_tenant(store: SqlStore) -> None:
    for tenant, id_ in ((A, "pa"), (B, "pb")):
        await add(store, tenant, id_)
    for claimed in await SqlPictureQueue(store).claim(START, 5):
        await keep(store, claimed)
    for tenant, seen in ((A, {"pa"}), (B, {"pb"}), ("slack:C", set[str]())):
        async with store.transaction(tenant) as connection:
            rows = await connection.execute(text("SELECT id FROM pictures"))
            assert {row[0] for row in rows} == seen
    assert await SqlAlbum(store).content(A, "pb") is None
    assert await SqlAlbum(store).owner("pb") == B
