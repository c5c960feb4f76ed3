# The talk about causes.
why-title = Fem varför

lead-thanks = Tack, det hjälper.
lead-go-see = Att inte veta är ett bra svar. Då kan någon gå och titta.
lead-offer-rest = Vi har kommit en bit. Vill du vila här och fortsätta en annan dag? Tryck på Pausa eller skriv paus. Annars går vi vidare:
lead-long = Nu har vi frågat sju gånger. Längre ner behöver vi inte gå.
lead-kept = Det är uppskrivet.
lead-mended = Tack. Då läser vi kedjan en gång till.
lead-at-start = Det här är första frågan, så längre bak går det inte.
lead-again = Det valet hör till en annan fråga. Så här står det nu:
lead-empty = Det kom inga ord fram. Skriv gärna en gång till.
lead-resumed = Fint att du är tillbaka. Vi var här:

why-told = Du berättade: ”{ $answer }”
why-wrote = Du skrev: ”{ $answer }”
why-draft = Skriv det igen, så som du vill ha det nu. Förut skrev du: ”{ $draft }”
why-about = Det gäller: ”{ $answer }”
why-mentioned = Du nämnde också: ”{ $answer }”
why-so-far = Så här långt:

question-problem = Vad händer i dag, och vad borde hända? Ungefär hur ofta?
question-touched = Vem märker det: brukare, elever, invånare, kollegor?
question-why-first = Vad gör att det blir så?
question-why-1 = Hur kommer det sig?
question-why-2 = Vad gör att det är så?
question-why-3 = Vad händer precis innan?
question-evidence = Har du sett det, eller är det vad vi tror?
question-more = Finns det något mer som gör att det blir så?
question-more-what = Vad mer gör att det blir så?
question-enough = Om vi ändrar det här, blir problemet mindre då?
question-read-back = Jag läser baklänges. Stämmer varje ”därför”?
question-mend = Vad fattas mellan ”{ $from }” och ”{ $to }”?
question-other = Ska vi titta på det med?
question-try = Vad är det minsta vi kan prova redan nästa vecka?
question-notice = Hur märker vi att det blev bättre? Vad räknar vi?
question-confirm = Ska jag skicka det här till { $manager }?
question-confirm-plain = Ska jag skicka det här till den som svarar?
question-closed = Samtalet är klart.

hint-why = Tänk på hur arbetet brukar gå till, mer än på vem som gjorde vad.
hint-evidence = Skriv gärna var du såg det, så kan fler titta.
hint-read-back = Tryck på det steg som haltar. Du får också säga alltihop med egna ord.
hint-read-back-number = Haltar ett steg? Skriv dess nummer. Du får också säga alltihop med egna ord.
hint-try = Gärna något som fungerar även en stressig måndag.
hint-notice = Gärna något du ändå ser, som streck på en lapp eller samtal i veckan.
hint-confirm = Vill du lägga till något? Skriv det, så får det följa med.

choice-problem-skip = Det är som jag skrev
choice-touched-skip = Hoppa över
choice-why-root = Här är roten
choice-why-dont-know = Jag vet inte
choice-evidence-seen = Jag har sett det
choice-evidence-believed = Vi tror det
choice-more-yes = Ja, det finns mer
choice-more-no = Nej, inget mer
choice-more-what-no = Nej, inget mer
choice-enough-yes = Ja, då blir det mindre
choice-enough-no = Nej, inte än
choice-read-back-yes = Det stämmer
choice-mend-skip = Inget fattas
choice-other-yes = Ja, gärna
choice-other-no = Nej, inte nu
choice-try-skip = Inget än
choice-notice-skip = Hoppa över
choice-confirm-yes = Skicka till { $manager }
choice-confirm-yes-plain = Skicka
choice-back = Backa
choice-pause = Pausa
choice-limps = Steg { $number } haltar

link-therefore = { $step } – därför
link-seen = { $text } (sett)
link-seen-note = { $text } (sett: { $note })
link-believed = { $text } (vi tror)
link-believed-note = { $text } (vi tror: { $note })

outcome-problem = Problemet
outcome-touched = Märks av
outcome-chain = Så hänger det ihop:
outcome-chain-other = Det finns också en annan orsak:
outcome-named = Nämndes också, utan att vi tittade närmare:
outcome-wording = Med egna ord
outcome-trial = Vi provar
outcome-sign = Vi märker det på
outcome-remark = Att tänka på
outcome-go-see = Mycket av det här är vad vi tror. Gå gärna och se först. Ta med dig någon som gör jobbet.

rests-title = Samtalet vilar
rests-text = Allt du har svarat är sparat. Fortsätt när du vill, i dag eller en annan dag.
