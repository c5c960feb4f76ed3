"""What belongs elsewhere: the right door is shown, and nothing of it is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.domain.cues import Elsewhere
from bot.domain.people import Language
from bot.domain.work import Work
from cards import actions
from cards.links import is_link
from handlers.incoming import FormErrors, PrivateLine, ShowForm
from tests.house import TENANT, Chatter, House

THREAT = "En anhörig hotade mig med stryk i går"
TOLD = {
    Language.SV: "En kollega trakasserar mig varje dag",
    Language.NB: "En kollega trakasserer meg hver dag",
    Language.EN: "A colleague harasses me every day",
}
_TABLES = (
    "talks",
    "ideas",
    "idea_keys",
    "outbox",
    "idea_events",
    "reminders",
    "shown",
    "people",
    "deliveries",
)


async def everything(house: House) -> str:
    async with house.core.engine.connect() as connection:
        rows = [list(await connection.execute(text(f"SELECT * FROM {name}"))) for name in _TABLES]
    return str(rows)


async def administrator(house: House, who: Chatter) -> None:
    await who.arrives()

    async def job(work: Work) -> None:
        person = await work.person(TENANT, who.id)
        assert person is not None
        from dataclasses import replace

        await work.save_person(replace(person, administrator=True))

    await house.core.store.run(TENANT, job)


@pytest.mark.parametrize("language", list(Language))
async def test_the_right_door_is_shown_before_anything_is_asked(house: House, language: Language) -> None:
    alva, britta = house.person("Alva", language), house.person("Britta")
    await house.team("norr", britta)
    await alva.says(TOLD[language])
    assert alva.sees(actions.TELL_OUR_WORK)
    assert not alva.sees(actions.TELL_KIND)
    assert not alva.sees(actions.TELL_TEAM)


async def test_what_is_taken_away_lies_nowhere(house_on_each: House) -> None:
    house = house_on_each
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says(THREAT)
    await alva.presses(actions.TELL_CANCEL)
    rows = await everything(house)
    assert "stryk" not in rows
    assert "threat" not in rows
    assert "borta" in alva.heard


async def test_a_no_in_words_takes_it_away_too(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says(THREAT)
    await alva.says("nej")
    assert "stryk" not in await everything(house)


async def test_what_nobody_goes_on_with_is_not_filed_but_wiped(house_on_each: House) -> None:
    house = house_on_each
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says(THREAT)
    await house.wait(minutes=31)
    rows = await everything(house)
    assert "stryk" not in rows
    assert "threat" not in rows
    assert "stryk" not in britta.transcript


async def test_it_may_be_about_how_we_work_after_all(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says(THREAT)
    await alva.presses(actions.TELL_OUR_WORK)
    await alva.presses(actions.TELL_KIND, "problem")
    assert "#1" in britta.heard
    assert "stryk" in britta.heard


async def test_other_words_begin_anew(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says(THREAT)
    await alva.says("Skrivaren krånglar varje morgon")
    assert alva.sees(actions.TELL_KIND)
    assert "stryk" not in await everything(house)


async def test_in_a_channel_nothing_is_kept_and_nothing_is_said(house_on_each: House) -> None:
    house = house_on_each
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.arrives()
    before = len(house.in_channel("norr"))
    await alva.mentions(THREAT, "norr")
    assert len(house.in_channel("norr")) == before
    assert "112" in alva.heard
    assert not alva.sees(actions.TELL_OUR_WORK)
    rows = await everything(house)
    assert "stryk" not in rows
    assert "threat" not in rows


async def test_in_a_talk_it_is_not_kept_and_the_question_stands(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Morgonbesöken börjar för sent")
    await alva.presses(actions.TELL_KIND, "problem")
    await alva.presses(actions.IDEA_WHY)
    await alva.chooses("skip")
    await alva.chooses("skip")
    await alva.says(THREAT)
    assert "112" in alva.transcript
    assert "Vad gör att det blir så?" in alva.heard
    assert "stryk" not in await everything(house)
    # Never a block: whoever says it once more means it.
    await alva.says(THREAT)
    assert "stryk" in await everything(house)


async def test_an_administrator_sets_the_links(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    assert "administratör" in _refused(await alva.says("länkar"), alva)
    await administrator(house, britta)
    await britta.says("länkar")
    opened = await britta.presses(actions.TENANT_DOORS)
    assert isinstance(opened, ShowForm)
    bad = await britta.sends(opened.form, door_threat="javascript:alert(1)", model="no")
    assert isinstance(bad, FormErrors)
    assert list(bad.errors) == ["door_threat"]
    await britta.sends(opened.form, door_threat="https://example.com/hot", model="yes")
    await alva.says(THREAT)
    assert "https://example.com/hot" in str(alva.last)
    again = await britta.presses(actions.TENANT_DOORS)
    assert isinstance(again, ShowForm)
    values = {field.name: getattr(field, "value", "") for field in again.form.inputs}
    assert values["door_threat"] == "https://example.com/hot"
    assert values["model"] == "yes"
    assert set(values) == {"model", *(f"door_{place.value}" for place in Elsewhere)}


def _refused(answer: object, who: Chatter) -> str:
    return answer.text if isinstance(answer, PrivateLine) else who.heard.lower()


@pytest.mark.parametrize(
    ("link", "fits"),
    [
        ("https://example.com", True),
        ("https://example.com/a?b=c#d", True),
        ("http://example.com", False),
        ("javascript:alert(1)", False),
        ("https://user:secret@example.com", False),
        ("https://localhost", False),
        ("https://exam ple.com", False),
        ("https://", False),
        ("example.com", False),
        ("https://example.com/" + "x" * 300, False),
        ("https://[::1", False),
        ("https://example.com:99999", False),
    ],
)
def test_only_whole_addresses_are_links(link: str, fits: bool) -> None:
    assert is_link(link) is fits


async def test_hours_late_nothing_is_kept(house: House) -> None:
    from dataclasses import replace

    from handlers.incoming import Said

    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    envelope = alva.envelope()
    await house.hear(Said(replace(envelope, at=house.clock.now() - timedelta(hours=5)), THREAT))
    assert "112" in alva.heard
    assert "stryk" not in await everything(house)
