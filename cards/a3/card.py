"""An A3 as a card: the boxes below each other, the tree drawn as on the other cards.

A chat has less room than a page, so long rows are cut here with an ellipsis; the files hold every word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from bot.domain.a3 import A3
from cards import model
from cards.a3.sheet import Branch, Grid, Pairs, Section, Sheet, Tree, Words, sheet_of
from cards.limits import FACT_ROWS
from cards.model import Card, Facts, Paragraph, Tone, TreeRow
from cards.texts import Texts
from cards.tree_rows import folded
from cards.views.pieces import PHRASE, QUOTE, ROW, card, phrase


@dataclass(frozen=True, slots=True)
class _Room:
    """How much a card shows: rows of the tree, of a table and of a list; parts of a box."""

    causes: int
    rows: int
    pairs: int
    parts: int


# A Slack message has room for 13,000 characters, most of which are not words: a row, a sentence and a row of
# the tree take about so many without them. What is left must do for the words.
_ROOMY = _Room(causes=14, rows=3, pairs=FACT_ROWS, parts=8)
_NARROW = _Room(causes=10, rows=2, pairs=4, parts=4)
_ROW_COST, _TREE_ROW_COST = 140, 260
_MOST = 9_000


def a3_card(t: Texts, a3: A3, *below: model.Part) -> Card:
    """The whole A3; what whoever shows it hangs `below` stands last."""
    sheet = sheet_of(t, a3)
    boxes = _boxes(t, sheet, _ROOMY)
    if sum(map(_cost, boxes)) > _MOST:
        boxes = _boxes(t, sheet, _NARROW)
    return card(t, sheet.title, Facts(_short(sheet.about)), *boxes, *below)


def _cost(part: model.Part) -> int:
    match part:
        case Facts(rows):
            return _ROW_COST * len(rows)
        case model.Tree(rows):
            return _TREE_ROW_COST * len(rows)
        case _:
            return _ROW_COST


def _boxes(t: Texts, sheet: Sheet, room: _Room) -> tuple[model.Part, ...]:
    return tuple(part for section in sheet.sections for part in _box(t, section, room))


def _box(t: Texts, section: Section, room: _Room) -> Iterator[model.Part]:
    """The heading and the newest of each; a sentence where the files have more."""
    yield Paragraph(section.heading, Tone.STRONG)
    more = len(section.parts) > room.parts
    for part in section.parts[: room.parts]:
        match part:
            case Words(text, quiet):
                yield Paragraph(phrase(text, QUOTE), Tone.QUIET if quiet else Tone.NORMAL)
            case Pairs(rows):
                more = more or len(rows) > room.pairs
                yield Facts(_short(rows[-room.pairs :]))
            case Grid(head, rows):
                more = more or len(rows) > room.rows
                yield from (_named(head, row) for row in rows[-room.rows :])
            case Tree(rows):
                more = more or len(rows) > room.causes
                yield _tree(t, rows, room.causes)
            case _:
                assert_never(part)
    if more:
        yield Paragraph(t.say("a3-more"), Tone.QUIET)


def _named(head: tuple[str, ...], row: tuple[str, ...]) -> Facts:
    """A row of a table, each cell with the head of its column; a card has no tables."""
    return Facts(_short(tuple((name, cell) for name, cell in zip(head, row, strict=True) if cell)))


def _tree(t: Texts, rows: tuple[Branch, ...], most: int) -> model.Tree:
    """All causes; of very many those nearest to the root, its way down among them, and how many more."""
    words = ROW if len(rows) > most / 2 else PHRASE
    drawn = tuple(_row(row, words) for row in rows)
    root = next((row.root for row in rows if row.root), "")
    return model.Tree(folded(drawn, lambda count: t.say("tree-more", count=count), most), root)


def _row(row: Branch, words: int) -> TreeRow:
    known = ": ".join(filter(None, (row.mark, row.where)))
    notes = (known,) if known else ()
    return TreeRow(phrase(row.text, words), row.depth, notes, here=bool(row.root), number=row.number)


def _short(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, phrase(value, PHRASE)) for name, value in rows)
