"""When the weekly summary is due, and what it holds."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.digests import MAX_LINES, compose, next_moment, week_name, week_of
from bot.domain.effects import Basis, Effect, EffectKind, Range
from bot.domain.ideas import Idea, Kind, Reply, Stage, Whys
from bot.domain.people import DigestRule
from bot.domain.tree import WhyTree
from bot.domain.wastes import Waste

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


def idea(number: int, days_ago: float = 1, **over: object) -> Idea:
    values: dict[str, object] = {
        "id": f"i{number}",
        "tenant": "t",
        "number": number,
        "kind": Kind.PROBLEM,
        "text": f"text {number}",
        "author": "a",
        "team": "x",
        "told_at": NOW - timedelta(days=days_ago),
        "answer_by": date(2026, 11, 25),
    }
    return Idea(**{**values, **over})  # type: ignore[arg-type]


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "Europe/Oslo", "Europe/London"])
def test_a_summary_at_night_comes_once_a_week_over_all_clock_changes(zone: str) -> None:
    rule = DigestRule(7, time(2, 30), zone)
    moment = datetime(2025, 12, 29, tzinfo=UTC)
    weeks = []
    for _ in range(157):
        moment = next_moment(rule, moment)
        local = moment.astimezone(ZoneInfo(zone))
        assert local.isoweekday() == 7
        assert local.hour in {1, 2, 3}
        weeks.append(week_name(*week_of(moment, zone)))
    assert len(set(weeks)) == 157
    assert "2026-W53" in weeks


def test_a_time_that_the_clocks_skip_comes_after_the_gap() -> None:
    rule = DigestRule(7, time(2, 30), "Europe/Stockholm")
    moment = next_moment(rule, datetime(2027, 3, 27, tzinfo=UTC))
    assert moment.astimezone(ZoneInfo("Europe/Stockholm")).time() == time(3, 30)


def test_a_time_that_comes_twice_counts_the_first_time() -> None:
    rule = DigestRule(7, time(2, 30), "Europe/Stockholm")
    moment = next_moment(rule, datetime(2027, 10, 30, tzinfo=UTC))
    assert moment == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_the_next_moment_is_always_later() -> None:
    rule = DigestRule(1, time(8, 0), "Europe/Stockholm")
    assert next_moment(rule, NOW) == NOW + timedelta(days=7)
    assert next_moment(rule, NOW - timedelta(seconds=1)) == NOW


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2026, 12, 31), "2026-W53"), (date(2027, 1, 4), "2027-W01"), (date(2027, 1, 3), "2026-W53")],
)
def test_periods_have_iso_names(day: date, name: str) -> None:
    assert week_name(*week_of(datetime.combine(day, time(12), UTC), "Europe/Oslo")) == name


def test_a_week_without_anything_is_silent() -> None:
    old = idea(1, 30, stage=Stage.ACKNOWLEDGED, reply=Reply("m", NOW - timedelta(days=29), ""))
    assert compose([old], {}, NOW, "Europe/Oslo").is_silent


def test_sections_stand_in_order_and_an_idea_in_one_of_them() -> None:
    tried = idea(2, whys=Whys(WhyTree("p"), trial="sortera per runda"), stage=Stage.ACKNOWLEDGED)
    found = compose([idea(1, kind=Kind.WORKS), tried, idea(3), idea(4, 9)], {"a": "Alva"}, NOW, "Europe/Oslo")
    assert [line.number for line in found.better] == [1]
    assert [line.words for line in found.tried] == ["sortera per runda"]
    assert [line.number for line in found.new] == [3]
    assert [line.number for line in found.waiting] == [4]
    assert found.new[0].by == "Alva"


def test_a_hidden_name_is_not_in_the_summary() -> None:
    found = compose([idea(1, hidden=True)], {"a": "Alva"}, NOW, "Europe/Oslo")
    assert "Alva" not in repr(found)


def test_a_withdrawn_idea_is_not_in_the_summary() -> None:
    assert compose([idea(1, stage=Stage.WITHDRAWN)], {}, NOW, "Europe/Oslo").is_silent


@pytest.mark.parametrize("count", [1, 3, 6, 7, 8, 30])
def test_it_is_never_longer_than_the_meeting_can_take(count: int) -> None:
    ideas = [idea(n) for n in range(count)] + [idea(100 + n, 9) for n in range(count)]
    found = compose(ideas, {}, NOW, "Europe/Oslo")
    lines = len(found.better + found.tried + found.new + found.waiting)
    assert lines + (found.more > 0) + 1 <= MAX_LINES
    assert lines + found.more == 2 * count
    assert found.waiting
    assert found.new


def test_the_chart_counts_told_and_answered_by_week() -> None:
    answered = idea(1, 8, stage=Stage.ACKNOWLEDGED, reply=Reply("m", NOW - timedelta(hours=1), ""))
    found = compose([answered, idea(2, 1)], {}, NOW, "Europe/Oslo")
    assert len(found.weeks) == 8
    assert [(w.week, w.told, w.answered) for w in found.weeks[-3:]] == [(46, 1, 0), (47, 1, 0), (48, 0, 1)]
    assert sum(w.told for w in found.weeks) == 2
    assert sum(w.answered for w in found.weeks) == 1


def test_what_was_answered_with_not_now_is_not_on_the_agenda() -> None:
    refused = idea(1, 1, stage=Stage.NOT_NOW, reply=Reply("m", NOW - timedelta(hours=1), "no"))
    found = compose([refused], {"a": "Alva"}, NOW, "Europe/Oslo")
    assert found.is_silent
    assert sum(w.answered for w in found.weeks) == 1


def test_whose_answer_is_late_waits_and_is_not_news() -> None:
    late = idea(1, 4, answer_by=date(2026, 11, 20))
    found = compose([late, idea(2, 1)], {}, NOW, "Europe/Oslo")
    assert [line.number for line in found.waiting] == [1]
    assert [line.number for line in found.new] == [2]


def test_nothing_is_tried_before_the_manager_has_read_it() -> None:
    unread = idea(1, 1, whys=Whys(WhyTree("p"), trial="sortera per runda"))
    found = compose([unread], {}, NOW, "Europe/Oslo")
    assert not found.tried
    assert [line.number for line in found.new] == [1]


def effect(words: str = "lugnare", **over: object) -> Effect:
    values: dict[str, object] = {"kind": EffectKind.TIME, "basis": Basis.FELT, "realised": True}
    return Effect(words=words, **{**values, **over})  # type: ignore[arg-type]


def done(number: int, *effects: Effect, **over: object) -> Idea:
    return idea(number, 40, stage=Stage.DONE, done_on=date(2026, 11, 20), effects=effects, **over)


def test_what_we_are_surest_of_is_said_and_freed_time_before_the_rest() -> None:
    estimated = effect("ungefär", basis=Basis.ESTIMATED)
    hours = effect("10 min", basis=Basis.ESTIMATED, hours=Range(1, 2))
    hoped = effect("hoppas", basis=Basis.MEASURED, realised=False)
    (line,) = compose([done(1, effect(), estimated, hours, hoped)], {}, NOW, "Europe/Oslo").better
    assert line.effect == hours
    (line,) = compose([done(1, hoped)], {}, NOW, "Europe/Oslo").better
    assert (line.effect, line.words) == (None, "text 1")


def test_what_was_gained_this_week_is_better_and_what_was_gained_before_is_not() -> None:
    days = (date(2026, 11, 18), date(2026, 11, 1))
    fresh = [
        idea(number, 50, stage=Stage.STANDARD, effects=(effect(),), gained_on=day)
        for number, day in enumerate(days, 1)
    ]
    assert [line.number for line in compose(fresh, {}, NOW, "Europe/Oslo").better] == [1]


@pytest.mark.parametrize(
    ("words", "named"),
    [("Saras runda går fortare", True), ("sara nilsson", True), ("Sarai", False), ("lugnare", False)],
)
def test_words_that_name_a_hidden_author_are_not_said(words: str, named: bool) -> None:
    hidden = done(1, effect(words), hidden=True)
    (line,) = compose([hidden], {"a": "Sara Nilsson"}, NOW, "Europe/Oslo").better
    assert (line.effect is None, line.by) == (named, "")
    (line,) = compose([done(1, effect(words))], {"a": "Sara Nilsson"}, NOW, "Europe/Oslo").better
    assert line.effect is not None


@pytest.mark.parametrize(
    ("wastes", "found"),
    [
        ([], None),
        ([Waste.MOTION], None),
        ([Waste.MOTION] * 2, Waste.MOTION),
        ([Waste.MOTION] * 2 + [Waste.WAITING], Waste.MOTION),
        ([Waste.MOTION] * 2 + [Waste.WAITING] * 2, None),
    ],
)
def test_a_waste_that_stands_out_is_asked_about(wastes: list[Waste], found: Waste | None) -> None:
    told = [idea(number, waste=waste) for number, waste in enumerate(wastes)]
    old = [idea(number + 9, 60, waste=Waste.WAITING) for number in range(5)]
    gone = [idea(number + 20, waste=Waste.DEFECTS, stage=Stage.WITHDRAWN) for number in range(5)]
    assert compose([*told, *old, *gone], {}, NOW, "Europe/Oslo").waste is found
