"""A day as people write it: `5 maj`, `5. mai`, `5/5`, `2026-05-05`, a weekday, tomorrow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from babel import Locale

from bot.domain.people import Language
from cards.words import languages_from, meaning, normal, words_for

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})\s?[/.]\s?(\d{1,2})\.?")
_NAMED = re.compile(
    r"(?:(?:den|the)\s)?(\d{1,2})(?:\.|:e|:a|st|nd|rd|th)?\s(?:of\s)?([^\W\d]+)(?:\s(\d{4}))?"
)
# A day further ahead than this is a slip of the finger.
LONGEST = timedelta(days=730)


def day_named(text: str, language: Language, today: date) -> date | None:
    """The day that is meant, later than `today`; None when it is none or lies too far ahead.

    A day without a year is the next one of that name. Day before month, in all three languages.
    """
    said = text.strip().lower()[:60]
    found = _iso(said) or _slashed(said, today) or _named(said, language, today)
    day = found or _spoken(said, language, today)
    return day if day is not None and today < day <= today + LONGEST else None


def _iso(said: str) -> date | None:
    match = _ISO.fullmatch(said)
    return _date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _slashed(said: str, today: date) -> date | None:
    match = _SLASHED.fullmatch(said)
    return _coming(int(match[2]), int(match[1]), today) if match else None


def _named(said: str, language: Language, today: date) -> date | None:
    match = _NAMED.fullmatch(said)
    months = [_months(one) for one in languages_from(language)]
    month = next((names[match[2]] for names in months if match and match[2] in names), None)
    if match is None or month is None:
        return None
    if match[3]:
        return _date(int(match[3]), month, int(match[1]))
    return _coming(month, int(match[1]), today)


def _spoken(said: str, language: Language, today: date) -> date | None:
    words = normal(said)
    for one in languages_from(language):
        ahead = {"today": 0, "tomorrow": 1, "next-week": 8 - today.isoweekday()}
        named = meaning(words_for(one).days, words)
        if named is not None:
            return today + timedelta(days=ahead[named])
        weekday = _weekdays(one).get(words)
        if weekday is not None:
            return today + timedelta(days=(weekday - today.isoweekday()) % 7 or 7)
    return None


def _coming(month: int, day: int, today: date) -> date | None:
    """The next day of that name, today not counted; looks four years ahead for a 29 February."""
    for year in range(today.year, today.year + 5):
        found = _date(year, month, day)
        if found is not None and found > today:
            return found
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months(language: Language) -> Mapping[str, int]:
    names = Locale.parse(language.value).months["format"]
    forms = {name.lower().rstrip("."): number for number, name in names["abbreviated"].items()}
    return {**forms, **{name.lower(): number for number, name in names["wide"].items()}}


@cache
def _weekdays(language: Language) -> Mapping[str, int]:
    """ISO weekdays by name; Babel counts from Monday as 0. Swedish also says `på måndag`."""
    names = Locale.parse(language.value).days["format"]["wide"]
    plain = {name.lower(): number + 1 for number, name in names.items()}
    before = {Language.SV: "på", Language.NB: "på", Language.EN: "on"}[language]
    return {**plain, **{f"{before} {name}": number for name, number in plain.items()}}
