"""From typed words to a command and what stands behind it. The words are data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.domain.people import Language
from cards.mistyped import slip
from cards.words import languages_from, normal, words_for
from handlers.naming import language_named


class Verb(StrEnum):
    """What one can ask Femma for by name."""

    HELP = "help"
    MINE = "mine"
    WAITING = "waiting"
    LANGUAGE = "language"
    CANCEL = "cancel"
    RESUME = "resume"
    SUMMARY = "summary"
    NEW = "new"
    SETUP = "setup"
    FIND = "find"
    AWAY = "away"
    BACK = "here-again"
    PROMISES = "promises"
    GAINS = "gains"
    DOORS = "doors"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class Command:
    """A verb and what stood behind it, as it was written."""

    verb: Verb
    rest: str = ""


# These may have more words behind them; the others stand alone, so that a sentence is never a command.
_WITH_REST = frozenset({Verb.LANGUAGE, Verb.NEW, Verb.FIND, Verb.AWAY, Verb.A3})
# More words than these behind "find" or "away" are something told, not something asked for.
_LONGEST_REST = 4
# The number of an idea, as it is said.
_NUMBER = re.compile(r"#?\s?[0-9]{1,9}", re.ASCII)


def command(text: str, language: Language) -> Command | None:
    """The command that the text is, in the person's language first, then in the others."""
    said = normal(text)
    for one in languages_from(language):
        verb = _verbs(one).get(said)
        if verb is not None:
            return Command(verb)
    if said in _answers():
        # "Look for the cause" is a button of a talk, and no search for "the cause".
        return None
    with_rest = (_with_rest(text, said, one) for one in languages_from(language))
    return next(filter(None, with_rest), None) or _mistyped(text)


def _mistyped(text: str) -> Command | None:
    """A command with a slip of the finger in it."""
    found = slip(text, "commands")
    if found is None or (found == Verb.CANCEL and not _has_all_letters(text)):
        return None
    return Command(Verb(found))


def _has_all_letters(text: str) -> bool:
    """What throws something away is guessed only when its letters are all there and have changed places."""
    letters = sorted(normal(text))
    forms = (form for one in Language for form in words_for(one).commands[Verb.CANCEL])
    return any(sorted(form) == letters for form in forms)


def _with_rest(text: str, said: str, language: Language) -> Command | None:
    # "away until" before "away": the longer name says what the rest is.
    for name, verb in sorted(_verbs(language).items(), key=lambda form: -len(form[0])):
        if verb in _WITH_REST and said.startswith(name + " "):
            rest = _behind(text, name)
            if verb is Verb.LANGUAGE and language_named(rest) is None:
                continue
            if verb is Verb.A3 and not _NUMBER.fullmatch(rest):
                # "A3 paper has run out" is something told.
                continue
            if verb in {Verb.FIND, Verb.AWAY} and len(rest.split()) > _LONGEST_REST:
                continue
            return Command(verb, rest)
    return None


@cache
def _verbs(language: Language) -> dict[str, Verb]:
    """Every form of every command. The first command that has a form keeps it."""
    commands = words_for(language).commands
    pairs = [(form, verb) for verb in Verb for form in commands.get(verb.value, ())]
    return dict(reversed(pairs))


def _behind(text: str, name: str) -> str:
    """What stands behind a command, as it was written: commands have as many words as their names."""
    return text.strip().split(maxsplit=len(name.split()))[-1]


@cache
def _answers() -> frozenset[str]:
    """Every form of every choice, in all languages."""
    tables = (words_for(one).choices for one in Language)
    return frozenset(form for table in tables for forms in table.values() for form in forms)
