"""The stage of the whole life in the playground: three panes, the last of which takes turns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from playwright.async_api import Locator, expect

from cards import actions
from handlers.web.demo import DemoTeam
from handlers.web.moves import Move
from handlers.web.scene import CHANNEL, Persona
from tests.browser.screen import Pane, Screen
from tests.e2e.life import Field, Player

# So many days before the day one wants to see, a week is still skipped at once.
_WEEK = 7
_MOST_MOVES = 60


@dataclass(frozen=True, slots=True)
class BrowserSheet:
    """A form in its dialog."""

    screen: Screen
    form: Locator

    async def options(self, field: str) -> list[str]:
        """Of a list."""
        options = self.form.locator(f'[name="{field}"] option')
        return [str(await one.get_attribute("value")) for one in await options.all()]

    async def sends(self, **fields: Field) -> list[str]:
        """Fill in, press, and see the dialog close or say what is missing."""
        for name, value in fields.items():
            given = value.persona.id if isinstance(value, BrowserPlayer) else str(value)
            box = self.form.locator(f'[name="{name}"]')
            is_list = await box.evaluate("node => node.tagName === 'SELECT'")
            await (box.select_option(given) if is_list else box.fill(given))
        # A refused form is drawn anew: the old nodes must be gone before the new ones are read.
        await self.form.evaluate("node => node.setAttribute('data-sent', 'yes')")
        await self.form.locator('[type="submit"]').click()
        await expect(self.screen.page.locator("form[data-sent]")).to_have_count(0)
        wrong = self.screen.dialog.locator("form .field:has(.error) [name]")
        return [str(await one.get_attribute("name")) for one in await wrong.all()]


@dataclass(frozen=True, slots=True)
class BrowserPlayer:
    """Somebody in one of the panes; the pane is turned to them before anything is done or read."""

    screen: Screen
    pane: Pane
    persona: Persona

    @property
    def name(self) -> str:
        return self.persona.name

    async def is_shown(self) -> None:
        """Their chat is the one in the pane."""
        where = self.pane.node.locator(".where")
        if await where.input_value() != self.persona.home.conversation:
            await self.pane.shows(self.persona.home.conversation)
            await expect(self.pane.newest).to_be_visible()

    async def says(self, text: str) -> None:
        await self.is_shown()
        own = self.pane.node.locator(".message.own")
        before = await own.count()
        await self.pane.node.locator("textarea").fill(text)
        await self.pane.node.locator("textarea").press("Enter")
        await expect(own).to_have_count(before + 1)

    def _cards(self, *texts: str) -> Locator:
        cards = self.pane.node.locator(".message.femma .card")
        for text in texts:
            cards = cards.filter(has_text=text)
        return cards

    async def hears(self, *texts: str) -> str:
        await self.is_shown()
        card = self._cards(*texts).last
        await expect(card).to_be_attached()
        return await card.inner_text()

    async def has_heard(self, *texts: str) -> bool:
        await self.is_shown()
        return await self._cards(*texts).count() > 0

    def _button(self, action: str, arg: str | None, about: str, label: str = "") -> Locator:
        where = f'button[data-action="{action}"]' + ("" if arg is None else f'[data-value$="|{arg}"]')
        found = self._cards(*([about] if about else [])).locator(where)
        return (found.filter(has_text=re.compile(f"^{re.escape(label)}$")) if label else found).last

    async def is_offered(self, action: str, arg: str | None = None, about: str = "") -> None:
        await self.is_shown()
        await expect(self._button(action, arg, about)).to_be_attached()

    async def sees(self, action: str, arg: str | None = None, about: str = "") -> bool:
        await self.is_shown()
        return await self._button(action, arg, about).count() > 0

    async def presses(self, action: str, arg: str | None = None, about: str = "", label: str = "") -> None:
        await self.is_shown()
        await self._button(action, arg, about, label).click()

    async def opens(self, action: str, arg: str | None = None, about: str = "") -> BrowserSheet:
        await self.is_shown()
        if not await self.sees(action, arg, about):
            either = self._button(action, arg, about).or_(self._button(actions.IDEA_MORE, None, about))
            await expect(either.first).to_be_attached()
        if not await self.sees(action, arg, about):
            await self.presses(actions.IDEA_MORE, about=about)
        await self._button(action, arg, about).click()
        await expect(self.screen.dialog).to_be_visible()
        return BrowserSheet(self.screen, self.screen.dialog.locator("form"))


class BrowserStage:
    """The playground with its demo municipality."""

    def __init__(self, screen: Screen, team: DemoTeam, other: DemoTeam) -> None:
        self.screen = screen
        self.team = team
        first, second, third = screen.panes
        self.author = BrowserPlayer(screen, first, team.employee)
        self.manager = BrowserPlayer(screen, second, team.manager)
        self.colleague = BrowserPlayer(screen, third, team.colleague)
        self.neighbour = BrowserPlayer(screen, third, other.manager)
        self._today = date.min

    async def begins(self, settings: str, url: str) -> None:
        """Open the page, turn the panes to the team, and name the neighbour as its deputy."""
        await self.screen.open(url)
        await self.screen.page.locator("#hint-close").click()
        await self.screen.speaks(self.team.language.value)
        await self._read_clock()
        for player in (self.author, self.manager):
            await player.is_shown()
        channel = self.screen.panes[2]
        await channel.shows(CHANNEL + self.team.channel)
        await channel.node.locator(".speaker select").select_option(self.team.manager.id)
        await channel.says(settings)
        form = await channel.opens(actions.TEAM_SETUP)
        await self.moment("team-form")
        assert await BrowserSheet(self.screen, form).sends(deputy=self.neighbour) == []

    async def another_team_begins(self) -> None:
        """There are three in the municipality from the start."""

    @property
    def today(self) -> date:
        return self._today

    async def at(self, day: date) -> None:
        for _ in range(_MOST_MOVES):
            left = (day - self._today).days
            if left <= 0:
                return
            await self.screen.moves_clock(Move.DIGEST if left >= _WEEK else Move.MORNING)
            await self._read_clock()
        raise AssertionError(f"the clock does not come to {day}, it is {self._today}")

    async def _read_clock(self) -> None:
        moment = await self.screen.page.locator("#clock-now").get_attribute("datetime")
        assert moment
        self._today = datetime.fromisoformat(moment).date()

    async def moment(self, name: str, *seen_by: Player) -> None:
        """A picture on a wide screen, and of the first who sees it on a telephone."""
        players = [player for player in seen_by if isinstance(player, BrowserPlayer)]
        for player in players:
            await player.is_shown()
            # The newest at the bottom, wherever the last press has left the conversation.
            await player.pane.node.locator(".log").evaluate("node => { node.scrollTop = node.scrollHeight }")
        await self.screen.shot(name)
        if players:
            await self.screen.phone_shot(name, pane=self.screen.panes.index(players[0].pane))
