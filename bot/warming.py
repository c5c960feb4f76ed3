"""A rehearsal before the doors open: the way of an idea, in each language, and none of it is kept.

A fresh process compiles each statement, reads each catalogue and builds each reader of stored values when it
needs it for the first time. After a crash that would be while everybody who waited knocks at once. What is
said here is said by nobody, in a tenant of its own, in a transaction that is rolled back.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TypeAlias, TypeVar

import structlog

from bot.domain.errors import Conflict
from bot.domain.letters import Letter
from bot.domain.people import Address, Language
from bot.domain.ports import Clock, WorkingDays
from bot.domain.whys import Choice
from bot.domain.work import Runs, StorageAway, Trial, Undoes, Work
from cards import actions
from cards.actions import Ref
from cards.adaptive_card import to_adaptive_card
from cards.block_kit import to_block_kit
from cards.html import to_html
from cards.model import Card
from cards.plain_text import to_plain_text
from cards.views import view
from handlers.conversation import Conversation
from handlers.incoming import Actor, Arrived, Envelope, Incoming, Joined, Picked, Pressed, Said, SentForm

T = TypeVar("T")
Draw: TypeAlias = Callable[[Card], object]

# Seconds for all of it; a start must not wait longer.
LONGEST = 3.0
# As many as the pool holds: opening one costs more than what is then done with it.
CONNECTIONS = 10
_CHANNEL = "channel:warming"

log = structlog.get_logger(__name__)


def _adaptive(card: Card) -> object:
    return to_adaptive_card(card), to_plain_text(card)


# How a card is drawn where it is sent to.
DRAWN: Mapping[str, Draw] = {"slack": to_block_kit, "teams": _adaptive, "web": to_html}


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said in the rehearsal. Nobody ever reads it."""

    zone: str
    told: str
    touched: str
    answers: tuple[str, str]
    trial: str
    sign: str


_SAID: Mapping[Language, _Words] = {
    Language.SV: _Words(
        "Europe/Stockholm",
        "Vi får vänta vid nyckelskåpet varje morgon.",
        "Vi som börjar tidigt.",
        ("Alla nycklar kvitteras ut samtidigt.", "Listan ligger i ett annat rum."),
        "Vi lägger listan bredvid skåpet på måndag.",
        "Ingen står i kö.",
    ),
    Language.NB: _Words(
        "Europe/Oslo",
        "Vi må vente ved nøkkelskapet hver morgen.",
        "Vi som begynner tidlig.",
        ("Alle nøklene kvitteres ut samtidig.", "Listen ligger i et annet rom."),
        "Vi legger listen ved siden av skapet på mandag.",
        "Ingen står i kø.",
    ),
    Language.EN: _Words(
        "Europe/London",
        "We have to wait at the key cabinet every morning.",
        "Those of us who start early.",
        ("All keys are signed out at the same time.", "The list lies in another room."),
        "We put the list beside the cabinet on Monday.",
        "Nobody stands in line.",
    ),
}


class Warming:
    """Rehearses once, before the doors open."""

    def __init__(
        self,
        store: Undoes,
        clock: Clock,
        calendar: WorkingDays,
        new_id: Callable[[], str],
        finish: Callable[[str, Card], Card],
        platforms: Sequence[str],
    ) -> None:
        """`platforms` are those that cards are sent to; `finish` as in `handlers.delivery`."""
        self._store = store
        self._clock = clock
        self._calendar = calendar
        self._new_id = new_id
        self._finish = finish
        self._platforms = platforms
        # Cards drawn, by language.
        self.drawn: dict[Language, int] = {}

    async def run(self, longest: float = LONGEST) -> None:
        """Within `longest` seconds, and whatever happens: a start does not depend on it."""
        began = monotonic()
        try:
            async with asyncio.timeout(longest):
                await self._store.connect(CONNECTIONS)
                # What is slowest comes in two pieces: no transaction may take long, on a busy machine either.
                await self._rehearse(Language.SV, _Play.tell)
                for language in Language:
                    await self._rehearse(language, _Play.all)
        except (StorageAway, Conflict, TimeoutError) as away:
            log.warning("warming.skipped", reason=type(away).__name__)
        except Exception as bug:
            # A rehearsal that fails must not keep the doors shut; the operator sees what kind it was.
            log.exception("warming.broken", reason=type(bug).__name__)
        else:
            log.info("warm", ms=round(1000 * (monotonic() - began)), cards=sum(self.drawn.values()))

    async def _rehearse(self, language: Language, acts: _Acts) -> None:
        tenant = f"warming:{self._new_id()}"

        async def play(work: Trial) -> list[Letter]:
            conversation = Conversation(_Within(work), self._clock, self._calendar, self._new_id)
            part = _Play(work, conversation, self._clock, tenant, self._platforms[0], language)
            await acts(part)
            return await work.letters(tenant)

        for letter in await self._store.undone(tenant, play):
            self._draw(letter)

    def _draw(self, letter: Letter) -> None:
        card = view(letter.notice, letter.language)
        for platform in self._platforms:
            DRAWN[platform](self._finish(platform, card))
            self.drawn[letter.language] = self.drawn.get(letter.language, 0) + 1


