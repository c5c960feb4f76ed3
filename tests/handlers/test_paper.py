"""An idea on one page: who gets it, what stands on it, and that the files behind its links obey the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from bot.domain.a3 import A3
from bot.domain.ideas import Idea, Whys
from bot.domain.people import Language
from bot.domain.tree import PROBLEM, Evidence, Why, WhyTree
from bot.domain.work import StorageAway, Work
from cards import actions
from cards.actions import Ref
from cards.files import FileOf, Format
from cards.model import Card, Links
from cards.plain_text import to_plain_text
from cards.texts import texts_for
from handlers.incoming import Answer, Departed, Nothing, PrivateLine
from handlers.paper import StoreShelf
from tests.house import TENANT, Chatter, House

TREE = WhyTree(
    "Nycklarna tar lång tid att hitta",
    (Why("Alla hämtar samtidigt", PROBLEM, Evidence.SEEN, "Vid skåpet"), Why("Listan är per person", 0)),
)
WHYS = Whys(TREE, touched="Brukarna", trial="Sortera listan", sign="Ingen kö", wording="Listan styr kön")
T = texts_for(Language.SV)


@dataclass
class Unit:
    """A team with an idea of Alva's whose causes were handed over. Lena leads improvement, Ulla the unit."""

    house: House
    people: dict[str, Chatter]
    shelf: StoreShelf

    def __getitem__(self, name: str) -> Chatter:
        return self.people[name]

    async def idea(self, number: int = 1) -> Idea:
        async def read(work: Work) -> Idea | None:
            return await work.idea_numbered(TENANT, number)

        found = await self.house.core.store.run(TENANT, read)
        assert found is not None
        return found

    async def changes(self, change: Callable[[Idea], Idea], number: int = 1) -> None:
        before = await self.idea(number)

        async def write(work: Work) -> None:
            await work.save_idea(change(before))

        await self.house.core.store.run(TENANT, write)

    async def asks(self, name: str) -> Answer:
        """Presses the button of the idea, drawn for somebody else or not."""
        idea = await self.idea()
        return await self[name].forges(actions.IDEA_A3, Ref("idea", idea.id, idea.version))

    async def opens(self, name: str) -> A3 | None:
        """What is behind a link that was once made for this person."""
        person = self[name]
        file = FileOf(person.tenant, person.id, (await self.idea()).id, Format.PDF, Language.SV)
        return await self.shelf.a3(file)


@pytest.fixture
async def unit(house: House) -> Unit:
    names = ("Alva", "Britta", "Dag", "Karim", "Lena", "Ulla", "Greta")
    people = {name: house.person(name) for name in names}
    people["Frans"] = house.person("Frans", tenant="web:grannbyn")
    await house.team("norr", people["Britta"], deputy=people["Dag"])
    for one in people.values():
        await one.says("hej")
    unit = Unit(house, people, StoreShelf(house.core.store, house.clock))

    async def above(work: Work) -> None:
        await work.save_tenant(replace(await work.tenant(TENANT), lead=people["Lena"].id))
        team = (await work.teams(TENANT))[0]
        await work.save_team(replace(team, above=(people["Ulla"].id, None, None)))

    await house.core.store.run(TENANT, above)
    await people["Alva"].says("Nyckelskåpet sitter fel")
    await people["Alva"].presses(actions.TELL_KIND, "problem")
    await unit.changes(lambda idea: replace(idea, whys=WHYS))
    return unit


def is_page(card: Card) -> bool:
    return any(isinstance(part, Links) for part in card.parts)


async def may(unit: Unit, name: str) -> bool:
    """Does this person get the page, in the chat and behind a link? Both say the same."""
    before = len(unit[name].cards)
    answer = await unit.asks(name)
    shown = unit[name].cards[before:]
    got = answer == Nothing() and len(shown) == 1 and is_page(shown[0])
    assert got or (isinstance(answer, PrivateLine) and not shown)
    assert got == (await unit.opens(name) is not None)
    return got


async def test_who_gets_it_is_who_may_read_the_talk(unit: Unit) -> None:
    got = {name: await may(unit, name) for name in unit.people}
    assert got == {
        "Alva": True, "Britta": True, "Dag": True, "Lena": True,
        "Karim": False, "Ulla": False, "Greta": False, "Frans": False,
    }  # fmt: skip


async def test_it_goes_along_when_the_idea_is_passed_on(unit: Unit) -> None:
    """Whoever it lies with on the ladder; the manager still sees the card, and so the page."""
    form = await unit["Britta"].opens(actions.IDEA_PASS_ON)
    await unit["Britta"].sends(form, to="up:unit", words="Det här rår du över")
    assert {name: await may(unit, name) for name in ("Alva", "Britta", "Ulla", "Karim")} == {
        "Alva": True, "Britta": True, "Ulla": True, "Karim": False,
    }  # fmt: skip


async def test_a_manager_who_hands_over_the_team_opens_nothing_more(unit: Unit) -> None:
    assert await may(unit, "Britta")

    async def to_greta(work: Work) -> None:
        team = (await work.teams(TENANT))[0]
        await work.save_team(replace(team, manager=unit["Greta"].id))

    await unit.house.core.store.run(TENANT, to_greta)
    assert not await may(unit, "Britta")
    assert await may(unit, "Greta")


