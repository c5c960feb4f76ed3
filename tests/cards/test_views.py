"""Every notice as a card: the rules of the house, and what can be pressed when. For looks see test_golden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, get_args

import pytest

from bot.domain import notices
from bot.domain.digests import MAX_LINES
from bot.domain.ideas import Kind, Reason, Stage
from bot.domain.people import Language
from bot.domain.whys import Lead, Step, choices
from cards import actions
from cards.actions import Ref
from cards.block_kit import to_block_kit
from cards.html import to_html
from cards.model import Button, Buttons, Card, Chart, Items, Paragraph, Quote, Style
from cards.plain_text import to_plain_text
from cards.texts import texts_for
from cards.views import view
from tests.cards.notice_samples import HOSTILE, SAMPLES

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


def test_the_author_can_do_what_is_possible_now() -> None:
    def seen(name: str) -> list[str]:
        return [action for action, _ in _pressed(name)]

    usual = [actions.IDEA_WHY, actions.IDEA_ADD, actions.IDEA_HIDE, actions.IDEA_WITHDRAW]
    assert seen("author-submitted") == usual
    assert seen("author-asked") == [actions.IDEA_REPLY, *usual]
    assert actions.IDEA_SHOW_NAME in seen("author-hidden")
    assert seen("author-not-now") == seen("author-withdrawn") == []


def test_the_manager_can_do_what_is_possible_now() -> None:
    def seen(name: str) -> list[str]:
        return [action for action, _ in _pressed(name)]

    first = [actions.IDEA_ACKNOWLEDGE, actions.IDEA_ACKNOWLEDGE_WORDS]
    assert seen("manager-submitted") == [*first, actions.IDEA_ASK, actions.IDEA_NOT_NOW]
    assert seen("manager-asked") == [*first, actions.IDEA_NOT_NOW]
    assert seen("manager-answered") == [actions.IDEA_ASK, actions.IDEA_NOT_NOW]
    assert seen("manager-not-now") == seen("manager-withdrawn") == []


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
    args = [arg for _, arg in _pressed(name)]
    limps = [arg for arg in args if arg.startswith("limps:")]
    assert [arg for arg in args if arg not in limps] == [choice.value for choice in choices(notice.state)]
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


def test_the_picture_begins_at_the_second_why() -> None:
    def picture(name: str) -> tuple[int, ...]:
        drawn = [part.indents for part in _card(name).parts if isinstance(part, Items) and part.indents]
        return drawn[0] if drawn else ()

    assert picture("why-second") == ()
    assert picture("why-third") == (0, 1, 2)
    assert picture("why-read-back") == ()
    assert picture("why-read-back-mended") == (0, 1, 2, 3, 2)


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
