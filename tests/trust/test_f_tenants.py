"""Two tenants in which everything is called the same, and what reaches whom (rows F5, F6, F7, F10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from bot.app import Core, new_id
from bot.calendars import PublicHolidays
from bot.domain.people import Address, Language
from cards import actions
from cards.plain_text import to_plain_text
from handlers.clock import DueWork
from handlers.conversation import Conversation
from handlers.incoming import Answer, Joined, Left, Said, ShowForm
from handlers.slack.inbound import read
from handlers.slack.origin import Seen
from storage.tables import teams
from tests.fakes.slack_signer import command, direct_message, event, interaction, mention, press
from tests.house import START, Chatter, FakeChat, FixedClock, House, open_house
from tests.trust.town import open_town

A, B = "web:A", "web:B"
WORDS = {A: "KANARIEGUL", B: "PAPEGOJA"}
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


class Twins(House):
    """A house in which deliveries, ideas, talks, teams and messages have the same ids in both tenants."""

    current = A

    def __init__(self, core: Core, clock: FixedClock, counts: Counter[str]) -> None:
        self._counts = counts
        core.conversation = Conversation(core.store, clock, PublicHolidays(), self._same_id)
        core.due = DueWork(core.store, clock, PublicHolidays(), new_id)
        super().__init__(core, clock, FakeChat())

    def delivery(self) -> str:
        self._counts[f"{self.current} delivery"] += 1
        return f"d{self._counts[f'{self.current} delivery']}"

    def _same_id(self) -> str:
        self._counts[self.current] += 1
        return f"{self._counts[self.current]:024x}"


@dataclass
class Cast:
    """The people of one tenant; every name and every word of theirs has the tenant's own in it."""

    house: Twins
    tenant: str
    answers: list[Answer] = field(default_factory=list)

    @property
    def word(self) -> str:
        return WORDS[self.tenant]

    def __getattr__(self, name: str) -> Chatter:
        return Chatter(self.house, f"web:{name}", f"{name} {self.word}", language_of(name), self.tenant)

    def seen(self) -> str:
        """Everything that anybody of this tenant was shown: messages, pages, forms and private lines."""
        said = [card for place, lines in self.house.chat.said.items() if place.startswith(self.tenant)
                for _, card in lines]  # fmt: skip
        pages = [card for place, card in self.house.chat.pages.items() if place.startswith(self.tenant)]
        return "\n".join(
            [*map(repr, said), *map(to_plain_text, said), *map(repr, pages), *map(repr, self.answers)]
        )


def language_of(name: str) -> Language:
    """Kari's is another one."""
    return Language.NB if name == "kari" else Language.SV


@asynccontextmanager
async def open_twins(url: str) -> AsyncIterator[tuple[Cast, Cast]]:
    """Both on one database."""
    clock = FixedClock(START)
    core = await Core.open(url, clock)
    try:
        house = Twins(core, clock, Counter())
        yield Cast(house, A), Cast(house, B)
        assert set(await core.outbox.counts()) == {"sent"}
    finally:
        await core.engine.dispose()


WALLS = {
    "sqlite": "sqlite_url",
    "postgresql, both walls": "walled_url",
    "postgresql, queries alone": "empty_postgres_url",
}


@pytest.fixture(params=WALLS)
def twin_url(request: pytest.FixtureRequest) -> str:
    """With row-level security (as a role that it holds for), and without (a superuser walks through it)."""
    return str(request.getfixturevalue(WALLS[request.param]))


Step = Callable[[Cast], Awaitable[Any]]


async def set_up(c: Cast) -> None:
    await c.house.joins("norr", c.britta)
    hello = c.house.in_channel("norr", c.tenant)[-1]
    button = hello.parts[-1].row[0]  # type: ignore[union-attr]
    form = await c.britta.press(button)
    assert isinstance(form, ShowForm)
    fields = {"language": "sv", "zone": "Europe/Stockholm", "weekday": "1", "time": "08:00"}
    name = f"norr {c.word}"
    c.answers += [form, await c.britta.sends(form.form, name=name, manager=c.britta, deputy=c.kari, **fields)]