_Acts: TypeAlias = Callable[["_Play"], Awaitable[None]]


class _Within(Runs):
    """A store whose every transaction is part of one that will be undone."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def run(self, tenant: str, work: Callable[[Work], Awaitable[T]]) -> T:
        """See Runs. A Conflict cannot be tried again in here."""
        return await work(self._work)


class _Play:
    """An employee who tells something and finds out why, and a manager who answers."""

    def __init__(
        self,
        work: Work,
        conversation: Conversation,
        clock: Clock,
        tenant: str,
        platform: str,
        language: Language,
    ) -> None:
        self._work = work
        self._conversation = conversation
        self._clock = clock
        self._tenant = tenant
        self._platform = platform
        self._language = language
        self._count = 0

    async def tell(self) -> None:
        """From the team's channel to the card."""
        words = _SAID[self._language]
        await self._set_up(words.zone)
        await self._say(words.told)
        await self._press_talk(actions.TELL_KIND, "problem")

    async def all(self) -> None:
        """From the team's channel to the manager's answer."""
        words = _SAID[self._language]
        await self.tell()
        ideas, _ = await self._work.ideas_of(self._tenant, "author", 1)
        await self._press("author", actions.IDEA_WHY, Ref("idea", ideas[0].id, ideas[0].version))
        await self._find_out(words)
        # In one tap; and the answer opens as a form.
        for action in (actions.IDEA_ACKNOWLEDGE, actions.IDEA_YOU_DECIDE):
            await self._press("manager", action, Ref("idea", ideas[0].id))

    async def _set_up(self, zone: str) -> None:
        place = Address(self._platform, self._tenant, _CHANNEL)
        await self._hear(Joined(self._envelope("manager"), place, "warming"))
        await self._hear(Arrived(self._envelope("author")))
        team = await self._work.team_in(place)
        if team is None:
            raise LookupError("nobody there")
        fields = {
            "name": "warming",
            "language": self._language.value,
            "zone": zone,
            "weekday": "1",
            "time": "08:00",
        }
        people = {"manager": Picked("manager", "manager", self._home("manager"))}
        ref = Ref("team", team.id)
        await self._hear(SentForm(self._envelope("manager"), actions.FORM_TEAM, ref, fields, people))

    async def _find_out(self, words: _Words) -> None:
        await self._press_talk(actions.WHY_ANSWER, Choice.SKIP)
        await self._say(words.touched)
        for answer in words.answers:
            await self._say(answer)
            await self._press_talk(actions.WHY_ANSWER, Choice.SEEN)
            await self._press_talk(actions.WHY_ANSWER, Choice.NO)
        await self._press_talk(actions.WHY_ANSWER, Choice.ROOT)
        for _ in range(2):
            await self._press_talk(actions.WHY_ANSWER, Choice.YES)
        await self._say(words.trial)
        await self._say(words.sign)
        await self._press_talk(actions.WHY_ANSWER, Choice.YES)

    async def _press_talk(self, action: str, arg: str) -> None:
        talk = await self._work.open_talk(self._tenant, "author")
        ref = Ref("none") if talk is None else Ref("talk", talk.id, talk.version, arg)
        await self._press("author", action, ref)

    async def _say(self, text: str) -> None:
        await self._hear(Said(self._envelope("author"), text))

    async def _press(self, person: str, action: str, ref: Ref) -> None:
        await self._hear(Pressed(self._envelope(person), action, ref, self._home(person)))

    async def _hear(self, incoming: Incoming) -> None:
        await self._conversation.hear(incoming)
        # Others in the process go on meanwhile: SQLite itself never lets go of the loop.
        await asyncio.sleep(0)

    def _home(self, person: str) -> Address:
        return Address(self._platform, self._tenant, f"dm:{person}", person=person)

    def _envelope(self, person: str) -> Envelope:
        self._count += 1
        actor = Actor(self._tenant, person, person, self._language)
        return Envelope(f"warming:{self._count}", actor, self._home(person), self._clock.now())
