"""Finding phrases in what people write, in one pass over the words: no regular expression that can blow up.

A phrase is written as words with single spaces; each place in it is one of

    word  stem*  *end  *part*     how the word reads, starts, ends, or what it holds
    a|b|c*                        one of several
    {list}                        one of the entries of a list beside the phrases, each of one word or more
    <name> <number> <any>         a capital inside a sentence, figures, any word
    ?a|b                          may be missing
    ..3                           up to three words of any kind, never over a comma or the end of a sentence
    ^ and $                       the start and the end of a sentence

The work is bounded by words times phrases times the longest gap; how the words repeat does not matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, product
from typing import TypeAlias

# Characters and words read of a text; what comes later is not looked at.
READ, _WORDS = 2000, 450
_TOKEN = re.compile(r"\d+(?:[.,:/+-]\d+)*|[^\W_]+(?:['-][^\W_]+)*(?::[a-z]{1,2}\b)?|[.!?;:,()\n…]")
_BREAKS = frozenset(".!?;:,()\n…")
_FULL_STOPS = _BREAKS - frozenset(",;")
_NAME, _NUMBER, _ANY = "<name>", "<number>", "<any>"

Atom: TypeAlias = str
Alternatives: TypeAlias = Mapping[Atom, tuple[tuple[Atom, ...], ...]]


class BadPhrase(ValueError):
    """A phrase of the data that cannot be read."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text as words: lower case, with a break as its sign. `capital`: starts with one inside a sentence."""

    words: tuple[str, ...]
    capital: tuple[bool, ...]

    def starts(self, at: int) -> bool:
        """Does a sentence, or a part of one, start at this word?"""
        return at == 0 or self.words[at - 1] in _BREAKS

    def ends(self, at: int) -> bool:
        """Does a sentence, or a part of one, end before this word?"""
        return at >= len(self.words) or self.words[at] in _BREAKS


def line(text: str) -> Line:
    """The first `READ` characters as words. Cut before it is composed, which long marks could slow down."""
    whole = unicodedata.normalize("NFC", text[:READ])[:READ].replace("’", "'").replace("´", "'")
    tokens = _TOKEN.findall(whole)[:_WORDS]
    capital = tuple(
        word[0].isupper() and word[1:2].islower() and at > 0 and tokens[at - 1] not in _FULL_STOPS
        for at, word in enumerate(tokens)
    )
    return Line(tuple(word.lower() for word in tokens), capital)


@dataclass(frozen=True, slots=True)
class _Slot:
    alternatives: Alternatives
    optional: bool
    number: int


@dataclass(frozen=True, slots=True)
class _Gap:
    longest: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    label: str
    at_start: bool
    at_end: bool
    places: tuple[_Slot | _Gap, ...]


@dataclass(slots=True)
class _Atoms:
    """Which ways of writing are asked for anywhere, so that each word is looked up once."""

    exact: set[str] = field(default_factory=set)
    starts: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)

    def add(self, atom: Atom) -> None:
        if atom.startswith("<"):
            return
        core = atom.strip("*")
        if not core or "*" in core:
            raise BadPhrase(f"{atom!r} is no word")
        match atom[0] == "*", atom[-1] == "*":
            case True, True:
                self.parts.add(core)
            case True, False:
                self.ends.add(core)
            case False, True:
                self.starts.add(core)
            case _:
                self.exact.add(core)


