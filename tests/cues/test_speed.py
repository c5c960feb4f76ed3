"""What the cues cost: hostile texts of ten thousand characters, and one ordinary answer. Printed."""

from __future__ import annotations

import random
import time
from importlib.resources import files

import pytest

from bot.domain.cues import Asked, Place
from bot.domain.people import Language
from cards.leanings import cue_in

SIZE, TEXTS = 10_000, 500
# How many times what an ordinary text of the same length costs.
WORST = 12
ORDINARY_MS = 1.0
ORDINARY = "Listan skrivs ut innan de sista bokningarna har kommit in, och då ringer vikarien till kontoret. "


def vocabulary(language: Language) -> list[str]:
    """Every word of a language's lists: the texts that cost most are made of them."""
    source = files("cards").joinpath("locales", language.value, "cues.toml").read_text("utf-8")
    return source.replace("|", " ").replace("*", "").replace(",", " ").split()


def hostile(some: random.Random, words: list[str]) -> str:
    """A text that tries to be slow."""
    few = [some.choice(words) for _ in range(3)]
    makers = (
        lambda: "".join(some.choice("aåø1 -'.") for _ in range(SIZE)),
        lambda: (some.choice(words) + " ") * SIZE,
        lambda: " ".join(some.choice(words) for _ in range(SIZE // 3)),
        lambda: " ".join(some.choice(few) for _ in range(SIZE // 2)),
        lambda: "a" * SIZE + "!",
        lambda: "a" + "".join(some.choice("\u0301\u0323\u0327\u0302") for _ in range(SIZE)),
        lambda: "".join(some.choice("0123456789 -") for _ in range(SIZE)),
        lambda: "".join(chr(some.randrange(32, 0x3000)) for _ in range(SIZE)),
    )
    return some.choice(makers)()[:SIZE]


def took_ms(text: str, language: Language, about: str) -> float:
    """Processor time of this thread: what else the machine does is not counted."""
    start = time.thread_time()
    cue_in(text, language, Asked(Place.WHY, about))
    return (time.thread_time() - start) * 1000


def test_hostile_texts_stay_cheap(capsys: pytest.CaptureFixture[str]) -> None:
    some = random.Random(20261122)
    words = {language: vocabulary(language) for language in Language}
    for language in Language:
        cue_in("x", language, Asked())
    calm = (ORDINARY * SIZE)[:SIZE]
    usual = min(took_ms(calm, Language.SV, calm) for _ in range(20))
    tried = []
    for number in range(TEXTS):
        language = list(Language)[number % 3]
        case = hostile(some, words[language]), language, hostile(some, words[language])
        tried.append((took_ms(*case), number, case))
    tried.sort(reverse=True)
    # The slowest again: what was slow once because the machine was busy is not slow five times.
    worst = max(min(took_ms(*case) for _ in range(5)) for _, _, case in tried[:20])
    with capsys.disabled():
        print(f"\ncues, {TEXTS} hostile texts of {SIZE}: worst {worst:.1f} ms, ", end="")
        print(f"median {tried[TEXTS // 2][0]:.1f} ms, an ordinary one {usual:.1f} ms")
    assert worst < WORST * usual


def test_an_ordinary_answer_costs_next_to_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    cue_in(ORDINARY, Language.SV, Asked())
    times = sorted(took_ms(ORDINARY, Language.SV, "Besöken börjar sent varje måndag") for _ in range(500))
    with capsys.disabled():
        print(f"\ncues, one ordinary answer: median {times[250]:.2f} ms")
    assert times[250] < ORDINARY_MS
