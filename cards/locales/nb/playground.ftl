# Siden der man prøver Femma. Bare hele tekster uten hull: siden får dem slik de står.

playground-title = Femma – prøv selv
playground-tagline = Forbedringer i hverdagen
playground-skip = Hopp til samtalene
playground-language = Språk på siden
playground-no-script = Denne siden trenger JavaScript. Slå det på og last siden på nytt.

playground-hint-title = Slik prøver du
playground-hint-1 = Skriv en idé til venstre, slik du ville sagt det på pauserommet.
playground-hint-2 = Se kortet lederen får i midten, og svar på det.
playground-hint-3 = Flytt klokka til mandag og les ukesoppsummeringen til høyre.
playground-hint-1-narrow = Skriv en idé i den første chatten, slik du ville sagt det på pauserommet.
playground-hint-2-narrow = Bytt til lederens chat og svar på kortet.
playground-hint-3-narrow = Flytt klokka til mandag og les ukesoppsummeringen i kanalen.
playground-hint-close = Skjønner
playground-hint-open = Vis hvordan du prøver

playground-clock = Klokka
playground-clock-hint = Her styrer du tiden. Den går bare framover.
playground-clock-hour = +1 time
playground-clock-morning = Neste arbeidsmorgen
playground-clock-day = Neste dag
playground-clock-digest = Til ukesoppsummeringen
playground-clock-none = Ingen ukesoppsummering er satt opp ennå.
playground-clock-moved = Klokka er nå
playground-week = uke

playground-panes = Samtaler
playground-pane-show = Vis i ruta
playground-pane-direct = Chat med Femma
playground-pane-channel = Kanal
playground-directs = Chat med Femma
playground-channels = Kanaler
playground-speak-as = Skriv som
playground-new = nytt

playground-messages = Meldinger
playground-empty-direct = Her er det tomt ennå. Skriv hva du har sett, så hjelper Femma deg videre.
playground-empty-channel = Her er det tomt ennå. Skriv til kollegene, eller begynn med @Femma.
playground-femma = Femma
playground-answers = Svar i tråden
playground-edited = endret
playground-private = Bare du ser dette
playground-private-close = Fjern linja
playground-menu = Mer om meldingen
playground-make-idea = Gjør det til en forbedring
playground-answer-thread = Svar i tråden
playground-answering = Du svarer i tråden
playground-answering-stop = Slutt å svare i tråden

playground-write-direct = Skriv til Femma
playground-write-channel = Skriv til teamet, eller begynn med @Femma
playground-send = Send
playground-send-hint = Enter sender, Shift og Enter gir ny linje.
playground-new-idea = Ny idé
playground-photo = Bilde
playground-photo-chosen = Valgt bilde:
playground-photo-away = Ta bort bildet
playground-photo-too-big = Bildet er for stort (høyst 10 MB). Velg et mindre.

playground-look = Se
playground-look-label = Se kortet i Slack og Teams
playground-look-title = Samme kort andre steder
playground-look-note = Omtrent slik ser det ut. Knappene gjør ingenting her.
playground-look-slack = Slack
playground-look-teams = Teams
playground-look-json = JSON
playground-look-json-slack = Block Kit, til Slack
playground-look-json-teams = Adaptive Card, til Teams
playground-copy = Kopier
playground-copied = Kopiert
playground-close = Lukk

playground-wait = Et øyeblikk …
playground-fault = Det kom ikke fram.
playground-fault-again = Prøv igjen
playground-fault-forget = Forkast
playground-offline = Ingen kontakt med Femma. Siden prøver igjen av seg selv.
playground-fault-page = Siden kunne ikke hentes. Kjører Femma?
