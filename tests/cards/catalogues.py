"""The Fluent catalogues as the tests read them: with a parser, so that a gap is a gap and not a brace."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.domain.people import Language
from cards.texts import catalogue


@dataclass(frozen=True, slots=True)
class Entry:
    """One text: its file, its gaps, and its words with an x for every gap, one for each form it can take."""

    file: str
    gaps: frozenset[str]
    forms: tuple[str, ...]


class _Gaps(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:
        self.found.add(node.id.name)


@cache
def entries(language: Language) -> dict[str, Entry]:
    """All texts of a language. Raises ValueError for what Fluent cannot read or what is there twice."""
    found: dict[str, Entry] = {}
    for file, source in sorted(catalogue(language).items()):
        for entry in FluentParser().parse(source).body:
            if isinstance(entry, ast.Junk):
                raise ValueError(f"{language}/{file}: {str(entry.content)[:80]!r} is no Fluent")
            if isinstance(entry, ast.Message) and entry.value is not None:
                if entry.id.name in found:
                    raise ValueError(f"{language}/{file}: {entry.id.name} is there twice")
                found[entry.id.name] = _entry(file, entry.value)
    return found


def _entry(file: str, pattern: Any) -> Entry:
    gaps = _Gaps()
    gaps.visit(pattern)
    return Entry(file, frozenset(gaps.found), tuple(_forms(pattern)))


def _forms(pattern: Any) -> list[str]:
    forms = [""]
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            more = [element.value]
        elif isinstance(element.expression, ast.SelectExpression):
            more = [form for variant in element.expression.variants for form in _forms(variant.value)]
        else:
            more = ["x"]
        forms = [before + form for before in forms for form in more]
    return [re.sub(r"\s+", " ", form).strip() for form in forms]
