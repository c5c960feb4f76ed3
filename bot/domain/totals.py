"""Sums of effects that stay honest: what was measured, estimated and felt is never added together.

Nothing here can be counted per person, because an effect knows no person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from bot.domain.effects import Basis, Effect, EffectKind, Range

NOTHING: Final = Range(0, 0)


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """The sum of the figures of one kind in one unit; different units are never added."""

    kind: EffectKind
    unit: str
    amount: float


@dataclass(frozen=True, slots=True)
class Total:
    """Effects that may be added: how many, their hours a year, and their other figures by kind and unit."""

    count: int = 0
    hours: Range = NOTHING
    amounts: tuple[Amount, ...] = ()

    def plus(self, other: Total) -> Total:
        """Both together."""
        amounts = _added((*self.amounts, *other.amounts))
        return Total(self.count + other.count, self.hours.plus(other.hours), amounts)


def _added(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    sums: dict[tuple[EffectKind, str], float] = {}
    for one in amounts:
        key = (one.kind, one.unit)
        sums[key] = round(sums.get(key, 0) + one.amount, 2)
    return tuple(sorted(Amount(kind, unit, amount) for (kind, unit), amount in sums.items()))


def _total(effect: Effect) -> Total:
    unit = " ".join(effect.unit.casefold().split())
    amounts = () if effect.amount is None else (Amount(effect.kind, unit, round(effect.amount, 2)),)
    hours = effect.hours or NOTHING
    return Total(1, Range(round(hours.low, 2), round(hours.high, 2)), amounts)


@dataclass(frozen=True, slots=True)
class Known:
    """Totals by how we know them."""

    measured: Total = field(default_factory=Total)
    estimated: Total = field(default_factory=Total)
    felt: Total = field(default_factory=Total)

    def on(self, basis: Basis) -> Total:
        """The total on one basis."""
        match basis:
            case Basis.MEASURED:
                return self.measured
            case Basis.ESTIMATED:
                return self.estimated
            case Basis.FELT:
                return self.felt

    def plus(self, other: Known) -> Known:
        """Both together, basis by basis."""
        return Known(*(self.on(basis).plus(other.on(basis)) for basis in Basis))


@dataclass(frozen=True, slots=True)
class Sums:
    """Six totals that are never added to each other: seen as possible or happened, by how we know.

    There is none per person, and none over the three bases: whoever wants one number has to choose which.
    """

    identified: Known = field(default_factory=Known)
    realised: Known = field(default_factory=Known)

    @classmethod
    def of(cls, effects: Iterable[Effect]) -> Sums:
        """The sums of these effects, in whatever order they come."""
        sums = cls()
        for effect in effects:
            sums = sums.plus(_alone(effect))
        return sums

    def plus(self, other: Sums) -> Sums:
        """Both together, for a unit above the teams."""
        return Sums(self.identified.plus(other.identified), self.realised.plus(other.realised))


def _alone(effect: Effect) -> Sums:
    known = Known(*(_total(effect) if effect.basis is basis else Total() for basis in Basis))
    return Sums(realised=known) if effect.realised else Sums(identified=known)
