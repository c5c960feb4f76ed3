"""What ideas gave, in chats: the effect in the summary, the sums, a step up from a weak action, a photo."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.ideas import Idea
from bot.domain.work import Work
from cards import actions
from handlers.incoming import Nothing
from tests.handlers.test_life import MONDAY, Unit
from tests.house import TENANT, Chatter, House


@pytest.fixture
async def unit(house: House) -> Unit:
    house.clock.moment = MONDAY
    unit = Unit(house, *(house.person(name) for name in ("Alva", "Karim", "Britta", "Dag", "Lena")))
    await house.team("norr", unit.britta, deputy=unit.dag)

    async def lead(work: Work) -> None:
        await work.save_tenant(replace(await work.tenant(TENANT), lead=unit.lena.id))

    await house.core.store.run(TENANT, lead)
    await unit.lena.says("hej")
    return unit


async def _done(unit: Unit, text: str = "Nyckelskåpet sitter på fel ställe") -> None:
    await unit.tells(text)
    form = await unit.alva.opens(actions.IDEA_JUST_DONE)
    assert await unit.alva.sends(form, words="Vi flyttade det") == Nothing()


async def _gave(by: Chatter, **fields: str) -> None:
    form = await by.opens(actions.IDEA_EFFECT)
    words = "10 min x 3/vecka x 12 pers"
    usual = {"kind": "time", "basis": "measured", "words": words, "realised": "already"}
    assert await by.sends(form, **{**usual, **fields}) == Nothing()


async def _summary(unit: Unit) -> str:
    await unit.britta.says("sammanfattning")
    return unit.britta.heard


async def _sums(by: Chatter) -> str:
    await by.says("vad gav det?")
    return by.heard


async def test_the_summary_says_what_it_gave_and_how_we_know(unit: Unit) -> None:
    await _done(unit)
    assert "Bättre: #1 Nyckelskåpet sitter på fel ställe" in await _summary(unit)
    await _gave(unit.alva, used_for="promenader med dem som vill ut")
    said = await _summary(unit)
    assert "264–276 timmar per år blir fria till det här: promenader med dem som vill ut (uppmätt)" in said
    assert "Nyckelskåpet" not in said


async def test_a_wrong_sum_is_told_anew_by_whoever_told_it_or_who_decides(unit: Unit) -> None:
    async def hours() -> list[float]:
        idea = await unit.idea()
        return [effect.hours.low for effect in idea.effects if effect.hours]

    await _done(unit)
    await _gave(unit.alva, words="100 min x 3/vecka x 12 pers")
    await _gave(unit.alva)
    assert await hours() == [264]
    # Another ground is another figure.
    await _gave(unit.alva, basis="felt")
    assert await hours() == [264, 264]
    await _gave(unit.britta, words="5 min x 3/vecka x 12 pers")
    assert await hours() == [264, 132]
    # Whoever neither told the figure alone nor decides adds one, and takes nobody's away.
    await _gave(unit.alva)
    assert await hours() == [264, 132, 264]
    idea = await unit.idea()
    told = await unit.house.core.store.run(TENANT, lambda work: work.history(TENANT, idea.id))
    assert [one.detail for one in told if one.what == "effect"] == [
        "time:measured 2640-2760",
        "time:measured 264-276",
        "time:felt 264-276",
        "time:measured 132-138",
        "time:measured 264-276",
    ]


async def test_what_is_only_seen_as_possible_is_not_told_as_better(unit: Unit) -> None:
    await _done(unit)
    await _gave(unit.alva, realised="not-yet")
    assert "Bättre: #1 Nyckelskåpet sitter på fel ställe" in await _summary(unit)


async def test_an_effect_told_weeks_later_reaches_that_weeks_summary(unit: Unit) -> None:
    await _done(unit)
    await unit.day(date(2026, 4, 1), 9)
    assert "Bättre" not in await _summary(unit)
    await _gave(unit.alva, kind="quality", basis="felt", words="Lugnare morgnar")
    assert "Bättre: #1 Lugnare morgnar (upplevt)" in await _summary(unit)


async def test_a_hidden_name_stays_out_of_it_whoever_wrote_it(unit: Unit) -> None:
    await _done(unit)
    await unit.alva.presses(actions.IDEA_HIDE)
    await _gave(unit.alva, used_for="Alvas promenader")
    assert "Alva" not in await _summary(unit)
    assert "Alva" not in await _sums(unit.britta)


async def test_the_question_for_the_meeting_is_about_what_stands_out(unit: Unit) -> None:
    texts = ("Vi köar vid nyckelskåpet varje dag", "Vi väntar på attest i tre dagar")
    for number, text in enumerate(texts, 1):
        assert "Vad väntade vi på" not in await _summary(unit)
        await unit.tells(text)
        await unit.alva.presses(actions.IDEA_WASTE, "waiting")
        assert (await unit.idea(number)).waste is not None
    assert "Till tavelmötet: Vad väntade vi på i veckan" in await _summary(unit)
    await unit.house.be_at(datetime(2026, 5, 4, 8, 0, tzinfo=UTC))
    assert "Vad väntade vi på" not in await _summary(unit)


async def test_the_sums_are_kept_apart_and_are_nobodys(unit: Unit) -> None:
    await _done(unit)
    await _gave(unit.alva, used_for="promenader")
    await _gave(unit.alva, basis="estimated")
    await _gave(unit.alva, basis="felt", kind="quality", words="Lugnare", realised="not-yet")
    for reader in (unit.britta, unit.dag, unit.lena):
        said = await _sums(reader)
        assert "Har hänt, uppmätt: 1 effekt; 264–276 timmar per år" in said
        assert "Har hänt, bedömt: 1 effekt; 264–276 timmar per år" in said
        assert "Ser möjligt ut, upplevt: 1 effekt" in said
        assert "promenader" in said
        assert "528" not in said
        assert "Alva" not in said
    assert "Alla team tillsammans" in unit.lena.heard
    assert "Alla team" not in unit.britta.heard


async def test_a_manager_sees_own_teams_and_the_lead_sees_all(unit: Unit) -> None:
    greta = unit.house.person("Greta")
    await _done(unit)
    await _gave(unit.alva)
    await unit.house.team("syd", greta)
    assert "264" not in await _sums(greta)
    assert "norr" in await _sums(unit.lena)
    assert "264" not in await _sums(unit.alva)


async def _tries(unit: Unit, what: str) -> Idea:
    form = await unit.britta.opens(actions.IDEA_TRY)
    await unit.britta.sends(form, what=what, until="2026-03-30", words="Kör!")
    return await unit.idea()


async def test_a_weak_action_gets_one_kind_question_and_is_no_less_tried(unit: Unit) -> None:
    await unit.tells()
    idea = await _tries(unit, "Ta upp på APT")
    assert idea.attempt is not None
    assert idea.attempt.rung == 10
    assert "även när ingen tänker på det?" in unit.britta.heard
    assert "svag: Informera eller påminna" in unit.britta.transcript
    assert "svag" not in unit.alva.transcript
    before = len(unit.britta.cards)
    await unit.day(date(2026, 3, 16), 9)
    answer = await unit.alva.presses(actions.CHECK_ANSWER, "begun:started")
    assert answer == Nothing()
    assert "även när ingen tänker på det?" not in "".join(map(str, unit.britta.cards[before:]))


async def test_an_action_that_is_not_weak_or_not_understood_gets_none(unit: Unit) -> None:
    await unit.tells()
    idea = await _tries(unit, "Packa nycklarna på kvällen")
    assert idea.attempt is not None
    assert idea.attempt.rung is None
    assert "Nu provas det." not in unit.britta.transcript
