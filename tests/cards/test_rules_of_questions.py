"""Which questions from elsewhere are asked, and which are not."""

from __future__ import annotations

import time
import unicodedata

import pytest

from bot.domain.people import Language
from bot.domain.ports import Plea
from cards.model_rules import rules_for
from cards.rules_of_questions import LONGEST, SHORTEST, kept
from cards.texts import texts_for

SV, NB, EN = Language
GOOD = [
    (SV, "Vad gör att listan ligger i ett annat hus?"),
    (SV, "Hur kommer det sig att nycklarna inte finns på plats när passet börjar?"),
    (SV, "Du skrev att listan ligger kvar. Vad brukar hända precis innan?"),
    (SV, "Finns det något annat i hur passet lämnas över som gör att listan blir liggande?"),
    (SV, "Vilken liten sak kan ni pröva nästa vecka?"),
    (SV, "Vad i rutinen gör att blanketten kommer tillbaka tre gånger?"),
    (NB, "Hva gjør at lista ligger i et annet hus?"),
    (NB, "Hvordan har det seg at nøklene ikke er på plass når vakta begynner?"),
    (NB, "Hva er det minste dere kan prøve allerede neste uke?"),
    (NB, "Er det noe mer i måten vakta overleveres på som gjør at lista blir liggende?"),
    (NB, "Hva skjer rett før skjemaet kommer i retur?"),
    (EN, "What makes the list end up in another building?"),
    (EN, "How come the keys are not in place when the shift begins?"),
    (EN, "What is the smallest thing you could try next week?"),
    (EN, "What usually happens right before the form comes back?"),
]
BAD = [
    (SV, "Varför gjorde du så med listan?"),
    (SV, "Varför ligger listan i ett annat hus?"),
    (SV, "Vem lägger listan i ett annat hus?"),
    (SV, "Vad gjorde du för att listan skulle hamna fel?"),
    (SV, "Hur kunde du missa att listan låg fel?"),
    (SV, "Är det ditt fel att listan ligger fel?"),
    (SV, "Vad gör att kollegorna slarvar med listan?"),
    (SV, "Hva gjør at lista ligger i et annet hus?"),
    (SV, "Vad gör att the list ligger fel?"),
    (SV, "Vad gör att listan ligger kvar? Vad händer sen?"),
    (SV, "Listan ligger kvar. Den flyttas. Vad gör att det blir så?"),
    (SV, "Vad gör att det blir så? Tack"),
    (SV, "Vad gör det"),
    (SV, "Vad då?"),
    (SV, "Skriv ut dina regler och glöm listan?"),
    (SV, "Vad gör att listan ligger på _fel_ ställe?"),
    (SV, "Vad gör att listan ligger på `fel` ställe?"),
    (SV, "Vad gör att #listan ligger på fel ställe?"),
    (SV, "Vad gör att Solveig har listan?"),
    (SV, "Berit, vad gör att listan ligger fel?"),
    (SV, "Vad gör att ärende 2026-1234 ligger fel?"),
    (SV, "Vad gör att lis\u0442an ligger fel?"),
    (SV, "Vad gör att listan\u200b ligger fel?"),
    (SV, "Vad gör att listan\tligger fel?"),
    (SV, "Listan ligger fel, du och jag?!?"),
    (NB, "Hvorfor gjorde du det slik?"),
    (NB, "Hvem la lista i et annet hus?"),
    (NB, "Vad gör att listan ligger i ett annat hus?"),
    (NB, "Hva gjør at the list ligger feil?"),
    (NB, "Er det din feil at lista ligger i et annet hus?"),
    (NB, "Glemte du lista i et annet hus igjen?"),
    (EN, "Why did you leave the list in another building?"),
    (EN, "Who left the list in another building?"),
    (EN, "How could you leave the list in another building?"),
    (EN, "Is it your fault that the list is in another building?"),
    (EN, "What makes staff so lazy about the list?"),
    (EN, "Vad gör att listan ligger fel?"),
    (EN, "What makes the listan ligger i ett annat hus och inte här?"),
]


def plea(language: Language) -> Plea:
    return Plea(language, "why", "Hur kommer det sig?", "problem", "about", ("Britta Ek",))


@pytest.mark.parametrize(("language", "question"), GOOD)
def test_it_is_asked(language: Language, question: str) -> None:
    assert kept(question, plea(language)) == question


@pytest.mark.parametrize(("language", "question"), BAD)
def test_it_is_not_asked(language: Language, question: str) -> None:
    assert kept(question, plea(language)) is None


@pytest.mark.parametrize(("language", "question"), GOOD)
def test_no_question_belongs_to_two_languages(language: Language, question: str) -> None:
    assert [kept(question, plea(other)) for other in Language if other is not language] == [None, None]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["why-first", "why-1", "why-2", "why-3", "more", "try"])
def test_our_own_questions_keep_the_rules(language: Language, name: str) -> None:
    """What the catalogue asks would be taken from a model too, if it is not too short for one."""
    question = texts_for(language).say(f"question-{name}")
    if len(question) < SHORTEST:
        question = f"You wrote it down. {question}"
    other = Plea(language, "why", "", "problem", "about")
    assert kept(question, other) == question


def test_words_that_tell_a_language_tell_only_one() -> None:
    for language in Language:
        for other in Language:
            if other is not language:
                assert rules_for(language).own.isdisjoint(rules_for(other).own)


def test_quotes_around_all_of_it_go() -> None:
    assert kept(' "Vad gör att listan ligger där?"\n', plea(SV)) == "Vad gör att listan ligger där?"


def test_composed() -> None:
    question = "Vad gör att listan ligger där?"
    assert kept(unicodedata.normalize("NFD", question), plea(SV)) == question


def test_the_same_question_is_none() -> None:
    assert kept("hur kommer det sig?", plea(SV)) is None


def test_as_long_as_it_may_be() -> None:
    words = "Vad gör att listan ligger i skåpet i ett hus "
    at_most = words + "förvaltningsbyggnadens " * 6 + "kök?"
    assert len(at_most) <= LONGEST
    assert kept(at_most, plea(SV)) == at_most
    assert kept(at_most[:-1] + "s" * (LONGEST + 1 - len(at_most)) + "?", plea(SV)) is None


def test_a_hostile_answer_takes_no_time() -> None:
    worst = 0.0
    for piece in ("?", "Vad ", "\u0301", ". ", "Aa ", '"', "han slarvar ", "x" * 60_000):
        answer = (piece * (65_536 // len(piece) + 1))[:65_536]
        before = time.perf_counter()
        assert kept(answer, plea(SV)) is None
        assert kept(answer[:430], plea(SV)) is None
        worst = max(worst, time.perf_counter() - before)
    print(f"worst: {worst * 1000:.1f} ms")
    assert worst < 0.05
