"""What becomes of words: spelling, endings, compounds and names of things, in three languages."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.likeness.compounds import parts
from bot.likeness.keys import MAX_KEY, MAX_KEYS, keys_of
from bot.likeness.lexicon import lexicon
from bot.likeness.scoring import SHOWN, likeness, rarity
from bot.likeness.spelling import english_stem, fold, nordic_stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("station", "stasjon"),
        ("vägg", "vegg"),
        ("lön", "lønn"),
        ("blöt", "bløt"),
        ("vad", "hvad"),
        ("uppgift", "oppgift"),
        ("förslag", "forslag"),
        ("sten", "stein"),
        ("process", "prosess"),
    ],
)
def test_words_that_only_the_spelling_parts_are_folded_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_ring_stays_on_its_letter() -> None:
    assert fold("mål") != fold("mal")
    assert fold("gå") == "gå"


@pytest.mark.parametrize(
    "forms",
    [
        ("skolan", "skolor", "skolorna", "skole", "skolen", "skolene"),
        ("lärare", "läraren", "lærer", "lærere"),
        ("bokning", "bokningar", "bokningen", "bokningarna"),
    ],
)
def test_endings_go(forms: tuple[str, ...]) -> None:
    assert len({nordic_stem(nordic_stem(fold(form))) for form in forms}) == 1


def test_english_endings_go() -> None:
    assert {english_stem(word) for word in ("booking", "booked", "books", "book")} == {"book"}
    assert english_stem("policies") == english_stem("policy")


@pytest.mark.parametrize(
    ("compound", "expected"),
    [
        ("nyckelskåp", ("nykel", "skåp")),
        ("nøkkelskap", ("nykel", "skåp")),
        ("vikarielista", ("vikarie", "lista")),
        ("gatukontoret", ("gata", "kontor")),
        ("arbeidstid", ("arbete", "tid")),
        ("bil", ()),
        ("", ()),
    ],
)
def test_compounds_are_taken_apart(compound: str, expected: tuple[str, ...]) -> None:
    assert parts(fold(compound)) == expected


def test_a_number_is_taken_whole_and_a_numbered_thing_is_still_the_thing() -> None:
    assert keys_of("nyckel1234567890x").all() == {"nykel1234567890ks"}
    assert keys_of("nyckel").all() & keys_of("nyckelskåp2").all()


def test_a_thing_has_one_name_in_three_languages() -> None:
    named = [keys_of(told).weights.keys() for told in ("nycklarna", "nøklene er der", "the keys are here")]
    assert [set(each) for each in named] == [{"nykel"}] * 3


def test_small_words_say_nothing() -> None:
    assert not keys_of("och men det är inte så att vi har varit där").all()
    assert not keys_of("it is not that we have been there").all()


def test_capitals_and_how_letters_are_composed_do_not_matter() -> None:
    told = "Nyckelskåpet på Åsgården"
    assert keys_of(told) == keys_of(told.upper()) == keys_of(unicodedata.normalize("NFD", told))


def test_a_long_text_has_no_more_keys_than_a_text_may_have() -> None:
    told = " ".join(f"ord{n}ar" for n in range(500))
    assert len(keys_of(told).all()) == MAX_KEYS


@given(st.text(max_size=300))
def test_any_text_has_keys_that_can_be_kept(told: str) -> None:
    keys = keys_of(told).all()
    assert len(keys) <= MAX_KEYS
    assert all(0 < len(key) <= MAX_KEY and "\0" not in key for key in keys)


@pytest.mark.timeout(5)
def test_a_word_made_to_be_taken_apart_takes_no_long_time() -> None:
    for word in ("mat" * 600, "matlåda" * 280, "bil" * 13 + "q", "ut" * 900):
        keys_of(word)


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_alike_from_both_sides_and_most_with_itself(one: str, other: str) -> None:
    a, b = keys_of(one), keys_of(other)
    assert likeness(a, b, {}) == pytest.approx(likeness(b, a, {}))
    assert likeness(a, b, {}) >= 0
    if a.weights:
        assert likeness(a, a, {}) > SHOWN


def test_a_rare_key_tells_more_than_a_common_one() -> None:
    assert 1 >= rarity(1000, 0) > rarity(1000, 10) > rarity(1000, 1000) > 0
    assert 0 < rarity(0, 0) <= 1


def test_each_thing_of_the_lexicon_has_its_own_name() -> None:
    known = lexicon()
    assert len(known.nordic) > 1500
    assert {name for name in known.nordic.values() if "_" in name} == set()
    lines = tomllib.loads(files("bot.likeness").joinpath("lexicon.toml").read_text("utf-8"))["things"]
    names = Counter(line.split()[0] for line in lines)
    assert [name for name, count in names.items() if count > 1] == []
    assert [line for line in lines if line.count("|") != 1] == []
