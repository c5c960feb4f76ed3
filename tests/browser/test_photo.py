"""A photo in the playground, with the keyboard alone: chosen, taken away, sent, and seen on both cards."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Browser, FilePayload, expect

from cards import actions
from tests.browser.screen import WIDE, Screen
from tests.browser.town import Town
from tests.fakes.photos import photo

PHOTO = FilePayload(name="nyckelskåp.jpg", mimeType="image/jpeg", buffer=photo())


async def test_a_photo_goes_with_an_idea(town: Town, browser: Browser, shots: Path | None) -> None:
    context = await browser.new_context(locale="sv-SE", viewport=WIDE, color_scheme="light")
    context.set_default_timeout(10_000)
    screen = Screen(await context.new_page(), shots, "photo")
    await screen.open(town.url)
    await screen.page.locator("#hint-close").click()
    author, manager, _ = screen.panes
    pick = author.node.locator('input[type="file"]')
    await expect(author.node.get_by_label("Foto", exact=True)).to_have_count(1)
    chosen = author.node.locator(".photo-chosen")

    await pick.set_input_files([PHOTO])
    await expect(chosen).to_contain_text("Valt foto: nyckelskåp.jpg")
    await screen.check_access()
    await chosen.get_by_role("button", name="Ta bort fotot").press("Enter")
    await expect(chosen).to_be_hidden()
    await expect(pick).to_be_focused()

    await pick.set_input_files(
        [FilePayload(name="stor.jpg", mimeType="image/jpeg", buffer=b"0" * 10_485_761)]
    )
    await expect(chosen).to_contain_text("för stort")

    await pick.set_input_files([PHOTO])
    await author.says("Nyckelskåpet är för trångt på morgonen")
    await expect(chosen).to_be_hidden()
    await expect(author.node.locator(".message.own .words").last).to_contain_text("📎 nyckelskåp.jpg")
    await author.presses(actions.TELL_KIND, "problem")
    for pane in (author, manager):
        image = pane.card_with("Nyckelskåpet är för trångt").last.get_by_alt_text("Foto skickat med idé")
        await expect(image).to_be_visible()
        await expect(image).to_have_js_property("naturalWidth", 640)
    await screen.shot("on-both-cards")
    await screen.phone_shot("on-the-authors-card", pane=0)

    await manager.newest.locator(".look").first.click()
    await expect(screen.dialog.locator("img").first).to_have_js_property("naturalWidth", 640)
    await screen.shot("elsewhere")
    assert screen.problems == []
    await context.close()
