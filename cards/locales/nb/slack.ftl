# Hva Slack viser om Femma: i listen over apper, ved kommandoen og i snarveiene. Lengdene er Slacks grenser.

# Høyst 140 tegn.
slack-description = Si en idé slik du ville sagt det på pauserommet. Femma sørger for at noen svarer, og når.
# 175 til 4 000 tegn.
slack-long-description = Femma samler forbedringer i hverdagen. Du forteller om en idé, et problem eller noe en bruker har opplevd. Femma sier hvem som svarer og når, hjelper dere å spørre hvorfor uten å lete etter noen å skylde på, og viser hver uke i teamets kanal hva som har blitt bedre. Femma leser bare det som skrives direkte til Femma.
slack-command-description = Fortell en idé, eller se ideene dine
slack-command-hint = ideen din, eller: hjelp
# Navn på snarveier: høyst 24 tegn.
slack-shortcut-new = Ny idé
slack-shortcut-new-description = Fortell om en idé, et problem eller noe en bruker har opplevd
slack-shortcut-message = Gjør til forbedring
slack-shortcut-message-description = Begynn en idé med ordene i denne meldingen
