"""Files behind links: for whom, how long, under which name, and what stands there when there is none."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.domain.a3 import A3
from bot.domain.people import Language
from bot.domain.work import StorageAway
from cards.a3.pdf import NotSet, Press
from cards.a3.sheet import Sheet, Tree, sheet_of
from cards.files import FileOf, Format
from cards.texts import texts_for
from handlers.files import LASTS, FileDoor, FileLinks, Pass, disposition
from handlers.picture_links import PictureLinks
from handlers.printing import NotPrinted, Printer
from handlers.signing import Signer, letters
from tests.cards.a3_samples import ORDINARY, SMALL, huge_tree
from tests.cards.hostile import CODE
from tests.house import FixedClock

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SECRET = b"0123456789abcdef0123456789abcdef"
LINKS = FileLinks(SECRET)
SHEET = sheet_of(texts_for(Language.SV), SMALL)
# What a name in a header must never be made of.
NAMES = (
    "../../etc/passwd",
    "..\\..\\x",
    'a"; filename="b.exe',
    "a\r\nSet-Cookie: x=1",
    "a\nb",
    "\x00",
    "å/ä",
    "%0d%0a",
    *CODE,
)


class OneShelf:
    """The A3 of one idea, which one person may read."""

    def __init__(self) -> None:
        self.page = SMALL
        self.readers = {("t1", "p1", "i1")}
        self.away = False

    async def a3(self, file: FileOf) -> A3 | None:
        if self.away:
            raise StorageAway("gone")
        return self.page if (file.tenant, file.person, file.idea) in self.readers else None


class BrokenPress(Press):
    """Refuses every page."""

    def pdf(self, sheet: Sheet) -> bytes:
        raise NotSet


class SlowPress(Press):
    """Waits until it is told to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = Event()

    def pdf(self, sheet: Sheet) -> bytes:
        self.go_on.wait(timeout=30)
        return b"late"


@dataclass
class Scene:
    """A browser before the door, the clock and the shelf behind it."""

    browser: Any
    clock: FixedClock
    shelf: OneShelf


@asynccontextmanager
async def scene(press: Press | None = None) -> AsyncIterator[Scene]:
    clock, shelf, printer = FixedClock(NOW), OneShelf(), Printer(press or Press())
    app = web.Application()
    app.add_routes(FileDoor(shelf, LINKS, printer, clock).routes())
    async with TestClient(TestServer(app)) as browser:
        yield Scene(browser, clock, shelf)
    await printer.close()


def link(
    person: str = "p1", form: Format = Format.PDF, language: Language = Language.SV, tenant: str = "t1"
) -> str:
    return LINKS.path(FileOf(tenant, person, "i1", form, language), NOW)


