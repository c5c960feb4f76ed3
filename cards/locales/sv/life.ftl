# The life of an idea: where it stands, in words that anybody may read, and what comes next.
stands-submitted = { $manager } läser det här och svarar senast { $day }.
stands-submitted-no-day = { $manager } läser det här.
stands-acknowledged = { $manager } har läst och återkommer senast { $day }.
stands-acknowledged-no-day = { $manager } har läst.
stands-passed = Det är skickat vidare och ligger nu hos { $manager }.
stands-passed-level = Det är skickat vidare till { $level } och ligger nu hos { $manager }.
stands-level-unit = enhetens ledning
stands-level-department = förvaltningens ledning
stands-level-top = kommunens ledning
stands-exploring = Vi tittar närmare på det. { $manager } håller i det.
stands-outside = Frågan ligger hos { $outside }. { $manager } tar reda på svaret.
stands-trying = Det provas nu.
stands-trying-until = Det provas till och med { $day }. { $who } håller i det.
stands-trying-own = Teamet bestämmer själva och provar till och med { $day }. { $who } håller i det.
stands-done = Det är genomfört.
stands-checking = Det följs upp.
stands-standard = Det här är ett nytt arbetssätt.
stands-resting = Det vilar.
stands-not-now = Svaret blev: inte nu.
stands-learnt = Vi slutade prova, och vi lärde oss något.
stands-merged = Det går vidare i #{ $number }.
stands-merged-somewhere = Det går vidare tillsammans med något som liknar det.
stands-withdrawn = Den som berättade har tagit tillbaka det här.
stands-instead = { $away } är borta så länge.
next-answer = Svaret kommer senast { $day }.
next-back = Det kommer tillbaka av sig självt { $day }.
next-look = Jag frågar hur det går { $day }.

author-standard = Det började med det du såg. Tack.
author-learnt = Tack för att vi fick prova.
manager-instead = { $away } är borta. Därför frågar jag dig under tiden.

# What is tried.
label-trial = Försöket
label-doing = Håller i det
label-until = Till och med
label-sign = Så märker vi det
label-figure = I början
label-figure-after = Nu
label-hindrance = Det som hindrar
label-learnt = Det vi lärde oss
label-would-be-yes = Det som krävs för ett ja
label-lies-with = Ligger nu hos

# What colleagues add.
seen-too = { $count ->
    [one] 1 kollega ser samma sak.
   *[other] { $count } kollegor ser samma sak.
}
voices = { $count ->
    [one] En kollega vet:
   *[other] Kollegor vet:
}
colleague-sees = Du ser det också, och det är räknat.
colleague-follows = Du följer det här. Jag skriver när det händer något.
button-see-too = Jag ser det också
button-know = Jag vet något om det
button-follow = Följ

# What the author can do.
button-just-done = Det gör vi själva
button-reword = Ändra orden
button-effect = Vad det gav

# What the manager can do.
button-try = Vi provar
button-you-decide = Ni bestämmer
button-rest = Låt vila
button-pass-on = Skicka vidare
button-merge = Slå ihop
button-more = Fler svar …
button-less = Färre svar
usual-try = Kör! Säg till om du behöver något.
usual-you-decide = Det bestämmer ni själva. Jag vill bara höra hur det går.
usual-rest = Bra idé, fel tid. Vi tar upp den igen, det ansvarar jag för.
usual-pass-on = Det här kan vi inte besluta själva, så jag har skickat det vidare.

# What the author hears of it.
decided-try-title = Vi provar
decided-try-text = { $by } vill att ni provar.
decided-try-next = Det provas till och med { $day }.
decided-you-decide-title = Det bestämmer ni
decided-you-decide-text = { $by } lägger beslutet hos er.
decided-you-decide-next = Ni behöver inte fråga någon mer. Jag undrar hur det har gått { $day }.
decided-rest-title = Vilar ett tag
decided-rest-text = { $by } vill ta upp det, men inte just nu.
decided-rest-next = Det kommer tillbaka av sig självt { $day }. Du behöver inte hålla reda på det.
decided-pass-on-title = Skickat vidare
decided-pass-on-text = { $by } kan inte avgöra det här själv.
decided-pass-on-next = Du får svar senast { $day }.
passed-title = Skickat vidare till dig
passed-text = { $by } kan inte avgöra det här själv och frågar därför dig.
passed-text-team = { $by } i { $team } kan inte avgöra det här själv och frågar därför dig.
passed-next = Kortet att svara på kommer strax. Det räcker att börja med ”Jag har läst”.
back-title = Tillbaka
back-author = Det här har vilat och är tillbaka i dag, som det var sagt. { $manager } svarar senast { $day }.
back-manager = Det här har vilat och är tillbaka i dag, som det var sagt. Svar är lovat senast { $day }.
just-done-title = Teamet har gjort det
just-done-text = { $by } och teamet har gjort det här själva. Det behöver inget godkännande.
just-done-about = Det började så här:
just-done-next = Jag frågar om en månad om det håller.
