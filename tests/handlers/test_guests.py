"""Guests, members of other organisations, and administrators who are so no longer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.calendars import PublicHolidays
from bot.domain.errors import No
from bot.domain.notices import Sorry
from bot.domain.people import Address, Language, Person, Standing
from bot.domain.work import Work
from cards import actions
from cards.actions import Ref
from cards.lines import line_text
from cards.model import Button, Buttons
from handlers.conversation import Conversation
from handlers.incoming import (
    Answer,
    Arrived,
    FormErrors,
    Incoming,
    Joined,
    Left,
    Nothing,
    Picked,
    Pressed,
    PrivateLine,
    Said,
    SentForm,
    ShowForm,
    Wanted,
)
from storage.tables import deliveries, ideas, outbox, people, talks
from tests.house import TENANT, Chatter, House

CANARY = "KANARIEGUL"


def from_a(standing: Standing, incoming: Incoming) -> Incoming:
    """The same, from somebody of that standing."""
    envelope = incoming.envelope
    return replace(incoming, envelope=replace(envelope, actor=replace(envelope.actor, standing=standing)))


def everything(one: Chatter) -> dict[str, Incoming]:
    """All that one can do."""
    about = Ref("none")
    channel = Address("web", TENANT, "norr")
    return {
        "words": Said(one.envelope(), f"Skrivaren {CANARY} är trasig"),
        "a mention": Said(one.envelope(), f"Skrivaren {CANARY} är trasig", channel, "norr"),
        "a command": Said(one.envelope(), f"ny {CANARY}", command=True),
        "a press": Pressed(one.envelope(), actions.LIST_MINE, about, one.home),
        "a shortcut": Wanted(one.envelope(), actions.FORM_NEW_IDEA, CANARY),
        "a form": SentForm(one.envelope(), actions.FORM_NEW_IDEA, about, {"text": CANARY}),
        "a channel": Joined(one.envelope(), Address("web", TENANT, "syd"), "syd"),
        "a chat": Arrived(one.envelope()),
        "a page": Arrived(one.envelope(), Address("web", TENANT, person=one.id)),
    }


def setup_button(house: House) -> Button:
    """The newest one in the team's channel that opens its form."""
    found = [
        button
        for card in house.in_channel("norr")
        for part in card.parts
        for button in (part.row if isinstance(part, Buttons) else ())
        if button.action == actions.TEAM_SETUP
    ]
    return found[-1]


def sentence(language: Language = Language.SV) -> str:
    return line_text(Sorry(No.GUEST), language)


async def stored(house: House) -> str:
    """Every row in which words or people could stand."""
    found: list[object] = []
    async with house.core.store.transaction() as connection:
        for table in (people, talks, ideas, outbox):
            found += (await connection.execute(table.select())).all()
    return repr(found)


ALL = ("words", "a mention", "a command", "a press", "a shortcut", "a form", "a channel", "a chat", "a page")


async def test_everything_that_one_can_do_is_tried(house: House) -> None:
    assert tuple(everything(house.person("Gunn"))) == ALL


@pytest.mark.parametrize("what", ALL)
async def test_a_guest_gets_a_kind_no_and_nothing_is_kept(house: House, what: str) -> None:
    britta, gunn = house.person("Britta"), house.person("Gunn", Language.NB)
    await house.team("norr", britta)
    before = len(house.in_channel("norr"))
    answer = await house.hear(from_a(Standing.GUEST, everything(gunn)[what]))
    if what in {"words", "a mention"}:
        assert (answer, gunn.heard) == (Nothing(), sentence(Language.NB))
    elif what == "a page":
        assert answer == Nothing()
        assert sentence(Language.NB) in repr(house.chat.pages)
    elif what in {"a channel", "a chat"}:
        assert (answer, gunn.lines, house.in_channel("syd")) == (Nothing(), [], [])
    else:
        assert answer == PrivateLine(sentence(Language.NB))
    assert len(house.in_channel("norr")) == before
    assert CANARY not in await stored(house)

    async def job(work: Work) -> Person | None:
        return await work.person(TENANT, gunn.id)

    assert await house.core.store.run(TENANT, job) is None


