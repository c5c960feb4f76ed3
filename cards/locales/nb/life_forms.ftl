# Dialogs about the life of an idea. Titles have at most 24 characters.
form-reword-title = Endre teksten i #{ $number }
form-reword-text = Slik står det nå
form-reword-cut = Teksten er lengre enn feltet. Det du sender, erstatter hele teksten.

form-know-title = Jeg vet noe om #{ $number }
form-know-words = Hva vet du?
form-know-named = Kan navnet ditt være med?
form-know-named-yes = Ja, der teamet leser det
form-know-named-no = Nei, uten navn

form-done-title = Gjort: #{ $number }
form-done-intro = Ingen trenger å si ja til dette. Om en måned spør jeg om det holder.
form-done-words = Hva gjorde du?


form-try-title = Prøv #{ $number }
form-try-intro = Begynn i det små, så det er lett å snu.
form-try-what = Hva er det minste dere kan prøve?
form-try-who = Hvem tar seg av det?
form-try-until = Til og med hvilken dag?
form-try-sign = Hvordan merker dere at det virker?
form-try-figure = Hva er status i dag, i tall?
form-try-figure-hint = For eksempel: 14 telefoner i uka. Et anslag holder.
form-try-words = En linje til den som fortalte

form-decide-title = Dere bestemmer: #{ $number }
form-decide-intro = Da trengs det ikke flere ja fra deg. Dette får den som fortalte, lese.

form-rest-title = La #{ $number } hvile
form-rest-intro = Jeg henter den fram igjen den dagen, så ingen glemmer den.
form-rest-until = Hvilken dag skal den opp igjen?

form-pass-title = Send videre #{ $number }
form-pass-intro = Den som får det, lover et svar, akkurat som du har gjort.
form-pass-to = Hvor skal det?
form-pass-outside = Hvem utenfor?
form-pass-outside-hint = Bare hvis du valgte noen utenfor. Da er det du som henter svaret.
form-pass-words = Hva gjør at det hører hjemme der?

# Where it can go.
place-team = Team: { $name }
place-unit = Enheten: { $name }
place-unit-unnamed = Enheten
place-department = Etaten: { $name }
place-department-unnamed = Etaten
place-top = Hele kommunen: { $name }
place-top-unnamed = Hele kommunen
place-outside = Noen utenfor

form-not-now-yes-if = Hva skulle til for et ja?

form-merge-title = Slå sammen #{ $number }
form-merge-intro = Den andre går videre, og alt som er sagt, blir med. Du kan angre etterpå.
form-merge-into = Hvilket nummer har den andre?
form-merge-into-hint = Nummeret står på kortet, bak tegnet #.
form-merge-alike = Disse ligner: { $ideas }

# The answers to a check.
form-check-title = Hvordan går #{ $number }?
form-check-intro = Dette ble prøvd: «{ $what }»
form-check-hindrance = Hva står i veien?
form-check-learnt = Hva lærte dere?
form-check-learnt-hint = At det ikke ble bedre, er også verdt å vite.
form-check-change = Hva endrer dere det til?
form-check-more = Hva trenger dere å se mer av?
form-check-figure = Hvilket tall er det nå?

form-effect-title = Effekten av #{ $number }
form-effect-intro = En linje er nok, og et anslag holder.
form-effect-kind = Hva ble bedre?
form-effect-kind-time = Tid
form-effect-kind-quality = Kvalitet
form-effect-kind-safety = Sikkerhet
form-effect-kind-work-environment = Arbeidsmiljø
form-effect-kind-service = Tjenesten til dem vi er til for
form-effect-kind-money = Penger
form-effect-kind-environment = Miljø
form-effect-words = Hvor mye?
form-effect-words-hint = For eksempel: 10 min x 3/uke x 12 pers
form-effect-basis = Hvordan vet dere det?
form-effect-basis-measured = Målt
form-effect-basis-estimated = Anslått
form-effect-basis-felt = Opplevd
form-effect-realised = Er det slik allerede?
form-effect-realised-already = Ja, slik er det nå
form-effect-realised-expected = Nei, det er det vi venter oss
form-effect-used-for = Ble tid frigjort: hva brukes den til?

form-away-title = Borte en stund
form-away-intro = Så lenge minner jeg ikke deg, men spør den som svarer ellers.
form-away-until = Når er du tilbake på jobb?

form-ladder-title = Nivåene over
form-ladder-intro = Gjelder { $team }. Hit kan en idé sendes når teamet ikke kan bestemme selv.
form-ladder-unit = Hvem bestemmer for enheten?
form-ladder-department = Hvem bestemmer for etaten?
form-ladder-top = Hvem bestemmer for hele kommunen?
form-ladder-lead = Hvem er forbedringsleder?

form-team-answer-days = Arbeidsdager til første svar
form-team-answer-days-hint = To dager er et godt løfte.
form-team-decide-days = Arbeidsdager til beslutning
form-team-decide-days-hint = Telles fra det første svaret. Ti dager pleier å holde.
form-team-begins = Når begynner arbeidsdagen?
form-team-begins-hint = For eksempel 08:00. Jeg minner ingen på noe før det.
form-team-ends = Når slutter arbeidsdagen?
form-team-ends-hint = For eksempel 16:00. Så venter jeg til om morgenen.

form-error-bad-date = Jeg kjenner ikke igjen den dagen. Velg en i kalenderen.
form-error-past-date = Den dagen er allerede her, eller har vært. Velg en som kommer.
form-error-bad-number = Skriv et tall som passer her, for eksempel 5.
form-error-excuse = Slik kan det være. Hva skulle til for at det kunne gå? Skriv det også.
form-error-choose-place = Velg hvor det skal. Er det noen utenfor, skriv hvem.
form-error-no-such-idea = Jeg finner ingen idé med det nummeret. Nummeret står på kortet, bak tegnet #.
