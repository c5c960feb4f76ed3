"""An A3 as a card and as a sheet: nothing made up, nothing lost, and one order for all forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.people import Language
from bot.domain.tree import PROBLEM, Evidence, Look, Why, WhyTree
from cards import model
from cards.a3.card import a3_card
from cards.a3.sheet import Box, Tree, Words, sheet_of
from cards.adaptive_card import to_adaptive_card
from cards.block_kit import to_block_kit
from cards.html import to_html
from cards.model import Link, Links, Paragraph, Tone
from cards.plain_text import to_plain_text
from cards.texts import texts_for
from tests.cards.a3_samples import HUGE, ORDINARY, SAMPLES, SMALL
from tests.trust.poisoned import poisoned


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_it_can_be_shown_everywhere(name: str, language: Language) -> None:
    card = a3_card(texts_for(language), SAMPLES[name])
    assert to_html(card)
    assert to_block_kit(card).blocks
    assert to_adaptive_card(card)


@pytest.mark.parametrize("language", list(Language))
def test_boxes_of_which_nothing_was_said_say_so(language: Language) -> None:
    t = texts_for(language)
    sheet = sheet_of(t, SMALL)
    assert [section.box for section in sheet.sections] == list(Box)
    empty = [section.parts for section in sheet.sections[1:]]
    assert empty == [(Words(t.say("a3-not-said"), quiet=True),)] * 6


def test_a_name_that_is_not_there_is_not_named() -> None:
    t = texts_for(Language.SV)
    told_by = t.say("a3-told-by")
    assert told_by in to_plain_text(a3_card(t, ORDINARY))
    assert told_by not in to_plain_text(a3_card(t, replace(ORDINARY, author="")))


def test_everything_that_was_said_is_on_the_card() -> None:
    said = to_plain_text(a3_card(texts_for(Language.SV), ORDINARY))
    assert ORDINARY.tree is not None
    words = [why.text for why in ORDINARY.tree.whys] + [why.note for why in ORDINARY.tree.whys]
    words += [trial.what for trial in ORDINARY.trials] + [trial.learnt for trial in ORDINARY.trials]
    words += [ORDINARY.today, ORDINARY.sign, ORDINARY.wording, ORDINARY.remark, "84 %", "stark"]
    words += [effect.words for effect in ORDINARY.effects]
    assert [word for word in words if word not in said] == []
    assert "fredag 4 december 2026" in said


def test_the_chain_to_the_root_is_said_in_words() -> None:
    said = to_plain_text(a3_card(texts_for(Language.SV), ORDINARY))
    assert "Kedjan till roten: 1, 1.1, 1.1.1 och 1.1.1.1." in said
    assert said.count("– Roten") == 1


def test_of_a_huge_tree_the_chain_stays_and_the_rest_is_counted() -> None:
    card = a3_card(texts_for(Language.EN), HUGE)
    tree = next(part for part in card.parts if isinstance(part, model.Tree))
    assert len(tree.rows) <= 14
    assert tree.here == "The root"
    (root,) = (row for row in tree.rows if row.here)
    assert root.number == "1.1.1.1.1.1.1.1"
    assert {root.number[: 2 * depth - 1] for depth in range(1, 9)} <= {row.number for row in tree.rows}
    assert Paragraph("There is more in the files.", Tone.QUIET) in card.parts


@pytest.mark.parametrize("language", list(Language))
def test_whatever_was_said_it_fits_every_chat(language: Language) -> None:
    """Ten tries and effects, and in every place as many words as somebody can write."""
    words = 'Åh, så många "ord" & <tecken> 🙂 ' * 125
    most = replace(
        poisoned(HUGE, words),
        additions=(words,) * 30,
        trials=tuple(poisoned(trial, words) for trial in ORDINARY.trials[:1]) * 10,
        effects=tuple(replace(effect, words=words, used_for=words[:500]) for effect in ORDINARY.effects) * 5,
        pocket=(words,) * 20,
    )
    link = Link("Ord", "https://femma.example.com/files/" + "x" * 400)
    card = a3_card(texts_for(language), most, Links((link, link), "Ord"))
    assert to_block_kit(card).blocks
    assert to_adaptive_card(card)
    assert to_html(card)


def test_the_words_for_the_tree_hold_every_cause() -> None:
    sheet = sheet_of(texts_for(Language.SV), HUGE)
    tree = next(part for section in sheet.sections for part in section.parts if isinstance(part, Tree))
    assert HUGE.tree is not None
    assert len(tree.rows) == len(HUGE.tree.whys) + 1
    assert [row.number for row in tree.rows if f"{row.number} " not in tree.alt] == []


def _drawn(tree: WhyTree) -> Tree:
    sheet = sheet_of(texts_for(Language.SV), replace(SMALL, tree=tree))
    return next(part for section in sheet.sections for part in section.parts if isinstance(part, Tree))


def test_where_somebody_goes_and_sees_and_what_came_on_the_way() -> None:
    said = to_plain_text(a3_card(texts_for(Language.SV), ORDINARY))
    assert "Vi tror: Laddstolparna på gården, Bo Lind tittar, senast tisdag 1 december" in said
    assert "Elektroniska nycklar" in said


def test_a_long_answer_for_who_goes_and_sees_is_kept_whole() -> None:
    why = Why("a", PROBLEM, look=Look("", "ord " * 1000))
    drawn = _drawn(WhyTree("p", (why,), look=Look("Skåpet", by=date(2026, 12, 1))))
    assert drawn.rows[0].where == "Skåpet, senast tisdag 1 december"
    assert drawn.rows[1].where == ("ord " * 1000).strip()


def test_without_a_root_no_chain_is_told() -> None:
    drawn = _drawn(WhyTree("p", (Why("a", PROBLEM, Evidence.NOT_SO),)))
    assert "Kedjan" not in drawn.alt
    assert [row.root for row in drawn.rows] == ["", ""]
