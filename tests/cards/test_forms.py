"""The dialogs: they fit, they carry what they are about, and they begin with what is known."""

from __future__ import annotations

from datetime import time

import pytest

from bot.domain.ideas import Kind, Reason
from bot.domain.people import Address, DigestRule, Language, Team
from cards import actions, forms
from cards.actions import Ref
from cards.adaptive_card import form_to_adaptive_card
from cards.block_kit import to_modal
from cards.html import form_to_html
from cards.model import Form, PersonPick, Select, TextInput
from tests.cards import schemas

TEAM = Team(
    "norr",
    "t1",
    "Hemtjänst Norr",
    Address("slack", "t1", "C1"),
    Language.NB,
    DigestRule(5, time(14, 30), "Europe/Tallinn"),
    "slack:T1:U7",
    version=4,
)
TEAMS = (("norr", "Hemtjänst Norr"), ("syd", "Hemtjänst Söder"))


def all_forms(language: Language) -> list[Form]:
    """Every form, as full as it gets."""
    return [
        forms.new_idea(language),
        forms.new_idea(language, text="Nycklarna", kind=Kind.VOICE, teams=TEAMS, team="syd"),
        forms.add(language, "i1", 3, 123456),
        forms.reply(language, "i1", 3, 123456, "Kan du visa mig på plats? " * 40),
        forms.acknowledge(language, "i1", 3, 123456, forms.usual_acknowledgement(language, "fredag 4 dec.")),
        forms.ask(language, "i1", 3, 123456),
        forms.not_now(language, "i1", 3, 123456),
        forms.team(language, TEAM, TEAM.name),
    ]


def _input(form: Form, name: str) -> TextInput | Select | PersonPick:
    return next(entry for entry in form.inputs if entry.name == name)


@pytest.mark.parametrize("language", list(Language))
def test_titles_and_buttons_fit_a_slack_dialog(language: Language) -> None:
    for form in all_forms(language):
        assert max(map(len, (form.title, form.submit, form.cancel))) <= 24, form.title


@pytest.mark.parametrize("language", list(Language))
def test_forms_are_what_the_platforms_take(language: Language) -> None:
    for form in all_forms(language):
        assert schemas.complaint(schemas.block_kit("StrictModal"), to_modal(form)) == ""
        assert form_to_adaptive_card(form)["body"]
        assert form.title in form_to_html(form)


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


def test_a_question_is_asked_about_the_work() -> None:
    for language, phrase in (
        (Language.SV, "Kan du visa mig på plats?"),
        (Language.NB, "Kan du vise meg på stedet?"),
        (Language.EN, "Could you show me on the spot?"),
    ):
        assert phrase in forms.ask(language, "i1", 1, 2).intro
