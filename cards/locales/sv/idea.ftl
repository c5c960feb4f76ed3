# One idea: the author's card, the manager's card and the letters between them.
author-not-now = Svaret blev: inte nu. Det du såg är värt att minnas ändå.
author-withdrawn = Du tog tillbaka det här. Ingen väntar på svar längre.
author-additions = Du la till:
author-hidden = Ditt namn syns inte i kanalen. { $manager } ser det.
author-question = { $manager } undrar något:

button-why = Leta efter orsaken
button-add = Lägg till
button-hide = Dölj mitt namn
button-show-name = Visa mitt namn
button-withdraw = Ta tillbaka
button-reply = Svara

manager-hidden = { $author } vill inte stå med namn i kanalen. Låt namnet stanna här.
manager-additions = Har lagt till:
manager-answer-by = Svara senast
manager-decide-by = Beslut senast
manager-enough = Hinner du inte mer nu? Då räcker det att trycka på ”Jag har läst”.
manager-waits = Du har frågat. Nu väntar vi på { $author }.
manager-withdrawn = { $author } har tagit tillbaka det här. Du behöver inte svara.

button-acknowledge = Jag har läst
button-own-words = Svara med egna ord
button-ask = Fråga
button-not-now = Inte nu

replied = { $by } svarade { $day } kl. { $clock }:
usual-acknowledge = Tack, jag har läst. Jag återkommer senast { $day }.
usual-acknowledge-no-day = Tack, jag har läst. Jag återkommer.

acknowledged-title = Läst av { $by }
acknowledged-text = Det här skrev du:
acknowledged-next = Du hör av { $by } igen senast { $day }.

asked-title = En fråga till dig
asked-text = { $by } har läst det du skrev och undrar:
asked-about = Du skrev:
asked-how = Skriv svaret här, eller tryck på knappen. Jag ser till att det kommer fram.

turned-title = Inte nu
turned-text = { $by } har läst det du skrev. Svaret är: inte nu.
turned-about = Du skrev:
turned-next = Det du såg är inte borta för det. Vad mer skulle kunna hjälpa? Berätta gärna.

reply-title = Svar från { $by }
reply-asked = Frågan var:
reply-answered = Svaret:

whys-came-title = Samtalet om orsaken
whys-came-text = { $author } har letat efter orsaken. Det här har kommit fram:
whys-sent-title = Skickat
whys-sent-text = { $manager } har fått det nu. Tack, nu ser fler det du ser.

photo-before = Foto skickat med idé { $number }, före
photo-after = Foto skickat med idé { $number }, efter
photo-more = { $count ->
    [one] Ett foto till är sparat här.
   *[other] { $count } foton till är sparade här.
}
photo-in-words = { $photo }. Det kan inte visas här: det finns i chatten där det skickades. Den som sköter Femma kan slå på foton på korten.
