"""The lists of words that people type: complete, normal, and never two meanings for one word."""

from __future__ import annotations

import pytest

from bot.domain.ideas import Kind
from bot.domain.people import Language
from bot.domain.whys import Choice
from cards.texts import texts_for
from cards.words import Table, Words, cue, meaning, normal, words_for
from tests.cards.catalogues import entries

_COMMANDS = {
    "help", "mine", "waiting", "language", "cancel", "resume", "summary", "new", "setup",
    "find", "away", "here-again", "promises", "gains", "doors", "a3",
}  # fmt: skip


def _tables(words: Words) -> tuple[Table, ...]:
    return words.commands, words.choices, words.kinds, words.cues, words.languages, words.courtesies


@pytest.mark.parametrize("language", list(Language))
def test_everything_that_can_be_meant_has_words(language: Language) -> None:
    words = words_for(language)
    assert set(words.commands) == _COMMANDS
    assert set(words.choices) >= set(Choice)
    assert set(words.openings) == {Choice.YES, Choice.NO}
    assert set(words.kinds) == set(Kind)
    assert set(words.cues) == set(Kind) - {Kind.PROBLEM}
    assert set(words.languages) == set(Language)
    assert all(len(forms) >= 3 for table in _tables(words) for forms in table.values())


@pytest.mark.parametrize("language", list(Language))
def test_words_are_written_as_they_are_compared_and_mean_one_thing(language: Language) -> None:
    for table in _tables(words_for(language)):
        forms = [form for all_ in table.values() for form in all_]
        assert [form for form in forms if normal(form) != form] == []
        twice = {form for form in forms if forms.count(form) > 1}
        # "Tomorrow" is a day where a day is asked for, and a rest everywhere else.
        assert {key for key in table for form in twice if form in table[key]} <= {"tomorrow", "pause"}
        assert all(len(set(forms_)) == len(forms_) for forms_ in table.values())


@pytest.mark.parametrize("language", list(Language))
def test_a_command_is_never_also_an_answer(language: Language) -> None:
    words = words_for(language)
    commands = {form for forms in words.commands.values() for form in forms}
    answers = {
        form
        for table in (words.choices, words.kinds, words.courtesies)
        for forms in table.values()
        for form in forms
    }
    assert commands & answers == set()


@pytest.mark.parametrize("language", list(Language))
def test_what_a_button_says_can_be_typed(language: Language) -> None:
    """Every label of the talk without a name or a number in it means its own choice."""
    choices = words_for(language).choices
    for key in entries(language):
        if key.startswith("choice-") and not entries(language)[key].gaps:
            wanted = [choice.value for choice in Choice if key.removesuffix("-plain").endswith(choice.value)]
            assert meaning(choices, normal(texts_for(language).say(key))) == max(wanted, key=len), key


@pytest.mark.parametrize(
    ("language", "said", "means"),
    [
        (Language.SV, "Ja, gärna!", "yes"),
        (Language.SV, "  ”Backa” ", "back"),
        (Language.SV, "ETT STEG TILLBAKA.", "back"),
        (Language.SV, "Vet inte …", "dont-know"),
        (Language.SV, "Här är roten", "root"),
        (Language.NB, "Veit ikkje.", "dont-know"),
        (Language.NB, "Hit, men ikke lenger", "root"),
        (Language.EN, "I don’t know", "dont-know"),
        (Language.EN, "This far, but no further.", "root"),
        (Language.SV, "Ja, men bara på måndagar", None),
        (Language.SV, "", None),
    ],
)
def test_everyday_forms_are_understood(language: Language, said: str, means: str | None) -> None:
    assert meaning(words_for(language).choices, normal(said)) == means


@pytest.mark.parametrize(
    ("language", "said", "kind"),
    [
        (Language.SV, "Kan vi inte flytta skåpet?", "idea"),
        (Language.SV, "Tänk om listan låg på nätet.", "idea"),
        (Language.SV, "En anhörig berättade att ingen ringer tillbaka", "voice"),
        (Language.SV, "Det nya schemat funkar bra", "works"),
        (Language.SV, "Ingen kan vikariera på fredagar", None),
        (Language.SV, "Listan ligger i ett annat hus", None),
        (Language.NB, "Hva om vi flytter skapet?", "idea"),
        (Language.NB, "En pårørende fortalte at ingen ringer", "voice"),
        (Language.NB, "Ny turnus fungerer godt", "works"),
        (Language.NB, "Lista ligger i et annet bygg", None),
        (Language.EN, "Could we move the cabinet?", "idea"),
        (Language.EN, "A resident called about the bin", "voice"),
        (Language.EN, "The new rota works well", "works"),
        (Language.EN, "The list is kept in another building", None),
    ],
)
def test_a_kind_is_guessed_from_whole_words(language: Language, said: str, kind: str | None) -> None:
    assert cue(words_for(language).cues, normal(said)) == kind


def test_letters_are_compared_as_people_see_them() -> None:
    assert normal("Pa\u030a  norska’s\u00a0\u201dJA\u201d!") == "på norska's ja"
    assert normal("…!") == ""
