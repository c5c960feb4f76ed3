# One idea: the author's card, the manager's card and the letters between them.
author-not-now = Svaret ble: ikke nå. Det du så, er verdt å huske likevel.
author-withdrawn = Du trakk dette tilbake. Ingen venter på svar lenger.
author-additions = Du la til:
author-hidden = Navnet ditt vises ikke i kanalen. { $manager } ser det.
author-question = { $manager } lurer på noe:

button-why = Let etter årsaken
button-add = Legg til
button-hide = Skjul navnet mitt
button-show-name = Vis navnet mitt
button-withdraw = Trekk tilbake
button-reply = Svar

manager-hidden = { $author } vil ikke stå med navn i kanalen. La navnet bli her.
manager-additions = Har lagt til:
manager-answer-by = Svar senest
manager-decide-by = Avgjør senest
manager-enough = Rekker du ikke mer nå? Da holder det å trykke på «Jeg har lest den».
manager-waits = Du har spurt. Nå venter vi på { $author }.
manager-withdrawn = { $author } har trukket dette tilbake. Du trenger ikke å svare.

button-acknowledge = Jeg har lest den
button-own-words = Svar med egne ord
button-ask = Spør
button-not-now = Ikke nå

replied = { $by } svarte { $day } kl. { $clock }:
usual-acknowledge = Takk, jeg har lest den. Jeg kommer tilbake til deg senest { $day }.
usual-acknowledge-no-day = Takk, jeg har lest den. Jeg kommer tilbake til deg.

acknowledged-title = Lest av { $by }
acknowledged-text = Dette skrev du:
acknowledged-next = Du hører fra { $by } igjen senest { $day }.

asked-title = Et spørsmål til deg
asked-text = { $by } har lest det du skrev, og lurer på:
asked-about = Du skrev:
asked-how = Skriv svaret her, eller trykk på knappen. Jeg sørger for at det kommer fram.

turned-title = Ikke nå
turned-text = { $by } har lest det du skrev. Svaret er: ikke nå.
turned-about = Du skrev:
turned-next = Det du så, er ikke borte for det. Hva annet kunne hjelpe? Fortell gjerne.

reply-title = Svar fra { $by }
reply-asked = Spørsmålet var:
reply-answered = Svaret:

whys-came-title = Samtalen om årsaken
whys-came-text = { $author } har lett etter årsaken. Dette har kommet fram:
whys-sent-title = Sendt
whys-sent-text = { $manager } har fått det nå. Takk, nå ser flere det du ser.

photo-before = Bilde sendt med idé { $number }, før
photo-after = Bilde sendt med idé { $number }, etter
photo-more = { $count ->
    [one] Ett bilde til er lagret her.
   *[other] { $count } bilder til er lagret her.
}
photo-in-words = { $photo }. Det kan ikke vises her: det ligger i chatten der det ble sendt. Den som tar seg av Femma, kan slå på bilder på kortene.
