"""Invented ideas in any number: for measuring how they are found, and to hide others among.

A text is an opening, a matter, a place and a wish, in one language; a tenth is long. With so few sentences
every word would be common, so each text also has words of its own that no language has, as names of places,
products and forms are in real ones.
"""

from __future__ import annotations

from functools import cache
from random import Random

_OPENINGS = {
    "sv": (
        "Det är ofta så att",
        "Hos oss märker vi att",
        "Flera har sagt att",
        "I vintras såg vi att",
        "Igen:",
        "",
    ),
    "nb": (
        "Det er ofte slik at",
        "Hos oss ser vi at",
        "Flere har sagt at",
        "I vinter så vi at",
        "Igjen:",
        "",
    ),
    "en": (
        "It often happens that",
        "We notice that",
        "Several people said that",
        "Last winter we saw that",
        "",
    ),
}
_MATTERS = {
    "sv": (
        "cykelställen är för få",
        "hissen luktar illa",
        "staketet har gått sönder",
        "kaffeautomaten läcker",
        "gästlistan saknas",
        "hjälmarna är utslitna",
        "elementen låter",
        "gardinerna går inte att dra för",
        "anslagstavlan är full av gamla lappar",
        "dammsugaren suger dåligt",
        "projektbudgeten redovisas för sent",
        "visselpiporna försvinner",
        "första hjälpen-lådan är tom",
        "persiennerna hänger snett",
        "batterierna till termometrarna tar slut",
        "bokhyllorna är feluppställda",
        "skohornet är borta",
        "ljudanläggningen brummar",
        "mikrovågsugnen är sliten",
        "kartan i foajén är inaktuell",
    ),
    "nb": (
        "sykkelstativene er for få",
        "heisen lukter vondt",
        "gjerdet er ødelagt",
        "kaffeautomaten lekker",
        "gjestelista mangler",
        "hjelmene er utslitt",
        "ovnene lager lyd",
        "gardinene kan ikke trekkes for",
        "oppslagstavla er full av gamle lapper",
        "støvsugeren suger dårlig",
        "prosjektregnskapet kommer for sent",
        "fløytene forsvinner",
        "førstehjelpsskrinet er tomt",
        "persiennene henger skjevt",
        "batteriene til termometrene går tomme",
        "bokhyllene står feil",
        "skohornet er borte",
        "lydanlegget brummer",
        "mikrobølgeovnen er slitt",
        "kartet i foajeen er utdatert",
    ),
    "en": (
        "there are too few bicycle racks",
        "the lift smells bad",
        "the fence has broken",
        "the coffee machine leaks",
        "the guest list is missing",
        "the helmets are worn out",
        "the radiators make a sound",
        "the curtains cannot be drawn",
        "the notice board is full of old notes",
        "the vacuum cleaner is weak",
        "the project accounts come late",
        "the whistles disappear",
        "the first aid box is empty",
    ),
}
_PLACES = {
    "sv": (
        "i ateljén",
        "på loftet",
        "i verkstaden",
        "vid kajen",
        "i foajén",
        "på stallet",
        "i vaktstugan",
        "på lagret",
    ),
    "nb": (
        "i atelieret",
        "på loftet",
        "på verkstedet",
        "ved kaia",
        "i foajeen",
        "i stallen",
        "i vaktbua",
        "på lageret",
    ),
    "en": (
        "in the studio",
        "in the attic",
        "in the workshop",
        "by the quay",
        "in the foyer",
        "in the stable",
    ),
}
_WISHES = {
    "sv": (
        "Kan någon se över det?",
        "Vi borde byta ut det.",
        "Vem ansvarar?",
        "Det tar en kvart varje gång.",
        "",
    ),
    "nb": (
        "Kan noen se på det?",
        "Vi burde bytte det ut.",
        "Hvem har ansvaret?",
        "Det tar et kvarter hver gang.",
        "",
    ),
    "en": ("Could somebody look into it?", "We should replace it.", "Who is responsible?", ""),
}
_LANGUAGES = ("sv", "sv", "nb", "nb", "en")
_ONSETS = (
    "b",
    "br",
    "d",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sk",
    "st",
    "t",
    "v",
)
_VOWELS = "aeiouyåäö"
_CODAS = ("b", "d", "f", "g", "k", "l", "lm", "m", "n", "nd", "p", "r", "rk", "s", "st", "t", "v")
# So many words of no language there are.
_NAMES = 60_000


def text(number: int, seed: int = 5) -> str:
    """The text of one idea: the same for the same number and seed."""
    return " ".join(pieces(Random(seed * 1_000_003 + number)))


def pieces(chance: Random) -> list[str]:
    """The text of an idea in the pieces it is made of, most of which come again in others."""
    language = chance.choice(_LANGUAGES)
    found: list[str] = []
    for _ in range(3 if chance.random() < 0.1 else 1):
        names = (f"{_name(chance)}.".capitalize(), _name(chance).capitalize())
        found += (
            chance.choice(_OPENINGS[language]),
            chance.choice(_MATTERS[language]),
            chance.choice(_PLACES[language]),
            names[1],
            names[0],
        )
    return [piece for piece in (*found, chance.choice(_WISHES[language])) if piece]


def _name(chance: Random) -> str:
    """A word of no language: some are common and most are rare, as words are."""
    return _named(int(_NAMES ** chance.random()))


@cache
def _named(rank: int) -> str:
    its = Random(rank)
    return "".join(
        its.choice(_ONSETS) + its.choice(_VOWELS) + its.choice(_CODAS) for _ in range(1 + (rank > 40))
    )
