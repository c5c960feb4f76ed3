"""The whole life of an idea in the playground, with every side exit, in three languages.

Every moment worth looking at is saved as a picture, wide and as a telephone; FEMMA_SHOTS names the folder.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.domain.people import Language
from handlers.web.demo import read_demo
from tests.browser.life_stage import BrowserStage
from tests.browser.screen import WIDE, Screen
from tests.browser.town import Town
from tests.e2e.life import Life, Player
from tests.e2e.life_words import LIVES, LifeWords

# A form, the reminder, the manager's and the author's cards at the end: one of each kind is looked at by axe.
SETTINGS = {Language.SV: "inställningar", Language.NB: "innstillinger", Language.EN: "settings"}
LOOKED_AT = frozenset({"similar", "reminder", "try-form-refused", "begun", "standard"})


class LookedAt(BrowserStage):
    """The same, and some moments must be usable for everybody."""

    async def moment(self, name: str, *seen_by: Player) -> None:
        await super().moment(name, *seen_by)
        if name in LOOKED_AT:
            await self.screen.check_access()


@pytest.fixture(params=LIVES, ids=lambda life: life.language.value)
def words(request: pytest.FixtureRequest) -> LifeWords:
    """Each life in each language."""
    life: LifeWords = request.param
    return life


async def test_the_whole_life_in_the_playground(
    town: Town, browser: Browser, words: LifeWords, shots: Path | None
) -> None:
    context = await browser.new_context(
        locale="sv-SE", viewport=WIDE, color_scheme="light", reduced_motion="reduce"
    )
    context.set_default_timeout(10_000)
    screen = Screen(await context.new_page(), shots, f"life-{words.language.value}")
    teams = {team.language: team for team in read_demo().teams}
    team = teams.pop(words.language)
    stage = LookedAt(screen, team, next(iter(teams.values())))
    await stage.begins(f"@Femma {SETTINGS[words.language]}", town.url)
    await Life(stage, words).play()
    assert screen.problems == []
    await context.close()
