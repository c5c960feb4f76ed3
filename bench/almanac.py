"""Working days of one year, written down by hand: to check Femma's own counting against.

Public holidays that fall on a weekday. Sources: lagen om allmänna helgdagar (1989:253), lov om helligdager
(1995) with 1 and 17 May, and the bank holidays of England on gov.uk.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

YEAR = 2026
_OFF = {
    "Europe/Stockholm": "0101 0106 0403 0406 0501 0514 1225",
    "Europe/Oslo": "0101 0402 0403 0406 0501 0514 0525 1225",
    "Europe/London": "0101 0403 0406 0504 0525 0831 1225 1228",
}
# The first days of the year after, for what is promised at its end.
_OFF_AFTER = {
    "Europe/Stockholm": "0101 0106",
    "Europe/Oslo": "0101",
    "Europe/London": "0101",
}


def _days(zone: str) -> frozenset[date]:
    these = [date(YEAR, int(one[:2]), int(one[2:])) for one in _OFF[zone].split()]
    those = [date(YEAR + 1, int(one[:2]), int(one[2:])) for one in _OFF_AFTER[zone].split()]
    return frozenset([*these, *those])


OFF = {zone: _days(zone) for zone in _OFF}


def works(day: date, zone: str) -> bool:
    """Monday to Friday, and no holiday."""
    return day.weekday() < 5 and day not in OFF[zone]


def later(day: date, working_days: int, zone: str) -> date:
    """So many working days after a day."""
    while working_days:
        day += timedelta(days=1)
        working_days -= works(day, zone)
    return day


def here(moment: datetime, zone: str) -> datetime:
    """The clock on the wall."""
    return moment.astimezone(ZoneInfo(zone))


def moment_at(day: date, hour: float, zone: str) -> datetime:
    """A wall clock time as UTC; `hour` may have a fraction."""
    wall = datetime.combine(day, datetime.min.time(), ZoneInfo(zone)) + timedelta(hours=hour)
    return wall.astimezone(UTC)
