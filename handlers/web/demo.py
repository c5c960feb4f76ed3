"""The demo municipality: who is in it, and the weeks that have passed there.

The history is not written into tables: it is played through the bot itself, at moments in the past, so
that everything in the playground has come about the way it would with people.
"""

from __future__ import annotations

import tomllib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.ideas import Kind
from bot.domain.people import Address, Language
from bot.domain.whys import Choice
from bot.domain.work import Store, Work
from cards import actions
from cards.actions import Ref
from handlers.conversation import Conversation
from handlers.incoming import Actor, Arrived, Envelope, Incoming, Joined, Picked, Pressed, Said, SentForm
from handlers.web.scene import CHANNEL, DIRECT, PLATFORM, Channel, Pane, Persona, Scene

DEMO_TENANT = "web:femvik"
DEMO_ZONE = "Europe/Stockholm"
_SET_UP_DAYS_AGO = 27
_SATURDAY = 6


class SetClock(Protocol):
    """The playground's clock, as only the demo may set it: also to the past."""

    ahead: timedelta

    def now(self) -> datetime:
        """This moment, as far as Femma knows."""
        ...


@dataclass(frozen=True, slots=True)
class DemoIdea:
    """One thing that was told. Days are counted back from the first start; `answered` 0 means not yet."""

    told: int
    kind: Kind
    text: str
    answered: int = 0
    words: str = ""
    whys: tuple[str, ...] = ()
    touched: str = ""
    trial: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class DemoTeam:
    """A team, its three people and what was told there."""

    channel: str
    name: str
    language: Language
    zone: str
    time: str
    employee: Persona
    colleague: Persona
    manager: Persona
    ideas: tuple[DemoIdea, ...]


@dataclass(frozen=True, slots=True)
class Demo:
    """Everything in the demo municipality."""

    teams: tuple[DemoTeam, ...]

    def scene(self) -> Scene:
        """The playground's people and places; the first team's panes are open."""
        first = self.teams[0]
        people = tuple(p for t in self.teams for p in (t.employee, t.manager, t.colleague))
        channels = tuple(Channel(CHANNEL + t.channel, t.channel, t.language) for t in self.teams)
        panes = (
            Pane(DIRECT + first.employee.id, first.employee.id),
            Pane(DIRECT + first.manager.id, first.manager.id),
            Pane(CHANNEL + first.channel, first.employee.id),
        )
        return Scene(people, channels, panes, DEMO_ZONE)


@cache
def read_demo() -> Demo:
    """The demo municipality as its file describes it."""
    data = tomllib.loads(files("handlers.web").joinpath("demo.toml").read_text(encoding="utf-8"))
    return Demo(tuple(_team(entry) for entry in data["team"]))


def _team(entry: dict[str, object]) -> DemoTeam:
    language = Language(str(entry["language"]))

    def persona(role: str) -> Persona:
        found = entry[role]
        assert isinstance(found, dict)  # noqa: S101 - our own file
        return Persona(f"web:{found['id']}", found["name"], found["role"], language, DEMO_TENANT)

    ideas = entry["idea"]
    assert isinstance(ideas, list)  # noqa: S101 - our own file
    return DemoTeam(
        str(entry["channel"]),
        str(entry["name"]),
        language,
        str(entry["zone"]),
        str(entry["time"]),
        persona("employee"),
        persona("colleague"),
        persona("manager"),
        tuple(
            DemoIdea(**{**idea, "kind": Kind(idea["kind"]), "whys": tuple(idea.get("whys", ()))})
            for idea in ideas
        ),
    )


async def seed(
    store: Store, conversation: Conversation, settle: Callable[[], Awaitable[None]], clock: SetClock
) -> None:
    """Play the weeks before the first start; nothing when the municipality is there already.

    `settle` does what is due and sends what is written. The clock ends where it began.
    """

    async def teams(work: Work) -> bool:
        return bool(await work.teams(DEMO_TENANT))

    if await store.run(DEMO_TENANT, teams):
        return
    play = _Play(store, conversation, settle, clock, datetime.now(UTC))
    demo = read_demo()
    await play.tenant()
    for team in demo.teams:
        await play.set_up(team)
    moments = [(idea.told, team, idea) for team in demo.teams for idea in team.ideas]
    for _, team, idea in sorted(moments, key=lambda moment: -moment[0]):
        await play.told(team, idea)
    clock.ahead = timedelta()
    await settle()


