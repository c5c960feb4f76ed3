"""The dialogs: they fit, they carry what they are about, and they begin with what is known."""

from __future__ import annotations

import pytest

from bot.domain.attempts import Check, Outcome
from bot.domain.ideas import Kind, Reason
from bot.domain.people import Language
from cards import actions, forms
from cards.actions import Ref
from cards.model import DateInput, Form, Input, PersonPick, Select
from cards.texts import texts_for
from tests.cards.form_samples import ALIKE, CODES, DAY, IDEA, TEAM, TEAMS, TRIED, samples


def all_forms(language: Language) -> list[Form]:
    """Every form, as full as it gets."""
    return list(samples(language).values())


def _input(form: Form, name: str) -> Input:
    return next(entry for entry in form.inputs if entry.name == name)


@pytest.mark.parametrize("language", list(Language))
def test_titles_and_buttons_fit_a_slack_dialog(language: Language) -> None:
    for form in all_forms(language):
        assert max(map(len, (form.title, form.submit, form.cancel))) <= 24, form.title


@pytest.mark.parametrize("language", list(Language))
def test_every_form_has_a_known_name_and_every_input_a_label(language: Language) -> None:
    every = all_forms(language)
    assert {form.name for form in every} == actions.FORMS
    for form in every:
        assert form.language == language.value
        assert all(entry.label.strip() for entry in form.inputs)
        labels = [entry.label for entry in form.inputs]
        assert len(set(labels)) == len(labels)


def test_a_form_carries_what_it_is_about() -> None:
    assert Ref.decode(forms.add(Language.SV, "i1", 3, 12).value) == Ref("idea", "i1", 3)
    assert Ref.decode(forms.team(Language.SV, TEAM, "Norr").value) == Ref("team", "norr", 4)
    assert Ref.decode(forms.new_idea(Language.SV).value) == Ref("none")


def test_the_team_is_asked_for_only_when_there_is_a_choice() -> None:
    def names(form: Form) -> list[str]:
        return [entry.name for entry in form.inputs]

    assert names(forms.new_idea(Language.SV)) == ["text", "kind"]
    assert names(forms.new_idea(Language.SV, teams=TEAMS[:1])) == ["text", "kind"]
    assert names(forms.new_idea(Language.SV, teams=TEAMS)) == ["text", "kind", "team"]


def test_what_is_known_stands_there_already() -> None:
    full = forms.new_idea(Language.SV, text="Nycklarna", kind=Kind.VOICE, teams=TEAMS, team="syd")
    values = {entry.name: entry.value for entry in full.inputs}
    assert values == {"text": "Nycklarna", "kind": "voice", "team": "syd"}
    said = _input(forms.acknowledge(Language.SV, "i", 1, 2, "Tack, jag har läst."), "words")
    assert said.value == "Tack, jag har läst."


def test_a_team_sees_its_settings_also_in_a_zone_we_do_not_list() -> None:
    form = forms.team(Language.NB, TEAM, TEAM.name)
    values = {entry.name: entry.value for entry in form.inputs}
    assert values == {
        "name": "Hemtjänst Norr", "manager": "slack:T1:U7", "deputy": "", "language": "nb",
        "zone": "Europe/Tallinn", "weekday": "5", "time": "14:30",
        "answer_days": "3", "decide_days": "12", "begins": "07:30", "ends": "16:15",
    }  # fmt: skip
    zone, weekday = _input(form, "zone"), _input(form, "weekday")
    assert isinstance(zone, Select)
    assert isinstance(weekday, Select)
    assert [option.value for option in zone.options] == [*forms.ZONES, "Europe/Tallinn"]
    assert [option.label for option in weekday.options][:2] == ["mandag", "tirsdag"]
    manager, deputy = _input(form, "manager"), _input(form, "deputy")
    assert (manager.required, deputy.required) == (True, False)


