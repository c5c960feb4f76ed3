"""An A3 as a tagged PDF (PDF/UA-1), and its tree as a picture. Blocking: callers run it in a thread.

People's words reach the typesetter as strings inside JSON, never as its markup; it sees an empty folder and
no packages, and loads nothing.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any, Final, assert_never

import typst

from cards.a3.fonts import FAMILIES, showable, write_fonts
from cards.a3.sheet import Branch, Grid, Pairs, Part, Section, Sheet, Tree, Words
from cards.escape import clean
from cards.graphemes import clusters

# A word without a break that is longer than this (characters) may be broken, every so many letters.
_LONG_WORD: Final = 24
_PIECE: Final = 12
_LONG: Final = re.compile(rf"\S{{{_LONG_WORD + 1},}}")
_ZERO_WIDTH_SPACE: Final = "\u200b"
_PICTURE_PPI: Final = 150.0
# Letters. More than these fit on no page, so no size is tried: each try of a very long text costs memory.
_ONE_PAGE: Final = 30_000


class NotSet(Exception):
    """The typesetter refused. What it said may hold people's words, so it stays in the cause."""


@dataclass(frozen=True, slots=True)
class _Kit:
    """What is made once: the fonts, what they can show, and the empty folder that is all there is."""

    fonts: typst.Fonts
    shown: frozenset[int]
    nothing: Path
    page: bytes
    picture: bytes


class Press:
    """Sets pages. One for the process; its methods may be called from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._folder: TemporaryDirectory[str] | None = None
        self._made: _Kit | None = None

    def close(self) -> None:
        """Take the fonts away. A later page makes them again."""
        with self._lock:
            folder, self._folder, self._made = self._folder, None, None
        if folder is not None:
            folder.cleanup()

    def pdf(self, sheet: Sheet) -> bytes:
        """The page as PDF/UA-1: one A3 in landscape as long as it fits in 10 points, else more.

        The same sheet gives the same bytes. Raises NotSet when it cannot be set.
        """
        kit = self._kit()
        words = _Words(kit.shown)
        said = json.dumps(_page(sheet, words))
        made = datetime.combine(sheet.made_on, time(), UTC)
        try:
            pdf = self._compiler(kit, kit.page, said).compile(
                format="pdf", pdf_standards="ua-1", timestamp=made
            )
        except typst.TypstError:
            # Letters that the fonts have, but not in this company: the page is tagged all the same.
            pdf = self._plain(kit, said, made)
        return b"".join(pdf) if isinstance(pdf, list) else pdf or b""

    def _plain(self, kit: _Kit, said: str, made: datetime) -> bytes | list[bytes] | None:
        """Tagged, without the promise of PDF/UA. A compiler that has refused once has lost its source."""
        try:
            return self._compiler(kit, kit.page, said).compile(format="pdf", timestamp=made)
        except typst.TypstError as error:
            raise NotSet from error

    def picture(self, tree: Tree, language: str) -> bytes:
        """The drawn tree as PNG, 180 mm wide. Raises NotSet when it cannot be drawn."""
        kit = self._kit()
        said = json.dumps({"language": language, "fonts": FAMILIES, "tree": _tree(tree, _Words(kit.shown))})
        try:
            png = self._compiler(kit, kit.picture, said).compile(format="png", ppi=_PICTURE_PPI)
        except typst.TypstError as error:
            raise NotSet from error
        # A list when the tree is longer than any page may be: the table below the picture has it all.
        return png[0] if isinstance(png, list) else png or b""

    def _compiler(self, kit: _Kit, source: bytes, said: str) -> typst.Compiler:
        return typst.Compiler(
            source,
            root=kit.nothing,
            font_paths=kit.fonts,
            ignore_system_fonts=True,
            sys_inputs={"a3": said},
            package_path=kit.nothing,
            package_cache_path=kit.nothing,
        )

    def _kit(self) -> _Kit:
        with self._lock:
            if self._made is None:
                self._folder = TemporaryDirectory(prefix="femma-a3-")
                self._made = _prepared(Path(self._folder.name))
            return self._made


def _prepared(folder: Path) -> _Kit:
    nothing = folder / "nothing"
    nothing.mkdir()
    letters = folder / "fonts"
    letters.mkdir()
    shown = write_fonts(letters)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[letters])
    own = files("cards.a3")
    pieces, page, picture = (
        own.joinpath(f"{name}.typ").read_bytes() for name in ("pieces", "page", "picture")
    )
    return _Kit(fonts, shown, nothing, pieces + page, pieces + picture)


class _Words:
    """Makes people's words ready for print; counts their letters, and knows whether one had no shape."""

    def __init__(self, shown: frozenset[int]) -> None:
        self._shown = shown
        self.missed = False
        self.letters = 0

    def __call__(self, text: str) -> str:
        whole = clean(text) if text else ""
        ready = showable(whole, self._shown)
        self.missed = self.missed or ready != whole
        self.letters += len(whole)
        return breakable(ready)


