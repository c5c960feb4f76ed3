"""What a text with a slip of the finger in it was meant to be: one of the forms in `words.toml`, or nothing.

A guess is made only when every form that lies near means the same, and when no word that differs is an
ordinary word of any of the three languages (`ordinary.toml`). What is typed exactly is not looked up here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.domain.people import Language
from cards.words import normal, words_for

# Letters: shorter forms are only met exactly; longer ones may have two slips.
SHORTEST, LONG, MOST_SLIPS = 4, 9, 2
# A word of fewer letters inside a longer form is only met exactly.
_SHORTEST_WORD = 3
# Letters with which words of the three languages are inflected.
_ENDINGS = frozenset("adegnrsty")


@dataclass(frozen=True, slots=True)
class Meant:
    """Which table of `Words`, and the key in it."""

    table: str
    key: str


@dataclass(frozen=True, slots=True)
class _Form:
    text: str
    words: tuple[str, ...]
    letters: int
    slips: int
    meant: Meant


def meant(text: str) -> Meant | None:
    """The one thing that the text misses by a slip or two; None when it is exact, unclear or other."""
    if len(text) > 4 * _longest():
        return None
    said = normal(text)
    if len(said) > _longest() + 2 or said in _exact():
        return None
    parts = tuple(said.split())
    near = {form.meant for form in _candidates(said, parts) if _is_near(parts, form)}
    # Written together counts, written apart does not: more words than the form has are words of their own.
    near |= {form.meant for form in _glued().get("".join(parts), ()) if len(form.words) > len(parts)}
    return near.pop() if len(near) == 1 else None


def slip(text: str, table: str) -> str | None:
    """The key in that table of `Words` which the text misses by a slip of the finger."""
    found = meant(text)
    return found.key if found is not None and found.table == table else None


def _candidates(said: str, parts: tuple[str, ...]) -> Iterator[_Form]:
    """Forms about as long and of the same letters, with the words that are no slips at the same places."""
    kept = [(at, word) for at, word in enumerate(parts) if word in _vocabulary()]
    if not 1 <= len(parts) - len(kept) <= MOST_SLIPS:
        return
    letters = _letters(said)
    # The rarest kept word leads to the fewest forms.
    lists = [_forms().get((len(parts), at, word), ()) for at, word in kept or [(0, "")]]
    for form in min(lists, key=len):
        differing = (letters ^ form.letters).bit_count()
        if abs(len(said) - len(form.text)) <= form.slips and differing <= 2 * form.slips:
            yield form


def _is_near(parts: tuple[str, ...], form: _Form) -> bool:
    slips = 0
    for typed, word in zip(parts, form.words, strict=True):
        if typed != word:
            slips += _slips(typed, word, alone=len(parts) == 1)
            if slips > form.slips:
                return False
    return True


def _slips(typed: str, word: str, *, alone: bool) -> int:
    """How many slips lie between two different words; a large number when it is no slip."""
    none = 99
    if len(word) < _SHORTEST_WORD or typed in _ordinary() or not typed.isalpha():
        return none
    if alone and _is_another_ending(typed, word):
        return none
    most = MOST_SLIPS if len(word) >= LONG else 1
    slips = distance(typed, word, most)
    return slips if slips <= most else none


def _is_another_ending(typed: str, word: str) -> bool:
    """Inflected, not mistyped: the last letter is more, missing or another, and it is one that words end in.

    A last letter that is doubled, or that should have been, is a slip.
    """
    if typed[:-1] == word or word[:-1] == typed:
        last = max(typed, word, key=len)[-1]
        return last in _ENDINGS and typed[-1] != word[-1]
    return typed[:-1] == word[:-1] and typed[-1] in _ENDINGS


def distance(one: str, other: str, most: int) -> int:
    """Letters put in, left out, replaced or swapped with the next one; `most` + 1 when there are more.

    Optimal string alignment; costs the product of the lengths.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _letters(text: str) -> int:
    """Which letters are in it, as bits: two texts one slip apart differ in two bits at most."""
    bits = 0
    for letter in set(text):
        bits |= 1 << (ord(letter) & 63)
    return bits


@cache
def _all() -> tuple[_Form, ...]:
    found = []
    for language in Language:
        words = words_for(language)
        tables = {
            "commands": words.commands,
            "choices": words.choices,
            "kinds": words.kinds,
            "languages": words.languages,
        }
        for name, table in tables.items():
            found += [_form(text, Meant(name, key)) for key, forms in table.items() for text in forms]
    return tuple(dict.fromkeys(found))


def _form(text: str, meant_: Meant) -> _Form:
    slips = MOST_SLIPS if len(text) >= LONG else 1
    return _Form(text, tuple(text.split()), _letters(text), slips, meant_)


@cache
def _forms() -> Mapping[tuple[int, int, str], tuple[_Form, ...]]:
    """Forms that may be mistyped, by their number of words and a word at its place; no word: all of them."""
    found: dict[tuple[int, int, str], list[_Form]] = {}
    for form in _all():
        if len(form.text) >= SHORTEST:
            for at, word in [(0, ""), *enumerate(form.words)]:
                found.setdefault((len(form.words), at, word), []).append(form)
    return {key: tuple(forms) for key, forms in found.items()}


@cache
def _vocabulary() -> frozenset[str]:
    """Every word of every form: whoever wrote one of them meant it."""
    return frozenset(word for form in _all() for word in form.words)


@cache
def _glued() -> Mapping[str, frozenset[_Form]]:
    """Forms of several words, as they look when somebody leaves out the spaces."""
    found: dict[str, set[_Form]] = {}
    for form in _all():
        if len(form.words) > 1:
            found.setdefault("".join(form.words), set()).add(form)
    return {text: frozenset(forms) for text, forms in found.items()}


@cache
def _exact() -> frozenset[str]:
    """What is meant as it stands, and no slip of anything: a goodbye in Swedish looks like a no."""
    tables = (words_for(language).courtesies for language in Language)
    courtesies = (form for table in tables for forms in table.values() for form in forms)
    return frozenset(form.text for form in _all()).union(courtesies)


@cache
def _longest() -> int:
    return max(len(form.text) for form in _all())


@cache
def ordinary(language: Language) -> frozenset[str]:
    """Everyday words of a language that look much like a form of this or of another."""
    source = files("cards").joinpath("locales", language.value, "ordinary.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(source)["words"].split())


@cache
def _ordinary() -> frozenset[str]:
    return frozenset().union(*(ordinary(language) for language in Language))
