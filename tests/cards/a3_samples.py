"""A3s to draw: one of which hardly anything was said, an ordinary one, and a huge one. All invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.a3 import A3, Trial
from bot.domain.effects import Basis, Effect, EffectKind, Range
from bot.domain.ideas import Kind, Stage
from bot.domain.people import Language
from bot.domain.tree import PROBLEM, Evidence, Look, Why, WhyTree
from cards.a3.card import a3_card
from cards.texts import texts_for

SEEN, BELIEVED = Evidence.SEEN, Evidence.BELIEVED

SMALL = A3(
    12,
    Kind.IDEA,
    "Märk hyllorna i förrådet, så hittar vikarier.",
    "Hemtjänst Norr",
    date(2026, 11, 20),
    date(2026, 11, 22),
)

NORTH = WhyTree(
    "Vecka 40–43 började 38 av 96 morgonbesök i område Norr mer än 15 minuter för sent.",
    (
        Why("Bilarna lämnar lokalen 07.20 i stället för 07.00.", PROBLEM, SEEN, "Körjournal v. 43"),
        Why(
            "Fyra personer köar vid nyckelskåpet, som öppnas med ett kort i taget.",
            0,
            SEEN,
            "Stod bredvid två morgnar: kö 11 och 14 minuter",
        ),
        Why(
            "Två bilar saknar laddning när passet börjar.",
            0,
            BELIEVED,
            look=Look("Laddstolparna på gården", "Bo Lind", date(2026, 12, 1)),
        ),
        Why(
            "Alla nycklar kvitteras ut på morgonen, även de som används först på kvällen.",
            1,
            SEEN,
            "Skåpets logg",
        ),
        Why(
            "Listan är sorterad per medarbetare, så det syns inte vilka nycklar som hör till runda ett.",
            3,
            SEEN,
            "Listan för 22 oktober",
        ),
        Why("Kvällspasset hinner inte koppla in bilarna.", 2, Evidence.NOT_SO, "Alla var inkopplade kl. 22"),
    ),
)

ORDINARY = A3(
    number=1234,
    kind=Kind.PROBLEM,
    problem=NORTH.problem,
    team="Hemtjänst Norr",
    told_on=date(2026, 10, 22),
    made_on=date(2026, 11, 22),
    author="Åsa Öberg-Ærø",
    additions=("Det gäller även helgerna.",),
    touched="Brukare som väntar på insulin, och kollegor som får springa.",
    today="38 av 96 besök sena, 40 %",
    sign="Högst 10 % sena före jul",
    tree=NORTH,
    wording="Listan är ordnad efter person och inte efter runda. All utlämning hamnar på samma tio minuter.",
    remark="Nyckelskåpet ägs av fastighet.",
    trials=(
        Trial(
            "Kvällspasset lägger morgonrundans nycklar i märkta påsar.",
            "Bo Lind",
            date(2026, 11, 13),
            "Morgonbesök som börjar inom 15 minuter",
            "60 %",
            "84 %",
            "Påsarna tog slut.",
            "Märkningen ska sitta på påsen.",
            4,
        ),
        Trial(
            "Sortera listan per runda.",
            "Åsa Öberg-Ærø",
            date(2026, 12, 4),
            "Morgonbesök som börjar inom 15 minuter",
        ),
    ),
    pocket=("Elektroniska nycklar",),
    stage=Stage.TRYING,
    seen=3,
    effects=(
        Effect(
            EffectKind.TIME,
            Basis.MEASURED,
            "10 minuter för fyra personer varje dag",
            Range(147, 153),
            used_for="Lugnare morgonbesök",
            realised=True,
        ),
        Effect(EffectKind.SERVICE, Basis.FELT, "Kön är kortare, men inte borta."),
    ),
    next_look=date(2026, 12, 4),
)

LONG = "Formuläret provades av arkitektkontor när det byggdes, och aldrig av dem som söker en gång i livet. "


def huge_tree(levels: int = 8, words: str = LONG) -> WhyTree:
    """Three branches at the first step, two at each of the next two, and from there straight down."""
    whys: list[Why] = []
    above = [PROBLEM]
    for level in range(levels):
        below = []
        for parent in above:
            for branch in range((3, 2, 2)[level] if level < 3 else 1):
                evidence = (SEEN, BELIEVED, None)[(level + branch) % 3]
                whys.append(
                    Why(f"{words} ({level}/{branch})", parent, evidence, "Ärendena i september och oktober")
                )
                below.append(len(whys) - 1)
        above = below
    return WhyTree("62 av 100 ansökningar fick skickas tillbaka. Hälften tog mer än 31 dagar.", tuple(whys))


HUGE = replace(ORDINARY, tree=huge_tree(), problem=LONG * 8, additions=(LONG * 3,) * 4)

SAMPLES = {"small": SMALL, "ordinary": ORDINARY, "huge": HUGE}


def say_a3(language: Language) -> None:
    """Say every text that an A3 and its files have."""
    t = texts_for(language)
    for a3 in SAMPLES.values():
        a3_card(t, a3)
    t.say("file-nowhere")
    for key in ("expired", "unknown", "gone", "late"):
        t.say(f"file-{key}-title")
        t.say(f"file-{key}-text")
