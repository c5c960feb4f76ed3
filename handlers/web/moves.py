"""How far the playground's clock can be moved at once. Only forwards: what has happened stays happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias, assert_never
from zoneinfo import ZoneInfo

MORNING = time(8, 0)

IsWorkingDay: TypeAlias = Callable[[date], bool]


class Move(StrEnum):
    """The four buttons beside the clock."""

    HOUR = "hour"
    MORNING = "morning"
    DAY = "day"
    DIGEST = "digest"


def is_weekday(day: date) -> bool:
    """Monday to Friday: good enough where no calendar of holidays is given."""
    return day.isoweekday() <= 5


def target(
    move: Move, now: datetime, zone: str, next_digest: datetime | None, is_working_day: IsWorkingDay
) -> datetime | None:
    """The moment to move to, always later than `now`, or None when there is none (no weekly summary).

    `now` is aware; days and mornings are those of the wall clock in `zone` (IANA).
    """
    match move:
        case Move.HOUR:
            return now + timedelta(hours=1)
        case Move.DAY:
            return _later(now, now.astimezone(ZoneInfo(zone)) + timedelta(days=1))
        case Move.MORNING:
            return _later(now, _next_morning(now.astimezone(ZoneInfo(zone)), is_working_day))
        case Move.DIGEST:
            return next_digest if next_digest is not None and next_digest > now else None
        case _:
            assert_never(move)


def _next_morning(here: datetime, is_working_day: IsWorkingDay) -> datetime:
    days = [here.date() + timedelta(days=ahead) for ahead in range(31)]
    mornings = (datetime.combine(day, MORNING, here.tzinfo) for day in days if is_working_day(day))
    return next(morning for morning in mornings if morning > here)


def _later(now: datetime, there: datetime) -> datetime:
    """The wall-clock moment in the zone of `now`; never earlier, also when the clocks are put back."""
    return max(there.astimezone(now.tzinfo), now + timedelta(seconds=1))
