"""One browser window with the playground in it, and its panes as somebody uses them.

Whatever the browser complains of is kept in `problems`: errors in the console, scripts that broke, requests
that failed or were refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import ConsoleMessage, Locator, Page, Request, Response, ViewportSize, expect

from cards import actions
from handlers.web.moves import Move

WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
SERIOUS = {"serious", "critical"}
# Only the messages of a pane may be scrolled, never a pane or the page.
_OUT_OF_PLACE = """() => [document.documentElement, ...document.querySelectorAll('.pane, .log-holder')]
  .filter((node) => node.scrollTop !== 0).map((node) => node.id || node.className || node.tagName)"""


class Screen:
    """The page. Moments are saved as pictures in `shots`, numbered in the order they came; None is none."""

    def __init__(self, page: Page, shots: Path | None, name: str) -> None:
        self.page = page
        self.panes = tuple(Pane(self, number) for number in range(3))
        self.problems: list[str] = []
        self._shots = shots
        self._name = name
        self._taken = 0
        self._away = False
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._problem(f"script: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    # What goes wrong

    def _problem(self, text: str) -> None:
        if not self._away:
            self.problems.append(text)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._problem(f"console: {message.text}")

    def _failed(self, request: Request) -> None:
        # The stream of an old page ends when the page is left; nothing else may.
        if not request.url.partition("?")[0].endswith("/playground/events"):
            self._problem(f"failed: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self._problem(f"{response.status}: {response.url}")

    @contextmanager
    def femma_is_away(self) -> Iterator[None]:
        """A browser rightly complains while nobody answers."""
        self._away = True
        try:
            yield
        finally:
            self._away = False

    # What one does

    async def open(self, url: str) -> None:
        """Until the page can be used."""
        await self.page.goto(url)
        await self.ready()

    async def reload(self) -> None:
        """The same with F5."""
        await self.page.reload()
        await self.ready()

    async def ready(self) -> None:
        """Scripts have run, and the greeting (or whatever stands there) is drawn."""
        await expect(self.page.locator("html")).to_have_attribute("data-ready", "yes")

    async def speaks(self, language: str) -> None:
        """Choose the page's language at the top."""
        await self.page.locator("#language").select_option(language)
        await expect(self.page.locator("html")).to_have_attribute("lang", language)

    async def moves_clock(self, move: Move) -> None:
        """Press one of the buttons beside the clock, and see the clock move."""
        clock = self.page.locator("#clock-now")
        # As it is written: the page shows the first letter large, and the comparison below does not see that.
        before = str(await clock.text_content())
        await self.page.locator(f'[data-move="{move.value}"]').click()
        await expect(clock).not_to_have_text(before)

    # What one sees

    @property
    def dialog(self) -> Locator:
        """The open form or preview."""
        return self.page.locator("dialog[open]")

    async def shot(self, moment: str) -> None:
        """A picture of the whole window, in which nothing may be out of its place."""
        moved = await self.page.evaluate(_OUT_OF_PLACE)
        assert not moved, f"{moment}: scrolled away: {moved}"
        if self._shots is None:
            return
        self._taken += 1
        path = self._shots / f"{self._name}-{self._taken:02d}-{moment}.png"
        await self.page.screenshot(path=path, animations="disabled")

    async def phone_shot(self, moment: str, pane: int) -> None:
        """The same moment on a telephone, with one of the panes in front. The window is wide again after."""
        await self.page.set_viewport_size(PHONE)
        # An open form lies over the tabs, and yet it belongs to one of them.
        await self.page.locator("#tabs button").nth(pane).dispatch_event("click")
        wide = await self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= PHONE["width"], f"{moment}: {wide} pixels wide"
        await self.shot(f"{moment}-phone")
        await self.page.set_viewport_size(WIDE)

    async def check_access(self) -> None:
        """Nothing that axe calls serious or critical."""
        found = await Axe().run(self.page)
        wrong = [
            f"{rule['id']}: {node['html'][:120]}"
            for rule in found.response["violations"]
            if rule["impact"] in SERIOUS
            for node in rule["nodes"]
        ]
        assert not wrong, wrong


class Pane:
    """A conversation, used by pressing and writing."""

    def __init__(self, screen: Screen, number: int) -> None:
        self.node = screen.page.locator(f"#pane-{number}")
        self.newest = self.node.locator(".message.femma").last
        self._screen = screen
        self._heard = ""

    @property
    def heard(self) -> str:
        """The last thing Femma said here, as it read when it came."""
        return self._heard

    async def shows(self, conversation: str) -> None:
        """Choose what the pane shows."""
        await self.node.locator(".where").select_option(conversation)

    async def says(self, text: str) -> None:
        """Write, send, and read Femma's answer."""
        before = await self._newest_id()
        await self.node.locator("textarea").fill(text)
        await self.node.locator("textarea").press("Enter")
        await self._reads_after(before)

    async def presses(self, action: str, arg: str | None = None) -> None:
        """The newest such button; Femma goes on with a message of its own."""
        before = await self._newest_id()
        await self.button(action, arg).click()
        await self._reads_after(before)

    async def opens(self, action: str) -> Locator:
        """The newest such button; the form it opens."""
        await self.button(action).click()
        await expect(self._screen.dialog).to_be_visible()
        return self._screen.dialog.locator("form")

    async def turns_over(self) -> None:
        """The other half of the newest card's moves: the card itself turns."""
        await self.button(actions.IDEA_MORE).click()
        await expect(self.button(actions.IDEA_LESS)).to_be_visible()

    def button(self, action: str, arg: str | None = None) -> Locator:
        """The newest button with this action, and with this argument if one is given."""
        where = f'.card button[data-action="{action}"]'
        return self.node.locator(where if arg is None else f'{where}[data-value$="|{arg}"]').last

    def card_with(self, text: str) -> Locator:
        """Femma's cards with this text in them."""
        return self.node.locator(".message.femma .card").filter(has_text=text)

    async def _newest_id(self) -> str:
        # Whoever has nothing from Femma yet is about to be greeted.
        return str(await self.newest.get_attribute("data-message"))

    async def _reads_after(self, before: str) -> None:
        quoted = json.dumps(before)
        newer = self.node.locator(f".log > .message.femma:last-of-type:not([data-message={quoted}])")
        await expect(newer).to_be_visible()
        self._heard = await self.newest.locator(".card").inner_text()
