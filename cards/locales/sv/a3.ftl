# An A3: one page about one idea, as a card and as files, and the page behind a link to a file.
a3-name = A3 på en sida

a3-background = Bakgrund
a3-today = Nuläge
a3-target = Mål
a3-causes = Orsaker
a3-actions = Åtgärder
a3-effect = Effekt
a3-lessons = Lärdom och nästa steg

a3-not-said = Inte sagt än.

a3-kind = Gäller
a3-told-by = Berättat av
a3-told-on = Berättat
a3-made-on = Sidan gjord
a3-added = Tillagt senare

a3-date = { $day } { $year }
a3-what = Vad
a3-who = Vem
a3-until = Till när
a3-hindered = Stod i vägen
a3-before = Före
a3-after = Efter
a3-better = Blev bättre
a3-gave = Vad det gav
a3-freed = Fri tid
a3-known = Hur vi vet
a3-expected = { $basis } och väntat
a3-next = Nästa uppföljning

a3-number = Nr
a3-cause = Orsak
a3-evidence = Sett eller trott
a3-where = Var
a3-seen = Sett
a3-believed = Vi tror
a3-not-so = Så är det inte
a3-root = Roten
a3-chain = Kedjan till roten: { $chain }.
a3-more = Mer står i filerna.
a3-tree = Träd över orsakerna, med problemet överst:
a3-picture = Träd över orsakerna. Samma ord står i tabellen under bilden.
a3-unshown = Tecknet □ står där skrivaren saknar en bild för det du skrev, till exempel en emoji. I chatten finns den kvar.

a3-hidden = Den som berättade vill inte stå med namn. Läs igenom orden innan du lämnar sidan vidare.
a3-files-pdf = PDF att skriva ut
a3-files-docx = Word-dokument att ändra i
a3-files-last = Länkarna gäller i ett dygn och bara för den som får se idén.
a3-files-language = Filerna är på { $language }, som är teamets språk.

button-a3 = Visa som A3
short-a3-which = Vilken idé ska stå på sidan? Skriv numret också, till exempel a3 12.
short-a3-not-yet = Det finns ingen A3 av #{ $what } än. Den byggs av samtalet om orsaken, när den som berättade har skickat det vidare.
help-a3 = { $word } 12 – en idé på en sida att ta med till mötet

file-nowhere = Filer att skriva ut går inte att hämta här än. Den som sköter Femma i er organisation kan ordna det.
file-expired-title = Länken har gått ut
file-expired-text = En länk till en fil gäller i ett dygn. Gå tillbaka till chatten och tryck på knappen en gång till, så får du en ny.
file-unknown-title = Länken går inte att läsa
file-unknown-text = Kanske kom inte hela adressen med. Gå tillbaka till chatten och tryck på knappen en gång till, så får du en ny.
file-gone-title = Filen går inte att visa
file-gone-text = Antingen är det du söker borttaget, eller så får bara andra läsa det nu. Fråga gärna din närmaste chef.
file-late-title = Det tog för lång tid
file-late-text = Filen blev inte klar. Vänta en liten stund och ladda sidan igen, eller tryck på knappen i chatten en gång till.
