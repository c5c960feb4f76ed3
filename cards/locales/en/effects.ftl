# What a change gave: kinds, how we know, and freed time as a sum.
effect-kind-time = time
effect-kind-quality = quality
effect-kind-safety = safety
effect-kind-work-environment = work environment
effect-kind-service = service to those we are here for
effect-kind-money = money
effect-kind-environment = environment

basis-measured = measured
basis-estimated = estimated
basis-felt = felt

effect-with-basis = { $effect } ({ $basis })

sum-lasts = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
sum-times-day = { $times ->
    [one] { $times } time a day
   *[other] { $times } times a day
 }
sum-times-week = { $times ->
    [one] { $times } time a week
   *[other] { $times } times a week
 }
sum-times-month = { $times ->
    [one] { $times } time a month
   *[other] { $times } times a month
 }
sum-times-year = { $times ->
    [one] { $times } time a year
   *[other] { $times } times a year
 }
sum-people = { $people ->
    [one] { $people } person
   *[other] { $people } people
 }
sum-understood = { $lasts } × { $times } × { $people }

hours-range = { $low }–{ $high } hours a year
hours-one = { $hours ->
    [one] { $hours } hour a year
   *[other] { $hours } hours a year
 }
hours-minutes = { $minutes ->
    [one] { $minutes } minute a year
   *[other] { $minutes } minutes a year
 }
sum-over-day = { $hours } ({ $low }–{ $high } working weeks of { $days } days)
sum-over-week = { $hours } ({ $low }–{ $high } working weeks)
sum-over-month = { $hours } ({ $low }–{ $high } working months)
sum-whole = { $understood } = { $over }
sum-freed = { $hours } set free for this: { $use }
sum-example = 10 min x 3/week x 12 people

# What ideas gave, in sums that are kept apart.
gains-title = What the ideas gave
gains-text = Measured, estimated and felt are never added together. Nobody is counted alone.
gains-none = Nobody has written what something gave yet. It can be told when something is done.
gains-whole = All teams together
gains-realised = Has happened, { $basis }: { $what }
gains-identified = Looks possible, { $basis }: { $what }
gains-count = { $count ->
    [one] 1 effect
   *[other] { $count } effects
 }
gains-amount = { $kind } { $amount } { $unit }
gains-figures-more = { $count ->
    [one] and one more figure
   *[other] and { $count } more figures
 }
gains-more = { $count ->
    [one] And one more team.
   *[other] And { $count } more teams.
 }
gains-uses = The freed time goes to

effects-came = This is what it gave:
effect-row = { $kind }, { $basis }: { $words }
effect-row-expected = { $kind }, { $basis } and expected: { $words }
