"""The texts themselves: the same in all languages, all of them said somewhere, and in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.domain.ideas import Kind
from bot.domain.notices import Notice, WeeklySummary
from bot.domain.people import Language
from bot.domain.wastes import Waste
from cards import forms, leanings
from cards.lines import line_text
from cards.model import Form
from cards.pictures import in_words
from cards.texts import MissingText, Texts, texts_for
from cards.views import view
from cards.words import words_for
from tests.cards.a3_samples import say_a3
from tests.cards.catalogues import Entry, entries
from tests.cards.form_samples import CODES
from tests.cards.notice_samples import DECISION_DAY, LINES, SAMPLES
from tests.cards.photo_samples import PHOTOS
from tests.cards.pure_texts import pure_texts
from tests.cards.test_forms import all_forms

# Said by the page of the playground and by the manifests, each with tests of its own.
_ELSEWHERE = ("playground", "slack", "teams")
_NORDIC = (Language.SV, Language.NB)
_QUOTES = {Language.SV: ("”", "”"), Language.NB: ("«", "»"), Language.EN: ("“", "”")}
_FOREIGN_LETTERS = {Language.SV: "æøÆØ", Language.NB: "äöÄÖ", Language.EN: "åäöæøÅÄÖÆØ"}
_ENGLISH = re.compile(
    r"\b(the|and|you|your|what|when|with|this|that|from|has|have|not|are|was|will|who|answer|idea)\b", re.I
)
_SWEDISH_IN_NORWEGIAN = re.compile(r"\b(och|inte|vad|när|jag|från|vill du ha|är|hur|också|vecka)\b", re.I)
_NORWEGIAN_IN_SWEDISH = re.compile(r"\b(og|ikke|hva|jeg|fra|hvem|hvor|hvordan|også|uke|noe|etter)\b", re.I)
_NEVER = re.compile(
    r"\(s\)|!!|\b(why did you|varför gjorde du|hvorfor gjorde du|slarv\w*|slurv\w*|skyld(en|a)?|fault|blame"
    r"|implementer\w*|implement\w*|optimer\w*|optimi[sz]e\w*|synerg\w*|leverag\w*|stakeholder\w*|effektiviser\w*"
    r"|proaktiv\w*|proactive\w*|facilit\w*|fasiliter\w*|slöseri|sløsing|waste)\b",
    re.I,
)


def _own(language: Language) -> Iterator[tuple[str, Entry]]:
    for key, entry in entries(language).items():
        if not entry.file.startswith(_ELSEWHERE):
            yield key, entry


def _lix(text: str) -> float:
    """Words per sentence plus the share of words with more than six letters, in per cent (Björnsson 1968)."""
    words = re.findall(r"[^\W\d_]+", text)
    sentences = max(1, len(re.findall(r"[.!?:…]+", text)))
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)


def _passages(language: Language) -> list[str]:
    """Texts long enough to be read as prose: the measure says nothing about a label of two words."""
    found = [entry.forms[-1] for _, entry in _own(language)]
    return [form for form in found if len(re.findall(r"[^\W\d_]+", form)) >= 8]


@pytest.mark.parametrize("language", list(Language))
def test_all_languages_have_the_same_texts_with_the_same_gaps(language: Language) -> None:
    ours, first = entries(language), entries(Language.EN)
    assert set(ours) == set(first)
    assert {key: entry.gaps for key, entry in ours.items()} == {k: entry.gaps for k, entry in first.items()}
    assert {key: entry.file for key, entry in ours.items()} == {k: entry.file for k, entry in first.items()}


@pytest.mark.parametrize("language", list(Language))
def test_every_text_is_said_somewhere(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """The samples, the forms and their errors together say every text, so none is left over."""
    said: set[str] = set()
    say = Texts.say

    def noting(self: Texts, key: str, /, **gaps: str | int | float) -> str:
        said.add(key)
        return say(self, key, **gaps)

    monkeypatch.setattr(Texts, "say", noting)
    for notice in [*SAMPLES.values(), *_eight_weeks()]:
        view(notice, language)
    for notice in PHOTOS.values():
        in_words(view(notice, language))
    _forms(language)
    for question in leanings.questions():
        texts_for(language).say(question)
    pure_texts(language)
    say_a3(language)
    assert {key for key, _ in _own(language)} - said == set()


def _eight_weeks() -> list[Notice]:
    sample = SAMPLES["weekly-summary"]
    assert isinstance(sample, WeeklySummary)
    about = [replace(sample, summary=replace(sample.summary, waste=waste)) for waste in Waste]
    return [*about, *(replace(sample, summary=replace(sample.summary, week=week)) for week in range(1, 9))]


def _forms(language: Language) -> list[Form]:
    for code in CODES:
        forms.error(language, code)
    forms.usual_acknowledgement(language, texts_for(language).day(DECISION_DAY))
    return all_forms(language)


def test_a_text_that_is_missing_is_an_error() -> None:
    with pytest.raises(MissingText):
        texts_for(Language.SV).say("no-such-text")
    with pytest.raises(MissingText):
        texts_for(Language.SV).say("stands-submitted", manager="Mikael")
    with pytest.raises(MissingText):
        forms.error(Language.NB, "no-such-code")


@pytest.mark.parametrize("language", _NORDIC)
def test_no_english_is_left_in_the_nordic_texts(language: Language) -> None:
    wrong = {key: form for key, entry in _own(language) for form in entry.forms if _ENGLISH.search(form)}
    assert wrong == {}


@pytest.mark.parametrize(
    ("language", "neighbour"),
    [(Language.SV, _NORWEGIAN_IN_SWEDISH), (Language.NB, _SWEDISH_IN_NORWEGIAN)],
)
def test_the_neighbours_words_stay_at_home(language: Language, neighbour: re.Pattern[str]) -> None:
    wrong = {key: form for key, entry in _own(language) for form in entry.forms if neighbour.search(form)}
    assert wrong == {}


@pytest.mark.parametrize("language", list(Language))
def test_letters_and_quotation_marks_are_the_languages_own(language: Language) -> None:
    opening, closing = _QUOTES[language]
    foreign = set('"“”„«»') - {opening, closing} | set(_FOREIGN_LETTERS[language])
    for key, entry in _own(language):
        for form in entry.forms:
            assert not foreign & set(form), (key, form)
            assert (form.count(opening) + form.count(closing)) % 2 == 0, (key, form)


@pytest.mark.parametrize("language", list(Language))
def test_nobody_is_blamed_and_nothing_sounds_like_a_consultant(language: Language) -> None:
    wrong = {key: form for key, entry in _own(language) for form in entry.forms if _NEVER.search(form)}
    assert wrong == {}


@pytest.mark.parametrize("language", list(Language))
def test_a_card_asks_one_thing_at_a_time(language: Language) -> None:
    """The questions of the talk have at most two question marks: what happens, and how often."""
    questions = {
        k: e.forms for k, e in _own(language) if k.startswith(("question-", "lead-", "kind-", "team-"))
    }
    assert {key for key, all_ in questions.items() if any(form.count("?") > 2 for form in all_)} == set()


@pytest.mark.parametrize("language", _NORDIC)
def test_the_texts_are_easy_to_read(language: Language) -> None:
    passages = _passages(language)
    hard = [(round(_lix(text)), text) for text in passages if _lix(text) >= 40]
    assert len(passages) > 80
    assert len(hard) <= len(passages) * 0.05, sorted(hard)
    assert _lix(" ".join(f"{text}." for text in passages)) < 30


@pytest.mark.parametrize("language", list(Language))
def test_sentences_are_short(language: Language) -> None:
    forms_ = [form for _, entry in _own(language) for form in entry.forms]
    sentences = [sentence for form in forms_ for sentence in re.split(r"[.!?:…]", form)]
    long_ = [sentence for sentence in sentences if len(sentence.split()) >= 20]
    assert long_ == []


@pytest.mark.parametrize("language", list(Language))
def test_every_no_and_every_short_line_has_a_next_step(language: Language) -> None:
    """Never a bare refusal: at least two sentences, or one that asks for something."""
    for name, notice in LINES.items():
        text = line_text(notice, language)  # type: ignore[arg-type]
        parts = [part for part in re.split(r"[.!?]", text) if part.strip()]
        assert len(parts) >= 2 or text.count(",") >= 1, (name, text)


@pytest.mark.parametrize("language", list(Language))
def test_the_words_that_texts_tell_people_to_write_are_understood(language: Language) -> None:
    """A word in quotation marks after "write" in a line is a command or the label of a button."""
    opening, closing = _QUOTES[language]
    commands = {form for forms_ in words_for(language).commands.values() for form in forms_}
    labels = {form for key, entry in _own(language) for form in entry.forms if key.startswith("button-")}
    for key, entry in _own(language):
        if entry.file in {"short.ftl", "errors.ftl"} or key == "manager-enough":
            for word in re.findall(f"{opening}([^{opening}{closing}]+){closing}", " ".join(entry.forms)):
                assert word in commands | labels, (key, word)


def test_a_kind_is_called_the_same_in_lists_and_on_cards() -> None:
    for language in Language:
        kinds = words_for(language).kinds
        for kind in Kind:
            assert texts_for(language).say(f"kind-{kind.value}") in kinds[kind.value]
