"""The playground without a mouse, without good eyes and at 400 % (row K4, WCAG 2.1 AA)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from bot.domain.people import Language
from tests.browser.screen import WIDE, Screen
from tests.browser.town import Town

# WCAG 1.4.10: a window of 1280 by 1024 pixels at 400 % is this wide and high in CSS pixels.
ZOOMED: ViewportSize = {"width": 320, "height": 256}
# More stops than the page has; a path that never ends would be a trap (2.1.2).
MOST_STOPS = 120
# What has the focus: a name for it, and whether one sees that it has it.
_FOCUSED = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const style = getComputedStyle(node), box = node.getBoundingClientRect();
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const name = node.id || node.dataset.move || node.className || node.tagName;
  return [node.tagName + ' ' + name, ring || style.boxShadow !== 'none', box.width > 0 && box.height > 0];
}"""


@pytest.fixture(params=list(Language), ids=lambda language: language.value)
def language(request: pytest.FixtureRequest) -> Language:
    """Each of the three."""
    one: Language = request.param
    return one


@pytest.fixture
async def screen(browser: Browser, language: Language, shots: Path | None) -> AsyncIterator[Screen]:
    """A fresh browser of somebody who speaks that language."""
    context = await browser.new_context(locale=language.value, viewport=WIDE, color_scheme="light")
    context.set_default_timeout(10_000)
    screen = Screen(await context.new_page(), shots, f"access-{language.value}")
    yield screen
    assert screen.problems == []
    await context.close()


async def test_k4_the_page_says_its_language_and_has_one_heading(
    town: Town, screen: Screen, language: Language
) -> None:
    await screen.open(town.url)
    page = screen.page
    assert await page.locator("html").get_attribute("lang") == language.value
    assert await page.locator("h1").count() == 1
    assert await page.title() != ""
    await screen.check_access()


async def test_k4_at_400_percent_nothing_has_to_be_scrolled_sideways(town: Town, screen: Screen) -> None:
    page = screen.page
    await page.set_viewport_size(ZOOMED)
    await screen.open(town.url)
    await expect(screen.panes[0].newest).to_be_visible()
    tabs = page.locator("#tabs button")
    for number in range(await tabs.count()):
        await tabs.nth(number).click()
        wide = await page.evaluate("document.documentElement.scrollWidth")
        assert wide <= ZOOMED["width"], f"pane {number}: {wide} pixels wide"
        await screen.check_access()


async def stops(page: Page) -> list[tuple[str, bool, bool]]:
    """Where Tab leads from the top of the page until it comes round."""
    found: list[tuple[str, bool, bool]] = []
    for _ in range(MOST_STOPS):
        await page.keyboard.press("Tab")
        stop = await page.evaluate(_FOCUSED)
        if stop is None or (len(found) > 3 and stop[0] == found[0][0]):
            return found
        found.append((stop[0], stop[1], stop[2]))
    raise AssertionError(f"Tab does not come round: {found[-5:]}")


async def test_k4_everything_can_be_reached_and_used_by_keyboard(town: Town, screen: Screen) -> None:
    await screen.open(town.url)
    page = screen.page
    await expect(screen.panes[0].newest).to_be_visible()
    reached = await stops(page)
    names = [name for name, _, _ in reached]
    assert names[0] == "A skip"
    for wanted in ("SELECT language", "BUTTON hour", "BUTTON digest"):
        assert wanted in names, wanted
    assert sum(name.startswith("TEXTAREA") for name in names) == 3
    assert [name for name, ring, _ in reached if not ring] == [], "focus that nobody sees"
    assert [name for name, _, shown in reached if not shown] == [], "focus on what is not there"
    # Somebody tells something without ever touching a mouse.
    before = await screen.panes[0].node.locator(".message").count()
    await screen.panes[0].node.locator("textarea").focus()
    await page.keyboard.type("Nycklarna")
    await page.keyboard.press("Enter")
    await expect(screen.panes[0].node.locator(".message")).to_have_count(before + 2)
