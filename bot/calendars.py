"""Which days people work: weekends and the public holidays of the country a zone lies in."""

from __future__ import annotations

from datetime import date
from functools import cache

import holidays

# The country whose public holidays a zone keeps; a zone without one has weekends only.
_COUNTRY = {"Europe/Stockholm": "SE", "Europe/Oslo": "NO", "Europe/London": "GB", "Arctic/Longyearbyen": "NO"}
# The United Kingdom's parts keep days of their own: those of England stand for the zone that is named after
# its capital.
_PART = {"GB": "ENG"}
_SATURDAY = 6


class PublicHolidays:
    """See `bot.domain.ports.WorkingDays`."""

    def is_working_day(self, day: date, zone: str) -> bool:
        """True from Monday to Friday, except on public holidays."""
        if day.isoweekday() >= _SATURDAY:
            return False
        country = _COUNTRY.get(zone)
        return country is None or day not in _of(country, day.year)


@cache
def _of(country: str, year: int) -> frozenset[date]:
    # Sweden's list counts every Sunday too, which the weekend rule has said already.
    return frozenset(holidays.country_holidays(country, subdiv=_PART.get(country), years=year))
