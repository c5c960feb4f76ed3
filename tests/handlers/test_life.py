"""From idea to result in chats: the manager's moves, the reminders, the tries, the colleagues."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.attempts import Check
from bot.domain.ideas import Idea, Stage
from bot.domain.letters import Reminder
from bot.domain.work import Work
from cards import actions
from cards.actions import Ref
from cards.model import Button, Buttons, Card
from handlers.incoming import Departed, FormErrors, Nothing, PrivateLine, ShowForm
from tests.handlers.test_telling import ideas_of
from tests.house import TENANT, Chatter, House

# A Monday morning in March, before anything is told.
MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@dataclass
class Unit:
    """A unit at work."""

    house: House
    alva: Chatter
    karim: Chatter
    britta: Chatter
    dag: Chatter
    lena: Chatter

    async def idea(self, number: int = 1) -> Idea:
        async def read(work: Work) -> Idea | None:
            return await work.idea_numbered(TENANT, number)

        found = await self.house.core.store.run(TENANT, read)
        assert found is not None
        return found

    async def reminders(self) -> list[Reminder]:
        """What the clock still has to do, but for summaries and sweeping."""

        async def read(work: Work) -> list[Reminder]:
            found = []
            for about in ("nudge:", "check:", "snooze:"):
                due = await work.next_reminder(TENANT, about)
                found += [Reminder(about, TENANT, due, about)] if due else []
            return found

        return await self.house.core.store.run(TENANT, read)

    async def tells(self, text: str = "Nyckelskåpet sitter på fel ställe") -> None:
        await self.alva.says(text)
        await self.alva.presses(actions.TELL_KIND, "problem")

    async def day(self, day: date, hour: int = 8) -> None:
        """Let the clock go on, hour by hour, to that day (UTC)."""
        goal = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
        while self.house.clock.moment < goal:
            await self.house.wait(hours=1)

    async def is_tried(self, until: str = "2026-03-30", **more: str | Chatter) -> None:
        form = await self.britta.opens(actions.IDEA_TRY)
        fields: dict[str, str | Chatter] = {
            "what": "Packa nycklarna på kvällen", "who": self.alva, "until": until,
            "sign": "Ingen letar på morgonen", "figure": "6 av 10 letar", "words": "Kör!", **more,
        }  # fmt: skip
        assert await self.britta.sends(form, **fields) == Nothing()


@pytest.fixture
async def unit(house: House) -> Unit:
    house.clock.moment = MONDAY
    people = [house.person(name) for name in ("Alva", "Karim", "Britta", "Dag", "Lena")]
    unit = Unit(house, *people)
    await house.team("norr", unit.britta, deputy=unit.dag)
    for one in people:
        await one.says("hej")

    async def lead(work: Work) -> None:
        tenant = await work.tenant(TENANT)
        await work.save_tenant(replace(tenant, lead=unit.lena.id))

    await house.core.store.run(TENANT, lead)
    return unit


async def test_reminders_come_to_the_manager_twice_then_the_deputy_then_the_lead(unit: Unit) -> None:
    await unit.tells()
    await unit.day(date(2026, 3, 3), 5)
    before = len(unit.britta.cards)
    await unit.day(date(2026, 3, 3), 9)
    assert len(unit.britta.cards) == before + 1
    assert "Alva" in unit.britta.heard
    await unit.day(date(2026, 3, 4), 15)
    assert len(unit.britta.cards) == before + 2
    deputy, lead = len(unit.dag.cards), len(unit.lena.cards)
    await unit.day(date(2026, 3, 5), 15)
    assert (len(unit.dag.cards), len(unit.britta.cards)) == (deputy + 1, before + 2)
    assert "Britta" in unit.dag.heard
    await unit.day(date(2026, 3, 6), 15)
    assert len(unit.lena.cards) == lead + 1
    await unit.day(date(2026, 3, 20))
    assert len(unit.lena.cards) == lead + 1
    assert len(unit.dag.cards) == deputy + 1


async def test_an_answer_ends_the_reminders_at_once(unit: Unit) -> None:
    await unit.tells()
    await unit.britta.presses(actions.IDEA_ACKNOWLEDGE)
    before = len(unit.britta.cards)
    await unit.day(date(2026, 3, 12), 15)
    assert len(unit.britta.cards) == before
    # The decision is promised for the 16th: one kind word the working day before, one on the day.
    assert (await unit.idea()).answer_by == date(2026, 3, 16)
    await unit.day(date(2026, 3, 16), 12)
    assert len(unit.britta.cards) == before + 2


def _buttons(card: Card) -> list[Button]:
    return [button for part in card.parts if isinstance(part, Buttons) for button in part.row]


async def test_many_that_wait_are_one_message_and_one_tap_reads_each(unit: Unit) -> None:
    for text in ("Skrivaren är trasig igen", "Blanketten fylls i två gånger", "Bilen saknar handskar"):
        await unit.tells(text)
    before = len(unit.britta.cards)
    await unit.day(date(2026, 3, 3), 9)
    assert len(unit.britta.cards) == before + 1
    assert sum("#" in button.label for button in _buttons(unit.britta.cards[-1])) == 3
    await unit.britta.presses(actions.IDEA_ACKNOWLEDGE)
    stages = [(await unit.idea(number)).stage for number in (1, 2, 3)]
    assert stages.count(Stage.ACKNOWLEDGED) == 1
    # The list itself gets shorter with each, until there is nothing left.
    for left in (2, 1, 0):
        shown = unit.britta.cards[-1]
        assert sum(b.action == actions.IDEA_ACKNOWLEDGE for b in _buttons(shown)) == left
        if left:
            await unit.britta.presses(actions.IDEA_ACKNOWLEDGE)
    assert "Tack, nu har du läst alla" in unit.britta.heard


async def test_a_snooze_comes_back_the_same_day_and_not_when_it_was_answered(unit: Unit) -> None:
    await unit.tells()
    await unit.day(date(2026, 3, 3), 9)
    await unit.britta.presses(actions.NUDGE_SNOOZE)
    before = len(unit.britta.cards)
    await unit.day(date(2026, 3, 3), 13)
    assert len(unit.britta.cards) == before + 1
    await unit.britta.presses(actions.NUDGE_SNOOZE)
    await unit.britta.presses(actions.IDEA_ACKNOWLEDGE)
    heard = len(unit.britta.cards)
    await unit.day(date(2026, 3, 4), 15)
    assert len(unit.britta.cards) == heard


async def test_a_snooze_that_comes_late_waits_until_work_begins(unit: Unit) -> None:
    await unit.tells()
    await unit.day(date(2026, 3, 3), 9)
    await unit.britta.presses(actions.NUDGE_SNOOZE)
    before = len(unit.britta.cards)
    # Femma stood still until the evening.
    await unit.house.be_at(datetime(2026, 3, 3, 18, tzinfo=UTC))
    assert len(unit.britta.cards) == before
    await unit.house.be_at(datetime(2026, 3, 4, 6, 59, tzinfo=UTC))
    assert len(unit.britta.cards) == before
    await unit.house.be_at(datetime(2026, 3, 4, 7, tzinfo=UTC))
    assert len(unit.britta.cards) > before


async def test_while_the_manager_is_away_the_deputy_is_asked(unit: Unit) -> None:
    await unit.britta.says("borta till 16 mars")
    await unit.tells()
    assert "Nyckelskåpet" in unit.dag.transcript
    assert "Nyckelskåpet" not in unit.britta.transcript
    assert "Dag" in unit.alva.transcript
    await unit.day(date(2026, 3, 3), 9)
    assert "Alva" in unit.dag.heard
    await unit.britta.says("jag är tillbaka")
    await unit.tells("Bilen saknar handskar")
    assert "handskar" in unit.britta.transcript


async def test_a_day_that_is_none_is_asked_for(unit: Unit) -> None:
    await unit.britta.says("borta till igår")
    assert "borta till 5 maj" in unit.britta.heard


async def test_the_whole_way_to_a_new_standard(unit: Unit) -> None:
    await unit.tells()
    await unit.britta.presses(actions.IDEA_ACKNOWLEDGE)
    await unit.is_tried()
    assert "Packa nycklarna på kvällen" in unit.alva.transcript
    idea = await unit.idea()
    assert (idea.stage, idea.answer_by) == (Stage.TRYING, date(2026, 3, 16))
    await unit.day(date(2026, 3, 16), 9)
    await unit.alva.presses(actions.CHECK_ANSWER, "begun:started")
    assert "Alva" in unit.britta.heard
    await unit.day(date(2026, 3, 30), 9)
    await unit.alva.presses(actions.CHECK_ANSWER, "ended:keep")
    assert (await unit.idea()).stage is Stage.DONE
    form = await unit.alva.opens(actions.IDEA_EFFECT)
    sent = await unit.alva.sends(
        form, kind="time", basis="measured", words="10 min x 3/vecka x 12 pers", realised="already"
    )
    assert sent == Nothing()
    assert "264" in unit.alva.heard
    assert "276" in unit.alva.heard
    await unit.day(date(2026, 4, 29), 9)
    await unit.alva.presses(actions.CHECK_ANSWER, "month:keep")
    assert (await unit.idea()).stage is Stage.CHECKING
    await unit.day(date(2026, 6, 29), 9)
    await unit.alva.presses(actions.CHECK_ANSWER, "quarter:standard")
    idea = await unit.idea()
    assert (idea.stage, idea.answer_by) == (Stage.STANDARD, None)
    assert not await unit.reminders()
    assert "Tack! Ni provade, såg efter och höll i." in unit.alva.transcript


async def test_a_second_press_on_an_old_check_answers_nothing_more(unit: Unit) -> None:
    await unit.tells()
    await unit.is_tried()
    await unit.day(date(2026, 3, 16), 9)
    _, old = unit.alva.button(actions.CHECK_ANSWER, "begun:started")
    assert await unit.alva.press(old) == Nothing()
    assert isinstance(await unit.alva.press(old), PrivateLine)
    idea = await unit.idea()
    assert idea.attempt is not None
    assert idea.attempt.asks is Check.ENDED


async def test_a_try_that_failed_ends_in_what_was_learnt_and_thanks(unit: Unit) -> None:
    await unit.tells()
    await unit.is_tried()
    await unit.day(date(2026, 3, 16), 9)
    answer = await unit.alva.presses(actions.CHECK_WORDS, "begun:stopped")
    form = answer.form  # type: ignore[union-attr]
    refused = await unit.alva.sends(form, words="")
    assert isinstance(refused, FormErrors)
    await unit.alva.sends(form, words="Kvällen är för full")
    assert (await unit.idea()).stage is Stage.LEARNT
    assert "Kvällen är för full" in unit.britta.heard


async def test_nobody_answers_a_check_and_the_manager_is_asked(unit: Unit) -> None:
    await unit.tells()
    await unit.is_tried()
    await unit.day(date(2026, 3, 16), 9)
    before = len(unit.britta.cards)
    await unit.day(date(2026, 3, 19), 9)
    assert len(unit.britta.cards) == before + 1
    assert unit.britta.sees(actions.CHECK_ANSWER, "begun:started")


async def test_a_check_that_was_answered_asks_nobody_any_more(unit: Unit) -> None:
    await unit.tells()
    await unit.is_tried()
    await unit.day(date(2026, 3, 16), 9)
    await unit.day(date(2026, 3, 19), 9)
    assert unit.alva.sees(actions.CHECK_ANSWER)
    assert unit.britta.sees(actions.CHECK_ANSWER)
    answer = await unit.alva.presses(actions.CHECK_WORDS, "begun:not-yet")
    assert isinstance(answer, ShowForm)
    await unit.alva.sends(answer.form, words="Påsarna är slut")
    assert not unit.alva.sees(actions.CHECK_ANSWER)
    assert not unit.britta.sees(actions.CHECK_ANSWER)
    assert unit.britta.transcript.count("Svaret blev: Inte än") == 1
    # It is asked again, and what was answered before stands as it was.
    await unit.day(date(2026, 3, 26), 9)
    await unit.alva.presses(actions.CHECK_ANSWER, "begun:started")
    assert unit.britta.transcript.count("Svaret blev: Inte än") == 1
    assert unit.alva.transcript.count("Svaret blev: Inte än") == 1


async def test_whoever_tries_it_no_more_does_not_read_the_words_of_an_answer(unit: Unit) -> None:
    await unit.tells()
    await unit.is_tried()
    await unit.day(date(2026, 3, 16), 9)
    await unit.day(date(2026, 3, 19), 9)
    assert unit.britta.sees(actions.CHECK_ANSWER)

    async def other_manager(work: Work) -> None:
        for team in await work.teams(TENANT):
            await work.save_team(replace(team, manager=unit.dag.id, deputy=None))

    await unit.house.core.store.run(TENANT, other_manager)
    answer = await unit.alva.presses(actions.CHECK_WORDS, "begun:not-yet")
    assert isinstance(answer, ShowForm)
    await unit.alva.sends(answer.form, words="Påsarna är slut")
    assert not unit.britta.sees(actions.CHECK_ANSWER)
    assert "Påsarna är slut" not in unit.britta.transcript


async def test_words_about_a_check_of_what_was_never_tried_find_nothing_closed(unit: Unit) -> None:
    await unit.tells()
    idea = await unit.idea()
    answer = await unit.alva.forges(actions.CHECK_WORDS, Ref("idea", idea.id, idea.version, "begun:not-yet"))
    assert isinstance(answer, PrivateLine)
    assert "äldre kort" in answer.text
    await unit.alva.presses(actions.IDEA_WITHDRAW)
    answer = await unit.alva.forges(actions.CHECK_WORDS, Ref("idea", idea.id, idea.version, "begun:not-yet"))
    assert isinstance(answer, PrivateLine)
    assert "avslutat" in answer.text


async def test_what_rests_comes_back_by_itself(unit: Unit) -> None:
    await unit.tells()
    form = await unit.britta.opens(actions.IDEA_REST)
    late = await unit.britta.sends(form, until="2026-03-01", words="Efter inventeringen")
    assert isinstance(late, FormErrors)
    await unit.britta.sends(form, until="2026-04-13", words="Efter inventeringen")
    assert "Efter inventeringen" in unit.alva.transcript
    await unit.day(date(2026, 4, 12))
    assert (await unit.idea()).stage is Stage.RESTING
    await unit.day(date(2026, 4, 13), 9)
    idea = await unit.idea()
    assert (idea.stage, idea.answer_by) == (Stage.SUBMITTED, date(2026, 4, 15))
    assert "#1" in unit.alva.heard


async def test_the_team_may_decide_and_just_do_it(unit: Unit) -> None:
    await unit.tells()
    form = await unit.britta.opens(actions.IDEA_YOU_DECIDE)
    await unit.britta.sends(form, words="Det bestämmer ni själva.")
    idea = await unit.idea()
    assert (idea.stage, idea.attempt and idea.attempt.own) == (Stage.TRYING, True)
    await unit.tells("Bilen saknar handskar")
    done = await unit.alva.opens(actions.IDEA_JUST_DONE)
    await unit.alva.sends(done, words="Vi lade en låda i varje bil")
    assert (await unit.idea(2)).stage is Stage.DONE
    assert "Vi lade en låda i varje bil" in unit.britta.heard


async def test_passed_on_to_another_team_its_manager_gives_the_same_promise(unit: Unit) -> None:
    greta = unit.house.person("Greta")
    await unit.tells()
    await unit.house.team("syd", greta)
    await unit.house.wait(days=1)
    form = await unit.britta.opens(actions.IDEA_PASS_ON)
    options = [option.value for entry in form.inputs for option in getattr(entry, "options", ())]
    other = next(value for value in options if value.startswith("team:"))
    assert "outside" in options
    _, old = unit.britta.button(actions.IDEA_PASS_ON)
    await unit.britta.sends(form, to=other, words="Skåpet står hos er")
    assert "Skåpet står hos er" in greta.transcript
    assert "Greta" in unit.alva.transcript
    idea = await unit.idea()
    assert (idea.stage, idea.answer_by) == (Stage.SUBMITTED, date(2026, 3, 5))
    await greta.presses(actions.IDEA_ACKNOWLEDGE)
    assert (await unit.idea()).stage is Stage.ACKNOWLEDGED
    assert isinstance(await unit.britta.press(old), PrivateLine)


async def test_upwards_along_the_ladder_only_the_receiver_decides(unit: Unit) -> None:
    async def ladder(work: Work) -> None:
        team = (await work.teams(TENANT))[0]
        await work.save_team(replace(team, above=(unit.lena.id, None, None)))

    await unit.house.core.store.run(TENANT, ladder)
    await unit.tells()
    form = await unit.britta.opens(actions.IDEA_PASS_ON)
    await unit.britta.sends(form, to="up:unit", words="Det här rår du över")
    assert "Det här rår du över" in unit.lena.transcript
    assert "Lena" in unit.alva.transcript
    await unit.lena.presses(actions.IDEA_ACKNOWLEDGE)
    assert (await unit.idea()).stage is Stage.ACKNOWLEDGED
    missing = await unit.britta.sends(form, to="up:top", words="x")
    assert isinstance(missing, PrivateLine)


async def test_an_excuse_is_met_with_a_question(unit: Unit) -> None:
    await unit.tells()
    form = await unit.britta.opens(actions.IDEA_NOT_NOW)
    met = await unit.britta.sends(form, reason="other-first", words="Vi har ingen tid")
    assert isinstance(met, FormErrors)
    await unit.britta.sends(form, reason="other-first", words="Vi flyttar i maj", yes_if="När vi har flyttat")
    assert "När vi har flyttat" in unit.alva.heard
    assert (await unit.idea()).stage is Stage.NOT_NOW


async def test_colleagues_see_it_too_know_something_and_follow(unit: Unit) -> None:
    await unit.tells()
    await unit.karim.says("sök nyckelskåp")
    assert "Nyckelskåpet" in unit.karim.heard
    await unit.karim.presses(actions.IDEA_OPEN)
    await unit.karim.presses(actions.IDEA_SEE_TOO)
    again = unit.karim.sees(actions.IDEA_SEE_TOO)
    assert not again
    await unit.karim.presses(actions.IDEA_FOLLOW)
    form = await unit.karim.opens(actions.IDEA_KNOW)
    await unit.karim.sends(form, words="På Söder hänger det vid dörren", named="no")
    assert "På Söder hänger det vid dörren" in unit.alva.transcript
    assert "Karim" not in unit.alva.transcript
    assert (await unit.idea()).seen == 1
    await unit.is_tried()
    await unit.day(date(2026, 3, 16), 9)
    before = len(unit.karim.cards)
    await unit.alva.presses(actions.CHECK_ANSWER, "begun:started")
    assert len(unit.karim.cards) == before + 1


async def test_before_filing_a_twin_is_shown_and_can_be_joined(unit: Unit) -> None:
    await unit.tells()
    await unit.karim.says("Nyckelskåpet hänger på fel ställe")
    await unit.karim.presses(actions.TELL_KIND, "problem")
    assert "Nyckelskåpet sitter på fel ställe" in unit.karim.heard
    await unit.karim.presses(actions.TELL_JOIN)
    idea = await unit.idea()
    assert [voice.words for voice in idea.voices] == ["Nyckelskåpet hänger på fel ställe"]
    assert idea.seen == 1
    assert not await ideas_of(unit.house, unit.karim)


async def test_it_is_filed_anyway_and_wakes_what_rests(unit: Unit) -> None:
    await unit.tells()
    form = await unit.britta.opens(actions.IDEA_REST)
    await unit.britta.sends(form, until="2026-06-01", words="Efter flytten")
    await unit.karim.says("Nyckelskåpet hänger på fel ställe")
    await unit.karim.presses(actions.TELL_KIND, "problem")
    await unit.karim.presses(actions.TELL_ANYWAY)
    assert len(await ideas_of(unit.house, unit.karim)) == 1
    await unit.alva.presses(actions.IDEA_KEEN, "yes")
    assert (await unit.idea()).stage is Stage.SUBMITTED
    # Asked once, and the button is spent.
    assert not unit.alva.sees(actions.IDEA_KEEN)


async def test_merging_keeps_both_voices_and_is_undone(unit: Unit) -> None:
    await unit.tells()
    await unit.karim.says("Vi springer till fel rum efter nycklar")
    await unit.karim.presses(actions.TELL_KIND, "problem")
    if unit.karim.sees(actions.TELL_ANYWAY):
        await unit.karim.presses(actions.TELL_ANYWAY)
    form = await unit.britta.opens(actions.IDEA_MERGE)
    assert isinstance(await unit.britta.sends(form, into="99"), FormErrors)
    merged = 2 if form.value.split("|")[1] == (await unit.idea(2)).id else 1
    await unit.britta.sends(form, into=str(3 - merged))
    assert (await unit.idea(merged)).stage is Stage.MERGED
    kept = await unit.idea(3 - merged)
    assert len(kept.voices) == 1
    await unit.britta.presses(actions.IDEA_UNMERGE)
    assert not unit.britta.sees(actions.IDEA_UNMERGE)
    assert (await unit.idea(merged)).stage is Stage.SUBMITTED
    assert (await unit.idea(3 - merged)).voices == ()


async def test_the_author_words_it_better(unit: Unit) -> None:
    await unit.tells()
    form = await unit.alva.opens(actions.IDEA_REWORD)
    await unit.alva.sends(form, text="Nyckelskåpet borde hänga vid dörren")
    idea = await unit.idea()
    assert idea.text == "Nyckelskåpet borde hänga vid dörren"
    assert idea.reworded == ("Nyckelskåpet sitter på fel ställe",)


async def test_whoever_leaves_owns_no_step_any_more(unit: Unit) -> None:
    await unit.tells()
    await unit.is_tried(who=unit.karim)
    assert (await unit.idea()).with_whom == unit.karim.id
    await unit.house.hear(Departed(unit.karim.envelope()))
    assert (await unit.idea()).with_whom == unit.britta.id
    before = len(unit.karim.cards)
    await unit.day(date(2026, 3, 16), 9)
    assert len(unit.karim.cards) == before
    assert unit.britta.sees(actions.CHECK_ANSWER, "begun:started")


async def test_the_share_of_kept_promises_is_for_the_manager_and_the_lead(unit: Unit) -> None:
    await unit.tells()
    await unit.britta.presses(actions.IDEA_ACKNOWLEDGE)
    await unit.britta.says("löften")
    assert "1 av 1" in unit.britta.heard
    await unit.lena.says("löften")
    assert "1 av 1" in unit.lena.heard
    await unit.alva.says("löften")
    assert "1 av 1" not in unit.alva.heard
    assert "Alva" not in unit.britta.heard


async def test_a_long_rest_of_the_house_is_not_made_up_for_at_night(unit: Unit) -> None:
    """Femma was down over a weekend and comes back on a Saturday: nobody is disturbed before Monday."""
    await unit.tells()
    before = len(unit.britta.cards)
    await unit.house.be_at(datetime(2026, 3, 7, 12, 0, tzinfo=UTC))
    assert len(unit.britta.cards) == before
    await unit.house.be_at(datetime(2026, 3, 9, 7, 30, tzinfo=UTC))
    assert "#1" in unit.lena.transcript
