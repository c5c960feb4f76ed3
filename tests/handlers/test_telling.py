"""Telling: kinds, teams, drafts that wait, words that are odd."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.ideas import MAX_TEXT, Idea
from bot.domain.people import Language
from bot.domain.work import Work
from cards import actions
from cards.actions import Ref
from handlers.incoming import PrivateLine, Said, ShowForm
from tests.house import TENANT, Chatter, House


async def ideas_of(house: House, person: Chatter) -> list[Idea]:
    async def read(work: Work) -> list[Idea]:
        return (await work.ideas_of(TENANT, person.id, 20))[0]

    return await house.core.store.run(TENANT, read)


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ("Kan vi flytta skrivaren?", "idea"),
        ("Skrivaren står i ett annat hus", "problem"),
        ("En anhörig berättade att hon aldrig når oss", "voice"),
        ("Det fungerar bra att vi börjar med morgonmötet", "works"),
    ],
)
async def test_the_guess_stands_first(house: House, told: str, first: str) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says(told)
    buttons = [b for p in alva.last.parts if type(p).__name__ == "Buttons" for b in p.row]  # type: ignore[union-attr]
    assert Ref.decode(buttons[0].value).arg == first
    await alva.says("ja")
    assert [i.kind.value for i in await ideas_of(house, alva)] == [first]


async def test_more_words_before_it_is_filed_belong_to_it(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Skrivaren står i ett annat hus")
    await alva.says("och den är sönder varannan dag")
    await alva.says("problem")
    assert [i.text for i in await ideas_of(house, alva)] == [
        "Skrivaren står i ett annat hus\noch den är sönder varannan dag"
    ]


async def test_a_draft_nobody_goes_on_with_is_filed(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await house.team("syd", britta)
    await alva.mentions("Skrivaren står i ett annat hus", "norr")
    await house.wait(minutes=31)
    assert [i.text for i in await ideas_of(house, alva)] == ["Skrivaren står i ett annat hus"]


async def test_the_team_is_asked_for_once_and_remembered(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await house.team("syd", britta)
    await alva.says("Skrivaren står i ett annat hus")
    await alva.says("problem")
    assert await ideas_of(house, alva) == []
    await alva.says("syd")
    await alva.says("Kan vi byta skrivare?")
    await alva.says("idé")
    filed = await ideas_of(house, alva)
    assert len(filed) == 2
    assert len({i.team for i in filed}) == 1


async def test_without_any_team_the_words_are_kept_until_there_is_one(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await alva.says("Skrivaren står i ett annat hus")
    await alva.says("problem")
    assert await ideas_of(house, alva) == []
    await house.team("norr", britta)
    assert [i.text for i in await ideas_of(house, alva)] == ["Skrivaren står i ett annat hus"]


async def test_a_mention_in_a_channel_goes_on_in_the_direct_chat(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.mentions("skrivaren är trasig", "norr")
    assert "skrivaren är trasig" in alva.heard
    await alva.presses(actions.TELL_KIND, "problem")
    assert "#1" in str(house.in_channel("norr")[-1])
    assert len(await ideas_of(house, alva)) == 1


async def test_a_slash_command_answers_where_it_was_typed(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    answer = await alva.commands("Skrivaren är trasig")
    assert isinstance(answer, PrivateLine)
    assert "Skrivaren är trasig" in alva.heard


async def test_a_shortcut_fills_the_form(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    answer = await alva.wants(actions.FORM_NEW_IDEA, "Kan vi flytta skrivaren?")
    assert isinstance(answer, ShowForm)
    filled = {field.name: field.value for field in answer.form.inputs}
    assert filled == {"text": "Kan vi flytta skrivaren?", "kind": "idea"}
    await alva.sends(answer.form, text="Kan vi flytta skrivaren?", kind="idea")
    assert [i.text for i in await ideas_of(house, alva)] == ["Kan vi flytta skrivaren?"]


async def test_cancelling_gives_the_words_back(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Skrivaren är trasig")
    await alva.says("avbryt")
    assert "Skrivaren är trasig" in alva.heard
    assert await ideas_of(house, alva) == []
    await house.wait(hours=2)
    assert await ideas_of(house, alva) == []


@pytest.mark.parametrize("odd", ["", "   ", "👍", "…", "!!!", "\u200b"])
async def test_a_message_without_words_gets_a_friendly_way_on(house: House, odd: str) -> None:
    alva = house.person("Alva")
    await alva.says(odd)
    assert len(alva.cards) == 1
    assert len(alva.heard) > 20


@pytest.mark.parametrize(
    "odd",
    [
        "x" * 10_000,
        "שלום עולם, המדפסת שבורה",
        "\u202egnirts",
        "👩‍👩‍👧‍👦 trasig",
        "<!channel> & <b>",
        "a" * 5000 + " b",
    ],
)
async def test_odd_words_are_filed_all_the_same(house: House, odd: str) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says(odd)
    await alva.presses(actions.TELL_KIND, "problem")
    (filed,) = await ideas_of(house, alva)
    assert filed.text == odd.strip()[:MAX_TEXT]
    if len(odd) > MAX_TEXT:
        assert any("4" in card.parts[0].__repr__() or "4" in str(card.parts) for card in alva.cards)


async def test_the_language_can_be_changed_in_words(house: House) -> None:
    alva = house.person("Alva")
    await alva.says("språk norska")
    await alva.says("hjelp")
    assert alva.last.language == "nb"
    await alva.says("language english")
    await alva.says("help")
    assert alva.last.language == "en"
    await alva.says("language")
    assert "svenska" in alva.heard.lower()


async def test_help_works_in_each_language_from_each(house: House) -> None:
    for language in Language:
        person = house.person(f"P{language}", language)
        for word in ("hjälp", "hjelp", "help"):
            await person.says(word)
            assert person.last.language == language.value
            assert len(person.last.parts) > 1


async def test_new_with_words_begins_something_new_in_the_middle_of_a_talk(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Skrivaren är trasig")
    await alva.says("problem")
    await alva.presses(actions.IDEA_WHY)
    await alva.says("ny idé Kan vi ha fler handskar i bilen?")
    await alva.says("idé")
    assert len(await ideas_of(house, alva)) == 2
    await alva.says("fortsätt")
    assert "#1" in alva.last.title


async def test_an_old_kind_button_answers_kindly_and_changes_nothing(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Skrivaren är trasig")
    _, button = alva.button(actions.TELL_KIND, "problem")
    await alva.says("och bullrar")
    answer = await alva.press(button)
    assert isinstance(answer, PrivateLine)
    await house.wait(days=40)
    again = await alva.press(button)
    assert isinstance(again, PrivateLine)
    assert len(await ideas_of(house, alva)) == 1


async def test_an_idea_told_late_on_friday_is_answered_after_the_weekend(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    house.clock.moment += timedelta(days=2, hours=6)
    await alva.says("Skrivaren är trasig")
    await alva.says("problem")
    (filed,) = await ideas_of(house, alva)
    assert str(filed.answer_by) == "2026-11-24"


async def test_a_team_nobody_knows_is_asked_for_again_and_not_written_into_the_idea(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await house.team("syd", britta)
    await alva.says("Skrivaren står i ett annat hus")
    await alva.says("problem")
    await alva.says("väst")
    assert await ideas_of(house, alva) == []
    await alva.says("2")
    assert [i.text for i in await ideas_of(house, alva)] == ["Skrivaren står i ett annat hus"]


async def test_l6_more_than_anybody_can_mean_is_slowed_down_and_nothing_is_lost(house: House) -> None:
    alva, karim, britta = house.person("Alva"), house.person("Karim"), house.person("Britta")
    await house.team("norr", britta)
    for number in range(12):
        await alva.says(f"Skrivaren {number} är trasig")
        await alva.says("problem")
        if alva.sees(actions.TELL_ANYWAY):
            await alva.says("nej")
    assert len(await ideas_of(house, alva)) == 10
    assert "Vänta några minuter" in alva.transcript
    await karim.says("Vagnen till tvätten gnisslar")
    await karim.says("problem")
    assert len(await ideas_of(house, karim)) == 1
    await house.wait(minutes=11)
    await alva.says("Nyckeln till förrådet saknas")
    await alva.says("problem")
    assert len(await ideas_of(house, alva)) == 11


async def test_a7_what_comes_three_hours_late_is_kept_with_its_own_time_and_not_asked_about(
    house: House,
) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    said_at = house.clock.moment
    late = Said(alva.envelope(), "Kan vi flytta skrivaren?")
    house.clock.moment += timedelta(hours=3)
    await house.hear(late)
    (filed,) = await ideas_of(house, alva)
    assert filed.told_at == said_at
    assert len(alva.cards) == 1
    assert alva.last.title.startswith("#1")


async def test_l6_begun_and_never_finished_counts_too(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    for number in range(40):
        await alva.mentions(f"Skrivaren {number} är trasig", "norr")
    assert len([card for card in alva.cards if "Skrivaren" in str(card.parts)]) == 10
    await house.wait(hours=1)
    assert len(await ideas_of(house, alva)) == 10
