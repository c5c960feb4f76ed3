"""Two causes in one answer, a question back, and a day to look: fresh sentences, counted and printed."""

from __future__ import annotations

import random
import time
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Language
from cards.answers import asking_words, day_words, part_words
from cards.asking_back import asks_back
from cards.look_words import LONGEST, day_said
from cards.mistyped import meant
from cards.parts import MOST_PARTS, parts_of

FRESH = Path(__file__).parent / "fresh"
SV, NB, EN = Language.SV, Language.NB, Language.EN
# A Sunday.
TODAY = date(2026, 11, 22)
SIZE, WORST_MS = 10_000, 5.0


def read(name: str, language: Language) -> dict[str, Any]:
    """The sentences of one language."""
    found: dict[str, Any] = tomllib.loads((FRESH / f"{name}.toml").read_text("utf-8"))[language.value]
    return found


@pytest.mark.parametrize("language", list(Language))
def test_fresh_answers_are_parted(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    table = read("two_causes", language)
    missed = [text for text in table["two"] if len(parts_of(text, language)) != 2]
    false = [text for text in table["one"] if parts_of(text, language)]
    right = 1 - len(missed) / len(table["two"])
    with capsys.disabled():
        print(f"\nparts, {language}: {right:.0%} of {len(table['two'])} parted, ", end="")
        print(f"{len(false)} false of {len(table['one'])}; missed {missed}; false {false}")
    assert right >= 0.75
    assert len(false) <= 0.05 * len(table["one"])


@pytest.mark.parametrize("language", list(Language))
def test_fresh_questions_back_are_seen(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    table = read("questions_back", language)
    missed = [text for text in table["asks"] if not asks_back(text, language)]
    false = [text for text in table["answers"] if asks_back(text, language)]
    right = 1 - len(missed) / len(table["asks"])
    with capsys.disabled():
        print(f"\nasks back, {language}: {right:.0%} of {len(table['asks'])} seen, ", end="")
        print(f"{len(false)} false of {len(table['answers'])}; missed {missed}; false {false}")
    assert right >= 0.75
    assert len(false) <= 0.06 * len(table["answers"])


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        (
            SV,
            "Listan är gammal och nyckelskåpet ligger långt bort.",
            ("Listan är gammal", "Nyckelskåpet ligger långt bort"),
        ),
        (SV, "dels är listan gammal, dels är skåpet låst", ("Är listan gammal", "Är skåpet låst")),
        (NB, "1. Lista er gammel. 2. Skapet er låst.", ("Lista er gammel", "Skapet er låst")),
        (EN, "- the list is old\n- keys go\n- it is late", ("The list is old", "Keys go", "It is late")),
        (EN, "- one thing\n- two things\n- three things\n- four things", ()),
        (EN, "The list is old and the key is lost and the car is full and we are always late", ()),
        (SV, "", ()),
    ],
)  # fmt: skip
def test_parts_are_in_the_persons_own_words(language: Language, text: str, parts: tuple[str, ...]) -> None:
    assert parts_of(text, language) == parts


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (SV, "i dag", TODAY),
        (SV, "I morgon!", date(2026, 11, 23)),
        (SV, "i morgon bitti", date(2026, 11, 23)),
        (SV, "i övermorgon", date(2026, 11, 24)),
        (SV, "på fredag", date(2026, 11, 27)),
        (SV, "senast på fredag.", date(2026, 11, 27)),
        (SV, "nästa fredag", date(2026, 11, 27)),
        (SV, "om en vecka", date(2026, 11, 29)),
        (SV, "om 2 veckor", date(2026, 12, 6)),
        (SV, "om tre dagar", date(2026, 11, 25)),
        (SV, "nästa vecka", date(2026, 11, 23)),
        (SV, "28/11", date(2026, 11, 28)),
        (SV, "till 28/11", date(2026, 11, 28)),
        (SV, "den 28 november", date(2026, 11, 28)),
        (SV, "28 november", date(2026, 11, 28)),
        (SV, "den 3:e", date(2026, 12, 3)),
        (SV, "2026-11-28", date(2026, 11, 28)),
        (SV, "senast 2026-11-28", date(2026, 11, 28)),
        (SV, "2026-11-20", None),
        (SV, "2027-06-01", None),
        (SV, "1 november", None),
        (SV, "när vi hinner", None),
        (SV, "om hundra år", None),
        (NB, "i morgen", date(2026, 11, 23)),
        (NB, "om ei uke", date(2026, 11, 29)),
        (NB, "innen fredag", date(2026, 11, 27)),
        (NB, "28.11.", date(2026, 11, 28)),
        (NB, "den 3.", date(2026, 12, 3)),
        (NB, "neste veke", date(2026, 11, 23)),
        (EN, "tomorrow", date(2026, 11, 23)),
        (EN, "by Friday", date(2026, 11, 27)),
        (EN, "in two weeks", date(2026, 12, 6)),
        (EN, "the 3rd", date(2026, 12, 3)),
        (EN, "by 28 November", date(2026, 11, 28)),
        (EN, "på fredag", date(2026, 11, 27)),
        (EN, "", None),
    ],
)
def test_a_day_as_people_say_it(language: Language, text: str, day: date | None) -> None:
    assert day_said(text, language, TODAY) == day


