# Words that several cards share.
someone = en kollega
someone-first = En kollega
title-number = #{ $number } · { $title }
label-team = Team
label-stage = Status
label-reason = Grunn
label-question = Spørsmål
label-answer = Svar

kind-idea = idé
kind-problem = problem
kind-voice = brukerstemme
kind-works = fungerer godt

choose-idea = En idé
choose-problem = Et problem
choose-voice = Noe en bruker har fortalt
choose-works = Noe som fungerer godt

stage-submitted = sendt inn
stage-acknowledged = kvittert
stage-exploring = vi ser nærmere på det
stage-trying = prøves ut
stage-done = gjennomført
stage-checking = følges opp
stage-standard = ny arbeidsmåte
stage-resting = hviler
stage-learnt = vi lærte noe
stage-merged = går videre i en annen
stage-not-now = ikke nå
stage-withdrawn = trukket tilbake
stage-passed-on = sendt videre til { $who }
stage-resting-until = hviler til { $day }

reason-law = Lov eller avtale
reason-safety = Sikkerhet
reason-moves = Flytter problemet til andre
reason-other-first = Større nytte av noe annet nå
reason-tried = Prøvd før
reason-level = Bestemmes på et annet nivå

language-sv = svensk
language-nb = norsk
language-en = engelsk

button-new-idea = Ny idé
button-mine = Ideene mine
button-waiting = Venter på meg
button-summary = Uka nå
button-away = Jeg er borte
button-back = Jeg er tilbake
button-cancel = Avbryt
button-open = Åpne #{ $number }
button-resume = Fortsett samtalen

you-chose = Du valgte: { $choice }
text-cut = Teksten var lang. Jeg har tatt vare på de første 4 000 tegnene.

# A language as it calls itself, for whoever sits in the wrong one.
own-name-sv = Svenska
own-name-nb = Norsk
own-name-en = English
