# Who waits, said kindly to whoever can answer; and how many promises were kept.
nudge-title = { $count ->
    [one] Én venter på svar
   *[other] { $count } venter på svar
}
nudge-title-team = { $team }: { $count ->
    [one] én venter på svar
   *[other] { $count } venter på svar
}
nudge-one = { $name } venter på svar. Holder det med «jeg har lest den»?
nudge-one-since = { $name } har ventet på svar siden { $since }. Holder det med «jeg har lest den»?
nudge-one-decision = { $name } vet at du har lest det. Nå trengs bare et kort svar: prøve, hvile eller ikke nå.
nudge-about = #{ $number } · { $text } · svar senest { $day }
nudge-row = #{ $number } · { $name } · { $text } · svar senest { $day }
nudge-row-since = #{ $number } · { $name }, siden { $since } · { $text }
since-weekday = { $weekday ->
    [1] mandag
    [2] tirsdag
    [3] onsdag
    [4] torsdag
    [5] fredag
    [6] lørdag
   *[7] søndag
}
nudge-answers = Disse venter på deg. Holder det med «jeg har lest den» så lenge?
nudge-answers-decisions = Disse venter på et svar fra deg. Et kort holder: prøve, hvile eller ikke nå.
nudge-answers-help = Du trenger ikke ta alt på én gang.
nudge-deputy = { $manager } har ikke rukket å svare ennå. Kan du hjelpe til så lenge?
nudge-deputy-help = Det holder å begynne med «jeg har lest den». Den som fortalte, får vite det med en gang.
nudge-lead = Noen har ventet litt lenger enn vi sa. Kan du høre med { $manager } hva som ville hjelpe?
nudge-lead-help = Ofte er det tida som mangler. En hjelpende hånd kan være nok.
button-acknowledge-number = Jeg har lest #{ $number }
button-snooze = Minn meg på det senere

share-title = Holdte løfter
share-text = Slik gikk det med svarene de siste { $days } dagene:
share-row = { $team }: { $kept } av { $ended ->
    [one] 1 løfte holdt
   *[other] { $ended } løfter holdt
}, { $waiting }
share-row-none = { $team }: ingen løfter har gått ut ennå, { $waiting }
share-open = { $count ->
    [0] ingen venter
    [one] 1 venter
   *[other] { $count } venter
}
share-team = Teamet
share-none = Det er ingen løfter å telle ennå. Det begynner når noen forteller noe.
share-own = Tallene gjelder teamet, aldri en person. De viser hvor det trengs mer tid.
share-lead = Tallene gjelder enheter, aldri personer. Spør gjerne hva som ville hjelpe.
