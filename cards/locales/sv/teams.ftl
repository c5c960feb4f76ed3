# Vad Teams visar om Femma: i listan över appar, i menyerna och bland kommandona. Längderna är Teams gränser.

# Högst 80 tecken.
teams-description = Säg en idé som i fikarummet. Femma ser till att någon svarar, och när.
# Högst 4 000 tecken.
teams-long-description = Femma samlar förbättringar i vardagen. Du berättar om en idé, ett problem eller något som en brukare har upplevt. Femma talar om vem som svarar och när, hjälper er att fråga varför utan att leta efter någon att skylla på, och visar varje vecka i teamets kanal vad som har blivit bättre. Femma läser bara det som skrivs direkt till Femma.
# Högst 100 tecken.
teams-full-name = Femma – förbättringar i vardagen
# Ett kommando måste vara ett av orden i words.toml.
teams-command-new = Ny idé
teams-command-new-description = Berätta om en idé, ett problem eller något som fungerar bra
teams-command-mine = Mina idéer
teams-command-mine-description = Se hur det går för det du har berättat
teams-command-waiting = Väntar på svar
teams-command-waiting-description = Det som väntar på ditt svar
teams-command-language = Språk
teams-command-language-description = Byt språk: svenska, norska eller engelska
teams-command-help = Hjälp
teams-command-help-description = Vad Femma kan göra
teams-command-setup = Inställningar
teams-command-setup-description = Vem som svarar i teamet, och när sammanfattningen kommer
teams-command-summary = Sammanfattning
teams-command-summary-description = Veckan i teamet, som den ser ut nu
# Högst 32 tecken.
teams-message-action = Gör till förbättring
# Högst 128 tecken.
teams-message-action-description = Börja en idé med orden i det här meddelandet
