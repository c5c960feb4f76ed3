"""The worker behind the photos: fetches what was sent, makes the print, keeps it, and redraws the cards.

Fetching happens outside any transaction; keeping, the idea's new picture and the words to its sender are one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from datetime import timedelta

import structlog

from bot.domain.errors import Conflict
from bot.domain.ideas import Happening
from bot.domain.pictures import ClaimedPicture, Flaw, Pictured, PictureQueue, Print
from bot.domain.ports import (
    Clock,
    Files,
    Gone,
    NotDelivered,
    Refused,
    Tripwire,
    TryLater,
    WorkingDays,
    untouched,
)
from bot.domain.work import StorageAway, Store, Work
from handlers import photos
from handlers.darkroom import Spoilt, develop
from handlers.turn import Turn

# The net under the wake-ups, in seconds.
POLL = 5.0
# So many are fetched at once; prints are made one after another, each may take much memory for a moment.
ROOM = 2
MAX_ATTEMPTS = 6
# A file that could not be fetched for so long is given up.
GIVE_UP_AFTER = timedelta(hours=24)
_FIRST_WAIT = 5.0
_LONGEST_WAIT = 3600.0

log = structlog.get_logger(__name__)


class PictureWork:
    """Fetches what is due until it is stopped. Any number of processes may do so at once."""

    def __init__(
        self,
        queue: PictureQueue,
        store: Store,
        files: Mapping[str, Files],
        clock: Clock,
        calendar: WorkingDays,
        new_id: Callable[[], str],
        executor: Executor | None = None,
        tripwire: Tripwire = untouched,
    ) -> None:
        """`files` by platform name. `executor` makes the prints, the loop's own threads when None."""
        self._queue = queue
        self._store = store
        self._files = files
        self._clock = clock
        self._calendar = calendar
        self._new_id = new_id
        self._executor = executor
        self._tripwire = tripwire
        self._printing = asyncio.Lock()
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Something may be due."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled. What is broken off then is due again when its lease is over."""
        while True:
            self._woken.clear()
            try:
                await self.drain()
            except (StorageAway, Conflict) as away:
                log.warning("pictures.away", reason=str(away))
            try:
                async with asyncio.timeout(POLL):
                    await self._woken.wait()
            except TimeoutError:
                continue

    async def drain(self) -> None:
        """Do everything that is due now."""
        while claimed := await self._queue.claim(self._clock.now(), ROOM):
            self._tripwire("after_picture_claim")
            async with asyncio.TaskGroup() as group:
                for one in claimed:
                    group.create_task(self._one(one))

    async def _one(self, claimed: ClaimedPicture) -> None:
        try:
            await self._end(claimed, await self._made(claimed))
        except (StorageAway, Conflict) as away:
            # Its lease ends, and it is fetched again.
            log.warning("pictures.away", reason=str(away))

    async def _made(self, claimed: ClaimedPicture) -> Print | NotDelivered | Spoilt:
        """The print, or what stands in its way."""
        files = self._files.get(claimed.platform)
        if files is None or claimed.attempts > MAX_ATTEMPTS:
            # More claims than tries: it has taken the process with it, or nobody can fetch it.
            return Refused("platform not configured" if files is None else "given up")
        try:
            content = await files.fetch(claimed.ref)
            self._tripwire("after_picture_fetch")
            async with self._printing:
                loop = asyncio.get_running_loop()
                return await loop.run_in_executor(self._executor, develop, content)
        except (NotDelivered, Spoilt) as failed:
            return failed
        except Exception as bug:
            # One picture that nobody foresaw must not hold up the others.
            log.exception("picture.broken", picture=claimed.id)
            return Refused(f"broken: {type(bug).__name__}")

    async def _end(self, claimed: ClaimedPicture, made: Print | NotDelivered | Spoilt) -> None:
        match made:
            case Print():
                await self._keep(claimed, made)
            case Spoilt(flaw=flaw):
                await self._refuse(claimed, flaw.value, flaw)
            case Gone() | Refused():
                is_big = made.reason == Flaw.TOO_BIG.value
                await self._refuse(claimed, made.reason, Flaw.TOO_BIG if is_big else Flaw.NOT_FETCHED)
            case _:
                await self._again(claimed, made)

    async def _keep(self, claimed: ClaimedPicture, kept: Print) -> None:
        async def job(work: Work) -> None:
            idea = await work.pictures.keep(claimed, kept)
            self._tripwire("mid_picture_tx")
            if idea:
                await _show(await self._turn(work, claimed), claimed, idea)

        await self._store.run(claimed.tenant, job)
        await self._let_go(claimed)

    async def _refuse(self, claimed: ClaimedPicture, reason: str, flaw: Flaw) -> None:
        log.warning("picture.not_kept", picture=claimed.id, reason=reason, attempts=claimed.attempts)

        async def job(work: Work) -> None:
            if await work.pictures.refuse(claimed, reason):
                person = await work.person(claimed.tenant, claimed.person)
                await photos.tell_flaw(await self._turn(work, claimed), person, flaw)

        await self._store.run(claimed.tenant, job)
        await self._let_go(claimed)

    async def _again(self, claimed: ClaimedPicture, failed: NotDelivered) -> None:
        """Later, unless it has been tried often enough."""
        now = self._clock.now()
        if claimed.attempts >= MAX_ATTEMPTS or now - claimed.sent_at > GIVE_UP_AFTER:
            await self._refuse(claimed, failed.reason, Flaw.NOT_FETCHED)
            return
        told = failed.after if isinstance(failed, TryLater) else None
        wait = min(_LONGEST_WAIT, _FIRST_WAIT * 4.0 ** (claimed.attempts - 1)) if told is None else told
        log.warning("picture.not_fetched", picture=claimed.id, reason=failed.reason)

        async def job(work: Work) -> None:
            await work.pictures.put_off(claimed, now + timedelta(seconds=wait), failed.reason)

        await self._store.run(claimed.tenant, job)

    async def _let_go(self, claimed: ClaimedPicture) -> None:
        """Only the playground holds files itself; what is not let go there is swept later."""
        files = self._files.get(claimed.platform)
        if files is None:
            return
        try:
            await files.let_go(claimed.ref)
        except NotDelivered as failed:
            log.warning("pictures.not_let_go", picture=claimed.id, reason=failed.reason)

    async def _turn(self, work: Work, claimed: ClaimedPicture) -> Turn:
        now = self._clock.now()
        tenant = await work.tenant(claimed.tenant)
        cause = f"picture:{claimed.id}"
        return Turn(work, now, claimed.tenant, cause, tenant.language, self._calendar, self._new_id, now)


async def _show(turn: Turn, claimed: ClaimedPicture, idea_id: str) -> None:
    """The idea has a picture more; its cards are drawn again."""
    idea = await turn.work.idea(turn.tenant, idea_id)
    if idea is None:
        return
    happened = Happening(idea.id, turn.now, claimed.person, "picture", claimed.moment.value)
    saved = await turn.work.save_idea(idea.pictured(Pictured(claimed.id, claimed.moment)), happened)
    await turn.refresh(saved, await turn.work.team(turn.tenant, idea.team))
