# What a manager may want to say. Suggestions: every one can be changed before it is sent.
phrase-acknowledge = Tack, jag har läst. Jag återkommer senast { $day }.
phrase-show-me = Kan du visa mig på plats? Jag har tid { $time }.
phrase-try-small = Hur kan vi prova det i liten skala?
phrase-yes = Kör! Säg till om du behöver något.
phrase-yes-if = Ja, om vi först { $condition }. Vad tror du?
phrase-you-decide = Det bestämmer du själv. Jag vill bara höra hur det går.
phrase-rest = Bra idé, men inte just nu. Vi tar upp den { $day }, det ansvarar jag för.
phrase-pass-on = Det här kan vi inte besluta själva. Jag tar det till { $who } och du får svar av mig senast { $day }.
phrase-not-now = Vi gör inte så här, eftersom { $reason }. Men problemet är verkligt. Vad mer skulle kunna hjälpa?
phrase-exists = Det finns redan: { $link }. Vad kan vi göra för att det ska bli lättare att hitta?
phrase-thanks-effect = { $number } färre { $thing } i månaden. Det började med det du såg.
phrase-try-failed = Det blev inte bättre, men nu vet vi att { $lesson }. Tack för att vi fick prova.
