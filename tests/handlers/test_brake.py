"""The brake for what is added to ideas: twenty an hour for each person, and nothing typed is lost."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.ideas import Idea
from bot.domain.work import Work
from cards import actions
from cards.actions import Ref
from cards.model import TextInput
from handlers.incoming import FormErrors, Nothing, PrivateLine, ShowForm
from tests.house import TENANT, Chatter, House

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
MOST = 20


async def _told(house: House, by: Chatter, text: str) -> Idea:
    await by.says(text)
    await by.presses(actions.TELL_KIND, "problem")
    return await _newest(house, by)


async def _newest(house: House, by: Chatter) -> Idea:
    async def newest(work: Work) -> Idea:
        return (await work.ideas_of(TENANT, by.id, 1))[0][0]

    return await house.core.store.run(TENANT, newest)


async def _knows(by: Chatter, idea: Idea, words: str) -> object:
    answer = await by.forges(actions.IDEA_KNOW, Ref("idea", idea.id, idea.version))
    assert isinstance(answer, ShowForm)
    return await by.sends(answer.form, words=words, named="no")


async def _voices(house: House, idea: Idea) -> int:
    async def read(work: Work) -> int:
        found = await work.idea(TENANT, idea.id)
        return len(found.voices) if found else -1

    return await house.core.store.run(TENANT, read)


@pytest.fixture
async def filled(house_on_each: House) -> tuple[House, Chatter, Idea]:
    """Karim has said twenty things about Alva's idea within an hour."""
    house = house_on_each
    house.clock.moment = MONDAY
    alva, britta, karim = (house.person(name) for name in ("Alva", "Britta", "Karim"))
    await house.team("norr", britta)
    idea = await _told(house, alva, "Nyckelskåpet sitter på fel ställe")
    for number in range(MOST):
        assert await _knows(karim, idea, f"Det vet jag {number}") == Nothing()
    return house, karim, idea


async def test_more_than_anybody_means_comes_back_in_the_form(filled: tuple[House, Chatter, Idea]) -> None:
    house, karim, idea = filled
    heard = len(house.person("Alva").cards)
    answer = await _knows(karim, idea, "En sak till")
    assert isinstance(answer, FormErrors)
    assert "Låt rutan stå öppen en stund" in answer.errors["words"]
    assert [one.value for one in answer.form.inputs if isinstance(one, TextInput)] == ["En sak till"]
    assert await _voices(house, idea) == MOST
    assert len(house.person("Alva").cards) == heard
    # Somebody else is not braked by it, and an hour later nobody is.
    assert await _knows(house.person("Dag"), idea, "Jag vet också") == Nothing()
    await house.wait(minutes=61)
    assert await _knows(karim, idea, "En sak till") == Nothing()


async def test_what_was_about_to_join_stays_in_its_draft(filled: tuple[House, Chatter, Idea]) -> None:
    house, karim, _ = filled
    idea = await _told(house, house.person("Alva"), "Skrivaren står i fel korridor")
    await karim.says("Skrivaren hänger i fel korridor")
    await karim.presses(actions.TELL_KIND, "problem")
    answer = await karim.presses(actions.TELL_JOIN)
    assert isinstance(answer, PrivateLine)
    assert "Det du skrev är kvar" in answer.text
    assert await _voices(house, idea) == 0
    assert karim.sees(actions.TELL_JOIN)
    # Nobody goes on with it, and so it is filed as something of its own.
    await house.wait(minutes=31)
    assert (await _newest(house, karim)).text == "Skrivaren hänger i fel korridor"


async def test_a_typed_yes_to_join_has_the_brake_too(filled: tuple[House, Chatter, Idea]) -> None:
    house, karim, _ = filled
    idea = await _told(house, house.person("Alva"), "Skrivaren står i fel korridor")
    await karim.says("Skrivaren hänger i fel korridor")
    await karim.presses(actions.TELL_KIND, "problem")
    await karim.says("ja")
    assert "Det du skrev är kvar" in karim.heard
    assert await _voices(house, idea) == 0
    assert karim.sees(actions.TELL_JOIN)


async def test_lines_and_figures_have_the_brake_too(filled: tuple[House, Chatter, Idea]) -> None:
    house, karim, _ = filled
    own = await _told(house, karim, "Skrivaren står i fel korridor")
    form = await karim.opens(actions.IDEA_ADD)
    answer = await karim.sends(form, words="En rad till")
    assert isinstance(answer, FormErrors)
    assert own.additions == ()
    await house.wait(minutes=61)
    await karim.sends(await karim.opens(actions.IDEA_JUST_DONE), words="Vi flyttade den")
    fields = {"kind": "quality", "basis": "felt", "words": "Färre letar", "realised": "already"}
    for _ in range(MOST):
        assert await karim.sends(await karim.opens(actions.IDEA_EFFECT), **fields) == Nothing()
    answer = await karim.sends(await karim.opens(actions.IDEA_EFFECT), **fields)
    assert isinstance(answer, FormErrors)
    kept = {one.name: one.value for one in answer.form.inputs if hasattr(one, "value")}
    assert kept["words"] == "Färre letar"