async def test_both_kinds_of_file_with_headers_that_keep_them_private() -> None:
    async with scene() as at:
        for form, start, kind in (
            (Format.PDF, b"%PDF-", "application/pdf"),
            (
                Format.DOCX,
                b"PK\x03\x04",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
        ):
            answer = await at.browser.get(link(form=form))
            assert answer.status == 200
            assert (await answer.read()).startswith(start)
            assert answer.headers["Content-Type"] == kind
            assert answer.headers["Content-Disposition"] == f'attachment; filename="femma-12-a3.{form.value}"'
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("language", list(Language))
async def test_f9_after_a_day_a_kind_page_says_how_to_get_a_new_one(
    language: Language,
) -> None:
    async with scene() as at:
        given = link(language=language)
        at.clock.moment = NOW + LASTS - timedelta(seconds=1)
        assert (await at.browser.get(given)).status == 200
        at.clock.moment = NOW + LASTS
        answer = await at.browser.get(given)
        assert answer.status == 410
        page = await answer.text()
        assert f'<html lang="{language.value}">' in page
        assert texts_for(language).say("file-expired-text") in page
        assert answer.headers["Cache-Control"] == "no-store"


async def test_f9_a_link_for_somebody_else_opens_nothing() -> None:
    async with scene() as at:
        for other in (link(person="p2"), link(tenant="t2")):
            answer = await at.browser.get(other)
            assert answer.status == 403
            assert texts_for(Language.SV).say("file-gone-text") in await answer.text()


async def test_f9_rights_are_those_of_now() -> None:
    async with scene() as at:
        given = link()
        assert (await at.browser.get(given)).status == 200
        at.shelf.readers.clear()
        assert (await at.browser.get(given)).status == 403


async def test_f9_guessed_and_changed_links_are_refused() -> None:
    async with scene() as at:
        head, token = link()[:7], link()[7:]
        changed = [token[:n] + ("A" if token[n] != "A" else "B") + token[n + 1 :] for n in range(len(token))]
        for wrong in ("x", "a" * 22, "a" * 3000, "..", token[:-1], token + "A", *changed):
            answer = await at.browser.get(head + wrong)
            assert answer.status in {403, 404}, wrong


async def test_a_link_that_cannot_be_read_is_answered_in_the_language_of_the_browser() -> None:
    async with scene() as at:
        for asks, language in (("nn-NO,nb;q=0.9", "nb"), ("fi, en;q=0.5", "en"), ("", "sv"), ("fi", "sv")):
            answer = await at.browser.get("/files/" + "a" * 40, headers={"Accept-Language": asks})
            assert f'<html lang="{language}">' in await answer.text()


async def test_no_file_now_is_said_kindly() -> None:
    async with scene() as at:
        at.shelf.away = True
        assert (await at.browser.get(link())).status == 503
    async with scene(BrokenPress()) as at:
        answer = await at.browser.get(link(language=Language.EN))
        assert answer.status == 503
        assert answer.headers["Retry-After"] == "5"
        assert texts_for(Language.EN).say("file-late-title") in await answer.text()


async def test_h8_nothing_that_people_wrote_is_in_a_header() -> None:
    async with scene() as at:
        for name in NAMES:
            at.shelf.page = replace(SMALL, problem=name, team=name, author=name)
            answer = await at.browser.get(link())
            assert answer.headers["Content-Disposition"] == 'attachment; filename="femma-12-a3.pdf"'
            assert "Set-Cookie" not in answer.headers


def test_h8_the_name_is_a_token_of_rfc_6266() -> None:
    for number in (1, 1234, 10**9):
        for form in Format:
            assert re.fullmatch(r'attachment; filename="[a-z0-9.-]+"', disposition(number, form))


def test_a_link_is_one_for_each_file_and_fits_an_address() -> None:
    assert link() == link()
    assert len({link(), link(person="p2"), link(form=Format.DOCX), link(tenant="t2")}) == 4
    longest = link(person="teams:" + "f" * 36 + ":" + "f" * 36, tenant="teams:" + "f" * 36)
    assert re.fullmatch(r"/files/[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{22}", longest)
    assert len(longest) < 400


def test_a_link_says_for_whom_it_is_and_only_the_secret_can_make_it() -> None:
    token = link(person="pÅ", form=Format.DOCX, language=Language.NB).removeprefix("/files/")
    assert LINKS.read(token) == Pass(FileOf("t1", "pÅ", "i1", Format.DOCX, Language.NB), NOW + LASTS)
    assert FileLinks(b"another secret of the same length").read(token) is None
    words = json.dumps([2**31, FileOf("t1", "p1", "i1", Format.PDF, Language.SV).written()]).encode()
    for purpose in ("pictures: seal", "pictures: tenant", "file"):
        other = Signer(SECRET, purpose).seal(words)
        assert LINKS.read(f"{letters(words)}.{letters(other)}") is None
    assert LINKS.read(f"{letters(words)}.") is None
    assert LINKS.read(f"{letters(words)}.{letters(Signer(SECRET, 'files').seal(words))}") is not None
    assert PictureLinks(SECRET).read(token, NOW) is None


def test_a_short_secret_is_none() -> None:
    with pytest.raises(ValueError, match="128 bits"):
        FileLinks(b"short")


async def test_the_loop_goes_on_and_a_slow_page_is_given_up() -> None:
    press = SlowPress()
    printer = Printer(press, limit=0.05)
    with pytest.raises(NotPrinted):
        await printer.file(SHEET, Format.PDF)
    press.go_on.set()
    await printer.close()


async def test_too_many_at_once_are_asked_to_come_again() -> None:
    press = SlowPress()
    printer = Printer(press)
    waiting = [asyncio.create_task(printer.file(SHEET, Format.PDF)) for _ in range(16)]
    await asyncio.sleep(0)
    with pytest.raises(NotPrinted):
        await printer.file(SHEET, Format.PDF)
    press.go_on.set()
    assert await asyncio.gather(*waiting) == [b"late"] * 16
    await printer.close()


class NoPicture(Press):
    """Draws nothing, and says so."""

    def picture(self, tree: Tree, language: str) -> bytes:
        raise NotSet


async def test_a_tree_that_no_picture_can_hold_is_not_drawn() -> None:
    printer = Printer(NoPicture())
    t = texts_for(Language.SV)
    with pytest.raises(NotPrinted):
        await printer.file(sheet_of(t, ORDINARY), Format.DOCX)
    tall = replace(ORDINARY, tree=huge_tree(8, "ord " * 100))
    assert await printer.file(sheet_of(t, tall), Format.DOCX)
    await printer.close()


async def test_many_ordinary_pages_from_two_threads() -> None:
    printer = Printer(Press())
    sheet = sheet_of(texts_for(Language.NB), ORDINARY)
    made = await asyncio.gather(*(printer.file(sheet, Format.PDF) for _ in range(8)))
    assert len(set(made)) == 1
    await printer.close()
