# In the team's channel: the first words, and what was set.
hello-title = Hei alle sammen! Jeg heter Femma
hello-tell = Fortell meg når noe skurrer, eller når noe fungerer godt. Nevn meg her, eller skriv rett til meg.
hello-answer = Jeg tar vare på det og sier hvem som svarer, og når.
hello-week = Én gang i uka samler jeg det som har skjedd, tidsnok til tavlemøtet.
hello-next = Først må jeg vite hvem som svarer her.
button-setup = Velg hvem som svarer
button-change = Endre
button-ladder = Hvem står over?

set-title = { $team } er klart
set-text = { $by } fylte ut dette. Nå er det bare å begynne å fortelle.
set-manager = Svarer
set-deputy = Stedfortreder
set-language = Språk
set-summary = Ukas oppsummering
set-when = { $weekday } kl. { $clock }
set-zone = Tidssone

zone-europe-stockholm = Stockholm
zone-europe-oslo = Oslo
zone-europe-copenhagen = København
zone-europe-helsinki = Helsinki
zone-atlantic-reykjavik = Reykjavik
zone-atlantic-faroe = Tórshavn
zone-europe-london = London
zone-utc = UTC
