# Lists: one's own ideas, what waits, and the page of one's own.
list-row-stage-no-day = #{ $number } · { $text } · { $stage }
list-row-stage = #{ $number } · { $text } · { $stage }, svar senest { $day }
list-row-look = #{ $number } · { $text } · { $stage }, neste spørsmål { $day }
list-row-back = #{ $number } · { $text } · { $stage } til { $day }
list-row-team = #{ $number } · { $text } · { $team }, svar senest { $day }
list-row-team-no-day = #{ $number } · { $text } · { $team }
list-more = { $count ->
    [one] og én til
   *[other] og { $count } til
}
mine-title = Det du har fortalt
mine-empty = Her er det tomt så langt. Skriv det du har sett, så begynner vi der.
mine-resting = Du har en samtale som hviler. Fortsett når det passer deg.
waiting-title = Venter på svar fra deg
waiting-text = Det som haster mest, står øverst. Det hjelper mye bare å si at du har lest det.
waiting-empty = Ingenting venter på deg nå. Kommer det noe, skriver jeg til deg.
home-title = Femma
home-text = Har du sett noe som skurrer, eller noe som fungerer godt? Fortell.
home-mine = Det du har fortalt
home-waiting = Venter på svar fra deg
