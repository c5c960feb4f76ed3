"""What a language model is told, and what its answers are held against: the data of one language.

It lies in `locales/<language>/model.toml`. Nothing here asks anybody.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.domain.people import Language
from bot.domain.ports import Plea
from cards.leanings import small_words
from cards.masking import Known, masked
from cards.patterns import Phrases

# Characters of each text of a person that are given.
_GIVEN = 600
_ENTRY = re.compile(r"[,\n]")


@dataclass(frozen=True, slots=True)
class ModelRules:
    """`own`: words that only this one of the languages has; `asks` and `opens`: words that make a question,
    anywhere in it or first; `names`: given names, in lower case."""

    system: str
    purposes: Mapping[str, str]
    said: Mapping[str, str]
    own: frozenset[str]
    asks: frozenset[str]
    opens: frozenset[str]
    charges: Phrases
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is sent: the rules, and what people wrote as JSON, with nothing in it that points to a person."""

    system: str
    said: str


def prompt(plea: Plea) -> Prompt:
    """The request for one better-worded question."""
    rules, known = rules_for(plea.language), known_to(plea)
    values = {
        "purpose": rules.purposes.get(plea.purpose, ""),
        "problem": masked(plea.problem, known)[:_GIVEN],
        "about": masked(plea.about, known)[:_GIVEN],
        "question": masked(plea.question, known)[:_GIVEN],
    }
    said = {rules.said[name]: value for name, value in values.items() if value}
    return Prompt(rules.system.strip(), json.dumps(said, ensure_ascii=False))


def known_to(plea: Plea) -> Known:
    """What is known about names around this question."""
    return Known(plea.names, given_names(), plea.language)


@cache
def given_names() -> frozenset[str]:
    """The usual given names of all three countries: colleagues come from everywhere."""
    return frozenset(name for language in Language for name in rules_for(language).names)


@cache
def rules_for(language: Language) -> ModelRules:
    """The data of a language, read once."""
    source = files("cards").joinpath("locales", language.value, "model.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    check = table["check"]
    others = frozenset(word for other in Language if other is not language for word in small_words(other))
    marks = small_words(language) - others - _entries(check["shared"])
    return ModelRules(
        table["system"],
        table["purpose"],
        table["said"],
        marks | _entries(check["own"]),
        _entries(check["asks"]),
        _entries(check["opens"]),
        Phrases({"charge": _entries(check["charges"])}),
        _entries(check["names"]),
    )


def _entries(written: str) -> frozenset[str]:
    return frozenset(entry.strip() for entry in _ENTRY.split(written) if entry.strip())
