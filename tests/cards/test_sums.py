"""Freed time and figures as people write them, in three languages, and how a sum is shown back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.effects import Figure, Per, Range, Saving
from bot.domain.people import Language
from cards.effects import freed_text, hours_text, over_text, sum_example, sum_text, understood_text
from cards.figures import figure
from cards.sums import saving

SV, NB, EN = Language.SV, Language.NB, Language.EN
_TEN_MINUTES = Saving(10, 3, Per.WEEK, 12)

_SUMS = {
    SV: {
        "10 min x 3/vecka x 12 pers": _TEN_MINUTES,
        "10 minuter, 3 gånger i veckan, 12 personer": _TEN_MINUTES,
        "12 pers × 10 min × 3/vecka": _TEN_MINUTES,
        "10min*3ggr/v*12st": _TEN_MINUTES,
        "10 min – 3 ggr/v – 12 pers": _TEN_MINUTES,
        "en kvart om dagen för 8 stycken": Saving(15, 1, Per.DAY, 8),
        "2 timmar i veckan": Saving(120, 1, Per.WEEK),
        "en halvtimme varje dag": Saving(30, 1, Per.DAY),
        "en halv timme per vecka": Saving(30, 1, Per.WEEK),
        "halvannan timme i månaden": Saving(90, 1, Per.MONTH),
        "två och en halv timme, två ggr i månaden, för 3": Saving(150, 2, Per.MONTH, 3),
        "1½ h/v": Saving(90, 1, Per.WEEK),
        "1/2 timme varje måndag": Saving(30, 1, Per.WEEK),
        "3 x 10 min i veckan": Saving(10, 3, Per.WEEK),
        "3x i veckan, 10min, 12p": _TEN_MINUTES,
        "vi sparar ungefär 10 minuter per person och dag, vi är 12": Saving(10, 1, Per.DAY, 12),
        "10 min om dagen, 5 dagar i veckan, 8 personer": Saving(10, 5, Per.WEEK, 8),
        "20 min varannan vecka x 4 st": Saving(20, 0.5, Per.WEEK, 4),
        "tre kvart i veckan": Saving(45, 1, Per.WEEK),
        "1 timme och 30 minuter per år": Saving(90, 1, Per.YEAR),
        "1 200 min per år": Saving(1200, 1, Per.YEAR),
        "30 sek x 40/dag x 12 pers": Saving(0.5, 40, Per.DAY, 12),
    },
    NB: {
        "10 min x 3/uke x 12 pers": _TEN_MINUTES,
        "10 minutter, 3 ganger i uka, 12 personer": _TEN_MINUTES,
        "tre gonger i veka, ti minutt": Saving(10, 3, Per.WEEK),
        "et kvarter om dagen for 8 stykker": Saving(15, 1, Per.DAY, 8),
        "halvannen time i måneden": Saving(90, 1, Per.MONTH),
        "en halvtime hver dag": Saving(30, 1, Per.DAY),
        "10 minutter hver dag, 5 dager i uka": Saving(10, 5, Per.WEEK),
        "en og en halv time annenhver uke for 4 ansatte": Saving(90, 0.5, Per.WEEK, 4),
        "1,5 t/mnd": Saving(90, 1, Per.MONTH),
        "ti minutter tre ganger om dagen for tolv": Saving(10, 3, Per.DAY, 12),
    },
    EN: {
        "1,5 h per month": Saving(90, 1, Per.MONTH),
        "10 min x 3/week x 12 people": _TEN_MINUTES,
        "ten minutes, three times a week, twelve people": _TEN_MINUTES,
        "a quarter of an hour a day for 8 of us": Saving(15, 1, Per.DAY, 8),
        "half an hour twice a week for six people": Saving(30, 2, Per.WEEK, 6),
        "an hour and a half every other week": Saving(90, 0.5, Per.WEEK),
        "one and a half hours a month": Saving(90, 1, Per.MONTH),
        "15 minutes daily, 4 staff": Saving(15, 1, Per.DAY, 4),
        "1,200 minutes a year": Saving(1200, 1, Per.YEAR),
        "10 minutes a day, 5 days a week, we are 8": Saving(10, 5, Per.WEEK, 8),
        "10 mins each time, 3 times a day": Saving(10, 3, Per.DAY),
        "an hour a week": Saving(60, 1, Per.WEEK),
    },
}

_NO_SUMS = [
    "",
    "mycket tid",
    "10 min",
    "3 gånger i veckan",
    "10-15 min per dag",
    "10 min x 3/vecka x 12",
    "10 min per person och dag",
    "10 min each, 3 times a week",
    "en dag i månaden",
    "inte 10 min i veckan",
    "10 min i veckan, 20 min i veckan",
    "10 min i veckan för 8 personer och 12 vikarier",
    "0 min i veckan",
    "1.125 h i veckan",
    "10 min x 3/vecka x 2,5 pers",
    "99999 h x 3/vecka",
    "10 min om dagen, 2 veckor om året",
    "10 min 5 veckor i veckan",
    "möte kl 08.30 varje dag",
    "-10 min i veckan",
    "10 min per besök",
]


@pytest.mark.parametrize(("language", "text"), [(one, text) for one in Language for text in _SUMS[one]])
def test_a_sum_is_read(language: Language, text: str) -> None:
    assert saving(text, language) == _SUMS[language][text]
    assert saving(f"  {text.upper()}. ", language) == _SUMS[language][text]


@pytest.mark.parametrize("language", list(Language))
def test_a_sum_in_a_neighbours_language_is_read_too(language: Language) -> None:
    assert saving("10 minuter, 3 gånger i veckan, 12 personer", language) == _TEN_MINUTES
    assert saving("10 minutter, 3 ganger i uka, 12 personer", language) == _TEN_MINUTES
    assert saving("ten minutes, three times a week, twelve people", language) == _TEN_MINUTES


@pytest.mark.parametrize("text", _NO_SUMS)
def test_what_cannot_be_read_whole_is_no_sum(text: str) -> None:
    assert saving(text, SV) is None


_PERIODS = {SV: ("dag", "vecka", "månad", "år"), NB: ("dag", "uke", "måned", "år")}
_PERIODS[EN] = ("day", "week", "month", "year")


@given(
    st.sampled_from(Language),
    st.integers(1, 600),
    st.integers(1, 99),
    st.sampled_from(list(Per)),
    st.integers(1, 99),
    st.permutations([0, 1, 2]),
    st.sampled_from([" x ", ", ", " × ", " * ", "; ", " – "]),
)
def test_any_order_and_any_sign_between_gives_the_same(
    language: Language, minutes: int, times: int, per: Per, people: int, order: list[int], between: str
) -> None:
    period = _PERIODS[language][list(Per).index(per)]
    parts = [f"{minutes} min", f"{times}/{period}", f"{people} pers"]
    assert saving(between.join(parts[i] for i in order), language) == Saving(minutes, times, per, people)


@given(
    st.integers(1, 600),
    st.integers(1, 99),
    st.sampled_from(list(Per)),
    st.integers(1, 99),
    st.sampled_from(Language),
)
def test_what_is_shown_back_can_be_read_again(
    minutes: int, times: int, per: Per, people: int, language: Language
) -> None:
    known = Saving(minutes, times, per, people)
    assert saving(understood_text(known, language), language) == known


@pytest.mark.parametrize("language", list(Language))
def test_the_example_is_a_sum(language: Language) -> None:
    assert saving(sum_example(language), language) == _TEN_MINUTES


def test_a_sum_is_shown_with_its_parts_and_its_weeks() -> None:
    assert sum_text(_TEN_MINUTES, SV) == (
        "10 minuter × 3 gånger i veckan × 12 personer = 264–276 timmar per år (44–46 arbetsveckor)"
    )
    assert sum_text(_TEN_MINUTES, NB) == (
        "10 minutter × 3 ganger i uka × 12 personer = 264–276 timer i året (44–46 arbeidsuker)"
    )
    assert sum_text(_TEN_MINUTES, EN) == (
        "10 minutes × 3 times a week × 12 people = 264–276 hours a year (44–46 working weeks)"
    )
    assert understood_text(Saving(7.5, 0.5, Per.MONTH), SV) == "7,5 minuter × 0,5 gånger i månaden × 1 person"
    assert over_text(Saving(60, 1, Per.DAY), SV) == "220–230 timmar per år (44–46 arbetsveckor med 5 dagar)"
    assert over_text(Saving(60, 1, Per.MONTH), NB) == "10–11 timer i året (10–11 arbeidsmåneder)"
    assert over_text(Saving(90, 1, Per.YEAR), EN) == "1.5 hours a year"


def test_hours_are_rounded_to_what_they_can_bear() -> None:
    assert hours_text(Range(1760, 1840), SV) == "1\u00a0760–1\u00a0840 timmar per år"
    assert hours_text(Range(7.33, 7.67), SV) == "7,3–7,7 timmar per år"
    assert hours_text(Range(1, 1), NB) == "1 time i året"
    assert hours_text(Range(0.3, 0.5), EN) == "30 minutes a year"
    assert freed_text(Range(264, 276), "fler promenader", SV) == (
        "264–276 timmar per år blir fria till det här: fler promenader"
    )
    assert freed_text(Range(264, 276), "", SV) == "264–276 timmar per år"


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (SV, "7 av 20 fall", Figure(7, "av 20 fall", 20)),
        (SV, "12 samtal i veckan", Figure(12, "samtal i veckan")),
        (SV, "3,5 dagar", Figure(3.5, "dagar")),
        (SV, "ungefär tolv samtal om HVB", Figure(12, "samtal om HVB")),
        (SV, "60%", Figure(60, "%")),
        (SV, "21 400 kr", Figure(21400, "kr")),
        (SV, "0 på 8 veckor", Figure(0, "på 8 veckor")),
        (SV, "12.", Figure(12)),
        (SV, "en gång i veckan", Figure(1, "gång i veckan")),
        (NB, "sju av tolv", Figure(7, "av tolv", 12)),
        (NB, "18 prosent", Figure(18, "prosent")),
        (EN, "7 out of 20 cases", Figure(7, "out of 20 cases", 20)),
        (EN, "about 1,200 calls", Figure(1200, "calls")),
        (EN, "4.6 working days", Figure(4.6, "working days")),
        (EN, "30 of 20", Figure(30, "of 20")),
    ],
)
def test_a_figure_is_read_with_its_words(language: Language, text: str, found: Figure) -> None:
    assert figure(text, language) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bättre",
        "08.30",
        "kl 8",
        "2026-11-22",
        "22. november",
        "10-15 samtal",
        "10 – 15 samtal",
        "ett par gånger",
        "a lot of calls",
        "-3 grader",
        "7/20",
        "1.125 ärenden",
        "1.2.3",
        "9" * 20,
    ],
)
def test_what_is_no_single_number_is_no_figure(text: str) -> None:
    assert figure(text, SV) is None


@given(st.text(max_size=400), st.sampled_from(Language))
def test_any_text_is_taken_without_a_fault(text: str, language: Language) -> None:
    sum_, number = saving(text, language), figure(text, language)
    assert sum_ is None or sum_.hours.low > 0
    assert number is None or number.amount >= 0


_WORDS = "10|3|½|,|.|x|/|en|i|varje|halv|min|vecka|gånger|pers|och|per"


@given(st.lists(st.sampled_from(_WORDS.split("|")), max_size=50))
def test_any_row_of_known_words_is_taken_without_a_fault(words: list[str]) -> None:
    found = saving(" ".join(words), SV)
    assert found is None or found.people >= 1


@pytest.mark.parametrize(
    "piece", ["1 ", "1,", "a-", "10 min x ", "½", "1/2", " ", "0" * 9 + " ", "och en halv "]
)
def test_ten_thousand_hostile_characters_take_no_time(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    for length in (300, 10_000):
        began = time.perf_counter()
        assert saving(text[:length], SV) is None
        figure(text[:length], EN)
        assert time.perf_counter() - began < 0.5
