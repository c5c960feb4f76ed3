"""Promised days and reminders: working days, public holidays, time zones, clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars import PublicHolidays
from bot.domain.people import Address, DigestRule, PromiseRule, Team
from bot.domain.promises import (
    Nudge,
    answer_by,
    day_of_nudge,
    decide_by,
    next_nudge,
    nudge_now,
    working_day_after,
    working_moment,
)

SE, NO, UK = "Europe/Stockholm", "Europe/Oslo", "Europe/London"
CALENDAR = PublicHolidays()


def team(zone: str, rule: PromiseRule = PromiseRule()) -> Team:  # noqa: B008
    return Team("t", "k", "Norr", Address("web", "k", "c"), rule=DigestRule(zone=zone), promise=rule)


def at(zone: str, *moment: int) -> datetime:
    return datetime(*moment, tzinfo=ZoneInfo(zone)).astimezone(UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("zone", "told", "promised"),
    [
        (SE, (2026, 3, 2, 9, 0), date(2026, 3, 4)),
        # Wednesday before Easter: Good Friday and Easter Monday are no working days.
        (SE, (2026, 4, 1, 9, 0), date(2026, 4, 7)),
        # Norway keeps Maundy Thursday too.
        (NO, (2026, 4, 1, 9, 0), date(2026, 4, 8)),
        # 17 May 2027 is a Monday: Norway's day, an ordinary one in Sweden.
        (NO, (2027, 5, 14, 9, 0), date(2027, 5, 19)),
        (SE, (2027, 5, 14, 9, 0), date(2027, 5, 18)),
        # Midsummer Eve is no public holiday; Midsummer Day always is a Saturday.
        (SE, (2026, 6, 17, 9, 0), date(2026, 6, 19)),
        # The early May bank holiday.
        (UK, (2026, 5, 1, 9, 0), date(2026, 5, 6)),
        # Told on a Saturday night.
        (SE, (2026, 3, 7, 23, 30), date(2026, 3, 10)),
        # Christmas Day is a Friday, and Boxing Day falls on the weekend.
        (SE, (2026, 12, 23, 9, 0), date(2026, 12, 28)),
        # In the United Kingdom Boxing Day is then kept on the Monday.
        (UK, (2026, 12, 23, 9, 0), date(2026, 12, 29)),
    ],
)
def test_two_working_days(zone: str, told: tuple[int, ...], promised: date) -> None:
    assert answer_by(at(zone, *told), team(zone), CALENDAR) == promised


def test_what_a_team_promises_is_its_own() -> None:
    quick = team(SE, PromiseRule(answer_days=1, decide_days=5))
    told = at(SE, 2026, 3, 2, 9, 0)
    assert answer_by(told, quick, CALENDAR) == date(2026, 3, 3)
    assert decide_by(told, quick, CALENDAR) == date(2026, 3, 9)


def test_reminders_come_after_one_and_two_working_days_then_the_deputy_then_the_lead() -> None:
    promised = date(2026, 3, 4)
    days = [day_of_nudge(promised, nudge, SE, CALENDAR) for nudge in list(Nudge)[1:]]
    assert days == [date(2026, 3, 3), date(2026, 3, 4), date(2026, 3, 5), date(2026, 3, 6)]


def test_a_house_that_was_down_says_only_the_furthest_reminder() -> None:
    assert nudge_now(date(2026, 3, 4), 0, date(2026, 3, 9), SE, CALENDAR) is Nudge.LEAD
    assert nudge_now(date(2026, 3, 4), int(Nudge.LEAD), date(2026, 3, 9), SE, CALENDAR) is Nudge.NONE
    assert nudge_now(date(2026, 3, 4), 0, date(2026, 3, 2), SE, CALENDAR) is Nudge.NONE


def test_the_hour_is_the_teams_on_both_sides_of_the_clock_change() -> None:
    # Summer time begins on Sunday 29 March 2026.
    rule = PromiseRule()
    before = next_nudge(date(2026, 3, 30), 0, at(SE, 2026, 3, 26, 9, 0), SE, rule, CALENDAR)
    after = next_nudge(date(2026, 3, 31), 0, at(SE, 2026, 3, 27, 9, 0), SE, rule, CALENDAR)
    assert before == datetime(2026, 3, 27, 7, 0, tzinfo=UTC)
    assert after == datetime(2026, 3, 30, 6, 0, tzinfo=UTC)


@settings(max_examples=400, deadline=None)
@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001
    st.sampled_from([SE, NO, UK]),
    st.integers(0, 23),
    st.integers(1, 9),
)
def test_no_reminder_ever_falls_outside_working_hours(
    moment: datetime, zone: str, begins: int, hours: int
) -> None:
    rule = PromiseRule(begins=time(begins), ends=time(min(23, begins + hours), 59))
    found = working_moment(moment.replace(tzinfo=UTC), zone, rule, CALENDAR)
    here = found.astimezone(ZoneInfo(zone))
    assert found >= moment.replace(tzinfo=UTC)
    assert CALENDAR.is_working_day(here.date(), zone)
    # An hour that the clocks skip is said an hour later.
    assert rule.begins <= here.time() < rule.ends or here.hour == begins + 1


@settings(max_examples=200, deadline=None)
@given(st.dates(date(2025, 1, 1), date(2028, 12, 31)), st.integers(1, 30), st.sampled_from([SE, NO, UK]))
def test_counting_days_one_by_one_gives_the_same(start: date, days: int, zone: str) -> None:
    day, counted = start, 0
    while counted < days:
        day += timedelta(days=1)
        counted += CALENDAR.is_working_day(day, zone)
    assert working_day_after(start, days, zone, CALENDAR) == day
