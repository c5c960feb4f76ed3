"""What people write in the course of a week, in each language, and what they must be able to read back.

Every text of theirs is different, so that finding one in a card tells where it came from.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.people import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's week. The second half is what Femma must say somewhere on its way."""

    language: Language
    locale: str
    zone: str
    problem: str
    happens: str
    touched: str
    first_cause: str
    branch: str
    second_cause: str
    missing_step: str
    trial: str
    sign: str
    question: str
    reply: str
    by_command: str
    in_channel: str
    from_message: str
    refusal: str
    # Typed instead of pressed.
    pause: str
    resume: str
    believed: str
    mine: str
    # What Femma says.
    hello: str
    thanks: str
    rests: str
    welcome_back: str
    therefore: str
    not_now: str
    heard: str
    answer_day: str
    chart: str


_SV = Words(
    language=Language.SV,
    locale="sv-SE",
    zone="Europe/Stockholm",
    problem="Morgonbesöken börjar för sent för att bilarna inte kommer iväg & <hinner> *fram*",
    happens="Bilarna kör 07.20 i stället för 07.00, varje dag",
    touched="Brukarna, de undrar var vi är",
    first_cause="Kö vid nyckelskåpet",
    branch="Två bilar delar på en laddare",
    second_cause="Alla nycklar kvitteras ut på morgonen",
    missing_step="Listan är sorterad efter namn och inte efter runda",
    trial="Sortera listan per runda på måndag",
    sign="Vi räknar bilar kl. 07.05",
    question="Vilka dagar är kön längst?",
    reply="Måndagar och fredagar",
    by_command="Skrivaren på andra våningen är trasig igen",
    in_channel="Blanketten för hjälpmedel måste fyllas i två gånger",
    from_message="Vi hittade inte larmknappen hos fru Ek i går",
    refusal="Lokalen byggs om i vår, då flyttar skrivaren ändå",
    pause="paus",
    resume="fortsätt",
    believed="vi tror det",
    mine="mina",
    hello="Hej allihop! Jag heter Femma",
    thanks="Tack, det där är bra sett",
    rests="Samtalet vilar",
    welcome_back="Fint att du är tillbaka",
    therefore="därför",
    not_now="Svaret är: inte nu",
    heard="Vi fortsätter i vår egen chatt",
    answer_day="fredag 20 november",
    chart="Berättat och besvarat per vecka",
)

_NB = Words(
    language=Language.NB,
    locale="nb-NO",
    zone="Europe/Oslo",
    problem="Morgenbesøkene starter for sent fordi bilene ikke kommer av gårde & <rekker> *fram*",
    happens="Bilene kjører 07.20 i stedet for 07.00, hver dag",
    touched="Brukerne, de lurer på hvor vi er",
    first_cause="Kø ved nøkkelskapet",
    branch="To biler deler på én lader",
    second_cause="Alle nøkler kvitteres ut om morgenen",
    missing_step="Lista er sortert etter navn og ikke etter runde",
    trial="Sortere lista etter runde på mandag",
    sign="Vi teller biler kl. 07.05",
    question="Hvilke dager er køen lengst?",
    reply="Mandager og fredager",
    by_command="Skriveren i andre etasje er i stykker igjen",
    in_channel="Skjemaet for hjelpemidler må fylles ut to ganger",
    from_message="Vi fant ikke alarmknappen hos fru Ek i går",
    refusal="Lokalet bygges om til våren, da flytter skriveren uansett",
    pause="pause",
    resume="fortsett",
    believed="vi tror det",
    mine="mine",
    hello="Hei alle sammen! Jeg heter Femma",
    thanks="Takk, det var godt sett",
    rests="Samtalen hviler",
    welcome_back="Fint at du er tilbake",
    therefore="derfor",
    not_now="Svaret er: ikke nå",
    heard="Vi fortsetter i vår egen chat",
    answer_day="fredag 20. november",
    chart="Fortalt og besvart per uke",
)

_EN = Words(
    language=Language.EN,
    locale="en-GB",
    zone="Europe/London",
    problem="The morning visits start too late because the cars do not get away & <reach> *there*",
    happens="The cars leave at 07.20 instead of 07.00, every day",
    touched="The users, they wonder where we are",
    first_cause="There is a queue at the key cabinet",
    branch="Two cars share one charger",
    second_cause="All keys are signed out in the morning",
    missing_step="The list is sorted by name and not by round",
    trial="Sort the list by round on Monday",
    sign="We count cars at 07.05",
    question="On which days is the queue longest?",
    reply="Mondays and Fridays",
    by_command="The printer on the second floor is broken again",
    in_channel="The form for aids has to be filled in twice",
    from_message="We did not find the alarm button at Mrs Ek's yesterday",
    refusal="The building is rebuilt in spring, and the printer moves then anyway",
    pause="pause",
    resume="continue",
    believed="we believe so",
    mine="mine",
    hello="Hello everyone! My name is Femma",
    thanks="Thanks, that is well spotted",
    rests="The talk is resting",
    welcome_back="Good to have you back",
    therefore="therefore",
    not_now="The answer is: not now",
    heard="Let us go on in our own chat",
    answer_day="Friday 20 November",
    chart="Told and answered per week",
)

WEEKS = (_SV, _NB, _EN)
