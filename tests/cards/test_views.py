"""Every notice as a card: the rules of the house, and what can be pressed when. For looks see test_golden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any, get_args

import pytest

from bot.domain import notices
from bot.domain.attempts import ANSWERS, Check, Outcome
from bot.domain.digests import MAX_LINES
from bot.domain.ideas import Kind, Move, Reason, Stage
from bot.domain.people import Language
from bot.domain.whys import Choice, Lead, Step, choices
from cards import actions
from cards.actions import Ref
from cards.block_kit import to_block_kit
from cards.html import to_html
from cards.model import Button, Buttons, Card, Chart, Items, Paragraph, Quote, Style, Tree
from cards.plain_text import to_plain_text
from cards.texts import texts_for
from cards.views import view
from tests.cards.notice_samples import ANSWER, HOSTILE, NAMES, OPEN_QUESTION, REFUSED, SAMPLES

every_sample = pytest.mark.parametrize("name", list(SAMPLES))
every_language = pytest.mark.parametrize("language", list(Language))


def _card(name: str, language: Language = Language.SV) -> Card:
    return view(SAMPLES[name], language)


def _buttons(card: Card) -> list[Button]:
    return [button for part in card.parts if isinstance(part, Buttons) for button in part.row]


def _pressed(name: str) -> list[tuple[str, str]]:
    """Action and argument of each button."""
    return [(button.action, Ref.decode(button.value).arg) for button in _buttons(_card(name))]


# Everything has a sample


def test_every_notice_has_a_sample() -> None:
    shown = {type(notice) for notice in SAMPLES.values()}
    assert set(get_args(notices.Notice)) == shown


def test_every_variant_has_a_sample() -> None:
    samples = list(SAMPLES.values())
    asked = [one for one in samples if isinstance(one, notices.WhyQuestion)]
    cards = [one for one in samples if isinstance(one, notices.AuthorCard)]
    assert {one.state.step for one in asked} == set(Step)
    assert {one.lead for one in asked} == set(Lead)
    assert {one.idea.stage for one in cards} == set(Stage)
    assert {one.idea.kind for one in cards} == set(Kind)
    assert {one.reason for one in samples if isinstance(one, notices.TurnedDown)} == set(Reason)
    assert {one.line for one in samples if isinstance(one, notices.ShortLine)} == set(notices.Short)
    managed = [one for one in samples if isinstance(one, notices.ManagerCard)]
    assert {one.idea.stage for one in managed} == set(Stage)
    progress = [one for one in samples if isinstance(one, notices.Progress)]
    assert {one.outcome for one in progress} == set(Outcome)
    assert {one.role for one in samples if isinstance(one, notices.Nudges)} == set(notices.Role)


# What all of them keep


@every_language
@every_sample
def test_a_card_keeps_the_house_rules(name: str, language: Language) -> None:
    card = _card(name, language)
    buttons = _buttons(card)
    assert card.language == language.value
    assert card.title.strip() or len(card.parts) <= 2
    assert len(buttons) <= 6
    assert sum(button.style is Style.PRIMARY for button in buttons) <= 1
    assert all(button.action in actions.BUTTONS for button in buttons)
    assert len({button.label for button in buttons}) == len(buttons), "two buttons say the same"
    for button in buttons:
        assert 1 <= len(button.label) <= 75
        Ref.decode(button.value)
    assert all(part.row for part in card.parts if isinstance(part, Buttons))
    assert all(part.rows for part in card.parts if isinstance(part, Items))
    assert all(part.text.strip() for part in card.parts if isinstance(part, Paragraph | Quote))


@every_language
@every_sample
def test_nothing_is_said_by_a_gap_that_stayed_open(name: str, language: Language) -> None:
    """No brace of ours, no doubled space, no name that is missing from a sentence."""
    if "hostile" in name:
        return
    said = to_plain_text(_card(name, language))
    assert not set("{}$\\") & set(said)
    for line in said.splitlines():
        assert "  " not in line.strip()
        assert not line.startswith((" har", " läser", " leser", " will"))


@every_language
def test_a_name_that_nobody_knows_is_a_colleague(language: Language) -> None:
    someone = texts_for(language).say("someone")
    for name in ("author-nameless", "manager-nameless", "acknowledged-own-words", "whys-came-without-why"):
        assert someone in to_plain_text(_card(name, language)).lower()


# What presses carry


def test_the_guess_stands_first_and_is_primary() -> None:
    first = _buttons(_card("kind-question-cut"))[0]
    assert (first.style, Ref.decode(first.value)) == (Style.PRIMARY, Ref("talk", "k1", 1, "voice"))
    kinds = [arg for action, arg in _pressed("kind-question-cut") if action == actions.TELL_KIND]
    assert sorted(kinds) == sorted(Kind)
    assert _pressed("kind-question-cut")[-1] == (actions.TELL_CANCEL, "")


def test_a_few_teams_have_buttons_and_many_are_a_list() -> None:
    assert [arg for _, arg in _pressed("team-question")] == ["t0", "t1", "t2", ""]
    assert _pressed("team-question-many") == [(actions.TELL_CANCEL, "")]
    listed = next(part for part in _card("team-question-many").parts if isinstance(part, Items))
    assert (listed.ordered, listed.rows[0], len(listed.rows)) == (True, "Grupp 1", 30)


def _actions(name: str) -> list[str]:
    return [action for action, _ in _pressed(name)]


def test_the_author_can_do_what_is_possible_now() -> None:
    told = [actions.IDEA_WHY, actions.IDEA_ADD]
    undecided = [*told, actions.IDEA_JUST_DONE, actions.IDEA_REWORD]
    name, back = actions.IDEA_HIDE, actions.IDEA_WITHDRAW
    assert _actions("author-submitted") == [*undecided, name, back]
    assert _actions("author-passed-on") == _actions("author-resting") == _actions("author-submitted")
    assert actions.IDEA_SHOW_NAME in _actions("author-hidden")
    assert _actions("author-trying") == [*told, actions.IDEA_REWORD, name, back]
    assert _actions("author-done") == _actions("author-checking") == [actions.IDEA_EFFECT, *told, name, back]
    assert _actions("author-standard") == [actions.IDEA_EFFECT]
    assert _actions("author-works") == [*told, actions.IDEA_REWORD, name, back]
    assert _actions("author-not-now") == _actions("author-withdrawn") == _actions("author-learnt") == []


def test_a_waiting_question_takes_the_place_of_the_seventh_button() -> None:
    for name in ("author-asked", "author-resting-asked"):
        assert _actions(name)[0] == actions.IDEA_REPLY
        assert actions.IDEA_HIDE not in _actions(name)
        assert actions.IDEA_WITHDRAW in _actions(name)
        assert len(_actions(name)) == 6


def test_a_merged_one_leads_to_where_it_goes_on() -> None:
    button = _buttons(_card("author-merged"))[0]
    assert (button.label, button.action) == ("Öppna #7", actions.IDEA_OPEN)
    assert Ref.decode(button.value) == Ref("idea", "i7")
    assert _actions("author-merged-somewhere") == []


def test_the_manager_can_do_what_is_possible_now() -> None:
    ask, try_, rest = actions.IDEA_ASK, actions.IDEA_TRY, [actions.IDEA_YOU_DECIDE, actions.IDEA_REST]
    more, less, not_now = actions.IDEA_MORE, actions.IDEA_LESS, actions.IDEA_NOT_NOW
    rarer = [actions.IDEA_PASS_ON, actions.IDEA_MERGE, less]
    assert _actions("manager-submitted") == [actions.IDEA_ACKNOWLEDGE, ask, try_, *rest, more]
    assert _actions("manager-asked") == [actions.IDEA_ACKNOWLEDGE, try_, *rest, more]
    assert _actions("manager-more") == [
        actions.IDEA_ACKNOWLEDGE_WORDS, actions.IDEA_PASS_ON, not_now, actions.IDEA_MERGE, less
    ]  # fmt: skip
    assert _actions("manager-answered") == [ask, try_, *rest, not_now, more]
    assert _actions("manager-exploring") == [try_, *rest, not_now, more]
    assert _actions("manager-acknowledged-more") == rarer
    assert _actions("manager-resting") == [try_, actions.IDEA_YOU_DECIDE, not_now]
    # A figure that was told can be told anew.
    assert _actions("manager-standard") == [actions.IDEA_EFFECT]
    for over in ("trying", "done", "checking", "learnt", "merged", "not-now", "withdrawn"):
        assert _actions(f"manager-{over}") == []


def test_what_needs_words_opens_a_form_and_what_does_not_is_one_press() -> None:
    one_press = {actions.IDEA_ACKNOWLEDGE, actions.IDEA_MORE, actions.IDEA_LESS}
    for name in ("manager-submitted", "manager-more", "manager-answered", "manager-resting"):
        for button in _buttons(_card(name)):
            assert button.opens_form is (button.action not in one_press), button.action


def test_buttons_of_an_idea_carry_its_version() -> None:
    for name in ("author-submitted", "manager-submitted"):
        assert {button.value for button in _buttons(_card(name))} == {Ref("idea", "i1", 3).encode()}


def test_a_manager_is_told_the_author_and_a_channel_is_not() -> None:
    assert "Sara Nilsson" in to_plain_text(_card("manager-hidden"))
    assert "Mikael Berg" not in to_plain_text(_card("weekly-summary"))


@every_sample
def test_a_question_offers_exactly_its_choices(name: str) -> None:
    notice = SAMPLES[name]
    if not isinstance(notice, notices.WhyQuestion):
        return
    # Beside the choices: to answer among several, to ask the team, to say it in one sentence.
    args = [arg for action, arg in _pressed(name) if action == actions.WHY_ANSWER]
    limps = [arg for arg in args if arg.startswith("limps:")]
    offered = [choice.value for choice in choices(notice.state) if choice is not Choice.SPLIT]
    row = [arg for arg in args if arg not in limps and arg != Choice.SPLIT.value]
    # Where six are not enough one writes "pause".
    full = len(_pressed(name)) == 6 and row == offered[:-1] and offered[-1] == Choice.PAUSE.value
    assert row == offered or full
    links = len(notice.state.read_back) if notice.state.step is Step.READ_BACK else 0
    assert limps == ([f"limps:{n}" for n in range(1, links + 1)] if links <= 3 else [])


def test_the_chain_is_read_upwards_with_the_word_between() -> None:
    chain = next(part for part in _card("why-read-back").parts if isinstance(part, Items))
    assert chain.ordered
    assert chain.rows == (
        "Alla nycklar kvitteras ut på morgonen – därför",
        "Fyra personer köar vid nyckelskåpet – därför",
        "Bilarna lämnar lokalen 07.20 i stället för 07.00 – därför",
        "38 av 96 morgonbesök började för sent.",
    )


def test_a_limping_step_asks_what_is_missing_between_the_two() -> None:
    said = to_plain_text(_card("why-mend"))
    assert "mellan ”Fyra personer köar vid nyckelskåpet.” och ”Bilarna lämnar lokalen" in said


def _picture(name: str) -> Tree | None:
    return next((part for part in _card(name).parts if isinstance(part, Tree)), None)


def test_the_picture_shows_the_whole_tree_and_where_we_are() -> None:
    def rows(name: str) -> list[tuple[str, int, bool]]:
        tree = _picture(name)
        return [(row.number, row.depth, row.here) for row in tree.rows] if tree else []

    chain = [("", 0), ("1", 1), ("1.1", 2), ("1.1.1", 3)]
    assert rows("why-first") == []
    assert rows("why-third") == [(number, depth, number == "1.1") for number, depth in chain]
    assert rows("why-more-what") == [(number, depth, number == "1") for number, depth in chain]
    assert rows("why-read-back") == []
    assert rows("why-read-back-mended") == [
        *((number, depth, number == "1.1.1") for number, depth in chain),
        ("1.2", 2, False),
    ]


def test_the_picture_says_what_is_seen_and_what_is_believed() -> None:
    tree = _picture("why-third")
    assert tree is not None
    assert [row.notes for row in tree.rows] == [
        (),
        ("sett: Körjournal v. 43",),
        ("sett",),
        ("vi tror: Skåpets logg",),
    ]
    assert tree.here == "du är här"


def test_a_picture_with_more_than_a_card_holds_keeps_the_way_to_where_we_are() -> None:
    tree = _picture("why-wide")
    assert tree is not None
    assert len(tree.rows) <= 22
    here = next(row for row in tree.rows if row.here)
    way = [row.number for row in tree.rows if row.number and here.number.startswith(row.number)]
    assert [number.count(".") for number in way] == list(range(len(way)))
    assert way[-1] == here.number
    folds = [row.text for row in tree.rows if row.text.startswith("…")]
    assert folds
    hidden = sum(int("".join(filter(str.isdigit, text))) for text in folds)
    assert hidden + len(tree.rows) - len(folds) == 35


def test_the_why_is_worded_differently_each_time() -> None:
    asked = {
        part.text
        for name in ("why-first", "why-second", "why-third", "why-fourth")
        for part in _card(name).parts
        if isinstance(part, Paragraph) and part.text.endswith("?")
    }
    assert len(asked) == 4


def test_resting_can_be_taken_up_again_from_the_list() -> None:
    for name in ("my-ideas-resting", "talk-rests"):
        button = _buttons(_card(name))[0]
        assert (button.action, Ref.decode(button.value)) == (
            actions.WHY_ANSWER,
            Ref("talk", "k1", 6, "resume"),
        )


@every_language
def test_the_summary_has_at_most_eight_lines(language: Language) -> None:
    for name in (name for name in SAMPLES if name.startswith("weekly-summary")):
        card = _card(name, language)
        rows = sum(len(part.rows) for part in card.parts if isinstance(part, Items))
        assert rows + 1 <= MAX_LINES
        assert "?" in to_plain_text(card)


def test_the_picture_of_the_weeks_is_said_in_words() -> None:
    chart = next(part for part in _card("weekly-summary", Language.EN).parts if isinstance(part, Chart))
    assert chart.categories[0] == "41"
    assert [series.values[6] for series in chart.series] == [5.0, 4.0]
    assert chart.text == ("Week 47: 5 things told, 4 answered. Weeks 41–48: 17 things told, 15 answered.")


def test_each_week_has_a_question_of_its_own() -> None:
    sample = SAMPLES["weekly-summary"]
    assert isinstance(sample, notices.WeeklySummary)
    asked = [
        to_plain_text(view(replace(sample, summary=replace(sample.summary, week=week)), Language.NB))
        .split("Til tavlemøtet: ")[1]
        .splitlines()[0]
        for week in range(1, 54)
    ]
    assert len(set(asked[:8])) == 8
    assert all(one != next_ for one, next_ in pairwise(asked))


def test_hostile_words_stay_words() -> None:
    def words(thing: Any) -> Iterator[str]:
        if isinstance(thing, dict):
            for value in thing.values():
                yield from words(value)
        elif isinstance(thing, list):
            for value in thing:
                yield from words(value)
        elif isinstance(thing, str):
            yield thing

    assert "<script>" in HOSTILE
    for name in (name for name in SAMPLES if "hostile" in name):
        card = _card(name)
        assert "<script>" not in to_html(card)
        assert "<!channel>" not in to_block_kit(card).text
        assert not any("mrkdwn" in text for text in words(to_block_kit(card).blocks))
        assert "\u202e" not in to_plain_text(card)


# The life of an idea


@every_language
@pytest.mark.parametrize("name", [name for name in SAMPLES if name.startswith(("author-", "manager-"))])
def test_a_card_says_every_day_that_is_promised(name: str, language: Language) -> None:
    notice = SAMPLES[name]
    assert isinstance(notice, notices.AuthorCard | notices.ManagerCard)
    if notice.idea.answer_by is not None:
        assert texts_for(language).day(notice.idea.answer_by) in to_plain_text(_card(name, language))


def test_a_passed_one_says_with_whom_it_lies() -> None:
    assert "skickad vidare till Eva Lund" in to_plain_text(_card("author-passed-on"))
    assert "förvaltningens ledning" in to_plain_text(_card("author-passed-on"))
    outside = to_plain_text(_card("author-passed-outside"))
    assert "hos Leverantören av nyckelskåpet" in outside
    assert "Mikael Berg tar reda på svaret" in outside


def test_the_words_of_a_press_are_those_of_its_move() -> None:
    """Not the usual "I have read it", and not with the day of a later stage."""
    for name, words in (
        ("author-resting", "Bra idé, fel tid"),
        ("author-trying-own", "Det bestämmer ni själva"),
        ("author-passed-on", "Det här kan vi inte besluta själva"),
    ):
        said = to_plain_text(_card(name))
        assert words in said
        assert "Jag återkommer" not in said


@every_language
def test_colleagues_are_counted_and_never_named(language: Language) -> None:
    said = to_plain_text(_card("author-seen", language))
    count = {Language.SV: "3 kollegor", Language.NB: "3 kolleger", Language.EN: "3 colleagues"}
    one = {Language.SV: "1 kollega", Language.NB: "1 kollega", Language.EN: "1 colleague"}
    assert count[language] in said
    assert one[language] in to_plain_text(_card("author-many-voices", language))
    assert "I Söder ligger nycklarna redan i påsar." in said


def test_a_colleague_can_join_in_and_does_not_read_what_was_taken_back() -> None:
    assert _actions("colleague") == [actions.IDEA_SEE_TOO, actions.IDEA_KNOW, actions.IDEA_FOLLOW]
    assert _actions("colleague-part-of-it") == [actions.IDEA_KNOW]
    assert _actions("colleague-not-now") == [actions.IDEA_SEE_TOO, actions.IDEA_KNOW]
    assert _actions("colleague-standard") == [actions.IDEA_KNOW]
    assert _actions("colleague-merged") == _actions("colleague-withdrawn") == []
    assert "nyckelskåpet" not in to_plain_text(_card("colleague-withdrawn"))


def test_a_colleague_sees_nothing_of_what_manager_and_author_wrote_to_each_other() -> None:
    asked = notices.ColleagueCard(replace(REFUSED, exchanges=(ANSWER, OPEN_QUESTION)), "", NAMES)
    said = to_plain_text(view(asked, Language.SV))
    for words in (ANSWER.question, ANSWER.answer, "Skåpet byts i vår", "Sara Nilsson"):
        assert words not in said


@pytest.mark.parametrize("check", list(Check))
def test_a_check_offers_its_answers_and_asks_for_words_only_where_they_are_needed(check: Check) -> None:
    buttons = [b for b in _buttons(_card(f"check-{check.value}")) if b.action != actions.IDEA_EFFECT]
    assert [Ref.decode(button.value).arg for button in buttons] == [
        f"{check.value}:{one.value}" for one in ANSWERS[check]
    ]
    free = {Outcome.STARTED.value, Outcome.KEEP.value, Outcome.STANDARD.value}
    for button in buttons:
        wordless = Ref.decode(button.value).arg.split(":")[1] in free
        assert button.action == (actions.CHECK_ANSWER if wordless else actions.CHECK_WORDS)
        assert button.opens_form is not wordless
        assert Ref.decode(button.value).version == 6
    assert all(button.style is Style.DEFAULT for button in buttons), "no answer is the better one"


def test_a_check_shows_what_was_expected_and_the_figure_at_the_start() -> None:
    for check in Check:
        said = to_plain_text(_card(f"check-{check.value}"))
        assert "Streck för varje besök som börjar i tid" in said
        assert "58 av 96 i tid" in said


@every_language
def test_giving_up_is_thanked_for_and_a_result_began_with_somebodys_eyes(language: Language) -> None:
    t = texts_for(language)
    for name in ("progress-stop", "progress-stopped"):
        said = to_plain_text(_card(name, language))
        assert t.say("progress-thanks-learnt") in said
        assert "Kön flyttar till bilarna." in said
    assert t.say("progress-thanks-you") in to_plain_text(_card("progress-standard", language))
    assert t.say("progress-thanks") in to_plain_text(_card("progress-keep", language))
    assert "88 av 96 i tid" in to_plain_text(_card("progress-keep", language))


def test_a_decision_that_has_a_letter_of_its_own_is_refused() -> None:
    for move in (Move.READ, Move.NOT_NOW):
        with pytest.raises(ValueError, match="letter of its own"):
            view(notices.Decided(12, "x", "y", move, "", date(2026, 12, 1)), Language.SV)


def test_a_reminder_is_answered_with_one_press_and_can_be_put_off() -> None:
    few = _buttons(_card("nudge-answers"))
    assert [(b.action, Ref.decode(b.value).id) for b in few] == [
        (actions.IDEA_ACKNOWLEDGE, "i12"),
        (actions.IDEA_OPEN, "i13"),
        (actions.IDEA_ACKNOWLEDGE, "i14"),
        (actions.NUDGE_SNOOZE, "norr"),
    ]
    assert Ref.decode(few[-1].value) == Ref("team", "norr", 0, "")
    assert _actions("nudge-answers-many") == [actions.IDEA_ACKNOWLEDGE] * 5 + [actions.NUDGE_SNOOZE]
    assert actions.IDEA_ACKNOWLEDGE not in _actions("nudge-lead"), "the lead does not answer"


@pytest.mark.parametrize(
    ("name", "since"),
    [
        ("nudge-one", "sedan i måndags"),
        ("nudge-one-since-19", "sedan i torsdags"),
        ("nudge-one-since-24", "sedan i tisdags"),
        ("nudge-one-since-25", "sedan onsdag 25 november"),
    ],
)
def test_the_waiting_is_told_as_people_say_it(name: str, since: str) -> None:
    assert f"Sara Nilsson väntar på svar {since}." in to_plain_text(_card(name))


def test_a_day_further_back_than_a_week_is_a_date() -> None:
    assert "sedan 9 nov." in to_plain_text(_card("nudge-answers"))


def test_kept_promises_are_counted_by_team() -> None:
    said = to_plain_text(_card("promise-share", Language.SV))
    assert "Hemtjänst Norr: 18 av 20 löften hållna, 2 väntar" in said
    assert "1 av 1 løfte holdt, ingen venter" in to_plain_text(_card("promise-share-lead", Language.NB))
    assert _actions("promise-share-lead") == []


def test_what_looks_alike_can_be_joined_or_kept_apart() -> None:
    assert _pressed("similar-question") == [
        (actions.TELL_JOIN, "i7"), (actions.TELL_JOIN, "i9"), (actions.TELL_JOIN, "i4"),
        (actions.TELL_ANYWAY, ""), (actions.TELL_CANCEL, ""),
    ]  # fmt: skip
    refs = [Ref.decode(button.value) for button in _buttons(_card("similar-question"))]
    assert {(ref.kind, ref.id, ref.version) for ref in refs} == {("talk", "k1", 3)}


def test_keen_and_merged_have_their_way_back() -> None:
    assert _pressed("still-keen-resting") == [(actions.IDEA_KEEN, "yes"), (actions.IDEA_KEEN, "no")]
    assert [Ref.decode(b.value) for b in _buttons(_card("merged"))] == [Ref("idea", "i12", 5)]
    assert _actions("merged") == [actions.IDEA_UNMERGE]
    assert _actions("found-many") == [actions.IDEA_OPEN] * 5
    assert _actions("found-none") == [actions.NEW_IDEA]


def test_being_away_can_be_ended_with_one_press() -> None:
    assert _actions("short-away-set") == [actions.PERSON_BACK]
