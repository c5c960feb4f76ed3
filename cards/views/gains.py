"""What ideas gave, team by team: what was measured, estimated and felt stays apart, so does what is hoped.

Never about a person, and freed time is never a saving of people: it is said what it goes to.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.effects import Basis
from bot.domain.notices import GainRow, Gains
from bot.domain.totals import NOTHING, Amount, Known, Sums, Total
from cards.effects import basis_name, hours_text, kind_name
from cards.escape import shorten
from cards.model import Card, Items, Paragraph, Part, Quote, Tone
from cards.texts import Texts
from cards.views.pieces import PHRASE, ROW, card, phrase

# Teams with sums of their own on one card, and figures in one line; the others are counted.
_TEAMS = 8
_FIGURES = 3


def gains(t: Texts, notice: Gains) -> Card:
    """The sums, and what the freed time goes to."""
    told = [row for row in notice.rows if row.sums != Sums()]
    if not told:
        return card(t, t.say("gains-title"), Paragraph(t.say("gains-none")))
    more = len(told) - _TEAMS
    return card(
        t,
        t.say("gains-title"),
        Paragraph(t.say("gains-text"), Tone.QUIET),
        *(_whole(t, notice.whole) if notice.for_lead else ()),
        *(part for row in told[:_TEAMS] for part in _team(t, row)),
        Paragraph(t.say("gains-more", count=more), Tone.QUIET) if more > 0 else None,
        *_uses(t, notice.uses),
    )


def _whole(t: Texts, sums: Sums) -> tuple[Part, ...]:
    return Paragraph(t.say("gains-whole"), Tone.STRONG), Items(tuple(_lines(t, sums)))


def _team(t: Texts, row: GainRow) -> tuple[Part, ...]:
    name = phrase(row.team, ROW) if row.team.strip() else t.say("share-team")
    return Paragraph(name, Tone.STRONG), Items(tuple(_lines(t, row.sums)))


def _lines(t: Texts, sums: Sums) -> Iterator[str]:
    """What has happened goes first; each basis has a line of its own."""
    yield from _known(t, "gains-realised", sums.realised)
    yield from _known(t, "gains-identified", sums.identified)


def _known(t: Texts, key: str, known: Known) -> Iterator[str]:
    for basis in Basis:
        total = known.on(basis)
        if total.count:
            yield t.say(key, basis=basis_name(basis, t.language), what=_total(t, total))


def _total(t: Texts, total: Total) -> str:
    """How many, their hours as a range, and their other figures: different units stay apart."""
    hours = [hours_text(total.hours, t.language)] if total.hours != NOTHING else []
    figures = [_amount(t, one) for one in total.amounts[:_FIGURES]]
    left = len(total.amounts) - len(figures)
    rest = [t.say("gains-figures-more", count=left)] if left else []
    return "; ".join((t.say("gains-count", count=total.count), *hours, *figures, *rest))


def _amount(t: Texts, one: Amount) -> str:
    amount = int(one.amount) if one.amount == int(one.amount) else one.amount
    kind = kind_name(one.kind, t.language)
    return t.say("gains-amount", kind=kind, amount=amount, unit=phrase(one.unit, ROW)).rstrip()


def _uses(t: Texts, uses: tuple[str, ...]) -> Iterator[Part]:
    if uses:
        yield Paragraph(t.say("gains-uses"), Tone.STRONG)
    for words in uses:
        yield Quote(shorten(words, PHRASE))