class _Play:
    """Speaks for the people of the demo, at moments in the past."""

    def __init__(
        self,
        store: Store,
        conversation: Conversation,
        settle: Callable[[], Awaitable[None]],
        clock: SetClock,
        today: datetime,
    ) -> None:
        self._store = store
        self._conversation = conversation
        self._settle = settle
        self._clock = clock
        self._today = today
        self._count = 0
        self._due: list[tuple[datetime, Persona, str, DemoIdea]] = []

    async def tenant(self) -> None:
        """The municipality writes Swedish where nobody has chosen."""

        async def job(work: Work) -> None:
            await work.tenant(DEMO_TENANT)

        await self._store.run(DEMO_TENANT, job)

    async def set_up(self, team: DemoTeam) -> None:
        """Femma is added to the channel and the manager fills in the form."""
        await self._be_at(self._moment(_SET_UP_DAYS_AGO, team.zone))
        place = Address(PLATFORM, DEMO_TENANT, CHANNEL + team.channel)
        await self._hear(Joined(self._envelope(team.manager), place, team.name))
        for persona in (team.colleague, team.employee):
            await self._arrive(persona)

        async def find(work: Work) -> str:
            found = await work.team_in(place)
            return found.id if found else ""

        ref = Ref("team", await self._store.run(DEMO_TENANT, find))
        fields = {
            "name": team.name,
            "language": team.language.value,
            "zone": team.zone,
            "weekday": "1",
            "time": team.time,
        }
        manager = Picked(team.manager.id, team.manager.name, team.manager.home)
        await self._hear(
            SentForm(self._envelope(team.manager), actions.FORM_TEAM, ref, fields, {"manager": manager})
        )
        await self._remember_team(team, ref.id)

    async def told(self, team: DemoTeam, idea: DemoIdea) -> None:
        """A colleague tells it; the whys follow; the manager answers when the day has come."""
        await self._be_at(self._moment(idea.told, team.zone))
        author = team.colleague
        await self._hear(Said(self._envelope(author), idea.text))
        await self._press_open_talk(author, actions.TELL_KIND, idea.kind.value)
        idea_id = await self._newest(author)
        if idea.whys:
            await self._ask_why(author, idea_id, idea)
        if idea.answered:
            moment = self._moment(idea.answered, team.zone)
            self._due.append((moment, team.manager, idea_id, idea))

    async def _ask_why(self, author: Persona, idea_id: str, idea: DemoIdea) -> None:
        await self._press(author, actions.IDEA_WHY, Ref("idea", idea_id))
        await self._press_open_talk(author, actions.WHY_ANSWER, Choice.SKIP)
        await self._hear(Said(self._envelope(author), idea.touched))
        for depth, answer in enumerate(idea.whys, start=1):
            await self._hear(Said(self._envelope(author), answer))
            await self._press_open_talk(author, actions.WHY_ANSWER, Choice.SEEN)
            if depth <= 2:
                await self._press_open_talk(author, actions.WHY_ANSWER, Choice.NO)
        await self._press_open_talk(author, actions.WHY_ANSWER, Choice.ROOT)
        await self._press_open_talk(author, actions.WHY_ANSWER, Choice.YES)
        await self._press_open_talk(author, actions.WHY_ANSWER, Choice.YES)
        await self._hear(Said(self._envelope(author), idea.trial))
        await self._hear(Said(self._envelope(author), idea.sign))
        await self._press_open_talk(author, actions.WHY_ANSWER, Choice.YES)

    async def _be_at(self, moment: datetime) -> None:
        """Go to a moment; what falls due on the way is done in its time."""
        for due in sorted(entry for entry in self._due if entry[0] <= moment):
            self._due.remove(due)
            await self._go(due[0])
            await self._answer(*due[1:])
        await self._go(moment)

    async def _go(self, moment: datetime) -> None:
        while True:

            async def next_digest(work: Work) -> datetime | None:
                return await work.next_reminder(DEMO_TENANT, "digest:")

            due = await self._store.run(DEMO_TENANT, next_digest)
            if due is None or due > moment:
                break
            self._clock.ahead = due - datetime.now(UTC)
            await self._settle()
        self._clock.ahead = moment - datetime.now(UTC)

    async def _answer(self, manager: Persona, idea_id: str, idea: DemoIdea) -> None:
        if idea.words:
            fields = {"words": idea.words}
            ref = Ref("idea", idea_id)
            await self._hear(SentForm(self._envelope(manager), actions.FORM_ACKNOWLEDGE, ref, fields))
        else:
            await self._press(manager, actions.IDEA_ACKNOWLEDGE, Ref("idea", idea_id))

    async def _press_open_talk(self, person: Persona, action: str, arg: str) -> None:
        async def find(work: Work) -> Ref:
            talk = await work.open_talk(DEMO_TENANT, person.id)
            return Ref("talk", talk.id, talk.version, arg) if talk else Ref("none")

        await self._press(person, action, await self._store.run(DEMO_TENANT, find))

    async def _newest(self, author: Persona) -> str:
        async def find(work: Work) -> str:
            ideas, _ = await work.ideas_of(DEMO_TENANT, author.id, 1)
            return ideas[0].id

        return await self._store.run(DEMO_TENANT, find)

    async def _remember_team(self, team: DemoTeam, team_id: str) -> None:
        async def job(work: Work) -> None:
            for persona in (team.employee, team.colleague, team.manager):
                person = await work.person(DEMO_TENANT, persona.id)
                if person is not None:
                    await work.save_person(replace(person, team=team_id))

        await self._store.run(DEMO_TENANT, job)

    async def _arrive(self, persona: Persona) -> None:
        await self._hear(Arrived(self._envelope(persona)))

    async def _press(self, person: Persona, action: str, ref: Ref) -> None:
        await self._hear(Pressed(self._envelope(person), action, ref, person.home))

    async def _hear(self, incoming: Incoming) -> None:
        await self._conversation.hear(incoming)
        await self._settle()

    def _envelope(self, persona: Persona) -> Envelope:
        self._count += 1
        actor = Actor(DEMO_TENANT, persona.id, persona.name, persona.language)
        return Envelope(f"demo:{self._count}", actor, persona.home, self._clock.now())

    def _moment(self, days_ago: int, zone: str) -> datetime:
        day = self._today.astimezone(ZoneInfo(zone)).date() - timedelta(days=days_ago)
        if day.isoweekday() >= _SATURDAY:
            day += timedelta(days=8 - day.isoweekday())
        moment = datetime.combine(day, time(10, 15), ZoneInfo(zone)).astimezone(UTC)
        return min(moment, self._today)
