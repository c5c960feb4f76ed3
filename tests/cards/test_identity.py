"""Identity numbers in running text: synthetic ones are found, what looks like them is not. Printed.

All numbers are made here, with days that no living person has: Swedish ones of the 19th century or late in
this one, Norwegian ones of the individual numbers of the 19th century.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from cards.identity import born_like, day_like, identity_numbers

COUNT = 500
FRAMES = (
    "Gäller {}, ring anhöriga",
    "{}",
    "Pnr:{}.",
    "Det står {} på lappen och 14 på dörren",
    "Brukeren ({}) fikk feil liste kl. 08.30",
    "The form for {} came back on Monday",
    "nr {} rum 12",
    "{} och tabletter 3 gånger",
)
OLD = (date(1855, 1, 1), date(1889, 12, 31))
FAR = (date(2075, 1, 1), date(2098, 12, 31))


def a_day(some: random.Random, between: tuple[date, date]) -> date:
    """Some day."""
    return between[0] + timedelta(days=some.randrange((between[1] - between[0]).days))


def luhn(nine: str) -> str:
    """The control digit of nine figures, worked out another way than in the house: by a table."""
    table = "0246813579"
    total = sum(int(table[int(figure)]) if at % 2 == 0 else int(figure) for at, figure in enumerate(nine))
    return str(-total % 10)


def swedish(some: random.Random) -> str:
    """Personnummer or samordningsnummer in one of the ways people write it."""
    day = a_day(some, some.choice((OLD, FAR)))
    coordination = 60 if some.random() < 0.3 else 0
    six = f"{day:%y%m}{day.day + coordination:02d}"
    three = f"{some.randrange(1000):03d}"
    four = three + luhn(six + three)
    century, sign = str(day.year)[:2], "+" if day.year < 1900 else "-"
    return some.choice(
        (
            f"{century}{six}-{four}",
            f"{century}{six}{four}",
            f"{six}{sign}{four}",
            f"{century}{six} {four}",
            f"{century} {six} {four}",
            f"{six}{four}",
            f"{six} - {four}",
            f"{day.year}-{six[2:4]}-{six[4:]}-{four}",
            f"{century}{six}\u2013{four}",
            f"{six}\u00a0{four}",
        )
    )


def norwegian(some: random.Random) -> str:
    """Fødselsnummer or D-nummer, some by the looser rule of 2032."""
    while True:
        day = a_day(some, OLD)
        d_number = 40 if some.random() < 0.3 else 0
        nine = f"{day.day + d_number:02d}{day:%m%y}{some.randrange(500, 750)}"
        left = some.choice((0, 0, 0, 1, 2, 3))
        weights = (3, 7, 6, 1, 8, 9, 4, 5, 2)
        control = (left - sum(int(f) * w for f, w in zip(nine, weights, strict=True))) % 11
        ten = f"{nine}{control}"
        weights_two = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
        if control > 9:
            continue
        second = -sum(int(f) * w for f, w in zip(ten, weights_two, strict=True)) % 11
        if second > 9:
            continue
        whole = f"{ten}{second}"
        return some.choice(
            (
                whole,
                f"{whole[:6]} {whole[6:]}",
                f"{whole[:6]}-{whole[6:]}",
                f"{whole[:2]} {whole[2:4]} {whole[4:6]} {whole[6:]}",
                f"{whole[:6]} {whole[6:9]} {whole[9:]}",
                f"{whole[:2]}.{whole[2:4]}.{whole[4:6]} {whole[6:]}",
            )
        )


def figures(some: random.Random, count: int) -> str:
    """So many figures."""
    return "".join(some.choice("0123456789") for _ in range(count))


def others(some: random.Random) -> Iterator[str]:
    """Phone and case numbers, days, amounts, accounts, barcodes: without end."""
    day = a_day(some, (date(2015, 1, 1), date(2027, 1, 1)))
    makers: tuple[Callable[[], str], ...] = (
        lambda: f"070-{figures(some, 3)} {figures(some, 2)} {figures(some, 2)}",
        lambda: f"07{figures(some, 8)}",
        lambda: f"08-{figures(some, 3)} {figures(some, 3)} {figures(some, 2)}",
        lambda: f"+46 70 {figures(some, 3)} {figures(some, 2)} {figures(some, 2)}",
        lambda: f"+47 {figures(some, 3)} {figures(some, 2)} {figures(some, 3)}",
        lambda: f"+47{figures(some, 8)}",
        lambda: f"KS 20{figures(some, 2)}/{figures(some, 5)}",
        lambda: f"KS-20{figures(some, 2)}-{figures(some, 5)}",
        lambda: f"20{figures(some, 2)}/{figures(some, 6)}-{figures(some, 2)}",
        lambda: f"{day:%Y-%m-%d} {some.randrange(24):02d}.{some.randrange(60):02d}",
        lambda: f"{day:%Y-%m-%d}--{day + timedelta(9):%Y-%m-%d}",
        lambda: f"{day:%d.%m.%Y} kl. {some.randrange(24):02d}:{some.randrange(60):02d}",
        lambda: f"{some.randrange(1, 999)} {figures(some, 3)} {figures(some, 3)} kr",
        lambda: f"{figures(some, 4)}.{figures(some, 2)}.{figures(some, 5)}",
        lambda: f"{figures(some, 4)} {figures(some, 2)} {figures(some, 5)}",
        lambda: f"55{figures(some, 4)}-{figures(some, 4)}",
        lambda: f"735{figures(some, 10)}",
        lambda: f"OCR {figures(some, 14)}",
        lambda: f"{figures(some, 10)}",
        lambda: f"ärende {figures(some, 8)}",
        lambda: f"{figures(some, 3)} {figures(some, 3)} {figures(some, 3)} MVA",
    )
    while True:
        yield some.choice(makers)()


def recall(some: random.Random, maker: Callable[[random.Random], str]) -> float:
    """The share of numbers found exactly where they stand."""
    hits = 0
    for _ in range(COUNT):
        number = maker(some)
        text = some.choice(FRAMES).replace("{}", number)
        start = text.index(number)
        hits += identity_numbers(text) == ((start, start + len(number)),)
    return hits / COUNT


def test_identity_numbers_are_found_and_others_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    some = random.Random(1855)
    swedes, norwegians = recall(some, swedish), recall(some, norwegian)
    stream = others(some)
    plain = [some.choice(FRAMES).replace("{}", next(stream)) for _ in range(10 * COUNT)]
    alarms = [bool(identity_numbers(text)) for text in plain]
    first, whole = sum(alarms[:COUNT]) / COUNT, sum(alarms) / len(alarms)
    with capsys.disabled():
        print(
            f"\nidentity numbers: Swedish {swedes:.1%} and Norwegian {norwegians:.1%} of {COUNT} found; ",
            end="",
        )
        print(f"false {first:.1%} of {COUNT}, {whole:.2%} of {len(alarms)}")
    assert swedes >= 0.99
    assert norwegians >= 0.99
    assert first <= 0.01
    assert whole <= 0.01


def test_one_wrong_figure_is_no_number() -> None:
    some = random.Random(7)
    for _ in range(100):
        number = re.sub(r"\D", "", swedish(some))
        other = number[:-1] + str((int(number[-1]) + some.randrange(1, 10)) % 10)
        assert identity_numbers(other) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "18901301-0000",
        "18900231-0000",
        "12345",
        "1" * 500,
        "18900101-980",
        "0000000000",
        "00000000000",
        "\u0661\u0668\u0669\u0660\u0660\u0661\u0660\u0661-\u0669\u0668\u0660\u0662",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert identity_numbers(text) == ()


def test_two_numbers_in_one_text() -> None:
    text = "18900101-9802 och 189001019802"
    assert [text[start:end] for start, end in identity_numbers(text)] == ["18900101-9802", "189001019802"]


@pytest.mark.parametrize(
    "word", ["19800101-1234", "800101-1234", "800161+1234", "01018012345", "41018012345"]
)
def test_written_like_a_number(word: str) -> None:
    assert born_like(word)


@pytest.mark.parametrize("word", ["19801301-1234", "0701", "070-1234567", "", "²²²²²²²²²²"])
def test_not_written_like_a_number(word: str) -> None:
    assert not born_like(word)


def test_half_a_norwegian_number_is_a_day() -> None:
    assert day_like("010180")
    assert day_like("410180")
    assert not day_like("320180")
    assert not day_like("01018")
