"""From typed words to what they mean: a command, a choice in a talk, a kind, a team. Words are data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.domain.ideas import Kind
from bot.domain.people import Language, Team
from bot.domain.tree import Evidence
from bot.domain.whys import LAST_WHY, Answered, Choice, Chose, Event, Limps, Step, WhyTalk, choices
from cards.mistyped import meant, ordinary
from cards.texts import texts_for
from cards.words import Words, cue, meaning, normal, words_for

# A yes with a few more words is a yes; with many it is an answer of its own.
_SHORT_ANSWER_WORDS = 6
_LONG_OPENING = 4


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


def has_words(text: str) -> bool:
    """Is there a letter or a digit in it at all?"""
    return any(character.isalnum() for character in text)


def command(text: str, language: Language) -> Command | None:
    """The command that the text is, in the person's language first, then in the others."""
    said = normal(text)
    for one in _turns(language):
        verb = _verbs(one).get(said)
        if verb is not None:
            return Command(verb)
    if said in _answers():
        # "Look for the cause" is a button of a talk, and no search for "the cause".
        return None
    with_rest = (_with_rest(text, said, one) for one in _turns(language))
    return next(filter(None, with_rest), None) or _mistyped(text)


def _mistyped(text: str) -> Command | None:
    """A command with a slip of the finger in it."""
    slip = _slip(text, "commands")
    if slip is None or (slip == Verb.CANCEL and not _has_all_letters(text)):
        return None
    return Command(Verb(slip))


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


@cache
def _answers() -> frozenset[str]:
    """Every form of every choice, in all languages."""
    tables = (words_for(one).choices for one in Language)
    return frozenset(form for table in tables for forms in table.values() for form in forms)


@cache
def _turns(language: Language) -> tuple[Language, ...]:
    return tuple(sorted(Language, key=lambda one: one is not language))


def language_named(text: str) -> Language | None:
    """The language that is called so, in any of the three."""
    said = normal(text)
    found = (meaning(words_for(other).languages, said) for other in Language)
    exact = next((one for one in found if one), None) or _slip(text, "languages")
    return Language(exact) if exact else None


def kind_named(text: str, language: Language) -> Kind | None:
    """The kind somebody has typed, by its name."""
    said = normal(text)
    found = (meaning(words.kinds, said) for words in _in_turn(language))
    kind = next((one for one in found if one), None) or _slip(text, "kinds")
    return Kind(kind) if kind else None


def _slip(text: str, table: str) -> str | None:
    """The key in that table which the text misses by a slip of the finger."""
    found = meant(text)
    return found.key if found is not None and found.table == table else None


def agrees(text: str, language: Language) -> bool:
    """Is it a plain yes?"""
    return _choice(normal(text), [Choice.YES], language) is not None


def refuses(text: str, language: Language) -> bool:
    """Is it a plain no?"""
    return _choice(normal(text), [Choice.NO], language) is not None


def seen_or_not(text: str, language: Language) -> Evidence:
    """What somebody says who went to see: it is not so when the words begin with a no, else it was seen."""
    said = normal(text)
    no = _choice(said, [Choice.NO], language) or _begins_with(said, [Choice.NO], language)
    return Evidence.SEEN if no is None else Evidence.NOT_SO


def guess_kind(text: str, language: Language) -> Kind:
    """What it most likely is; a problem when nothing speaks for anything else."""
    said = normal(text)
    found = (cue(words.cues, said) for words in _in_turn(language))
    return next((Kind(kind) for kind in found if kind), Kind.PROBLEM)


def team_named(text: str, teams: Sequence[Team]) -> Team | None:
    """The team that is called so, or stands at that place in the list."""
    said = normal(text)
    if said.isascii() and said.isdigit() and 1 <= int(said[:3]) <= len(teams):
        return teams[int(said[:3]) - 1]
    exact = [team for team in teams if normal(team.name) == said]
    partly = [team for team in teams if said and said in normal(team.name)]
    found = exact or (partly if len(partly) == 1 else [])
    return found[0] if found else None


def in_talk(text: str, talk: WhyTalk, language: Language) -> Event:
    """What typed words mean at the open question of a talk."""
    said = normal(text)
    if talk.step is Step.READ_BACK:
        number = _number_of_step(said)
        if number is not None:
            return Limps(number)
    offered = [*choices(talk), Choice.STOP]
    chosen = _choice(said, offered, language)
    # Before an answer that waits, a yes or a no may be the beginning of a better one.
    if chosen is None and not talk.held and {Choice.YES, Choice.NO} & set(offered):
        chosen = _begins_with(said, [c for c in (Choice.YES, Choice.NO) if c in offered], language)
    return Answered(text) if chosen is None else Chose(chosen)


def _number_of_step(said: str) -> int | None:
    """A step of the read-back by its number alone, or as its button says it."""
    if said.isascii() and said.isdigit():
        return int(said[:3])
    return _limping().get(said)


@cache
def _limping() -> dict[str, int]:
    """What the buttons of the read-back say, in all languages."""
    numbers = range(1, LAST_WHY + 1)
    return {
        normal(texts_for(one).say("choice-limps", number=number)): number
        for one in Language
        for number in numbers
    }


def plain_choice(text: str, language: Language) -> Choice | None:
    """The yes, no, seen or believed that the words are, and nothing else; None when they are something."""
    return _choice(normal(text), [Choice.YES, Choice.NO, Choice.SEEN, Choice.BELIEVED], language)


def _choice(said: str, offered: Iterable[Choice], language: Language) -> Choice | None:
    wanted = list(offered)
    for one in _turns(language):
        # A form of another language may be a word of one's own: "rota" is a root, and a list of shifts.
        if one is not language and said in ordinary(language):
            break
        for choice in wanted:
            if said in words_for(one).choices.get(choice.value, ()):
                return choice
    slip = _slip(said, "choices")
    return next((choice for choice in wanted if choice.value == slip), None)


def _begins_with(said: str, offered: Iterable[Choice], language: Language) -> Choice | None:
    if len(said.split()) > _SHORT_ANSWER_WORDS:
        return None
    wanted = list(offered)
    for one in _turns(language):
        for choice in wanted:
            names = words_for(one).openings[choice.value]
            # In another language only long ones: an English "no" is a Norwegian "now".
            if any(
                said.startswith(name + " ") for name in names if one is language or len(name) >= _LONG_OPENING
            ):
                return choice
    return None


def _behind(text: str, name: str) -> str:
    """What stands behind a command, as it was written: commands have as many words as their names."""
    return text.strip().split(maxsplit=len(name.split()))[-1]


def _in_turn(language: Language) -> list[Words]:
    return [words_for(one) for one in _turns(language)]
