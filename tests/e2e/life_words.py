"""What a team writes in the course of an idea's whole life, in each language.

Every text of theirs is different, so that finding one in a card tells where it came from. What Femma says is
looked up in its catalogues instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.people import Language


@dataclass(frozen=True, slots=True)
class LifeWords:
    """One language's play. `find`, `away`, `back`, `mine` and `promises` are typed as commands."""

    language: Language
    # The idea that lives to the end, and a colleague's that resembles it.
    twin: str
    told: str
    search: str
    knows: str
    question: str
    reply: str
    trial: str
    sign: str
    figure: str
    figure_now: str
    go: str
    effect: str
    used_for: str
    # The others, and what they are answered with.
    rests: str
    rest_words: str
    theirs: str
    theirs_words: str
    belongs: str
    belongs_words: str
    refused: str
    excuse: str
    because: str
    yes_if: str
    done: str
    done_words: str
    taken_back: str
    reworded: str
    failed: str
    failed_trial: str
    learnt: str
    while_away: str
    # Commands.
    find: str
    away: str
    back: str
    mine: str
    promises: str


_SV = LifeWords(
    language=Language.SV,
    twin="Förbandslådan hänger på fel ställe",
    told="Förbandslådan sitter på fel ställe, vi springer runt hela huset",
    search="förbandslådan",
    knows="På Söder hänger den innanför dörren",
    question="Hur ofta behöver ni den?",
    reply="Ungefär en gång i veckan",
    trial="Häng upp en egen i köket",
    sign="Ingen springer till källaren",
    figure="5 turer i veckan",
    figure_now="1 tur i veckan",
    go="Kör, och hör av er på fredag!",
    effect="10 min x 3/vecka x 12 pers",
    used_for="promenader med dem som vill ut",
    rests="Parkeringen är full när dagturen börjar",
    rest_words="Vi väntar tills asfalten är lagd.",
    theirs="Fikat krockar med rapporten",
    theirs_words="Välj tid själva, jag litar på er.",
    belongs="Tvätten kommer tillbaka utan namnlappar",
    belongs_words="Tvätteriet ligger hos er.",
    refused="Cyklarna saknar belysning",
    excuse="Vi har ingen tid",
    because="Nya cyklar är beställda till mars.",
    yes_if="Om leveransen blir försenad",
    done="Batterierna till larmen är slut varje söndag",
    done_words="Vi flyttade beställningen till torsdag",
    taken_back="Radion i lunchrummet är för hög",
    reworded="Radion i lunchrummet hörs in till de sovande",
    failed="Mötet på måndagar drar över tiden",
    failed_trial="Stå upp under mötet",
    learnt="Knäna klarade inte att stå, men dagordningen blev kortare",
    while_away="Dörrkoden byts utan att vikarierna får veta",
    find="sök",
    away="borta till",
    back="jag är tillbaka",
    mine="mina",
    promises="löften",
)
_NB = LifeWords(
    language=Language.NB,
    twin="Førstehjelpsskrinet henger på feil sted",
    told="Førstehjelpsskrinet står på feil sted, vi løper rundt hele huset",
    search="førstehjelpsskrinet",
    knows="På Nordre henger det innenfor døra",
    question="Hvor ofte trenger dere det?",
    reply="Omtrent en gang i uka",
    trial="Heng opp et eget på kjøkkenet",
    sign="Ingen løper til kjelleren",
    figure="5 turer i uka",
    figure_now="1 tur i uka",
    go="Kjør på, og gi lyd på fredag!",
    effect="10 min x 3/uke x 12 pers",
    used_for="turer med dem som vil ut",
    rests="Parkeringen er full når dagvakta begynner",
    rest_words="Vi venter til asfalten er lagt.",
    theirs="Kaffepausen kolliderer med rapporten",
    theirs_words="Velg tidspunkt selv, jeg stoler på dere.",
    belongs="Vasketøyet kommer tilbake uten navnelapper",
    belongs_words="Vaskeriet ligger hos dere.",
    refused="Syklene mangler lys",
    excuse="Vi har ikke tid",
    because="Nye sykler er bestilt til mars.",
    yes_if="Hvis leveringen blir forsinket",
    done="Batteriene til alarmene er tomme hver søndag",
    done_words="Vi flyttet bestillingen til torsdag",
    taken_back="Radioen på spiserommet er for høy",
    reworded="Radioen på spiserommet høres inn til dem som sover",
    failed="Møtet på mandager går over tiden",
    failed_trial="Stå oppreist under møtet",
    learnt="Knærne tålte ikke å stå, men dagsordenen ble kortere",
    while_away="Dørkoden byttes uten at vikarene får vite det",
    find="søk",
    away="borte til",
    back="jeg er tilbake",
    mine="mine",
    promises="løfter",
)
_EN = LifeWords(
    language=Language.EN,
    twin="The first aid kit hangs in the wrong place",
    told="The first aid kit is in the wrong place, we run around the whole house",
    search="first aid kit",
    knows="At South it hangs just inside the door",
    question="How often do you need it?",
    reply="About once a week",
    trial="Hang one of our own in the kitchen",
    sign="Nobody runs to the cellar",
    figure="5 trips a week",
    figure_now="1 trip a week",
    go="Go ahead, and let me hear on Friday!",
    effect="10 min x 3/week x 12 people",
    used_for="walks with those who want to go out",
    rests="The car park is full when the day shift begins",
    rest_words="We wait until the asphalt is laid.",
    theirs="The coffee break collides with the handover",
    theirs_words="Pick a time yourselves, I trust you.",
    belongs="The laundry comes back without name tags",
    belongs_words="The laundry is run by you.",
    refused="The bicycles have no lights",
    excuse="We have no time",
    because="New bicycles are ordered for March.",
    yes_if="If the delivery is late",
    done="The alarm batteries run out every Sunday",
    done_words="We moved the order to Thursday",
    taken_back="The radio in the lunch room is too loud",
    reworded="The radio in the lunch room is heard by those who sleep",
    failed="The meeting on Mondays runs over time",
    failed_trial="Stand up during the meeting",
    learnt="Our knees did not like it, but the agenda got shorter",
    while_away="The door code is changed without telling the temps",
    find="find",
    away="away until",
    back="I am back",
    mine="mine",
    promises="promises",
)

LIVES = (_SV, _NB, _EN)
