"""An A3 in the playground: the button, the page as a card, and both files by following its links."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from playwright.async_api import Browser, expect

from bot.clocks import SystemClock
from bot.domain.ideas import Whys
from bot.domain.tree import PROBLEM, Evidence, Why, WhyTree
from bot.domain.work import Work
from cards import actions
from handlers.web.demo import DEMO_TENANT
from storage.engine import open_engine
from storage.store import SqlStore
from tests.browser.screen import WIDE, Screen
from tests.browser.town import Town

WORDS = "Nyckelskåpet är för trångt på morgonen"
TREE = WhyTree(WORDS, (Why("Alla hämtar samtidigt", PROBLEM, Evidence.SEEN, "Vid skåpet"),))


async def causes_are_handed_over(folder: Path) -> None:
    """What a talk about causes would have ended in, for the idea that was told last."""

    async def write(work: Work) -> None:
        number = await work.next_number(DEMO_TENANT) - 1
        idea = await work.idea_numbered(DEMO_TENANT, number)
        assert idea is not None
        await work.save_idea(replace(idea, whys=Whys(TREE, trial="Märkta påsar")))

    engine = open_engine(f"sqlite:///{folder}/femma.db")
    await SqlStore(engine, SystemClock()).run(DEMO_TENANT, write)
    await engine.dispose()


async def test_an_a3_is_shown_and_both_files_come(
    town: Town, browser: Browser, shots: Path | None, tmp_path: Path
) -> None:
    context = await browser.new_context(locale="sv-SE", viewport=WIDE, color_scheme="light")
    context.set_default_timeout(10_000)
    screen = Screen(await context.new_page(), shots, "a3")
    await screen.open(town.url)
    await screen.page.locator("#hint-close").click()
    author, _, _ = screen.panes
    await author.says(WORDS)
    await author.presses(actions.TELL_KIND, "problem")
    await expect(author.card_with(WORDS).last).to_be_visible()
    await causes_are_handed_over(tmp_path)

    await author.says("a3")
    page = author.card_with("A3 på en sida").last
    await expect(page).to_contain_text("Alla hämtar samtidigt")
    await screen.check_access()
    await screen.shot("page")
    await screen.phone_shot("page", pane=0)
    for name, start in (("PDF", b"%PDF-"), ("Word", b"PK\x03\x04")):
        async with screen.page.expect_download() as waited:
            await page.get_by_role("link", name=name).click()
        download = await waited.value
        assert download.suggested_filename.startswith("femma-")
        saved = tmp_path / download.suggested_filename
        await download.save_as(saved)
        assert saved.read_bytes().startswith(start)
    assert screen.problems == []
    await context.close()
