# How strong an action is, and the one question that takes a weak one a step up.
strength-strong = sterk
strength-medium = middels
strength-weak = svak

label-strength = Styrken i tiltaket
strength-fact = { $strength }: { $rung }

rung-1 = Ta bort steget
rung-2 = Gjør det umulig å gjøre feil
rung-3 = Endre sted eller verktøy
rung-4 = Forenkle: én måte for alle
rung-5 = Gjør det synlig
rung-6 = Jevn ut eller bytt tidspunkt
rung-7 = Sjekkliste der hånda er
rung-8 = En ekstra sjekk eller et skilt
rung-9 = En ny rutine
rung-10 = Informer eller minn om det

step-up-8 = Det kan hjelpe. Hva kunne endres slik at den ekstra sjekken ikke trengs?
step-up-9 = En rutine er en god start. Hvordan blir det lett å gjøre rett for en som er ny, en travel mandag?
step-up-10 = Fint at flere får vite det. Hva gjør at det virker også når ingen tenker på det?
