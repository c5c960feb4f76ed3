"""From typed words to what is called so: a language, a kind, a team. The words are data."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.ideas import Kind
from bot.domain.people import Language, Team
from cards.mistyped import slip
from cards.words import Words, cue, languages_from, meaning, normal, words_for


def language_named(text: str) -> Language | None:
    """The language that is called so, in any of the three."""
    said = normal(text)
    found = (meaning(words_for(other).languages, said) for other in Language)
    exact = next((one for one in found if one), None) or slip(text, "languages")
    return Language(exact) if exact else None


def kind_named(text: str, language: Language) -> Kind | None:
    """The kind somebody has typed, by its name."""
    said = normal(text)
    found = (meaning(words.kinds, said) for words in _in_turn(language))
    kind = next((one for one in found if one), None) or slip(text, "kinds")
    return Kind(kind) if kind else None


def guess_kind(text: str, language: Language) -> Kind:
    """What it most likely is; a problem when nothing speaks for anything else."""
    said = normal(text)
    found = (cue(words.cues, said) for words in _in_turn(language))
    return next((Kind(kind) for kind in found if kind), Kind.PROBLEM)


def team_named(text: str, teams: Sequence[Team]) -> Team | None:
    """The team that is called so, or stands at that place in the list."""
    said = normal(text)
    if said.isascii() and said.isdigit() and 1 <= int(said[:3]) <= len(teams):
        return teams[int(said[:3]) - 1]
    exact = [team for team in teams if normal(team.name) == said]
    partly = [team for team in teams if said and said in normal(team.name)]
    found = exact or (partly if len(partly) == 1 else [])
    return found[0] if found else None


def _in_turn(language: Language) -> list[Words]:
    return [words_for(one) for one in languages_from(language)]
