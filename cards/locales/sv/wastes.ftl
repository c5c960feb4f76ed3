# The nine kinds of work that nobody would miss. Always about a step, never about a person.
waste-waiting = Väntan
waste-waiting-about = Någon eller något står still tills nästa steg kan börja.
waste-overproduction = Mer än någon behöver
waste-overproduction-about = Det görs fler, tidigare eller oftare än någon har bett om.
waste-transport = Transporter
waste-transport-about = Saker körs eller bärs runt utan att bli bättre av det.
waste-motion = Onödiga rörelser
waste-motion-about = Man går, letar eller klickar för att komma åt det man behöver.
waste-inventory = Lager och köer
waste-inventory-about = Saker eller ärenden ligger på hög och blir gamla.
waste-over-processing = Överarbete
waste-over-processing-about = Samma sak görs två gånger, eller noggrannare än någon har nytta av.
waste-defects = Fel och omarbete
waste-defects-about = Något blev fel och får göras om eller rättas.
waste-talent = Outnyttad kunskap
waste-talent-about = Den som vet hur det borde vara blir inte tillfrågad.
waste-failure-demand = Onödig efterfrågan
waste-failure-demand-about = Folk hör av sig för att något inte blev rätt eller klart första gången.

# The one question after something is filed, and the fact on its card.
label-about = Handlar om
sounds-title = det låter som
sounds-like = Det här låter som: { $name }. { $about }
sounds-question = Stämmer det?
sounds-yes = Ja, det stämmer
sounds-leave = Låt det vara
sounds-kept = Tack. Nu står det på kortet att det handlar om { $name }.
sounds-left = Då låter vi det vara. Dina ord räcker.
