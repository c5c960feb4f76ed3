"""The page in a real browser, against a scripted Femma: what one sees, presses, and reaches by keyboard.

The whole product in the same page is tested in `tests/browser`; here are the page's own promises.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestServer
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, Request, expect

from bot.domain.people import Address
from cards.actions import FORM_NEW_IDEA
from handlers.incoming import Pressed, Said, SentForm, Wanted
from tests.web.stand import ANNA, BIRGITTA, BJORKEN, KARI, SUMMARY, Stand

pytestmark = pytest.mark.browser

LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
IDEA = "Nyckelskåpet står i ett annat hus, så morgonturen blir ofta sen."
expect.set_options(timeout=10_000)


class Window:
    """A browser window with the playground. `problems` is what the browser complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.problems: list[str] = []
        self.panes = [page.locator(f"#pane-{number}") for number in range(3)]
        self.dialog = page.locator("dialog[open]")
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        # A 503 is repeated by the page itself; the browser notes it all the same.
        if message.type in {"error", "warning"} and "503" not in message.text:
            self.problems.append(message.text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.problems.append(f"beyond the page: {request.url}")

    async def open(self) -> None:
        """Until it can be used, with everybody greeted."""
        await self.page.goto(self.address)
        await expect(self.page.locator("html")).to_have_attribute("data-ready", "yes")
        await expect(self.panes[0].locator(".card").first).to_be_attached()
        await expect(self.panes[1].locator(".card").first).to_be_attached()

    async def write(self, pane: int, text: str) -> None:
        """Write and send, as one does."""
        await self.panes[pane].locator("textarea").fill(text)
        await self.panes[pane].locator("textarea").press("Enter")

    async def has_focus(self, where: Locator) -> None:
        """The keyboard is there."""
        await expect(where).to_be_focused()

    async def check_access(self) -> None:
        """Nothing that axe calls serious or critical."""
        found = await Axe().run(self.page)
        wrong = [
            f"{rule['id']}: {node['html'][:150]}"
            for rule in found.response["violations"]
            if rule["impact"] in {"serious", "critical"}
            for node in rule["nodes"]
        ]
        assert not wrong, wrong

    async def shot(self, name: str) -> None:
        """A picture for whoever asks for it with FEMMA_SHOTS."""
        if folder := os.environ.get("FEMMA_SHOTS"):
            await self.page.screenshot(path=Path(folder) / f"page-{name}.png", animations="disabled")


@pytest.fixture
def looks() -> dict[str, Any]:
    """How the window is; a test may ask for another with `indirect` parameters."""
    return {"viewport": LAPTOP, "color_scheme": "light", "locale": "sv-SE"}


@pytest.fixture
async def window(browser: Browser, server: TestServer, looks: dict[str, Any]) -> AsyncIterator[Window]:
    """A newcomer's window; at the end the browser has nothing to complain of."""
    context = await browser.new_context(**looks)
    context.set_default_timeout(10_000)
    window = Window(await context.new_page(), str(server.make_url("/")))
    await window.open()
    yield window
    assert window.problems == []
    await context.close()


async def test_an_idea_is_seen_live_by_the_manager(window: Window, stand: Stand) -> None:
    author, manager, _channel = window.panes
    await author.locator("textarea").fill(IDEA)
    await author.locator("textarea").press("Shift+Enter")
    await author.locator("textarea").press_sequentially("Två rader.")
    await author.locator("textarea").press("Enter")
    await expect(author.locator(".own .words")).to_have_text(f"{IDEA}\nTvå rader.")
    await expect(author.locator("textarea")).to_have_value("")
    await expect(manager.locator(".card blockquote")).to_contain_text("Två rader.")
    said = stand.script.heard[-1]
    assert isinstance(said, Said)
    assert said.text == f"{IDEA}\nTvå rader."


async def test_a_pressed_card_is_replaced_and_keeps_the_keyboard(window: Window, stand: Stand) -> None:
    await window.write(0, IDEA)
    manager = window.panes[1]
    await manager.locator('[data-action="idea.acknowledge"]').press("Enter")
    answered = manager.locator(".message.femma").last
    await expect(answered.locator("h3")).to_have_text("Idén är kvitterad")
    await expect(answered.locator(".edited")).to_be_visible()
    await window.has_focus(answered.locator(".card"))
    pressed = stand.script.heard[-1]
    assert isinstance(pressed, Pressed)
    assert (pressed.where, pressed.message) == (BIRGITTA.home, stand.script.manager_card)


async def test_a_private_line_is_for_this_pane_and_not_kept(window: Window) -> None:
    await window.write(0, IDEA)
    author, manager, _channel = window.panes
    await author.locator('[data-action="idea.open"]').click()
    await expect(author.locator(".private")).to_contain_text("Den knappen är gammal.")
    await expect(author.locator(".private")).to_contain_text("Bara du ser det här")
    await expect(manager.locator(".private")).to_have_count(0)
    await author.locator(".private button").click()
    await expect(author.locator(".private")).to_have_count(0)
    await window.has_focus(author.locator("textarea"))


async def test_a_form_with_an_error_keeps_what_was_written(window: Window, stand: Stand) -> None:
    author = window.panes[0]
    await author.locator('.card [data-action="idea.new"]').click()
    form = window.dialog.locator("form")
    await window.has_focus(form.locator("textarea"))
    await form.locator("textarea").fill("Kö")
    await form.locator('[name="kind"]').select_option("problem")
    await form.locator('[name="with"]').select_option(KARI.id)
    await form.locator('[type="submit"]').click()
    await expect(form.get_by_role("alert")).to_have_text("Skriv en hel mening, så att andra förstår.")
    await expect(form.locator("textarea")).to_have_value("Kö")
    await expect(form.locator('[name="kind"]')).to_have_value("problem")
    await expect(form.locator('[name="with"]')).to_have_value(KARI.id)
    await window.has_focus(form.locator("textarea"))
    await window.check_access()
    await window.shot("form")
    await form.locator("textarea").fill("Kö vid kopiatorn")
    await form.locator('[type="submit"]').click()
    await expect(window.dialog).to_have_count(0)
    await expect(author.locator(".private")).to_contain_text("Sparat.")
    sent = [heard for heard in stand.script.heard if isinstance(heard, SentForm)]
    assert [form.fields["text"] for form in sent] == ["Kö", "Kö vid kopiatorn"]
    assert sent[1].people["with"].person == KARI.id
    assert sent[0].envelope.delivery != sent[1].envelope.delivery


async def test_a_form_is_put_away_and_the_keyboard_comes_back(window: Window) -> None:
    opener = window.panes[0].locator(".new-idea")
    for way in ("Escape", "cancel"):
        await opener.press("Enter")
        await expect(window.dialog).to_be_visible()
        if way == "cancel":
            await window.dialog.locator("[data-cancel]").click()
        else:
            await window.page.keyboard.press(way)
        await expect(window.dialog).to_have_count(0)
        await window.has_focus(opener)


async def test_a_colleagues_message_becomes_an_improvement(window: Window, stand: Stand) -> None:
    channel = window.panes[2]
    await channel.locator(".speaker select").select_option(KARI.id)
    await window.write(2, "Noen flere som leter etter nøkler?")
    message = channel.locator(".message.other")
    await expect(message.locator(".message-name")).to_have_text("Kari Nordmann")
    assert not [heard for heard in stand.script.heard if isinstance(heard, Said)]
    await message.locator(".menu-open").press("Enter")
    await window.page.keyboard.press("Escape")
    await window.has_focus(message.locator(".menu-open"))
    await message.locator(".menu-open").press("Enter")
    await window.page.keyboard.press("Enter")
    await expect(window.dialog.locator("textarea")).to_have_value("Noen flere som leter etter nøkler?")
    wanted = stand.script.heard[-1]
    assert isinstance(wanted, Wanted)
    assert (wanted.envelope.actor.person, wanted.form) == (KARI.id, FORM_NEW_IDEA)


async def test_a_mention_is_answered_in_its_thread(window: Window, stand: Stand) -> None:
    channel = window.panes[2]
    await window.write(2, "@Femma vi letar alltid nycklar")
    answer = channel.locator(".message.other > .answers .card")
    await expect(answer).to_be_visible()
    await channel.locator(".answers .menu-open").click()
    await channel.locator(".answers .menu-list button").click()
    await expect(channel.locator(".answering")).to_be_visible()
    await window.write(2, "@Femma och cyklar")
    await expect(channel.locator(".message.other > .answers .words")).to_have_text("@Femma och cyklar")
    await expect(channel.locator(".answering")).to_be_hidden()
    first, second = (heard for heard in stand.script.heard if isinstance(heard, Said))
    assert first.channel is not None
    assert first.channel == second.channel


async def test_busy_is_sent_again_by_itself_and_once_only(window: Window, stand: Stand) -> None:
    stand.script.busy = 2
    await window.write(0, IDEA)
    await expect(window.panes[1].locator(".card blockquote")).to_have_text(IDEA)
    await expect(window.panes[0].locator(".own")).to_have_count(1)
    assert stand.script.busy == 0


async def test_what_did_not_get_through_can_be_sent_again(window: Window, stand: Stand) -> None:
    stand.script.busy = 4
    await window.write(0, IDEA)
    fault = window.panes[0].locator(".fault")
    await expect(fault).to_contain_text("Det gick inte fram.")
    assert not [heard for heard in stand.script.heard if isinstance(heard, Said)]
    await fault.locator("button").first.click()
    await expect(window.panes[1].locator(".card blockquote")).to_have_text(IDEA)
    await expect(fault).to_have_count(0)
    await expect(window.panes[0].locator(".own")).to_have_count(1)


async def test_the_same_card_in_slack_and_in_teams(window: Window, stand: Stand) -> None:
    await stand.script.say(Address("web", "web:demo", BJORKEN.conversation), SUMMARY)
    opener = window.panes[2].locator(".look")
    await opener.press("Enter")
    tabs = window.dialog.get_by_role("tab")
    await window.has_focus(tabs.first)
    slack = window.dialog.locator(".slack-card")
    await expect(slack.locator("h3")).to_have_text("Veckan som gick, v. 47")
    await expect(slack.locator("svg .bar")).to_have_count(8)
    await window.check_access()
    await window.shot("slack")
    await window.page.keyboard.press("ArrowRight")
    teams = window.dialog.locator(".teams-card")
    await expect(teams.get_by_role("heading")).to_have_text("Veckan som gick, v. 47")
    await expect(teams.locator("svg .bar")).to_have_count(8)
    await expect(teams).to_contain_text("6 nya idéer den här veckan, 5 fick svar.")
    await window.check_access()
    await window.shot("teams")
    await window.page.keyboard.press("ArrowRight")
    await expect(window.dialog.locator("pre").first).to_contain_text('"data_visualization"')
    await expect(window.dialog.locator("pre").last).to_contain_text('"Chart.VerticalBar.Grouped"')
    await window.check_access()
    await window.page.keyboard.press("Escape")
    await window.has_focus(opener)


async def test_buttons_of_the_previews_do_nothing(window: Window, stand: Stand) -> None:
    await window.panes[0].locator(".look").click()
    heard = len(stand.script.heard)
    await window.dialog.locator(".slack-actions button").click()
    await window.dialog.get_by_role("tab").nth(1).click()
    await window.dialog.locator(".ac-pushButton").click()
    await window.page.keyboard.press("Escape")
    await window.write(0, IDEA)
    await expect(window.panes[0].locator(".own")).to_be_visible()
    assert [type(it) for it in stand.script.heard[heard:]] == [Said]


async def test_the_week_ends_on_the_right(window: Window, stand: Stand) -> None:
    clock = window.page.locator("#clock-now")
    await expect(clock).to_have_text("torsdag 19 november 2026 · 10.30 · v. 47")
    await window.page.locator('[data-move="digest"]').press("Enter")
    await expect(clock).to_have_text("måndag 23 november 2026 · 08.00 · v. 48")
    await expect(window.page.locator("#clock-moved")).to_contain_text("Klockan är nu måndag")
    summary = window.panes[2].locator(".card")
    await expect(summary.locator("h3")).to_have_text("Veckan som gick, v. 47")
    await expect(summary.locator("svg .bar")).to_have_count(8)
    await expect(window.page.locator('[data-move="digest"]')).to_have_attribute("aria-disabled", "true")
    await window.shot("week")


async def test_what_comes_while_one_reads_above_is_announced_below(window: Window, stand: Stand) -> None:
    author = window.panes[0]
    for number in range(4):
        await window.write(0, f"{number}. {IDEA}")
    await expect(author.locator(".message.femma")).to_have_count(5)
    await author.locator(".log").evaluate("log => log.scrollTo(0, 0)")
    await expect(author.locator(".below")).to_be_hidden()
    await stand.script.say(ANNA.home, SUMMARY)
    await author.locator(".below").click()
    await expect(author.locator(".card").last).to_be_in_viewport()
    await window.has_focus(author.locator(".card").last)
    await expect(author.locator(".below")).to_be_hidden()


async def test_the_page_speaks_three_languages_and_the_cards_their_own(window: Window) -> None:
    for language, words, moment in (
        ("nb", "Skriv til Femma", "torsdag 19. november 2026 · 10.30 · uke 47"),
        ("en", "Write to Femma", "Thursday 19 November 2026 · 10:30 · week 47"),
        ("sv", "Skriv till Femma", "torsdag 19 november 2026 · 10.30 · v. 47"),
    ):
        await window.page.locator("#language").select_option(language)
        await expect(window.page.locator("html")).to_have_attribute("lang", language)
        await expect(window.panes[0].locator("textarea")).to_have_attribute("placeholder", words)
        await expect(window.page.locator("#clock-now")).to_have_text(moment)
        await expect(window.panes[0].locator(".card h3")).to_have_text("Hej! Jag är Femma.")
        await expect(window.panes[0].locator(".card")).to_have_attribute("lang", "sv")


async def test_panes_are_switched_and_remembered(window: Window) -> None:
    third = window.panes[2]
    await third.locator(".where").select_option(KARI.home.conversation)
    await expect(third.locator(".card")).to_be_visible()
    await expect(third.locator(".speaker")).to_be_hidden()
    await window.page.locator("#hint-close").click()
    await window.has_focus(window.page.locator("#hint-open"))
    await window.page.reload()
    await expect(third.locator(".where")).to_have_value(KARI.home.conversation)
    await expect(third.locator(".card")).to_have_count(1)
    await expect(window.page.locator("#hint")).to_be_hidden()


async def test_words_are_words(window: Window) -> None:
    evil = "<img src=/x onerror=alert(1)><script>alert(2)</script>"
    await window.write(0, evil)
    await expect(window.panes[0].locator(".own .words")).to_have_text(evil)
    await expect(window.panes[1].locator(".card blockquote")).to_have_text(evil)


async def test_the_keyboard_alone_is_enough(window: Window, stand: Stand) -> None:
    keys = window.page.keyboard
    await keys.press("Tab")
    await window.has_focus(window.page.locator(".skip"))
    await keys.press("Enter")
    await window.has_focus(window.page.locator("#panes"))
    author = window.panes[0]
    for stop in (".where", ".log", ".look", '[data-action="idea.new"]', "textarea"):
        await keys.press("Tab")
        await window.has_focus(author.locator(stop))
        outline = await author.locator(stop).evaluate("node => getComputedStyle(node).outlineStyle")
        assert outline == "solid", stop
    await keys.type(IDEA)
    await keys.press("Enter")
    await expect(author.locator(".message.femma")).to_have_count(2)
    for _ in range(2):
        await keys.press("Shift+Tab")
    await window.has_focus(author.locator('[data-action="idea.why"]'))
    await keys.press("Space")
    await expect(author.locator(".private")).to_be_visible()


@pytest.mark.parametrize(
    "looks",
    [
        {"viewport": LAPTOP, "color_scheme": "light", "locale": "sv-SE"},
        {"viewport": LAPTOP, "color_scheme": "dark", "locale": "nb-NO"},
        {"viewport": PHONE, "color_scheme": "light", "locale": "en-GB", "has_touch": True},
    ],
    ids=["laptop", "dark", "phone"],
)
async def test_nothing_stands_in_anybodys_way(window: Window, stand: Stand, looks: dict[str, Any]) -> None:
    await window.check_access()
    await stand.script.say(BIRGITTA.home, SUMMARY)
    await stand.script.say(Address("web", "web:demo", BJORKEN.conversation), SUMMARY)
    await window.write(0, IDEA)
    await window.panes[0].locator('[data-action="idea.open"]').click()
    await expect(window.panes[0].locator(".private")).to_be_visible()
    await window.check_access()
    await window.shot(f"{looks['color_scheme']}-{looks['locale']}")
    if looks["viewport"] == PHONE:
        tabs = window.page.locator("#tabs button")
        await expect(tabs.nth(1)).to_have_class("has-new")
        await tabs.nth(1).click()
        await expect(window.panes[0]).to_be_hidden()
        await expect(window.panes[1].locator(".card").last).to_be_in_viewport()
        await window.check_access()
        await window.shot("phone-manager")


async def test_a_narrow_page_never_scrolls_sideways(window: Window, stand: Stand) -> None:
    await stand.script.say(Address("web", "web:demo", BJORKEN.conversation), SUMMARY)
    for width in (390, 320):
        await window.page.set_viewport_size({"width": width, "height": 640})
        for language in ("sv", "nb", "en"):
            await window.page.locator("#language").select_option(language)
            for tab in range(3):
                await window.page.locator("#tabs button").nth(tab).click()
                assert await window.page.evaluate("document.documentElement.scrollWidth") <= width
                log = window.panes[tab].locator(".log")
                assert await log.evaluate("log => log.scrollWidth <= log.clientWidth")
