"""When somebody is to be answered, and when whoever owes it is reminded.

All days are counted in working days of the place where the team works; reminders come in its working hours.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

from bot.domain.people import PromiseRule, Team
from bot.domain.ports import WorkingDays

# Nobody has a year without a working day: a calendar that says so is broken, not a reason to loop on.
_LONGEST_PAUSE_DAYS = 366


class Nudge(IntEnum):
    """How far the reminders of one promise have come. Each is said once."""

    NONE = 0
    BEFORE = 1
    ON_THE_DAY = 2
    DEPUTY = 3
    LEAD = 4


def working_day_after(start: date, days: int, zone: str, calendar: WorkingDays) -> date:
    """The day `days` working days after `start` (which itself does not count).

    Raises ValueError when the calendar has no working day for a year.
    """
    day = start
    for _ in range(days):
        day = _neighbour(day, 1, zone, calendar)
    return day


def working_day_before(start: date, days: int, zone: str, calendar: WorkingDays) -> date:
    """The day `days` working days before `start`. Raises ValueError as `working_day_after`."""
    day = start
    for _ in range(days):
        day = _neighbour(day, -1, zone, calendar)
    return day


def _neighbour(day: date, direction: int, zone: str, calendar: WorkingDays) -> date:
    for ahead in range(1, _LONGEST_PAUSE_DAYS):
        candidate = day + timedelta(days=direction * ahead)
        if calendar.is_working_day(candidate, zone):
            return candidate
    raise ValueError(f"no working day within a year in {zone}")


def answer_by(told_at: datetime, team: Team, calendar: WorkingDays) -> date:
    """The day by which the author hears from the manager, in the team's zone."""
    day = local_day(told_at, team.rule.zone)
    return working_day_after(day, team.promise.answer_days, team.rule.zone, calendar)


def decide_by(read_at: datetime, team: Team, calendar: WorkingDays) -> date:
    """The day by which the author has a decision after "I have read it"."""
    day = local_day(read_at, team.rule.zone)
    return working_day_after(day, team.promise.decide_days, team.rule.zone, calendar)


def local_day(moment: datetime, zone: str) -> date:
    """The calendar day of a moment in an IANA zone."""
    return moment.astimezone(ZoneInfo(zone)).date()


def day_of_nudge(promised: date, nudge: Nudge, zone: str, calendar: WorkingDays) -> date:
    """The working day on which a promise is reminded of.

    A kind word the working day before the promised day and one on it, to whoever owes the answer; on the
    working day after it the deputy is asked, and on the next the improvement lead. With the promise of two
    working days that is after one, after two, and then.
    """
    if nudge is Nudge.BEFORE:
        return working_day_before(promised, 1, zone, calendar)
    if nudge is Nudge.ON_THE_DAY:
        # A promise is made for a working day; a date somebody chose may be none.
        return (
            promised if calendar.is_working_day(promised, zone) else _neighbour(promised, 1, zone, calendar)
        )
    return working_day_after(promised, nudge - Nudge.ON_THE_DAY, zone, calendar)


def nudge_now(promised: date, nudged: int, today: date, zone: str, calendar: WorkingDays) -> Nudge:
    """The furthest reminder that is due and was not said yet, or NONE."""
    for nudge in reversed(Nudge):
        if nudge > max(nudged, 0) and day_of_nudge(promised, nudge, zone, calendar) <= today:
            return nudge
    return Nudge.NONE


def next_nudge(
    promised: date, nudged: int, after: datetime, zone: str, rule: PromiseRule, calendar: WorkingDays
) -> datetime | None:
    """The first moment after `after` at which a reminder of this promise is due; None when all were said."""
    if nudged >= Nudge.LEAD:
        return None
    day = day_of_nudge(promised, Nudge(nudged + 1), zone, calendar)
    return working_moment(max(_start(day, zone, rule), after), zone, rule, calendar)


def working_moment(moment: datetime, zone: str, rule: PromiseRule, calendar: WorkingDays) -> datetime:
    """The moment itself when it lies in working hours, else the start of the next working day. UTC."""
    here = moment.astimezone(ZoneInfo(zone))
    day = here.date()
    if calendar.is_working_day(day, zone):
        if here.time() < rule.begins:
            return _start(day, zone, rule)
        if here.time() < rule.ends:
            return moment.astimezone(UTC)
    return _start(_neighbour(day, 1, zone, calendar), zone, rule)


def morning_of(day: date, zone: str, rule: PromiseRule, calendar: WorkingDays) -> datetime:
    """When something that belongs to a day is said: the start of work on it, or on the next working day."""
    return working_moment(_start(day, zone, rule), zone, rule, calendar)


def _start(day: date, zone: str, rule: PromiseRule) -> datetime:
    return datetime.combine(day, time(rule.begins.hour, rule.begins.minute), ZoneInfo(zone)).astimezone(UTC)
