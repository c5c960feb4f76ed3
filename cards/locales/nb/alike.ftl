# Ideas that resemble each other: joined, merged, woken up, and found by a word.
similar-title = Takk, det var godt sett
similar-text = { $count ->
    [one] Noen har fortalt noe som ligner:
   *[other] Det er noen som ligner på dette:
}
similar-row = #{ $number } · { $text } · { $stage } · { $team }
similar-question = Er det det samme?
similar-hint = Da legges ordene dine til der, og flere ser at det trengs.
button-join = Samme som #{ $number }
button-anyway = Nei, lagre som ny
similar-joined = Det er det samme som #{ $number }.
similar-new = Det lagres som noe eget.

voice-title = En stemme til
voice-text = { $by } vet noe om dette:
voice-about = Det gjelder:

keen-title = Flere ser det du så
keen-rests = Det du fortalte, hviler. Nå har en kollega sett noe lignende.
keen-not-now = Svaret til deg ble: ikke nå. Siden da har en kollega sett noe lignende.
keen-question = Skal vi ta det opp igjen?
keen-yes = Ja, ta det opp
keen-no = Nei, la det ligge
keen-answered-yes = Da tar vi det opp igjen. Du får vite hvem som svarer, og når.
keen-answered-no = Da får det være som det er. Ordene dine er tatt vare på.

merged-title = #{ $number } går videre i #{ $into }
merged-row = #{ $number } · { $text }
merged-text = Ordene fra #{ $number } står nå i #{ $into }. Den som fortalte, får vite det.
button-unmerge = Skill dem igjen
was-merged-title = Går videre i #{ $into }
was-merged-text = { $by } så at det hører sammen med #{ $into }. Ordene dine har fulgt med dit.
was-merged-next = Jeg skriver til deg når det skjer noe der.

found-title = Dette fant jeg
found-query = Du søkte på «{ $query }».
found-none-title = Ingenting funnet
found-none = Jeg fant ingenting om «{ $query }». Prøv et annet ord, eller fortell det selv.
