# Ideas that resemble each other: joined, merged, woken up, and found by a word.
similar-title = Tack, det där är bra sett
similar-text = { $count ->
    [one] Någon har berättat något som liknar det här:
   *[other] Det finns några som liknar det här:
}
similar-row = #{ $number } · { $text } · { $stage } · { $team }
similar-question = Är det samma sak?
similar-hint = Då läggs dina ord till där, och fler ser att det behövs.
button-join = Samma som #{ $number }
button-anyway = Nej, spara som ny
similar-joined = Det är samma sak som #{ $number }.
similar-new = Det sparas som något eget.

voice-title = En röst till
voice-text = { $by } vet något om det här:
voice-about = Det gäller:

keen-title = Fler ser det du såg
keen-rests = Det du berättade vilar. Nu har en kollega sett något liknande.
keen-not-now = Svaret till dig blev: inte nu. Sedan dess har en kollega sett något liknande.
keen-question = Ska vi ta upp det igen?
keen-yes = Ja, ta upp det
keen-no = Nej, låt det vara
keen-answered-yes = Då tar vi upp det igen. Du får veta vem som svarar och när.
keen-answered-no = Då får det vara som det är. Dina ord finns kvar.

merged-title = #{ $number } går vidare i #{ $into }
merged-row = #{ $number } · { $text }
merged-text = Orden från #{ $number } står nu i #{ $into }. Den som berättade får veta det.
button-unmerge = Ta isär dem igen
was-merged-title = Går vidare i #{ $into }
was-merged-text = { $by } såg att det hör ihop med #{ $into }. Dina ord har följt med dit.
was-merged-next = Jag skriver till dig när det händer något där.

found-title = Det här hittade jag
found-query = Du sökte på ”{ $query }”.
found-none-title = Inget hittat
found-none = Jag hittade inget om ”{ $query }”. Pröva ett annat ord, eller berätta det själv.
