"""The rules that a question from elsewhere must keep before Femma asks it. Breaking one is enough."""

from __future__ import annotations

import re
import unicodedata

from bot.domain.cues import Asked, Place
from bot.domain.people import Language
from bot.domain.ports import Plea
from cards.leanings import cue_in
from cards.masking import masked
from cards.model_rules import known_to, rules_for
from cards.patterns import line

SHORTEST, LONGEST, _WORDS = 10, 220, 35
_SENTENCES = 2
# Beside Latin letters and figures. No sign of a markup, a link, a mention or a place of ours.
_SIGNS = frozenset(" ,.?'’\"”“«»–-:;()%")
_QUOTES = {'"': '"', "”": "”", "“": "”", "«": "»"}
_PART = re.compile(r"[.;:]\s")
_END = re.compile(r"[.?](?=\s|$)")


def kept(answer: str, plea: Plea) -> str | None:
    """The question as it may be asked, or None when it breaks a rule. Linear in the answer."""
    if len(answer) > 2 * LONGEST:
        return None
    question = _bare(unicodedata.normalize("NFC", answer).strip())
    good = (
        _has_form(question)
        and _is_plain(question)
        and _is_in(question, plea.language)
        and _asks(question, plea.language)
        and not _charges(question, plea.language)
        and masked(question, known_to(plea)) == question
        and question.casefold() != plea.question.casefold()
    )
    return question if good else None


def _bare(answer: str) -> str:
    """Without the quotes that some put around all of it."""
    inner = answer[1:-1]
    whole = len(answer) > 1 and _QUOTES.get(answer[0]) == answer[-1]
    return inner.strip() if whole and not any(quote in inner for quote in _QUOTES) else answer


def _has_form(question: str) -> bool:
    """One question, at its end; one sentence before it at most."""
    return (
        SHORTEST <= len(question) <= LONGEST
        and question.count("?") == 1
        and question.endswith("?")
        and len(_END.findall(question)) <= _SENTENCES
        and len(question.split()) <= _WORDS
    )


def _is_plain(question: str) -> bool:
    return all(sign in _SIGNS or sign.isdecimal() or _is_latin(sign) for sign in question)


def _is_latin(sign: str) -> bool:
    return sign.isalpha() and unicodedata.name(sign, "").startswith("LATIN")


def _is_in(question: str, language: Language) -> bool:
    """A word that only this language has, and none that only another has."""
    words = frozenset(line(question).words)
    if words.isdisjoint(rules_for(language).own):
        return False
    return all(words.isdisjoint(rules_for(other).own) for other in Language if other is not language)


def _asks(question: str, language: Language) -> bool:
    """Is its last sentence a question by its words too, and no order with a question mark?"""
    words = line(_PART.split(question)[-1]).words
    rules = rules_for(language)
    return bool(words) and (words[0] in rules.opens or not rules.asks.isdisjoint(words))


def _charges(question: str, language: Language) -> bool:
    """Does it sound like blame, or lean where a kind question of our own would follow?"""
    if rules_for(language).charges.found(line(question)):
        return True
    return cue_in(question, language, Asked(Place.WHY)) is not None
