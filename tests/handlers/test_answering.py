"""What author and manager do on the cards, and who may not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.errors import No
from bot.domain.ideas import Stage
from bot.domain.people import Language
from cards import actions
from cards.actions import Ref
from cards.model import TextInput
from cards.plain_text import to_plain_text
from handlers.incoming import FormErrors, Nothing, PrivateLine, ShowForm
from tests.handlers.test_telling import ideas_of
from tests.house import Chatter, House


@pytest.fixture
async def pair(house: House) -> tuple[Chatter, Chatter]:
    """An author with one filed idea, and the manager who has it."""
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Skrivaren är trasig")
    await alva.says("problem")
    return alva, britta


async def stage(pair: tuple[Chatter, Chatter]) -> Stage:
    return (await ideas_of(pair[0].house, pair[0]))[0].stage


async def test_one_tap_acknowledges_and_the_author_hears(pair: tuple[Chatter, Chatter]) -> None:
    alva, britta = pair
    assert await britta.presses(actions.IDEA_ACKNOWLEDGE) == Nothing()
    assert "Jag återkommer senast onsdag 2 december" in alva.transcript
    assert await stage(pair) is Stage.ACKNOWLEDGED
    card = next(c for c in britta.cards if c.title.startswith("#1"))
    assert "Britta" in to_plain_text(card)


async def test_own_words_begin_with_the_usual_ones(pair: tuple[Chatter, Chatter]) -> None:
    alva, britta = pair
    await britta.presses(actions.IDEA_MORE)
    form = await britta.opens(actions.IDEA_ACKNOWLEDGE_WORDS)
    assert "onsdag 2 december" in form.inputs[0].value
    await britta.sends(form, words="Tack! Jag ringer vaktmästaren i dag.")
    assert "Jag ringer vaktmästaren i dag." in alva.transcript


async def test_a_question_and_its_answer(pair: tuple[Chatter, Chatter]) -> None:
    alva, britta = pair
    form = await britta.opens(actions.IDEA_ASK)
    await britta.sends(form, question="Vilken skrivare menar du?")
    assert "Vilken skrivare menar du?" in alva.heard
    await alva.says("Den på plan två")
    assert "Den på plan två" in britta.transcript
    card = next(c for c in britta.cards if c.title.startswith("#1"))
    assert "Den på plan två" in to_plain_text(card)
    await alva.says("Kan vi köpa en ny?")
    assert len(await ideas_of(alva.house, alva)) == 1
    await alva.says("idé")
    assert len(await ideas_of(alva.house, alva)) == 2


async def test_a_question_is_answered_in_the_form_too(pair: tuple[Chatter, Chatter]) -> None:
    alva, britta = pair
    await britta.sends(await britta.opens(actions.IDEA_ASK), question="Vilken skrivare?")
    form = await alva.opens(actions.IDEA_REPLY)
    await alva.sends(form, words="Den på plan två")
    again = await alva.sends(form, words="Den på plan två")
    assert isinstance(again, PrivateLine)
    assert britta.transcript.count("Den på plan två") >= 1


async def test_a_form_answers_the_question_that_it_was_opened_for(pair: tuple[Chatter, Chatter]) -> None:
    """The first question is answered in the chat and another one asked, while the form stands open."""
    alva, britta = pair
    await britta.sends(await britta.opens(actions.IDEA_ASK), question="Vilken skrivare?")
    form = await alva.opens(actions.IDEA_REPLY)
    await alva.says("Den på plan två")
    await britta.sends(await britta.opens(actions.IDEA_ASK), question="Hur ofta?")
    late = await alva.sends(form, words="Den vid köket")
    assert isinstance(late, FormErrors)
    assert set(late.errors) == {"words"}
    assert "Den vid köket" not in britta.transcript
    # What was typed is not lost, and the form that stands there now is the new question's.
    (field,) = late.form.inputs
    assert isinstance(field, TextInput)
    assert field.value == "Den vid köket"
    assert "Hur ofta?" in late.form.intro
    assert await alva.sends(late.form, words="Varje dag") == Nothing()
    assert "Varje dag" in britta.transcript
    again = await alva.sends(late.form, words="Varje dag")
    assert isinstance(again, PrivateLine)


async def test_a_form_of_an_older_version_answers_the_open_question(pair: tuple[Chatter, Chatter]) -> None:
    alva, britta = pair
    await britta.sends(await britta.opens(actions.IDEA_ASK), question="Vilken skrivare?")
    form = await alva.opens(actions.IDEA_REPLY)
    old = replace(form, value=replace(Ref.decode(form.value), arg="").encode())
    assert await alva.sends(old, words="Den på plan två") == Nothing()
    assert "Den på plan två" in britta.transcript


async def test_not_now_needs_a_reason_and_own_words(pair: tuple[Chatter, Chatter]) -> None:
    alva, britta = pair
    await britta.presses(actions.IDEA_MORE)
    form = await britta.opens(actions.IDEA_NOT_NOW)
    first = await britta.sends(form, words="Vi byter alla skrivare i mars.")
    assert isinstance(first, FormErrors)
    assert set(first.errors) == {"reason"}
    second = await britta.sends(form, reason="other-first", words="  ")
    assert isinstance(second, FormErrors)
    assert set(second.errors) == {"words"}
    assert await stage(pair) is Stage.SUBMITTED
    await britta.sends(form, reason="other-first", words="Vi byter alla skrivare i mars.")
    assert await stage(pair) is Stage.NOT_NOW
    assert "Vi byter alla skrivare i mars." in alva.transcript
    assert "nytta av annat" in alva.transcript


async def test_the_author_adds_hides_and_withdraws(pair: tuple[Chatter, Chatter]) -> None:
    alva, britta = pair
    await alva.sends(await alva.opens(actions.IDEA_ADD), words="Den på plan två")
    assert "Den på plan två" in britta.transcript
    await alva.presses(actions.IDEA_HIDE)
    (filed,) = await ideas_of(alva.house, alva)
    assert filed.hidden
    assert "Alva" in britta.transcript
    await alva.presses(actions.IDEA_SHOW_NAME)
    await alva.presses(actions.IDEA_WITHDRAW)
    assert await stage(pair) is Stage.WITHDRAWN
    with pytest.raises(LookupError):
        britta.button(actions.IDEA_ACKNOWLEDGE)


async def test_an_old_card_answers_kindly_and_changes_nothing(pair: tuple[Chatter, Chatter]) -> None:
    alva, britta = pair
    message, button = britta.button(actions.IDEA_ACKNOWLEDGE)
    await alva.presses(actions.IDEA_WITHDRAW)
    await alva.house.wait(days=35)
    answer = await britta.press(button, message)
    assert isinstance(answer, PrivateLine)
    assert "#1" in answer.text
    assert await stage(pair) is Stage.WITHDRAWN


ALL = [
    actions.IDEA_ACKNOWLEDGE,
    actions.IDEA_ACKNOWLEDGE_WORDS,
    actions.IDEA_ASK,
    actions.IDEA_NOT_NOW,
    actions.IDEA_ADD,
    actions.IDEA_WHY,
    actions.IDEA_HIDE,
    actions.IDEA_WITHDRAW,
    actions.IDEA_REPLY,
]


@pytest.mark.parametrize("action", ALL)
async def test_a_stranger_gets_the_same_answer_for_others_ideas_and_for_none(
    pair: tuple[Chatter, Chatter], action: str
) -> None:
    alva, _ = pair
    stranger = alva.house.person("Sten")
    (filed,) = await ideas_of(alva.house, alva)
    theirs = await stranger.forges(action, Ref("idea", filed.id, filed.version))
    nothing = await stranger.forges(action, Ref("idea", "no-such-idea", 1))
    assert isinstance(theirs, PrivateLine)
    assert theirs == nothing
    assert (await ideas_of(alva.house, alva)) == [filed]
    assert stranger.cards == []


async def test_a_colleague_sees_the_idea_but_no_hidden_name_and_no_reply(
    pair: tuple[Chatter, Chatter],
) -> None:
    alva, britta = pair
    await britta.presses(actions.IDEA_ACKNOWLEDGE)
    await alva.presses(actions.IDEA_HIDE)
    sten = alva.house.person("Sten")
    (filed,) = await ideas_of(alva.house, alva)
    assert await sten.forges(actions.IDEA_OPEN, Ref("idea", filed.id, filed.version)) == Nothing()
    assert "Skrivaren är trasig" in sten.heard
    assert "Alva" not in sten.transcript
    assert "Tack, jag har läst" not in sten.transcript
    nothing = await sten.forges(actions.IDEA_OPEN, Ref("idea", "no-such-idea", 1))
    assert isinstance(nothing, PrivateLine)
    await alva.presses(actions.IDEA_WITHDRAW)
    gone = await sten.forges(actions.IDEA_OPEN, Ref("idea", filed.id, filed.version))
    assert gone == nothing


async def test_rights_are_those_of_the_moment_of_the_press(pair: tuple[Chatter, Chatter]) -> None:
    alva, britta = pair
    _, button = britta.button(actions.IDEA_ACKNOWLEDGE)
    disa = alva.house.person("Disa")
    answer = await britta.forges(actions.TEAM_SETUP, Ref("team", await team_id(alva), 1))
    assert isinstance(answer, ShowForm)
    await britta.sends(
        answer.form, name="norr", manager=disa, language="sv", zone="Europe/Stockholm", weekday="1", time="8"
    )
    refused = await britta.press(button)
    assert isinstance(refused, PrivateLine)
    assert await stage(pair) is Stage.SUBMITTED
    await disa.press(button)
    assert await stage(pair) is Stage.ACKNOWLEDGED


async def team_id(author: Chatter) -> str:
    return (await ideas_of(author.house, author))[0].team


async def test_an_employee_may_not_change_the_team(pair: tuple[Chatter, Chatter]) -> None:
    alva, _ = pair
    refused = await alva.forges(actions.TEAM_SETUP, Ref("team", await team_id(alva), 1))
    assert isinstance(refused, PrivateLine)


async def test_waiting_lists_what_is_not_answered(pair: tuple[Chatter, Chatter]) -> None:
    alva, britta = pair
    await britta.says("väntar")
    assert "Skrivaren är trasig" in britta.heard
    await britta.presses(actions.IDEA_ACKNOWLEDGE)
    await britta.says("väntar")
    assert "Skrivaren är trasig" not in britta.heard
    await alva.says("väntar")
    assert "Skrivaren är trasig" not in alva.heard


async def test_the_page_of_ones_own(pair: tuple[Chatter, Chatter]) -> None:
    alva, britta = pair
    await alva.arrives(page=True)
    await britta.arrives(page=True)
    pages = alva.house.chat.pages
    assert "Skrivaren är trasig" in to_plain_text(pages[alva.id])
    assert "Skrivaren är trasig" in to_plain_text(pages[britta.id])


async def test_every_no_has_a_sentence_with_a_next_step_in_each_language() -> None:
    from bot.domain.notices import Sorry
    from cards.lines import line_text

    for language in Language:
        sentences = {line_text(Sorry(no, "7"), language) for no in No}
        assert len(sentences) == len(No)
        assert all(len(sentence) > 25 for sentence in sentences)


async def test_a_managers_own_idea_is_promised_by_the_deputy(house: House) -> None:
    britta, disa = house.person("Britta"), house.person("Disa")
    await house.team("norr", britta, deputy=disa)
    await britta.says("Skrivaren är trasig")
    await britta.says("problem")
    assert "Disa läser det här" in britta.transcript
    await disa.presses(actions.IDEA_ACKNOWLEDGE)
    assert "Disa" in britta.heard
