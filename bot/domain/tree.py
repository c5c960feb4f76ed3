"""The problem and the answers to its whys: a small tree whose nodes keep their number for good."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

# The parent of the first whys.
PROBLEM = -1
MAX_BRANCHES = 3


class Evidence(StrEnum):
    """Has somebody seen it, or is it what we believe?"""

    SEEN = "seen"
    BELIEVED = "believed"


@dataclass(frozen=True, slots=True)
class Why:
    """One answer. `parent` is the number of the why it hangs on, PROBLEM for the first ones.

    `note` is where it was seen or where to look.
    """

    text: str
    parent: int
    evidence: Evidence | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class WhyTree:
    """The problem in the person's words and the whys below it."""

    problem: str
    whys: tuple[Why, ...] = ()

    def text_of(self, number: int) -> str:
        """The words at a number; the problem's own for PROBLEM."""
        return self.problem if number == PROBLEM else self.whys[number].text

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

    def add(self, parent: int, text: str) -> WhyTree:
        """A new answer below `parent`. Raises ValueError when it has three already."""
        if len(self.children(parent)) >= MAX_BRANCHES:
            raise ValueError("a why has at most three causes")
        return replace(self, whys=(*self.whys, Why(text, parent)))

    def marked(self, number: int, evidence: Evidence | None, note: str = "") -> WhyTree:
        """Seen or believed, and where."""
        return self._with(number, replace(self.whys[number], evidence=evidence, note=note))

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

    @property
    def forked(self) -> bool:
        """Has any step more than one cause?"""
        return any(len(self.children(i)) > 1 for i in range(PROBLEM, len(self.whys)))

    def _with(self, number: int, why: Why) -> WhyTree:
        return replace(self, whys=(*self.whys[:number], why, *self.whys[number + 1 :]))