async def test_whoever_has_left_opens_nothing_more(unit: Unit) -> None:
    assert await unit.opens("Dag") is not None
    await unit.house.hear(Departed(unit["Dag"].envelope()))
    assert await unit.opens("Dag") is None


async def test_what_was_taken_back_is_on_no_page(unit: Unit) -> None:
    await unit["Alva"].presses(actions.IDEA_WITHDRAW)
    for name in ("Alva", "Britta", "Lena"):
        assert isinstance(await unit.asks(name), PrivateLine)
        assert await unit.opens(name) is None
    assert isinstance(await unit.asks("Karim"), PrivateLine)


async def test_before_the_talk_was_handed_over_there_is_nothing_to_print(unit: Unit) -> None:
    await unit.changes(lambda idea: replace(idea, whys=None))
    assert await unit.asks("Alva") == Nothing()
    assert unit["Alva"].heard == T.say("short-a3-not-yet", what="1")
    assert await unit.opens("Alva") is None
    assert isinstance(await unit.asks("Karim"), PrivateLine)


async def test_the_button_is_on_both_cards_once_there_is_something_to_print(unit: Unit) -> None:
    alva, britta = unit["Alva"], unit["Britta"]
    assert not alva.sees(actions.IDEA_A3)
    await alva.sends(await alva.opens(actions.IDEA_ADD), words="Även på helgen")
    await alva.presses(actions.IDEA_A3)
    assert is_page(alva.last)
    assert "Även på helgen" in alva.heard
    # While it waits the likely moves take all the room: it is with the rarer ones.
    await britta.presses(actions.IDEA_MORE)
    await britta.presses(actions.IDEA_A3)
    assert is_page(britta.last)


@pytest.mark.parametrize("asked", ["a3 1", "A3 #1", "visa a3 1", "show a3 1"])
async def test_asked_for_in_words(unit: Unit, asked: str) -> None:
    for name in ("Alva", "Lena"):
        await unit[name].says(asked)
        assert is_page(unit[name].last), unit[name].heard
    before = len(unit["Karim"].cards)
    await unit["Karim"].says(asked)
    assert not is_page(unit["Karim"].last)
    assert len(unit["Karim"].cards) == before + 1
    assert TREE.whys[0].text not in unit["Karim"].transcript


async def test_without_a_number_it_is_the_newest_own_idea_with_a_page(unit: Unit) -> None:
    await unit["Alva"].says("Dörren kärvar")
    await unit["Alva"].presses(actions.TELL_KIND, "problem")
    await unit["Alva"].says("a3")
    assert unit["Alva"].last.title.startswith("#1 ")
    await unit["Karim"].says("a3")
    assert unit["Karim"].heard == T.say("short-a3-which")


async def test_paper_is_told_and_not_asked_for(unit: Unit) -> None:
    """What only begins like the command is something somebody has seen."""
    await unit["Karim"].says("A3 papperet är slut i skrivaren på plan 2")
    assert unit["Karim"].sees(actions.TELL_KIND)
    await unit["Greta"].says("a3 99")
    assert not is_page(unit["Greta"].last)


async def test_a_hidden_author_is_named_to_nobody_not_even_as_whoever_tries_it(unit: Unit) -> None:
    await unit["Alva"].presses(actions.IDEA_HIDE)
    form = await unit["Britta"].opens(actions.IDEA_TRY)
    fields = {"what": "Sortera listan", "until": "2026-12-02", "words": "Kör!"}
    assert await unit["Britta"].sends(form, **fields, who=unit["Alva"]) == Nothing()
    for name in ("Alva", "Britta", "Lena"):
        await unit.asks(name)
        assert is_page(unit[name].last)
        assert "Alva" not in unit[name].heard
        assert T.say("a3-hidden") in unit[name].heard
        assert "Alva" not in repr(await unit.opens(name))
    await unit["Alva"].presses(actions.IDEA_SHOW_NAME)
    page = await unit.opens("Lena")
    assert page is not None
    assert page.author == "Alva"
    assert [trial.who for trial in page.trials] == ["Alva"]


async def test_everything_that_was_said_stands_on_it(unit: Unit) -> None:
    form = await unit["Britta"].opens(actions.IDEA_TRY)
    fields = {"what": "Märkta påsar", "until": "2026-12-02", "figure": "6 av 10 letar", "sign": "Kortare kö"}
    await unit["Britta"].sends(form, **fields, who=unit["Karim"], words="Kör!")
    await unit.asks("Britta")
    said = to_plain_text(unit["Britta"].last)
    words = (TREE.problem, TREE.whys[0].text, "Vid skåpet", TREE.whys[1].text, "Brukarna", "Listan styr kön")
    for word in (*words, "Märkta påsar", "Karim", "onsdag 2 december 2026", "6 av 10 letar", "Kortare kö"):
        assert word in said
    assert "Kör!" not in said


async def test_a_database_that_is_away_is_said_and_not_taken_for_a_no(unit: Unit) -> None:
    class Away:
        async def run(self, *_: object) -> A3 | None:
            raise StorageAway("gone")

        run_due = run

    shelf = StoreShelf(Away(), unit.house.clock)  # type: ignore[arg-type]
    with pytest.raises(StorageAway):
        await shelf.a3(FileOf(TENANT, unit["Alva"].id, "i1", Format.PDF, Language.SV))
