"""What may happen around a talk about causes: somebody leaves, takes back, looks late, presses old cards."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.errors import No
from bot.domain.ideas import Idea
from bot.domain.notices import Sorry
from bot.domain.people import Address, Language
from bot.domain.talks import Talk, TalkStatus
from bot.domain.tree import Evidence
from bot.domain.whys import Spare, Step, WhyTalk
from bot.domain.work import Work
from cards import actions
from cards.actions import Ref
from cards.lines import line_text
from cards.plain_text import to_plain_text
from handlers.incoming import Departed, FormErrors, Pressed, PrivateLine, Said, SentForm, ShowForm
from tests.handlers.test_coach import (
    LATE,
    answers,
    gives,
    know,
    newest,
    outcome,
    press_there,
    talk_id,
    talk_of,
    to_first_why,
    to_the_chain,
    to_the_end,
    together,
)
from tests.house import TENANT, Chatter, House


async def talks(house: House, person: Chatter) -> list[Talk]:
    async def job(work: Work) -> list[Talk]:
        return await work.talks_of(TENANT, person.id)

    return await house.core.store.run(TENANT, job)


async def idea_of(house: House, number: int) -> Idea:
    async def job(work: Work) -> Idea:
        idea = await work.idea_numbered(TENANT, number)
        assert idea is not None
        return idea

    return await house.core.store.run(TENANT, job)


def says(no: No, number: str = "") -> str:
    return line_text(Sorry(no, number), Language.SV)


# Held in the channel, beside one's own chat


async def test_what_the_leader_writes_alone_to_femma_stays_there(house_on_each: House) -> None:
    house = house_on_each
    alva, britta = house.person("Alva"), house.person("Britta")
    await together(house, alva, britta)
    before = len(house.in_channel("norr"))
    await alva.says("Jag trivs inte med nattpassen längre")
    assert len(house.in_channel("norr")) == before
    assert "Vad liknar det mest?" in alva.heard
    assert (await held_by(house, alva)).tree.whys == ()


async def test_one_may_tell_something_new_while_the_team_is_asked(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    root, _ = await together(house, alva, britta)
    await alva.says("Kan vi ha en låda handskar i varje bil?")
    await alva.presses(actions.TELL_KIND, "idea")
    await alva.presses(actions.IDEA_WHY)
    await carl.mentions("Turen börjar för tidigt", "norr", root)
    assert [why.text for why in (await held_by(house, alva)).tree.whys] == ["Turen börjar för tidigt"]
    await alva.says("Vi går tillbaka till förrådet")
    assert "minsta vi kan prova" in alva.heard


async def held_by(house: House, person: Chatter) -> WhyTalk:
    (held,) = [talk for talk in await talks(house, person) if talk.place is not None]
    assert isinstance(held.state, WhyTalk)
    return held.state


async def test_the_button_on_ones_own_card_leads_back_to_the_thread(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await together(house, alva, britta)
    before = len(house.in_channel("norr"))
    await alva.presses(actions.IDEA_WHY)
    assert len(house.in_channel("norr")) == before + 1
    assert "Nu frågar jag i" in alva.heard
    assert len(await talks(house, alva)) == 1


async def test_the_leader_puts_it_away_in_the_thread_and_takes_it_up_there(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    root, _ = await together(house, alva, britta)
    await carl.mentions("avbryt", "norr", root)
    assert says(No.LEADS) in carl.heard
    await alva.mentions("avbryt", "norr", root)
    assert (await talks(house, alva))[0].status is TalkStatus.RESTING
    await carl.mentions("fortsätt", "norr", root)
    assert (await talks(house, alva))[0].status is TalkStatus.RESTING
    await alva.mentions("fortsätt", "norr", root)
    assert (await talks(house, alva))[0].status is TalkStatus.OPEN


async def test_going_on_in_ones_own_chat_asks_again_in_the_thread(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await together(house, alva, britta)
    before = len(house.in_channel("norr"))
    await alva.says("fortsätt")
    assert len(house.in_channel("norr")) == before + 1


async def test_a_talk_for_all_leaves_ones_own_open(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await house.team("norr", britta)
    await alva.says(LATE)
    await alva.presses(actions.TELL_KIND, "problem")
    await know(house, house.person("Carl"), "Samma hos oss")
    await know(house, house.person("Dana"), "Även på kvällen")
    await house.be_at(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))
    await carl.says("Kan vi ha en låda handskar i varje bil?")
    await carl.presses(actions.TELL_KIND, "idea")
    await carl.presses(actions.IDEA_WHY)
    await press_there(house, carl, actions.IDEA_TOGETHER)
    await carl.says("Vi går tillbaka till förrådet")
    assert "minsta vi kan prova" in carl.heard


async def test_an_answer_for_the_thread_is_not_given_from_elsewhere(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await together(house, alva, britta)
    message, button = newest(house, actions.WHY_SAY)
    elsewhere = Address(house.platform, TENANT, "another")
    forged = Pressed(carl.envelope(), button.action, Ref.decode(button.value), elsewhere, message)
    assert await house.hear(forged) == PrivateLine(says(No.NOT_YOURS))
    assert isinstance(await press_there(house, carl, actions.WHY_SAY), ShowForm)


async def test_a_slash_command_in_the_channel_is_no_answer_in_its_thread(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await together(house, alva, britta)
    before = len(house.in_channel("norr"))
    channel = Address(house.platform, TENANT, "norr")
    said = Said(carl.envelope(), "Nattpasset är för tungt för mig", channel, "norr", command=True)
    await house.hear(said)
    assert "Nattpasset" in carl.heard
    assert "Nattpasset" not in "".join(map(to_plain_text, house.in_channel("norr")[before:]))
    assert (await held_by(house, alva)).tree.whys == ()


async def test_words_in_a_thread_that_rests_are_no_idea_of_their_own(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    root, _ = await together(house, alva, britta)
    await press_there(house, alva, actions.WHY_ANSWER, "pause")
    await carl.mentions("Turen börjar för tidigt", "norr", root)
    assert says(No.HELD_RESTS) in carl.heard
    assert await talks(house, carl) == []
    # Its leader goes on by writing there.
    await alva.mentions("Kö vid nyckelskåpet", "norr", root)
    assert [why.text for why in (await held_by(house, alva)).tree.whys] == ["Kö vid nyckelskåpet"]
    assert (await talks(house, alva))[0].status is TalkStatus.OPEN


async def test_a_form_that_comes_while_another_answer_is_held_is_a_branch(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    carl, dana = house.person("Carl"), house.person("Dana")
    await together(house, alva, britta)
    carls = await press_there(house, carl, actions.WHY_SAY)
    danas = await press_there(house, dana, actions.WHY_SAY)
    await answers(house, carl, "Vikarierna slarvar med nycklarna", carls)
    assert (await held_by(house, alva)).held
    await answers(house, dana, "Turen börjar för tidigt", danas)
    state = await held_by(house, alva)
    assert state.held == "Vikarierna slarvar med nycklarna"
    assert [(why.text, why.by) for why in state.tree.whys] == [("Turen börjar för tidigt", dana.id)]


async def test_a_form_that_comes_while_the_talk_rests_is_a_branch(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await together(house, alva, britta)
    form = await press_there(house, carl, actions.WHY_SAY)
    await press_there(house, alva, actions.WHY_ANSWER, "pause")
    await answers(house, carl, "Turen börjar för tidigt", form)
    (held,) = await talks(house, alva)
    assert held.status is TalkStatus.RESTING
    assert [why.by for why in (await held_by(house, alva)).tree.whys] == [carl.id]


async def test_what_was_not_kept_is_not_shown_to_the_team(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Vikarierna slarvar med nycklarna")
    await alva.chooses("pause")
    await alva.presses(actions.WHY_TOGETHER)
    assert "slarvar" not in "".join(map(to_plain_text, house.in_channel("norr")))
    assert "tillsammans" in to_plain_text(house.in_channel("norr")[-1])


async def test_what_was_handed_over_in_private_is_not_shown_to_the_team(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await to_first_why(house, alva, britta)
    await carl.arrives()
    await alva.chooses("pause")
    await alva.sends(await alva.opens(actions.WHY_HAND), person=carl)
    await carl.presses(actions.HAND_ANSWER, "yes")
    await carl.chooses("pause")
    assert await carl.presses(actions.WHY_TOGETHER) == PrivateLine(says(No.SAID_IN_PRIVATE))


# Nobody's words go further without a yes


async def fill_the_first_why(house: House) -> None:
    """Three have answered the same question in the same moment, and a fourth finds no room."""
    people = [house.person(name) for name in ("Carl", "Dana", "Elin", "Farid")]
    opened = [await press_there(house, who, actions.WHY_SAY) for who in people]
    for number, (who, form) in enumerate(zip(people, opened, strict=True), 1):
        await answers(house, who, f"Orsak nummer {number}", form)


async def test_an_answer_without_room_in_the_tree_is_not_quoted_without_a_yes(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    root, _ = await together(house, alva, britta)
    await fill_the_first_why(house)
    state = await talk_of(house, alva)
    assert state.spare == (Spare("Orsak nummer 4", house.person("Farid").id),)
    await press_there(house, alva, actions.WHY_ANSWER, "seen")
    await alva.mentions("det räcker", "norr", root)
    await alva.mentions("det räcker", "norr", root)
    assert "Orsak nummer 4" in to_plain_text(house.in_channel("norr")[-1])
    await press_there(house, alva, actions.WHY_ANSWER, "yes")
    assert "Orsak nummer" not in britta.transcript
    await house.person("Farid").presses(actions.QUOTE_ANSWER, "yes")
    assert "Orsak nummer 4" in str(await outcome(house))
    assert "Orsak nummer 1" not in str(await outcome(house))


async def test_the_sentence_is_not_begun_with_words_of_somebody_who_was_not_asked(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    root, _ = await together(house, alva, britta)
    await gives(house, carl, "Turen börjar för tidigt")
    await to_the_chain(house, alva, root)
    opened = await press_there(house, alva, actions.WHY_SENTENCE)
    assert isinstance(opened, ShowForm)
    assert "turen börjar" not in str(opened.form)
    await carl.presses(actions.QUOTE_ANSWER, "yes")
    opened = await press_there(house, alva, actions.WHY_SENTENCE)
    assert "turen börjar" in str(opened)


async def test_a_bare_yes_in_the_thread_is_nothing_to_quote(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    root, _ = await together(house, alva, britta)
    await alva.mentions("Kö vid nyckelskåpet", "norr", root)
    await press_there(house, alva, actions.WHY_ANSWER, "seen")
    await carl.mentions("ja", "norr", root)
    assert (await talk_of(house, alva)).step is Step.MORE_WHAT
    assert carl.lines == []


async def test_who_says_the_same_twice_is_told_so(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await together(house, alva, britta)
    await gives(house, carl, "Turen börjar för tidigt")
    await carl.presses(actions.QUOTE_ANSWER, "yes")
    ref = Ref("talk", (await talks(house, alva))[0].id, 0, "yes")
    assert await carl.forges(actions.QUOTE_ANSWER, ref) == PrivateLine(says(No.ALREADY))


async def test_an_old_talk_does_not_overwrite_what_a_later_one_found(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    root, _ = await together(house, alva, britta)
    await gives(house, carl, "Turen börjar för tidigt")
    await to_the_end(house, alva, root)
    await alva.presses(actions.IDEA_WHY)
    for words in ("hoppa över", "hoppa över", "Nycklarna hänger osorterade", "sett", "nej", "det räcker"):
        await alva.says(words)
    for choice in ("yes", "skip", "yes"):
        await alva.chooses(choice)
    found = str(await outcome(house))
    assert "Nycklarna hänger osorterade" in found
    await carl.presses(actions.QUOTE_ANSWER, "yes")
    assert str(await outcome(house)) == found


async def test_a_late_no_takes_the_words_out_of_what_was_taken_back_too(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    root, _ = await together(house, alva, britta)
    talk = await talk_id(house)
    await gives(house, carl, "Turen börjar för tidigt")
    await carl.presses(actions.QUOTE_ANSWER, "yes")
    await to_the_end(house, alva, root)
    assert "Turen börjar för tidigt" in str(await outcome(house))
    await alva.presses(actions.IDEA_WITHDRAW)
    await carl.forges(actions.QUOTE_ANSWER, Ref("talk", talk, 0, "no"))
    assert "Turen börjar för tidigt" not in str((await idea_of(house, 1)).whys)


# Taken back, merged, left


async def test_what_is_taken_back_is_looked_into_by_nobody(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await to_first_why(house, alva, britta)
    await carl.arrives()
    await alva.chooses("pause")
    await alva.sends(await alva.opens(actions.WHY_HAND), person=carl)
    await carl.presses(actions.HAND_ANSWER, "yes")
    await alva.presses(actions.IDEA_WITHDRAW)
    assert says(No.CLOSED, "1") in carl.heard
    assert await talks(house, carl) == []


async def test_a_thread_hears_that_it_was_taken_back(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await together(house, alva, britta)
    await alva.presses(actions.IDEA_WITHDRAW)
    assert says(No.CLOSED, "1") in to_plain_text(house.in_channel("norr")[-1])
    assert await talks(house, alva) == []


async def test_the_causes_of_a_merged_problem_reach_the_one_it_goes_on_in(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await to_first_why(house, alva, britta)
    await carl.says("Bilarna kommer iväg för sent varje morgon")
    if carl.sees(actions.TELL_ANYWAY):
        await carl.presses(actions.TELL_ANYWAY)
    await carl.presses(actions.TELL_KIND, "problem")
    if carl.sees(actions.TELL_ANYWAY):
        await carl.presses(actions.TELL_ANYWAY)
    await alva.says("Kö vid nyckelskåpet")
    one = await idea_of(house, 1)
    merge = SentForm(britta.envelope(), actions.FORM_MERGE, Ref("idea", one.id, one.version), {"into": "2"})
    await house.hear(merge)
    assert (await idea_of(house, 1)).merged_into
    for words in ("sett", "nej", "det räcker"):
        await alva.says(words)
    for choice in ("yes", "skip", "yes"):
        await alva.chooses(choice)
    assert "Kö vid nyckelskåpet" in str(await outcome(house, 2))


async def test_who_answers_for_the_team_leads_on_when_the_leader_has_left(house_on_each: House) -> None:
    house = house_on_each
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    root, _ = await together(house, alva, britta)
    await house.hear(Departed(alva.envelope()))
    (held,) = await talks(house, britta)
    assert held.place is not None
    await carl.mentions("Turen börjar för tidigt", "norr", root)
    await to_the_end(house, britta, root)
    assert await outcome(house) is not None


async def test_a_resting_talk_in_the_channel_blocks_nobody_else(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    root, _ = await together(house, alva, britta)
    again = await press_there(house, alva, actions.WHY_ANSWER, "pause")
    assert again is not None
    await know(house, house.person("Carl"), "Samma hos oss")
    await know(house, house.person("Dana"), "Även på kvällen")
    await house.be_at(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))
    await press_there(house, carl, actions.IDEA_TOGETHER)
    assert [talk.status for talk in await talks(house, carl)] == [TalkStatus.OPEN]
    assert root


async def test_a_problem_that_few_know_is_not_opened_for_all(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await house.team("norr", britta)
    await alva.says(LATE)
    await alva.presses(actions.TELL_KIND, "problem")
    ref = Ref("idea", (await idea_of(house, 1)).id)
    where = Address(house.platform, TENANT, "norr")
    press = Pressed(carl.envelope(), actions.IDEA_TOGETHER, ref, where, "m1")
    assert await house.hear(press) == PrivateLine(says(No.OLD_BUTTON))
    assert await talks(house, carl) == []


async def test_a_no_counts_in_what_was_merged_since(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    root, _ = await together(house, alva, britta)
    talk = await talk_id(house)
    await gives(house, carl, "Turen börjar för tidigt")
    await carl.presses(actions.QUOTE_ANSWER, "yes")
    await to_the_end(house, alva, root)
    await carl.says("Skrivaren på plan två krånglar")
    await carl.presses(actions.TELL_KIND, "problem")
    one = await idea_of(house, 1)
    merge = SentForm(britta.envelope(), actions.FORM_MERGE, Ref("idea", one.id, one.version), {"into": "2"})
    await house.hear(merge)
    assert "Turen börjar för tidigt" in str(await outcome(house))
    await carl.forges(actions.QUOTE_ANSWER, Ref("talk", talk, 0, "no"))
    assert "Turen börjar för tidigt" not in str(await outcome(house))


async def test_when_femma_is_out_of_the_channel_the_talk_comes_home(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await together(house, alva, britta)
    await house.leaves("norr", britta)
    await alva.says("fortsätt")
    assert "Vad gör att det blir så?" in alva.heard
    await alva.says("Kö vid nyckelskåpet")
    assert [why.text for why in (await talk_of(house, alva)).tree.whys] == ["Kö vid nyckelskåpet"]


async def test_somebody_who_has_left_too_leads_nothing(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await together(house, alva, britta)
    await house.hear(Departed(britta.envelope()))
    await house.hear(Departed(alva.envelope()))
    assert await talks(house, britta) == []
    assert carl.lines == []


async def test_whoever_leads_on_is_reminded_after_some_days(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await together(house, alva, britta)
    await house.hear(Departed(alva.envelope()))
    await house.be_at(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    assert "Samtalet" in britta.transcript
    assert britta.sees(actions.WHY_ANSWER, "resume")


async def test_cancelling_in_ones_own_chat_rests_what_is_held(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await together(house, alva, britta)
    await alva.says("avbryt")
    assert [talk.status for talk in await talks(house, alva)] == [TalkStatus.RESTING]


# Handed over


async def test_one_colleague_is_asked_once(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await to_first_why(house, alva, britta)
    await carl.arrives()
    await alva.chooses("pause")
    form = await alva.opens(actions.WHY_HAND)
    await alva.sends(form, person=carl)
    before = len(carl.lines)
    assert await alva.sends(form, person=carl) == PrivateLine(says(No.ALREADY))
    assert len(carl.lines) == before


async def test_who_has_left_is_not_asked(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await to_first_why(house, alva, britta)
    await carl.arrives()
    await house.hear(Departed(carl.envelope()))
    await alva.chooses("pause")
    refused = await alva.sends(await alva.opens(actions.WHY_HAND), person=carl)
    assert isinstance(refused, FormErrors)


async def test_whoever_goes_on_oneself_has_asked_nobody(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await to_first_why(house, alva, britta)
    await carl.arrives()
    await alva.chooses("pause")
    await alva.sends(await alva.opens(actions.WHY_HAND), person=carl)
    await alva.says("fortsätt")
    assert await carl.presses(actions.HAND_ANSWER, "yes") == PrivateLine(says(No.NOT_YOURS))


# Go and see


async def look_due(house: House) -> Chatter:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Kö vid nyckelskåpet")
    await alva.chooses("look")
    for answer in ("Vid skåpet", "jag", "i morgon"):
        await alva.says(answer)
    return alva


@pytest.mark.parametrize("arg", ["--1:seen", "-:seen", "", ":", "9999:seen", "1e3:seen", "٣:seen"])
async def test_a_forged_number_is_an_old_button(house: House, arg: str) -> None:
    alva = await look_due(house)
    ref = Ref("talk", (await talks(house, alva))[0].id, 0, arg)
    assert await alva.forges(actions.LOOK_ANSWER, ref) == PrivateLine(says(No.OLD_BUTTON))


async def test_a_button_about_a_why_that_was_taken_back_marks_no_other(house: House) -> None:
    alva = await look_due(house)
    await alva.chooses("pause")
    await house.be_at(datetime(2026, 11, 19, 8, 0, tzinfo=UTC))
    message, button = alva.button(actions.LOOK_ANSWER, "0:seen")
    await alva.says("fortsätt")
    for words in ("tillbaka", "tillbaka", "Bilarna laddas inte", "vi tror det"):
        await alva.says(words)
    (why, *_) = (await talk_of(house, alva)).tree.whys
    assert (why.text, why.evidence) == ("Bilarna laddas inte", Evidence.BELIEVED)
    assert await alva.press(button, message) == PrivateLine(says(No.ALREADY))
    assert (await talk_of(house, alva)).tree.whys[0].evidence is Evidence.BELIEVED


async def test_words_after_a_handover_are_something_new(house: House) -> None:
    alva, carl = await look_due(house), house.person("Carl")
    await carl.arrives()
    await alva.chooses("pause")
    await alva.sends(await alva.opens(actions.WHY_HAND), person=carl)
    await house.be_at(datetime(2026, 11, 19, 8, 0, tzinfo=UTC))
    await carl.presses(actions.HAND_ANSWER, "yes")
    await alva.says("Det stod sex personer vid skåpet")
    assert "Det stod sex personer vid skåpet" in alva.heard
    assert alva.sees(actions.TELL_KIND)


async def test_where_femma_only_listens_nothing_rests(house: House) -> None:
    alva = await look_due(house)
    await alva.chooses("pause")
    await house.be_at(datetime(2026, 11, 19, 8, 0, tzinfo=UTC))
    await alva.says("ny idé: en låda handskar i varje bil")
    await alva.says("fortsätt")
    assert (await talk_of(house, alva)).tree.whys[0].text == "Kö vid nyckelskåpet"
    assert "Finns det något mer" in alva.heard


async def test_what_was_seen_by_the_leader_of_a_thread_is_asked_by_the_card_alone(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    root, _ = await together(house, alva, britta)
    for words in ("vet inte", "Vid skåpet", "jag", "i morgon"):
        await alva.mentions(words, "norr", root)
    await house.be_at(datetime(2026, 11, 19, 8, 0, tzinfo=UTC))
    assert alva.sees(actions.LOOK_WORDS)
    await alva.says("Jag trivs inte med nattpassen längre")
    assert "nattpassen" not in "".join(map(to_plain_text, house.in_channel("norr")))
    assert alva.sees(actions.TELL_KIND)


async def test_what_belongs_elsewhere_is_not_what_was_seen(house: House) -> None:
    alva = await look_due(house)
    await alva.chooses("pause")
    await house.be_at(datetime(2026, 11, 19, 8, 0, tzinfo=UTC))
    await alva.says("En anhörig hotade mig igår")
    assert "hotade" not in str(await talk_of(house, alva))
    assert "Hot ska tas om hand direkt" in alva.heard


async def test_a_reply_that_was_waited_for_does_not_hide_the_talk_that_rests(house: House) -> None:
    alva = await look_due(house)
    await alva.chooses("pause")
    await house.person("Britta").sends(
        await house.person("Britta").opens(actions.IDEA_ASK), question="Vilken bil?"
    )
    await alva.says("ny idé: en låda handskar i varje bil")
    await alva.says("fortsätt")
    assert (await talk_of(house, alva)).tree.whys[0].text == "Kö vid nyckelskåpet"
    assert "Fint att du är tillbaka" in alva.heard


# One sentence, late


async def test_a_sentence_that_comes_while_the_talk_rests_is_kept(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    for words in ("Kö vid nyckelskåpet", "sett", "nej", "det räcker"):
        await alva.says(words)
    form = await alva.opens(actions.WHY_SENTENCE)
    await alva.chooses("pause")
    await alva.sends(form, condition="nycklarna hänger osorterade", event="kö", problem="sena turer")
    state = await talk_of(house, alva)
    assert "nycklarna hänger osorterade" in state.wording
    assert (await talks(house, alva))[0].status is TalkStatus.RESTING
    assert alva.sees(actions.WHY_ANSWER, "resume")