def test_no_is_said_with_a_reason_and_with_words() -> None:
    form = forms.not_now(Language.EN, "i1", 1, 2)
    reason, words = _input(form, "reason"), _input(form, "words")
    assert isinstance(reason, Select)
    assert [option.value for option in reason.options] == [one.value for one in Reason]
    assert (reason.required, words.required, reason.value) == (True, True, "")
    assert _input(form, "yes_if").required is False


def test_a_question_is_asked_about_the_work() -> None:
    for language, phrase in (
        (Language.SV, "Kan du visa mig på plats?"),
        (Language.NB, "Kan du vise meg på stedet?"),
        (Language.EN, "Could you show me on the spot?"),
    ):
        assert phrase in forms.ask(language, "i1", 1, 2).intro


def _asked(form: Form) -> dict[str, bool]:
    """The inputs in their order, and whether each must be filled in."""
    return {entry.name: entry.required for entry in form.inputs}


def test_a_try_is_small_has_somebody_and_an_end() -> None:
    form = samples(Language.SV)["try"]
    assert _asked(form) == {
        "what": True, "who": True, "until": True, "sign": False, "figure": False, "words": False,
    }  # fmt: skip
    assert {entry.name: entry.value for entry in form.inputs} == {
        "what": TRIED,
        "who": "slack:T1:U7",
        "until": "2026-12-18",
        "sign": "Ingen letar efter nycklar",
        "figure": "",
        "words": "Kör! Säg till om du behöver något.",
    }
    assert isinstance(_input(form, "until"), DateInput)


def test_the_moves_ask_for_what_they_need() -> None:
    every = samples(Language.NB)
    assert _asked(every["you-decide"]) == {"words": True}
    assert _asked(every["rest"]) == {"until": True, "words": True}
    assert _asked(every["pass-on"]) == {"to": True, "outside": False, "words": True}
    assert _asked(every["merge"]) == {"into": True}
    assert _asked(every["just-done"]) == {"words": True}
    assert _asked(every["reword"]) == {"text": True}
    assert _asked(every["effect"]) == {
        "kind": True, "words": True, "basis": True, "realised": True, "used_for": False,
    }  # fmt: skip
    assert _asked(every["away"]) == {"until": True}
    assert _asked(every["ladder"]) == dict.fromkeys(("unit", "department", "top", "lead"), False)


def test_the_ladder_shows_who_it_is_now() -> None:
    def values(name: str) -> list[str]:
        return [entry.value for entry in samples(Language.SV)[name].inputs]

    assert values("ladder") == ["slack:T1:U8", "", "slack:T1:U9", "slack:T1:U3"]
    assert values("ladder-bare") == [""] * 4


def test_who_it_is_outside_is_asked_only_when_one_can_pass_it_there() -> None:
    form = forms.pass_on(Language.SV, *IDEA, [("team:syd", "Hemtjänst Söder")], "")
    assert list(_asked(form)) == ["to", "words"]


def test_a_colleague_stays_without_name_until_they_say_otherwise() -> None:
    form = forms.know(Language.SV, *IDEA)
    named = _input(form, "named")
    assert isinstance(named, Select)
    assert ([option.value for option in named.options], named.value) == (["no", "yes"], "no")


@pytest.mark.parametrize(
    ("check", "outcome", "asked"),
    [
        (Check.BEGUN, Outcome.STARTED, {"figure": False}),
        (Check.BEGUN, Outcome.NOT_YET, {"words": False}),
        (Check.BEGUN, Outcome.STOPPED, {"words": True}),
        (Check.ENDED, Outcome.KEEP, {"figure": False}),
        (Check.ENDED, Outcome.CHANGE, {"words": True, "until": True, "figure": False}),
        (Check.MONTH, Outcome.STOP, {"words": True, "figure": False}),
        (Check.QUARTER, Outcome.STANDARD, {"figure": False}),
        (Check.QUARTER, Outcome.SLIPPED, {"words": True, "until": True, "figure": False}),
        (Check.QUARTER, Outcome.EXTENDED, {"words": False, "until": True, "figure": False}),
    ],
)
def test_a_check_asks_for_what_its_answer_needs(
    check: Check, outcome: Outcome, asked: dict[str, bool]
) -> None:
    form = forms.check(Language.SV, *IDEA, check, outcome, TRIED, DAY)
    assert _asked(form) == asked
    assert Ref.decode(form.value) == Ref("idea", "i1", 3, f"{check.value}:{outcome.value}")
    assert TRIED in form.intro


