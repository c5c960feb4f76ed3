"""The coach, told as chats: one gentle question, go and see, together, handed over, come back to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.errors import No
from bot.domain.people import Address, Language
from bot.domain.talks import TalkStatus
from bot.domain.tree import Evidence
from bot.domain.whys import Step, WhyTalk
from bot.domain.work import Work
from cards import actions
from cards.actions import Ref
from cards.lines import line_text
from cards.model import Button, Buttons
from cards.plain_text import to_plain_text
from handlers.incoming import Answer, Pressed, PrivateLine, SentForm, ShowForm
from tests.house import TENANT, Chatter, House

LATE = "Morgonbesöken börjar för sent för att bilarna inte kommer iväg"
TUESDAY = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


async def to_first_why(house: House, alva: Chatter, britta: Chatter, told: str = LATE) -> None:
    await house.team("norr", britta)
    await alva.says(told)
    await alva.presses(actions.TELL_KIND, "problem")
    await alva.presses(actions.IDEA_WHY)
    await alva.chooses("skip")
    await alva.chooses("skip")


async def talk_of(house: House, person: Chatter) -> WhyTalk:
    async def job(work: Work) -> WhyTalk:
        led = [talk for talk in await work.talks_of(TENANT, person.id) if isinstance(talk.state, WhyTalk)]
        talk = min(led, key=lambda talk: talk.status is not TalkStatus.OPEN)
        assert isinstance(talk.state, WhyTalk)
        return talk.state

    return await house.core.store.run(TENANT, job)


async def outcome(house: House, number: int = 1) -> object:
    async def job(work: Work) -> object:
        idea = await work.idea_numbered(TENANT, number)
        assert idea is not None
        return idea.whys

    return await house.core.store.run(TENANT, job)


# One gentle question


async def test_who_names_a_person_is_asked_about_the_work_once(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Vikarierna slarvar med nycklarna")
    assert "Vi lägger frågan om vem åt sidan" in alva.heard
    assert (await talk_of(house, alva)).tree.whys == ()
    await alva.says("Nycklarna hänger osorterade")
    tree = (await talk_of(house, alva)).tree
    assert [why.text for why in tree.whys] == ["Nycklarna hänger osorterade"]
    # What was worded anew goes nowhere: not into the tree, not to the manager.
    await alva.says("nu räcker det")
    await alva.chooses("yes")
    await alva.says("inget än")
    await alva.says("ja")
    assert "Nycklarna hänger osorterade" in britta.transcript
    assert "slarvar" not in britta.transcript


async def test_the_question_never_stands_in_the_way(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Vikarierna slarvar med nycklarna")
    await alva.chooses("keep")
    assert [why.text for why in (await talk_of(house, alva)).tree.whys] == [
        "Vikarierna slarvar med nycklarna"
    ]


async def test_an_idea_in_place_of_a_cause_is_kept_beside(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Vi behöver en app för nycklarna")
    assert "Vad händer i dag, utan det?" in alva.heard
    await alva.says("Listan läses på en skärm i taget")
    await alva.chooses("seen")
    await alva.says("det räcker")
    await alva.chooses("yes")
    assert "Vi behöver en app för nycklarna" in alva.heard
    await alva.chooses("skip")
    await alva.chooses("yes")
    assert "Vi behöver en app för nycklarna" in britta.transcript


async def test_the_question_is_still_there_after_a_pause(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Dålig kommunikation")
    asked = alva.heard
    await alva.chooses("pause")
    await alva.chooses("resume")
    assert asked.split("\n")[-3] in alva.heard
    await alva.chooses("back")
    assert "Dålig kommunikation" in alva.heard
    await alva.says("Beskedet läses en gång i veckan")
    assert [why.text for why in (await talk_of(house, alva)).tree.whys] == ["Beskedet läses en gång i veckan"]


async def test_nothing_of_the_cue_is_written_down(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Vikarierna slarvar med nycklarna")
    rows = await all_rows(house)
    assert "blame" not in rows


async def all_rows(house: House) -> str:
    from sqlalchemy import text

    async with house.core.engine.connect() as connection:
        tables = ("talks", "ideas", "outbox", "idea_events", "reminders", "shown", "people")
        found = [list(await connection.execute(text(f"SELECT * FROM {table}"))) for table in tables]
    return str(found)


@pytest.mark.parametrize(("said", "causes"), [("ja", 2), ("nej", 1)])
async def test_two_causes_in_one_answer_are_split_when_the_person_likes(
    house: House, said: str, causes: int
) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Listan är gammal och nyckelskåpet ligger långt bort")
    assert "var för sig" in alva.heard
    await alva.says(said)
    assert len((await talk_of(house, alva)).tree.whys) == causes


async def test_a_question_back_is_answered_and_is_no_cause(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Vad menar du?")
    assert "Till exempel" in alva.heard
    await alva.says("Nycklarna hänger osorterade")
    assert [why.text for why in (await talk_of(house, alva)).tree.whys] == ["Nycklarna hänger osorterade"]


# Go and see


async def test_somebody_goes_and_sees_and_the_talk_goes_on_from_there(house_on_each: House) -> None:
    house = house_on_each
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Kö vid nyckelskåpet")
    await alva.says("gå och se")
    await alva.says("Vid skåpet klockan sju")
    await alva.says("Ali")
    await alva.says("på tisdag")
    assert "Finns det något mer" in alva.heard
    await alva.chooses("pause")
    await house.be_at(TUESDAY)
    assert "Vad såg ni?" in alva.transcript
    assert "Vid skåpet klockan sju" in alva.transcript
    assert "Ali" in alva.transcript
    await alva.says("Sex personer stod i kö")
    found = (await talk_of(house, alva)).tree.whys[0]
    assert (found.evidence, found.note, found.look) == (Evidence.SEEN, "Sex personer stod i kö", None)
    # The talk rested, and may go on now; nobody is asked a second time.
    await alva.chooses("resume")
    before = len(alva.lines)
    await house.wait(days=1)
    assert len(alva.lines) == before


async def test_what_turns_out_not_to_be_so_is_not_dug_into(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Kö vid nyckelskåpet")
    await alva.chooses("look")
    for answer in ("Vid skåpet", "jag gör det", "i morgon"):
        await alva.says(answer)
    await alva.chooses("no")
    await alva.says("Listan är gammal")
    await house.be_at(datetime(2026, 11, 19, 8, 0, tzinfo=UTC))
    await alva.presses(actions.LOOK_ANSWER, "0:not-so")
    state = await talk_of(house, alva)
    assert (state.tree.whys[0].evidence, state.step, state.at) == (Evidence.NOT_SO, Step.WHY, -1)
    assert "Vad gör att det blir så?" in alva.heard


async def test_not_knowing_is_a_good_answer(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("vet inte")
    assert "Att inte veta är ett bra svar" in alva.heard
    await alva.says("Vid skåpet")
    await alva.chooses("me")
    await alva.chooses("week")
    await alva.chooses("pause")
    await house.be_at(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
    form = await alva.opens(actions.LOOK_WORDS)
    await alva.sends(form, words="Alla nycklar kvitteras ut på morgonen")
    state = await talk_of(house, alva)
    assert [(why.text, why.evidence) for why in state.tree.whys] == [
        ("Alla nycklar kvitteras ut på morgonen", Evidence.SEEN)
    ]


async def test_not_yet_asks_once_more_later(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Kö vid nyckelskåpet")
    await alva.chooses("look")
    for answer in ("Vid skåpet", "jag", "i morgon"):
        await alva.says(answer)
    await alva.chooses("pause")
    await house.be_at(datetime(2026, 11, 19, 8, 0, tzinfo=UTC))
    await alva.presses(actions.LOOK_ANSWER, "0:not-yet")
    assert "Inte än" in alva.transcript
    before = alva.transcript.count("Vad såg ni?")
    await house.be_at(datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    assert alva.transcript.count("Vad såg ni?") == before + 1


async def test_what_is_seen_after_the_end_reaches_the_idea(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Kö vid nyckelskåpet")
    await alva.chooses("look")
    for answer in ("Vid skåpet", "jag", "i morgon"):
        await alva.says(answer)
    await alva.says("det räcker")
    await alva.chooses("yes")
    await alva.chooses("skip")
    await alva.chooses("yes")
    assert "Någon går och ser" in britta.transcript
    await house.be_at(datetime(2026, 11, 19, 8, 0, tzinfo=UTC))
    form = await alva.opens(actions.LOOK_WORDS)
    await alva.sends(form, seen="seen", words="Sex i kö")
    found = await outcome(house)
    assert "Sex i kö" in str(found)


# Three questions


async def test_an_idea_takes_three_questions(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Kan vi ha en låda handskar i varje bil?")
    await alva.presses(actions.TELL_KIND, "idea")
    await alva.presses(actions.IDEA_WHY)
    assert "Vad händer i dag" in alva.heard
    await alva.says("Vi går tillbaka till förrådet")
    assert "minsta vi kan prova" in alva.heard
    await alva.says("En låda i bil 3 nästa vecka")
    assert "Hur märker vi" in alva.heard
    await alva.says("Vi räknar vändor")
    await alva.chooses("yes")
    assert "En låda i bil 3 nästa vecka" in britta.transcript


async def test_an_idea_can_be_dug_into_after_all(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says("Kan vi ha en låda handskar i varje bil?")
    await alva.presses(actions.TELL_KIND, "idea")
    await alva.presses(actions.IDEA_WHY)
    await alva.chooses("dig")
    assert "Vem märker det" in alva.heard


# Together


async def together(house: House, alva: Chatter, britta: Chatter) -> tuple[str, Button]:
    """A talk that was opened in the channel: its first card there."""
    await to_first_why(house, alva, britta)
    await alva.presses(actions.WHY_TOGETHER)
    return newest(house, actions.WHY_SAY)


def newest(house: House, action: str, arg: str | None = None) -> tuple[str, Button]:
    for message, card in reversed(house.chat.said["norr"]):
        for part in card.parts:
            for button in part.row if isinstance(part, Buttons) else ():
                if button.action == action and arg in {None, Ref.decode(button.value).arg}:
                    return message, button
    raise LookupError(action)


async def press_there(house: House, who: Chatter, action: str, arg: str | None = None) -> Answer:
    message, button = newest(house, action, arg)
    return await press(house, who, message, button)


async def press(house: House, who: Chatter, message: str, button: Button) -> Answer:
    where = Address(house.platform, TENANT, "norr", thread=message)
    ref = Ref.decode(button.value)
    return await house.hear(Pressed(who.envelope(), button.action, ref, where, message))


async def answers(house: House, who: Chatter, words: str, opened: Answer) -> Answer:
    assert isinstance(opened, ShowForm)
    ref = Ref.decode(opened.form.value)
    return await house.hear(SentForm(who.envelope(), opened.form.name, ref, {"words": words}))


async def test_a_team_looks_for_the_cause_in_its_channel(house_on_each: House) -> None:
    house = house_on_each
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    root, _ = await together(house, alva, britta)
    first = to_plain_text(house.in_channel("norr")[-1])
    assert "tillsammans" in first
    assert "Alva" not in first
    await gives(house, carl, "Turen börjar för tidigt")
    asked = to_plain_text(house.in_channel("norr")[-1])
    assert "Carl skrev: ”Turen börjar för tidigt”" in asked
    assert "Får ditt svar stå med" in carl.heard
    await press_there(house, carl, actions.WHY_ANSWER, "seen")
    await press_there(house, carl, actions.WHY_ANSWER, "no")
    # A mention in the thread is an answer too.
    await carl.mentions("Turlistan ritades för två bilar", "norr", root)
    state = await talk_of(house, alva)
    assert [(why.text, why.by) for why in state.tree.whys] == [
        ("Turen börjar för tidigt", carl.id),
        ("Turlistan ritades för två bilar", carl.id),
    ]


async def test_two_who_answer_at_once_are_both_in(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    dana = house.person("Dana")
    await together(house, alva, britta)
    carls = await press_there(house, carl, actions.WHY_SAY)
    danas = await press_there(house, dana, actions.WHY_SAY)
    await answers(house, carl, "Turen börjar för tidigt", carls)
    await answers(house, dana, "Nycklarna hänger osorterade", danas)
    state = await talk_of(house, alva)
    assert [(why.text, why.parent) for why in state.tree.whys] == [
        ("Turen börjar för tidigt", -1),
        ("Nycklarna hänger osorterade", -1),
    ]
    assert "Ni var två som svarade" in to_plain_text(house.in_channel("norr")[-1])


async def test_only_whoever_leads_ends_or_steers_the_talk(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await together(house, alva, britta)
    refused = await press_there(house, carl, actions.WHY_ANSWER, "dont-know")
    assert isinstance(refused, PrivateLine)
    assert "leder samtalet" in refused.text
    message, button = newest(house, actions.WHY_ANSWER, "dont-know")
    elsewhere = Address(house.platform, TENANT, "another")
    forged = Pressed(carl.envelope(), button.action, Ref.decode(button.value), elsewhere, message)
    assert isinstance(await house.hear(forged), PrivateLine)
    assert (await talk_of(house, alva)).step is Step.WHY


async def gives(house: House, who: Chatter, words: str) -> None:
    """An answer by the form, where the talk is held."""
    await answers(house, who, words, await press_there(house, who, actions.WHY_SAY))


async def to_the_chain(house: House, leader: Chatter, root: str) -> None:
    """From one answer that was given there to the chain read backwards."""
    for choice in ("seen", "no"):
        await press_there(house, leader, actions.WHY_ANSWER, choice)
    await leader.mentions("det räcker", "norr", root)


async def to_the_end(house: House, leader: Chatter, root: str) -> None:
    """And on until the outcome is sent."""
    await to_the_chain(house, leader, root)
    for choice in ("yes", "skip", "yes"):
        await press_there(house, leader, actions.WHY_ANSWER, choice)


async def test_nobody_is_quoted_upward_without_a_yes(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    root, _ = await together(house, alva, britta)
    await gives(house, carl, "Turen börjar för tidigt")
    await to_the_end(house, alva, root)
    assert "Turen börjar för tidigt" not in britta.transcript
    assert "ett svar som inte citeras" in britta.transcript
    assert "är klart" in to_plain_text(house.in_channel("norr")[-1])
    # A yes that comes later counts too, and a no takes it out again.
    await carl.presses(actions.QUOTE_ANSWER, "yes")
    assert "Turen börjar för tidigt" in str(await outcome(house))
    await carl.forges(actions.QUOTE_ANSWER, Ref("talk", await talk_id(house), 0, "no"))
    assert "Turen börjar för tidigt" not in str(await outcome(house))


async def talk_id(house: House) -> str:
    _, button = newest(house, actions.WHY_SAY)
    return Ref.decode(button.value).id


async def test_a_problem_that_many_know_starts_from_the_summary(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    dana = house.person("Dana")
    await house.team("norr", britta)
    await alva.says(LATE)
    await alva.presses(actions.TELL_KIND, "problem")
    await know(house, carl, "Samma hos oss")
    await know(house, dana, "Även på kvällen")
    await house.be_at(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))
    await press_there(house, carl, actions.IDEA_TOGETHER)
    assert "tillsammans" in to_plain_text(house.in_channel("norr")[-1])
    assert (await talk_of(house, carl)).tree.problem == LATE
    again = await press_there(house, dana, actions.IDEA_TOGETHER)
    assert isinstance(again, PrivateLine)


async def know(house: House, who: Chatter, words: str) -> None:
    await who.says("sök bilarna")
    await who.presses(actions.IDEA_OPEN)
    form = await who.opens(actions.IDEA_KNOW)
    await who.sends(form, words=words, named="no")


# Handed over, come back to


async def test_a_talk_is_handed_to_a_colleague_who_says_yes(house_on_each: House) -> None:
    house = house_on_each
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await to_first_why(house, alva, britta)
    await carl.arrives()
    await alva.says("Kö vid nyckelskåpet")
    await alva.chooses("pause")
    form = await alva.opens(actions.WHY_HAND)
    await alva.sends(form, person=carl)
    assert "Alva undrar" in carl.heard
    await carl.presses(actions.HAND_ANSWER, "yes")
    assert "Kö vid nyckelskåpet" in carl.heard
    assert "Carl fortsätter samtalet" in alva.heard
    await carl.chooses("seen")
    assert isinstance(await alva.presses(actions.WHY_ANSWER, "resume"), PrivateLine)
    await carl.says("det räcker")
    await carl.chooses("yes")
    await carl.chooses("skip")
    await carl.chooses("yes")
    assert "Kö vid nyckelskåpet" in britta.transcript
    assert "Kö vid nyckelskåpet" in str(await outcome(house))


async def test_a_talk_that_is_not_taken_over_stays(house: House) -> None:
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await to_first_why(house, alva, britta)
    await carl.arrives()
    await alva.chooses("pause")
    await alva.sends(await alva.opens(actions.WHY_HAND), person=carl)
    await carl.presses(actions.HAND_ANSWER, "no")
    assert "ligger kvar hos dig" in alva.heard
    await alva.chooses("resume")
    assert "Vad gör att det blir så?" in alva.heard
    dana = house.person("Dana")
    message, button = carl.lines[-1][0], await talk_state_id(house, alva)
    refused = await dana.forges(actions.HAND_ANSWER, Ref("talk", button, 0, "yes"))
    assert message and isinstance(refused, PrivateLine)


async def talk_state_id(house: House, person: Chatter) -> str:
    async def job(work: Work) -> str:
        talk = await work.open_talk(TENANT, person.id)
        assert talk is not None
        return talk.id

    return await house.core.store.run(TENANT, job)


async def test_a_silent_talk_comes_back_once_after_three_working_days(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    before = len(alva.lines)
    await house.be_at(datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
    assert len(alva.lines) == before
    await house.be_at(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    assert "Samtalet finns kvar" in alva.heard
    await alva.chooses("resume")
    await house.wait(days=10)
    assert alva.transcript.count("Samtalet finns kvar") == 1


async def test_a_talk_that_goes_on_is_not_reminded_of(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await house.be_at(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    await alva.says("Kö vid nyckelskåpet")
    await house.be_at(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    assert "Samtalet finns kvar" not in alva.transcript
    await house.be_at(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
    assert "Samtalet finns kvar" in alva.transcript


# In one sentence


async def test_the_whole_in_one_sentence_from_the_persons_own_words(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("Kö vid nyckelskåpet")
    await alva.chooses("seen")
    await alva.chooses("no")
    await alva.says("Listan är sorterad per person.")
    await alva.chooses("seen")
    await alva.says("det räcker")
    form = await alva.opens(actions.WHY_SENTENCE)
    shown = {field.name: field.value for field in form.inputs if hasattr(field, "value")}
    assert shown["condition"] == "listan är sorterad per person"
    assert shown["event"] == "kö vid nyckelskåpet"
    await alva.sends(form, condition=shown["condition"], event="det blir kö", problem="bilarna kommer sent")
    await alva.chooses("skip")
    await alva.chooses("yes")
    sentence = "Eftersom listan är sorterad per person blir det lätt att det blir kö"
    assert sentence in britta.transcript


# Every no is kind


@pytest.mark.parametrize("language", list(Language))
def test_the_new_noes_have_their_sentences(language: Language) -> None:
    from bot.domain.notices import Sorry

    for no in (No.LEADS, No.HELD_ALREADY, No.HELD_RESTS, No.SAID_IN_PRIVATE):
        assert len(line_text(Sorry(no, ""), language)) > 20
