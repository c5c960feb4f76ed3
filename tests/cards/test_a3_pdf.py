"""The printed A3: tagged, in its language, with its own fonts, literally what people wrote, on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bot.domain.people import Language
from bot.domain.tree import PROBLEM, Evidence, Why, WhyTree
from cards.a3.card import a3_card
from cards.a3.fonts import MISSING, write_fonts
from cards.a3.pdf import Press, breakable
from cards.a3.sheet import sheet_of
from cards.plain_text import to_plain_text
from cards.texts import texts_for
from tests.cards.a3_samples import HUGE, LONG, ORDINARY, SAMPLES, SMALL
from tests.cards.hostile import CODE, TRICKS

# Points: A3 in landscape.
_WIDE, _HIGH = 1190.55, 841.89


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    made = Press()
    yield made
    made.close()


def printed(press: Press, a3: Any, language: Language = Language.SV) -> PdfReader:
    return PdfReader(BytesIO(press.pdf(sheet_of(texts_for(language), a3))))


def letters(text: str) -> str:
    """Without what a line break adds or takes, and without places where a word may be broken."""
    return re.sub(r"[\s\u200b]+", "", text)


def words_of(pdf: PdfReader) -> str:
    return letters("".join(page.extract_text() for page in pdf.pages))


def elements(node: Any) -> Iterator[Any]:
    """The structure tree in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from elements(child)
    elif isinstance(node, dict) and "/S" in node:
        yield node
        yield from elements(node.get("/K", []))


def structure(pdf: PdfReader) -> list[Any]:
    root: Any = pdf.trailer["/Root"]
    return list(elements(root["/StructTreeRoot"]["/K"]))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_it_is_tagged_titled_and_in_its_language(press: Press, name: str, language: Language) -> None:
    pdf = printed(press, SAMPLES[name], language)
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language.value
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == sheet_of(texts_for(language), SAMPLES[name]).title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


@pytest.mark.parametrize("language", list(Language))
def test_headings_lists_tables_and_the_words_for_the_tree(press: Press, language: Language) -> None:
    found = structure(printed(press, ORDINARY, language))
    kinds = [element["/S"] for element in found]
    assert kinds[:2] == ["/Document", "/H1"]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 7
    assert kinds.count("/Table") == 3
    assert kinds.count("/TH") == 10
    assert "/L" in kinds
    assert "/LI" in kinds
    alt = [element["/Alt"] for element in found if element["/S"] == "/Figure"]
    assert len(alt) == 1
    assert ORDINARY.tree is not None
    assert [why.text for why in ORDINARY.tree.whys if letters(why.text) not in letters(alt[0])] == []


def test_no_font_is_left_out(press: Press) -> None:
    pages: list[Any] = list(printed(press, HUGE).pages)
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        below = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert any(key.startswith("/FontFile") for key in below)
        assert "/ToUnicode" in font


@pytest.mark.parametrize("name", ["small", "ordinary"])
def test_one_page_where_it_can_be_one(press: Press, name: str) -> None:
    pdf = printed(press, SAMPLES[name])
    assert len(pdf.pages) == 1
    box = pdf.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((_WIDE, _HIGH), abs=1)


