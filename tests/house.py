"""The whole bot in one process, with a clock that stands still and chats that keep a transcript.

A test reads like the chat:

    await house.hears('''
        ALVA> Listan ligger i ett annat hus
        ALVA< ...Vad är det för något?
    ''')
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.app import Core, new_id
from bot.domain.letters import Claimed, Settled, Turn
from bot.domain.people import Address, Language
from cards import actions
from cards.actions import Ref
from cards.model import Button, Buttons, Card, Form
from cards.plain_text import to_plain_text
from handlers.chat import Posted
from handlers.delivery import Delivery
from handlers.incoming import (
    Actor,
    Answer,
    Arrived,
    Envelope,
    FormErrors,
    Incoming,
    Joined,
    Left,
    Picked,
    Pressed,
    PrivateLine,
    Said,
    SentForm,
    ShowForm,
    Wanted,
)
from storage.outbox import SqlOutbox

TENANT = "web:byn"
# A Wednesday morning in November.
START = datetime(2026, 11, 18, 8, 30, tzinfo=UTC)


class FixedClock:
    """Stands still until it is moved."""

    def __init__(self, moment: datetime = START) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


@dataclass
class FakeChat:
    """Keeps what was said in every conversation; edits replace."""

    said: dict[str, list[tuple[str, Card]]] = field(default_factory=dict)
    pages: dict[str, Card] = field(default_factory=dict)
    posts: int = 0
    edits: int = 0
    _numbers: dict[str, int] = field(default_factory=dict)

    async def post(self, to: Address, card: Card) -> Posted:
        self.posts += 1
        number = self._numbers[to.tenant] = self._numbers.get(to.tenant, 0) + 1
        message = f"m{number}"
        conversation = to.conversation or f"dm:{to.person}"
        self.said.setdefault(place(to.tenant, conversation), []).append((message, card))
        return Posted(
            Address(to.platform, to.tenant, conversation, to.thread, to.service_url, to.person), message
        )

    async def edit(self, at: Address, message: str, card: Card) -> None:
        self.edits += 1
        lines = self.said[place(at.tenant, at.conversation)]
        index = next(i for i, (id_, _) in enumerate(lines) if id_ == message)
        lines[index] = (message, card)

    async def publish(self, page: Address, card: Card) -> None:
        self.pages[place(page.tenant, page.person)] = card


def place(tenant: str, conversation: str) -> str:
    """Where a FakeChat keeps a conversation: those of the usual tenant under their own name."""
    return conversation if tenant == TENANT else f"{tenant}/{conversation}"


@dataclass
class Chatter:
    """One person as a test plays them."""

    house: House
    id: str
    name: str
    language: Language
    tenant: str = TENANT

    @property
    def home(self) -> Address:
        return Address(self.house.platform, self.tenant, f"dm:{self.id}", person=self.id)

    @property
    def lines(self) -> list[tuple[str, Card]]:
        """Everything said to this person, as it stands now, with the messages' ids."""
        return self.house.chat.said.get(place(self.tenant, self.home.conversation), [])

    @property
    def cards(self) -> list[Card]:
        """The same without the ids."""
        return [card for _, card in self.lines]

    @property
    def last(self) -> Card:
        return self.cards[-1]

    @property
    def heard(self) -> str:
        """The last thing said to this person, in plain words."""
        return to_plain_text(self.last)

    @property
    def transcript(self) -> str:
        return "\n---\n".join(to_plain_text(card) for card in self.cards)

    def envelope(self, delivery: str = "") -> Envelope:
        house = self.house
        actor = Actor(self.tenant, self.id, self.name, self.language)
        return Envelope(delivery or house.delivery(), actor, self.home, house.clock.now())

    async def says(self, text: str, delivery: str = "") -> Answer:
        return await self.house.hear(Said(self.envelope(delivery), text))

    async def mentions(self, text: str, conversation: str, thread: str = "t1") -> Answer:
        where = Address(self.house.platform, self.tenant, conversation, thread)
        return await self.house.hear(Said(self.envelope(), text, where, conversation))

    async def commands(self, text: str) -> Answer:
        return await self.house.hear(Said(self.envelope(), text, command=True))

    def button(self, action: str, arg: str | None = None) -> tuple[str, Button]:
        """The newest button with this action (and argument) in the person's chat, and its message."""
        for message, card in reversed(self.lines):
            for part in card.parts:
                for button in part.row if isinstance(part, Buttons) else ():
                    if button.action == action and arg in {None, Ref.decode(button.value).arg}:
                        return message, button
        raise LookupError(f"{self.name} sees no button {action} {arg or ''}")

    async def presses(self, action: str, arg: str | None = None, delivery: str = "") -> Answer:
        message, button = self.button(action, arg)
        return await self.press(button, message, delivery)

    async def press(self, button: Button, message: str = "", delivery: str = "") -> Answer:
        return await self.house.hear(
            Pressed(self.envelope(delivery), button.action, Ref.decode(button.value), self.home, message)
        )

    async def forges(self, action: str, ref: Ref) -> Answer:
        """Presses a button that was never shown to this person."""
        return await self.house.hear(Pressed(self.envelope(), action, ref, self.home))

    async def chooses(self, choice: str) -> Answer:
        return await self.presses(actions.WHY_ANSWER, choice)

    def sees(self, action: str, arg: str | None = None) -> bool:
        """Is there such a button anywhere in the chat?"""
        try:
            self.button(action, arg)
        except LookupError:
            return False
        return True

    async def opens(self, action: str) -> Form:
        """Press what opens a form; on the other half of the manager's card it is looked for too."""
        if not self.sees(action) and self.sees(actions.IDEA_MORE):
            await self.presses(actions.IDEA_MORE)
        answer = await self.presses(action)
        assert isinstance(answer, ShowForm), answer
        return answer.form

    async def wants(self, form: str, text: str = "") -> Answer:
        return await self.house.hear(Wanted(self.envelope(), form, text))

    async def sends(self, form: Form, /, **fields: str | Chatter) -> Answer:
        """Send a form with these fields; people are given as chatters."""
        values = {name: value for name, value in fields.items() if isinstance(value, str)}
        people = {
            name: Picked(value.id, value.name, value.home)
            for name, value in fields.items()
            if isinstance(value, Chatter)
        }
        return await self.house.hear(
            SentForm(self.envelope(), form.name, Ref.decode(form.value), values, people)
        )

    async def arrives(self, page: bool = False) -> Answer:
        where = Address(self.house.platform, self.tenant, person=self.id) if page else None
        return await self.house.hear(Arrived(self.envelope(), where))


