"""The rows of a tree: their numbers, the open branch, and what is folded away."""

from __future__ import annotations

import pytest

from cards.limits import DoesNotFit, check_card
from cards.model import Card, Tree, TreeRow
from cards.tree_rows import drawn, folded, numbered, open_way


def _rows(*depths: int, here: int = -1) -> tuple[TreeRow, ...]:
    return numbered([TreeRow(f"r{at}", depth, here=at == here) for at, depth in enumerate(depths)])


def _more(hidden: int) -> str:
    return f"… {hidden}"


def test_a_number_is_the_place_in_the_tree() -> None:
    rows = _rows(0, 1, 2, 3, 2, 3, 1, 2)
    assert [row.number for row in rows] == ["", "1", "1.1", "1.1.1", "1.2", "1.2.1", "2", "2.1"]


def test_the_open_way_goes_from_the_problem_to_where_we_are() -> None:
    assert open_way(_rows(0, 1, 2, 3, 2, 3, 1, 2, here=5)) == {0, 1, 4, 5}
    assert open_way(_rows(0, 1, here=0)) == {0}
    assert open_way(_rows(0, 1)) == frozenset()


def test_few_rows_are_all_shown() -> None:
    rows = _rows(0, 1, 2, 1, here=1)
    assert folded(rows, _more, most=4) == rows


def test_the_rows_farthest_away_become_one_and_numbers_stay_true() -> None:
    rows = _rows(0, 1, 2, 3, 1, 2, 3, 1, 2, here=8)
    shown = folded(rows, _more, most=7)
    assert [row.number or row.text for row in shown] == ["r0", "1", "… 2", "2", "… 2", "3", "3.1"]
    assert [row.depth for row in shown] == [0, 1, 2, 1, 2, 1, 2]


@pytest.mark.parametrize("here", range(40))
def test_folding_keeps_to_the_limit_and_loses_no_row_unsaid(here: int) -> None:
    depths = (0, *(depth for _ in range(3) for depth in (1, 2, 3, 4, 5, 6, 7, 3, 4, 5, 2, 3, 3)))
    rows = _rows(*depths, here=here)
    shown = folded(rows, _more)
    assert len(shown) <= 22
    assert [row for row in shown if row.here] == [rows[here]]
    folds = [int(row.text.removeprefix("… ")) for row in shown if row.text.startswith("…")]
    assert min(folds) > 1
    assert sum(folds) + len(shown) - len(folds) == len(rows)
    real = [row for row in shown if not row.text.startswith("…")]
    assert real == [row for row in rows if row in real]


def test_a_way_longer_than_the_card_loses_its_middle() -> None:
    rows = _rows(*range(30), 29, here=29)
    shown = folded(rows, _more)
    assert len(shown) == 22
    assert [row.text for row in shown[:3]] == ["r0", "… 10", "r10"]
    assert shown[-1] == rows[29]
    check_card(Card("T", (Tree(shown, "här"),), "sv"))


def test_deep_rows_stand_under_the_fourth_step() -> None:
    assert [row.indent for row in drawn(Tree(_rows(*range(8)), "här"))] == [0, 1, 2, 3, 4, 4, 4, 4]


@pytest.mark.parametrize(
    "tree",
    [
        Tree(()),
        Tree((TreeRow("x", 1),)),
        Tree((TreeRow("x", 0), TreeRow("y", 0))),
        Tree((TreeRow("x", -1),)),
        Tree((TreeRow("x", 0), *(TreeRow("y", 1),) * 22)),
        Tree((TreeRow("x", 0, here=True),)),
        Tree((TreeRow("x", 0, here=True), TreeRow("y", 1, here=True)), "här"),
    ],
)
def test_a_tree_that_is_none_is_refused(tree: Tree) -> None:
    with pytest.raises(DoesNotFit):
        check_card(Card("T", (tree,), "sv"))
