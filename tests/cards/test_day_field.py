"""A day is one that exists, written in one way."""

from __future__ import annotations

from datetime import date

import pytest

from cards.day_field import day_of


def test_a_day_is_read() -> None:
    assert day_of("2026-12-04") == date(2026, 12, 4)
    assert day_of(" 2028-02-29 ") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text",
    ["", "2026-02-30", "2026-13-01", "0000-01-01", "20261204", "2026-W49-5", "2026-12-04T00:00", "4 dec",
     "٢٠٢٦-١٢-٠٤", "2026-12-04\n2026-12-05", "<b>"],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_of(text) is None