async def ask_and_answer(c: Cast) -> None:
    form = await c.britta.opens(actions.IDEA_ASK)
    await c.britta.sends(form, question=f"Vilken {c.word}?")
    reply = await c.alva.opens(actions.IDEA_REPLY)
    c.answers.append(ShowForm(reply))
    await c.alva.says(f"Den {c.word} på plan två")


async def turn_down(c: Cast) -> None:
    form = await c.kari.opens(actions.IDEA_NOT_NOW)
    await c.kari.sends(form, reason="law", words=f"Det {c.word} går inte")


async def add(c: Cast) -> None:
    await c.alva.sends(await c.alva.opens(actions.IDEA_ADD), words=f"Även {c.word}")


SCENARIO: tuple[Step, ...] = (
    set_up,
    lambda c: c.alva.arrives(),
    lambda c: c.alva.says(f"Skrivaren {c.word} är trasig"),
    lambda c: c.alva.presses(actions.TELL_KIND, "problem"),
    lambda c: c.kari.says("venter"),
    lambda c: c.kari.presses(actions.IDEA_OPEN),
    lambda c: c.alva.presses(actions.IDEA_WHY),
    lambda c: c.alva.says(f"Vi {c.word} köar"),
    lambda c: c.alva.says(f"Brukarna {c.word}"),
    lambda c: c.alva.says(f"Listan {c.word} hänger fel"),
    lambda c: c.alva.says(f"Sett i {c.word}"),
    lambda c: c.alva.says("paus"),
    lambda c: c.alva.says("mina"),
    lambda c: c.alva.says("fortsätt"),
    lambda c: c.alva.says("klart"),
    lambda c: c.alva.says("ja"),
    lambda c: c.alva.says(f"Flytta {c.word}"),
    lambda c: c.alva.says(f"Räkna {c.word}"),
    lambda c: c.alva.chooses("yes"),
    lambda c: c.britta.presses(actions.IDEA_ACKNOWLEDGE),
    ask_and_answer,
    add,
    lambda c: c.carl.mentions(f"Dörren {c.word} kärvar", "norr"),
    lambda c: c.carl.presses(actions.TELL_KIND, "idea"),
    # The one word that is in both is enough to ask: of each tenant's own idea.
    lambda c: c.carl.presses(actions.TELL_ANYWAY),
    lambda c: c.carl.presses(actions.IDEA_HIDE),
    turn_down,
    lambda c: c.carl.commands(f"Lampan {c.word} blinkar"),
    lambda c: c.carl.says("avbryt"),
    lambda c: c.carl.wants(actions.FORM_NEW_IDEA, f"Hyllan {c.word}"),
    lambda c: c.carl.says(f"Larmet {c.word} tjuter"),
    lambda c: c.britta.says("veckan"),
    lambda c: c.britta.arrives(page=True),
    lambda c: c.alva.arrives(page=True),
    lambda c: c.alva.says("hjälp"),
    lambda c: c.stina.says(f"Vem {c.word} är jag"),
)  # fmt: skip


async def test_f10_twins_never_see_each_other(twin_url: str) -> None:
    """36 steps in both at once, then a Monday: 0 hits of the other's word, and the same said in both."""
    async with open_twins(twin_url) as twins:
        for step in SCENARIO:
            for cast in twins:
                cast.house.current = cast.tenant
                answer = await step(cast)
                if answer is not None:
                    cast.answers.append(answer)
        house = twins[0].house
        await house.wait(minutes=31)
        await house.be_at(MONDAY)
        shown = {cast.tenant: cast.seen() for cast in twins}
        for mine, others in ((A, B), (B, A)):
            assert shown[mine].count(WORDS[mine]) > 100
            assert WORDS[others] not in shown[mine]
            assert others not in shown[mine]
            assert "#3" in shown[mine]
        places = [{p.removeprefix(t) for p in house.chat.said if p.startswith(t)} for t in (A, B)]
        assert places[0] == places[1]
        for place in places[0]:
            first, second = (house.chat.said[tenant + place] for tenant in (A, B))
            assert [message for message, _ in first] == [message for message, _ in second], place


