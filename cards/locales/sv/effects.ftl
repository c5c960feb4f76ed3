# What a change gave: kinds, how we know, and freed time as a sum.
effect-kind-time = tid
effect-kind-quality = kvalitet
effect-kind-safety = säkerhet
effect-kind-work-environment = arbetsmiljö
effect-kind-service = service till dem vi är till för
effect-kind-money = pengar
effect-kind-environment = miljö

basis-measured = uppmätt
basis-estimated = bedömt
basis-felt = upplevt

effect-with-basis = { $effect } ({ $basis })

sum-lasts = { $minutes ->
    [one] { $minutes } minut
   *[other] { $minutes } minuter
 }
sum-times-day = { $times ->
    [one] { $times } gång om dagen
   *[other] { $times } gånger om dagen
 }
sum-times-week = { $times ->
    [one] { $times } gång i veckan
   *[other] { $times } gånger i veckan
 }
sum-times-month = { $times ->
    [one] { $times } gång i månaden
   *[other] { $times } gånger i månaden
 }
sum-times-year = { $times ->
    [one] { $times } gång om året
   *[other] { $times } gånger om året
 }
sum-people = { $people ->
    [one] { $people } person
   *[other] { $people } personer
 }
sum-understood = { $lasts } × { $times } × { $people }

hours-range = { $low }–{ $high } timmar per år
hours-one = { $hours ->
    [one] { $hours } timme per år
   *[other] { $hours } timmar per år
 }
hours-minutes = { $minutes ->
    [one] { $minutes } minut per år
   *[other] { $minutes } minuter per år
 }
sum-over-day = { $hours } ({ $low }–{ $high } arbetsveckor med { $days } dagar)
sum-over-week = { $hours } ({ $low }–{ $high } arbetsveckor)
sum-over-month = { $hours } ({ $low }–{ $high } arbetsmånader)
sum-whole = { $understood } = { $over }
sum-freed = { $hours } blir fria till det här: { $use }
sum-example = 10 min x 3/vecka x 12 pers

# What ideas gave, in sums that are kept apart.
gains-title = Det här gav idéerna
gains-text = Uppmätt, bedömt och upplevt läggs aldrig ihop. Ingen räknas för sig.
gains-none = Ingen har skrivit vad något gav än. Det går att göra när något är genomfört.
gains-whole = Alla team tillsammans
gains-realised = Har hänt, { $basis }: { $what }
gains-identified = Ser möjligt ut, { $basis }: { $what }
gains-count = { $count ->
    [one] 1 effekt
   *[other] { $count } effekter
 }
gains-amount = { $kind } { $amount } { $unit }
gains-figures-more = { $count ->
    [one] och en siffra till
   *[other] och { $count } siffror till
 }
gains-more = { $count ->
    [one] Och ett team till.
   *[other] Och { $count } team till.
 }
gains-uses = Den fria tiden går till

effects-came = Det här gav det:
effect-row = { $kind }, { $basis }: { $words }
effect-row-expected = { $kind }, { $basis } och väntat: { $words }
