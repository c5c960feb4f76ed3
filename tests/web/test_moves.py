"""How far the clock moves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from handlers.web.moves import Move, is_weekday, target

ZONE = "Europe/Stockholm"
HERE = ZoneInfo(ZONE)


def moved(move: Move, now: datetime, digest: datetime | None = None) -> datetime | None:
    """Where a move leads on ordinary weeks, as the wall clock in Stockholm shows it."""
    there = target(move, now.astimezone(UTC), ZONE, digest, is_weekday)
    return there and there.astimezone(HERE)


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2026-11-19T07:59", "2026-11-19T08:00"),
        ("2026-11-19T08:00", "2026-11-20T08:00"),
        ("2026-11-20T15:00", "2026-11-23T08:00"),
        ("2026-11-22T01:00", "2026-11-23T08:00"),
        ("2026-10-23T12:00", "2026-10-26T08:00"),  # the clocks are put back in between
        ("2027-03-26T12:00", "2027-03-29T08:00"),  # and forward
    ],
)
def test_the_next_working_morning(now: str, morning: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=HERE)
    assert moved(Move.MORNING, at) == datetime.fromisoformat(morning).replace(tzinfo=HERE)


def test_a_holiday_is_no_working_morning() -> None:
    now = datetime(2026, 12, 23, 12, tzinfo=HERE)

    def works(day: date) -> bool:
        return is_weekday(day) and day not in {date(2026, 12, 24), date(2026, 12, 25)}

    assert target(Move.MORNING, now, ZONE, None, works) == datetime(2026, 12, 28, 8, tzinfo=HERE)


def test_the_next_day_is_the_same_time_by_the_wall() -> None:
    before_the_change = datetime(2026, 10, 24, 9, tzinfo=HERE)
    assert moved(Move.DAY, before_the_change) == datetime(2026, 10, 25, 9, tzinfo=HERE)
    assert target(Move.DAY, before_the_change.astimezone(UTC), ZONE, None, is_weekday) == (
        before_the_change.astimezone(UTC) + timedelta(hours=25)
    )


def test_the_summary_is_met_to_the_minute_and_only_ahead() -> None:
    now = datetime(2026, 11, 19, 9, tzinfo=HERE)
    assert moved(Move.DIGEST, now, now + timedelta(days=4)) == now + timedelta(days=4)
    assert moved(Move.DIGEST, now, None) is None
    assert moved(Move.DIGEST, now, now) is None


@given(
    move=some.sampled_from([Move.HOUR, Move.DAY, Move.MORNING]),
    now=some.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1), timezones=some.just(UTC)),  # noqa: DTZ001
)
def test_every_move_goes_forwards(move: Move, now: datetime) -> None:
    there = target(move, now, ZONE, None, is_weekday)
    assert there is not None
    assert there > now
    assert there.tzinfo is now.tzinfo