class House:
    """One running bot."""

    def __init__(self, core: Core, clock: FixedClock, chat: FakeChat, platform: str = "web") -> None:
        self.core = core
        self.clock = clock
        self.chat = chat
        self.platform = platform
        self.sender: Delivery = core.deliver_to({platform: chat}, clock, {})
        self.expected_dead = 0
        self._deliveries = 0

    def use(self, chat: FakeChat) -> None:
        """Speak through another chat from now on."""
        self.chat = chat
        self.sender = self.core.deliver_to({self.platform: chat}, self.clock, {})

    def delivery(self) -> str:
        self._deliveries += 1
        return f"d{self._deliveries}-{new_id()}"

    def person(self, name: str, language: Language = Language.SV, tenant: str = TENANT) -> Chatter:
        return Chatter(self, f"{self.platform}:{name.lower()}", name, language, tenant)

    async def hear(self, incoming: Incoming) -> Answer:
        """Everything that comes in, and everything that goes out because of it."""
        answer = await self.core.conversation.hear(incoming)
        await self.settle()
        return answer

    async def settle(self) -> None:
        await self.core.due.drain()
        await self.sender.drain()

    async def wait(self, **time: float) -> None:
        """Let time pass and do what falls due."""
        self.clock.moment += timedelta(**time)
        await self.settle()

    async def be_at(self, moment: datetime) -> None:
        self.clock.moment = moment
        await self.settle()

    def in_channel(self, conversation: str, tenant: str = TENANT) -> list[Card]:
        return [card for _, card in self.chat.said.get(place(tenant, conversation), [])]

    async def joins(self, conversation: str, by: Chatter) -> None:
        where = Address(self.platform, by.tenant, conversation)
        await self.hear(Joined(by.envelope(), where, conversation))

    async def leaves(self, conversation: str, by: Chatter) -> None:
        await self.hear(Left(by.envelope(), Address(self.platform, by.tenant, conversation)))

    async def team(
        self, name: str, manager: Chatter, deputy: Chatter | None = None, language: str = "sv"
    ) -> None:
        """A channel in which Femma was set up by its manager."""
        await self.joins(name, manager)
        channel = self.in_channel(name, manager.tenant)
        button = next(b for p in channel[-1].parts if isinstance(p, Buttons) for b in p.row)
        answer = await manager.press(button)
        assert isinstance(answer, ShowForm)
        zone = {"sv": "Europe/Stockholm", "nb": "Europe/Oslo", "en": "Europe/London"}[language]
        fields: dict[str, str | Chatter] = {
            "name": name,
            "manager": manager,
            "language": language,
            "zone": zone,
            "weekday": "1",
            "time": "08:00",
        }
        if deputy is not None:
            fields["deputy"] = deputy
        sent = await manager.sends(answer.form, **fields)
        assert not isinstance(sent, FormErrors | PrivateLine), sent


@asynccontextmanager
async def open_house(url: str, moment: datetime = START, platform: str = "web") -> AsyncIterator[House]:
    """A bot on a database; everything is closed at the end, and every letter was one that can be sent."""
    clock = FixedClock(moment)
    core = await Core.open(url, clock)
    try:
        house = House(core, clock, FakeChat(), platform)
        yield house
        counts = await core.outbox.counts()
        assert counts.get("dead", 0) == house.expected_dead
        assert not {"uncertain", "sending"} & set(counts)
    finally:
        await core.engine.dispose()


async def turn(
    outbox: SqlOutbox, settled: Sequence[Settled], now: datetime, room: int, resting: Sequence[str] = ()
) -> list[Claimed]:
    """One turn at the outbox with what is known beforehand."""
    return await outbox.turn(now, lambda: Turn(tuple(settled), room, tuple(resting)))
