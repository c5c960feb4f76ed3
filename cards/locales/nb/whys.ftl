# The talk about causes.
why-title = Fem hvorfor

lead-thanks = Takk, det hjelper.
lead-go-see = Å ikke vite er et godt svar. Da kan noen gå og se.
lead-offer-rest = Vi har kommet et stykke. Vil du hvile her og fortsette en annen dag? Trykk på Pause eller skriv pause. Ellers går vi videre:
lead-long = Nå har vi spurt sju ganger. Lenger ned trenger vi ikke å gå.
lead-kept = Det er skrevet ned.
lead-mended = Takk. Da leser vi kjeden en gang til.
lead-at-start = Dette er det første spørsmålet, så lenger tilbake går det ikke.
lead-again = Det valget hører til et annet spørsmål. Slik står det nå:
lead-empty = Det kom ingen ord fram. Skriv gjerne en gang til.
lead-resumed = Fint at du er tilbake. Vi var her:

why-told = Du fortalte: «{ $answer }»
why-wrote = Du skrev: «{ $answer }»
why-draft = Skriv det igjen, slik du vil ha det nå. Før skrev du: «{ $draft }»
why-about = Det gjelder: «{ $answer }»
why-mentioned = Du nevnte også: «{ $answer }»
why-so-far = Så langt har vi kommet:

question-problem = Hva skjer i dag, og hva burde skje? Omtrent hvor ofte?
question-touched = Hvem merker det: brukere, elever, innbyggere, kolleger?
question-why-first = Hva gjør at det blir slik?
question-why-1 = Hva gjør at det er slik?
question-why-2 = Hva kommer det av?
question-why-3 = Hva skjer rett før?
question-evidence = Har du sett det, eller er det noe vi tror?
question-more = Er det noe mer som gjør at det blir slik?
question-more-what = Hva mer gjør at det blir slik?
question-enough = Hvis vi endrer dette, blir problemet mindre da?
question-read-back = Jeg leser baklengs. Stemmer hvert «derfor»?
question-mend = Hva mangler mellom «{ $from }» og «{ $to }»?
question-other = Skal vi se på det også?
question-try = Hva er det minste vi kan prøve allerede neste uke?
question-notice = Hvordan merker vi at det ble bedre? Hva teller vi?
question-confirm = Skal jeg sende dette til { $manager }?
question-confirm-plain = Skal jeg sende dette til den som svarer?
question-closed = Samtalen er ferdig.

hint-why = Tenk på hvordan arbeidet pleier å gå, mer enn på hvem som gjorde hva.
hint-evidence = Skriv gjerne hvor du så det, så kan flere se.
hint-read-back = Trykk på steget som halter. Du kan også si alt sammen med egne ord.
hint-read-back-number = Er det et steg som halter? Skriv nummeret. Du kan også si alt sammen med egne ord.
hint-try = Gjerne noe som fungerer også på en travel mandag.
hint-notice = Gjerne noe du ser uansett, som streker på en lapp eller samtaler i uka.
hint-confirm = Vil du legge til noe? Skriv det, så blir det med.

choice-problem-skip = Det er som jeg skrev
choice-touched-skip = Hopp over
choice-why-root = Her er roten
choice-why-dont-know = Jeg vet ikke
choice-evidence-seen = Jeg har sett det
choice-evidence-believed = Vi tror det
choice-more-yes = Ja, det er mer
choice-more-no = Nei, ikke noe mer
choice-more-what-no = Nei, ikke noe mer
choice-enough-yes = Ja, da blir det mindre
choice-enough-no = Nei, ikke ennå
choice-read-back-yes = Det stemmer
choice-mend-skip = Ingenting mangler
choice-other-yes = Ja, gjerne
choice-other-no = Nei, ikke nå
choice-try-skip = Ikke noe ennå
choice-notice-skip = Hopp over
choice-confirm-yes = Send til { $manager }
choice-confirm-yes-plain = Send
choice-back = Tilbake
choice-pause = Pause
choice-limps = Steg { $number } halter

link-therefore = { $step } – derfor
link-seen = { $text } (sett)
link-seen-note = { $text } (sett: { $note })
link-believed = { $text } (vi tror)
link-believed-note = { $text } (vi tror: { $note })

outcome-problem = Problemet
outcome-touched = Hvem merker det
outcome-chain = Slik henger det sammen:
outcome-chain-other = Det er også en annen årsak:
outcome-named = Ble også nevnt, uten at vi så nærmere på det:
outcome-wording = Med egne ord
outcome-trial = Vi prøver
outcome-sign = Vi merker det på
outcome-remark = Verdt å vite
outcome-go-see = Mye av dette er noe vi tror. Gå gjerne og se først. Ta med en som gjør jobben.

rests-title = Samtalen hviler
rests-text = Alt du har svart, er lagret. Fortsett når du vil, i dag eller en annen dag.
