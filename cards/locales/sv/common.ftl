# Words that several cards share.
someone = en kollega
someone-first = En kollega
title-number = #{ $number } · { $title }
label-team = Team
label-stage = Läge
label-reason = Skäl
label-question = Fråga
label-answer = Svar

kind-idea = idé
kind-problem = problem
kind-voice = brukarröst
kind-works = fungerar bra

choose-idea = En idé
choose-problem = Ett problem
choose-voice = Något en brukare berättat
choose-works = Något som fungerar bra

stage-submitted = inskickad
stage-acknowledged = kvitterad
stage-exploring = vi tittar närmare
stage-trying = provas
stage-done = genomförd
stage-checking = följs upp
stage-standard = nytt arbetssätt
stage-resting = vilar
stage-learnt = vi lärde oss något
stage-merged = går vidare i en annan
stage-not-now = inte nu
stage-withdrawn = tillbakatagen
stage-passed-on = skickad vidare till { $who }
stage-resting-until = vilar till { $day }

reason-law = Lag eller avtal
reason-safety = Säkerhet
reason-moves = Flyttar problemet till andra
reason-other-first = Större nytta av annat nu
reason-tried = Provat tidigare
reason-level = Beslutas på en annan nivå

language-sv = svenska
language-nb = norska
language-en = engelska

button-new-idea = Ny idé
button-mine = Mina idéer
button-waiting = Väntar på mig
button-summary = Veckan nu
button-away = Jag är borta
button-back = Jag är tillbaka
button-cancel = Avbryt
button-open = Öppna #{ $number }
button-resume = Fortsätt samtalet

you-chose = Du valde: { $choice }
text-cut = Texten var lång. Jag har sparat de första 4 000 tecknen.

# A language as it calls itself, for whoever sits in the wrong one.
own-name-sv = Svenska
own-name-nb = Norsk
own-name-en = English
