# The weekly summary: at most eight lines, the last of them a question for the board meeting.
summary-title = { $team } · v. { $week }
summary-preview = Så här ser veckan ut just nu. Bara du ser det.
summary-better = Bättre: #{ $number } { $words }
summary-better-by = Bättre: #{ $number } { $words } ({ $by })
summary-tried = Provas: #{ $number } { $words }
summary-tried-by = Provas: #{ $number } { $words } ({ $by })
summary-new = Nytt: #{ $number } { $words }
summary-new-by = Nytt: #{ $number } { $words } ({ $by })
summary-waiting = Väntar: #{ $number } { $words } – svar från närmaste chef senast { $day }
summary-waiting-no-day = Väntar: #{ $number } { $words } – svar från närmaste chef
summary-more = { $count ->
    [one] Och en sak till.
   *[other] Och { $count } saker till.
}
summary-nothing = Inget nytt än den här veckan.
summary-question = Till tavelmötet: { $question }
summary-question-1 = Vad gjorde du i veckan som ingen skulle sakna om det försvann?
summary-question-2 = Var fick någon vänta i veckan, och på vad?
summary-question-3 = Vilken fråga fick vi svara på om och om igen?
summary-question-4 = Vad fick vi göra om, fast det redan var gjort?
summary-question-5 = Vad letade vi efter, och var borde det ligga?
summary-question-6 = Vad gick lättare än vi trodde? Vad gjorde att det gick?
summary-question-7 = Vad skriver vi på mer än ett ställe?
summary-question-8 = Vem i gruppen kan något som vi aldrig frågar om?
# When most of what was told lately is of one sort, the question is about that.
summary-question-waiting = Vad väntade vi på i veckan, och vad hade fått det att komma tidigare?
summary-question-overproduction = Vad gör vi mer av än någon behöver?
summary-question-transport = Vad kör eller bär vi som kunde ha fått stanna där det var?
summary-question-motion = Vad gick eller letade vi efter, och var borde det finnas?
summary-question-inventory = Vad ligger på hög hos oss, och vad skulle hålla högen liten?
summary-question-over-processing = Vad gör vi två gånger, fast en gång räcker?
summary-question-defects = Vad fick vi göra om, och var i kedjan började felet?
summary-question-talent = Vem vet hur det borde vara, utan att ha fått frågan?
summary-question-failure-demand = Vad hör folk av sig om för att något inte blev klart första gången?

chart-title = Berättat och besvarat per vecka
chart-told = Berättat
chart-answered = Besvarat
chart-week = { $week }
chart-x = Vecka
chart-y = Antal
chart-text = Vecka { $week }: { $told ->
    [0] inget berättat
    [one] 1 sak berättad
   *[other] { $told } saker berättade
}, { $answered ->
    [0] inget besvarat
    [one] 1 besvarad
   *[other] { $answered } besvarade
}. Vecka { $first }–{ $last }: { $toldAll ->
    [0] inget berättat
    [one] 1 sak berättad
   *[other] { $toldAll } saker berättade
}, { $answeredAll ->
    [0] inget besvarat
    [one] 1 besvarad
   *[other] { $answeredAll } besvarade
}.
