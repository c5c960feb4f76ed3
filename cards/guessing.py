"""One guess out of several kinds: the kind whose cue weighs most, and none when two weigh the same."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType

from bot.domain.people import Language
from cards.counting import is_number
from cards.cues import Cue, parse, thoughts, weight


@dataclass(frozen=True, slots=True)
class Guesses:
    """The cues of one file: what speaks for each kind, and what makes it none of them."""

    cues: Mapping[str, tuple[Cue, ...]]
    unless: tuple[Cue, ...]


def guess(text: str, language: Language, file: str) -> str | None:
    """The kind, in the chosen language or else in one of the other two; None when unsure.

    `file`: the name of the data in `locales/<language>/`, without its ending. Reads at most 2,000 characters.
    """
    sentences = thoughts(text)
    for one in (language, *(other for other in Language if other is not language)):
        numbers, guesses = partial(is_number, language=one), _guesses(one, file)
        if weight(guesses.unless, sentences, numbers):
            return None
        found = _best(sentences, numbers, guesses)
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _best(sentences: list[list[str]], numbers: Callable[[str], bool], guesses: Guesses) -> list[str]:
    weights = {kind: weight(cues, sentences, numbers) for kind, cues in guesses.cues.items()}
    most = max(weights.values())
    return [kind for kind, one in weights.items() if one == most > 0]


@cache
def _guesses(language: Language, file: str) -> Guesses:
    source = files("cards").joinpath("locales", language.value, f"{file}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(source)
    cues = {kind: tuple(parse(cue) for cue in forms) for kind, forms in tables["cues"].items()}
    return Guesses(MappingProxyType(cues), tuple(parse(cue) for cue in tables["unless"]))
