# What the coach asks when an answer leans somewhere. One question at a time, about the work and never about who.
cue-blames-a-person = Takk for at du forteller. La oss legge til side hvem det var. Tenk deg at noen helt andre hadde stått der den dagen. Hva i måten vi jobber på kunne ført til det samme?
cue-human-error = Slikt skjer med alle. Hva var det akkurat da som gjorde det lett å ta feil, eller vanskelig å merke?
cue-solution-as-cause = Det kan bli noe å prøve. Hva skjer i dag, uten det?
cue-vague = Det er det mange som kjenner seg igjen i. Tenk på forrige gang: hva var det som skjedde da?
cue-outside-control = Det ligger kanskje utenfor dere. Hvilken liten del rår dere selv over, for eksempel hvordan dere forbereder dere eller oppdager det i tide?
cue-restates = Jeg skjønner. Hva skjer rett før det blir slik?
cue-weak-action = God start. Hvordan kan det bli lett å gjøre rett, også for en som er ny eller har det travelt?

# For what is no matter for improvements. Each says where it is taken care of, and asks one thing.
cue-elsewhere-harm = Takk for at du skriver. Når noen er kommet til skade, må det tas hånd om med en gang, og ikke her. Er noen i fare nå, så ring 112 eller 113. Har du sagt fra til nærmeste leder?
cue-elsewhere-threat = Takk for at du skriver. Trusler må tas hånd om med en gang, og ikke her. Haster det, så ring 112. Har du sagt fra til lederen din eller verneombudet?
cue-elsewhere-harassment = Takk for at du skriver. Ingen skal måtte ha det slik, og dette er ikke det rette stedet for det. Hvem stoler du på nok til å fortelle det: lederen din, verneombudet, den tillitsvalgte eller HR?
cue-elsewhere-crime = Takk for at du skriver. Det som kan være straffbart, blir ikke undersøkt her. Kan du ta det med lederen din, eller med lederen over hvis det er bedre?
cue-elsewhere-whistleblowing = Takk for at du skriver. Slikt har en egen vei, der den som sier fra, er vernet. Kan du ta det i kommunens varslingskanal i stedet?
cue-elsewhere-deviation = Takk for at du skriver. Når noe har gått galt for noen vi er til for, skal det meldes som avvik. Er det gjort?
cue-elsewhere-client = Takk for at du skriver. Det som gjelder en bestemt person, hører hjemme i fagsystemet deres. Kan du fortelle om arbeidet i stedet, uten navn?
