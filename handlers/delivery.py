"""The outbox's other end: letters that are due become cards and go to the chats.

What is certain to have failed is tried again; a new message that may have arrived is never repeated.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import structlog

from bot.domain.errors import Conflict
from bot.domain.letters import Claimed, Letter, LetterState, Settled, Turn, Way
from bot.domain.notices import AuthorCard, ManagerCard
from bot.domain.ports import (
    Clock,
    Gone,
    NotDelivered,
    Refused,
    Tripwire,
    TryLater,
    Uncertain,
    untouched,
)
from bot.domain.work import Outbox, StorageAway, Store, Work
from cards.model import Card
from cards.views import view
from handlers import lost
from handlers.chat import Chat, Posted
from handlers.names import names_around
from handlers.pace import Pace
from handlers.rewording import Rewording
from handlers.turn import card_edit, concerns

# So many messages are under way at once.
ROOM = 32
# The net under the wake-ups, in seconds.
POLL = 5.0
# Seconds between two looks for letters that a process elsewhere held when it died.
LOOK_AFTER = 5.0
# Seconds that what is under way gets when we are told to stop.
LAST_WORDS = 5.0
MAX_ATTEMPTS = 10
GIVE_UP_AFTER = timedelta(hours=24)
_LONGEST_WAIT = 900.0

log = structlog.get_logger(__name__)


def as_drawn(_: str, card: Card) -> Card:
    """For where no card needs anything that only the running house knows."""
    return card


class Delivery:
    """Sends what is due until it is stopped. One per process."""

    def __init__(
        self,
        outbox: Outbox,
        store: Store,
        chats: Mapping[str, Chat],
        clock: Clock,
        pace: Pace,
        tripwire: Tripwire = untouched,
        shared: bool = False,
        finish: Callable[[str, Card], Card] = as_drawn,
        rewording: Rewording | None = None,
    ) -> None:
        """`chats` by platform name. `shared`: other processes send from the same outbox. `finish` gives a
        card for a platform the addresses of its pictures; `rewording` may word its question better."""
        self._outbox = outbox
        self._store = store
        self._chats = chats
        self._clock = clock
        self._pace = pace
        self._tripwire = tripwire
        self._shared = shared
        self._finished = finish
        self._rewording = rewording
        self._stopping = False
        self._unanswered = False
        self._looked = float("-inf")
        self._settled: list[Settled] = []
        self._under_way: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Something may be due."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled; then what is under way is finished and written down.

        A round is never broken off in the middle: what it has claimed would never be sent.
        """
        going = asyncio.create_task(self._go())
        try:
            await asyncio.shield(going)
        finally:
            self._stopping = True
            self.wake()
            await asyncio.wait({going})
            await self._finish()

    async def _go(self) -> None:
        while not self._stopping:
            self._woken.clear()
            if not await self._round():
                await self._rest()
            await self._take_over()

    async def drain(self) -> None:
        """Send everything that is due now and wait for it. For tests and for moving a clock."""
        while await self._round() or self._under_way or self._settled:
            if self._under_way:
                await asyncio.wait(self._under_way)

    async def _round(self) -> bool:
        """One settle-and-claim. True when something was claimed or settled."""
        brought: list[Settled] = []

        def bring() -> Turn:
            brought.extend(self._settled)
            self._settled.clear()
            return Turn(tuple(brought), ROOM - len(self._under_way), tuple(self._pace.resting()))

        try:
            claimed = await self._outbox.turn(self._clock.now(), bring)
        except StorageAway as away:
            self._settled = brought + self._settled
            self._unanswered = True
            log.warning("outbox.away", reason=str(away))
            await asyncio.sleep(0.5)
            return False
        if brought:
            self._tripwire("after_mark")
        for one_claimed in claimed:
            self._begin(one_claimed)
        for one in brought:
            await self._afterwards(one)
        return bool(claimed or brought)

    async def _take_over(self) -> None:
        """Letters that are marked as held and that nobody holds. Never before our own are written down."""
        if self._settled:
            return
        try:
            found = await (self._of_the_dead() if self._shared else self._never_received())
        except StorageAway as away:
            log.warning("outbox.away", reason=str(away))
            return
        if found:
            log.warning("outbox.taken_over", letters=found)
            self._woken.set()

    async def _of_the_dead(self) -> int:
        """Another process died with them, or they are ours and the database did not get to say so."""
        now = asyncio.get_running_loop().time()
        if now - self._looked < LOOK_AFTER:
            return 0
        self._looked = now
        return await self._outbox.recover(self._clock.now(), everything=False)

    async def _never_received(self) -> int:
        """The database gave them to us, went away before it could say so, and there is nobody else."""
        if not self._unanswered or self._under_way:
            return 0
        found = await self._outbox.put_back()
        self._unanswered = False
        return found

    def _begin(self, claimed: Claimed) -> None:
        to = claimed.letter.to
        self._pace.spoke(to.platform, to.tenant, to.lane)
        task = asyncio.create_task(self._send(claimed))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _rest(self) -> None:
        if self._stopping:
            return
        free = self._pace.next_free()
        patience = POLL if free is None else min(POLL, free)
        try:
            async with asyncio.timeout(patience):
                await self._woken.wait()
        except TimeoutError:
            return

    async def _finish(self) -> None:
        """What does not end in time is found by the next start: posts uncertain, edits repeated."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=LAST_WORDS)
            for task in late:
                task.cancel()
        if self._settled:
            settled = tuple(self._settled)
            try:
                await self._outbox.turn(self._clock.now(), lambda: Turn(settled, 0))
            except StorageAway as away:
                log.warning("outbox.away", reason=str(away))
                return
            for one in settled:
                await self._afterwards(one)

    async def _send(self, claimed: Claimed) -> None:
        await asyncio.sleep(self._pace.wait(claimed.letter.tenant))
        settled = await self._settle(claimed)
        if settled.state is not LetterState.SENT:
            log.warning(
                "letter.not_sent",
                id=claimed.id,
                state=settled.state.value,
                reason=settled.reason,
                notice=type(claimed.letter.notice).__name__,
                attempts=claimed.attempts,
            )
        self._settled.append(settled)
        self._woken.set()

    async def _settle(self, claimed: Claimed) -> Settled:
        letter = claimed.letter
        chat = self._chats.get(letter.to.platform)
        if chat is None:
            return Settled(claimed, LetterState.DEAD, "platform not configured")
        try:
            card = self._finished(letter.to.platform, await self._card(letter))
            self._tripwire("before_send")
            posted = await _speak(chat, letter, card)
            self._tripwire("after_send_before_mark")
        except NotDelivered as failed:
            return _failed(claimed, failed, self._clock.now())
        except Exception as bug:
            # A card that cannot be made must not stop the others; the operator sees which notice it was.
            log.exception("letter.broken", id=claimed.id, notice=type(letter.notice).__name__)
            return Settled(claimed, LetterState.DEAD, f"broken: {type(bug).__name__}")
        return Settled(claimed, LetterState.SENT, to=posted.address, message=posted.message)

    async def _card(self, letter: Letter) -> Card:
        card = view(letter.notice, letter.language)
        if self._rewording is None:
            return card
        worded = await self._rewording.card(letter, card)
        if self._rewording.concerns(letter):
            # It may have waited: the place rests from now on, when it is really spoken to.
            self._pace.spoke(letter.to.platform, letter.to.tenant, letter.to.lane)
        return worded

    async def _afterwards(self, settled: Settled) -> None:
        letter = settled.claimed.letter
        try:
            if settled.gone:
                await self._lost(letter, settled.reason)
            elif settled.state is LetterState.SENT and letter.subject:
                await self._catch_up(letter, settled.message)
        except (StorageAway, Conflict) as away:
            log.warning("letter.aftermath_missed", id=settled.claimed.id, reason=str(away))

    async def _lost(self, letter: Letter, reason: str) -> None:
        async def job(work: Work) -> None:
            await lost.mark(work, letter, reason)

        await self._store.run(letter.tenant, job)
        await self._outbox.abandon(letter.tenant, letter.to.lane, reason)

    async def _catch_up(self, letter: Letter, message: str) -> None:
        """An idea that moved on while its card was on its way: bring the card up to date."""
        notice = letter.notice
        if not isinstance(notice, AuthorCard | ManagerCard):
            return

        async def job(work: Work) -> None:
            idea = await work.idea(letter.tenant, letter.subject)
            if idea is None or idea.version <= notice.idea.version:
                return
            team = await work.team(idea.tenant, idea.team)
            names = await names_around(work, idea, team, self._clock.now())
            for card in await work.shown(letter.tenant, letter.subject):
                is_behind = card.version < idea.version and card.message == message
                if is_behind and concerns(card, idea, team):
                    await work.send(card_edit(card, idea, names))

        await self._store.run(letter.tenant, job)


async def _speak(chat: Chat, letter: Letter, card: Card) -> Posted:
    match letter.way:
        case Way.POST:
            return await chat.post(letter.to, card)
        case Way.EDIT:
            await chat.edit(letter.to, letter.message, card)
        case Way.PAGE:
            await chat.publish(letter.to, card)
    return Posted(letter.to, letter.message)


def _failed(claimed: Claimed, failed: NotDelivered, now: datetime) -> Settled:
    """The send policy: what is repeated, what is uncertain, what is given up."""
    match failed:
        case Gone():
            return Settled(claimed, LetterState.DEAD, failed.reason, gone=True)
        case Refused():
            return Settled(claimed, LetterState.DEAD, failed.reason)
        case Uncertain() if claimed.letter.way is Way.POST:
            return Settled(claimed, LetterState.UNCERTAIN, failed.reason)
        case _:
            too_old = now - claimed.written_at > GIVE_UP_AFTER
            if claimed.attempts >= MAX_ATTEMPTS or too_old:
                return Settled(claimed, LetterState.DEAD, f"given up: {failed.reason}")
            after = failed.after if isinstance(failed, TryLater) else None
            wait = _backoff(claimed.attempts) if after is None else after
            return Settled(claimed, LetterState.WAITING, failed.reason, now + timedelta(seconds=wait))


def _backoff(attempts: int) -> float:
    """Seconds: doubling from one, with jitter so that many do not come back together."""
    return min(_LONGEST_WAIT, 2.0 ** (attempts - 1)) * random.uniform(0.75, 1.25)  # noqa: S311
