"""When somebody is to be answered: counted in working days of the place where the team works."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.ports import WorkingDays

FIRST_ANSWER_WORKING_DAYS = 2
DECISION_WORKING_DAYS = 10
# Nobody has a year without a working day: a calendar that says so is broken, not a reason to loop on.
_LONGEST_PAUSE_DAYS = 366


def working_day_after(start: date, days: int, zone: str, calendar: WorkingDays) -> date:
    """The day `days` working days after `start` (which itself does not count).

    Raises ValueError when the calendar has no working day for a year.
    """
    day = start
    for _ in range(days):
        day = _next_working_day(day, zone, calendar)
    return day


def _next_working_day(day: date, zone: str, calendar: WorkingDays) -> date:
    for ahead in range(1, _LONGEST_PAUSE_DAYS):
        candidate = day + timedelta(days=ahead)
        if calendar.is_working_day(candidate, zone):
            return candidate
    raise ValueError(f"no working day within a year in {zone}")


def answer_by(told_at: datetime, zone: str, calendar: WorkingDays) -> date:
    """The day by which the author hears from the manager, in the team's zone."""
    return working_day_after(local_day(told_at, zone), FIRST_ANSWER_WORKING_DAYS, zone, calendar)


def decide_by(read_at: datetime, zone: str, calendar: WorkingDays) -> date:
    """The day by which the author has a decision after "I have read it"."""
    return working_day_after(local_day(read_at, zone), DECISION_WORKING_DAYS, zone, calendar)


def local_day(moment: datetime, zone: str) -> date:
    """The calendar day of a moment in an IANA zone."""
    return moment.astimezone(ZoneInfo(zone)).date()
