# Sentences that stand alone, each with a next step.

short-language-set = Nu skriver jag svenska till dig. Vill du byta igen, skriv ”språk”.
short-which-language = Vilket språk vill du ha? Skriv svenska, norska eller engelska.
short-nothing-to-cancel = Det finns inget att avbryta just nu. Har du sett något, skriv det bara.
short-not-a-manager = Du svarar inte för något team, så inget väntar på dig. Skriv ”mina” för att se det du har berättat.
short-no-talk = Inget samtal vilar. Skriv ”mina”, öppna något och tryck på ”Fråga varför”.
short-continue-in-chat = Tack! Jag har skrivit till dig i vår egen chatt. Vi fortsätter där.
short-empty = Det kom inga ord fram. Skriv gärna en gång till.
short-withdrawn = #{ $what } är tillbakataget. Ångrar du dig, berätta igen.
short-added = Tack, det är tillagt i #{ $what }. Den som svarar ser det.
short-reply-sent = Tack, svaret om #{ $what } är skickat. Jag säger till när det händer något.
short-quiet-week = { $what } har haft en lugn vecka, så det finns inget att samla än. Så snart någon berättar något kommer det med.
short-choose-team = Jag hittade inget team med det namnet. Skriv det som det står i listan.
short-settings-in-channel = Det bestäms i teamets kanal. Nämn mig där och skriv ”inställningar”.
short-heard = Tack, jag har tagit emot det. Vi fortsätter i vår egen chatt.
short-channel-lost = Jag kommer inte längre åt kanalen för { $what }, så veckans sammanfattning uteblir. Lägg till mig där igen, så fortsätter jag.
short-slow-down = Så mycket på en gång hinner ingen läsa. Jag har skrivit upp allt hittills. Vänta några minuter och berätta nästa sak då.
short-photo-added = Tack, fotot följer med det du berättar.
short-photo-alone = Tack, jag har fotot. Skriv en mening om vad det visar, så håller jag ihop dem.
short-photo-too-big = Fotot är för stort för mig (högst 10 MB och 30 megapixlar). Skicka ett mindre, eller en skärmbild av det, så sparar jag det. Dina ord finns kvar.
short-photo-wrong-kind = Jag kan bara spara foton (JPEG, PNG, WebP eller GIF), så den filen kom inte med. Skicka den som foto, eller berätta i ord vad den visar. Dina ord finns kvar.
short-photo-not-fetched = Jag fick inte tag i fotot. Skicka det en gång till här i chatten. Dina ord finns kvar.
short-photo-too-many = Det är fler foton än jag kan spara till en och samma sak: fyra i taget, åtta totalt. Välj dem som visar det bäst. De andra kom inte med.
