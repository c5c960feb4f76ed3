# In the team's channel: the first words, and what was set.
hello-title = Hej allihop! Jag heter Femma
hello-tell = Berätta för mig när något skaver, eller när något fungerar bra. Nämn mig här eller skriv direkt till mig.
hello-answer = Jag sparar det och säger vem som svarar och när.
hello-week = En gång i veckan samlar jag det som har hänt, lagom till tavelmötet.
hello-next = Först behöver jag veta vem som svarar här.
button-setup = Välj vem som svarar
button-change = Ändra
button-ladder = Vem står ovanför?

set-title = { $team } är på plats
set-text = { $by } fyllde i det här. Nu är det fritt fram att berätta.
set-manager = Svarar
set-deputy = Ersättare
set-language = Språk
set-summary = Veckans sammanfattning
set-when = { $weekday } kl. { $clock }
set-zone = Tidszon

zone-europe-stockholm = Stockholm
zone-europe-oslo = Oslo
zone-europe-copenhagen = Köpenhamn
zone-europe-helsinki = Helsingfors
zone-atlantic-reykjavik = Reykjavik
zone-atlantic-faroe = Tórshavn
zone-europe-london = London
zone-utc = UTC