def test_a_change_begins_with_what_was_tried() -> None:
    form = forms.check(Language.SV, *IDEA, Check.ENDED, Outcome.CHANGE, TRIED)
    assert (_input(form, "words").value, _input(form, "until").value) == (TRIED, "")
    assert forms.check(Language.SV, *IDEA, Check.ENDED, Outcome.STOP, " ").intro == ""


def test_every_answer_to_every_check_has_something_to_fill_in() -> None:
    """Also one that this check does not offer: what a forged press says is refused elsewhere."""
    for check in Check:
        for outcome in Outcome:
            assert forms.check(Language.SV, *IDEA, check, outcome, TRIED).inputs


def test_what_is_perhaps_the_same_stands_under_the_number() -> None:
    hint = forms.merge(Language.SV, *IDEA, [*ALIKE, *((n, "x " * 90) for n in range(20, 30))]).inputs[0]
    assert "#12 Nycklarna hänger i fel skåp · #15 " in hint.hint  # type: ignore[union-attr]
    assert "#22 x" in hint.hint  # type: ignore[union-attr]
    assert "#23" not in hint.hint  # type: ignore[union-attr]
    assert len(hint.hint) < 400  # type: ignore[union-attr]


def test_a_text_that_does_not_fit_the_field_says_so() -> None:
    every = samples(Language.SV)
    assert (every["reword"].intro, _input(every["reword"], "text").value) == (
        "",
        "Nycklarna hänger i fel skåp",
    )
    assert every["reword-long"].intro == texts_for(Language.SV).say("form-reword-cut")
    assert len(_input(every["reword-long"], "text").value) <= 3000


@pytest.mark.parametrize("language", list(Language))
def test_the_managers_words_are_different_for_every_move(language: Language) -> None:
    usual = [
        forms.usual_try(language),
        forms.usual_you_decide(language),
        forms.usual_rest(language),
        forms.usual_pass_on(language),
    ]
    assert len(set(usual)) == len(usual)
    assert all(5 <= len(words.split()) <= 20 for words in usual)


@pytest.mark.parametrize("language", list(Language))
def test_every_error_says_what_to_do(language: Language) -> None:
    said = [forms.error(language, code) for code in CODES]
    assert len(set(said)) == len(CODES)


@pytest.mark.parametrize("language", list(Language))
def test_a_label_fits_a_phone(language: Language) -> None:
    """About two lines of a narrow screen, and a choice about one."""
    for form in all_forms(language):
        assert max(len(entry.label) for entry in form.inputs) <= 50
        for entry in form.inputs:
            if isinstance(entry, Select):
                assert max(len(option.label) for option in entry.options) <= 45


def test_a_form_that_comes_back_keeps_what_was_written() -> None:
    form = samples(Language.SV)["try"]
    sent = {"what": "Ett skåp", "until": "2026-01-01", "sign": "", "other": "x"}
    again = forms.filled(form, sent, {"who": "slack:T1:U9"})
    assert {entry.name: entry.value for entry in again.inputs} == {
        "what": "Ett skåp",
        "who": "slack:T1:U9",
        "until": "2026-01-01",
        "sign": "",
        "figure": "",
        "words": "Kör! Säg till om du behöver något.",
    }
    assert forms.filled(form, {}, {}).inputs[1] == PersonPick("who", form.inputs[1].label)
    assert forms.filled(form, {}, {"who": "slack:T1:U7"}) == form


def test_a_day_may_be_empty_or_known() -> None:
    form = forms.rest(Language.SV, *IDEA, "2027-01-04", "")
    assert _input(form, "until").value == "2027-01-04"
    assert _input(forms.away(Language.SV), "until").value == ""
