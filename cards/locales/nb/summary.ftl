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
