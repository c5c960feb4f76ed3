"""What a card may hold, and how it is made to fit."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import pytest

from cards import limits
from cards.fitting import fit
from cards.limits import DoesNotFit, check_card, check_form
from cards.model import (
    Button,
    Buttons,
    Card,
    Chart,
    Facts,
    Form,
    Image,
    Items,
    Option,
    Paragraph,
    Part,
    Quote,
    Select,
    Series,
    TextInput,
)
from tests.cards.samples_model import CARDS, CHART, FORMS

_BUTTON = Button("Ja", "idea.ask", "idea|1|2|")


def test_every_sample_is_within_the_model() -> None:
    for card in CARDS:
        check_card(card)
    for form in FORMS:
        check_form(form)


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        (Buttons((_BUTTON,) * 7), "7 buttons"),
        (Facts((("a", "b"),) * 11), "11 facts"),
        (Items(("a", "b"), indents=(0,)), "one indent"),
        (Items(("a",), indents=(4,)), "indent is"),
        (Items(("a",), indents=(-1,)), "indent is"),
        (replace(CHART, categories=()), "0 categories"),
        (replace(CHART, categories=("v",) * 21), "21 categories"),
        (replace(CHART, series=()), "0 series"),
        (replace(CHART, series=(Series("a", (1, 2, 3)),) * 7), "7 series"),
        (replace(CHART, series=(Series("a", (1, 2)),)), "one value"),
        (replace(CHART, series=(Series("a", (1, 2, nan)),)), "finite"),
        (replace(CHART, series=(Series("a", (1, 2, inf)),)), "finite"),
        (replace(CHART, text=" "), "words"),
        (Image("javascript:alert(1)", "x"), "http"),
        (Image("//example.com/a.png", "x"), "http"),
    ],
)
def test_a_part_that_is_more_than_the_model_promises_is_refused(part: Part, problem: str) -> None:
    with pytest.raises(DoesNotFit, match=problem):
        check_card(Card("Titel", (part,), "sv"))


def test_buttons_are_counted_over_the_whole_card() -> None:
    rows = (Buttons((_BUTTON,) * 3), Paragraph("x"), Buttons((_BUTTON,) * 4))
    with pytest.raises(DoesNotFit, match="7 buttons"):
        check_card(Card("Titel", rows, "sv"))
    check_card(Card("Titel", rows, "sv"), buttons=7)


@pytest.mark.parametrize(
    "inputs",
    [
        (TextInput("a", "A"), TextInput("a", "B")),
        (TextInput("", "A"),),
        (Select("a", "A", ()),),
        (Select("a", "A", (Option("1", "x"), Option("1", "y"))),),
    ],
)
def test_a_form_that_cannot_be_read_back_is_refused(inputs: tuple[TextInput | Select, ...]) -> None:
    with pytest.raises(DoesNotFit):
        check_form(Form("form.idea", "", "T", "S", "C", inputs, "sv"))


def test_an_error_does_not_repeat_what_people_wrote() -> None:
    card = Card("hemligt", (Facts((("hemligt", "hemligt"),) * 11),), "sv")
    with pytest.raises(DoesNotFit) as caught:
        check_card(card)
    assert "hemligt" not in str(caught.value)


def _size(card: Card) -> int:
    texts = [part.text for part in card.parts if isinstance(part, Paragraph | Quote | Chart)]
    return sum(map(len, texts))


def test_quotes_are_shortened_before_the_rest() -> None:
    card = Card("T", (Paragraph("eget " * 100), Quote("citat " * 300)), "sv")
    fitted = fit(card, lambda smaller: smaller, lambda smaller: _size(smaller) <= 1000)
    paragraph, quote = fitted.parts
    assert paragraph == card.parts[0]
    assert isinstance(quote, Quote)
    assert quote.text.endswith("citat…")
    assert 985 <= _size(fitted) <= 1000


def test_the_rest_is_shortened_when_quotes_are_not_enough() -> None:
    card = Card("T", (Paragraph("eget " * 300), Quote("citat " * 300)), "sv")
    fitted = fit(card, lambda smaller: smaller, lambda smaller: _size(smaller) <= 500)
    assert 480 <= _size(fitted) <= 500
    assert len(fitted.parts) == 2


def test_a_card_that_fits_is_left_as_it_is() -> None:
    for card in CARDS:
        assert fit(card, lambda smaller: smaller, lambda _: True) is card


def test_too_many_parts_are_an_error_and_not_left_out() -> None:
    card = Card("T", (Paragraph("ord " * 20),) * 100, "sv")
    with pytest.raises(DoesNotFit, match="100 parts"):
        fit(card, lambda smaller: smaller, lambda smaller: _size(smaller) <= 1000)


def test_whole_numbers_have_no_decimals() -> None:
    assert str(limits.number(3.0)) == "3"
    assert limits.number(2.5) == 2.5
