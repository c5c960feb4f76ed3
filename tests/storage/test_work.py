"""What the core may rely on, the same on both databases."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text as sql

from bot.domain.effects import Basis, Effect, EffectKind, Range
from bot.domain.errors import Conflict
from bot.domain.ideas import Happening, Idea, Kind, Reply, Stage
from bot.domain.letters import Letter, LetterState, Reminder, Settled, Way
from bot.domain.notices import Help
from bot.domain.people import Address, Language, Person, Team
from bot.domain.talks import Talk, TalkStatus
from bot.domain.telling import Telling
from bot.domain.why_moves import begin
from bot.domain.whys import WhyTalk
from bot.domain.work import StorageAway
from storage.engine import open_engine
from storage.outbox import SqlOutbox
from storage.schema import upgrade
from storage.store import SqlStore
from storage.work import SqlWork, with_effects
from tests.house import START, FixedClock, turn

T, U = "web:a", "web:b"


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[SqlStore]:
    engine = open_engine(database_url)
    await upgrade(engine)
    yield SqlStore(engine, FixedClock())
    await engine.dispose()


def an_idea(number: int, tenant: str = T, **over: object) -> Idea:
    told = START + timedelta(minutes=number)
    base = Idea(f"i{number}", tenant, number, Kind.IDEA, "text", "ann", "x", told, date(2026, 11, 20))
    return replace(base, **over)  # type: ignore[arg-type]


def a_letter(key: str, lane: str = "c1", way: Way = Way.POST) -> Letter:
    return Letter(key, T, Address("web", T, lane), Language.NB, Help(), way, "m" if way is Way.EDIT else "")


async def test_a_delivery_is_new_once_in_each_tenant(store: SqlStore) -> None:
    async def mark(work: SqlWork) -> tuple[bool, bool, bool]:
        first = await work.first_time(T, "d", START)
        again = await work.first_time(T, "d", START)
        return first, again, await work.first_time(U, "d", START)

    assert await store.run("*", mark) == (True, False, True)


async def test_nothing_is_kept_when_the_work_fails(store: SqlStore) -> None:
    async def fail(work: SqlWork) -> None:
        await work.first_time(T, "d", START)
        await work.send(a_letter("k"))
        raise LookupError

    with pytest.raises(LookupError):
        await store.run("*", fail)

    async def mark(work: SqlWork) -> bool:
        return await work.first_time(T, "d", START)

    assert await store.run("*", mark)
    assert await SqlOutbox(store).counts() == {}


async def test_values_come_back_as_they_were(store: SqlStore) -> None:
    channel = Address("teams", T, "c", "t", "https://example.com/", "p")
    person = Person("ann", T, "Ann", Language.NB, "x", channel, True)
    team = Team("x", T, "Nord", channel, manager="bo", deputy="cy")
    state, _ = begin("problemet 👩‍👩‍👧 «så»")
    talk = Talk("k", T, "ann", state, "i1", TalkStatus.OPEN, channel)

    async def write(work: SqlWork) -> None:
        await work.save_person(person)
        await work.save_team(team)
        await work.save_talk(talk)

    async def read(work: SqlWork) -> tuple[Person | None, Team | None, Talk | None]:
        found = await work.person(T, "ann"), await work.team_in(channel), await work.open_talk(T, "ann")
        assert await work.person(U, "ann") is None
        return found

    await store.run("*", write)
    assert await store.run("*", read) == (
        replace(person, version=1),
        replace(team, version=1),
        replace(talk, version=1),
    )


async def test_a_row_that_moved_on_is_a_conflict(store: SqlStore) -> None:
    async def make(work: SqlWork) -> Idea:
        return await work.save_idea(an_idea(1))

    old = await store.run("*", make)

    async def change(work: SqlWork) -> Idea:
        return await work.save_idea(replace(old, text="b"))

    await store.run("*", change)
    with pytest.raises(Conflict):
        await store.run("*", change)


async def test_a_conflict_is_done_again_with_fresh_values(store: SqlStore) -> None:
    tries = []

    async def twice(work: SqlWork) -> int:
        tries.append(1)
        if len(tries) < 3:
            raise Conflict("test")
        return len(tries)

    assert await store.run("*", twice) == 3


async def test_numbers_are_never_used_twice(store: SqlStore) -> None:
    async def number(work: SqlWork) -> int:
        return await work.next_number(T)

    numbers = await asyncio.gather(*(store.run("*", number) for _ in range(30)))
    assert sorted(numbers) == list(range(1, 31))


async def test_lists_are_of_one_tenant_in_their_order(store: SqlStore) -> None:
    async def write(work: SqlWork) -> None:
        for n in (1, 2, 3):
            await work.save_idea(
                an_idea(n, answer_by=date(2026, 11, 30 - n)), Happening(f"i{n}", START, "ann", "told")
            )
        done = an_idea(4, stage=Stage.ACKNOWLEDGED, reply=Reply("bo", START, "ok"))
        await work.save_idea(done)
        await work.save_idea(an_idea(9, tenant=U))

    await store.run("*", write)

    async def read(work: SqlWork) -> None:
        mine, total = await work.ideas_of(T, "ann", 2)
        assert ([i.number for i in mine], total) == ([4, 3], 4)
        waiting, total = await work.ideas_waiting(T, ["x"], "nobody", 10)
        assert ([i.number for i in waiting], total) == ([3, 2, 1], 3)
        assert [h.what for h in await work.history(T, "i2")] == ["told"]
        team = Team("x", T, "x", Address("web", T, "c"))
        assert len(await work.ideas_for_summary(team, START)) == 4

    await store.run("*", read)


async def test_a_person_has_one_open_talk(store: SqlStore) -> None:
    async def two(work: SqlWork) -> None:
        await work.save_talk(Talk("k1", T, "ann", Telling("a", Kind.IDEA)))
        await work.save_talk(Talk("k2", T, "ann", Telling("b", Kind.IDEA)))

    with pytest.raises(Conflict):
        await store.run("*", two)


async def test_drafts_that_wait_for_a_team_are_found(store: SqlStore) -> None:
    async def write(work: SqlWork) -> list[Talk]:
        await work.save_talk(Talk("k1", T, "ann", Telling("a", Kind.IDEA)))
        await work.save_talk(Talk("k2", T, "bo", Telling("a", Kind.IDEA, team="x")))
        state, _ = begin("p")
        assert isinstance(state, WhyTalk)
        await work.save_talk(Talk("k3", T, "cy", state))
        return await work.talks_without_team(T)

    assert [talk.id for talk in await store.run("*", write)] == ["k1"]


async def test_a_reminder_is_done_once_and_in_its_time(store: SqlStore) -> None:
    done: list[str] = []

    async def write(work: SqlWork) -> None:
        await work.remind(Reminder("a", T, START + timedelta(hours=1), "x:a"))
        await work.remind(Reminder("b", T, START, "x:b"))
        await work.remind(Reminder("a", T, START + timedelta(hours=2), "x:a"))

    async def do(_: SqlWork, reminder: Reminder) -> None:
        done.append(reminder.name)

    await store.run("*", write)
    while await store.run_due(START + timedelta(hours=1), do):
        pass
    assert done == ["b"]
    await store.run_due(START + timedelta(hours=2), do)
    assert await store.run_due(START + timedelta(hours=9), do) is None
    assert done == ["b", "a"]


async def test_a_reminder_that_failed_stays(store: SqlStore) -> None:
    async def write(work: SqlWork) -> None:
        await work.remind(Reminder("a", T, START, "x:a"))

    async def fail(_: SqlWork, reminder: Reminder) -> None:
        raise LookupError(reminder.name)

    await store.run("*", write)
    with pytest.raises(LookupError):
        await store.run_due(START, fail)

    async def next_one(work: SqlWork) -> object:
        return await work.next_reminder(T, "x:")

    assert await store.run("*", next_one) == START


async def test_a_letter_is_written_once_and_claimed_in_order(store: SqlStore) -> None:
    outbox = SqlOutbox(store)

    async def write(work: SqlWork) -> None:
        for key, lane in (("1", "c1"), ("2", "c1"), ("3", "c2"), ("1", "c3")):
            await work.send(a_letter(key, lane))

    await store.run("*", write)
    claimed = await turn(outbox, [], START, 10)
    assert [c.letter.key for c in claimed] == ["1", "3"]
    assert await turn(outbox, [], START, 10) == []
    sent = [Settled(c, LetterState.SENT, to=c.letter.to, message="m") for c in claimed]
    more = await turn(outbox, sent, START, 10)
    assert [c.letter.key for c in more] == ["2"]
    assert await outbox.counts() == {"sent": 2, "sending": 1}


async def test_a_lane_that_rests_is_left_out(store: SqlStore) -> None:
    outbox = SqlOutbox(store)

    async def write(work: SqlWork) -> None:
        await work.send(a_letter("1", "c1"))
        await work.send(a_letter("2", "c2"))

    await store.run("*", write)
    claimed = await turn(outbox, [], START, 10, [f"{T}/c1"])
    assert [c.letter.key for c in claimed] == ["2"]


async def test_what_a_dead_sender_held_is_uncertain_for_posts_and_repeated_for_edits(store: SqlStore) -> None:
    outbox = SqlOutbox(store)

    async def write(work: SqlWork) -> None:
        await work.send(a_letter("p", "c1"))
        await work.send(a_letter("e", "c2", Way.EDIT))

    await store.run("*", write)
    held = await turn(outbox, [], START, 10)
    assert await outbox.recover(START, everything=False) == 0
    assert await outbox.recover(START + timedelta(minutes=5), everything=False) == 2
    assert await outbox.counts() == {"uncertain": 1, "waiting": 1}
    late = [Settled(c, LetterState.SENT, to=c.letter.to, message="m") for c in held]
    await turn(outbox, late, START, 0)
    assert await outbox.counts() == {"uncertain": 1, "waiting": 1}


async def test_a_slow_sender_that_writes_down_at_last_is_believed(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    store = SqlStore(engine, FixedClock())
    outbox = SqlOutbox(store)

    async def write(work: SqlWork) -> None:
        await work.send(a_letter("p"))

    await store.run("*", write)
    await turn(outbox, [], START, 10)
    async with store.transaction() as connection:
        await connection.execute(sql("UPDATE outbox SET state = 'sent'"))
        looking = asyncio.create_task(outbox.recover(START + timedelta(minutes=5), everything=False))
        await asyncio.wait({looking}, timeout=0.3)
    assert await looking == 0
    assert await outbox.counts() == {"sent": 1}
    await engine.dispose()


async def test_two_senders_never_hold_the_same_letter(store: SqlStore) -> None:
    outbox = SqlOutbox(store)

    async def write(work: SqlWork) -> None:
        for n in range(60):
            await work.send(a_letter(str(n), f"c{n}"))

    await store.run("*", write)
    rounds = await asyncio.gather(*(turn(outbox, [], START, 8) for _ in range(8)))
    keys = [c.letter.key for claimed in rounds for c in claimed]
    assert len(keys) == len(set(keys)) == 60


async def test_a_database_that_is_away_is_said_so(empty_database_url: str) -> None:
    engine = open_engine(empty_database_url)
    store = SqlStore(engine, FixedClock())

    async def read(work: SqlWork) -> object:
        return await work.person(T, "ann")

    with pytest.raises(StorageAway):
        await store.run("*", read)
    await engine.dispose()


async def test_ideas_with_effects_are_found_by_team_and_never_by_what_people_wrote(store: SqlStore) -> None:
    gave = Effect(EffectKind.TIME, Basis.FELT, "lugnare", Range(1, 2))

    async def job(work: SqlWork) -> list[int]:
        await work.save_idea(an_idea(1, stage=Stage.DONE, effects=(gave,)))
        await work.save_idea(an_idea(2, stage=Stage.STANDARD, effects=(gave, gave)))
        await work.save_idea(an_idea(3, stage=Stage.DONE, text='"effects":[{"kind":"time"}]'))
        await work.save_idea(an_idea(4, stage=Stage.DONE, effects=(gave,), team="y"))
        await work.save_idea(an_idea(5, tenant=U, stage=Stage.DONE, effects=(gave,)))
        return [idea.number for idea in await work.ideas_with_effects(T, "x")]

    assert await store.run("*", job) == [2, 1]


async def test_ideas_with_effects_are_searched_by_an_index() -> None:
    engine = open_engine("sqlite+aiosqlite:///:memory:")
    await upgrade(engine)
    async with engine.connect() as connection:
        query = with_effects(T, "x").compile(engine, compile_kwargs={"literal_binds": True})
        plan = (await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}")).all()
    await engine.dispose()
    steps = [str(row.detail) for row in plan]
    assert any("ix_ideas_stage" in step for step in steps), steps
    assert not any(step.startswith("SCAN") for step in steps), steps
