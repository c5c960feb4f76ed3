# Dialogs. Titles and buttons have at most 24 characters.
form-cancel = Avbryt
form-send = Send
form-save = Lagre

form-idea-title = Ny idé
form-idea-intro = Skriv det slik du ville sagt det på pauserommet. Det kan være kort.
form-idea-text = Hva har du sett?
form-idea-text-hint = Skriv helst uten navn på dem det handler om.
form-idea-kind = Hva ligner det mest på?
form-idea-team = Hvilket team hører det til?

form-add-title = Legg til i #{ $number }
form-add-words = Hva vil du legge til?

form-reply-title = Svar til #{ $number }
form-reply-intro = Spørsmålet er: «{ $question }»
form-reply-words = Svaret ditt

form-acknowledge-title = Svar på #{ $number }
form-acknowledge-intro = Dette får den som fortalte, lese. Endre som du vil.
form-acknowledge-words = Svaret ditt

form-ask-title = Spør om #{ $number }
form-ask-intro = Spør gjerne om arbeidet: hva som skjedde, hvordan det pleier å være. Eller slik: «Kan du vise meg på stedet?»
form-ask-question = Spørsmålet ditt

form-not-now-title = Ikke nå: #{ $number }
form-not-now-intro = Et nei med begrunnelse er lettere å ta imot. Problemet er likevel reelt. Hva annet kunne hjelpe?
form-not-now-reason = Grunn
form-not-now-words = Med egne ord
form-not-now-words-hint = For eksempel: Vi gjør det ikke slik, fordi … Men hva annet kunne hjelpe?

form-team-title = Teamets innstillinger
form-team-intro = Gjelder { $team }. Den som svarer, holder det som loves her.
form-team-name = Hva heter teamet?
form-team-manager = Hvem svarer?
form-team-deputy = Hvem svarer ellers?
form-team-language = Språk i kanalen
form-team-zone = Tidssone
form-team-weekday = Dag for ukas oppsummering
form-team-time = Klokkeslett
form-team-time-hint = For eksempel 08:00, gjerne rett før tavlemøtet.
