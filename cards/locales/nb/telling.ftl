# The door: the first words, help, and the way from somebody's words to something filed.
welcome-title = Hei! Jeg heter Femma
welcome-title-named = Hei, { $name }! Jeg heter Femma
welcome-text = Har du sett noe som skurrer, eller noe som fungerer godt? Skriv det her, slik du ville sagt det på pauserommet.
welcome-promise = Jeg tar vare på det du skriver. Du får vite hvem som svarer, og når.
welcome-whys = Vil du, leter vi etter årsaken sammen. Ett spørsmål om gangen, og du stopper når du vil.

help-title = Slik bruker du meg
help-text = Bare skriv det du har sett, så tar jeg det derfra. Du kan også skrive et av disse ordene:
help-new = { $word } – fortell noe i et skjema
help-mine = { $word } – det du har fortalt, og hvordan det går
help-find = { $word } nøkler – finn det noen alt har fortalt
help-waiting = { $word } – det som venter på svar fra deg
help-promises = { $word } – hvordan det går med svarene i teamene dine
help-gains = { $word } – hva ideene i teamene dine har gitt
help-resume = { $word } – ta opp igjen en samtale som hviler
help-cancel = { $word } – legg bort det vi holder på med
help-summary = { $word } – uka slik den ser ut akkurat nå
help-away = { $word } 5. mai – jeg spør ikke deg så lenge
help-language = { $word } – bytt språk
help-help = { $word } – denne lista

kind-title = Takk, det var godt sett
kind-question = Hva ligner det mest på?
kind-more = Kom du på noe mer? Skriv det, så blir det med.
kind-answered-title = Takk, det er skrevet ned

team-title = Hvilket team hører det til?
team-write = Skriv navnet på teamet, eller nummeret i lista:
team-more = { $count ->
    [one] og ett team til
   *[other] og { $count } team til
}
team-none-title = Jeg har tatt vare på det du skrev
team-none = Ingen team bruker Femma ennå. Derfor er det ingen som kan svare deg nå.
team-none-next = Be noen legge til Femma i kanalen til teamet. Skriv til meg etterpå, så går det videre.
team-answered-title = Det hører til { $team }

dropped-title = Ingenting er sendt
dropped-text = Her er det du skrev, om du vil ha det senere. Vil du fortelle på nytt, er det bare å skrive.

filed-text = Takk, det var godt sett. { $manager } svarer senest { $day }.
filed-text-no-day = Takk, det var godt sett. { $manager } leser det.
filed-title = Lagret som #{ $number }
