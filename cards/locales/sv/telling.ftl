# The door: the first words, help, and the way from somebody's words to something filed.
welcome-title = Hej! Jag heter Femma
welcome-title-named = Hej { $name }! Jag heter Femma
welcome-text = Har du sett något som skaver, eller något som fungerar bra? Skriv det här, som du skulle säga det i fikarummet.
welcome-promise = Jag sparar dina ord. Du får veta vem som svarar och när.
welcome-whys = Vill du, letar vi efter orsaken tillsammans. En fråga i taget, och du slutar när du vill.

help-title = Så här funkar jag
help-text = Skriv bara vad du har sett, så tar jag det därifrån. Du kan också skriva ett av de här orden:
help-new = { $word } – berätta något i ett formulär
help-mine = { $word } – det du har berättat och hur det går
help-find = { $word } nycklar – hitta det någon redan har berättat
help-waiting = { $word } – det som väntar på ditt svar
help-promises = { $word } – hur det går med svaren i dina team
help-gains = { $word } – vad idéerna i dina team har gett
help-resume = { $word } – ta upp ett samtal som vilar
help-cancel = { $word } – lägg undan det vi håller på med
help-summary = { $word } – veckan som den ser ut just nu
help-away = { $word } 5 maj – jag frågar inte dig under tiden
help-language = { $word } – byt språk
help-help = { $word } – den här listan

kind-title = Tack, det där är bra sett
kind-question = Vad liknar det mest?
kind-more = Kom du på något mer? Skriv det, så får det följa med.
kind-answered-title = Tack, det är uppskrivet

team-title = Vilket team hör det till?
team-write = Skriv teamets namn, eller dess nummer i listan:
team-more = { $count ->
    [one] och ett team till
   *[other] och { $count } team till
}
team-none-title = Dina ord är sparade
team-none = Inget team använder Femma än. Därför finns det ingen som kan svara ännu.
team-none-next = Be någon lägga till Femma i teamets kanal. Skriv till mig sedan, så går dina ord vidare.
team-answered-title = Det hör till { $team }

dropped-title = Inget är skickat
dropped-text = Här är dina ord, om du vill ha dem senare. Vill du berätta igen, skriv bara.

filed-text = Tack, det där är bra sett. { $manager } svarar senast { $day }.
filed-text-no-day = Tack, det där är bra sett. { $manager } läser det.
filed-title = Sparat som #{ $number }
