"""A channel or a person that is gone: at most one more try, and the manager hears once."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.domain.people import Address
from bot.domain.ports import Gone
from cards.model import Card
from handlers.chat import Posted
from tests.house import FakeChat, House


class Archived(FakeChat):
    """A chat in which some conversations are no more."""

    def __init__(self) -> None:
        super().__init__()
        self.gone: set[str] = set()
        self.refused = 0

    async def post(self, to: Address, card: Card) -> Posted:
        if (to.conversation or f"dm:{to.person}") in self.gone:
            self.refused += 1
            raise Gone("is_archived")
        return await super().post(to, card)


async def with_team(house: House) -> Archived:
    chat = Archived()
    house.use(chat)
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Skrivaren är trasig")
    await alva.says("problem")
    return chat


async def test_an_archived_channel_is_tried_once_and_the_manager_hears_once(house: House) -> None:
    chat = await with_team(house)
    britta = house.person("Britta")
    chat.gone.add("norr")
    for day in (23, 30):
        await house.be_at(datetime(2026, 11, day, 8, 0, tzinfo=UTC))
        await house.person("Alva").says("Kan vi ha fler handskar?" if day == 23 else "Kan vi ha fler mössor?")
        await house.person("Alva").says("idé")
    await house.be_at(datetime(2026, 12, 7, 8, 0, tzinfo=UTC))
    assert chat.refused == 1
    assert britta.transcript.count("Jag kommer inte längre åt kanalen") == 1
    assert "norr" in britta.transcript
    house.expected_dead = 1


async def test_a_channel_that_is_back_gets_its_summary_again(house: House) -> None:
    chat = await with_team(house)
    britta, alva = house.person("Britta"), house.person("Alva")
    chat.gone.add("norr")
    await house.be_at(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))
    chat.gone.clear()
    await house.joins("norr", britta)
    before = len(house.in_channel("norr"))
    await house.be_at(datetime(2026, 11, 26, 8, 0, tzinfo=UTC))
    await alva.says("Kan vi ha fler handskar?")
    await alva.says("idé")
    await house.be_at(datetime(2026, 11, 30, 8, 0, tzinfo=UTC))
    assert len(house.in_channel("norr")) == before + 1
    house.expected_dead = 1


async def test_somebody_who_left_is_not_written_to_again_until_they_write(house: House) -> None:
    chat = await with_team(house)
    britta, alva = house.person("Britta"), house.person("Alva")
    chat.gone.add(britta.home.conversation)
    for words in ("Kan vi ha fler handskar?", "Kan vi ha fler mössor?"):
        await alva.says(words)
        await alva.says("idé")
    assert chat.refused == 1
    chat.gone.clear()
    await britta.says("väntar")
    assert "handskar" in britta.heard
    house.expected_dead = 1
