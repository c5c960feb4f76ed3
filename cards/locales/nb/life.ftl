# The life of an idea: where it stands, in words that anybody may read, and what comes next.
stands-submitted = { $manager } leser dette og svarer senest { $day }.
stands-submitted-no-day = { $manager } leser dette.
stands-acknowledged = { $manager } har lest det og kommer med et svar senest { $day }.
stands-acknowledged-no-day = { $manager } har lest det.
stands-passed = Det er sendt videre og ligger nå hos { $manager }.
stands-passed-level = Det er sendt videre til { $level } og ligger nå hos { $manager }.
stands-level-unit = ledelsen i enheten
stands-level-department = ledelsen i etaten
stands-level-top = ledelsen i kommunen
stands-exploring = Vi ser nærmere på det. { $manager } holder i det.
stands-outside = Spørsmålet ligger hos { $outside }. { $manager } finner ut av svaret.
stands-trying = Det prøves ut nå.
stands-trying-until = Det prøves ut til og med { $day }. { $who } holder i det.
stands-trying-own = Teamet bestemmer selv og prøver til og med { $day }. { $who } holder i det.
stands-done = Det er gjennomført.
stands-checking = Det følges opp.
stands-standard = Dette er en ny arbeidsmåte.
stands-resting = Det hviler.
stands-not-now = Svaret ble: ikke nå.
stands-learnt = Vi sluttet å prøve, og vi lærte noe.
stands-merged = Det går videre i #{ $number }.
stands-merged-somewhere = Det går videre sammen med noe som ligner.
stands-withdrawn = Den som fortalte dette, har trukket det tilbake.
stands-instead = { $away } er borte så lenge.
next-answer = Svaret kommer senest { $day }.
next-back = Det kommer tilbake av seg selv { $day }.
next-look = Jeg spør hvordan det går { $day }.

author-standard = Det begynte med det du så. Takk.
author-learnt = Takk for at vi fikk prøve.
manager-instead = { $away } er borte. Derfor spør jeg deg så lenge.

# What is tried.
label-trial = Forsøket
label-doing = Holder i det
label-until = Til og med
label-sign = Slik merker vi det
label-figure = I starten
label-figure-after = Nå
label-hindrance = Det som hindrer
label-learnt = Det vi lærte
label-would-be-yes = Det som skal til for et ja
label-lies-with = Ligger nå hos

# What colleagues add.
seen-too = { $count ->
    [one] 1 kollega ser det samme.
   *[other] { $count } kolleger ser det samme.
}
voices = { $count ->
    [one] En kollega vet:
   *[other] Kolleger vet:
}
colleague-sees = Du ser det også, og det er talt med.
colleague-follows = Du følger dette. Jeg skriver når det skjer noe.
button-see-too = Jeg ser det også
button-know = Jeg vet noe om det
button-follow = Følg med

# What the author can do.
button-just-done = Det gjør vi selv
button-reword = Endre ordene
button-effect = Hva det ga

# What the manager can do.
button-try = Vi prøver
button-you-decide = Dere bestemmer
button-rest = La det hvile
button-pass-on = Send videre
button-merge = Slå sammen
button-more = Flere svar …
button-less = Færre svar
usual-try = Kjør på! Si fra hvis du trenger noe.
usual-you-decide = Det bestemmer dere selv. Jeg vil bare høre hvordan det går.
usual-rest = God idé, feil tidspunkt. Vi tar den opp igjen, det er mitt ansvar.
usual-pass-on = Dette kan vi ikke bestemme selv, så jeg har sendt det videre.

# What the author hears of it.
decided-try-title = Vi prøver
decided-try-text = { $by } vil at dere prøver.
decided-try-next = Det prøves ut til og med { $day }.
decided-you-decide-title = Det bestemmer dere
decided-you-decide-text = { $by } lar dere bestemme.
decided-you-decide-next = Dere trenger ikke spørre noen flere. Jeg spør hvordan det har gått { $day }.
decided-rest-title = Hviler en stund
decided-rest-text = { $by } vil ta det opp, men ikke akkurat nå.
decided-rest-next = Det kommer tilbake av seg selv { $day }. Du trenger ikke holde styr på det.
decided-pass-on-title = Sendt videre
decided-pass-on-text = { $by } kan ikke avgjøre dette selv.
decided-pass-on-next = Du får svar senest { $day }.
passed-title = Sendt videre til deg
passed-text = { $by } kan ikke avgjøre dette selv og spør derfor deg.
passed-text-team = { $by } i { $team } kan ikke avgjøre dette selv og spør derfor deg.
passed-next = Kortet du svarer på, kommer straks. Det holder å begynne med «Jeg har lest den».
back-title = Tilbake igjen
back-author = Dette har hvilt og er tilbake i dag, slik det ble sagt. { $manager } svarer senest { $day }.
back-manager = Dette har hvilt og er tilbake i dag, slik det ble sagt. Svar er lovet senest { $day }.
just-done-title = Teamet har gjort det
just-done-text = { $by } og teamet har gjort dette selv. Det trenger ingen godkjenning.
just-done-about = Det begynte slik:
just-done-next = Jeg spør om en måned om det holder.
