# Dialogs about the life of an idea. Titles have at most 24 characters.
form-reword-title = Ändra texten i #{ $number }
form-reword-text = Så här står det nu
form-reword-cut = Texten är längre än fältet. Det du skickar ersätter hela texten.

form-know-title = Jag vet något om #{ $number }
form-know-words = Vad vet du?
form-know-named = Får ditt namn stå med?
form-know-named-yes = Ja, där teamet läser det
form-know-named-no = Nej, utan namn

form-done-title = Gjort: #{ $number }
form-done-intro = Ingen behöver säga ja till det här. Om en månad frågar jag om det håller.
form-done-words = Vad gjorde du?


form-try-title = Prova #{ $number }
form-try-intro = Börja i det lilla, så att det går att ångra.
form-try-what = Vad är det minsta ni kan prova?
form-try-who = Vem håller i det?
form-try-until = Till och med vilken dag?
form-try-sign = Hur märker ni att det fungerar?
form-try-figure = Vad är läget i dag, i siffror?
form-try-figure-hint = Till exempel: 14 samtal i veckan. En uppskattning räcker.
form-try-words = En rad till den som berättade

form-decide-title = Ni bestämmer: #{ $number }
form-decide-intro = Då behövs inget mer ja från dig. Det här får den som berättade läsa.

form-rest-title = Låt #{ $number } vila
form-rest-intro = Jag tar fram den igen den dagen, så att ingen glömmer den.
form-rest-until = Vilken dag ska den upp igen?

form-pass-title = Skicka vidare #{ $number }
form-pass-intro = Den som får det lovar ett svar, precis som du har gjort.
form-pass-to = Vart ska det?
form-pass-outside = Vem utanför?
form-pass-outside-hint = Bara om du valde någon utanför. Då är det du som hämtar svaret.
form-pass-words = Vad gör att det hör hemma där?

# Where it can go.
place-team = Team: { $name }
place-unit = Enheten: { $name }
place-unit-unnamed = Enheten
place-department = Förvaltningen: { $name }
place-department-unnamed = Förvaltningen
place-top = Hela kommunen: { $name }
place-top-unnamed = Hela kommunen
place-outside = Någon utanför

form-not-now-yes-if = Vad skulle göra det till ett ja?

form-merge-title = Slå ihop #{ $number }
form-merge-intro = Den andra går vidare, och allt som är sagt följer med. Det går att ångra.
form-merge-into = Vilket nummer har den andra?
form-merge-into-hint = Numret står på kortet, efter tecknet #.
form-merge-alike = De här liknar den: { $ideas }

# The answers to a check.
form-check-title = Hur går det med #{ $number }?
form-check-intro = Det här provades: ”{ $what }”
form-check-hindrance = Vad är i vägen?
form-check-learnt = Vad lärde ni er?
form-check-learnt-hint = Att det inte blev bättre är också värt att veta.
form-check-change = Vad ändrar ni det till?
form-check-more = Vad behöver ni se mer av?
form-check-figure = Vilken siffra är det nu?

form-effect-title = Effekt av #{ $number }
form-effect-intro = En rad räcker, och en uppskattning duger.
form-effect-kind = Vad blev bättre?
form-effect-kind-time = Tid
form-effect-kind-quality = Kvalitet
form-effect-kind-safety = Säkerhet
form-effect-kind-work-environment = Arbetsmiljö
form-effect-kind-service = Service till dem vi är till för
form-effect-kind-money = Pengar
form-effect-kind-environment = Miljö
form-effect-words = Hur mycket?
form-effect-words-hint = Till exempel: 10 min x 3/vecka x 12 pers
form-effect-basis = Hur vet ni det?
form-effect-basis-measured = Uppmätt
form-effect-basis-estimated = Bedömt
form-effect-basis-felt = Upplevt
form-effect-realised = Är det så redan?
form-effect-realised-already = Ja, så är det nu
form-effect-realised-expected = Nej, det är vad vi väntar oss
form-effect-used-for = Om tid blev fri: vad används den till?

form-away-title = Borta en tid
form-away-intro = Under tiden påminner jag inte dig, utan frågar den som svarar annars.
form-away-until = När är du tillbaka på jobbet?

form-ladder-title = Nivåerna ovanför
form-ladder-intro = Gäller { $team }. Hit kan en idé skickas när teamet inte kan besluta själv.
form-ladder-unit = Vem beslutar för enheten?
form-ladder-department = Vem beslutar för förvaltningen?
form-ladder-top = Vem beslutar för hela kommunen?
form-ladder-lead = Vem är förbättringsledare?

form-team-answer-days = Arbetsdagar till första svar
form-team-answer-days-hint = Två dagar är ett bra löfte.
form-team-decide-days = Arbetsdagar till beslut
form-team-decide-days-hint = Räknas från det första svaret. Tio dagar brukar räcka.
form-team-begins = När börjar arbetsdagen?
form-team-begins-hint = Till exempel 08:00. Jag påminner ingen före det.
form-team-ends = När slutar arbetsdagen?
form-team-ends-hint = Till exempel 16:00. Sedan väntar jag till morgonen.

form-error-bad-date = Jag känner inte igen den dagen. Välj en i kalendern.
form-error-past-date = Den dagen är redan här, eller har varit. Välj en som kommer.
form-error-bad-number = Skriv ett tal som passar här, till exempel 5.
form-error-excuse = Så kan det vara. Vad skulle behövas för att det ska gå? Skriv det också.
form-error-choose-place = Välj vart det ska. Är det någon utanför, skriv vem.
form-error-no-such-idea = Jag hittar ingen idé med det numret. Numret står på kortet, efter tecknet #.