def size_of(pdf: PdfReader, words: str) -> float:
    """Points of the letters of some words."""
    found: list[float] = []

    def visit(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if words in text:
            found.append(round(abs(matrix[3]) * size, 1))

    pdf.pages[0].extract_text(visitor_text=visit)
    return found[0]


def test_smaller_letters_before_a_second_page(press: Press) -> None:
    short = replace(ORDINARY, effects=(), seen=0)
    shown = [printed(press, replace(short, additions=("ord " * n,))) for n in (1, 300, 600, 1100)]
    assert [len(pdf.pages) for pdf in shown] == [1, 1, 1, 2]
    sizes = [size_of(pdf, "ord ord") if n else size_of(pdf, "ord") for n, pdf in enumerate(shown)]
    assert sizes == [14, 13, 11, 10]


def test_more_pages_lose_no_word(press: Press) -> None:
    pdf = printed(press, HUGE)
    assert 1 < len(pdf.pages) <= 4
    said = words_of(pdf)
    assert HUGE.tree is not None
    assert [why.text for why in HUGE.tree.whys if letters(why.text) not in said] == []
    # Eight times in the problem, three times in each of four additions, and once for every cause.
    assert said.count(letters(LONG)) == 8 + 3 * 4 + len(HUGE.tree.whys)


@pytest.mark.parametrize("language", list(Language))
def test_the_page_reads_in_the_order_of_the_card(press: Press, language: Language) -> None:
    t = texts_for(language)
    page = words_of(printed(press, ORDINARY, language))
    at = 0
    card = to_plain_text(a3_card(t, ORDINARY))
    about, rest = card.split("\n\n", 2)[1:]
    for line in (*about.split("\n"), *rest.split("\n")):
        # Labels of tables stand above them on paper, and marks of a list only in a chat.
        words = line.strip().removeprefix("- ").split(" (")[0].removesuffix(f" – {t.say('a3-root')}")
        words = words.split(": ", 1)[-1]
        if not letters(words):
            continue
        found = page.find(letters(words), at)
        assert found >= 0, line
        at = found


def test_the_longest_that_people_can_write_is_set_whole(press: Press) -> None:
    words = ("Förbättringsförslag från köket om lådorna. " * 100)[:4000]
    tree = WhyTree(words, tuple(Why(words, at - 1, Evidence.SEEN) for at in range(8)))
    pdf = printed(press, replace(ORDINARY, tree=tree, problem="p"))
    # Between two pages stands the number of the first: words are counted, and not whole texts.
    assert words_of(pdf).count("lådorna") == 9 * words.count("lådorna")


def test_the_corpus_is_large() -> None:
    assert len(CODE) + len(TRICKS) >= 60


@pytest.mark.parametrize("half", [CODE[::2], CODE[1::2]])
def test_h_what_looks_like_code_is_printed_as_it_is(press: Press, half: tuple[str, ...]) -> None:
    tree = WhyTree(half[0], tuple(Why(text, PROBLEM, Evidence.SEEN, text) for text in half))
    said = words_of(
        printed(press, replace(ORDINARY, tree=tree, additions=half, author=half[1], team=half[2]))
    )
    # As a cause, as the place where it was seen, and as something that was added.
    assert [text for text in half if said.count(letters(text)) < 3] == []


@pytest.mark.parametrize(("text", "shown"), TRICKS)
def test_h_letters_that_never_reach_a_page(press: Press, text: str, shown: str) -> None:
    printable = shown.replace("\ufffd", MISSING)
    assert letters(printable) in words_of(printed(press, replace(SMALL, problem=text)))


def test_the_sign_for_a_missing_letter_has_a_shape(tmp_path: Path) -> None:
    shown = write_fonts(tmp_path)
    assert ord(MISSING) in shown
    assert {ord(letter) for letter in "åäöæøÅÄÖÆØ€–…”«»×½"} <= shown
    assert ord("\U0001f600") not in shown


def test_other_scripts_are_printed_too(press: Press) -> None:
    for text in ("Ελληνικά", "Українська", "ქართული", "Łódź ńøß"):
        assert letters(text) in words_of(printed(press, replace(SMALL, problem=text)))


def test_a_letter_without_a_shape_is_marked_and_explained(press: Press) -> None:
    said = words_of(printed(press, replace(SMALL, problem="bra 😀 漢 jobbat")))
    assert letters("bra\u25a1\u25a1jobbat") in said
    assert letters(texts_for(Language.SV).say("a3-unshown")) in said
    assert letters(texts_for(Language.SV).say("a3-unshown")) not in words_of(printed(press, SMALL))


def test_very_long_words_are_broken_and_not_cut(press: Press) -> None:
    long_ = "x".join(str(n) for n in range(400))
    tree = WhyTree(long_, (Why(long_, PROBLEM, Evidence.SEEN, long_),))
    pdf = printed(press, replace(ORDINARY, tree=tree, today=long_, problem="p"))
    assert words_of(pdf).count(long_) == 4
    assert breakable("kort ord") == "kort ord"
    assert breakable(long_).replace("\u200b", "") == long_


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=300))
def test_whatever_is_written_can_be_printed(press: Press, text: str) -> None:
    tree = WhyTree(text, (Why(text, PROBLEM, Evidence.BELIEVED, text),))
    assert press.pdf(sheet_of(texts_for(Language.NB), replace(SMALL, problem=text, tree=tree, author=text)))


def test_the_same_sheet_gives_the_same_bytes(press: Press) -> None:
    sheet = sheet_of(texts_for(Language.SV), ORDINARY)
    assert press.pdf(sheet) == press.pdf(sheet)


def test_a_press_that_was_closed_makes_its_fonts_again() -> None:
    own = Press()
    sheet = sheet_of(texts_for(Language.SV), SMALL)
    first = own.pdf(sheet)
    own.close()
    assert own.pdf(sheet) == first
    own.close()
