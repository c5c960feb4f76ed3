# A kind no: nothing has changed, and here is what one can do.
sorry-not-yours = Dette kan jeg ikke åpne for deg. Skriv «mine» for å se det du har fortalt.
sorry-already = Det er allerede gjort, så du trenger ikke å gjøre mer. Kortet viser hvordan det står til nå.
sorry-closed = #{ $number } er allerede avsluttet. Har du noe å legge til, kan du fortelle det som noe nytt.
sorry-old-button = Knappen satt på et eldre kort. Se på det siste kortet, der står det som gjelder nå.
sorry-empty = Det kom ingen ord fram. Skriv noen ord og prøv igjen.
sorry-no-team = Ingen team bruker Femma her ennå. Be noen legge til Femma i kanalen til teamet.
sorry-no-talk = Den samtalen er avsluttet. Åpne det du fortalte, med «mine» hvis du vil begynne på nytt.
sorry-not-found = Jeg finner ingenting med det nummeret som du kan lese. Skriv «mine» for å se det du har fortalt.
sorry-no-ladder = Ingen er satt over dette teamet ennå. Be en administrator om det, så kan du sende videre.
sorry-admin-only = Dette kan bare en administrator endre. Spør den som steller med Femma hos dere.
sorry-guest = Jeg får ikke ta imot noe fra gjester her, og jeg har ikke lagret det du skrev. Be noen i teamet fortelle det.

form-error-required = Dette trenger jeg å vite.
form-error-bad-time = Skriv tiden som 08:00.
form-error-choose-reason = Velg en grunn. Da er svaret lettere å forstå.
form-error-new-question = Det har kommet et nytt spørsmål i mellomtiden, så svaret er ikke sendt. Kopier ordene dine og svar på det nye spørsmålet.
form-error-guest = Den personen er gjest her. Velg noen som jobber i organisasjonen.
form-error-too-long = Det ble for langt. Kort ned litt, så får det plass.
sorry-identity = Det ser ut til å stå et fødselsnummer i det du skrev, så jeg har ikke lagret det. Slikt hører hjemme i teamets eget fagsystem. Skriv det gjerne en gang til uten nummeret.
form-error-identity = Det ser ut til å stå et fødselsnummer her. Ta det bort, og send igjen.
sorry-leads = Det spørsmålet svarer den som leder samtalen på. Du kan svare når jeg spør hva som gjør at det blir slik.
sorry-held-already = Teamet snakker allerede om dette i kanalen. Svar gjerne der.
form-error-somebody-else = Velg noen andre: en kollega som fortsatt er her.
form-error-bad-link = Skriv en adresse som begynner med https:// og kan åpnes, eller la det stå tomt.
sorry-slow-down = Så mye på en gang rekker ingen å lese. Det du skrev, er der fortsatt. Vent litt og prøv igjen da.
form-error-slow-down = Så mye på en gang rekker ingen å lese. La vinduet stå åpent en stund, og send igjen da.
