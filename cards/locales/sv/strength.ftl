# How strong an action is, and the one question that takes a weak one a step up.
strength-strong = stark
strength-medium = mellan
strength-weak = svag

label-strength = Åtgärdens styrka
strength-fact = { $strength }: { $rung }

rung-1 = Ta bort steget
rung-2 = Gör det omöjligt att göra fel
rung-3 = Ändra plats eller verktyg
rung-4 = Förenkla: ett sätt för alla
rung-5 = Gör det synligt
rung-6 = Jämna ut eller byt tid
rung-7 = Checklista där handen är
rung-8 = En extra koll eller en skylt
rung-9 = En ny rutin
rung-10 = Informera eller påminna

step-up-8 = Det kan hjälpa. Vad skulle kunna ändras så att den extra kollen inte behövs?
step-up-9 = En rutin är en bra början. Hur blir det lätt att göra rätt för den som är ny, en stressig måndag?
step-up-10 = Bra att fler får veta. Vad gör att det fungerar även när ingen tänker på det?
