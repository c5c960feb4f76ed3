"""The cues on sentences: promises that hold word for word, and measures that are printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.domain.cues import PRIORITY, Asked, Cue, Elsewhere, Place, first
from bot.domain.people import Language
from cards.leanings import cue_in, questions
from cards.texts import texts_for
from tests.cues.sentences import Score, found, place_of, plain, sentences

CRAFT = Path(__file__).resolve().parents[2].parent / "shared" / "craft.md"
# The worktree of a branch stands one folder deeper.
DEEPER = CRAFT.parents[2] / "shared" / "craft.md"
# The trade notes' names of the classes, where they differ from ours.
NAMES = {"blame_person": "blames-a-person", "vague_cause": "vague", "restates_problem": "restates"}

LANGUAGES = pytest.mark.parametrize("language", list(Language))


def notes() -> str:
    """The trade notes beside the project. Skips where they are not."""
    path = next((path for path in (CRAFT, DEEPER) if path.exists()), None)
    if path is None:
        pytest.skip("the trade notes do not lie beside the project (../shared/craft.md)")
    return path.read_text("utf-8")


def named(section: str) -> Iterator[tuple[str, str, str | None]]:
    """Language, sentence and expected class of every sentence of the notes; None: nothing."""
    data = yaml.safe_load(section)
    for one in data["classes"]:
        cue = NAMES.get(one["id"], one["id"].replace("_", "-"))
        for language in Language:
            more = data["more_positive"].get(one["id"], {}).get(language.value, [])
            yield from ((language.value, text, cue) for text in [*one["positive"][language.value], *more])
            yield from ((language.value, text, f"no {cue}") for text in one["negative"][language.value])
    for language in Language:
        yield from ((language.value, text, None) for text in data["neutral"][language.value])


def test_every_sentence_of_the_trade_notes_behaves() -> None:
    block = re.search(r"## 15\..*?```yaml\n(.*?)```", notes(), re.S)
    assert block
    wrong, seen = [], 0
    for language, text, wanted in named(block[1]):
        place = place_of((wanted or "").removeprefix("no "))
        one = cue_in(text, Language(language), Asked(place))
        seen += 1
        expected = None if wanted is None or wanted.startswith("no ") else wanted
        if (one.cue.value if one else None) != expected:
            wrong.append((language, text, wanted, one))
    assert wrong == []
    assert seen >= 272


def test_no_cue_in_the_worked_examples_of_the_trade_notes(capsys: pytest.CaptureFixture[str]) -> None:
    """Whole why chains written by others, in whatever language the person has chosen."""
    block = re.search(r"## 16\..*?```yaml\n(.*?)```", notes(), re.S)
    assert block
    score = Score()
    texts = [text for text in strings(yaml.safe_load(block[1])) if len(text.split()) > 2]
    score.passes(cue_in(text, language, Asked()) for text in texts for language in Language)
    with capsys.disabled():
        print(f"\ncues, worked examples of the trade notes: false {score.false.total()}/{score.plain}")
    assert score.plain > 250
    assert score.false_share <= 0.01


def strings(value: Any) -> Iterator[str]:
    """Every text in nested data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


@LANGUAGES
def test_what_the_lists_are_grown_from_behaves(language: Language) -> None:
    ours = sentences("growing")[language.value]
    for cue, entries in ours["caught"].items():
        for entry in entries:
            one = found(entry, language, place_of(cue))
            assert one is not None, entry
            assert (one.cue.value, one.question) == (cue, f"cue-{cue}"), entry
    for kind, entries in ours["elsewhere"].items():
        for entry in entries:
            one = found(entry, language, Place.WHY)
            assert one is not None, entry
            assert (one.elsewhere, one.question) == (Elsewhere(kind), f"cue-elsewhere-{kind}"), entry
    plain_ones = [*plain(ours["passes"], language), *plain(ours["everyday"], language)]
    assert [(entry, one) for entry, one in plain_ones if one is not None] == []


def test_the_growing_set_is_large_enough() -> None:
    counts = [
        len(entries)
        for ours in sentences("growing").values()
        for t in ours.values()
        for entries in t.values()
    ]
    assert sum(counts) >= 120


def measured(name: str, language: Language) -> Score:
    """A printed file of answers, by class."""
    score, ours = Score(), sentences(name)[language.value]
    for cue, entries in ours["caught"].items():
        for entry in entries:
            one = found(entry, language, place_of(cue))
            score.met(cue, one is not None and one.cue.value == cue)
    score.passes(one for _, one in plain(ours["passes"], language))
    return score


