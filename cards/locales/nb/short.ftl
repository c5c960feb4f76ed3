# Sentences that stand alone, each with a next step.

short-language-set = Nå skriver jeg norsk til deg. Vil du bytte igjen, skriv «språk».
short-which-language = Hvilket språk vil du ha? Skriv svensk, norsk eller engelsk.
short-nothing-to-cancel = Det er ikke noe å avbryte nå. Har du sett noe, er det bare å skrive det.
short-not-a-manager = Du svarer ikke for noe team, så ingenting venter på deg. Skriv «mine» for å se det du har fortalt.
short-no-talk = Ingen samtale hviler. Skriv «mine», åpne noe og trykk på «Spør hvorfor».
short-continue-in-chat = Takk! Jeg har skrevet til deg i vår egen chat. Vi fortsetter der.
short-empty = Det kom ingen ord fram. Skriv gjerne en gang til.
short-withdrawn = #{ $what } er trukket tilbake. Angrer du, kan du fortelle på nytt.
short-added = Takk, det er lagt til i #{ $what }. Den som svarer, ser det.
short-reply-sent = Takk, svaret om #{ $what } er sendt. Jeg sier fra når det skjer noe.
short-quiet-week = { $what } har hatt ei rolig uke, så det er ikke noe å samle ennå. Så snart noen forteller noe, blir det med.
short-choose-team = Jeg fant ikke noe team med det navnet. Skriv det slik det står i lista.
short-settings-in-channel = Det bestemmes i kanalen til teamet. Nevn meg der og skriv «innstillinger».
short-heard = Takk, jeg har tatt imot det. Vi fortsetter i vår egen chat.
short-channel-lost = Jeg når ikke lenger kanalen til { $what }, så ukas oppsummering uteblir. Legg meg til der igjen, så fortsetter jeg.
short-slow-down = Så mye på en gang rekker ingen å lese. Alt så langt er skrevet ned. Vent noen minutter og fortell det neste da.
short-photo-added = Takk, bildet følger med det du forteller.
short-photo-alone = Takk, jeg har bildet. Skriv en setning om hva det viser, så holder jeg dem sammen.
short-photo-too-big = Bildet er for stort for meg (høyst 10 MB og 30 megapiksler). Send et mindre, eller et skjermbilde av det, så tar jeg vare på det. Ordene dine er trygge.
short-photo-wrong-kind = Jeg kan bare ta vare på bilder (JPEG, PNG, WebP eller GIF), så den fila ble ikke med. Send den som bilde, eller fortell med ord hva den viser. Ordene dine er trygge.
short-photo-not-fetched = Jeg fikk ikke tak i bildet. Send det en gang til her i chatten. Ordene dine er trygge.
short-photo-too-many = Det er flere bilder enn jeg kan ta vare på til én og samme sak: fire om gangen, åtte i alt. Velg dem som viser det best. De andre ble ikke med.
