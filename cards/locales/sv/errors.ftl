# A kind no: nothing has changed, and here is what one can do.
sorry-not-yours = Det här kan jag inte öppna åt dig. Skriv ”mina” för att se det du har berättat.
sorry-already = Det är redan gjort, så du behöver inte göra något mer. Kortet visar hur det står till nu.
sorry-closed = #{ $number } är redan avslutat. Har du något att tillägga, berätta det som något nytt.
sorry-old-button = Knappen satt på ett äldre kort. Titta på det senaste kortet, där står det som gäller nu.
sorry-empty = Det kom inga ord fram. Skriv några ord och försök igen.
sorry-no-team = Inget team använder Femma här än. Be någon lägga till Femma i teamets kanal.
sorry-no-talk = Det samtalet är avslutat. Öppna det du berättade med ”mina” om du vill börja om.
sorry-not-found = Jag hittar inget med det numret som du kan läsa. Skriv ”mina” för att se det du har berättat.
sorry-no-ladder = Ingen är satt ovanför det här teamet än. Be en administratör göra det, så går det att skicka vidare.
sorry-admin-only = Det här kan bara en administratör ändra. Fråga den som sköter Femma hos er.
sorry-guest = Jag får inte ta emot något från gäster här, och jag har inte sparat det du skrev. Be någon i teamet berätta det.

form-error-required = Det här behöver jag veta.
form-error-bad-time = Skriv tiden som 08:00.
form-error-choose-reason = Välj ett skäl. Det hjälper den som frågade att förstå.
form-error-new-question = Det har kommit en ny fråga under tiden, så svaret är inte skickat. Kopiera dina ord och svara på den nya frågan.
form-error-guest = Den personen är gäst här. Välj någon som arbetar i organisationen.
form-error-too-long = Det blev för långt. Korta lite, så ryms det.
sorry-identity = Det ser ut att stå ett personnummer i det du skrev, så jag har inte sparat det. Sådant hör hemma i teamets eget system. Skriv det gärna igen utan numret.
form-error-identity = Det ser ut att stå ett personnummer här. Ta bort det, och skicka igen.
sorry-leads = Den frågan svarar den som leder samtalet på. Du kan svara när jag frågar vad som gör att det blir så.
sorry-held-already = Teamet pratar redan om det här i kanalen. Svara gärna där.
form-error-somebody-else = Välj någon annan: en kollega som finns kvar här.
form-error-bad-link = Skriv en adress som börjar med https:// och går att öppna, eller lämna tomt.
sorry-slow-down = Så mycket på en gång hinner ingen läsa. Det du skrev är kvar. Vänta en stund och försök igen då.
form-error-slow-down = Så mycket på en gång hinner ingen läsa. Låt rutan stå öppen en stund, och skicka igen då.
