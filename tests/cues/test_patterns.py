"""How phrases are written and found."""

from __future__ import annotations

import pytest

from cards.patterns import BadPhrase, Phrases, line

LISTS = {"who": ("vikari*", "de på <any>"), "never": ("inte", "aldrig"), "do": ("bryr sig {never}",)}


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("vagn*", "Vagnarna står ute"),
        ("*vagn", "en matvagn står ute"),
        ("*vagn*", "två matvagnar"),
        ("röd|blå låda", "en Blå låda"),
        ("{who} {do}", "för att vikarierna bryr sig aldrig"),
        ("{who} {do}", "de på kontoret bryr sig inte"),
        ("låda ?som|ligger kvar", "låda kvar"),
        ("?inte låda kvar", "låda kvar"),
        ("låda ..2 kvar", "låda ligger där kvar"),
        ("^ låda", "Skåp. Låda"),
        ("låda $", "min låda, sa hon"),
        ("brukaren <name>", "Då ringde brukaren Elsa"),
        ("<number> lådor", "det är 14 lådor"),
        ("det är *:s fel", "Det är IT:s fel"),
    ],
)
def test_what_is_found(phrase: str, text: str) -> None:
    assert Phrases({"x": [phrase]}, LISTS).found(line(text)) == {"x"}


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("vagn*", "matvagn"),
        ("röd|blå låda", "röd vagn"),
        ("{who} {do}", "vikarierna bryr sig"),
        ("låda ..2 kvar", "låda ligger där borta kvar"),
        ("låda ..3 kvar", "låda. Den är kvar"),
        ("^ låda", "en låda"),
        ("låda $", "låda här"),
        ("brukaren <name>", "brukaren ringer"),
        ("brukaren <name>", "brukaren IT"),
        ("brukaren <name>", "brukaren Excel"),
    ],
)
def test_what_is_not_found(phrase: str, text: str) -> None:
    assert Phrases({"x": [phrase]}, LISTS, no_names=frozenset({"excel"})).found(line(text)) == frozenset()


@pytest.mark.parametrize(
    "phrase", ["..3 låda", "?kanske", "{nobody} här", "<planet> här", "a*b här", "* här"]
)
def test_what_cannot_be_read_is_said_at_once(phrase: str) -> None:
    with pytest.raises(BadPhrase):
        Phrases({"x": [phrase]}, LISTS)
