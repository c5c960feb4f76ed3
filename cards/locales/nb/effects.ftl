# What a change gave: kinds, how we know, and freed time as a sum.
effect-kind-time = tid
effect-kind-quality = kvalitet
effect-kind-safety = sikkerhet
effect-kind-work-environment = arbeidsmiljø
effect-kind-service = tjenester til dem vi er til for
effect-kind-money = penger
effect-kind-environment = miljø

basis-measured = målt
basis-estimated = anslått
basis-felt = opplevd

effect-with-basis = { $effect } ({ $basis })

sum-lasts = { $minutes ->
    [one] { $minutes } minutt
   *[other] { $minutes } minutter
 }
sum-times-day = { $times ->
    [one] { $times } gang om dagen
   *[other] { $times } ganger om dagen
 }
sum-times-week = { $times ->
    [one] { $times } gang i uka
   *[other] { $times } ganger i uka
 }
sum-times-month = { $times ->
    [one] { $times } gang i måneden
   *[other] { $times } ganger i måneden
 }
sum-times-year = { $times ->
    [one] { $times } gang i året
   *[other] { $times } ganger i året
 }
sum-people = { $people ->
    [one] { $people } person
   *[other] { $people } personer
 }
sum-understood = { $lasts } × { $times } × { $people }

hours-range = { $low }–{ $high } timer i året
hours-one = { $hours ->
    [one] { $hours } time i året
   *[other] { $hours } timer i året
 }
hours-minutes = { $minutes ->
    [one] { $minutes } minutt i året
   *[other] { $minutes } minutter i året
 }
sum-over-day = { $hours } ({ $low }–{ $high } arbeidsuker med { $days } dager)
sum-over-week = { $hours } ({ $low }–{ $high } arbeidsuker)
sum-over-month = { $hours } ({ $low }–{ $high } arbeidsmåneder)
sum-whole = { $understood } = { $over }
sum-freed = { $hours } blir fri til dette: { $use }
sum-example = 10 min x 3/uke x 12 pers

# What ideas gave, in sums that are kept apart.
gains-title = Dette ga ideene
gains-text = Målt, anslått og opplevd legges aldri sammen. Ingen telles for seg.
gains-none = Ingen har skrevet hva noe ga ennå. Det går an når noe er gjennomført.
gains-whole = Alle team til sammen
gains-realised = Har skjedd, { $basis }: { $what }
gains-identified = Ser mulig ut, { $basis }: { $what }
gains-count = { $count ->
    [one] 1 effekt
   *[other] { $count } effekter
 }
gains-amount = { $kind } { $amount } { $unit }
gains-figures-more = { $count ->
    [one] og ett tall til
   *[other] og { $count } tall til
 }
gains-more = { $count ->
    [one] Og ett team til.
   *[other] Og { $count } team til.
 }
gains-uses = Tiden som ble fri, går til

effects-came = Dette ga det:
effect-row = { $kind }, { $basis }: { $words }
effect-row-expected = { $kind }, { $basis } og ventet: { $words }
