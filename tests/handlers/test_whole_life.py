"""The whole life of an idea over the core, in every language and for every platform's name."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.people import Language
from cards import actions
from cards.actions import Ref
from cards.model import Button, Buttons, Form, PersonPick, Select
from cards.plain_text import to_plain_text
from handlers.incoming import Answer, FormErrors, Nothing, PrivateLine, ShowForm
from tests.e2e.life import Field, Life
from tests.e2e.life_words import LIVES, LifeWords
from tests.house import Chatter, House, open_house

NAMES = ("Alva", "Karim", "Britta", "Greta")


@dataclass(frozen=True, slots=True)
class HouseSheet:
    """A form as the core gave it."""

    player: HousePlayer
    form: Form

    async def options(self, field: str) -> list[str]:
        """Of a list."""
        (found,) = [entry for entry in self.form.inputs if entry.name == field]
        assert isinstance(found, Select)
        return [option.value for option in found.options]

    async def sends(self, **fields: Field) -> list[str]:
        """With what stands there already, as a client sends it."""
        values: dict[str, str | Chatter] = {}
        for entry in self.form.inputs:
            if isinstance(entry, PersonPick):
                if entry.value:
                    values[entry.name] = self.player.everybody[entry.value]
            else:
                values[entry.name] = entry.value
        assert set(fields) <= {entry.name for entry in self.form.inputs}, "no such input"
        for name, value in fields.items():
            values[name] = value.chatter if isinstance(value, HousePlayer) else str(value)
        answer = await self.player.chatter.sends(self.form, **values)
        if isinstance(answer, FormErrors):
            return list(answer.errors)
        assert answer == Nothing(), answer
        return []


@dataclass(frozen=True, slots=True)
class HousePlayer:
    """A chatter, on this stage."""

    chatter: Chatter
    everybody: dict[str, Chatter] = field(repr=False)

    @property
    def name(self) -> str:
        return self.chatter.name

    async def says(self, text: str) -> None:
        _taken(await self.chatter.says(text))

    async def hears(self, *texts: str) -> str:
        found = self._found(texts)
        assert found, f"{self.name} has not heard {texts} but\n{self.chatter.transcript}"
        return found

    async def has_heard(self, *texts: str) -> bool:
        return bool(self._found(texts))

    def _found(self, texts: tuple[str, ...]) -> str:
        said = (to_plain_text(card) for card in reversed(self.chatter.cards))
        return next((one for one in said if all(text in one for text in texts)), "")

    async def is_offered(self, action: str, arg: str | None = None, about: str = "") -> None:
        assert self._button(action, arg, about) is not None, (action, arg, self.chatter.transcript)

    async def sees(self, action: str, arg: str | None = None, about: str = "") -> bool:
        return self._button(action, arg, about) is not None

    def _button(self, action: str, arg: str | None, about: str, label: str = "") -> tuple[str, Button] | None:
        for message, card in reversed(self.chatter.lines):
            if about not in to_plain_text(card):
                continue
            for part in card.parts:
                for button in part.row if isinstance(part, Buttons) else ():
                    is_it = button.action == action and arg in {None, Ref.decode(button.value).arg}
                    if is_it and label in {"", button.label}:
                        return message, button
        return None

    async def _press(self, action: str, arg: str | None, about: str, label: str = "") -> Answer:
        found = self._button(action, arg, about, label)
        assert found is not None, f"{self.name} sees no {action} {arg}:\n{self.chatter.transcript}"
        message, button = found
        return await self.chatter.press(button, message)

    async def presses(self, action: str, arg: str | None = None, about: str = "", label: str = "") -> None:
        _taken(await self._press(action, arg, about, label))

    async def opens(self, action: str, arg: str | None = None, about: str = "") -> HouseSheet:
        if self._button(action, arg, about) is None:
            await self.presses(actions.IDEA_MORE, about=about)
        answer = await self._press(action, arg, about)
        assert isinstance(answer, ShowForm), answer
        return HouseSheet(self, answer.form)


def _taken(answer: Answer) -> None:
    assert not isinstance(answer, PrivateLine), answer


class HouseStage:
    """The core with its fixed clock."""

    def __init__(self, house: House, language: Language) -> None:
        self.house = house
        self.language = language
        chatters = {one.id: one for one in (house.person(name, language) for name in NAMES)}
        self.everyone = [HousePlayer(one, chatters) for one in chatters.values()]
        self.author, self.colleague, self.manager, self.neighbour = self.everyone

    async def set_up(self) -> None:
        """A team, whose deputy is the neighbour."""
        manager, deputy = self.manager.chatter, self.neighbour.chatter
        await self.house.team("norr", manager, deputy=deputy, language=self.language.value)
        for player in self.everyone:
            await player.says("?")

    async def another_team_begins(self) -> None:
        await self.house.team("syd", self.neighbour.chatter, language=self.language.value)

    @property
    def today(self) -> date:
        return self.house.clock.moment.date()

    async def at(self, day: date) -> None:
        await self.house.be_at(datetime.combine(day, time(10), UTC))

    async def moment(self, name: str, *seen_by: object) -> None:
        """Nothing is drawn here."""


@pytest.fixture(params=LIVES, ids=lambda life: life.language.value)
def words(request: pytest.FixtureRequest) -> LifeWords:
    """Each life in each language."""
    life: LifeWords = request.param
    return life


@pytest.fixture(params=["slack", "teams", "web"])
async def stage(
    request: pytest.FixtureRequest, sqlite_url: str, words: LifeWords
) -> AsyncIterator[HouseStage]:
    """The bot on SQLite, for a platform of this name."""
    async with open_house(sqlite_url, platform=request.param) as house:
        stage = HouseStage(house, words.language)
        await stage.set_up()
        yield stage


async def test_the_whole_life_of_an_idea(stage: HouseStage, words: LifeWords) -> None:
    await Life(stage, words).play()
