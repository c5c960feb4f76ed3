"""Due work: reminders and summaries are rows, and this takes them when their moment has come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import structlog

from bot.domain.errors import Conflict
from bot.domain.letters import Reminder
from bot.domain.people import Language
from bot.domain.ports import Clock, Tripwire, WorkingDays, untouched
from bot.domain.work import StorageAway, Store, Work
from handlers import digest, filing, following, handing, looking, nudging
from handlers.turn import Turn

# The net under the wake-ups, in seconds: no reminder runs later than this.
POLL = 5.0
_GIVE_UP_AFTER = 8
# How long it is remembered what was heard and what was said.
KEPT = timedelta(days=30)
SWEEP = "sweep"
# Stands for all tenants, where a reminder has one.
EVERYBODY = "*"

log = structlog.get_logger(__name__)


class DueWork:
    """Runs what is due until it is stopped."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        calendar: WorkingDays,
        new_id: Callable[[], str],
        tripwire: Tripwire = untouched,
    ) -> None:
        """The same parts as the conversation's."""
        self._store = store
        self._clock = clock
        self._calendar = calendar
        self._new_id = new_id
        self._tripwire = tripwire
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Something may be due."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._woken.clear()
            try:
                await self.drain()
            except (StorageAway, Conflict) as away:
                log.warning("due.away", reason=str(away))
            try:
                # Not wait_for: Python 3.11's forgets that it was cancelled when it is woken at the same time.
                async with asyncio.timeout(POLL):
                    await self._woken.wait()
            except TimeoutError:
                continue

    async def drain(self) -> None:
        """Do everything that is due now."""
        while await self._one() is not None:
            continue

    async def _one(self) -> Reminder | None:
        failed: list[tuple[Reminder, str]] = []

        async def job(work: Work, reminder: Reminder) -> None:
            try:
                await self._do(work, reminder)
                self._tripwire("mid_digest")
            except (StorageAway, Conflict):
                raise
            except Exception as bug:
                # One broken reminder must not hold up the others: it is put off, and seen in the log.
                log.exception("reminder.broken", about=reminder.about.split(":")[0])
                failed.append((reminder, type(bug).__name__))
                raise _PutOff from bug

        try:
            return await self._store.run_due(self._clock.now(), job)
        except _PutOff:
            reminder = failed[-1][0]
            await self._put_off(reminder)
            return reminder

    async def _put_off(self, reminder: Reminder) -> None:
        attempts = reminder.attempts + 1
        later = self._clock.now() + timedelta(minutes=2**attempts)

        async def job(work: Work) -> None:
            if attempts < _GIVE_UP_AFTER:
                await work.remind(replace(reminder, attempts=attempts, due=later))
            else:
                await work.forget(reminder.tenant, reminder.name)

        await self._store.run(reminder.tenant, job)

    async def plan_sweep(self) -> None:
        """Once at the start: from then on old rows are cleared away every day."""

        async def job(work: Work) -> None:
            if await work.next_reminder(EVERYBODY, SWEEP) is None:
                await self._sweep_later(work)

        await self._store.run(EVERYBODY, job)

    async def _sweep_later(self, work: Work) -> None:
        await work.remind(Reminder(SWEEP, EVERYBODY, self._clock.now() + timedelta(days=1), SWEEP))

    async def _do(self, work: Work, reminder: Reminder) -> None:
        if reminder.about == SWEEP:
            await work.sweep(self._clock.now() - KEPT)
            await self._sweep_later(work)
            return
        tenant = await work.tenant(reminder.tenant)
        turn = self._turn(work, reminder, tenant.language)
        kind, _, about = reminder.about.partition(":")
        match kind:
            case "digest":
                await digest.run(turn, reminder)
            case "draft":
                await filing.waited(turn, about)
            case "nudge":
                await nudging.run(turn, about)
            case "snooze":
                await nudging.after_snooze(turn, about)
            case "look":
                await looking.run(turn, about)
            case "silence":
                await handing.silent(turn, about)
            case "check":
                await following.run(turn, about)
            case _:
                raise LookupError(f"no such reminder: {kind}")

    def _turn(self, work: Work, reminder: Reminder, language: Language) -> Turn:
        now = self._clock.now()
        cause = f"{reminder.name}@{reminder.due:%Y%m%dT%H%M%S}"
        return Turn(work, now, reminder.tenant, cause, language, self._calendar, self._new_id, now)


class _PutOff(Exception):
    """Roll the transaction back: the reminder is tried again later."""
