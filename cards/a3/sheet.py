"""An A3 as headings and parts in reading order, in one language. The card and both files are made from this,
so that they say the same in the same order. Nothing is drawn here, and nothing is shortened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.domain.a3 import A3, Trial
from bot.domain.effects import Effect
from bot.domain.strength import Rung
from bot.domain.tree import PROBLEM, Evidence, Look, Why, WhyTree
from cards.effects import basis_name, freed_text, kind_name
from cards.escape import clean, one_line
from cards.strength import rung_name, strength_name
from cards.texts import Texts
from cards.views.pieces import PHRASE, kind_word, numbered, stage_word


class Box(StrEnum):
    """The seven boxes of the page, in reading order."""

    BACKGROUND = "background"
    TODAY = "today"
    TARGET = "target"
    CAUSES = "causes"
    ACTIONS = "actions"
    EFFECT = "effect"
    LESSONS = "lessons"


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences. `quiet` ones are ours, and say that there is nothing to say yet or what a mark means."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels and what stands to them."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a head. Every row has as many cells as the head; a cell may be empty."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """One row of the tree. `number` is 1, 1.1, 1.2 ...; empty for the problem, which has depth 0.

    `mark` is seen or believed in words, `where` where it was seen or where to look; each may be empty.
    `on_chain` marks the way to the root, `root` its end.
    """

    number: str
    depth: int
    text: str
    mark: str = ""
    where: str = ""
    believed: bool = False
    on_chain: bool = False
    root: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """The causes, each below what it explains, and the whole in words for those who do not see it.

    `head` names the columns of a table of it: number, cause, seen or believed, where.
    """

    rows: tuple[Branch, ...]
    alt: str
    short_alt: str
    head: tuple[str, str, str, str]

    @property
    def letters(self) -> int:
        """How much there is to draw."""
        return sum(len(row.text) + len(row.where) for row in self.rows)


Part = Words | Pairs | Grid | Tree


@dataclass(frozen=True, slots=True)
class Section:
    """One box."""

    box: Box
    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole A3 in one language (`language` is the tag).

    `unshown` says what stands for a letter that a printed page has no shape for.
    """

    number: int
    title: str
    language: str
    about: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    made_on: date
    unshown: str


def sheet_of(t: Texts, a3: A3) -> Sheet:
    """The A3 in the language of the texts."""
    parts = {
        Box.BACKGROUND: _background(t, a3),
        Box.TODAY: _said(a3.today),
        Box.TARGET: _target(t, a3),
        Box.CAUSES: _causes(t, a3),
        Box.ACTIONS: (*_actions(t, a3.trials), *_pocket(t, a3)),
        Box.EFFECT: _effect(t, a3),
        Box.LESSONS: _lessons(t, a3),
    }
    nothing = (Words(t.say("a3-not-said"), quiet=True),)
    sections = tuple(Section(box, t.say(f"a3-{box.value}"), parts[box] or nothing) for box in Box)
    about = _pairs(
        t,
        ("a3-kind", kind_word(t, a3.kind)),
        ("label-stage", stage_word(t, a3.stage)),
        ("label-team", a3.team),
        ("a3-told-by", a3.author),
        ("a3-told-on", _day(t, a3.told_on)),
        ("a3-made-on", _day(t, a3.made_on)),
    )
    title = numbered(t, a3.number, t.say("a3-name"))
    language, unshown = t.language.value, t.say("a3-unshown")
    return Sheet(a3.number, title, language, about.rows, sections, a3.made_on, unshown)


def _background(t: Texts, a3: A3) -> tuple[Part, ...]:
    added = _pairs(t, *(("a3-added", line) for line in a3.additions), ("outcome-touched", a3.touched))
    seen = (Words(t.say("seen-too", count=a3.seen)),) if a3.seen else ()
    return *_said(a3.problem), *_some(added), *seen


def _target(t: Texts, a3: A3) -> tuple[Part, ...]:
    signs = dict.fromkeys((a3.sign, *(trial.sign for trial in a3.trials)))
    until = a3.trials[-1].until if a3.trials else None
    rows = (("outcome-sign", sign) for sign in signs)
    return _some(_pairs(t, *rows, ("a3-until", _day(t, until) if until else "")))


def _causes(t: Texts, a3: A3) -> tuple[Part, ...]:
    own = _some(_pairs(t, ("outcome-wording", a3.wording), ("outcome-remark", a3.remark)))
    if a3.tree is None:
        return own
    tree = _tree(t, a3.tree, a3.chain)
    chain = tuple(Words(said, quiet=True) for said in (_chain(t, tree.rows),) if said)
    go_see = (Words(t.say("outcome-go-see")),) if a3.tree.mostly_believed else ()
    return tree, *chain, *own, *go_see


def _actions(t: Texts, trials: tuple[Trial, ...]) -> tuple[Part, ...]:
    head = (t.say("a3-what"), t.say("a3-who"), t.say("a3-until"), t.say("label-strength"))
    rows = tuple(_action(t, trial) for trial in trials if trial.what.strip())
    hindered = _pairs(t, *(("a3-hindered", trial.hindrance) for trial in trials))
    return *((_without_empty(head, rows),) if rows else ()), *_some(hindered)


def _pocket(t: Texts, a3: A3) -> Iterator[Part]:
    kept = tuple(clean(idea) for idea in a3.pocket if idea.strip())
    if kept:
        yield Words(t.say("outcome-pocket"), quiet=True)
        yield from map(Words, kept)


def _action(t: Texts, trial: Trial) -> tuple[str, ...]:
    until = _day(t, trial.until) if trial.until else ""
    return clean(trial.what), _line(trial.who), until, _strength(t, trial.rung)


