"""The texts that no card says yet but functions of `cards` do, all of them said once."""

from __future__ import annotations

from bot.domain.effects import Basis, EffectKind, Per, Range, Saving
from bot.domain.people import Language
from bot.domain.strength import Rung, Strength
from bot.domain.wastes import Waste
from cards import effects, forms, strength, wastes
from cards.texts import texts_for


def pure_texts(language: Language) -> list[str]:
    """Every one of them, in this language."""
    return [
        *(effects.kind_name(kind, language) for kind in EffectKind),
        *(effects.basis_name(basis, language) for basis in Basis),
        *(effects.sum_text(Saving(10, 3, per, 12), language) for per in Per),
        effects.hours_text(Range(0.1, 0.1), language),
        effects.freed_text(Range(264, 276), "…", language),
        effects.sum_example(language),
        *(wastes.waste_name(waste, language) for waste in Waste),
        texts_for(language).say("question-split"),
        forms.in_one_sentence(language, "listan läses av en i taget", "kön växer", "bilarna kör sent"),
        *(wastes.waste_explained(waste, language) for waste in Waste),
        *(strength.rung_name(rung, language) for rung in Rung),
        *(strength.strength_name(one, language) for one in Strength),
        *(text for rung in Rung if (text := strength.one_step_up(rung, language))),
    ]
