"""The whole life of an idea in Teams, in three languages: the real process, signed activities."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from cards import actions
from tests.e2e.life import Field, Life, Player
from tests.e2e.life_words import LIVES, LifeWords
from tests.e2e.serving import FixedClock, running
from tests.e2e.teams_town import (
    CHANNEL,
    Body,
    Member,
    TeamsTown,
    actions_of,
    card_of,
    dialog_of,
    inputs_of,
    words_of,
)
from tests.e2e.words import WEEKS
from tests.fakes.teams import APP_ID, PASSWORD, TENANT, FakeTeams, card_problems

PEOPLE = {
    "aad-alva": "Alva Lind",
    "aad-karim": "Karim Berg",
    "aad-britta": "Britta Ek",
    "aad-greta": "Greta Dahl",
}
NEIGHBOURS = "19:soder@thread.tacv2"
LOCALES = {week.language: (week.locale, week.zone) for week in WEEKS}


@dataclass(frozen=True, slots=True)
class TeamsSheet:
    """A dialog."""

    person: Member
    card: Body

    async def options(self, field: str) -> list[str]:
        """Of a list."""
        return [choice["value"] for choice in inputs_of(self.card)[field]["choices"]]

    async def sends(self, **fields: Field) -> list[str]:
        """As Teams does when the button is pressed. A refused dialog comes again, with a sentence."""
        values = {name: value.person.entra if isinstance(value, TeamsPlayer) else str(value)
                  for name, value in fields.items()}  # fmt: skip
        before = _above(self.card)
        body = await self.person.sends(self.card, channel=False, **values)
        if body is None:
            return []
        again = dialog_of(body)
        assert card_problems(again) == []
        return [name for name, above in _above(again).items() if above != before.get(name)]


def _above(card: Body) -> dict[str, str]:
    """What stands right above each input: there a refused one says what is missing."""
    found, before = {}, ""
    for element in card["body"]:
        if element["type"].startswith("Input."):
            found[element["id"]] = before
            before = ""
        else:
            before = str(element)
    return found


@dataclass(frozen=True, slots=True)
class TeamsPlayer:
    """A colleague, in this play."""

    person: Member

    @property
    def name(self) -> str:
        return self.person.name

    async def says(self, text: str) -> None:
        await self.person.says(text)

    async def hears(self, *texts: str) -> str:
        await self._until(lambda: self._found(texts), f"has not heard {texts}")
        return self._found(texts)

    async def has_heard(self, *texts: str) -> bool:
        return bool(self._found(texts))

    def _found(self, texts: tuple[str, ...]) -> str:
        said = reversed(self.person.cards)
        return next((one for one in said if all(text in one for text in texts)), "")

    async def is_offered(self, action: str, arg: str | None = None, about: str = "") -> None:
        await self._until(lambda: self._button(action, arg, about), f"sees no {action} {arg} {about}")

    async def sees(self, action: str, arg: str | None = None, about: str = "") -> bool:
        return self._button(action, arg, about) is not None

    async def _until(self, there: Callable[[], object], what: str) -> None:
        try:
            await self.person.town.femma.until(there)
        except TimeoutError:
            transcript = "\n---\n".join(self.person.cards)
            raise AssertionError(f"{self.name} {what} but\n{transcript}") from None

    def _button(self, action: str, arg: str | None, about: str, label: str = "") -> tuple[str, Body] | None:
        for message in reversed(self.person.messages):
            for drawn in actions_of(card_of(message)) if about in words_of(message) else ():
                data = drawn["data"]
                is_it = data["action"] == action and arg in {None, data["value"].split("|", 3)[3]}
                if is_it and label in {"", drawn["title"]}:
                    return message.id, drawn
        return None

    async def presses(self, action: str, arg: str | None = None, about: str = "", label: str = "") -> None:
        found = self._button(action, arg, about, label)
        assert found is not None, (action, arg, about, label, self.person.cards)
        await self.person.presses_this(*found)

    async def opens(self, action: str, arg: str | None = None, about: str = "") -> TeamsSheet:
        if self._button(action, arg, about) is None:
            await self.presses(actions.IDEA_MORE, about=about)
        found = self._button(action, arg, about)
        assert found is not None, (action, arg, about, self.person.cards)
        card = await self.person.opens_with(*found)
        assert card_problems(card) == []
        return TeamsSheet(self.person, card)


class TeamsStage:
    """A tenant with two channels."""

    def __init__(self, town: TeamsTown, words: LifeWords) -> None:
        self.town = town
        self.words = words
        locale = LOCALES[words.language][0]
        people = [TeamsPlayer(Member(town, entra, name, locale)) for entra, name in PEOPLE.items()]
        self.author, self.colleague, self.manager, self.neighbour = people

    async def begins(self, channel: str, manager: TeamsPlayer, **more: str) -> None:
        """The app is added and set up."""
        await manager.person.adds_to_channel(channel)
        language = self.words.language
        message, drawn = next(
            (message.id, button)
            for message in self.town.teams.connector.posted(channel)
            for button in actions_of(card_of(message))
            if button["data"]["action"] == actions.TEAM_SETUP
        )
        card = await manager.person.opens_with(message, drawn, channel)
        fields = {
            "manager": manager.person.entra,
            "language": language.value,
            "zone": LOCALES[language][1],
            **more,
        }
        assert await manager.person.sends(card, channel=True, **fields, weekday="1", time="8.00") is None

    async def another_team_begins(self) -> None:
        await self.begins(NEIGHBOURS, self.neighbour)

    @property
    def today(self) -> date:
        return self.town.femma.clock.moment.date()

    async def at(self, day: date) -> None:
        await self.town.femma.move_to(datetime.combine(day, time(10), UTC))
        await self.manager.says(self.words.mine)

    async def moment(self, name: str, *seen_by: Player) -> None:
        """Teams draws nothing here; what is sent is checked by the schema."""


@pytest.fixture(params=LIVES, ids=lambda life: life.language.value)
def words(request: pytest.FixtureRequest) -> LifeWords:
    """Each life in each language."""
    life: LifeWords = request.param
    return life


@pytest.fixture
async def stage(words: LifeWords, sqlite_url: str) -> AsyncIterator[TeamsStage]:
    """Femma as in production; at the end nothing was refused or lost."""
    async with FakeTeams.start() as teams:
        connector = teams.connector
        connector.conversations |= {CHANNEL, NEIGHBOURS}
        connector.members |= {entra: {"id": f"29:{entra}", "name": name} for entra, name in PEOPLE.items()}
        settings = Settings(
            rehearsal=False,
            database_url=SecretStr(sqlite_url),
            teams_app_id=APP_ID,
            teams_app_password=SecretStr(PASSWORD),
            teams_app_tenant=TENANT,
            teams_openid_url=teams.openid_url,
            teams_token_url=teams.token_url,
            teams_service_hosts=teams.host,
        )
        async with running(settings, FixedClock()) as femma:
            stage = TeamsStage(TeamsTown(femma, teams), words)
            for player in (stage.author, stage.colleague, stage.manager, stage.neighbour):
                connector.conversations.add(player.person.chat)
                await player.person.installs()
            await stage.begins(CHANNEL, stage.manager, deputy=stage.neighbour.person.entra)
            yield stage
            await femma.assert_all_sent()


async def test_the_whole_life_in_teams(stage: TeamsStage, words: LifeWords) -> None:
    await Life(stage, words).play()
