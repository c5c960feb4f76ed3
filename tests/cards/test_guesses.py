"""What the cues are worth: the table is told right, and fresh sentences in so many cases.

The sentences are data in `fresh/`. The last set of each was written when the cues were settled and never
tuned on, but it is near in wording; what was told of other words stands on top of the sets before it.
Nothing rests on a guess: it fills in a suggestion, and None is a good answer. Run with `-s` for the figures.
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Language
from bot.domain.strength import Rung, Strength
from bot.domain.wastes import Waste
from cards.cues import parse
from cards.excuses import is_excuse
from cards.strength import one_step_up, rung
from cards.wastes import suggest
from cards.words import normal

_FRESH = Path(__file__).parent / "fresh"


def _read(name: str) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = tomllib.loads((_FRESH / f"{name}.toml").read_text("utf-8"))
    return found


def _waste(text: str, language: Language) -> str | None:
    return suggest(text, language)


def _rung(text: str, language: Language) -> str | None:
    found = rung(text, language)
    return None if found is None else str(found.value)


@dataclass(frozen=True, slots=True)
class _Score:
    """How many of how many were told right, told as another kind, and seen where there is nothing."""

    right: int
    wrong: int
    of: int
    alarms: int
    neutral: int


def _score(name: str, language: Language, guess: Callable[[str, Language], str | None], none: str) -> _Score:
    table = _read(name)[language]
    told = [(kind, guess(text, language)) for kind, texts in table.items() for text in texts]
    real = [(kind, found) for kind, found in told if kind != none]
    alarms = [found for kind, found in told if kind == none and found is not None]
    right = sum(kind == found for kind, found in real)
    wrong = sum(found not in (None, kind) for kind, found in real)
    score = _Score(right, wrong, len(real), len(alarms), len(table[none]))
    print(f"\n{name} {language}: {score}")
    return score


@pytest.mark.parametrize("language", list(Language))
def test_every_example_of_the_tables_is_told_right(language: Language) -> None:
    table = _read("table")
    wastes: dict[str, list[str]] = table["wastes"][language]  # type: ignore[assignment]
    rungs: dict[str, list[str]] = table["rungs"][language]  # type: ignore[assignment]
    assert set(wastes) == set(Waste)
    assert {kind: [_waste(text, language) for text in texts] for kind, texts in wastes.items()} == {
        kind: [kind] * len(texts) for kind, texts in wastes.items()
    }
    assert {kind: [_rung(text, language) for text in texts] for kind, texts in rungs.items()} == {
        kind: [kind] * len(texts) for kind, texts in rungs.items()
    }


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("name", "least"), [("wastes", 1.0), ("wastes-2", 0.9), ("wastes-3", 0.8), ("wastes-4", 0.6)]
)
def test_fresh_sentences_about_waste(name: str, least: float, language: Language) -> None:
    score = _score(name, language, _waste, "neutral")
    assert score.of >= 9 and score.neutral >= 9
    assert score.right >= least * score.of
    assert score.wrong <= 1
    assert score.alarms <= 1


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("name", "least"), [("actions", 1.0), ("actions-2", 0.9), ("actions-3", 0.6)])
def test_fresh_actions(name: str, least: float, language: Language) -> None:
    score = _score(name, language, _rung, "0")
    assert score.of >= 10
    assert score.right >= least * score.of
    assert score.wrong <= 1
    assert score.alarms == 0


@pytest.mark.parametrize("language", list(Language))
def test_excuses_are_told_from_reasons(language: Language) -> None:
    table = _read("excuses")[language]
    assert [text for text in table["excuses"] if not is_excuse(text, language)] == []
    assert [text for text in table["reasons"] if is_excuse(text, language)] == []
    assert len(table["excuses"]) == len(table["reasons"]) == 10


@pytest.mark.parametrize(
    ("text", "excuse"),
    [
        ("Nej. Ingen tid, och vi har alltid gjort så!", True),
        ("Vi har ingen tid nå, dessverre", True),
        ("Sorry, too busy right now", True),
        ("INTE I BUDGET", True),
        ("", False),
        ("Nej", False),
        ("Så gör vi", False),
        ("Sånn gjør vi", False),
        ("It is done", False),
        ("Hinner inte i maj", False),
        ("Ingen tid. Fråga Karin.", False),
        ("ingen tid " * 100, False),
    ],
)
def test_only_an_excuse_and_nothing_more_is_one(text: str, excuse: bool) -> None:
    assert all(is_excuse(text, language) is excuse for language in Language)


def test_two_guesses_as_good_are_none() -> None:
    assert suggest("Väntar. Fel.", Language.SV) is suggest("Hej", Language.SV) is None
    assert suggest("Vi slipper vänta nu", Language.SV) is None


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("file", ["wastes", "strength"])
def test_cues_are_written_as_they_are_compared(language: Language, file: str) -> None:
    source = files("cards").joinpath("locales", language.value, f"{file}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(source)
    assert set(tables["cues"]) == ({str(one.value) for one in Rung} if file == "strength" else set(Waste))
    for kind, cues in tables["cues"].items():
        assert len(set(cues)) == len(cues), kind
        for cue in [*cues, *tables["unless"]]:
            assert parse(cue).weight >= 1
            assert not cue.startswith(("..", "*")) and not cue.endswith(".."), cue
            words = [form.rstrip("*") for word in cue.split() for form in word.split("|") if word != ".."]
            assert [word for word in words if word != "#" and normal(word) != word] == [], cue


@pytest.mark.parametrize("language", list(Language))
def test_a_weak_action_gets_one_kind_question_and_a_strong_one_none(language: Language) -> None:
    for one in Rung:
        question = one_step_up(one, language)
        assert (question is None) is (one.strength is not Strength.WEAK)
        assert question is None or question.count("?") == 1


@given(st.text(max_size=3000), st.sampled_from(Language))
def test_any_text_is_guessed_on_without_a_fault(text: str, language: Language) -> None:
    assert suggest(text, language) in {None, *Waste}
    assert rung(text, language) in {None, *Rung}
    assert is_excuse(text, language) in {True, False}


@pytest.mark.parametrize("piece", ["gå ", "både och ", "a", ". ", "väntar", "samma # ", "två ", "\u0301"])
def test_ten_thousand_hostile_characters_take_little_time(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    began = time.perf_counter()
    suggest(text, Language.SV), rung(text, Language.EN), is_excuse(text, Language.NB)
    assert time.perf_counter() - began < 3