def breakable(text: str) -> str:
    """Very long words with places where a line may end. Nobody sees those, and no letter is lost."""
    return _LONG.sub(lambda word: _ZERO_WIDTH_SPACE.join(_pieces(word[0])), text)


def _pieces(word: str) -> list[str]:
    """Of about the same length, never parted before a mark that belongs to the letter in front of it."""
    found: list[str] = [""]
    for letter in clusters(word):
        if len(found[-1]) >= _PIECE:
            found.append("")
        found[-1] += letter
    return found


def _page(sheet: Sheet, words: _Words) -> dict[str, Any]:
    sections = [_section(section, words) for section in sheet.sections]
    about = [[name, words(value)] for name, value in sheet.about]
    return {
        "title": sheet.title,
        "language": sheet.language,
        "fonts": FAMILIES,
        "about": about,
        "sections": sections,
        "short": words.letters <= _ONE_PAGE,
        "missing": sheet.unshown if words.missed else "",
    }


def _section(section: Section, words: _Words) -> dict[str, Any]:
    parts = [_part(part, words) for part in section.parts]
    return {"box": section.box.value, "heading": section.heading, "parts": parts}


def _part(part: Part, words: _Words) -> dict[str, Any]:
    match part:
        case Words(text, quiet):
            return {"kind": "words", "text": words(text), "quiet": quiet}
        case Pairs(rows):
            return {"kind": "pairs", "rows": [[name, words(value)] for name, value in rows]}
        case Grid(head, rows):
            cells = [[words(cell) for cell in row] for row in rows]
            return {"kind": "grid", "head": head, "rows": cells, "widths": _widths((head, *rows))}
        case Tree():
            return {"kind": "tree", **_tree(part, words)}
        case _:
            assert_never(part)


def _widths(rows: tuple[tuple[str, ...], ...]) -> list[int]:
    """How the columns of a table share its width: by their longest cell, within reason."""
    return [max(15, min(34, max(map(len, column)))) for column in zip(*rows, strict=True)]


def _tree(tree: Tree, words: _Words) -> dict[str, Any]:
    rows = [_branch(tree.rows, at, words) for at in range(len(tree.rows))]
    return {"alt": words(tree.alt), "rows": rows, "deepest": max(1, *(row.depth for row in tree.rows), 1)}


def _branch(rows: tuple[Branch, ...], at: int, words: _Words) -> dict[str, Any]:
    """A row with the lines beside it: `rails` of branches that pass by, `up` and `down` of its own elbow."""
    row = rows[at]
    later = [_line_below(rows, at, depth) for depth in range(1, row.depth + 1)]
    down = later[-1] if later else ""
    return {
        "number": row.number,
        "depth": row.depth,
        "text": words(row.text),
        "mark": row.mark,
        "where": words(row.where),
        "believed": row.believed,
        "chain": row.on_chain,
        "root": row.root,
        "rails": later[:-1],
        "down": down,
        "up": "chain" if row.on_chain or down == "chain" else "line",
    }


def _line_below(rows: tuple[Branch, ...], at: int, depth: int) -> str:
    """Does the line beside this row go on down to a later branch at that depth, and to one of the chain?"""
    kind = ""
    for later in rows[at + 1 :]:
        if later.depth < depth:
            return kind
        if later.depth == depth:
            kind = "chain" if later.on_chain else kind or "line"
    return kind
