"""The ladder of actions."""

from __future__ import annotations

from bot.domain.strength import Rung, Strength


def test_ten_rungs_in_three_stretches() -> None:
    assert [rung.value for rung in Rung] == list(range(1, 11))
    assert [r.value for r in Rung if r.strength is Strength.STRONG] == [1, 2, 3, 4]
    assert [r.value for r in Rung if r.strength is Strength.MEDIUM] == [5, 6, 7]
    assert [r.value for r in Rung if r.is_weak] == [8, 9, 10]
