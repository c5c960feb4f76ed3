"""A personal identity number is never kept: the person is asked to write it again without."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from cards import actions
from handlers.incoming import FormErrors, Nothing
from tests.handlers.test_telling import ideas_of
from tests.house import House

# Both are of test series: 19900101 with control digits of Luhn, and a test number of Skatteetaten.
NUMBERS = ("19900101-2385", "15507600333")


@pytest.mark.parametrize("number", NUMBERS)
async def test_nothing_of_it_is_kept_and_the_next_step_is_said(house: House, number: str) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says(f"Kalle med {number} fick vänta i kassan")
    assert "utan numret" in alva.heard
    assert await ideas_of(house, alva) == []
    async with house.core.store.transaction() as connection:
        for table in ("ideas", "talks", "outbox", "people", "idea_events"):
            rows = (await connection.execute(text(f"SELECT * FROM {table}"))).all()
            assert number not in repr(rows)


async def test_a_form_stays_open_with_what_was_typed(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    answer = await alva.wants(actions.FORM_NEW_IDEA)
    words = f"Den med {NUMBERS[0]} fick vänta"
    again = await alva.sends(answer.form, text=words, kind="problem")  # type: ignore[union-attr]
    assert isinstance(again, FormErrors)
    assert set(again.errors) == {"text"}
    assert any(getattr(entry, "value", "") == words for entry in again.form.inputs)
    sent = await alva.sends(again.form, text="Den första i kön fick vänta", kind="problem")
    assert sent == Nothing()


async def test_phones_and_cases_are_no_such_number(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Ring 0700-123456 om ärende 2026-001234")
    await alva.presses(actions.TELL_KIND, "problem")
    assert len(await ideas_of(house, alva)) == 1