def _strength(t: Texts, rung: int | None) -> str:
    """How strong it sounds, in the words of the manager's card."""
    if rung is None:
        return ""
    one = Rung(rung)
    strength = strength_name(one.strength, t.language)
    return t.say("strength-fact", strength=strength, rung=rung_name(one, t.language))


def _effect(t: Texts, a3: A3) -> tuple[Part, ...]:
    figures = dict.fromkeys(
        (_clean(trial.before), _clean(trial.after)) for trial in a3.trials if trial.after.strip()
    )
    head = (t.say("a3-before"), t.say("a3-after"))
    table = (_without_empty(head, tuple(figures)),) if figures else ()
    gave = tuple(_gave(t, effect) for effect in a3.effects)
    of_effects = (t.say("a3-better"), t.say("a3-gave"), t.say("a3-freed"), t.say("a3-known"))
    return *table, *((_without_empty(of_effects, gave),) if gave else ())


def _gave(t: Texts, effect: Effect) -> tuple[str, ...]:
    """What got better, how much in people's words and as hours a year, and how we know."""
    use = _line(effect.used_for)
    freed = freed_text(effect.hours, use, t.language) if effect.hours else use
    basis = basis_name(effect.basis, t.language)
    return (
        kind_name(effect.kind, t.language),
        _clean(effect.words),
        freed,
        basis if effect.realised else t.say("a3-expected", basis=basis),
    )


def _lessons(t: Texts, a3: A3) -> tuple[Part, ...]:
    learnt = dict.fromkeys(part for trial in a3.trials for part in _said(trial.learnt))
    planned = _pairs(t, ("a3-next", _day(t, a3.next_look) if a3.next_look else ""))
    return *learnt, *_some(planned)


def _day(t: Texts, day: date) -> str:
    """With its year: a page may hang for long."""
    return t.say("a3-date", day=t.day(day), year=str(day.year))


def _said(text: str) -> tuple[Words, ...]:
    return (Words(clean(text)),) if text.strip() else ()


def _pairs(t: Texts, *rows: tuple[str, str]) -> Pairs:
    return Pairs(tuple((t.say(key), clean(value)) for key, value in rows if value.strip()))


def _some(pairs: Pairs) -> tuple[Pairs, ...]:
    return (pairs,) if pairs.rows else ()


def _clean(text: str) -> str:
    return clean(text) if text.strip() else ""


def _line(text: str) -> str:
    return one_line(text) if text.strip() else ""


def _without_empty(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Grid:
    """A column in which nobody has said anything is left out."""
    kept = [at for at in range(len(head)) if any(row[at] for row in rows)]
    return Grid(tuple(head[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows))


def _tree(t: Texts, tree: WhyTree, chain: tuple[int, ...]) -> Tree:
    problem = Branch("", 0, clean(tree.problem), where=_look(t, tree.look), on_chain=True)
    rows = (problem, *_branches(t, tree, PROBLEM, "", 1))
    marked = frozenset(chain)
    order = (PROBLEM, *_depth_first(tree, PROBLEM))
    rows = tuple(
        replace(row, on_chain=row.on_chain or at in marked, root=_root(t, at, chain))
        for at, row in zip(order, rows, strict=True)
    )
    head = (t.say("a3-number"), t.say("a3-cause"), t.say("a3-evidence"), t.say("a3-where"))
    lines = "; ".join(in_words(row) for row in rows) + "."
    alt = " ".join(filter(None, (t.say("a3-tree"), lines, _chain(t, rows))))
    return Tree(rows, alt, t.say("a3-picture"), head)


def _root(t: Texts, at: int, chain: tuple[int, ...]) -> str:
    return t.say("a3-root") if chain and at == chain[-1] else ""


def _depth_first(tree: WhyTree, above: int) -> Iterator[int]:
    for child in tree.children(above):
        yield child
        yield from _depth_first(tree, child)


def _branches(t: Texts, tree: WhyTree, above: int, number: str, depth: int) -> Iterator[Branch]:
    for place, child in enumerate(tree.children(above), start=1):
        own = f"{number}.{place}" if number else str(place)
        yield _branch(t, tree.whys[child], own, depth)
        yield from _branches(t, tree, child, own, depth + 1)


def _branch(t: Texts, why: Why, number: str, depth: int) -> Branch:
    mark = t.say(f"a3-{why.evidence.value}") if why.evidence else ""
    believed = why.evidence is Evidence.BELIEVED
    words = clean(why.text) if why.text.strip() else t.say("why-withheld")
    return Branch(number, depth, words, mark, _where(t, why), believed)


def _where(t: Texts, why: Why) -> str:
    """Where it was seen; or where somebody is to go and see, who, and by which day."""
    return ", ".join(filter(None, (_line(why.note), _look(t, why.look))))


def _look(t: Texts, look: Look | None) -> str:
    if look is None:
        return ""
    who = _line(look.who)
    # A name stands in the sentence; an answer of many words would be more than a text takes.
    goes = t.say("look-who", who=who) if who and len(who) <= PHRASE else who
    by = t.say("look-by", day=t.day(look.by)) if look.by else ""
    return ", ".join(filter(None, (_line(look.where), goes, by)))


def in_words(row: Branch, text: str = "") -> str:
    """One cause on one line: its number, its words (or `text`), and in brackets what is known about it."""
    known = ": ".join(filter(None, (row.mark, row.where)))
    pieces = (row.number, text or one_line(row.text), f"({known})" if known else "")
    return " ".join(filter(None, pieces))


def _chain(t: Texts, rows: tuple[Branch, ...]) -> str:
    numbers = [row.number for row in rows if row.on_chain and row.number]
    return t.say("a3-chain", chain=t.listed(numbers)) if numbers else ""
