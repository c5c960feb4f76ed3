# Hva Teams viser om Femma: i listen over apper, i menyene og blant kommandoene. Lengdene er Teams' grenser.

# Høyst 80 tegn.
teams-description = Si en idé som på pauserommet. Femma sørger for at noen svarer, og når.
# Høyst 4 000 tegn.
teams-long-description = Femma samler forbedringer i hverdagen. Du forteller om en idé, et problem eller noe en bruker har opplevd. Femma sier hvem som svarer og når, hjelper dere å spørre hvorfor uten å lete etter noen å skylde på, og viser hver uke i teamets kanal hva som har blitt bedre. Femma leser bare det som skrives direkte til Femma.
# Høyst 100 tegn.
teams-full-name = Femma – forbedringer i hverdagen
# En kommando må være et av ordene i words.toml.
teams-command-new = Ny idé
teams-command-new-description = Fortell om en idé, et problem eller noe som fungerer bra
teams-command-mine = Ideene mine
teams-command-mine-description = Se hvordan det går med det du har fortalt
teams-command-waiting = Venter på svar
teams-command-waiting-description = Det som venter på svar fra deg
teams-command-language = Språk
teams-command-language-description = Bytt språk: svensk, norsk eller engelsk
teams-command-help = Hjelp
teams-command-help-description = Hva Femma kan gjøre
teams-command-setup = Innstillinger
teams-command-setup-description = Hvem som svarer i teamet, og når oppsummeringen kommer
teams-command-summary = Oppsummering
teams-command-summary-description = Uka i teamet, slik den ser ut nå
# Høyst 32 tegn.
teams-message-action = Gjør til forbedring
# Høyst 128 tegn.
teams-message-action-description = Begynn en idé med ordene i denne meldingen
