"""The whole life of an idea in Slack, in three languages: signed requests in, a strict Slack out."""

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
from tests.e2e.slack_town import CHANNEL, Colleague, SlackTown, buttons_of, words_of
from tests.e2e.words import WEEKS
from tests.fakes.slack import BOT_TOKEN, FakeSlack
from tests.fakes.slack_signer import SECRET, Payload

PEOPLE = {"U1": "Alva Lind", "U2": "Karim Berg", "U3": "Britta Ek", "U4": "Greta Dahl"}
NEIGHBOURS = "C0SOUTH"
LOCALES = {week.language: (week.locale, week.zone) for week in WEEKS}


@dataclass(frozen=True, slots=True)
class SlackSheet:
    """A modal."""

    person: Colleague
    view: Payload

    async def options(self, field: str) -> list[str]:
        """Of a list."""
        (found,) = [block for block in self.view["blocks"] if block.get("block_id") == field]
        return [option["value"] for option in found["element"]["options"]]

    async def sends(self, **fields: Field) -> list[str]:
        """As Slack does when the button is pressed."""
        values = {name: value.user if isinstance(value, SlackPlayer) else str(value)
                  for name, value in fields.items()}  # fmt: skip
        shown = await self.person.sends(self.view, **values)
        if shown:
            assert shown["response_action"] == "errors"
        return list(shown.get("errors", {}))


@dataclass(frozen=True, slots=True)
class SlackPlayer:
    """A colleague, in this play."""

    person: Colleague

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def user(self) -> str:
        """As Slack names the person in a form."""
        return self.person.user

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

    def _button(
        self, action: str, arg: str | None, about: str, label: str = ""
    ) -> tuple[str, Payload] | None:
        for stamp, shown in reversed(self.person.town.messages(self.person.channel)):
            for element in buttons_of(shown) if about in words_of(shown) else ():
                named, value = element["action_id"].rpartition(":")[0], element["value"]
                is_it = named == action and arg in {None, value.split("|", 3)[3]}
                if is_it and label in {"", element["text"]["text"]}:
                    return stamp, element
        return None

    async def presses(self, action: str, arg: str | None = None, about: str = "", label: str = "") -> None:
        found = self._button(action, arg, about, label)
        assert found is not None, (action, arg, about, label, self.person.cards)
        await self.person.presses_this(*found)

    async def opens(self, action: str, arg: str | None = None, about: str = "") -> SlackSheet:
        if self._button(action, arg, about) is None:
            await self.presses(actions.IDEA_MORE, about=about)
        found = self._button(action, arg, about)
        assert found is not None, (action, arg, about, self.person.cards)
        return SlackSheet(self.person, await self.person.opens_with(*found))


class SlackStage:
    """A workspace with two channels."""

    def __init__(self, town: SlackTown, words: LifeWords) -> None:
        self.town = town
        self.words = words
        people = [SlackPlayer(Colleague(town, user, name)) for user, name in PEOPLE.items()]
        self.author, self.colleague, self.manager, self.neighbour = people

    async def begins(self, channel: str, manager: SlackPlayer, **more: str) -> None:
        """Femma is invited and set up."""
        await self.town.joins_channel(manager.person, channel)
        language = self.words.language
        view = await manager.person.opens(actions.TEAM_SETUP, channel)
        fields = {"manager": manager.user, "language": language.value, "zone": LOCALES[language][1], **more}
        assert await manager.person.sends(view, **fields, weekday="1", time="8.00") == {}

    async def another_team_begins(self) -> None:
        await self.begins(NEIGHBOURS, self.neighbour)

    @property
    def today(self) -> date:
        return self.town.femma.clock.moment.date()

    async def at(self, day: date) -> None:
        await self.town.femma.move_to(datetime.combine(day, time(10), UTC))
        await self.manager.says(self.words.mine)

    async def moment(self, name: str, *seen_by: Player) -> None:
        """Slack draws nothing here; what is sent is checked by its rules."""


@pytest.fixture(params=LIVES, ids=lambda life: life.language.value)
def words(request: pytest.FixtureRequest) -> LifeWords:
    """Each life in each language."""
    life: LifeWords = request.param
    return life


@pytest.fixture
async def stage(words: LifeWords, sqlite_url: str) -> AsyncIterator[SlackStage]:
    """Femma as in production; at the end nothing was refused or lost."""
    async with FakeSlack() as slack:
        slack.channels[NEIGHBOURS] = "hemtjansten-soder"
        for user, name in PEOPLE.items():
            slack.add_user(user, name, LOCALES[words.language][0])
        settings = Settings(
            rehearsal=False,
            database_url=SecretStr(sqlite_url),
            slack_signing_secret=SecretStr(SECRET),
            slack_bot_token=SecretStr(BOT_TOKEN),
            slack_api_url=slack.api_url,
        )
        async with running(settings, FixedClock()) as femma:
            stage = SlackStage(SlackTown(femma, slack), words)
            await stage.begins(CHANNEL, stage.manager, deputy=stage.neighbour.user)
            yield stage
            await femma.assert_all_sent()


async def test_the_whole_life_in_slack(stage: SlackStage, words: LifeWords) -> None:
    await Life(stage, words).play()
