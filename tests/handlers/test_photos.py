"""Photos as people send them: with words, alone, before and after; and the worker that fetches them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.domain.ideas import Idea
from bot.domain.notices import Short, ShortLine
from bot.domain.people import Address, Language
from bot.domain.pictures import MOST_BYTES, Flaw, Moment
from bot.domain.ports import Files, Gone, NotDelivered, TryLater, Uncertain
from bot.domain.work import Work
from cards import actions
from cards.lines import line_text
from cards.model import Image
from handlers import photos
from handlers.incoming import Attached, Said
from handlers.pictures import MAX_ATTEMPTS, PictureWork
from handlers.turn import Turn
from storage.album import LEASE, SqlAlbum
from storage.tables import ideas, pictures
from tests.fakes.photos import SECRET, bomb, photo
from tests.house import TENANT, Chatter, House, open_house

JPEG = Attached("f1", "bild.jpg", "image/jpeg", 1000)


@dataclass
class MemoryFiles:
    """`Files` in a dictionary; `faults` (`clinging` when one is let go) are raised once each, in order."""

    files: dict[str, bytes] = field(default_factory=lambda: {"f1": photo(), "f2": photo((300, 200))})
    faults: list[Exception] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    clinging: list[Exception] = field(default_factory=list)
    done: asyncio.Event = field(default_factory=asyncio.Event)

    async def fetch(self, ref: str) -> bytes:
        self.fetched.append(ref)
        if self.faults:
            raise self.faults.pop(0)
        if ref not in self.files:
            raise Gone("http_404")
        return self.files[ref]

    async def let_go(self, ref: str) -> None:
        if self.clinging:
            raise self.clinging.pop(0)
        self.gone.append(ref)
        self.done.set()


@dataclass
class Studio:
    """A house with a team, its author and manager, and a worker."""

    house: House
    files: MemoryFiles
    worker: PictureWork
    author: Chatter
    manager: Chatter

    async def sends(self, text: str, *attached: Attached, by: Chatter | None = None) -> None:
        """Says it with these files; the worker has not run yet."""
        who = by or self.author
        await self.house.hear(Said(who.envelope(), text, attached=attached))

    async def works(self) -> None:
        """The worker does what is due, and what it says goes out."""
        await self.worker.drain()
        await self.house.settle()

    async def rows(self) -> list[dict[str, object]]:
        async with self.house.core.store.transaction() as connection:
            found = await connection.execute(select(pictures).order_by(pictures.c.sent_at, pictures.c.id))
            return [dict(row._mapping) for row in found]

    async def idea(self) -> Idea:
        async def job(work: Work) -> Idea:
            found, _ = await work.ideas_of(TENANT, self.author.id, 1)
            return found[0]

        return await self.house.core.store.run(TENANT, job)

    def heard(self, short: Short, who: Chatter | None = None) -> bool:
        person = who or self.author
        return line_text(ShortLine(short), person.language) in person.transcript


@asynccontextmanager
async def open_studio(url: str) -> AsyncIterator[Studio]:
    async with open_house(url) as house:
        author, manager = house.person("Alva"), house.person("Britta", Language.NB)
        await house.team("norr", manager)
        files = MemoryFiles()
        yield Studio(house, files, house.core.fetch_from({"web": files}, house.clock), author, manager)


@pytest.fixture
async def studio(sqlite_url: str) -> AsyncIterator[Studio]:
    async with open_studio(sqlite_url) as it:
        yield it


@pytest.fixture
async def studio_on_each(database_url: str) -> AsyncIterator[Studio]:
    async with open_studio(database_url) as it:
        yield it


def images(chatter: Chatter) -> list[Image]:
    """The photos on everything that the person sees now."""
    return [part for card in chatter.cards for part in card.parts if isinstance(part, Image)]


# What belongs to what


async def test_a_photo_with_words_comes_onto_both_cards(studio_on_each: Studio) -> None:
    studio = studio_on_each
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    await studio.works()
    await studio.author.presses(actions.TELL_KIND, "problem")
    (row,) = await studio.rows()
    idea = await studio.idea()
    assert (row["state"], row["idea"], row["moment"], row["ref"]) == ("kept", idea.id, "before", "")
    assert [picture.id for picture in idea.pictures] == [row["id"]]
    assert [image.alt for image in images(studio.author)] == ["Foto skickat med idé 1, före"]
    assert [image.alt for image in images(studio.manager)] == ["Bilde sendt med idé 1, før"]
    content = await SqlAlbum(studio.house.core.store).content(TENANT, str(row["id"]))
    assert content is not None
    assert content.startswith(b"\xff\xd8")
    assert SECRET.encode() not in content
    assert studio.files.gone == ["f1"]


async def test_a_photo_that_is_ready_late_is_drawn_onto_the_cards(studio_on_each: Studio) -> None:
    studio = studio_on_each
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    await studio.author.presses(actions.TELL_KIND, "problem")
    assert not images(studio.author)
    before = len(studio.author.cards), len(studio.manager.cards)
    await studio.works()
    assert (len(images(studio.author)), len(images(studio.manager))) == (1, 1)
    assert (len(studio.author.cards), len(studio.manager.cards)) == before


async def test_a_photo_alone_goes_with_the_open_draft(studio: Studio) -> None:
    await studio.sends("Nyckelskåpet är för trångt")
    await studio.sends("", JPEG)
    assert studio.heard(Short.PHOTO_ADDED)
    await studio.author.presses(actions.TELL_KIND, "problem")
    await studio.works()
    assert len((await studio.idea()).pictures) == 1


async def test_a_photo_alone_waits_for_its_sentence(studio: Studio) -> None:
    await studio.sends("", JPEG)
    assert studio.heard(Short.PHOTO_ALONE)
    await studio.works()
    await studio.house.wait(hours=2)
    await studio.sends("Så här ser nyckelskåpet ut")
    await studio.author.presses(actions.TELL_KIND, "problem")
    assert len((await studio.idea()).pictures) == 1
    assert len(images(studio.manager)) == 1


async def test_a_sentence_a_day_later_is_about_something_else(studio: Studio) -> None:
    await studio.sends("", JPEG)
    await studio.works()
    await studio.house.wait(hours=25)
    await studio.sends("Listan ligger i ett annat hus")
    await studio.author.presses(actions.TELL_KIND, "problem")
    assert (await studio.idea()).pictures == ()


async def test_the_sentence_may_come_through_the_form(studio: Studio) -> None:
    await studio.sends("", JPEG)
    await studio.works()
    await studio.author.commands("Så här ser nyckelskåpet ut")
    await studio.author.presses(actions.TELL_KIND, "problem")
    assert len((await studio.idea()).pictures) == 1


async def test_a_photo_with_a_mention_in_the_channel(studio: Studio) -> None:
    where = Address("web", TENANT, "norr", "t1")
    said = Said(studio.author.envelope(), "Skåpet är trångt", where, "norr", attached=(JPEG,))
    await studio.house.hear(said)
    await studio.author.presses(actions.TELL_KIND, "problem")
    await studio.works()
    assert len((await studio.idea()).pictures) == 1


async def test_the_answer_to_a_question_may_have_a_photo(studio: Studio) -> None:
    await filed(studio)
    form = await studio.manager.opens(actions.IDEA_ASK)
    await studio.manager.sends(form, question="Hur ser det ut?")
    await studio.sends("Så här.", JPEG)
    await studio.works()
    idea = await studio.idea()
    assert idea.exchanges[0].answer == "Så här."
    assert [picture.moment for picture in idea.pictures] == [Moment.BEFORE]


async def test_a_photo_in_a_talk_about_causes(studio: Studio) -> None:
    await filed(studio)
    await studio.author.presses(actions.IDEA_WHY)
    await studio.sends("", JPEG)
    assert studio.heard(Short.PHOTO_ADDED)
    await studio.works()
    assert len((await studio.idea()).pictures) == 1


async def test_a_draft_given_back_leaves_nothing(studio: Studio) -> None:
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    await studio.works()
    await studio.author.presses(actions.TELL_CANCEL)
    (row,) = await studio.rows()
    assert (row["state"], row["content"], row["ref"]) == ("gone", None, "")


async def test_a_draft_given_back_while_its_photo_is_fetched(studio: Studio) -> None:
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    await studio.author.presses(actions.TELL_CANCEL)
    await studio.works()
    (row,) = await studio.rows()
    assert (row["state"], row["content"]) == ("gone", None)
    assert studio.files.fetched == []


async def test_words_that_are_a_command_lose_no_photo(studio: Studio) -> None:
    await studio.sends("hjälp", JPEG)
    assert studio.heard(Short.PHOTO_ALONE)
    assert [row["state"] for row in await studio.rows()] == ["waiting"]


async def test_the_lines_after_a_try_show_how_it_became(studio: Studio) -> None:
    """What the life of an idea calls: `with_idea`, with the moment of its choice."""
    idea = await filed(studio)
    house = studio.house

    async def job(work: Work) -> int:
        now = house.clock.now()
        turn = Turn(
            work, now, TENANT, "try", Language.SV, house.core.conversation._calendar, lambda: "f" * 24, now
        )
        turn.attached = (JPEG,)
        person = await work.person(TENANT, studio.author.id)
        assert person is not None
        return await photos.with_idea(turn, person, idea.id, Moment.AFTER)

    assert await house.core.store.run(TENANT, job) == 1
    await studio.works()
    assert [image.alt for image in images(studio.author)] == ["Foto skickat med idé 1, efter"]


async def test_nobody_adds_a_photo_to_an_idea_of_others(studio: Studio) -> None:
    idea = await filed(studio)
    stranger = studio.house.person("Sten")
    await stranger.says("hjälp")

    async def job(work: Work) -> int:
        now = studio.house.clock.now()
        calendar = studio.house.core.conversation._calendar
        turn = Turn(work, now, TENANT, "x", Language.SV, calendar, lambda: "f" * 24, now, (JPEG,))
        person = await work.person(TENANT, stranger.id)
        assert person is not None
        return await photos.with_idea(turn, person, idea.id)

    assert await studio.house.core.store.run(TENANT, job) == 0
    assert await studio.rows() == []


async def filed(studio: Studio) -> Idea:
    await studio.sends("Nyckelskåpet är för trångt")
    await studio.author.presses(actions.TELL_KIND, "problem")
    return await studio.idea()


# What cannot be kept


@pytest.mark.parametrize(
    ("attached", "told"),
    [
        (Attached("f1", "a.pdf", "application/pdf", 10), Short.PHOTO_WRONG_KIND),
        (Attached("f1", "a.svg", "image/svg+xml", 10), Short.PHOTO_WRONG_KIND),
        (Attached("f1", "a.heic", "image/heic", 10), Short.PHOTO_WRONG_KIND),
        (Attached("f1", "a.html", "text/html", 10), Short.PHOTO_WRONG_KIND),
        (Attached("f1", "a.jpg", "image/jpeg", MOST_BYTES + 1), Short.PHOTO_TOO_BIG),
        (Attached("", "a.jpg", "image/jpeg", 10), Short.PHOTO_NOT_FETCHED),
    ],
)
async def test_what_is_seen_at_once_is_told_at_once(studio: Studio, attached: Attached, told: Short) -> None:
    await studio.sends("Nyckelskåpet är för trångt", attached)
    assert studio.heard(told)
    assert await studio.rows() == []
    await studio.author.presses(actions.TELL_KIND, "problem")
    assert (await studio.idea()).text == "Nyckelskåpet är för trångt"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Short.PHOTO_WRONG_KIND),
        (bomb(), Short.PHOTO_TOO_BIG),
        (None, Short.PHOTO_NOT_FETCHED),
    ],
)
async def test_what_is_seen_later_is_told_later(
    studio_on_each: Studio, content: bytes | None, told: Short
) -> None:
    studio = studio_on_each
    studio.files.files = {} if content is None else {"f1": content}
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    await studio.works()
    assert studio.heard(told)
    (row,) = await studio.rows()
    assert (row["state"], row["content"], row["ref"]) == ("refused", None, "")
    said = len(studio.author.cards)
    await studio.works()
    assert len(studio.author.cards) == said


async def test_each_in_their_own_language(studio: Studio) -> None:
    await studio.sends("Nøkkelskapet er for trangt", Attached("x", "a.jpg", "image/jpeg"), by=studio.manager)
    await studio.works()
    assert studio.heard(Short.PHOTO_NOT_FETCHED, studio.manager)
    assert "Jeg fikk ikke tak i bildet" in studio.manager.transcript


async def test_more_than_can_be_kept(studio: Studio) -> None:
    await studio.sends("Så här ser det ut", *(JPEG,) * 5)
    assert len(await studio.rows()) == 4
    assert studio.heard(Short.PHOTO_TOO_MANY)
    await studio.sends("", *(JPEG,) * 4)
    await studio.sends("", JPEG)
    assert len(await studio.rows()) == 8
    await studio.works()
    await studio.author.presses(actions.TELL_KIND, "problem")
    assert len((await studio.idea()).pictures) == 8


async def test_the_same_delivery_twice_is_one_photo(studio: Studio) -> None:
    said = Said(studio.author.envelope("d-once"), "Skåpet är trångt", attached=(JPEG,))
    await studio.house.hear(said)
    await studio.house.hear(said)
    assert len(await studio.rows()) == 1


# The worker


@pytest.mark.parametrize("fault", [TryLater("ratelimited", 60.0), TryLater("http_503"), Uncertain("timeout")])
async def test_what_may_pass_is_tried_again(studio_on_each: Studio, fault: NotDelivered) -> None:
    studio = studio_on_each
    studio.files.faults = [fault]
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    await studio.works()
    assert [row["state"] for row in await studio.rows()] == ["waiting"]
    await studio.works()
    assert studio.files.fetched == ["f1"]
    studio.house.clock.moment += timedelta(minutes=2)
    await studio.works()
    assert [row["state"] for row in await studio.rows()] == ["kept"]


async def test_what_does_not_pass_is_given_up_and_told(studio: Studio) -> None:
    studio.files.faults = [TryLater("http_503") for _ in range(20)]
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    for _ in range(12):
        await studio.works()
        studio.house.clock.moment += timedelta(hours=2)
    assert [row["state"] for row in await studio.rows()] == ["refused"]
    assert len(studio.files.fetched) <= MAX_ATTEMPTS
    assert studio.heard(Short.PHOTO_NOT_FETCHED)


async def test_a_fault_that_nobody_foresaw_does_not_hold_up_the_others(studio: Studio) -> None:
    studio.files.faults = [RuntimeError("boom")]
    await studio.sends("Nyckelskåpet är för trångt", JPEG, Attached("f2", "b.jpg", "image/jpeg"))
    await studio.works()
    assert sorted(str(row["state"]) for row in await studio.rows()) == ["kept", "refused"]


@pytest.mark.parametrize("fault", [TryLater("conflict"), Uncertain("storage_away")])
async def test_a_file_that_cannot_be_let_go_holds_nobody_up(studio: Studio, fault: NotDelivered) -> None:
    studio.files.clinging = [fault]
    await studio.sends("Nyckelskåpet är för trångt", JPEG, Attached("f2", "b.jpg", "image/jpeg"))
    await studio.works()
    assert [row["state"] for row in await studio.rows()] == ["kept", "kept"]
    assert len(studio.files.gone) == 1


class Killed(BaseException):
    """The process is gone."""


@pytest.mark.parametrize("moment", ["after_picture_claim", "after_picture_fetch", "mid_picture_tx"])
async def test_a_worker_that_dies_loses_nothing(studio_on_each: Studio, moment: str) -> None:
    studio = studio_on_each
    house = studio.house

    def die(where: str) -> None:
        if where == moment:
            raise Killed

    house.core.tripwire = die
    dying = house.core.fetch_from({"web": studio.files}, house.clock)
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    with pytest.raises((Killed, BaseExceptionGroup)):
        await dying.drain()
    assert [row["state"] for row in await studio.rows()] == ["waiting"]
    await studio.works()
    assert [row["state"] for row in await studio.rows()] == ["waiting"], "the lease still runs"
    house.clock.moment += LEASE + timedelta(seconds=1)
    await studio.works()
    (row,) = await studio.rows()
    assert (row["state"], row["attempts"]) == ("kept", 2)


async def test_a_picture_that_takes_the_process_with_it_is_given_up(studio: Studio) -> None:
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    async with studio.house.core.store.transaction() as connection:
        await connection.execute(update(pictures).values(attempts=MAX_ATTEMPTS))
    await studio.works()
    assert studio.files.fetched == []
    assert [row["state"] for row in await studio.rows()] == ["refused"]
    assert studio.heard(Short.PHOTO_NOT_FETCHED)


async def test_two_workers_fetch_each_once(studio_on_each: Studio) -> None:
    studio = studio_on_each
    other = studio.house.core.fetch_from({"web": studio.files}, studio.house.clock)
    for number in range(4):
        await studio.sends(f"Sak nummer {number} är trasig", JPEG)
    await asyncio.gather(studio.worker.drain(), other.drain())
    assert len(studio.files.fetched) == 4
    assert {row["state"] for row in await studio.rows()} == {"kept"}


class Slow(MemoryFiles):
    """The first fetch lasts longer than its lease: meanwhile another worker has done it."""

    async def fetch(self, ref: str) -> bytes:
        content = await super().fetch(ref)
        if len(self.fetched) == 1:
            clock, worker = self.house.clock, self.other
            clock.moment += LEASE + timedelta(seconds=1)
            await worker.drain()
        return content

    house: House
    other: PictureWork


async def test_whoever_comes_late_changes_nothing(studio_on_each: Studio) -> None:
    studio = studio_on_each
    files = Slow()
    files.house, files.other = studio.house, studio.worker
    late = studio.house.core.fetch_from({"web": files}, studio.house.clock)
    await filed(studio)
    form = await studio.manager.opens(actions.IDEA_ASK)
    await studio.manager.sends(form, question="Hur ser det ut?")
    await studio.sends("Så här.", JPEG)
    await late.drain()
    idea = await studio.idea()
    assert len(idea.pictures) == 1
    (row,) = await studio.rows()
    assert (row["state"], row["fence"]) == ("kept", 2)


async def test_a_restart_goes_on(sqlite_url: str) -> None:
    async with open_studio(sqlite_url) as first:
        await first.sends("Nyckelskåpet är för trångt", JPEG)
        await first.author.presses(actions.TELL_KIND, "problem")
        said = first.house.chat
    async with open_house(sqlite_url) as house:
        house.use(said)
        await house.core.fetch_from({"web": MemoryFiles()}, house.clock).drain()
        await house.settle()
        assert len(images(house.person("Alva"))) == 1


async def test_a_platform_that_is_not_set_up_any_more(studio: Studio) -> None:
    files: dict[str, Files] = {}
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    await studio.house.core.fetch_from(files, studio.house.clock).drain()
    assert [row["reason"] for row in await studio.rows()] == ["platform not configured"]


async def test_the_worker_is_woken_by_the_commit(studio: Studio) -> None:
    running = asyncio.create_task(studio.worker.run())
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    async with asyncio.timeout(20):
        await studio.files.done.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert studio.files.gone == ["f1"]


# Between tenants, and in time


async def test_twin_tenants_see_their_own_only(studio_on_each: Studio) -> None:
    studio = studio_on_each
    house = studio.house
    twin = house.person("Alva", tenant="web:tvilling")
    chief = house.person("Britta", tenant="web:tvilling")
    await house.team("norr", chief)
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    await studio.sends("Nyckelskåpet är för trångt", Attached("f2", "b", "image/jpeg"), by=twin)
    await studio.works()
    for person in (studio.author, twin):
        await person.presses(actions.TELL_KIND, "problem")
    ours, theirs = sorted(await studio.rows(), key=lambda row: str(row["tenant"]))
    assert (ours["tenant"], theirs["tenant"]) == (TENANT, "web:tvilling")
    album = SqlAlbum(house.core.store)
    assert await album.content("web:tvilling", str(ours["id"])) is None
    assert await album.content(TENANT, str(theirs["id"])) is None
    assert await album.owner(str(theirs["id"])) == "web:tvilling"
    for chatter, row in ((studio.author, ours), (twin, theirs), (chief, theirs)):
        assert [image.url for image in images(chatter)] == [f"picture:{row['id']}:{row['tenant']}"]


async def test_a_photo_without_a_sentence_is_swept_and_a_kept_one_stays(studio: Studio) -> None:
    await filed_with_photo(studio)
    await studio.sends("", Attached("f2", "b.jpg", "image/jpeg"))
    await studio.works()
    before = studio.house.clock.now() + timedelta(days=1)

    async def job(work: Work) -> None:
        await work.sweep(before)

    await studio.house.core.store.run("*", job)
    (row,) = await studio.rows()
    assert row["idea"] == (await studio.idea()).id


async def filed_with_photo(studio: Studio) -> None:
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    await studio.works()
    await studio.author.presses(actions.TELL_KIND, "problem")


async def test_a_photo_of_an_idea_that_was_taken_away_meanwhile(studio: Studio) -> None:
    await studio.sends("Nyckelskåpet är för trångt", JPEG)
    await studio.author.presses(actions.TELL_KIND, "problem")
    async with studio.house.core.store.transaction() as connection:
        await connection.execute(ideas.delete())
    await studio.works()
    assert [row["state"] for row in await studio.rows()] == ["kept"]


def test_every_flaw_has_its_words() -> None:
    assert set(photos._TOLD) == set(Flaw)


async def _just_done(studio: Studio, text: str = "Skylten sitter fel") -> None:
    await studio.author.says(text)
    await studio.author.presses(actions.TELL_KIND, "problem")
    form = await studio.author.opens(actions.IDEA_JUST_DONE)
    await studio.author.sends(form, words="Vi flyttade den")


async def test_a_photo_sent_right_after_it_was_done_shows_how_it_became(studio: Studio) -> None:
    await _just_done(studio)
    await studio.sends("", JPEG)
    assert "visar hur det blev" in studio.author.heard
    (row,) = await studio.rows()
    assert (row["moment"], bool(row["idea"])) == (Moment.AFTER.value, True)
    await studio.works()
    assert [one.moment for one in (await studio.idea()).pictures] == [Moment.AFTER]


async def test_a_photo_the_day_after_waits_for_words(studio: Studio) -> None:
    await _just_done(studio)
    await studio.house.wait(days=1)
    await studio.sends("", JPEG)
    (row,) = await studio.rows()
    assert not row["idea"]


async def test_where_two_were_done_today_nobody_guesses(studio: Studio) -> None:
    await _just_done(studio)
    await _just_done(studio, "Bilen saknar handskar")
    await studio.sends("", JPEG)
    (row,) = await studio.rows()
    assert not row["idea"]


async def test_others_photos_that_day_are_their_own(studio: Studio) -> None:
    await _just_done(studio)
    karim = studio.house.person("Karim")
    await studio.sends("", JPEG, by=karim)
    (row,) = await studio.rows()
    assert not row["idea"]
