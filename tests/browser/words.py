"""What the three teams of the demo municipality say in this play.

Femma's own words in `tests.e2e.words`, which this builds on, are what Femma must be heard to say.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.people import Language
from tests.e2e.words import WEEKS

_WORDS = {week.language: week for week in WEEKS}

_SV = replace(
    _WORDS[Language.SV],
    problem="Morgonbesöken på Björkvägen börjar för sent, för bilarna kommer inte iväg i tid",
    happens="Bilarna kör tjugo över sju i stället för sju. Det händer nästan varje dag.",
    touched="Brukarna, och den som ringer och undrar var vi är",
    first_cause="Det är kö vid nyckelskåpet",
    branch="Två bilar delar på en laddkabel",
    second_cause="Alla nycklar kvitteras ut på morgonen, även kvällens",
    missing_step="Listan är sorterad efter namn och inte efter runda",
    trial="Prova en lista per runda på onsdag",
    sign="Vi räknar hur många bilar som är borta kl. 07.05",
    question="Vilka dagar är kön längst?",
    reply="Måndagar och fredagar",
    refusal="Lokalen byggs om i vår, då flyttar skrivaren ändå. Kan vi ställa den i korridoren så länge?",
    by_command="Skrivaren på andra våningen är trasig igen",
)
_NB = replace(
    _WORDS[Language.NB],
    problem="Morgenbesøkene i Bjerkeveien starter for sent, for bilene kommer ikke av gårde i tide",
    happens="Bilene kjører tjue over sju i stedet for sju. Det skjer nesten hver dag.",
    touched="Brukerne, og den som ringer og lurer på hvor vi er",
    first_cause="Det er kø ved nøkkelskapet",
    branch="To biler deler på én ladekabel",
    second_cause="Alle nøkler kvitteres ut om morgenen, også kveldens",
    missing_step="Lista er sortert etter navn og ikke etter runde",
    trial="Sortere lista etter runde på mandag og tirsdag",
    sign="Vi teller hvor mange biler som er ute kl. 07.05",
    question="Hvilke dager er køen lengst?",
    reply="Mandager og fredager",
    refusal="Lokalet bygges om til våren, da flytter skriveren uansett. Kan den stå i gangen så lenge?",
    by_command="Skriveren i andre etasje er i stykker igjen",
)
_EN = replace(
    _WORDS[Language.EN],
    problem="The mowing rounds in the lake park start late, because the vans do not get away in time",
    happens="The vans leave at twenty past seven instead of seven. It happens almost every day.",
    touched="Families in the park, and whoever calls to ask when we are coming",
    first_cause="There is a queue at the key cabinet",
    branch="Two vans share one charging cable",
    second_cause="All keys are signed out in the morning, the evening ones too",
    missing_step="The list is sorted by name and not by round",
    trial="Sort the list by round on Monday and Tuesday",
    sign="We count how many vans are away at 07:05",
    question="On which days is the queue longest?",
    reply="Mondays and Fridays",
    refusal="The depot is rebuilt in spring, and the printer moves then. Could it stand in the hall for now?",
    by_command="The printer at the depot is broken again",
)

DEMO_WEEKS = (_SV, _NB, _EN)
