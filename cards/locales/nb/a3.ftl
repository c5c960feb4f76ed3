# An A3: one page about one idea, as a card and as files, and the page behind a link to a file.
a3-name = A3 på én side

a3-background = Bakgrunn
a3-today = Nåsituasjon
a3-target = Mål
a3-causes = Årsaker
a3-actions = Tiltak
a3-effect = Effekt
a3-lessons = Læring og neste steg

a3-not-said = Ikke sagt ennå.

a3-kind = Gjelder
a3-told-by = Fortalt av
a3-told-on = Fortalt
a3-made-on = Side laget
a3-added = Lagt til senere

a3-date = { $day } { $year }
a3-what = Hva
a3-who = Hvem
a3-until = Innen når
a3-hindered = Sto i veien
a3-before = Før
a3-after = Etter
a3-better = Ble bedre
a3-gave = Hva det ga
a3-freed = Frigjort tid
a3-known = Hvordan vi vet
a3-expected = { $basis } og ventet
a3-next = Neste oppfølging

a3-number = Nr.
a3-cause = Årsak
a3-evidence = Sett eller trodd
a3-where = Hvor
a3-seen = Sett
a3-believed = Vi tror
a3-not-so = Slik er det ikke
a3-root = Roten
a3-chain = Kjeden til roten: { $chain }.
a3-more = Mer står i filene.
a3-tree = Årsakstre, med problemet øverst:
a3-picture = Årsakstre. De samme ordene står i tabellen under bildet.
a3-unshown = Tegnet □ står der skriveren mangler et tegn for det du skrev, for eksempel en emoji. I chatten er det fortsatt med.

a3-hidden = Den som fortalte, vil ikke stå med navn. Les gjennom teksten før du gir siden videre.
a3-files-pdf = PDF til utskrift
a3-files-docx = Word-dokument til å endre i
a3-files-last = Lenkene gjelder i ett døgn og bare for den som får se ideen.
a3-files-language = Filene er på { $language }, som er språket til teamet.

button-a3 = Vis som A3
short-a3-which = Hvilken idé skal stå på siden? Skriv nummeret også, for eksempel a3 12.
short-a3-not-yet = Det finnes ingen A3 av #{ $what } ennå. Den lages av samtalen om årsaken når den som fortalte, har sendt den videre.
help-a3 = { $word } 12 – en idé på én side å ta med til møtet

file-nowhere = Filer til utskrift kan ikke hentes her ennå. Den som steller med Femma hos dere, kan ordne det.
file-expired-title = Lenken har gått ut
file-expired-text = En lenke til en fil gjelder i ett døgn. Gå tilbake til chatten og trykk på knappen en gang til, så får du en ny.
file-unknown-title = Lenken kan ikke leses
file-unknown-text = Kanskje kom ikke hele adressen med. Gå tilbake til chatten og trykk på knappen en gang til, så får du en ny.
file-gone-title = Filen kan ikke vises
file-gone-text = Enten er det du ser etter, fjernet, eller så er det bare andre som får lese det nå. Spør gjerne din nærmeste leder.
file-late-title = Det tok for lang tid
file-late-text = Filen ble ikke ferdig. Vent litt og last siden på nytt, eller trykk på knappen i chatten en gang til.
