# What the coach asks when an answer leans somewhere. One question at a time, about the work and never about who.
cue-blames-a-person = Tack för att du berättar. Vi lägger frågan om vem åt sidan. Tänk dig att någon helt annan hade stått där den dagen. Vad i sättet vi arbetar på hade kunnat leda till samma sak?
cue-human-error = Sånt händer alla. Vad i läget just då gjorde det lätt att ta miste, eller svårt att märka?
cue-solution-as-cause = Det kan bli något att prova. Vad händer i dag, utan det?
cue-vague = Det känner många igen. Tänk på senaste gången: vad var det som hände då?
cue-outside-control = Det ligger kanske utanför er. Vilken liten del rår ni själva över, till exempel hur ni förbereder er eller märker det i tid?
cue-restates = Jag förstår. Vad händer precis innan det blir så?
cue-weak-action = Bra början. Hur kan det bli lätt att göra rätt, också för den som är ny eller har bråttom?

# For what is no matter for improvements. Each says where it is taken care of, and asks one thing.
cue-elsewhere-harm = Tack för att du skriver. När någon har kommit till skada ska det tas om hand direkt, och inte här. Är någon i fara nu, ring 112. Har du berättat för din närmaste chef?
cue-elsewhere-threat = Tack för att du skriver. Hot ska tas om hand direkt, och inte här. Är det bråttom, ring 112. Har du berättat för din chef eller ditt skyddsombud?
cue-elsewhere-harassment = Tack för att du skriver. Ingen ska behöva ha det så, och det här är inte rätt plats för det. Vem litar du på att berätta för: din chef, ditt skyddsombud, facket eller HR?
cue-elsewhere-crime = Tack för att du skriver. Det som kan vara ett brott utreds inte här. Kan du ta det med din chef, eller med chefens chef om det är bättre?
cue-elsewhere-whistleblowing = Tack för att du skriver. Sådant har en egen väg, där den som berättar är skyddad. Kan du ta det i kommunens kanal för visselblåsning i stället?
cue-elsewhere-deviation = Tack för att du skriver. När det har gått fel för någon vi finns till för ska det rapporteras. Det görs som avvikelse eller enligt lex Sarah. Är det gjort?
cue-elsewhere-client = Tack för att du skriver. Det som gäller en viss person hör hemma i ert eget system för det. Kan du berätta om arbetet i stället, utan namn?
