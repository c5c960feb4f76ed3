# Vad Slack visar om Femma: i listan över appar, vid kommandot och i genvägarna. Längderna är Slacks gränser.

# Högst 140 tecken.
slack-description = Säg en idé som du skulle säga det i fikarummet. Femma ser till att någon svarar, och när.
# 175 till 4 000 tecken.
slack-long-description = Femma samlar förbättringar i vardagen. Du berättar om en idé, ett problem eller något som en brukare har upplevt. Femma talar om vem som svarar och när, hjälper er att fråga varför utan att leta efter någon att skylla på, och visar varje vecka i teamets kanal vad som har blivit bättre. Femma läser bara det som skrivs direkt till Femma.
slack-command-description = Berätta en idé, eller se dina idéer
slack-command-hint = din idé, eller: hjälp
# Namn på genvägar: högst 24 tecken.
slack-shortcut-new = Ny idé
slack-shortcut-new-description = Berätta om en idé, ett problem eller något som en brukare har upplevt
slack-shortcut-message = Gör till förbättring
slack-shortcut-message-description = Börja en idé med orden i det här meddelandet
