"""What a manager may want to say: suggestions with gaps, to be changed before they are sent."""

from __future__ import annotations

from enum import StrEnum

from bot.domain.people import Language
from cards.texts import texts_for

# Stands where the manager has something to fill in.
OPEN = "…"


class Phrase(StrEnum):
    """One for each thing that a manager may answer."""

    ACKNOWLEDGE = "acknowledge"
    SHOW_ME = "show-me"
    TRY_SMALL = "try-small"
    YES = "yes"
    YES_IF = "yes-if"
    YOU_DECIDE = "you-decide"
    REST = "rest"
    PASS_ON = "pass-on"  # noqa: S105
    NOT_NOW = "not-now"
    EXISTS = "exists"
    THANKS_EFFECT = "thanks-effect"
    TRY_FAILED = "try-failed"


_GAPS = ("day", "time", "condition", "who", "reason", "link", "number", "thing", "lesson")


def phrase(which: Phrase, language: Language, **known: str | int | float) -> str:
    """The suggestion. A gap that is not `known` is left open as "…".

    Gaps: `day` (acknowledge, rest, pass-on), `time` (show-me), `condition` (yes-if), `who` (pass-on),
    `reason` (not-now), `link` (exists), `number` and `thing` (thanks-effect), `lesson` (try-failed). Raises
    ValueError for another name.
    """
    if strange := known.keys() - set(_GAPS):
        raise ValueError(f"no gap called {', '.join(sorted(strange))}")
    gaps: dict[str, str | int | float] = dict.fromkeys(_GAPS, OPEN)
    return texts_for(language).say(f"phrase-{which.value}", **(gaps | known))
