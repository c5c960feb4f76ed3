"""Effects in words: what kind, how we know, and freed time as a sum that its writer can check."""

from __future__ import annotations

from bot.domain.effects import (
    WORKING_DAYS,
    WORKING_MONTHS,
    WORKING_WEEKS,
    Basis,
    EffectKind,
    Per,
    Range,
    Saving,
)
from bot.domain.people import Language
from cards.texts import texts_for


def kind_name(kind: EffectKind, language: Language) -> str:
    """What got better, as a word in a list."""
    return texts_for(language).say(f"effect-kind-{kind.value}")


def basis_name(basis: Basis, language: Language) -> str:
    """How we know, as a word after a figure."""
    return texts_for(language).say(f"basis-{basis.value}")


def sum_example(language: Language) -> str:
    """A sum as one may write it; `cards.sums.saving` reads it."""
    return texts_for(language).say("sum-example")


def understood_text(saving: Saving, language: Language) -> str:
    """The parts as they were read: 10 minutes × 3 times a week × 12 people."""
    texts = texts_for(language)
    return texts.say(
        "sum-understood",
        lasts=texts.say("sum-lasts", minutes=_whole(saving.minutes)),
        times=texts.say(f"sum-times-{saving.per.value}", times=_whole(saving.times)),
        people=texts.say("sum-people", people=saving.people),
    )


def hours_text(hours: Range, language: Language) -> str:
    """264–276 hours a year. Whole hours from ten on, below that to tenths, and minutes below one hour."""
    texts = texts_for(language)
    if hours.high < 1:
        return texts.say("hours-minutes", minutes=round(hours.high * 60))
    low, high = _shown(hours.low, hours.high), _shown(hours.high, hours.high)
    if low == high:
        return texts.say("hours-one", hours=high)
    return texts.say("hours-range", low=low, high=high)


def over_text(saving: Saving, language: Language) -> str:
    """The hours, and over how much of a year: 264–276 hours a year (44–46 working weeks)."""
    texts, hours = texts_for(language), hours_text(saving.hours, language)
    weeks = {"low": WORKING_WEEKS[0], "high": WORKING_WEEKS[1]}
    match saving.per:
        case Per.DAY:
            return texts.say("sum-over-day", hours=hours, days=WORKING_DAYS, **weeks)
        case Per.WEEK:
            return texts.say("sum-over-week", hours=hours, **weeks)
        case Per.MONTH:
            return texts.say("sum-over-month", hours=hours, low=WORKING_MONTHS[0], high=WORKING_MONTHS[1])
        case Per.YEAR:
            return hours


def sum_text(saving: Saving, language: Language) -> str:
    """The parts and what they come to, in one line."""
    understood, over = understood_text(saving, language), over_text(saving, language)
    return texts_for(language).say("sum-whole", understood=understood, over=over)


def freed_text(hours: Range, used_for: str, language: Language) -> str:
    """Freed time with what it goes to. Without a use it is only the hours: never a saving of people."""
    text = hours_text(hours, language)
    return texts_for(language).say("sum-freed", hours=text, use=used_for) if used_for else text


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number


def _shown(hours: float, most: float) -> float:
    return round(hours) if most >= 10 else _whole(round(hours, 1))
