"""Taking out of a text what points to a person, before it leaves the house. Pure, and linear in the text.

It takes too much rather than too little: nothing is shown to people from here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.domain.people import Language
from cards.identity import identity_numbers
from cards.leanings import no_names, small_words

# Characters read; the rest is not given on.
READ = 2000
PERSON, DETAIL = "[person]", "[…]"
# Figures with what parts them in numbers of phones, cases and days.
_FIGURES = re.compile(r"\+?\d(?:[ \u00a0\u2009\u202f().:/+\u2010\u2011\u2013-]{0,2}\d)*")
_LONG = 5
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"@|://|^www\.|[^\W\d_]{2}\.[^\W\d_]{2}", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CODE_FIGURES = 3
_STARTS = frozenset(".!?…\n:")
_OPENING = frozenset(" \t\"'”“«»’‘(-–•*")
_REPEATED = re.compile(r"(?:\[person\][ -]?){2,}")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about names: of people around, and the usual given names (lower case)."""

    people: tuple[str, ...]
    given: frozenset[str]
    language: Language


def masked(text: str, known: Known) -> str:
    """The text with neutral marks instead of numbers, addresses and names.

    Identity numbers, phones, cases, days; e-mail, links, mentions; the names of people around, usual given
    names, and any word with a capital inside a sentence that is not known to name nobody.
    """
    text = unicodedata.normalize("NFC", text[:READ])[:READ]
    for start, end in reversed(identity_numbers(text)):
        text = f"{text[:start]}{DETAIL}{text[end:]}"
    text = _TOKEN.sub(lambda found: DETAIL if _ADDRESS.search(found[0]) else found[0], text)
    text = _FIGURES.sub(_figures, text)
    return _REPEATED.sub(f"{PERSON} ", _without_names(text, known)).strip()


def _figures(found: re.Match[str]) -> str:
    """A count or a clock stays; what is long enough to be a number of something goes."""
    return DETAIL if sum(sign.isdecimal() for sign in found[0]) >= _LONG else found[0]


def _without_names(text: str, known: Known) -> str:
    people = _parts(known.people)
    harmless = frozenset(word for language in Language for word in no_names(language))
    little = small_words(known.language)
    pieces, at, named = [], 0, False
    for found in _WORD.finditer(text):
        word = found[0]
        if word == "person" and text[found.start() - 1 : found.end() + 1] == PERSON:
            continue
        inside = not _begins(text, found.start())
        named = _is_name(word, inside or named, people, known.given, harmless, little)
        if named or _is_code(word):
            pieces += [text[at : found.start()], PERSON if named else DETAIL]
            at = found.end()
    return "".join((*pieces, text[at:]))


def _is_name(
    word: str,
    inside: bool,
    people: frozenset[str],
    given: frozenset[str],
    harmless: frozenset[str],
    little: frozenset[str],
) -> bool:
    """`inside` a sentence, or behind a name: there a capital is enough."""
    whole, parts = word.lower(), re.split(r"['’-]", word)
    ways = {whole, whole.removesuffix("s"), *(part.lower() for part in parts)}
    if not people.isdisjoint(ways):
        return True
    if not word[0].isupper() or len(word) == 1:
        return False
    if not given.isdisjoint(ways):
        return True
    unknown = {part.lower() for part in parts if part[:1].isupper() and part[1:2].islower()}
    return inside and whole not in harmless and not unknown <= harmless | little


def _is_code(word: str) -> bool:
    """Letters with figures: a number plate, a case, a room."""
    figures = sum(sign.isdecimal() for sign in word)
    return figures >= _CODE_FIGURES and figures < len(word)


def _parts(people: tuple[str, ...]) -> frozenset[str]:
    """Each part of each name; initials alone would take letters out of everything."""
    words = (part for name in people for part in re.split(r"[\s'’-]+", unicodedata.normalize("NFC", name)))
    return frozenset(word.strip(".,()").lower() for word in words if len(word.strip(".,()")) > 1)


def _begins(text: str, at: int) -> bool:
    """Does a sentence begin here? Looks back over a few signs only."""
    for before in range(at - 1, max(-1, at - 5), -1):
        if text[before] in _STARTS:
            return True
        if text[before] not in _OPENING:
            return False
    return at < 5
