"""The talk about causes: what is asked when, and that no walk through it gets stuck or loses words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.tree import PROBLEM, Evidence, Look
from bot.domain.why_moves import begin, resume, step
from bot.domain.whys import (
    LAST_WHY,
    QUESTIONS_BEFORE_REST,
    Answered,
    Ask,
    Bare,
    Choice,
    Chose,
    Event,
    Finish,
    Late,
    Lead,
    Limps,
    OnDay,
    Parts,
    Rest,
    Step,
    WhyTalk,
    choices,
)

FRIDAY = date(2026, 11, 27)
KEYS = "Bilarna kommer i väg sent."


def walk(*events: Event | str) -> tuple[WhyTalk, list[object]]:
    talk, first = begin(KEYS)
    effects: list[object] = list(first)
    for event in events:
        talk, more = step(talk, Answered(event) if isinstance(event, str) else event)
        effects.extend(more)
    return talk, effects


def why(answer: str) -> list[Event]:
    return [Answered(answer), Chose(Choice.SEEN)]


TO_FIRST_WHY: list[Event] = [Chose(Choice.SKIP), Chose(Choice.SKIP)]


def test_the_first_question_is_what_happens_today() -> None:
    talk, effects = begin(KEYS)
    assert talk.step is Step.PROBLEM
    assert effects == (Ask(),)


def test_a_whole_talk_ends_in_what_was_said() -> None:
    talk, effects = walk(
        "Bilarna kör 07.20 i stället för 07.00, varje dag.",
        "Brukarna märker det.",
        *why("Kö vid nyckelskåpet."),
        Chose(Choice.NO),
        *why("Alla nycklar kvitteras ut på morgonen."),
        Chose(Choice.NO),
        "Listan är sorterad per person.",
        "Körjournal v. 43",
        Chose(Choice.ROOT),
        Chose(Choice.YES),
        Chose(Choice.YES),
        "Sortera per runda på måndag.",
        "Vi räknar bilar kl. 07.05.",
        Chose(Choice.YES),
    )
    assert talk.step is Step.CLOSED
    finish = effects[-1]
    assert isinstance(finish, Finish)
    assert finish.whys.trial == "Sortera per runda på måndag."
    assert finish.whys.sign == "Vi räknar bilar kl. 07.05."
    assert finish.whys.touched == "Brukarna märker det."
    assert finish.whys.tree.problem == "Bilarna kör 07.20 i stället för 07.00, varje dag."
    assert [w.text for w in finish.whys.tree.whys] == [
        "Kö vid nyckelskåpet.",
        "Alla nycklar kvitteras ut på morgonen.",
        "Listan är sorterad per person.",
    ]
    assert finish.whys.tree.whys[2].evidence is Evidence.SEEN
    assert finish.whys.tree.whys[2].note == "Körjournal v. 43"


def test_one_more_branch_is_looked_into_after_the_first() -> None:
    named = [*why("A"), Chose(Choice.YES), "B", Chose(Choice.NO)]
    talk, _ = walk(*TO_FIRST_WHY, *named, *why("A2"), Chose(Choice.NO), Chose(Choice.ROOT))
    talk, _ = step(talk, Chose(Choice.YES))
    talk, _ = step(talk, Chose(Choice.YES))
    assert talk.step is Step.OTHER
    assert talk.tree.text_of(talk.at) == "B"
    talk, _ = step(talk, Chose(Choice.YES))
    assert (talk.step, talk.tree.text_of(talk.at)) == (Step.EVIDENCE, "B")
    talk, _ = step(talk, Chose(Choice.SEEN))
    assert (talk.step, talk.tree.text_of(talk.at)) == (Step.WHY, "B")


def test_each_branch_that_is_read_back_keeps_its_own_wording() -> None:
    talk = replace(_at_read_back(), wording="Nycklarna har ingen bestämd plats")
    talk, _ = step(talk, Answered("Listan visar inte vem som kör"))
    assert talk.wording == "Nycklarna har ingen bestämd plats\nListan visar inte vem som kör"


def test_a_wording_that_is_taken_back_waits_as_a_draft_and_may_stay_as_it_was() -> None:
    talk, _ = step(_at_read_back(), Answered("Nycklarna har ingen bestämd plats"))
    talk, _ = step(talk, Chose(Choice.BACK))
    assert (talk.step, talk.draft) == (Step.READ_BACK, "Nycklarna har ingen bestämd plats")
    kept, _ = step(talk, Chose(Choice.YES))
    assert kept.wording == "Nycklarna har ingen bestämd plats"
    better, _ = step(talk, Answered("Nyckelskåpet sitter fel"))
    assert better.wording == "Nyckelskåpet sitter fel"
    mended, _ = step(talk, Limps(1))
    assert mended.wording == "Nycklarna har ingen bestämd plats"
    back, _ = step(talk, Chose(Choice.BACK))
    assert back.wording == "Nycklarna har ingen bestämd plats"
    stopped, _ = step(talk, Chose(Choice.STOP))
    assert stopped.wording == "Nycklarna har ingen bestämd plats"


def _at_read_back() -> WhyTalk:
    talk, _ = begin(KEYS)
    talk, _ = step(talk, Answered(KEYS))
    talk, _ = step(talk, Chose(Choice.SKIP))
    talk, _ = step(talk, Answered("De ligger inte på samma plats"))
    talk, _ = step(talk, Chose(Choice.STOP))
    assert talk.step is Step.READ_BACK
    return talk


def test_a_limping_step_is_mended() -> None:
    talk, _ = walk(
        *TO_FIRST_WHY, *why("A"), Chose(Choice.NO), *why("B"), Chose(Choice.NO), Chose(Choice.ROOT)
    )
    talk, _ = step(talk, Chose(Choice.YES))
    assert [talk.tree.text_of(i) for i in talk.read_back] == ["B", "A"]
    talk, _ = step(talk, Limps(1))
    assert talk.step is Step.MEND
    talk, effects = step(talk, Answered("mellan"))
    assert effects == (Ask(Lead.MENDED),)
    assert [talk.tree.text_of(i) for i in talk.read_back] == ["B", "mellan", "A"]


def test_not_knowing_leads_to_go_and_see() -> None:
    talk, effects = walk(*TO_FIRST_WHY, Chose(Choice.DONT_KNOW))
    assert talk.step is Step.LOOK
    assert effects[-1] == Ask(Lead.GO_SEE)
    talk, _ = step(talk, Answered("Vid nyckelskåpet kl. 7"))
    talk, _ = step(talk, Chose(Choice.ME))
    talk, _ = step(talk, OnDay(FRIDAY))
    assert talk.step is Step.TRY
    assert talk.tree.look == Look("Vid nyckelskåpet kl. 7", "", FRIDAY, unknown=True)


def test_a_belief_may_be_looked_at_by_somebody_on_a_day() -> None:
    talk, _ = walk(*TO_FIRST_WHY, "Kö vid skåpet", Chose(Choice.LOOK), "Vid skåpet", "Ali", OnDay(FRIDAY))
    assert talk.tree.whys[0].evidence is Evidence.BELIEVED
    assert talk.tree.whys[0].look == Look("Vid skåpet", "Ali", FRIDAY)
    assert talk.step is Step.MORE
    seen = talk.tree.came_back(0, Evidence.SEEN, "Sex i kö")
    assert (seen.whys[0].evidence, seen.whys[0].note, seen.whys[0].look) == (Evidence.SEEN, "Sex i kö", None)


def test_what_is_seen_where_nobody_knew_becomes_an_answer() -> None:
    talk, _ = walk(*TO_FIRST_WHY, Chose(Choice.DONT_KNOW), "Vid skåpet", Chose(Choice.ME), OnDay(FRIDAY))
    seen = talk.tree.came_back(PROBLEM, Evidence.SEEN, "Listan ligger i bilen")
    assert (seen.whys[0].text, seen.whys[0].evidence, seen.look) == (
        "Listan ligger i bilen",
        Evidence.SEEN,
        None,
    )


def test_words_that_are_no_day_are_asked_about_once_and_kept() -> None:
    talk, effects = walk(
        *TO_FIRST_WHY, Chose(Choice.DONT_KNOW), "Vid skåpet", Chose(Choice.ME), "när det går"
    )
    assert effects[-1] == Ask(Lead.WHICH_DAY)
    talk, _ = step(talk, Answered("någon gång"))
    assert talk.tree.look == Look("Vid skåpet\nnär det går\nnågon gång", "", None, unknown=True)


def test_an_answer_that_waits_is_kept_or_worded_again_but_never_lost() -> None:
    talk, _ = walk(*TO_FIRST_WHY, Answered("Ingen app", hold=True))
    assert (talk.step, talk.held, talk.tree.whys) == (Step.WHY, "Ingen app", ())
    kept, _ = step(talk, Chose(Choice.KEEP))
    assert [why.text for why in kept.tree.whys] == ["Ingen app"]
    stopped, _ = step(talk, Chose(Choice.STOP))
    assert [why.text for why in stopped.tree.whys] == ["Ingen app"]
    again, _ = step(talk, Chose(Choice.BACK))
    assert (again.step, again.draft, again.held) == (Step.WHY, "Ingen app", "")
    better, _ = step(talk, Answered("Listan läses på en skärm i taget", aside="Ingen app"))
    assert [why.text for why in better.tree.whys] == ["Listan läses på en skärm i taget"]
    assert better.outcome().pocket == ("Ingen app",)


def test_one_more_question_is_asked_once_at_each_why() -> None:
    talk, _ = walk(*TO_FIRST_WHY, Answered("Stress", hold=True), Answered("Rörigt", hold=True))
    assert (talk.step, talk.held) == (Step.EVIDENCE, "")
    talk, _ = step(talk, Chose(Choice.SEEN))
    talk, _ = step(talk, Chose(Choice.NO))
    talk, _ = step(talk, Answered("Kaos", hold=True))
    assert talk.held == "Kaos"


def test_two_causes_in_one_answer_become_two_branches() -> None:
    talk, _ = walk(*TO_FIRST_WHY, Answered("Listan är gammal och skåpet är långt bort", hold=True))
    talk, _ = step(talk, Parts(("Listan är gammal", "Skåpet är långt bort")))
    assert [why.text for why in talk.tree.whys] == ["Listan är gammal", "Skåpet är långt bort"]
    assert [why.parent for why in talk.tree.whys] == [PROBLEM, PROBLEM]
    assert (talk.step, talk.at) == (Step.EVIDENCE, 0)


def test_two_who_answer_at_once_both_get_a_branch() -> None:
    talk, _ = walk(*TO_FIRST_WHY, "Kö vid skåpet")
    talk, effects = step(talk, Late(PROBLEM, "Turen börjar för tidigt", "ali"))
    assert [(why.text, why.by) for why in talk.tree.whys] == [
        ("Kö vid skåpet", ""),
        ("Turen börjar för tidigt", "ali"),
    ]
    assert (talk.step, talk.at, effects) == (Step.EVIDENCE, 0, (Ask(Lead.BOTH),))


def test_an_idea_that_needs_no_digging_takes_three_questions() -> None:
    talk, first = begin("Nyckelskåpet vid omklädningsrummet", short=True)
    asked = list(first)
    for answer in ("Vi går över gården varje morgon", "Flytta ett skåp på prov", "Vi räknar minuter"):
        talk, more = step(talk, Answered(answer))
        asked.extend(more)
    assert len([one for one in asked if isinstance(one, Ask)]) == 4  # the fourth asks whether to send it
    talk, effects = step(talk, Chose(Choice.YES))
    finish = effects[-1]
    assert isinstance(finish, Finish)
    assert (finish.whys.trial, finish.whys.sign) == ("Flytta ett skåp på prov", "Vi räknar minuter")


def test_a_short_talk_can_dig_after_all() -> None:
    talk, _ = begin("Nyckelskåpet vid omklädningsrummet", short=True)
    talk, _ = step(talk, Chose(Choice.DIG))
    assert (talk.step, talk.short) == (Step.TOUCHED, False)


def test_seven_whys_end_kindly() -> None:
    events: list[Event] = [*TO_FIRST_WHY, *why("1"), Chose(Choice.NO), *why("2"), Chose(Choice.NO)]
    for number in ("3", "4", "5"):
        events += why(number)
    talk, _ = walk(*events)
    assert talk.step is Step.ENOUGH
    effects: tuple[object, ...] = ()
    for number in ("6", "7"):
        talk, _ = step(talk, Answered(number))
        talk, effects = step(talk, Chose(Choice.SEEN))
    assert talk.step is Step.READ_BACK
    assert effects == (Ask(Lead.LONG),)
    assert talk.tree.depth(talk.root) == LAST_WHY


def test_a_rest_is_offered_before_the_eighth_question() -> None:
    talk, effects = walk(*TO_FIRST_WHY, *why("1"), Chose(Choice.NO), *why("2"))
    assert Ask(Lead.OFFER_REST) in effects
    asked = [e for e in effects if isinstance(e, Ask)]
    assert asked.index(Ask(Lead.OFFER_REST)) == QUESTIONS_BEFORE_REST
    assert talk.step is Step.MORE


def test_resting_changes_nothing_and_resuming_asks_the_same() -> None:
    talk, _ = walk(*TO_FIRST_WHY, "1")
    rested, effects = step(talk, Chose(Choice.PAUSE))
    assert effects == (Rest(),)
    assert rested == talk
    again, effects = resume(rested)
    assert (again.step, again.tree) == (talk.step, talk.tree)
    assert effects == (Ask(Lead.RESUMED),)


def test_going_back_brings_the_words_along() -> None:
    talk, _ = walk(*TO_FIRST_WHY, "Kö vid skåpet", Chose(Choice.BACK))
    assert talk.step is Step.WHY
    assert talk.draft == "Kö vid skåpet"
    assert talk.tree.whys == ()


def test_an_empty_answer_is_asked_again() -> None:
    talk, _ = begin(KEYS)
    same, effects = step(talk, Answered("   "))
    assert same == talk
    assert effects == (Ask(Lead.EMPTY),)


def test_a_choice_that_does_not_fit_is_asked_again() -> None:
    talk, _ = begin(KEYS)
    same, effects = step(talk, Chose(Choice.ROOT))
    assert same == talk
    assert effects == (Ask(Lead.AGAIN),)


@pytest.mark.parametrize("then", [Chose(Choice.SKIP), OnDay(date(2026, 11, 26)), Answered("när Kim är där")])
def test_words_that_are_no_day_are_kept_beside_the_place(then: Event) -> None:
    talk = begin(KEYS)[0]
    skipped: list[Event] = [
        Chose(Choice.SKIP),
        Chose(Choice.SKIP),
        Answered("Kö vid skåpet"),
        Chose(Choice.LOOK),
    ]
    for event in (*skipped, Answered("Vid skåpet"), Answered("Kim"), Answered("efter helgen"), then):
        talk, _ = step(talk, event)
    ((_, look),) = talk.tree.looks()
    assert "Vid skåpet" in look.where
    assert "efter helgen" in look.where
    assert look.who == "Kim"
    assert (talk.look_where, talk.look_who, talk.draft) == ("", "", "")


_WORDS = st.integers(0, 10_000).map(lambda n: f"svar {n}.")
EVENTS = st.one_of(
    _WORDS.map(Answered),
    st.builds(Answered, _WORDS, st.sampled_from(["", "ali"]), st.booleans()),
    st.builds(Answered, _WORDS, doubted=st.just(True)),
    st.booleans().map(Bare),
    st.builds(Late, st.integers(-1, 6), _WORDS, st.just("ali")),
    st.builds(Parts, st.lists(_WORDS, min_size=2, max_size=3).map(tuple)),
    st.sampled_from(list(Choice)).map(Chose),
    st.integers(-1, 9).map(Limps),
    st.integers(1, 28).map(lambda n: OnDay(date(2026, 11, n))),
)


def _sound(talk: WhyTalk) -> None:
    tree = talk.tree
    for number, found in enumerate(tree.whys):
        assert PROBLEM <= found.parent < len(tree.whys)
        assert number in tree.chain(number)
        assert len(tree.children(number)) <= 3
    assert PROBLEM <= talk.at < len(tree.whys)
    assert PROBLEM <= talk.root < len(tree.whys)
    assert PROBLEM <= talk.looking < len(tree.whys) or talk.step not in _PLANS
    assert all(0 <= other < len(tree.whys) for other in talk.others)
    if talk.step is Step.READ_BACK:
        assert talk.read_back


_PLANS = {Step.LOOK, Step.LOOK_WHO, Step.LOOK_WHEN}
# What is taken back, skipped, mended, split or worded again is the person's own doing.
_TAKES_AWAY = (Chose(Choice.BACK), Chose(Choice.SKIP))


def _everything(talk: WhyTalk) -> str:
    tree = talk.tree
    kept = [w.text for w in tree.whys] + [w.note for w in tree.whys]
    looks = [f"{look.where}\n{look.who}" for _, look in tree.looks()]
    asides = [talk.held, talk.draft, talk.look_where, talk.look_who, *talk.pocket]
    asides += [spare.text for spare in talk.spare]
    ends = [tree.problem, talk.touched, talk.trial, talk.sign, talk.wording, talk.remark]
    return "\n".join([*kept, *looks, *asides, *ends])


def _is_replaced(before: WhyTalk, event: Event) -> bool:
    """Does the person put these words in the place of others?"""
    if isinstance(event, Limps | Parts):
        return True
    return event in _TAKES_AWAY or bool(before.held) or before.step in {Step.MEND, Step.LOOK, Step.LOOK_WHO}


@settings(max_examples=500, deadline=None)
@given(st.lists(EVENTS, max_size=60))
def test_no_walk_gets_stuck_or_loses_what_it_was_told(events: list[Event]) -> None:
    talk, _ = begin(KEYS)
    said: list[str] = []
    for event in events:
        before = talk
        talk, effects = step(talk, event)
        _sound(talk)
        said = [] if _is_replaced(before, event) else said
        words = event.text if isinstance(event, Answered | Late) else ""
        if words and talk.step is not Step.CLOSED:
            said.append(words)
        assert all(one in _everything(talk) for one in said), said
        if before.step is Step.CLOSED:
            assert effects == ()
            continue
        assert effects
    # From anywhere the person can stop, and gets within a few moves to a summary of what was said.
    for _ in range(4):
        if talk.step is Step.CLOSED:
            break
        said = [] if talk.step in _PLANS else said
        fits = Choice.YES if talk.step is Step.CONFIRM else Choice.STOP
        talk, effects = step(talk, Chose(fits))
        _sound(talk)
    assert talk.step is Step.CLOSED
    assert all(one in _everything(talk) for one in said), said


@settings(max_examples=300, deadline=None)
@given(st.lists(EVENTS, max_size=60))
def test_depth_branches_and_questions_stay_within_the_rules(events: list[Event]) -> None:
    talk, first = begin(KEYS)
    asked = len(first)
    mended = 0
    for event in events:
        mended += talk.step is Step.MEND and isinstance(event, Answered)
        before = talk
        talk, effects = step(talk, event)
        deepest = max((talk.tree.depth(i) for i in range(len(talk.tree.whys))), default=0)
        assert deepest <= LAST_WHY + mended
        # At most seven questions without an offer to rest, on the way down.
        moved = talk.step is not before.step or talk.at != before.at
        asked = 1 if Ask(Lead.OFFER_REST) in effects else asked + moved
        new = isinstance(event, Answered) and effects == (Ask(),) and talk.step in {Step.WHY, Step.EVIDENCE}
        assert talk.asked <= QUESTIONS_BEFORE_REST or not new


@settings(max_examples=200, deadline=None)
@given(st.lists(EVENTS, max_size=40))
def test_going_back_always_reaches_the_beginning(events: list[Event]) -> None:
    talk, _ = begin(KEYS)
    for event in events:
        talk, _ = step(talk, event)
    if talk.step is Step.CLOSED:
        return
    for _ in range(200):
        if talk.step is Step.PROBLEM:
            break
        assert Choice.BACK in choices(talk)
        talk, _ = step(talk, Chose(Choice.BACK))
        _sound(talk)
    assert talk.step is Step.PROBLEM
