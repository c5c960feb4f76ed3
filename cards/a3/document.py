"""An A3 as a document to edit (docx): real headings, tables and lists, and the tree drawn as a picture.

Blocking: callers run it in a thread. People's words are text of runs and nothing else, so that no field,
link or markup can come of them.
"""

from __future__ import annotations

import re
import struct
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Final, assert_never

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from cards.a3.sheet import Branch, Grid, Pairs, Part, Sheet, Tree, Words
from cards.escape import clean, one_line

if TYPE_CHECKING:
    from docx.document import Document as Doc
    from docx.section import Section as DocSection
    from docx.table import Table, _Cell

_PAGE: Final = (Mm(420), Mm(297))
_MARGIN, _BETWEEN = Mm(15), Mm(10)
_COLUMN: Final = (_PAGE[0] - 2 * _MARGIN - _BETWEEN) // 2
# A picture is drawn in full width, or smaller when it would be higher than a column, down to this part of it.
_HIGHEST: Final = Mm(240)
_SMALLEST: Final = 0.6
_INDENT: Final = Mm(4)
_DEEPEST: Final = 8
_TWIPS: Final = 20
_PNG_SIZE_AT: Final = 16
# Fonts of the reader's own computer; both are there in Word and in LibreOffice under these names or others.
_FONT: Final = "Calibri"
_TABLE: Final = "Table Grid"
# XML 1.0 has no way to write these.
_NOT_XML: Final = re.compile("[\ufffe\uffff]")
# What Word calls the languages (BCP 47 with a region).
_WORD_LANGUAGE: Final = {"sv": "sv-SE", "nb": "nb-NO", "en": "en-GB"}


def docx(sheet: Sheet, picture: bytes | None) -> bytes:
    """The sheet as a docx on A3 in landscape, in two columns. `picture` is the tree as PNG, if it has one."""
    document = Document()
    _set_up(document, sheet)
    document.add_heading(_text(sheet.title), level=1)
    document.add_paragraph(" · ".join(f"{name}: {_line(value)}" for name, value in sheet.about))
    _columns(document.add_section(WD_SECTION.CONTINUOUS), 2)
    for section in sheet.sections:
        document.add_heading(_text(section.heading), level=2)
        for part in section.parts:
            _add(document, part, picture)
    # A section that ends on the same page makes both columns equally high.
    _columns(document.add_section(WD_SECTION.CONTINUOUS), 1)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_up(document: Doc, sheet: Sheet) -> None:
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = _PAGE
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    language = _WORD_LANGUAGE[sheet.language]
    about = document.core_properties
    about.title, about.language = _text(sheet.title), language
    about.author, about.last_modified_by, about.comments = "Femma", "Femma", ""
    about.created = about.modified = datetime.combine(sheet.made_on, time(), UTC)
    for name in ("Normal", "Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.name = _FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    normal = document.styles["Normal"]
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(4)
    for tongue in document.styles.element.iter(qn("w:lang")):
        tongue.set(qn("w:val"), language)


def _columns(section: DocSection, count: int) -> None:
    """Newspaper columns: read in the order in which the text stands, which a layout table is not."""
    properties = section._sectPr
    columns = properties.find(qn("w:cols"))
    if columns is None:
        columns = OxmlElement("w:cols")
        properties.append(columns)
    columns.set(qn("w:num"), str(count))
    columns.set(qn("w:space"), str(round(_BETWEEN.pt * _TWIPS)))


def _add(document: Doc, part: Part, picture: bytes | None) -> None:
    match part:
        case Words(text, quiet):
            for lines in clean(text).split("\n\n"):
                document.add_paragraph().add_run(_text(lines)).italic = quiet or None
        case Pairs(rows):
            for name, value in rows:
                paragraph = document.add_paragraph(style="List Bullet")
                paragraph.add_run(f"{_text(name)}: ").bold = True
                paragraph.add_run(_text(value))
        case Grid(head, cells):
            _table(document, head, cells)
        case Tree():
            _tree(document, part, picture)
        case _:
            assert_never(part)


def _table(document: Doc, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    """A table whose head is marked as one, and comes again on every page."""
    table: Table = document.add_table(rows=1 + len(rows), cols=len(head), style=_TABLE)
    _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    for cell, name in zip(table.rows[0].cells, head, strict=True):
        cell.paragraphs[0].add_run(_text(name)).bold = True
    for row, words in zip(table.rows[1:], rows, strict=True):
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")
        for cell, text in zip(row.cells, words, strict=True):
            _fill(cell, text)
    document.add_paragraph()
    return table


def _mark(properties: object, name: str) -> None:
    properties.append(OxmlElement(name))  # type: ignore[attr-defined]


def _fill(cell: _Cell, text: str) -> None:
    cell.paragraphs[0].add_run(_text(text) if text else "")


def _tree(document: Doc, tree: Tree, picture: bytes | None) -> None:
    """The picture for the eye, and the same words below it to read, to hear and to edit."""
    if picture is not None and (width := _picture_width(picture)):
        shape = document.add_picture(BytesIO(picture), width=width)
        shape._inline.docPr.set("descr", _text(tree.short_alt))
    rows = tuple((row.number, row.text, row.mark, row.where) for row in tree.rows)
    table = _table(document, tree.head, rows)
    for row, branch in zip(table.rows[1:], tree.rows, strict=True):
        _branch(row.cells[1], branch)


def _picture_width(png: bytes) -> int:
    """How wide the picture can be, in EMU; 0 when it would be too small to read on one page."""
    width, height = struct.unpack_from(">LL", png, _PNG_SIZE_AT)
    part = min(1.0, _HIGHEST * width / (height * _COLUMN))
    return int(_COLUMN * part) if part >= _SMALLEST else 0


def _branch(cell: _Cell, branch: Branch) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.left_indent = _INDENT * min(branch.depth, _DEEPEST)
    for run in paragraph.runs:
        run.bold = branch.on_chain or None
    if branch.root:
        paragraph.add_run(f" – {_text(branch.root)}").bold = True


def _text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", clean(text))


def _line(text: str) -> str:
    return _text(one_line(text))