async def test_a_guest_who_writes_often_is_told_once_a_day(house: House) -> None:
    gunn = house.person("Gunn")
    for _ in range(3):
        await house.hear(from_a(Standing.GUEST, Said(gunn.envelope(), "hej")))
    assert len(gunn.lines) == 1
    await house.wait(days=1)
    await house.hear(from_a(Standing.GUEST, Said(gunn.envelope(), "hej")))
    assert len(gunn.lines) == 2


async def test_a_guest_can_take_femma_out_of_a_channel(house: House) -> None:
    britta, gunn = house.person("Britta"), house.person("Gunn")
    await house.team("norr", britta)
    where = Address("web", TENANT, "norr")
    await house.hear(from_a(Standing.GUEST, Left(gunn.envelope(), where)))

    async def job(work: Work) -> bool:
        team = await work.team_in(where)
        return team is not None and team.active

    assert not await house.core.store.run(TENANT, job)


@pytest.mark.parametrize("guests", [False, True])
async def test_members_of_other_organisations_leave_no_trace(house: House, guests: bool) -> None:
    """Whatever the setting says."""
    core = house.core
    conversation = Conversation(
        core.store, house.clock, PublicHolidays(), house.delivery, guests_allowed=guests
    )
    otto = house.person("Otto")
    for incoming in everything(otto).values():
        assert await conversation.hear(from_a(Standing.OUTSIDER, incoming)) == Nothing()
    async with core.store.transaction() as connection:
        for table in (deliveries, people, talks, ideas, outbox):
            assert (await connection.execute(table.select())).all() == []


async def test_guests_are_colleagues_where_they_are_allowed(house: House) -> None:
    core = house.core
    house.core.conversation = Conversation(
        core.store, house.clock, PublicHolidays(), house.delivery, guests_allowed=True
    )
    gunn = house.person("Gunn")
    await house.hear(from_a(Standing.GUEST, Said(gunn.envelope(), "Skrivaren är trasig")))
    assert gunn.button(actions.TELL_KIND)


@pytest.mark.parametrize("role", ["manager", "deputy"])
@pytest.mark.parametrize("standing", [Standing.GUEST, Standing.OUTSIDER])
async def test_nobody_from_elsewhere_answers_for_a_team(house: House, role: str, standing: Standing) -> None:
    britta, gunn = house.person("Britta"), house.person("Gunn")
    await house.joins("norr", britta)
    shown = await britta.press(setup_button(house))
    assert isinstance(shown, ShowForm)
    picked = {
        one: Picked(who.id, who.name, who.home) for one, who in (("manager", britta), ("deputy", britta))
    }
    picked[role] = Picked(gunn.id, gunn.name, gunn.home, standing)
    fields = {"name": "norr", "language": "sv", "zone": "Europe/Stockholm", "weekday": "1", "time": "08:00"}
    answer = await house.hear(
        SentForm(britta.envelope(), shown.form.name, Ref.decode(shown.form.value), fields, picked)
    )
    assert isinstance(answer, FormErrors)
    assert list(answer.errors) == [role]
    assert "gäst" in answer.errors[role]


async def as_administrator(who: Chatter, incoming: Incoming, administrator: bool | None) -> Answer:
    envelope = incoming.envelope
    actor = replace(envelope.actor, administrator=administrator)
    return await who.house.hear(replace(incoming, envelope=replace(envelope, actor=actor)))


async def test_whoever_is_no_administrator_any_more_has_no_rights_of_one(house: House) -> None:
    """The platform's last word counts; where it says nothing, the word before that."""
    britta, ada = house.person("Britta"), house.person("Ada")
    await house.team("norr", britta)
    ref = Ref.decode(setup_button(house).value)

    async def opens(administrator: bool | None) -> Answer:
        press = Pressed(ada.envelope(), actions.TEAM_SETUP, ref, ada.home)
        return await as_administrator(ada, press, administrator)

    assert isinstance(await opens(None), PrivateLine)
    assert isinstance(await opens(True), ShowForm)
    assert isinstance(await opens(None), ShowForm)
    assert isinstance(await opens(False), PrivateLine)
    assert isinstance(await opens(None), PrivateLine)
