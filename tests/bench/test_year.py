"""A small year, played whole: nothing is forgotten, and the judge sees it when a rule is broken."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bench import year
from bench.year_judge import Result
from bot.domain import promises
from bot.domain.people import Team
from bot.domain.ports import WorkingDays
from cards import actions
from handlers import dates, nudging
from handlers.turn import Turn

TEAMS, PEOPLE, IDEAS = 7, 28, 20
FEW = 10


async def small(seed: int, told: int = IDEAS) -> Result:
    """Some teams, two of them with days and hours of their own."""
    return await year.run(seed, TEAMS, PEOPLE, told)


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_small_year_is_clean(seed: int) -> None:
    result = await small(seed)
    assert result.is_clean, [*result.without, *result.misplaced, *result.miscounted]
    assert result.ideas > IDEAS // 2
    assert result.reminders > IDEAS
    # It was a year in which things happened.
    assert {actions.IDEA_ACKNOWLEDGE, actions.CHECK_ANSWER, actions.NUDGE_SNOOZE} <= set(result.moves)


async def test_reminders_after_work_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def always(turn: Turn, team: Team) -> bool:
        return True

    def at_once(moment: datetime, *_: object) -> datetime:
        return moment

    monkeypatch.setattr(dates, "is_working_time", always)
    monkeypatch.setattr(nudging, "working_moment", at_once)
    monkeypatch.setattr(promises, "working_moment", at_once)
    assert (await small(1, FEW)).misplaced


async def test_a_promise_of_a_day_too_many_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    right = promises.working_day_after

    def one_more(start: date, days: int, zone: str, calendar: WorkingDays) -> date:
        return right(start, days + 1, zone, calendar)

    monkeypatch.setattr(promises, "working_day_after", one_more)
    assert (await small(1, FEW)).miscounted
