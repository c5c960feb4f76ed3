"""A yes or a no where words are wanted is no answer: nothing is kept of it, and nobody reads it as one."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.people import Language
from bot.domain.tree import PROBLEM, Evidence, WhyTree
from bot.domain.why_moves import step
from bot.domain.whys import Ask, Choice, Chose, Lead, Step, WhyTalk, choices
from cards import actions
from cards.words import words_for
from handlers.choosing import in_talk
from handlers.easing import Days, heard
from tests.handlers.test_coach import LATE, outcome, talk_of, to_first_why
from tests.house import House

DAYS = Days(date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 30))
TREE = WhyTree("Bilarna kommer iväg sent").add(PROBLEM, "Kö vid skåpet").add(0, "Alla hämtar samtidigt")
SAID = [
    (language, choice, words)
    for language in Language
    for choice in (Choice.YES, Choice.NO)
    for words in words_for(language).choices[choice]
]
COURTESIES = [
    (language, words)
    for language in Language
    for forms in words_for(language).courtesies.values()
    for words in forms
]


@pytest.mark.parametrize("open_", [one for one in Step if one not in {Step.CLOSED, Step.EVIDENCE}])
def test_nothing_is_kept_of_it(open_: Step) -> None:
    talk = WhyTalk(TREE, open_, at=1, root=1, looking=1)
    for language, choice, words in SAID:
        if open_ is Step.LOOK_WHO and choice is Choice.YES:
            # "Jo" is who goes to see.
            continue
        moved, effects = step(talk, heard(words, talk, language, DAYS))
        # The same word is another choice of this question, or the question stays as it was.
        if moved.step is open_:
            assert moved == talk, words
            assert isinstance(effects[0], Ask)
            assert effects[0].lead is not Lead.AGAIN
        assert moved.tree == talk.tree, words
        assert words not in {moved.touched, moved.trial, moved.sign, moved.wording, moved.remark}


@pytest.mark.parametrize("open_", [one for one in Step if one is not Step.CLOSED])
def test_a_thank_you_is_no_answer(open_: Step) -> None:
    """But "ok, thanks" and "great" are a yes where one was asked for."""
    talk = WhyTalk(TREE, open_, at=1, root=1, looking=1)
    for language, words in COURTESIES:
        is_yes = isinstance(in_talk(words, WhyTalk(TREE, Step.CONFIRM), language), Chose)
        if not is_yes:
            moved, _ = step(talk, heard(words, talk, language, DAYS))
            assert moved == talk, words


@pytest.mark.parametrize(
    ("language", "words", "evidence", "note"),
    [
        (Language.SV, "ja", Evidence.SEEN, ""),
        (Language.SV, "nej", Evidence.BELIEVED, ""),
        (Language.NB, "nei", Evidence.BELIEVED, ""),
        (Language.EN, "no", Evidence.BELIEVED, ""),
        (Language.SV, "nej, men Carl har", Evidence.BELIEVED, "nej, men Carl har"),
        (
            Language.NB,
            "Kanskje, det var noen som sa det",
            Evidence.BELIEVED,
            "Kanskje, det var noen som sa det",
        ),
        (
            Language.EN,
            "I think it is the same upstairs",
            Evidence.BELIEVED,
            "I think it is the same upstairs",
        ),
        (Language.SV, "vid skåpet i morse", Evidence.SEEN, "vid skåpet i morse"),
    ],
)
def test_seen_or_believed_as_it_was_said(
    language: Language, words: str, evidence: Evidence, note: str
) -> None:
    talk = WhyTalk(TREE, Step.EVIDENCE, at=1)
    moved, _ = step(talk, heard(words, talk, language, DAYS))
    assert (moved.tree.whys[1].evidence, moved.tree.whys[1].note) == (evidence, note)


def test_a_name_that_is_also_a_yes_goes_to_see() -> None:
    talk = WhyTalk(TREE, Step.LOOK_WHO, at=1, looking=1, look_where="ved skapet")
    moved, _ = step(talk, heard("Jo", talk, Language.NB, DAYS))
    assert (moved.step, moved.look_who) == (Step.LOOK_WHEN, "Jo")


@pytest.mark.parametrize("words", ["tack", "Tack så mycket!", "ok", "nej", "hej då", "takk", "thanks"])
async def test_a_thank_you_tells_nothing(house: House, words: str) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    await alva.says(words)
    assert alva.heard.startswith("Jag finns här.")
    await alva.says(LATE)
    asked = alva.heard
    await alva.says("tack")
    assert alva.heard == "Välj ett av svaren ovanför, eller skriv mer om det."
    await alva.presses(actions.TELL_KIND, "problem")
    assert asked != alva.heard
    assert LATE in alva.heard
    assert "tack" not in britta.transcript.casefold().split()
    await alva.says(words)
    assert alva.heard.startswith("Jag finns här.")
    assert "#2" not in britta.transcript


async def test_from_the_first_question_to_the_manager(house: House) -> None:
    alva, britta = house.person("Alva"), house.person("Britta")
    await to_first_why(house, alva, britta)
    await alva.says("ja")
    assert "några ord" in alva.heard
    await alva.says("Alla hämtar nycklar samtidigt")
    await alva.says("nej")
    await alva.says("nej")
    await alva.says("det räcker")
    assert (await talk_of(house, alva)).step is Step.READ_BACK
    await alva.says("nej")
    assert "Vilket steg haltar?" in alva.heard
    await alva.says("ja")
    for words in ("ja", "nej", "ok"):
        await alva.says(words)
        assert "några ord" in alva.heard
    await alva.says("Nycklarna i påsar på kvällen")
    await alva.says("ja")
    await alva.says("Streck på en lapp")
    await alva.says("nej")
    assert "Inget är skickat än" in alva.heard
    assert await outcome(house) is None
    assert Choice.YES in choices(await talk_of(house, alva))
    await alva.says("ja")
    whys = str(await outcome(house))
    assert "Nycklarna i påsar på kvällen" in whys
    assert "Evidence.BELIEVED" in whys
    assert "'ja'" not in whys
    assert "'nej'" not in whys
    assert "\nja\n" not in britta.transcript.casefold()