def test_fresh_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    scores = {language: measured("fresh", language) for language in Language}
    with capsys.disabled():
        for language, score in scores.items():
            print(f"\ncues, fresh, {language.value}: {score}", end="")
        print()
    assert sum(score.all.total() + score.plain for score in scores.values()) >= 120
    assert all(score.share >= 0.75 for score in scores.values())
    assert sum(score.false.total() for score in scores.values()) <= 0.03 * sum(
        score.plain for score in scores.values()
    )


def test_sentences_in_another_voice(capsys: pytest.CaptureFixture[str]) -> None:
    """Roundabout words, written when the lists were done: much is missed, and nothing plain is met."""
    scores = {language: measured("another_voice", language) for language in Language}
    with capsys.disabled():
        for language, score in scores.items():
            print(f"\ncues, another voice, {language.value}: {score}", end="")
        print()
    assert all(score.false_share <= 0.03 for score in scores.values())
    assert all(score.share >= 0.2 for score in scores.values())


def test_what_belongs_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    scores = {}
    for language in Language:
        score, ours = Score(), sentences("elsewhere")[language.value]
        for kind, entries in ours["caught"].items():
            for entry in entries:
                one = found(entry, language, Place.TOLD)
                score.met(kind, one is not None, one is not None and one.elsewhere == kind)
        score.passes(one for _, one in plain(ours["everyday"], language))
        scores[language] = score
    with capsys.disabled():
        for language, score in scores.items():
            right = f"right kind {score.right_kind.total()}"
            print(f"\ncues, elsewhere, {language.value}: {score}; {right}", end="")
        print()
    assert all(score.all.total() >= 30 and score.plain >= 30 for score in scores.values())
    assert all(score.share >= 0.8 for score in scores.values())
    assert all(score.false_share <= 0.1 for score in scores.values())


def test_the_most_pressing_goes_first() -> None:
    assert first(set(Cue)) is Cue.BELONGS_ELSEWHERE
    assert first({Cue.VAGUE, Cue.BLAMES_A_PERSON}) is Cue.BLAMES_A_PERSON
    assert first(set()) is None
    assert PRIORITY[-1] is Cue.WEAK_ACTION
    both = cue_in("Vikarierna slarvar för att det är dålig kommunikation", Language.SV, Asked())
    assert both is not None
    assert both.cue is Cue.BLAMES_A_PERSON


@pytest.mark.parametrize(
    ("place", "text", "cue"),
    [
        (Place.TOLD, "Vi behöver en app", None),
        (Place.WHY, "Vi behöver en app", Cue.SOLUTION_AS_CAUSE),
        (Place.TRY, "Vi behöver en app", None),
        (Place.WHY, "Påminna alla", None),
        (Place.TRY, "Påminna alla", Cue.WEAK_ACTION),
        (Place.TOLD, "Chefen trakasserar mig", Cue.BELONGS_ELSEWHERE),
        (Place.TRY, "Chefen trakasserar mig", Cue.BELONGS_ELSEWHERE),
    ],
)
def test_each_place_has_its_cues(place: Place, text: str, cue: Cue | None) -> None:
    one = cue_in(text, Language.SV, Asked(place))
    assert (one.cue if one else None) is cue


def test_another_language_is_understood_too() -> None:
    text = "The temps are careless with the keys and they forget to sign the list"
    assert {cue_in(text, language, Asked()) for language in Language} == {
        cue_in(text, Language.EN, Asked()),
    }
    norwegian = cue_in("Det er fordi vikarene ikke bryr seg om hva som står på lista", Language.SV, Asked())
    assert norwegian is not None
    assert norwegian.cue is Cue.BLAMES_A_PERSON


def test_letters_in_two_pieces_and_capitals_are_the_same() -> None:
    text = "Dålig kommunikation mellan avdelningarna"
    for written in (text.upper(), unicodedata.normalize("NFD", text), f"  {text}!!! "):
        one = cue_in(written, Language.SV, Asked())
        assert one is not None
        assert one.cue is Cue.VAGUE


@pytest.mark.parametrize("text", ["", " ", "...", "\n", "?", "-", "😀", "x" * 5000, "\u0301" * 3000])
def test_nothing_is_found_in_nothing(text: str) -> None:
    for language in Language:
        assert cue_in(text, language, Asked()) is None
    assert cue_in("", Language.SV, Asked(Place.WHY, "Listan är borta")) is None


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    text = "Skåp " * 500 + "Vikarierna slarvar"
    assert cue_in(text, Language.SV, Asked()) is None


@LANGUAGES
def test_every_cue_has_a_question_that_asks_one_thing(language: Language) -> None:
    assert len(questions()) == len(Cue) - 1 + len(Elsewhere)
    for key in questions():
        text = texts_for(language).say(key)
        assert text.endswith("?"), key
        assert text.count("?") == 1, key