async def test_f10_a_sister_workspace_touches_no_team_of_ours(twin_url: str) -> None:
    """Enterprise Grid: their person in our channel. The same on both databases, and never a `Busy`."""
    async with open_town(twin_url) as town:
        them, channel = town.people["foreigner"], Address("slack", "slack:T1", "norr", "t1")
        before = await _teams(town.house)
        for incoming in (
            Said(them.envelope(), "Dörren kärvar", channel, "norr"),
            Said(them.envelope(), "inställningar", channel, "norr"),
            Joined(them.envelope(), replace(channel, thread=""), "norr"),
            Left(them.envelope(), replace(channel, thread="")),
        ):
            await town.house.hear(incoming)
        assert await _teams(town.house) == before
        assert "Dörren kärvar" in them.transcript
        assert "Det här kan jag inte öppna åt dig" in them.heard
        thread = "\n".join(map(to_plain_text, town.house.in_channel("norr", "slack:T1")))
        assert "Dörren" not in thread


async def _teams(house: House) -> list[tuple[Any, ...]]:
    async with house.core.store.transaction() as connection:
        return [tuple(row) for row in await connection.execute(select(teams).order_by(teams.c.name))]


# F6


async def test_f6_what_is_not_for_the_channel_is_not_in_it(sqlite_url: str) -> None:
    """A draft, a cause that was not confirmed, a hidden name, and what others have told."""
    async with open_house(sqlite_url) as house:
        alva, britta, carl = (house.person(name) for name in ("Alva", "Britta", "Carl"))
        await house.team("norr", britta)
        await alva.says("Skrivaren är trasig")
        await alva.says("problem")
        await alva.presses(actions.IDEA_HIDE)
        await alva.presses(actions.IDEA_WHY)
        await alva.says("OBEKRÄFTAT problem")
        await alva.says("OBEKRÄFTAT vem")
        await alva.says("OBEKRÄFTAT orsak")
        await alva.says("paus")
        await carl.says("UTKAST till något")
        await carl.says("mina")
        await carl.says("veckan")
        await carl.says("väntar")
        await carl.arrives(page=True)
        assert "UTKAST" not in britta.transcript + alva.transcript
        await house.be_at(MONDAY.replace(hour=7, minute=30))
        channel = "\n".join(map(to_plain_text, house.in_channel("norr")))
        assert "Skrivaren är trasig" in channel
        assert "Alva" not in channel
        for told in (channel, britta.transcript):
            assert "OBEKRÄFTAT" not in told
        assert "Skrivaren" not in carl.transcript + repr(house.chat.pages)


# F5


async def test_f5_nothing_is_said_where_femma_was_taken_out(sqlite_url: str) -> None:
    """Channels that are gone without a word are in tests/handlers/test_lost.py."""
    async with open_house(sqlite_url) as house:
        alva, britta = house.person("Alva"), house.person("Britta")
        await house.team("norr", britta)
        await alva.says("Skrivaren är trasig")
        await alva.says("problem")
        await house.leaves("norr", britta)
        before = len(house.in_channel("norr"))
        await house.be_at(MONDAY)
        await house.wait(days=7)
        assert len(house.in_channel("norr")) == before


# F7: what Slack says of people from elsewhere. `T9` is their workspace, `T1` ours.
FOREIGN = {"id": "U9", "team_id": "T9"}
FROM_ELSEWHERE = {
    "a message": direct_message("hej", user_team="T9"),
    "a mention": mention("hej", user_team="T9"),
    "a mention by source": mention("hej", source_team="T9"),
    "a page": event("app_home_opened", user="U9", tab="home", channel="D9", user_team="T9"),
    "a press": press("idea.acknowledge:0", "idea|1|1|", user=FOREIGN),
    "a shortcut": interaction("shortcut", callback_id="new_idea") | {"user": FOREIGN},
}


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("what", sorted(FROM_ELSEWHERE))
def test_f7_people_of_other_organisations_are_not_heard(what: str, shared: bool) -> None:
    """Slack Connect: whoever comes from another workspace than Femma's has no effect."""
    payload = FROM_ELSEWHERE[what] | {"is_ext_shared_channel": shared}
    assert read(payload, Seen("x", START)) is None


def test_f7_a_colleague_is_heard() -> None:
    """The same payloads, from our own workspace: so that the test above says something."""
    assert read(direct_message("hej"), Seen("x", START)) is not None
    assert read(press("idea.acknowledge:0", "idea|1|1|"), Seen("x", START)) is not None
    assert read(command("hej"), Seen("x", START)) is not None