class Phrases:
    """Phrases of one language, each with a label."""

    def __init__(
        self,
        labelled: Mapping[str, Iterable[str]],
        lists: Mapping[str, Iterable[str]] | None = None,
        kinds: Mapping[Atom, Callable[[str], bool]] | None = None,
        no_names: frozenset[str] = frozenset(),
    ) -> None:
        """`labelled`: label to phrases; `kinds`: more places in angle brackets, each with what it takes;
        `no_names`: words that have a capital inside a sentence and name nobody.

        Raises BadPhrase for a phrase that cannot be read.
        """
        self._lists = {name: tuple(entries) for name, entries in (lists or {}).items()}
        self._kinds = dict(kinds or {})
        self._no_names = no_names
        self._atoms = _Atoms()
        self._slots: dict[str, Alternatives] = {}
        self._numbers: dict[str, int] = {}
        first: dict[Atom, list[_Phrase]] = defaultdict(list)
        for label, phrases in labelled.items():
            for written in phrases:
                phrase = self._phrase(label, written)
                for atom in _first_atoms(phrase, written):
                    first[atom].append(phrase)
        self._first = dict(first)
        self._start_lengths = sorted({len(stem) for stem in self._atoms.starts})
        self._end_lengths = sorted({len(end) for end in self._atoms.ends})

    def found(self, text: Line) -> frozenset[str]:
        """The labels of which a phrase occurs in the text."""
        marks = self._marks(text)
        live = self._live(frozenset(chain.from_iterable(marks)))
        known: dict[tuple[int, int], tuple[int, ...]] = {}
        labels: set[str] = set()
        for at, atoms in enumerate(marks):
            for atom in atoms:
                for phrase in live.get(atom, ()):
                    if phrase.label not in labels and _matches(phrase, text, marks, at, known):
                        labels.add(phrase.label)
        return frozenset(labels)

    def _live(self, present: frozenset[Atom]) -> dict[Atom, list[_Phrase]]:
        """The phrases that have a word for each of their places somewhere in the text, by their start."""
        filled: dict[int, bool] = {}
        live = {}
        for atom in present & self._first.keys():
            live[atom] = [phrase for phrase in self._first[atom] if _fillable(phrase, present, filled)]
        return live

    def _marks(self, text: Line) -> list[tuple[Atom, ...]]:
        seen: dict[str, tuple[Atom, ...]] = {}
        marks = []
        for word, capital in zip(text.words, text.capital, strict=True):
            if word not in seen:
                seen[word] = tuple(self._atoms_of(word))
            name = capital and word not in self._no_names
            marks.append((*seen[word], _NAME) if name else seen[word])
        return marks

    def _atoms_of(self, word: str) -> Iterator[Atom]:
        if word in _BREAKS:
            return
        yield _ANY
        if word[0].isdigit():
            yield _NUMBER
        yield from (kind for kind, takes in self._kinds.items() if takes(word))
        if word in self._atoms.exact:
            yield word
        for length in self._start_lengths:
            if word[:length] in self._atoms.starts and length <= len(word):
                yield word[:length] + "*"
        for length in self._end_lengths:
            if length <= len(word) and word[-length:] in self._atoms.ends:
                yield "*" + word[-length:]
        for part in self._atoms.parts:
            if part in word:
                yield f"*{part}*"

    def _phrase(self, label: str, written: str) -> _Phrase:
        places = written.split()
        at_start, at_end = places[0] == "^", places[-1] == "$"
        inner = places[at_start : len(places) - at_end]
        return _Phrase(label, at_start, at_end, tuple(self._place(place) for place in inner))

    def _place(self, written: str) -> _Slot | _Gap:
        if written.startswith(".."):
            return _Gap(int(written[2:]))
        slot = written.removeprefix("?")
        if slot not in self._slots:
            self._slots[slot] = self._alternatives(slot)
            self._numbers[slot] = len(self._numbers)
        return _Slot(self._slots[slot], slot != written, self._numbers[slot])

    def _alternatives(self, slot: str) -> Alternatives:
        found: dict[Atom, set[tuple[Atom, ...]]] = defaultdict(set)
        for way in self._ways(slot):
            atoms = tuple(way.split())
            for atom in atoms:
                self._check(atom)
                self._atoms.add(atom)
            found[atoms[0]].add(atoms[1:])
        return {atom: tuple(sorted(rests)) for atom, rests in found.items()}

    def _check(self, atom: Atom) -> None:
        if atom.startswith("<") and atom not in {_NAME, _NUMBER, _ANY, *self._kinds}:
            raise BadPhrase(f"{atom} is not known")

    def _ways(self, written: str) -> Iterator[str]:
        for way in written.split("|"):
            spelled = [self._entries(word) for word in way.split()]
            yield from (" ".join(words) for words in product(*spelled))

    def _entries(self, word: str) -> tuple[str, ...]:
        if not word.startswith("{"):
            return (word,)
        if word[1:-1] not in self._lists:
            raise BadPhrase(f"{word} is no list")
        return tuple(way for entry in self._lists[word[1:-1]] for way in self._ways(entry))


def _first_atoms(phrase: _Phrase, written: str) -> frozenset[Atom]:
    """What the phrase may start with: its first place, and those behind it while they may be missing."""
    atoms: set[Atom] = set()
    for place in phrase.places:
        if isinstance(place, _Gap):
            break
        atoms.update(place.alternatives)
        if not place.optional:
            return frozenset(atoms)
    raise BadPhrase(f"{written!r} starts with what may be missing")


def _fillable(phrase: _Phrase, present: frozenset[Atom], filled: dict[int, bool]) -> bool:
    for place in phrase.places:
        if isinstance(place, _Slot) and not place.optional:
            if place.number not in filled:
                filled[place.number] = not present.isdisjoint(place.alternatives)
            if not filled[place.number]:
                return False
    return True


def _matches(
    phrase: _Phrase,
    text: Line,
    marks: list[tuple[Atom, ...]],
    at: int,
    known: dict[tuple[int, int], tuple[int, ...]],
) -> bool:
    if phrase.at_start and not text.starts(at):
        return False
    reached = {at}
    for place in phrase.places:
        if isinstance(place, _Gap):
            reached = {end for start in reached for end in _over(marks, start, place.longest)}
        else:
            ends = {end for start in reached for end in _slot_ends(place, marks, start, known)}
            reached = ends | reached if place.optional else ends
        if not reached:
            return False
    return not phrase.at_end or any(text.ends(end) for end in reached)


def _over(marks: list[tuple[Atom, ...]], start: int, longest: int) -> Iterator[int]:
    yield start
    for at in range(start, min(start + longest, len(marks))):
        if not marks[at]:
            return
        yield at + 1


def _slot_ends(
    slot: _Slot, marks: list[tuple[Atom, ...]], at: int, known: dict[tuple[int, int], tuple[int, ...]]
) -> tuple[int, ...]:
    """Where this place may end when it starts at the word. Worked out once per text."""
    if at >= len(marks):
        return ()
    key = (slot.number, at)
    if key not in known:
        known[key] = tuple(
            at + 1 + len(rest)
            for atom in marks[at]
            for rest in slot.alternatives.get(atom, ())
            if all(
                at + 1 + step < len(marks) and word in marks[at + 1 + step] for step, word in enumerate(rest)
            )
        )
    return known[key]
