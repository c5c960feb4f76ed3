"""The problem and the answers to its whys: a small tree. A number is good until an answer is taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import blake2b

from bot.domain.people import PersonId

# The parent of the first whys.
PROBLEM = -1
MAX_BRANCHES = 3


class Evidence(StrEnum):
    """Has somebody seen it, is it what we believe, or did somebody look and find that it is not so?"""

    SEEN = "seen"
    BELIEVED = "believed"
    NOT_SO = "not-so"


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody goes to see: where, who (empty: whoever leads the talk) and by which day, if they said.

    `unknown`: nobody knew an answer, so what is seen there will be one.
    """

    where: str = ""
    who: str = ""
    by: date | None = None
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """One answer. `parent` is the number of the why it hangs on, PROBLEM for the first ones.

    `note` is where it was seen, or what was seen there. `look` is set while somebody is to go and see.
    `by` is who said it in a talk of several people; empty for whoever leads it.
    """

    text: str
    parent: int
    evidence: Evidence | None = None
    note: str = ""
    look: Look | None = None
    by: PersonId = ""


def mark_of(text: str) -> int:
    """A small number that tells one why from another. Buttons carry it: they outlive the tree's numbers."""
    return int.from_bytes(blake2b(text.encode(errors="surrogatepass"), digest_size=2).digest(), "big")


@dataclass(frozen=True, slots=True)
class WhyTree:
    """The problem in the person's words and the whys below it. `look`: somebody goes to see the problem."""

    problem: str
    whys: tuple[Why, ...] = ()
    look: Look | None = None

    def text_of(self, number: int) -> str:
        """The words at a number; the problem's own for PROBLEM."""
        return self.problem if number == PROBLEM else self.whys[number].text

    def has(self, number: int, mark: int) -> bool:
        """Is there such a why (or the problem), and still the one that was meant? Old buttons have mark 0."""
        is_there = PROBLEM <= number < len(self.whys)
        return is_there and mark in {0, mark_of(self.text_of(number))}

    def children(self, number: int) -> tuple[int, ...]:
        """The whys that hang on this one, oldest first."""
        return tuple(i for i, why in enumerate(self.whys) if why.parent == number)

    def chain(self, number: int) -> tuple[int, ...]:
        """From the first why down to this one."""
        found: list[int] = []
        while number != PROBLEM:
            found.append(number)
            number = self.whys[number].parent
        return tuple(reversed(found))

    def depth(self, number: int) -> int:
        """How many whys lie between the problem and this one, itself included."""
        return len(self.chain(number))

    def leaves(self) -> tuple[int, ...]:
        """The ends of all chains."""
        parents = {why.parent for why in self.whys}
        return tuple(i for i in range(len(self.whys)) if i not in parents)

    def newest_leaf_below(self, number: int) -> int:
        """The end that was added last among those below this why; itself when nothing hangs on it."""
        while children := self.children(number):
            number = children[-1]
        return number

    def has_room(self, parent: int) -> bool:
        """May one more cause hang on this why? Three may."""
        return len(self.children(parent)) < MAX_BRANCHES

    def add(self, parent: int, text: str, by: PersonId = "") -> WhyTree:
        """A new answer below `parent`. Raises ValueError when it has three already."""
        if not self.has_room(parent):
            raise ValueError("a why has at most three causes")
        return replace(self, whys=(*self.whys, Why(text, parent, by=by)))

    def marked(self, number: int, evidence: Evidence | None, note: str = "") -> WhyTree:
        """Seen or believed, and where; whoever was to look does not have to any more."""
        return self._with(number, replace(self.whys[number], evidence=evidence, note=note, look=None))

    def look_at(self, number: int) -> Look | None:
        """Who goes to see this why, or the problem; None when nobody does."""
        return self.look if number == PROBLEM else self.whys[number].look

    def with_look(self, number: int, look: Look | None) -> WhyTree:
        """Somebody goes to see this why, or the problem; or nobody any more."""
        if number == PROBLEM:
            return replace(self, look=look)
        return self._with(number, replace(self.whys[number], look=look))

    def looks(self) -> tuple[tuple[int, Look], ...]:
        """All that somebody is to go and see, the problem first."""
        every = ((number, self.look_at(number)) for number in range(PROBLEM, len(self.whys)))
        return tuple((number, look) for number, look in every if look is not None)

    def put_off(self, number: int, day: date | None) -> WhyTree:
        """Another day for going to see; None for no day. Raises ValueError when nobody was to."""
        look = self.look_at(number)
        if look is None:
            raise ValueError("nobody goes to see this")
        return self.with_look(number, replace(look, by=day))

    def came_back(self, number: int, evidence: Evidence, words: str) -> WhyTree:
        """Somebody went to see: what they saw. Where nobody knew an answer, the words are one.

        Raises ValueError when nobody was to go.
        """
        look = self.look_at(number)
        if look is None:
            raise ValueError("nobody goes to see this")
        gone = self.with_look(number, None)
        if number == PROBLEM or look.unknown:
            if not words or not gone.has_room(number):
                return gone
            return gone.add(number, words).marked(len(gone.whys), Evidence.SEEN, look.where)
        return gone.marked(number, evidence, words or look.where)

    def mended(self, number: int, text: str) -> WhyTree:
        """A missing step between this why and what it hangs on."""
        between = Why(text, self.whys[number].parent)
        grown = replace(self, whys=(*self.whys, between))
        return grown._with(number, replace(self.whys[number], parent=len(self.whys)))

    def without(self, number: int) -> tuple[WhyTree, int]:
        """The tree without one leaf, and the new number of what it hung on.

        Raises ValueError when something hangs on it.
        """
        if self.children(number):
            raise ValueError("something hangs on this why")

        def moved(old: int) -> int:
            return old - 1 if old > number else old

        rest = (why for i, why in enumerate(self.whys) if i != number)
        whys = tuple(replace(why, parent=moved(why.parent)) for why in rest)
        return replace(self, whys=whys), moved(self.whys[number].parent)

    def same_words(self, other: WhyTree) -> bool:
        """Has the other tree the same causes in the same places, whoever goes to see what?"""
        mine, theirs = ([(why.text, why.parent) for why in tree.whys] for tree in (self, other))
        return self.problem == other.problem and mine == theirs

    def without_words_of(self, silent: frozenset[PersonId]) -> WhyTree:
        """The tree with the words of these people left out: the place of each cause stays, and is empty."""
        kept = (replace(why, text="", note="", by="") if why.by in silent else why for why in self.whys)
        return replace(self, whys=tuple(kept))

    @property
    def mostly_believed(self) -> bool:
        """Is half of the steps or more what we believe? Then somebody had better go and see first."""
        known = [why.evidence for why in self.whys if why.evidence]
        return bool(known) and 2 * known.count(Evidence.BELIEVED) >= len(known)

    @property
    def forked(self) -> bool:
        """Has any step more than one cause?"""
        return any(len(self.children(i)) > 1 for i in range(PROBLEM, len(self.whys)))

    def _with(self, number: int, why: Why) -> WhyTree:
        return replace(self, whys=(*self.whys[:number], why, *self.whys[number + 1 :]))
