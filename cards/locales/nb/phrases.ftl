# What a manager may want to say. Suggestions: every one can be changed before it is sent.
phrase-acknowledge = Takk, jeg har lest den. Du hører fra meg igjen senest { $day }.
phrase-show-me = Kan du vise meg på stedet? Jeg har tid { $time }.
phrase-try-small = Hvordan kan vi prøve det i det små?
phrase-yes = Kjør på! Si fra hvis du trenger noe.
phrase-yes-if = Ja, hvis vi først { $condition }. Hva tror du?
phrase-you-decide = Det bestemmer du selv. Jeg vil bare høre hvordan det går.
phrase-rest = God idé, men ikke akkurat nå. Vi tar den opp { $day }, det er mitt ansvar.
phrase-pass-on = Dette kan vi ikke bestemme selv. Jeg tar det til { $who } og gir deg svar senest { $day }.
phrase-not-now = Vi gjør det ikke slik, fordi { $reason }. Men problemet er reelt. Hva annet kunne hjelpe?
phrase-exists = Det finnes allerede: { $link }. Hva kan vi gjøre så det blir lettere å finne?
phrase-thanks-effect = { $number } færre { $thing } i måneden. Det begynte med det du så.
phrase-try-failed = Det ble ikke bedre, men nå vet vi at { $lesson }. Takk for at vi fikk prøve.
