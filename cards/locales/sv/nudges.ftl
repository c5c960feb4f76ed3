# Who waits, said kindly to whoever can answer; and how many promises were kept.
nudge-title = { $count ->
    [one] En väntar på svar
   *[other] { $count } väntar på svar
}
nudge-title-team = { $team }: { $count ->
    [one] en väntar på svar
   *[other] { $count } väntar på svar
}
nudge-one = { $name } väntar på svar. Räcker det med ”jag har läst”?
nudge-one-since = { $name } väntar på svar sedan { $since }. Räcker det med ”jag har läst”?
nudge-one-decision = { $name } vet att du har läst. Nu behövs bara ett kort besked: prova, vila eller inte nu.
nudge-about = #{ $number } · { $text } · svar senast { $day }
nudge-row = #{ $number } · { $name } · { $text } · svar senast { $day }
nudge-row-since = #{ $number } · { $name }, sedan { $since } · { $text }
since-weekday = { $weekday ->
    [1] i måndags
    [2] i tisdags
    [3] i onsdags
    [4] i torsdags
    [5] i fredags
    [6] i lördags
   *[7] i söndags
}
nudge-answers = De här väntar på dig. Räcker det med ”jag har läst” så länge?
nudge-answers-decisions = De här väntar på ett besked från dig. Ett kort räcker: prova, vila eller inte nu.
nudge-answers-help = Du behöver inte ta allt på en gång.
nudge-deputy = { $manager } har inte hunnit svara än. Kan du hjälpa till så länge?
nudge-deputy-help = Det räcker att börja med ”jag har läst”. Den som berättade får veta det direkt.
nudge-lead = Någon har väntat lite längre än vi sa. Kan du höra med { $manager } vad som skulle hjälpa?
nudge-lead-help = Ofta är det tiden som fattas. En hjälpande hand kan räcka.
button-acknowledge-number = Jag har läst #{ $number }
button-snooze = Påminn mig senare

share-title = Hållna löften
share-text = Så gick det med svaren de senaste { $days } dagarna:
share-row = { $team }: { $kept } av { $ended ->
    [one] 1 löfte hållet
   *[other] { $ended } löften hållna
}, { $waiting }
share-row-none = { $team }: inget löfte har gått ut än, { $waiting }
share-open = { $count ->
    [0] inget väntar
    [one] 1 väntar
   *[other] { $count } väntar
}
share-team = Teamet
share-none = Det finns inga löften att räkna än. Det börjar när någon berättar något.
share-own = Siffrorna gäller teamet, aldrig en person. De är till för att se var det behövs mer tid.
share-lead = Siffrorna gäller enheter, aldrig personer. Fråga gärna vad som skulle hjälpa.
