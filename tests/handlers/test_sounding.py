"""After filing, one small question what it sounds like: confirmed by its author, or left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.ideas import Idea
from bot.domain.wastes import Waste
from cards import actions
from cards.actions import Ref
from handlers.incoming import Nothing, PrivateLine, Said
from tests.handlers.test_telling import ideas_of
from tests.house import Chatter, House

QUEUE = "Vi köar vid nyckelskåpet varje dag"


async def _filed(house: House, text: str = QUEUE, kind: str = "problem") -> tuple[Chatter, Chatter]:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says(text)
    await alva.presses(actions.TELL_KIND, kind)
    return alva, britta


async def _idea(alva: Chatter) -> Idea:
    (idea,) = await ideas_of(alva.house, alva)
    return idea


async def test_the_author_confirms_and_both_cards_say_it(house: House) -> None:
    alva, britta = await _filed(house)
    assert "Det här låter som: väntan" in alva.heard
    assert alva.heard.count("?") == 1
    assert "låter som" not in britta.transcript
    await alva.presses(actions.IDEA_WASTE, "waiting")
    assert (await _idea(alva)).waste is Waste.WAITING
    assert "Handlar om: Väntan" in alva.transcript
    assert "Handlar om: Väntan" in britta.transcript
    assert not alva.sees(actions.IDEA_WASTE)


async def test_left_alone_nothing_changes_and_it_is_not_asked_again(house: House) -> None:
    alva, britta = await _filed(house)
    before = await _idea(alva)
    await alva.presses(actions.IDEA_WASTE, "none")
    assert await _idea(alva) == before
    assert not alva.sees(actions.IDEA_WASTE)
    await alva.sends(await alva.opens(actions.IDEA_ADD), words="Vi väntar även på helgen")
    await britta.presses(actions.IDEA_ACKNOWLEDGE)
    assert not alva.sees(actions.IDEA_WASTE)


async def test_a_second_press_changes_nothing(house: House) -> None:
    alva, _ = await _filed(house)
    message, yes = alva.button(actions.IDEA_WASTE, "waiting")
    _, leave = alva.button(actions.IDEA_WASTE, "none")
    assert await alva.press(yes, message) == Nothing()
    for button in (yes, leave):
        assert isinstance(await alva.press(button, message), PrivateLine)
    assert (await _idea(alva)).waste is Waste.WAITING


@pytest.mark.parametrize("arg", ["waiting", "none", "slow", ""])
async def test_nobody_else_confirms_it(house: House, arg: str) -> None:
    alva, britta = await _filed(house)
    idea = await _idea(alva)
    for other in (britta, house.person("Sten")):
        assert isinstance(await other.forges(actions.IDEA_WASTE, Ref("idea", idea.id, 1, arg)), PrivateLine)
    assert await _idea(alva) == idea


async def test_a_word_that_is_none_of_the_nine_is_refused(house: House) -> None:
    alva, _ = await _filed(house)
    idea = await _idea(alva)
    assert isinstance(await alva.forges(actions.IDEA_WASTE, Ref("idea", idea.id, 1, "lazy")), PrivateLine)
    assert (await _idea(alva)).waste is None


async def test_what_works_well_or_is_unclear_is_not_asked_about(house: House) -> None:
    alva, _ = await _filed(house, kind="works")
    assert not alva.sees(actions.IDEA_WASTE)
    await alva.says("Gardinerna i matsalen är bruna")
    await alva.presses(actions.TELL_KIND, "problem")
    assert not alva.sees(actions.IDEA_WASTE)


async def test_hours_late_nobody_sits_there_to_be_asked(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    envelope = alva.envelope()
    house.clock.moment += timedelta(hours=3)
    await house.hear(Said(envelope, QUEUE))
    assert (await _idea(alva)).text == QUEUE
    assert not alva.sees(actions.IDEA_WASTE)
