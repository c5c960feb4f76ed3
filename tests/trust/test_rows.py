"""The list of faults and attacks: every row has a test that bears its name, or a reason in the docs."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# How many rows each section has.
SECTIONS = {"a": 12, "b": 16, "c": 11, "d": 9, "e": 4, "f": 10, "h": 12, "j": 8, "k": 6, "l": 8}


def rows_with_a_test() -> set[str]:
    """From `def test_a1_…` anywhere in the tests."""
    sources = [path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    return {row for source in sources for row in re.findall(r"def test_([a-z]\d+)_", source)}


def rows_in_the_table() -> set[str]:
    """From the first column of the last table in docs/security.md."""
    lines = (ROOT / "docs" / "security.md").read_text("utf-8").rpartition("| row |")[2].splitlines()
    return {
        row.strip().lower()
        for line in lines
        if line.startswith("| ")
        for row in line.split("|")[1].split(",")
    }


def test_every_row_has_a_test_or_a_reason() -> None:
    every = {f"{section}{number}" for section, last in SECTIONS.items() for number in range(1, last + 1)}
    assert len(every) == 96
    assert every - rows_with_a_test() - rows_in_the_table() == set()


def test_what_stands_in_the_table_is_a_row() -> None:
    every = {f"{section}{number}" for section, last in SECTIONS.items() for number in range(1, last + 1)}
    assert rows_in_the_table() - every == {"i"}
