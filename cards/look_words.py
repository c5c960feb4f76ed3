"""The day somebody will go and see, as they write it: `day_named` and what is said around it."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.people import Language
from bot.domain.whys import Choice
from cards.answers import DayWords, Phrase, day_words, leading
from cards.days import day_named
from cards.words import languages_from, normal, words_for

# Whoever goes to see goes soon.
LONGEST = timedelta(days=90)
_LONGEST_TEXT = 60


def day_said(text: str, language: Language, today: date) -> date | None:
    """The day that is meant, from `today` to 90 days ahead; None when it is none or lies outside.

    Next week is its Monday. A weekday is the next one of that name, today not counted.
    """
    if len(text) > _LONGEST_TEXT or normal(text) in words_for(language).choices[Choice.NO]:
        # An English "no" is a Norwegian "now".
        return None
    written = text.strip().rstrip(".!?, ").lower()
    found = (_in_words(written, day_words(one), one, today) for one in languages_from(language))
    day = day_named(written, language, today) or next(filter(None, found), None)
    return day if day is not None and today <= day <= today + LONGEST else None


def _in_words(written: str, words: DayWords, language: Language, today: date) -> date | None:
    """The day in the text, or in what is left of it once the words in front that say nothing are gone."""
    rest = written.split()
    while rest:
        said = tuple(normal(" ".join(rest)).split())
        day = _named(said, words, language, today) or _ahead(said, words, today)
        day = day or day_named(" ".join(rest), language, today)
        skipped = leading(said, words.before)
        if day is not None or not skipped:
            return day
        rest = rest[skipped:]
    return None


def _named(said: Phrase, words: DayWords, language: Language, today: date) -> date | None:
    whole = " ".join(said)
    for names, ahead in ((words.today, 0), (words.tomorrow, 1), (words.after_tomorrow, 2)):
        if whole in names:
            return today + timedelta(days=ahead)
    skipped = leading(said, words.this) or leading(said, words.next)
    weekday = day_named(" ".join(said[skipped:]), language, today) if skipped else None
    if weekday is not None and leading(said, words.next) and not _same_week_over(weekday, today):
        return weekday + timedelta(days=7)
    return weekday or _day_of_month(said, words, today)


def _same_week_over(day: date, today: date) -> bool:
    """Does the day already lie in a later week than today?"""
    return day.isocalendar()[:2] != today.isocalendar()[:2]


def _day_of_month(said: Phrase, words: DayWords, today: date) -> date | None:
    """`the 3rd`: the next third, in this month or the next that has one."""
    if len(said) not in {2, 3} or said[0] not in words.the:
        return None
    number = said[1].removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    if len(said) == 3 and said[2] not in {"e", "a"}:
        return None
    if not (number.isascii() and number.isdigit() and 1 <= int(number[:3]) <= 31):
        return None
    days = (today + timedelta(days=ahead) for ahead in range(1, LONGEST.days + 1))
    return next((day for day in days if day.day == int(number)), None)


def _ahead(said: Phrase, words: DayWords, today: date) -> date | None:
    """`in two weeks`: the words before the unit are a number."""
    if len(said) < 2 or said[0] not in words.in_:
        return None
    written = " ".join(said[1:-1])
    digits = written.isascii() and written.isdigit() and len(written) <= 2
    number = int(written) if digits else words.numbers.get(written)
    units = ((words.day, 1), (words.week, 7), (words.month, 30))
    length = next((days for names, days in units if said[-1] in names), None)
    return today + timedelta(days=number * length) if number and length else None
