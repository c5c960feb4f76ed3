"""An A3 as a card: the boxes below each other, the tree as an indented list.

A chat has less room than a page, so long rows are cut here with an ellipsis; the files hold every word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from bot.domain.a3 import A3
from cards import model
from cards.a3.sheet import Branch, Grid, Pairs, Section, Tree, Words, in_words, sheet_of
from cards.limits import DEEPEST_INDENT, FACT_ROWS
from cards.model import Card, Facts, Items, Paragraph, Tone
from cards.texts import Texts
from cards.views.pieces import PHRASE, QUOTE, ROW, card, phrase

# Rows of the tree on a card, the problem included.
_CAUSES = 24


def a3_card(t: Texts, a3: A3, *below: model.Part) -> Card:
    """The whole A3; what whoever shows it hangs `below` stands last."""
    sheet = sheet_of(t, a3)
    boxes = (part for section in sheet.sections for part in _box(t, section))
    return card(t, sheet.title, Facts(_short(sheet.about)), *boxes, *below)


def _box(t: Texts, section: Section) -> Iterator[model.Part]:
    yield Paragraph(section.heading, Tone.STRONG)
    for part in section.parts:
        match part:
            case Words(text, quiet):
                yield Paragraph(phrase(text, QUOTE), Tone.QUIET if quiet else Tone.NORMAL)
            case Pairs(rows):
                yield from _facts(rows)
            case Grid(head, rows):
                for row in rows:
                    yield from _facts(
                        tuple((name, cell) for name, cell in zip(head, row, strict=True) if cell)
                    )
            case Tree(rows):
                yield from _tree(t, rows)
            case _:
                assert_never(part)


def _tree(t: Texts, rows: tuple[Branch, ...]) -> Iterator[model.Part]:
    """All causes; of very many those nearest to the problem, and always the whole chain to the root."""
    near = sorted(rows, key=lambda row: (not row.on_chain, row.depth))[:_CAUSES]
    shown = [row for row in rows if row in near]
    words = ROW if len(shown) > _CAUSES / 2 else PHRASE
    lines = tuple(_row(row, words) for row in shown)
    yield Items(lines, indents=tuple(min(row.depth, DEEPEST_INDENT) for row in shown))
    if len(shown) < len(rows):
        yield Paragraph(t.say("a3-more", count=len(rows) - len(shown)), Tone.QUIET)


def _row(row: Branch, words: int) -> str:
    said = in_words(row, phrase(row.text, words))
    return f"{said} – {row.root}" if row.root else said


def _facts(rows: tuple[tuple[str, str], ...]) -> Iterator[Facts]:
    for start in range(0, len(rows), FACT_ROWS):
        yield Facts(_short(rows[start : start + FACT_ROWS]))


def _short(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, phrase(value, PHRASE)) for name, value in rows)