def test_next_friday_said_on_a_monday_is_not_this_friday() -> None:
    monday = date(2026, 11, 23)
    assert day_said("på fredag", SV, monday) == date(2026, 11, 27)
    assert day_said("nästa fredag", SV, monday) == date(2026, 12, 4)
    assert day_said("next friday", EN, monday) == date(2026, 12, 4)


@pytest.mark.parametrize("language", list(Language))
def test_the_lists_are_written_as_they_are_compared(language: Language) -> None:
    parts, asking, days = part_words(language), asking_words(language), day_words(language)
    phrases = [*parts.conjunctions, *parts.openings, *parts.consequences, *asking.starts, *asking.whole]
    assert all(word == word.lower() for phrase in [*phrases, *days.before] for word in phrase)
    assert all(parts.verbs) and all(asking.fillers) and all(days.numbers)


@given(st.text(max_size=400), st.sampled_from(list(Language)))
def test_any_text_gets_an_answer(text: str, language: Language) -> None:
    parts = parts_of(text, language)
    assert not parts or 2 <= len(parts) <= MOST_PARTS
    assert asks_back(text, language) in {True, False}
    day = day_said(text, language, TODAY)
    assert day is None or TODAY <= day <= TODAY + LONGEST


def hostile(some: random.Random, words: list[str]) -> str:
    """Ten thousand characters, or the most that is looked at, that try to be slow."""
    makers: tuple[Callable[[], str], ...] = (
        lambda: (some.choice(words) + " ") * SIZE,
        lambda: " ".join(some.choice(words) for _ in range(SIZE)),
        lambda: "a" * SIZE,
        lambda: "1. " * SIZE,
        lambda: "- a\n" * SIZE,
        lambda: "och " * SIZE,
        lambda: "a" + "\u0301" * SIZE,
        lambda: "".join(chr(some.randrange(32, 0x3000)) for _ in range(SIZE)),
    )
    text = some.choice(makers)()
    return text[: some.choice((SIZE, SIZE, 700, 200, 60))]


def test_hostile_texts_stay_cheap(capsys: pytest.CaptureFixture[str]) -> None:
    some = random.Random(20261122)
    words = [word for one in Language for word in (*part_words(one).verbs, *(part_words(one).subjects))]
    words += [word for one in Language for phrase in part_words(one).conjunctions for word in phrase] * 20
    words += [word for one in Language for phrase in asking_words(one).starts for word in phrase]
    looks: dict[str, Callable[[str, Language], object]] = {
        "parts": parts_of,
        "asks back": asks_back,
        "day": lambda text, language: day_said(text, language, TODAY),
        "mistyped": lambda text, _: meant(text),
    }
    worst = dict.fromkeys(looks, 0.0)
    for look in looks.values():
        for language in Language:
            look("i morgon och sedan", language)
    for number in range(300):
        text = hostile(some, words)
        for name, look in looks.items():
            start = time.thread_time_ns()
            look(text, list(Language)[number % 3])
            worst[name] = max(worst[name], (time.thread_time_ns() - start) / 1e6)
    with capsys.disabled():
        print("\nhostile: " + ", ".join(f"{name} {took:.2f} ms" for name, took in worst.items()))
    assert max(worst.values()) < WORST_MS


def test_far_away_is_ninety_days() -> None:
    assert timedelta(days=90) == LONGEST
    assert day_said("2027-02-20", SV, TODAY) == date(2027, 2, 20)
    assert day_said("2027-02-21", SV, TODAY) is None
