"""A week of a team, told as chats: tell, ask why, acknowledge, read the summary."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.people import Language
from bot.domain.work import Work
from cards import actions
from handlers.incoming import Nothing, PrivateLine
from tests.house import TENANT, House

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


async def test_a_whole_week(house_on_each: House) -> None:
    house = house_on_each
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)

    await alva.says("Morgonbesöken börjar för sent för att bilarna inte kommer iväg")
    assert "Tack, det där är bra sett" in alva.heard
    await alva.presses(actions.TELL_KIND, "problem")
    assert "#1" in alva.heard
    assert "Britta" in alva.heard
    assert "fredag 20 november" in alva.heard
    assert "#1" in britta.heard
    assert "Alva" in britta.heard

    await alva.presses(actions.IDEA_WHY)
    await alva.says("Bilarna kör 07.20 i stället för 07.00, varje dag")
    await alva.says("Brukarna, de undrar var vi är")
    await alva.says("Kö vid nyckelskåpet")
    await alva.chooses("seen")
    await alva.says("nej")
    assert "Kö vid nyckelskåpet" in alva.heard
    await alva.says("Alla nycklar kvitteras ut på morgonen")
    await alva.says("vi tror det")
    await alva.chooses("no")
    await alva.chooses("root")
    await alva.says("ja")
    assert "därför" in alva.heard
    await alva.chooses("yes")
    await alva.says("Sortera listan per runda på måndag")
    await alva.says("Vi räknar bilar kl. 07.05")
    assert "Britta" in alva.heard
    before = britta.transcript
    assert "Sortera listan" not in before
    await alva.chooses("yes")
    assert "Sortera listan per runda på måndag" in britta.transcript

    await britta.presses(actions.IDEA_ACKNOWLEDGE)
    assert "Britta" in alva.heard
    assert "onsdag 2 december" in alva.heard
    with pytest.raises(LookupError):
        britta.button(actions.IDEA_ACKNOWLEDGE)

    assert len(house.in_channel("norr")) == 2
    await house.be_at(MONDAY)
    summary = house.in_channel("norr")[-1]
    assert "48" in summary.title
    text = str(summary.parts)
    assert "Sortera listan per runda på måndag" in text
    await house.be_at(MONDAY.replace(hour=12))
    assert len(house.in_channel("norr")) == 3


@pytest.mark.parametrize(
    ("language", "told", "kind", "thanks", "yes"),
    [
        (Language.SV, "Kan vi ha en låda handskar i varje bil?", "idé", "Tack", "ja"),
        (Language.NB, "Kan vi ha en eske hansker i hver bil?", "idé", "Takk", "ja"),
        (Language.EN, "Could we keep a box of gloves in each car?", "idea", "Thanks", "yes"),
    ],
)
async def test_each_language_from_the_first_word(
    house: House, language: Language, told: str, kind: str, thanks: str, yes: str
) -> None:
    author, boss = house.person("Kim", language), house.person("Lee", language)
    await house.team("syd", boss, language=language.value)
    await author.says(told)
    assert thanks in author.heard
    await author.says(kind)
    assert "#1" in author.heard
    await author.says({"sv": "mina", "nb": "mine", "en": "mine"}[language.value])
    assert "#1" in author.heard


async def test_a_second_delivery_changes_nothing(house_on_each: House) -> None:
    house = house_on_each
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Skrivaren står för långt bort", delivery="e1")
    posts = house.chat.posts
    assert await alva.says("Skrivaren står för långt bort", delivery="e1") == Nothing()
    await alva.presses(actions.TELL_KIND, "problem", delivery="e2")
    _, button = britta.button(actions.IDEA_ACKNOWLEDGE)
    for delivery in ("e3", "e3", "e4"):
        await britta.press(button, delivery=delivery)
    # Two cards, the one question what it sounds like, and the manager's answer.
    assert house.chat.posts == posts + 4
    history = await ideas_history(house, "web:alva")
    assert history == ["told", "acknowledged"]


async def ideas_history(house: House, author: str) -> list[str]:
    async def read(work: Work) -> list[str]:
        ideas, _ = await work.ideas_of(TENANT, author, 10)
        return [h.what for idea in ideas for h in await work.history(TENANT, idea.id)]

    return await house.core.store.run(TENANT, read)


async def test_a_press_made_twice_is_the_same_as_once(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Skrivaren står för långt bort")
    _, button = alva.button(actions.TELL_KIND, "problem")
    await alva.press(button)
    again = await alva.press(button)
    assert isinstance(again, PrivateLine)
    assert len([c for c in britta.cards if "#" in c.title]) == 1
