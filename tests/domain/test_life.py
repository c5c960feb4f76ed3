"""The life of an idea: every move against a plain model, and the promises that come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.attempts import ANSWERS, Attempt, Check, Outcome
from bot.domain.errors import No, Refusal
from bot.domain.ideas import (
    OPEN,
    UNDECIDED,
    UNDER_WAY,
    Idea,
    Kind,
    Level,
    Move,
    Promise,
    Reason,
    Stage,
    Voice,
)
from bot.domain.people import Address, Team

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TEAM = Team("t1", "kommun", "Norr", Address("web", "kommun", "c1"), manager="chef", deputy="ersattare")
AUTHOR, MANAGER, DEPUTY, HEAD, COLLEAGUE = "alva", "chef", "ersattare", "omradeschef", "karim"
EVERYBODY = (AUTHOR, MANAGER, DEPUTY, HEAD, COLLEAGUE)


def told(additions: tuple[str, ...] = ()) -> Idea:
    day = date(2026, 3, 4)
    fresh = Idea("i1", "kommun", 12, Kind.PROBLEM, "Nycklarna", AUTHOR, "t1", START, day, first=Promise(day))
    return replace(fresh, additions=additions)


def trying(who: str = AUTHOR, days: int = 28) -> Idea:
    began = START.date()
    attempt = Attempt("Packa på kvällen", who, began, began + timedelta(days=days), "färre letar", "6 av 10")
    return told().tried(MANAGER, TEAM, attempt, "Kör!", START)


# Where each move leads, said once more in the plainest way there is.


@dataclass
class Model:
    """What a person with a pencil would note down."""

    stage: Stage = Stage.SUBMITTED
    holder: str | None = None
    check: Check | None = None
    texts: list[str] = field(default_factory=lambda: ["Nycklarna"])
    author_hidden: bool = False


MOVES = (
    "acknowledge", "ask", "reply", "try", "decide", "rest", "up", "outside", "team", "not-now", "merge",
    "unmerge", "add", "reword", "hide", "withdraw", "just-done", "keen", "woke", "seen", "voice", "leave",
    *(f"{check.value}:{outcome.value}" for check in Check for outcome in ANSWERS[check]),
)  # fmt: skip
_DECIDES = {"acknowledge", "ask", "try", "decide", "rest", "up", "outside", "team", "not-now", "merge"}


def play(idea: Idea, move: str, by: str, now: datetime, number: int) -> Idea:
    words, today, soon = f"ord {number}", now.date(), now.date() + timedelta(days=20)
    attempt = Attempt(words, by, today, soon)
    other = replace(told(), id="i2", number=13)
    moves: dict[str, Callable[[], Idea]] = {
        "acknowledge": lambda: idea.acknowledged(by, TEAM, words, now, soon),
        "ask": lambda: idea.asked(by, TEAM, words, now, soon),
        "reply": lambda: idea.replied(by, words, now),
        "try": lambda: idea.tried(by, TEAM, attempt, words, now),
        "decide": lambda: idea.tried(by, TEAM, attempt, words, now, own=True),
        "rest": lambda: idea.rested(by, TEAM, soon, words, now),
        "up": lambda: idea.passed_up(by, TEAM, HEAD, Level.UNIT, words, now, soon),
        "outside": lambda: idea.passed_outside(by, TEAM, "leverantören", words, now, soon),
        "team": lambda: idea.moved(by, TEAM, "t1", words, now, soon),
        "not-now": lambda: idea.turned_down(by, TEAM, Reason.SAFETY, words, now, "en säker plats"),
        "merge": lambda: idea.merged(by, TEAM, other),
        "unmerge": lambda: idea.unmerged(by, TEAM),
        "add": lambda: idea.added(by, words),
        "reword": lambda: idea.said_anew(by, words),
        "hide": lambda: idea.with_hidden(by, True),
        "withdraw": lambda: idea.withdrawn(by),
        "just-done": lambda: idea.just_done(by, words, today),
        "keen": lambda: idea.kept_alive(by, soon),
        "woke": lambda: idea.woke(soon) if idea.stage is Stage.RESTING else idea,
        "seen": idea.seen_too,
        "voice": lambda: idea.heard_from(Voice(by, now, words)),
        "leave": lambda: idea.handed_to(MANAGER) if idea.is_open else idea,
    }
    if move in moves:
        return moves[move]()
    check, _, outcome = move.partition(":")
    if idea.attempt is None or idea.attempt.asks.value != check:
        raise Refusal(No.ALREADY)
    return idea.checked(by, TEAM, Outcome(outcome), today, words=words, until=soon)


def expected(model: Model, move: str, by: str) -> Stage | None:
    """The stage afterwards, or None when it must be refused."""
    undecided, at_work = model.stage in UNDECIDED, model.stage in UNDER_WAY
    if move in _DECIDES:
        may = by == model.holder if model.holder else by in {MANAGER, DEPUTY}
        if not may or model.stage not in OPEN:
            return None
        resting = model.stage is Stage.RESTING
        targets = {
            "acknowledge": Stage.ACKNOWLEDGED if model.stage is Stage.SUBMITTED else None,
            "try": Stage.TRYING if undecided or resting else None,
            "decide": Stage.TRYING if undecided or resting else None,
            "rest": Stage.RESTING if undecided else None,
            "up": Stage.SUBMITTED if undecided else None,
            "outside": Stage.EXPLORING if undecided else None,
            "team": None,
            "not-now": Stage.NOT_NOW if undecided or resting else None,
            "merge": Stage.MERGED,
        }
        if move == "ask":
            return Stage.EXPLORING if undecided else model.stage
        return targets[move]
    if move in {"add", "reword", "hide", "reply", "withdraw", "just-done"}:
        if by != AUTHOR or model.stage not in OPEN:
            return None
        if move == "just-done":
            return Stage.DONE if undecided or model.stage is Stage.RESTING else None
        return Stage.WITHDRAWN if move == "withdraw" else model.stage
    if move == "keen":
        return Stage.SUBMITTED if by == AUTHOR and model.stage in {Stage.RESTING, Stage.NOT_NOW} else None
    if move == "woke":
        return Stage.SUBMITTED if model.stage is Stage.RESTING else model.stage
    if move == "voice":
        return None if model.stage in {Stage.WITHDRAWN, Stage.MERGED} else model.stage
    if move in {"seen", "leave"}:
        return model.stage
    return _after_check(model, move, by) if at_work else None


def _after_check(model: Model, move: str, by: str) -> Stage | None:
    check, _, outcome = move.partition(":")
    if model.check is None or model.check.value != check or by == COLLEAGUE:
        return None
    ends = {"stop": Stage.LEARNT, "stopped": Stage.LEARNT, "standard": Stage.STANDARD}
    if outcome in ends:
        return ends[outcome]
    if outcome == "keep":
        return Stage.DONE if check == "ended" else Stage.CHECKING
    return Stage.TRYING if outcome in {"change", "slipped"} else model.stage


@settings(max_examples=600, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(MOVES), st.sampled_from(EVERYBODY)), max_size=40))
def test_the_life_of_an_idea_follows_the_plain_model(moves: list[tuple[str, str]]) -> None:
    idea, model, now = told(), Model(), START
    for number, (move, by) in enumerate(moves):
        now += timedelta(days=1)
        before = idea
        if move == "unmerge":
            wanted = idea.merged_from if idea.stage is Stage.MERGED and by in {MANAGER, DEPUTY} else None
            if idea.holder == by and idea.stage is Stage.MERGED:
                wanted = idea.merged_from
        else:
            wanted = expected(model, move, by)
        doing = idea.attempt.who if idea.attempt and idea.stage in UNDER_WAY else None
        if ":" in move and idea.stage in UNDER_WAY and by not in {AUTHOR, doing}:
            holds = by == idea.holder if idea.holder else by in {MANAGER, DEPUTY}
            wanted = wanted if holds or by == AUTHOR else None
        if ":" in move and by == COLLEAGUE == doing:
            wanted = _after_check(model, move, AUTHOR) if idea.stage in UNDER_WAY else None
        try:
            idea = play(idea, move, by, now, number)
        except Refusal:
            assert wanted is None or move in {"ask", "reply"}, (move, by, model)
            assert idea == before
            continue
        assert wanted is idea.stage, (move, by, model.stage, idea.stage)
        model.stage = idea.stage
        model.check = idea.attempt.asks if idea.attempt and idea.stage in UNDER_WAY else None
        model.holder = idea.holder
        _said(model, move, number)
        _sound(idea, model)


def _said(model: Model, move: str, number: int) -> None:
    silent = {"unmerge", "merge", "hide", "withdraw", "keen", "woke", "seen", "leave"}
    if move in {"add", "reword", "voice", "reply", "just-done"} and move not in silent:
        model.texts.append(f"ord {number}")


def _sound(idea: Idea, model: Model) -> None:
    """Open means: a next date and an owner. Nothing anybody told is gone."""
    assert (idea.answer_by is not None) == idea.is_open
    assert (idea.owner(TEAM) is not None) == idea.is_open
    if idea.stage in UNDER_WAY:
        assert idea.attempt is not None
    kept = [idea.text, *idea.additions, *idea.reworded, *(voice.words for voice in idea.voices)]
    kept += [exchange.answer for exchange in idea.exchanges]
    kept += [attempt.what for attempt in (*idea.before, *([idea.attempt] if idea.attempt else []))]
    for text in model.texts:
        assert any(text in one for one in kept), text


@pytest.mark.parametrize("move", sorted(_DECIDES - {"ask"}))
def test_a_colleague_decides_nothing(move: str) -> None:
    with pytest.raises(Refusal):
        play(told(), move, COLLEAGUE, START, 1)


def test_a_decision_keeps_the_first_promise_too() -> None:
    idea = told().turned_down(MANAGER, TEAM, Reason.LAW, "Lagen säger annat", START)
    assert idea.first == Promise(date(2026, 3, 4), date(2026, 3, 2))
    assert idea.first.is_kept
    assert idea.answer_by is None


def test_an_answer_after_the_day_is_not_a_kept_promise() -> None:
    late = datetime(2026, 3, 5, 7, 0, tzinfo=UTC)
    idea = told().acknowledged(MANAGER, TEAM, "", late, date(2026, 3, 19))
    assert idea.first is not None
    assert not idea.first.is_kept


def test_the_day_is_the_teams_own_and_not_utcs() -> None:
    # Half past midnight in Stockholm is still the day before in UTC.
    after_midnight = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
    idea = told().acknowledged(MANAGER, TEAM, "", after_midnight, date(2026, 3, 19))
    assert idea.first == Promise(date(2026, 3, 4), date(2026, 3, 5))


def test_whoever_it_was_passed_on_to_decides_alone() -> None:
    idea = told().passed_up(MANAGER, TEAM, HEAD, Level.UNIT, "Det är din", START, date(2026, 3, 6))
    assert idea.owner(TEAM) == HEAD
    assert (idea.stage, idea.answer_by) == (Stage.SUBMITTED, date(2026, 3, 6))
    with pytest.raises(Refusal):
        idea.acknowledged(MANAGER, TEAM, "", START, date(2026, 3, 19))
    assert idea.acknowledged(HEAD, TEAM, "", START, date(2026, 3, 19)).stage is Stage.ACKNOWLEDGED


def test_a_try_is_asked_about_in_the_middle_and_at_its_end() -> None:
    idea = trying(days=28)
    assert (idea.attempt and idea.attempt.asks, idea.answer_by) == (Check.BEGUN, date(2026, 3, 16))
    begun = idea.checked(AUTHOR, TEAM, Outcome.STARTED, date(2026, 3, 16))
    assert (begun.attempt and begun.attempt.asks, begun.answer_by) == (Check.ENDED, date(2026, 3, 30))
    done = begun.checked(AUTHOR, TEAM, Outcome.KEEP, date(2026, 3, 30), figure="2 av 10")
    assert (done.stage, done.answer_by) == (Stage.DONE, date(2026, 4, 29))
    month = done.checked(AUTHOR, TEAM, Outcome.KEEP, date(2026, 4, 29))
    # Ninety days after it was done.
    assert (month.stage, month.answer_by) == (Stage.CHECKING, date(2026, 6, 28))
    held = month.checked(MANAGER, TEAM, Outcome.STANDARD, date(2026, 6, 28))
    assert (held.stage, held.answer_by) == (Stage.STANDARD, None)


def test_a_try_that_failed_ends_in_what_was_learnt() -> None:
    idea = trying().checked(AUTHOR, TEAM, Outcome.STOPPED, date(2026, 3, 16), words="Kvällen är för full")
    assert idea.stage is Stage.LEARNT
    assert idea.attempt is not None
    assert idea.attempt.learnt == "Kvällen är för full"
    with pytest.raises(Refusal):
        trying().checked(AUTHOR, TEAM, Outcome.STOPPED, date(2026, 3, 16), words="  ")


def test_what_slipped_back_is_tried_again_and_the_first_try_is_kept() -> None:
    idea = trying()
    for outcome, day in (("started", 16), ("keep", 30)):
        idea = idea.checked(AUTHOR, TEAM, Outcome(outcome), date(2026, 3, day))
    idea = idea.checked(AUTHOR, TEAM, Outcome.KEEP, date(2026, 4, 29))
    again = idea.checked(
        AUTHOR, TEAM, Outcome.SLIPPED, date(2026, 6, 29), words="Skåp i hallen", until=date(2026, 7, 20)
    )
    assert (again.stage, again.attempt and again.attempt.what) == (Stage.TRYING, "Skåp i hallen")
    assert [attempt.what for attempt in again.before] == ["Packa på kvällen"]


def test_merging_is_undone_without_a_trace_of_loss() -> None:
    idea, other = told(additions=("en rad till",)), replace(told(), id="i2", number=13)
    merged = idea.merged(MANAGER, TEAM, other)
    kept = other.took_in(merged, START)
    assert [voice.words for voice in kept.voices] == ["Nycklarna\nen rad till"]
    again = merged.unmerged(MANAGER, TEAM)
    assert again == idea
    assert kept.gave_back(again) == other


def test_what_rests_comes_back_with_a_new_promise() -> None:
    idea = told().rested(MANAGER, TEAM, date(2026, 5, 1), "Efter inventeringen", START)
    assert (idea.stage, idea.answer_by) == (Stage.RESTING, date(2026, 5, 1))
    back = idea.woke(date(2026, 5, 5))
    assert (back.stage, back.first) == (Stage.SUBMITTED, Promise(date(2026, 5, 5)))
    assert back.reply is not None
    assert back.reply.move is Move.REST
