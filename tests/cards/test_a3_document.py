"""The A3 as a document to edit: real headings, tables and words, in its language, and nothing that acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from bot.domain.a3 import A3
from bot.domain.people import Language
from bot.domain.tree import PROBLEM, Evidence, Why, WhyTree
from cards.a3.card import a3_card
from cards.a3.document import docx
from cards.a3.pdf import Press
from cards.a3.sheet import Tree, sheet_of
from cards.plain_text import to_plain_text
from cards.texts import texts_for
from tests.cards.a3_samples import HUGE, ORDINARY, SAMPLES, SMALL
from tests.cards.hostile import CODE, TRICKS


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    made = Press()
    yield made
    made.close()


def file_of(a3: A3, language: Language = Language.SV, press: Press | None = None) -> bytes:
    sheet = sheet_of(texts_for(language), a3)
    tree = next(
        (part for section in sheet.sections for part in section.parts if isinstance(part, Tree)), None
    )
    return docx(sheet, press.picture(tree, language.value) if tree and press else None)


def opened(content: bytes) -> Any:
    return Document(BytesIO(content))


def words_of(document: Any) -> str:
    """All text in the order of the document, its tables included."""
    return "".join(
        node.text if node.tag == qn("w:t") else "\n"
        for node in document.element.body.iter(qn("w:t"), qn("w:br"), qn("w:p"), qn("w:tab"))
        if node.tag != qn("w:t") or node.text
    )


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_headings_title_and_language(name: str, language: Language) -> None:
    sheet = sheet_of(texts_for(language), SAMPLES[name])
    document = opened(file_of(SAMPLES[name], language))
    heads = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert heads == [("Heading 1", sheet.title), *(("Heading 2", s.heading) for s in sheet.sections)]
    region = {"sv": "sv-SE", "nb": "nb-NO", "en": "en-GB"}[language.value]
    assert document.core_properties.title == sheet.title
    assert document.core_properties.language == region
    tongues = [node.get(qn("w:val")) for node in document.styles.element.iter(qn("w:lang"))]
    assert tongues
    assert set(tongues) == {region}


def test_every_table_has_a_head_that_is_marked() -> None:
    document = opened(file_of(ORDINARY))
    assert len(document.tables) == 4
    for table in document.tables:
        heads = [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(cell.text for cell in table.rows[0].cells)


def test_the_tree_is_drawn_with_words_beside_it(press: Press) -> None:
    document = opened(file_of(ORDINARY, press=press))
    assert len(document.inline_shapes) == 1
    shape = document.inline_shapes[0]
    assert shape._inline.docPr.get("descr") == texts_for(Language.SV).say("a3-picture")
    assert shape.width <= Mm(190)
    assert ORDINARY.tree is not None
    causes = [row.cells[1].text.removesuffix(" – Roten") for row in document.tables[0].rows[1:]]
    assert sorted(causes) == sorted([ORDINARY.tree.problem, *(why.text for why in ORDINARY.tree.whys)])


def test_a_picture_that_no_page_can_hold_is_left_out(press: Press) -> None:
    document = opened(file_of(HUGE, press=press))
    assert len(document.inline_shapes) == 0
    assert HUGE.tree is not None
    assert len(document.tables[0].rows) == 2 + len(HUGE.tree.whys)


def test_it_is_an_a3_in_two_columns() -> None:
    document = opened(file_of(SMALL))
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (420, 297)
    counts = [section._sectPr.find(qn("w:cols")).get(qn("w:num")) for section in document.sections]
    assert counts == [None, "2", "1"]


@pytest.mark.parametrize("language", list(Language))
def test_it_reads_in_the_order_of_the_card(language: Language) -> None:
    t = texts_for(language)
    said = words_of(opened(file_of(ORDINARY, language)))
    at = 0
    for line in to_plain_text(a3_card(t, ORDINARY)).split("\n"):
        words = line.strip().removeprefix("- ").split(" (")[0].removesuffix(f" – {t.say('a3-root')}")
        words = words.split(": ", 1)[-1].lstrip("0123456789. ") if line.lstrip().startswith("- ") else words
        words = words.split(": ", 1)[-1]
        if words:
            found = said.find(words, at)
            assert found >= 0, line
            at = found


@pytest.mark.parametrize("half", [CODE[::2], CODE[1::2]])
def test_h_what_looks_like_code_or_a_field_is_text(half: tuple[str, ...]) -> None:
    tree = WhyTree(half[0], tuple(Why(text, PROBLEM, Evidence.SEEN, text) for text in half))
    content = file_of(replace(ORDINARY, tree=tree, additions=half, author=half[1], team=half[2]))
    said = words_of(opened(content))
    assert [text for text in half if said.count(text) < 3] == []
    with ZipFile(BytesIO(content)) as parts:
        body = parts.read("word/document.xml").decode()
        names = parts.namelist()
    for sign in ("<w:instrText", "<w:fldSimple", "<w:fldChar", "<w:hyperlink", "<w:object", "<w:altChunk"):
        assert sign not in body
    assert [name for name in names if "vba" in name.lower() or "embed" in name.lower()] == []


@pytest.mark.parametrize(("text", "shown"), TRICKS)
def test_h_letters_that_never_reach_a_document(text: str, shown: str) -> None:
    assert shown in words_of(opened(file_of(replace(SMALL, problem=text))))


def test_what_a_printer_cannot_draw_stays_in_the_document() -> None:
    assert "bra 😀 漢 jobbat" in words_of(opened(file_of(replace(SMALL, problem="bra 😀 漢 jobbat"))))
