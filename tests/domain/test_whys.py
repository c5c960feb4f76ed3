"""The talk about causes: what is asked when, and that no walk through it gets stuck or loses words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.tree import PROBLEM, Evidence
from bot.domain.whys import (
    LAST_WHY,
    QUESTIONS_BEFORE_REST,
    Answered,
    Ask,
    Choice,
    Chose,
    Event,
    Finish,
    Lead,
    Limps,
    Rest,
    Step,
    WhyTalk,
    begin,
    choices,
    resume,
    step,
)

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
    talk, _ = walk(*TO_FIRST_WHY, *why("A"), Chose(Choice.YES), "B", *why("A2"), Chose(Choice.ROOT))
    talk, _ = step(talk, Chose(Choice.YES))
    talk, _ = step(talk, Chose(Choice.YES))
    assert talk.step is Step.OTHER
    assert talk.tree.text_of(talk.at) == "B"
    talk, _ = step(talk, Chose(Choice.YES))
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
    assert talk.step is Step.TRY
    assert effects[-1] == Ask(Lead.GO_SEE)


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


EVENTS = st.one_of(
    st.integers(0, 10_000).map(lambda n: Answered(f"svar {n}")),
    st.sampled_from(list(Choice)).map(Chose),
    st.integers(-1, 9).map(Limps),
)


def _sound(talk: WhyTalk) -> None:
    tree = talk.tree
    for number, found in enumerate(tree.whys):
        assert PROBLEM <= found.parent < len(tree.whys)
        assert number in tree.chain(number)
        assert len(tree.children(number)) <= 3
    assert PROBLEM <= talk.at < len(tree.whys)
    assert PROBLEM <= talk.root < len(tree.whys)
    if talk.step is Step.READ_BACK:
        assert talk.read_back


_TAKES_AWAY = (Chose(Choice.BACK), Chose(Choice.SKIP))


def _everything(talk: WhyTalk) -> str:
    tree = talk.tree
    kept = [w.text for w in tree.whys] + [w.note for w in tree.whys]
    return "\n".join([*kept, tree.problem, talk.touched, talk.trial, talk.sign, talk.wording, talk.remark])


@settings(max_examples=400, deadline=None)
@given(st.lists(EVENTS, max_size=60))
def test_no_walk_gets_stuck_or_loses_what_it_was_told(events: list[Event]) -> None:
    talk, _ = begin(KEYS)
    said: list[str] = []
    for event in events:
        before = talk
        talk, effects = step(talk, event)
        _sound(talk)
        # What is taken back, skipped or mended is the person's own doing; all else stays to the end.
        said = [] if isinstance(event, Limps) or event in _TAKES_AWAY else said
        is_open = before.step not in {Step.MEND, Step.CLOSED}
        if isinstance(event, Answered) and event.text.strip() and is_open:
            said.append(event.text.strip())
        assert all(one in _everything(talk) for one in said), said
        if before.step is Step.CLOSED:
            assert effects == ()
            continue
        assert effects
        if isinstance(event, Answered) and talk.step is not Step.CLOSED:
            assert event.text in _everything(talk)
    # From anywhere the person can stop, and gets to a summary within a few moves.
    for _ in range(4):
        if talk.step is Step.CLOSED:
            break
        fits = Choice.YES if talk.step is Step.CONFIRM else Choice.STOP
        talk, effects = step(talk, Chose(fits))
        _sound(talk)
    assert talk.step is Step.CLOSED


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
