"""The coach in the playground: one gentle question, go and see, the team in its channel, in three languages.

Every moment worth looking at is saved as a picture, wide and as a telephone; FEMMA_SHOTS names the folder.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.domain.people import Language
from cards import actions
from cards.texts import texts_for
from handlers.web.demo import DemoTeam, read_demo
from tests.browser.screen import WIDE, Pane, Screen
from tests.browser.test_week import a_newcomer_comes
from tests.browser.town import Town


@dataclass(frozen=True, slots=True)
class Said:
    """What is said in one language."""

    language: Language
    problem: str
    blames: str
    cause: str
    where: str
    who: str
    day: str
    colleague: str
    two: str
    threat: str


EVERYTHING = (
    Said(
        Language.SV,
        "Frukosten kommer upp kallare än den ska varje lördag",
        "Vikarierna slarvar med vagnarna",
        "Vagnarna laddas inte över natten",
        "Vid laddstationen i källaren",
        "Ali",
        "på måndag",
        "Uttaget delas med golvmaskinen",
        "Schemat är gammalt och nyckeln ligger i ett annat hus",
        "En anhörig hotade mig med stryk i går",
    ),
    Said(
        Language.NB,
        "Frokosten kommer kaldere opp enn den skal hver lørdag",
        "Vikarene slurver med vognene",
        "Vognene lades ikke over natta",
        "Ved ladestasjonen i kjelleren",
        "Ali",
        "på mandag",
        "Stikkontakten deles med gulvmaskinen",
        "Planen er gammel og nøkkelen ligger i et annet bygg",
        "En pårørende truet meg med juling i går",
    ),
    Said(
        Language.EN,
        "Breakfast arrives colder than it should every Saturday",
        "The temps are careless with the trolleys",
        "The trolleys are not charged overnight",
        "At the charging station in the basement",
        "Ali",
        "on Monday",
        "The socket is shared with the floor machine",
        "The plan is old and the key is kept in another building",
        "A relative threatened to beat me up yesterday",
    ),
)


@pytest.fixture(params=EVERYTHING, ids=lambda said: said.language.value)
def words(request: pytest.FixtureRequest) -> Said:
    """Each language."""
    said: Said = request.param
    return said


async def test_the_coach_in_the_playground(
    town: Town, browser: Browser, words: Said, shots: Path | None
) -> None:
    context = await browser.new_context(locale=f"{words.language.value}", viewport=WIDE, color_scheme="light")
    context.set_default_timeout(10_000)
    screen = Screen(await context.new_page(), shots, f"coach-{words.language.value}")
    team = next(team for team in read_demo().teams if team.language is words.language)
    await a_newcomer_comes(town, screen, team)
    author, _, channel = screen.panes
    await it_belongs_elsewhere(screen, author, words)
    await something_is_told(screen, author, words)
    await the_gentle_question(screen, author, words)
    await somebody_goes_to_see(screen, author, words)
    await the_team_is_asked(screen, author, channel, team, words)
    assert screen.problems == []
    await context.close()


async def chooses(pane: Pane, choice: str) -> None:
    await pane.presses(actions.WHY_ANSWER, choice)


async def it_belongs_elsewhere(screen: Screen, author: Pane, words: Said) -> None:
    await author.says(words.threat)
    assert "112" in author.heard
    await screen.shot("belongs-elsewhere")
    await screen.check_access()
    await screen.phone_shot("belongs-elsewhere", pane=0)
    await author.button(actions.TELL_CANCEL).click()
    await expect(author.newest).to_contain_text(texts_for(words.language).say("short-wiped", what="")[:20])


async def something_is_told(screen: Screen, author: Pane, words: Said) -> None:
    await author.says(words.problem)
    await author.presses(actions.TELL_KIND, "problem")
    if await author.newest.locator(f'[data-action="{actions.TELL_ANYWAY}"]').count():
        await author.presses(actions.TELL_ANYWAY)
    await author.presses(actions.IDEA_WHY)
    await chooses(author, "skip")
    await chooses(author, "skip")
    await screen.shot("first-why")


async def the_gentle_question(screen: Screen, author: Pane, words: Said) -> None:
    await author.says(words.blames)
    await screen.shot("one-gentle-question")
    await screen.phone_shot("one-gentle-question", pane=0)
    await screen.check_access()
    await author.says(words.two)
    await screen.shot("kept-after-one-question")


async def somebody_goes_to_see(screen: Screen, author: Pane, words: Said) -> None:
    await chooses(author, "look")
    await author.says(words.where)
    await author.says(words.who)
    await screen.shot("by-which-day")
    await author.says(words.day)
    await screen.shot("somebody-goes-to-see")
    await chooses(author, "no")
    await screen.shot("the-tree")
    await screen.phone_shot("the-tree", pane=0)


async def the_team_is_asked(screen: Screen, author: Pane, channel: Pane, team: DemoTeam, words: Said) -> None:
    await chooses(author, "pause")
    await screen.shot("at-rest")
    await author.button(actions.WHY_TOGETHER).click()
    await expect(channel.button(actions.WHY_SAY)).to_be_visible()
    await screen.shot("in-the-channel")
    form = await channel.opens(actions.WHY_SAY)
    await screen.shot("an-answer")
    await form.locator("textarea").fill(words.colleague)
    await form.locator('[type="submit"]').click()
    await expect(channel.newest).to_contain_text(words.colleague)
    await screen.shot("answered-in-the-thread")
    await screen.check_access()
    await screen.phone_shot("answered-in-the-thread", pane=2)
    assert team.language is words.language
