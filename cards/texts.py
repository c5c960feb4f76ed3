"""Where every sentence for people comes from: one Fluent catalogue per language, dates through Babel.

A key that is missing raises MissingText: the tests compare the catalogues, so it never reaches a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from bot.domain.people import Language

# Day patterns as the language writes them (CLDR has no skeleton with the Norwegian point after the day).
_DAY = {Language.SV: "EEEE d MMMM", Language.NB: "EEEE d. MMMM", Language.EN: "EEEE d MMMM"}
_SHORT_DAY = {Language.SV: "d MMM", Language.NB: "d. MMM", Language.EN: "d MMM"}
_TIME = {Language.SV: "HH.mm", Language.NB: "HH.mm", Language.EN: "HH:mm"}
_LOCALE = {Language.SV: "sv_SE", Language.NB: "nb_NO", Language.EN: "en_GB"}


class MissingText(KeyError):
    """A key or a gap of a text is not there."""


class Texts:
    """The words of one language."""

    def __init__(self, language: Language, sources: Mapping[str, str]) -> None:
        """`sources`: the language's catalogue files, name to content."""
        self.language = language
        self._bundle = FluentBundle([_LOCALE[language].replace("_", "-")], use_isolating=False)
        for name in sorted(sources):
            self._bundle.add_resource(FluentResource(sources[name]))
        self._locale = Locale.parse(_LOCALE[language])

    def say(self, key: str, /, **gaps: str | int | float) -> str:
        """One whole text. Raises MissingText when the key or one of its gaps is missing."""
        if not self._bundle.has_message(key):
            raise MissingText(f"{self.language}: {key}")
        message = self._bundle.get_message(key)
        if message.value is None:
            raise MissingText(f"{self.language}: {key} has no value")
        text, errors = self._bundle.format_pattern(message.value, dict(gaps))
        if errors:
            raise MissingText(f"{self.language}: {key}: {errors[0]!r}")
        return str(text)

    def has(self, key: str) -> bool:
        """Is there a text with this key?"""
        return self._bundle.has_message(key)

    def day(self, day: date) -> str:
        """A day as people say it: torsdag 26 november."""
        return str(format_date(day, _DAY[self.language], locale=self._locale))

    def short_day(self, day: date) -> str:
        """26 nov."""
        return str(format_date(day, _SHORT_DAY[self.language], locale=self._locale))

    def clock(self, moment: datetime | time, zone: str = "UTC") -> str:
        """A time of day: 08.30. A datetime is first taken to `zone`."""
        if isinstance(moment, datetime):
            moment = moment.astimezone(ZoneInfo(zone)).time()
        return str(format_time(moment, _TIME[self.language], locale=self._locale))

    def weekday(self, iso_weekday: int) -> str:
        """The name of ISO weekday 1 (Monday) to 7."""
        return str(self._locale.days["format"]["wide"][iso_weekday - 1])

    def listed(self, words: list[str]) -> str:
        """a, b and c."""
        return str(format_list(words, locale=self._locale))


def catalogue(language: Language) -> dict[str, str]:
    """The Fluent files of a language, name to content."""
    folder = files("cards").joinpath("locales", language.value)
    return {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith(".ftl")
    }


@cache
def texts_for(language: Language) -> Texts:
    """The texts of a language, read once."""
    return Texts(language, catalogue(language))


def playground_keys(language: Language) -> dict[str, Any]:
    """All texts without gaps whose key starts with `playground-`: what the page shows itself."""
    texts = texts_for(language)
    found = {}
    for source in catalogue(language).values():
        for line in source.splitlines():
            key = line.split(" =", 1)[0]
            if key.startswith("playground-") and " =" in line:
                found[key] = texts
    return {key: texts.say(key) for key in found}
