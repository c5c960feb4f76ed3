"""What a change gave, and sums that keep apart what must not be added."""

from __future__ import annotations

import math
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.effects import (
    MOST_MINUTES,
    MOST_PEOPLE,
    Basis,
    Effect,
    EffectKind,
    Per,
    Range,
    Saving,
    times_a_year,
    yearly_hours,
)
from bot.domain.totals import Amount, Known, Sums, Total

# Hundredths, as hours and amounts are kept.
_hundredths = st.integers(0, 10**7).map(lambda n: n / 100)
_ranges = st.tuples(_hundredths, _hundredths).map(lambda pair: Range(min(pair), max(pair)))
_effects = st.builds(
    Effect,
    kind=st.sampled_from(EffectKind),
    basis=st.sampled_from(Basis),
    words=st.just("Det går fortare"),
    hours=st.none() | _ranges,
    amount=st.none() | st.integers(-(10**7), 10**7).map(lambda n: n / 100),
    unit=st.sampled_from(["kr", "Kr", "samtal", " samtal  i veckan"]),
    realised=st.booleans(),
)


def _cells(sums: Sums) -> list[Total]:
    return [known.on(basis) for known in (sums.identified, sums.realised) for basis in Basis]


def test_ten_minutes_three_times_a_week_for_twelve_people() -> None:
    assert yearly_hours(10, 3, Per.WEEK, 12) == Range(264, 276)
    assert Saving(10, 3, Per.WEEK, 12).hours == Range(264, 276)


@pytest.mark.parametrize(
    ("per", "hours"),
    [
        (Per.DAY, Range(220, 230)),
        (Per.WEEK, Range(44, 46)),
        (Per.MONTH, Range(10, 11)),
        (Per.YEAR, Range(1, 1)),
    ],
)
def test_an_hour_each_time(per: Per, hours: Range) -> None:
    assert yearly_hours(60, 1, per, 1) == hours == times_a_year(per)


@pytest.mark.parametrize("wrong", [0, -1, math.nan, math.inf, MOST_MINUTES + 1])
def test_minutes_that_cannot_be_meant(wrong: float) -> None:
    with pytest.raises(ValueError, match="minutes"):
        yearly_hours(wrong, 3, Per.WEEK, 12)


@pytest.mark.parametrize(("times", "people"), [(0, 1), (1001, 1), (1, 0), (1, MOST_PEOPLE + 1)])
def test_times_and_people_that_cannot_be_meant(times: float, people: int) -> None:
    with pytest.raises(ValueError, match="must be above 0"):
        Saving(10, times, Per.DAY, people)


@pytest.mark.parametrize(("low", "high"), [(2, 1), (-1, 1), (math.nan, 1), (0, math.inf)])
def test_a_range_is_a_range(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="no range"):
        Range(low, high)


def test_an_amount_is_a_number() -> None:
    with pytest.raises(ValueError, match="amount"):
        Effect(EffectKind.MONEY, Basis.FELT, "Billigare", amount=math.nan)


@given(
    st.integers(1, 10_000),
    st.integers(1, 1000),
    st.sampled_from(Per),
    st.integers(1, 1000),
    st.integers(2, 9),
)
def test_more_people_is_as_much_more_time(minutes: int, times: int, per: Per, people: int, more: int) -> None:
    one, many = yearly_hours(minutes, times, per, people), yearly_hours(minutes, times, per, people * more)
    assert one.low <= one.high
    assert many.low == pytest.approx(one.low * more, abs=0.01 * more)
    assert many.high == pytest.approx(one.high * more, abs=0.01 * more)


@given(st.lists(_effects))
def test_every_effect_is_counted_once_and_in_its_own_place(effects: list[Effect]) -> None:
    sums = Sums.of(effects)
    assert sum(cell.count for cell in _cells(sums)) == len(effects)
    for realised, known in ((False, sums.identified), (True, sums.realised)):
        for basis in Basis:
            ours = [e for e in effects if e.realised is realised and e.basis is basis]
            cell = known.on(basis)
            assert cell.count == len(ours)
            assert cell.hours.low == pytest.approx(math.fsum(e.hours.low for e in ours if e.hours), abs=0.001)
            assert cell.hours.high == pytest.approx(
                math.fsum(e.hours.high for e in ours if e.hours), abs=0.001
            )
            told = math.fsum(e.amount for e in ours if e.amount is not None)
            assert math.fsum(one.amount for one in cell.amounts) == pytest.approx(told, abs=0.001)
            keys = [(one.kind, one.unit) for one in cell.amounts]
            assert len(set(keys)) == len(keys)


@given(st.lists(_effects, max_size=12).flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_the_order_does_not_matter(pair: tuple[list[Effect], list[Effect]]) -> None:
    assert Sums.of(pair[0]) == Sums.of(pair[1])


@given(st.lists(_effects), st.lists(_effects))
def test_teams_together_are_all_their_effects(ours: list[Effect], theirs: list[Effect]) -> None:
    assert Sums.of(ours).plus(Sums.of(theirs)) == Sums.of(ours + theirs)
    assert Sums.of(ours).plus(Sums()) == Sums.of(ours)


def test_units_written_a_little_differently_are_one_unit_and_others_are_not() -> None:
    def money(amount: float, unit: str) -> Effect:
        return Effect(
            EffectKind.MONEY, Basis.MEASURED, "Mindre porto", amount=amount, unit=unit, realised=True
        )

    total = Sums.of([money(0.1, "kr"), money(0.2, " KR "), money(5, "euro")]).realised.measured
    assert total.amounts == (Amount(EffectKind.MONEY, "euro", 5), Amount(EffectKind.MONEY, "kr", 0.3))


def test_an_effect_moves_when_it_has_come_true() -> None:
    hoped = Effect(EffectKind.TIME, Basis.ESTIMATED, "Ingen kö vid skåpet", hours=Range(264, 276))
    known = Sums.of([replace(hoped, realised=True, basis=Basis.MEASURED)])
    assert known.identified == Known()
    assert known.realised.measured == Total(1, Range(264, 276))


def test_nothing_in_the_sums_says_who() -> None:
    names = {field.name for cls in (Effect, Sums, Known, Total, Amount) for field in fields(cls)}
    assert names & {"by", "who", "person", "people", "author", "owner", "manager"} == set()
