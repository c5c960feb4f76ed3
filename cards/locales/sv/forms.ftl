# Dialogs. Titles and buttons have at most 24 characters.
form-cancel = Avbryt
form-send = Skicka
form-save = Spara

form-idea-title = Ny idé
form-idea-intro = Skriv som du skulle säga det i fikarummet. Det får vara kort.
form-idea-text = Vad har du sett?
form-idea-text-hint = Skriv gärna utan namn på dem det handlar om.
form-idea-kind = Vad liknar det mest?
form-idea-team = Vilket team hör det till?

form-add-title = Lägg till i #{ $number }
form-add-words = Vad vill du lägga till?

form-reply-title = Svar till #{ $number }
form-reply-intro = Frågan är: ”{ $question }”
form-reply-words = Ditt svar

form-acknowledge-title = Svara på #{ $number }
form-acknowledge-intro = Det här får den som berättade läsa. Ändra som du vill.
form-acknowledge-words = Ditt svar

form-ask-title = Fråga om #{ $number }
form-ask-intro = Fråga gärna om arbetet: vad som hände, hur det brukar vara. Eller så här: ”Kan du visa mig på plats?”
form-ask-question = Din fråga

form-not-now-title = Inte nu: #{ $number }
form-not-now-intro = Ett nej med skäl är lättare att ta. Problemet är ändå verkligt. Vad mer skulle kunna hjälpa?
form-not-now-reason = Skäl
form-not-now-words = Med egna ord
form-not-now-words-hint = Till exempel: Vi gör inte så här, eftersom … Men vad mer skulle kunna hjälpa?

form-team-title = Teamets inställningar
form-team-intro = Gäller { $team }. Den som svarar håller det som lovas här.
form-team-name = Vad heter teamet?
form-team-manager = Vem svarar?
form-team-deputy = Vem svarar annars?
form-team-language = Språk i kanalen
form-team-zone = Tidszon
form-team-weekday = Dag för veckans sammanfattning
form-team-time = Klockslag
form-team-time-hint = Till exempel 08:00, gärna strax före tavelmötet.
