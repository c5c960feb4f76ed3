# Lists: one's own ideas, what waits, and the page of one's own.
list-row-stage-no-day = #{ $number } · { $text } · { $stage }
list-row-stage = #{ $number } · { $text } · { $stage }, svar senast { $day }
list-row-look = #{ $number } · { $text } · { $stage }, nästa fråga { $day }
list-row-back = #{ $number } · { $text } · { $stage } till { $day }
list-row-team = #{ $number } · { $text } · { $team }, svar senast { $day }
list-row-team-no-day = #{ $number } · { $text } · { $team }
list-more = { $count ->
    [one] och en till
   *[other] och { $count } till
}
mine-title = Det du har berättat
mine-empty = Här är det tomt än så länge. Skriv vad du har sett, så börjar vi där.
mine-resting = Du har ett samtal som vilar. Det går bra att fortsätta när du vill.
waiting-title = Väntar på ditt svar
waiting-text = Det mest brådskande står först. Det räcker långt att säga att du har läst.
waiting-empty = Inget väntar på dig just nu. Kommer det något, skriver jag till dig.
home-title = Femma
home-text = Har du sett något som skaver, eller något som fungerar bra? Berätta.
home-mine = Det du har berättat
home-waiting = Väntar på ditt svar
