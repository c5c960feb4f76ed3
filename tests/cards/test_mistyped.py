"""Slips of the finger are understood, and ordinary short answers stay answers."""

from __future__ import annotations

import time
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Language
from bot.domain.tree import PROBLEM, WhyTree
from bot.domain.whys import Answered, Choice, Chose, Limps, Step, WhyTalk, choices
from cards.mistyped import distance, meant
from cards.texts import texts_for
from cards.words import meaning, normal, words_for
from handlers.choosing import in_talk
from handlers.commands import command
from handlers.naming import kind_named, language_named

FRESH = Path(__file__).parent / "fresh"
# Processor time of one message, in microseconds.
DEAR = 200.0


def read(name: str) -> dict[str, Any]:
    """One file of sentences, by language or by what it holds."""
    return tomllib.loads((FRESH / f"{name}.toml").read_text("utf-8"))


def ordinary(language: Language) -> list[str]:
    """Short answers that are neither commands nor choices."""
    return [one.strip() for one in read("ordinary_answers")[language.value].split("|")]


def slips(kind: str) -> list[tuple[Language, str, str]]:
    """Everything in the file: the language, what was typed, what was meant."""
    tables = read("slips")[kind]
    return [(one, typed, key) for one in Language for typed, key in tables[one.value].items()]


def talk_at(step: Step) -> WhyTalk:
    """A talk with one why, at that question."""
    tree = WhyTree("Listan kommer sent").add(PROBLEM, "Den skrivs ut för tidigt")
    why = tree.leaves()[0]
    return replace(WhyTalk(tree), step=step, at=why, root=why)


@pytest.mark.parametrize("language", list(Language))
def test_ordinary_short_answers_stay_answers(language: Language) -> None:
    said = ordinary(language)
    assert len(said) >= 150
    for text in said:
        assert command(text, language) is None, text
        assert kind_named(text, language) is None, text
        assert language_named(text) is None, text
        for step in (Step.WHY, Step.TOUCHED, Step.TRY, Step.NOTICE, Step.MORE_WHAT):
            assert in_talk(text, talk_at(step), language) == Answered(text), (text, step)


@pytest.mark.parametrize(("language", "typed", "key"), slips("choices"))
def test_a_slip_of_the_finger_is_the_choice_that_was_meant(language: Language, typed: str, key: str) -> None:
    exact = meaning(words_for(language).choices, normal(typed))
    found = meant(typed)
    assert (exact or (found and found.key)) == key
    assert command(typed, language) is None


@pytest.mark.parametrize(("language", "typed", "key"), slips("commands"))
def test_a_slip_of_the_finger_is_the_command_that_was_meant(language: Language, typed: str, key: str) -> None:
    asked = command(typed, language)
    assert asked is not None
    assert asked.verb == key


@pytest.mark.parametrize(
    "typed", ["avbryts", "avbröt", "ångrad", "slängt", "cancels", "delte", "slettet", "anger"]
)
def test_what_throws_something_away_is_never_guessed_from_another_word(typed: str) -> None:
    assert all(command(typed, language) is None for language in Language)


@pytest.mark.parametrize("language", list(Language))
def test_no_form_is_taken_for_a_slip_of_another(language: Language) -> None:
    words = words_for(language)
    for table in (words.commands, words.choices, words.kinds, words.languages):
        assert all(meant(form) is None for forms in table.values() for form in forms)


@pytest.mark.parametrize("language", list(Language))
def test_no_choice_is_a_command(language: Language) -> None:
    """ "Find out" would be a search for "out"."""
    forms = [form for forms in words_for(language).choices.values() for form in forms]
    assert [form for form in forms if command(form, language) is not None] == []


@pytest.mark.parametrize("typed", ["", "ja", "jo", "nix", "vet", "vet inte varför listan är sen", "xyzzyx"])
def test_short_forms_sentences_and_anything_else_are_not_guessed(typed: str) -> None:
    assert meant(typed) is None


@pytest.mark.parametrize(
    ("typed", "kind"), [("problm", "problem"), ("förslga", "idea"), ("brukarröts", "voice")]
)
def test_a_kind_with_a_slip_in_it(typed: str, kind: str) -> None:
    assert kind_named(typed, Language.SV) == kind


def test_a_language_with_a_slip_in_it() -> None:
    assert language_named("svenksa") is Language.SV
    assert language_named("norweigan") is Language.NB
    assert language_named("enlgish") is Language.EN
    assert language_named("Sverige") is None


@pytest.mark.parametrize(
    ("one", "other", "slips_between"),
    [
        ("vet", "vet", 0),
        ("vte", "vet", 1),
        ("vt", "vet", 1),
        ("vett", "vet", 1),
        ("var", "vet", 2),
        ("", "ab", 2),
    ],
)
def test_the_distance_between_two_words(one: str, other: str, slips_between: int) -> None:
    assert distance(one, other, 2) == slips_between
    assert distance(other, one, 2) == slips_between


TALKS = [
    *(talk_at(step) for step in Step if step is not Step.CLOSED),
    replace(talk_at(Step.WHY), held="Listan är gammal och skåpet är låst"),
    replace(talk_at(Step.PROBLEM), short=True),
]


def label_of(step: Step, choice: Choice, language: Language) -> str | None:
    """What the button of that choice says at that question, or None when it has none."""
    texts = texts_for(language)
    if choice is Choice.YES and step is Step.CONFIRM:
        return texts.say("choice-confirm-yes", manager="Gunilla Berg")
    keys = (f"choice-{step.value}-{choice.value}", f"choice-{choice.value}")
    return next((texts.say(key) for key in keys if texts.has(key)), None)


@pytest.mark.parametrize("written", list(Language))
@pytest.mark.parametrize("reader", list(Language))
@pytest.mark.parametrize("talk", TALKS)
def test_every_button_can_be_typed_in_any_language(
    talk: WhyTalk, written: Language, reader: Language
) -> None:
    labels = {choice: label_of(talk.step, choice, written) for choice in choices(talk)}
    assert any(labels.values())
    for choice, label in labels.items():
        if label is not None:
            assert in_talk(label, talk, reader) == Chose(choice), label
            assert command(label, reader) is None, label


@pytest.mark.parametrize("written", list(Language))
def test_a_step_that_limps_can_be_typed_as_its_button_says(written: Language) -> None:
    label = texts_for(written).say("choice-limps", number=2)
    for reader in Language:
        assert in_talk(label, talk_at(Step.READ_BACK), reader) == Limps(2)


@pytest.mark.parametrize("language", list(Language))
def test_the_guess_costs_next_to_nothing(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [*ordinary(language), *(typed for _, typed, _ in slips("choices"))]
    meant("x")
    times = []
    for text in texts:
        rounds = []
        for _ in range(5):
            start = time.thread_time_ns()
            meant(text)
            rounds.append((time.thread_time_ns() - start) / 1000)
        times.append(min(rounds))
    with capsys.disabled():
        middle = sorted(times)[len(times) // 2]
        print(f"\nmistyped, {language}: worst {max(times):.0f} µs, median {middle:.0f} µs")
    assert middle < DEAR


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text: str) -> None:
    for language in Language:
        command(text, language)
        in_talk(text, talk_at(Step.WHY), language)
    assert meant(text * 300) is None or len(text * 300) < 200
