"""The whole product as a newcomer plays it in a browser: a week of a team, in three languages.

Every moment worth looking at is saved as a picture; FEMMA_SHOTS names the folder.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.domain.ideas import Reason
from bot.domain.people import Language
from cards import actions
from cards.texts import texts_for
from handlers.web.demo import DemoTeam, read_demo
from handlers.web.moves import Move
from handlers.web.scene import CHANNEL
from tests.browser.screen import WIDE, Pane, Screen
from tests.browser.town import Town
from tests.browser.words import DEMO_WEEKS
from tests.e2e.talk import chooses, mend_the_chain
from tests.e2e.words import Words

TEAMS = {team.language: team for team in read_demo().teams}


@pytest.fixture(params=DEMO_WEEKS, ids=lambda week: week.language.value)
def words(request: pytest.FixtureRequest) -> Words:
    """Each week in each language."""
    week: Words = request.param
    return week


@pytest.fixture
async def screen(browser: Browser, words: Words, shots: Path | None) -> AsyncIterator[Screen]:
    """A fresh browser of somebody who was never here; at the end it has nothing to complain of.

    In the Norwegian week it is a Swedish one, so that the page's language and its people are chosen by hand.
    """
    locale = "sv-SE" if words.language is Language.NB else words.locale
    context = await browser.new_context(locale=locale, viewport=WIDE, color_scheme="light")
    context.set_default_timeout(10_000)
    screen = Screen(await context.new_page(), shots, words.language.value)
    yield screen
    assert screen.problems == []
    await context.close()


async def test_a_week_in_the_playground(town: Town, screen: Screen, words: Words) -> None:
    team = TEAMS[words.language]
    author, manager, channel = screen.panes
    await a_newcomer_comes(town, screen, team)
    await something_is_told(screen, author, manager, team, words)
    await causes_are_looked_for(town, screen, author, words)
    await the_outcome_is_sent(screen, author, manager, team, words)
    await the_manager_has_read_it(screen, author, manager, team)
    await the_manager_asks(screen, author, manager, words)
    await the_name_is_hidden(author, manager, words.language)
    await something_else_is_turned_down(screen, author, manager, words)
    await the_week_is_summed_up(screen, channel, team, words)
    await slack_and_teams_show_the_same(screen, channel, words)


async def a_newcomer_comes(town: Town, screen: Screen, team: DemoTeam) -> None:
    await screen.open(town.url)
    await expect(screen.page.locator("#hint")).to_be_visible()
    await screen.shot("first-sight")
    own = (team.employee.home.conversation, team.manager.home.conversation, CHANNEL + team.channel)
    if team.language is Language.NB:
        await screen.speaks(team.language.value)
        for pane, conversation in zip(screen.panes, own, strict=True):
            await pane.shows(conversation)
    for pane, conversation in zip(screen.panes, own, strict=True):
        await expect(pane.node.locator(".where")).to_have_value(conversation)
        await expect(pane.newest).to_be_visible()
    await expect(screen.panes[2].node.locator(".speaker select")).to_have_value(team.employee.id)
    await screen.check_access()
    await screen.phone_shot("first-sight", pane=0)
    await screen.page.locator("#hint-close").click()
    await expect(screen.page.locator("#hint")).to_be_hidden()


async def something_is_told(
    screen: Screen, author: Pane, manager: Pane, team: DemoTeam, words: Words
) -> None:
    await author.says(words.problem)
    assert words.thanks in author.heard
    await screen.shot("which-kind")
    await author.presses(actions.TELL_KIND, "problem")
    # Where somebody in the demo has told something like it, that is asked about before it is filed.
    await screen.shot("one-of-these")
    if await author.newest.locator(f'[data-action="{actions.TELL_ANYWAY}"]').count():
        await author.presses(actions.TELL_ANYWAY)
    # What it sounds like may be asked below the card.
    card = author.card_with(words.problem).filter(has_text=team.manager.name).last
    await expect(card).to_contain_text("#13")
    await expect(manager.newest).to_contain_text(words.problem)
    await expect(manager.newest).to_contain_text(team.employee.name)
    await expect(manager.newest.locator(".card h3")).to_be_in_viewport()
    await screen.shot("filed")
    await screen.check_access()


async def causes_are_looked_for(town: Town, screen: Screen, author: Pane, words: Words) -> None:
    await author.presses(actions.IDEA_WHY)
    await screen.shot("why-problem")
    for answer in (words.happens, words.touched, words.first_cause):
        await author.says(answer)
    await screen.shot("seen-or-believed")
    await chooses(author, "seen")
    await chooses(author, "back")
    await chooses(author, "seen")
    await chooses(author, "yes")
    await author.says(words.branch)
    await screen.shot("a-branch")
    await the_talk_rests(town, screen, author, words)
    # No third cause, and the first is gone into.
    await chooses(author, "no")
    await author.says(words.second_cause)
    await chooses(author, "believed")
    await chooses(author, "no")
    await screen.shot("two-causes-deep")
    await screen.phone_shot("two-causes-deep", pane=0)
    await chooses(author, "root")
    await screen.shot("enough")
    await chooses(author, "yes")
    await screen.shot("read-back")
    await screen.phone_shot("read-back", pane=0)
    await mend_the_chain(author, words)
    await screen.shot("mended")
    await chooses(author, "yes")
    assert words.branch in author.heard
    await chooses(author, "no")
    await screen.shot("smallest-try")
    await author.says(words.trial)
    await author.says(words.sign)
    for said in (words.trial, words.sign, words.missing_step, words.touched):
        assert said in author.heard
    await screen.shot("outcome")
    await screen.check_access()


async def the_talk_rests(town: Town, screen: Screen, author: Pane, words: Words) -> None:
    """The page is left in between, and in one of the weeks Femma itself is stopped."""
    await chooses(author, "pause")
    assert words.rests in author.heard
    if words.language is Language.SV:
        offline = screen.page.locator("#offline")
        with screen.femma_is_away():
            await town.stop()
            await expect(offline).to_be_visible()
            await screen.shot("femma-is-away")
            await town.start()
            await expect(offline).to_be_hidden()
    await screen.reload()
    await expect(screen.page.locator("#hint")).to_be_hidden()
    await screen.shot("resting")
    await chooses(author, "resume")
    assert words.welcome_back in author.heard


async def the_outcome_is_sent(
    screen: Screen, author: Pane, manager: Pane, team: DemoTeam, words: Words
) -> None:
    await expect(manager.card_with(words.trial)).to_have_count(0)
    await chooses(author, "yes")
    assert team.manager.name in author.heard
    await expect(manager.newest).to_contain_text(words.trial)
    await expect(manager.card_with(words.problem).first).to_contain_text(words.missing_step)
    await screen.shot("sent")


async def the_manager_asks(screen: Screen, author: Pane, manager: Pane, words: Words) -> None:
    form = await manager.opens(actions.IDEA_ASK)
    await screen.shot("asking")
    await form.locator("textarea").fill(words.question)
    await form.locator('[type="submit"]').click()
    await expect(author.newest).to_contain_text(words.question)
    await screen.shot("asked")
    await author.says(words.reply)
    await expect(manager.newest).to_contain_text(words.reply)
    await screen.shot("replied")


async def the_manager_has_read_it(screen: Screen, author: Pane, manager: Pane, team: DemoTeam) -> None:
    """The card in both panes says so at once, and the button is gone."""
    # What else waits may stand below in a reminder of its own: this is the card of the idea itself.
    to_press = screen.page.locator(f'button[data-action="{actions.IDEA_ACKNOWLEDGE}"]')
    whole = screen.page.locator(f'button[data-action="{actions.IDEA_MORE}"]')
    card = manager.node.locator(".message", has=to_press).filter(has=whole).last
    button = card.locator(f'button[data-action="{actions.IDEA_ACKNOWLEDGE}"]')
    own = str(await card.get_attribute("data-message"))
    await button.scroll_into_view_if_needed()
    await screen.phone_shot("to-answer", pane=1)
    await button.click()
    resolved = manager.node.locator(f'[data-message="{own}"]')
    stage = texts_for(team.language).say("stage-acknowledged")
    await expect(resolved).to_contain_text(stage)
    await expect(resolved.locator(f'[data-action="{actions.IDEA_ACKNOWLEDGE}"]')).to_have_count(0)
    await expect(author.newest).to_contain_text(team.manager.name)
    await expect(author.card_with(stage)).to_have_count(1)
    await resolved.scroll_into_view_if_needed()
    await screen.shot("acknowledged")
    await author.card_with(stage).scroll_into_view_if_needed()
    await screen.shot("acknowledged-author")


async def the_name_is_hidden(author: Pane, manager: Pane, language: Language) -> None:
    await author.button(actions.IDEA_HIDE).click()
    shown = author.node.locator(f'[data-action="{actions.IDEA_SHOW_NAME}"]')
    await expect(shown).to_have_count(1)
    rest = texts_for(language).say("manager-hidden", author=TEAMS[language].employee.name)
    await expect(manager.card_with(rest)).to_have_count(1)


async def something_else_is_turned_down(screen: Screen, author: Pane, manager: Pane, words: Words) -> None:
    await author.node.locator(".new-idea").click()
    form = screen.dialog.locator("form")
    await form.locator('[name="kind"]').select_option("problem")
    await form.locator('[type="submit"]').click()
    sentence = texts_for(words.language).say("form-error-required")
    await expect(form.locator('.field:has([name="text"]) .error')).to_have_text(sentence)
    await screen.shot("new-idea-missing")
    await screen.check_access()
    await form.locator('[name="text"]').fill(words.by_command)
    await form.locator('[type="submit"]').click()
    await expect(manager.newest).to_contain_text(words.by_command)
    await expect(author.newest).to_contain_text("#14")
    await manager.turns_over()
    form = await manager.opens(actions.IDEA_NOT_NOW)
    await form.locator('[name="words"]').fill(words.refusal)
    await form.locator('[type="submit"]').click()
    sentence = texts_for(words.language).say("form-error-choose-reason")
    await expect(form.locator('.field:has([name="reason"]) .error')).to_have_text(sentence)
    await expect(form.locator('[name="words"]')).to_have_value(words.refusal)
    await screen.shot("not-now-missing")
    await screen.phone_shot("not-now-missing", pane=1)
    await form.locator('[name="reason"]').select_option(Reason.OTHER_FIRST.value)
    await form.locator('[type="submit"]').click()
    await expect(screen.dialog).to_have_count(0)
    await expect(author.newest).to_contain_text(words.refusal)
    await expect(author.newest).to_contain_text(words.not_now)
    await expect(manager.newest).to_contain_text(words.refusal)
    # The way down leads to the first that was not read; the answer is the last.
    await author.node.locator(".below").click()
    await author.newest.scroll_into_view_if_needed()
    await expect(author.newest.locator(".card h3")).to_be_in_viewport()
    await screen.shot("turned-down")


async def the_week_is_summed_up(screen: Screen, channel: Pane, team: DemoTeam, words: Words) -> None:
    charts = channel.node.locator("figure.chart")
    before = await charts.count()
    await screen.moves_clock(Move.DIGEST)
    await expect(charts).to_have_count(before + 1)
    summary = channel.newest
    for said in (team.name, words.trial, words.chart):
        await expect(summary).to_contain_text(said)
    await expect(summary).not_to_contain_text(team.employee.name)
    await screen.shot("summary")
    await screen.check_access()
    await screen.phone_shot("summary", pane=2)
    await screen.moves_clock(Move.HOUR)
    await screen.moves_clock(Move.DAY)
    await expect(charts).to_have_count(before + 1)


async def slack_and_teams_show_the_same(screen: Screen, channel: Pane, words: Words) -> None:
    await channel.newest.locator(".look").click()
    dialog = screen.dialog
    await expect(dialog.locator("#look-slack svg")).to_be_visible()
    await expect(dialog.locator("#look-slack")).to_contain_text(words.trial)
    await screen.shot("look-slack")
    await screen.check_access()
    await dialog.locator("#look-tab-teams").click()
    await expect(dialog.locator("#look-teams svg")).to_be_visible()
    await expect(dialog.locator("#look-teams")).to_contain_text(words.trial)
    await screen.shot("look-teams")
    await screen.phone_shot("look-teams", pane=2)
    await dialog.locator("#look-tab-json").click()
    await expect(dialog.locator("#look-json")).to_contain_text("data_visualization")
    await screen.shot("look-json")
    await dialog.locator(".look-head button").click()
    await expect(dialog).to_have_count(0)
