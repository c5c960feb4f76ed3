# Sidan där man provar Femma. Bara hela texter utan luckor: sidan får dem som de står.

playground-title = Femma – prova
playground-tagline = Förbättringar i vardagen
playground-skip = Hoppa till samtalen
playground-language = Språk på sidan
playground-no-script = Den här sidan behöver JavaScript. Slå på det och ladda om.

playground-hint-title = Så provar du
playground-hint-1 = Skriv en idé till vänster, som du skulle säga det i fikarummet.
playground-hint-2 = Se chefens kort i mitten, och svara på det.
playground-hint-3 = Flytta klockan till måndag och läs veckosammanfattningen till höger.
playground-hint-1-narrow = Skriv en idé i den första chatten, som du skulle säga det i fikarummet.
playground-hint-2-narrow = Byt till chefens chatt och svara på kortet.
playground-hint-3-narrow = Flytta klockan till måndag och läs veckosammanfattningen i kanalen.
playground-hint-close = Då vet jag
playground-hint-open = Visa hur du provar

playground-clock = Klockan
playground-clock-hint = Här styr du tiden. Den går bara framåt.
playground-clock-hour = +1 timme
playground-clock-morning = Nästa arbetsmorgon
playground-clock-day = Nästa dag
playground-clock-digest = Till veckosammanfattningen
playground-clock-none = Ingen veckosammanfattning är bestämd än.
playground-clock-moved = Klockan är nu
playground-week = v.

playground-panes = Samtal
playground-pane-show = Visa i rutan
playground-pane-direct = Chatt med Femma
playground-pane-channel = Kanal
playground-directs = Chatt med Femma
playground-channels = Kanaler
playground-speak-as = Skriv som
playground-new = nytt

playground-messages = Meddelanden
playground-empty-direct = Här är det tomt än. Skriv vad du har sett, så hjälper Femma dig vidare.
playground-empty-channel = Här är det tomt än. Skriv till kollegorna, eller börja med @Femma.
playground-femma = Femma
playground-answers = Svar i tråden
playground-edited = ändrat
playground-private = Bara du ser det här
playground-private-close = Ta bort raden
playground-menu = Mer om meddelandet
playground-make-idea = Gör till en förbättring
playground-answer-thread = Svara i tråden
playground-answering = Du svarar i tråden
playground-answering-stop = Sluta svara i tråden

playground-write-direct = Skriv till Femma
playground-write-channel = Skriv till teamet, eller börja med @Femma
playground-send = Skicka
playground-send-hint = Retur skickar, Skift och Retur gör en ny rad.
playground-new-idea = Ny idé
playground-photo = Foto
playground-photo-chosen = Valt foto:
playground-photo-away = Ta bort fotot
playground-photo-too-big = Fotot är för stort (högst 10 MB). Välj ett mindre.

playground-look = Titta
playground-look-label = Se kortet i Slack och Teams
playground-look-title = Samma kort på andra ställen
playground-look-note = Ungefär så här ser det ut. Knapparna gör inget här.
playground-look-slack = Slack
playground-look-teams = Teams
playground-look-json = JSON
playground-look-json-slack = Block Kit, till Slack
playground-look-json-teams = Adaptive Card, till Teams
playground-copy = Kopiera
playground-copied = Kopierat
playground-close = Stäng

playground-wait = Ett ögonblick …
playground-fault = Det gick inte fram.
playground-fault-again = Försök igen
playground-fault-forget = Släng
playground-offline = Ingen kontakt med Femma. Sidan försöker igen av sig själv.
playground-fault-page = Sidan kunde inte hämtas. Är Femma igång?
