# The weekly summary: at most eight lines, the last of them a question for the board meeting.
summary-title = { $team } · uke { $week }
summary-preview = Slik ser uka ut akkurat nå. Bare du ser det.
summary-better = Bedre: #{ $number } { $words }
summary-better-by = Bedre: #{ $number } { $words } ({ $by })
summary-tried = Prøves ut: #{ $number } { $words }
summary-tried-by = Prøves ut: #{ $number } { $words } ({ $by })
summary-new = Nytt: #{ $number } { $words }
summary-new-by = Nytt: #{ $number } { $words } ({ $by })
summary-waiting = Venter: #{ $number } { $words } – svar fra nærmeste leder senest { $day }
summary-waiting-no-day = Venter: #{ $number } { $words } – svar fra nærmeste leder
summary-more = { $count ->
    [one] Og én ting til.
   *[other] Og { $count } ting til.
}
summary-nothing = Ikke noe nytt ennå denne uka.
summary-question = Til tavlemøtet: { $question }
summary-question-1 = Hva gjorde du denne uka som ingen ville savnet om det ble borte?
summary-question-2 = Hvor måtte noen vente denne uka, og på hva?
summary-question-3 = Hvilket spørsmål svarte vi på om og om igjen?
summary-question-4 = Hva måtte vi gjøre om igjen, enda det var gjort?
summary-question-5 = Hva lette vi etter, og hvor burde det ligge?
summary-question-6 = Hva gikk lettere enn vi trodde? Hva gjorde at det gikk?
summary-question-7 = Hva skriver vi mer enn ett sted?
summary-question-8 = Hvem i gruppa kan noe som vi aldri spør om?
# When most of what was told lately is of one sort, the question is about that.
summary-question-waiting = Hva ventet vi på denne uka, og hva kunne fått det til å komme før?
summary-question-overproduction = Hva gjør vi mer av enn noen trenger?
summary-question-transport = Hva kjører eller bærer vi som kunne fått bli der det var?
summary-question-motion = Hva gikk eller lette vi etter, og hvor burde det ligge?
summary-question-inventory = Hva hoper seg opp hos oss, og hva ville holde haugen liten?
summary-question-over-processing = Hva gjør vi to ganger, enda én gang er nok?
summary-question-defects = Hva måtte vi gjøre på nytt, og hvor begynte feilen?
summary-question-talent = Hvem vet hvordan det burde være, uten å ha blitt spurt?
summary-question-failure-demand = Hva tar folk kontakt om fordi noe ikke ble klart første gang?

chart-title = Fortalt og besvart per uke
chart-told = Fortalt
chart-answered = Besvart
chart-week = { $week }
chart-x = Uke
chart-y = Antall
chart-text = Uke { $week }: { $told ->
    [0] ingenting fortalt
    [one] 1 ting fortalt
   *[other] { $told } ting fortalt
}, { $answered ->
    [0] ingenting besvart
    [one] 1 besvart
   *[other] { $answered } besvart
}. Uke { $first }–{ $last }: { $toldAll ->
    [0] ingenting fortalt
    [one] 1 ting fortalt
   *[other] { $toldAll } ting fortalt
}, { $answeredAll ->
    [0] ingenting besvart
    [one] 1 besvart
   *[other] { $answeredAll } besvart
}.
