"""The days of a sent form: only as fields and platforms write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.domain.people import Address
from cards.actions import FORM_REST, Ref
from handlers.fields import day_in
from handlers.incoming import Actor, Envelope, SentForm
from handlers.team_setup import BadField

TODAY = date(2026, 11, 23)


def _sent(day: str) -> SentForm:
    home, at = Address("web", "web:t", "c1"), datetime(2026, 11, 23, tzinfo=UTC)
    envelope = Envelope("d1", Actor("web:t", "web:u", "Maja"), home, at)
    return SentForm(envelope, FORM_REST, Ref("idea", "i1", 1), {"until": day})


def test_a_day_to_come_is_read() -> None:
    assert day_in(_sent(" 2026-12-04 "), "until", TODAY) == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "required"),
        ("20261204", "bad-date"),
        ("2026-W49-5", "bad-date"),
        ("٢٠٢٦-١٢-٠٤", "bad-date"),
        ("2026-02-30", "bad-date"),
        ("2026-11-23", "past-date"),
        ("2029-01-01", "bad-date"),
    ],
)
def test_what_is_no_day_to_come_is_said(said: str, code: str) -> None:
    with pytest.raises(BadField) as caught:
        day_in(_sent(said), "until", TODAY)
    assert (caught.value.name, caught.value.code) == ("until", code)
