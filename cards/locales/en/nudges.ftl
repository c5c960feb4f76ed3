# Who waits, said kindly to whoever can answer; and how many promises were kept.
nudge-title = { $count ->
    [one] One waits for an answer
   *[other] { $count } wait for an answer
}
nudge-title-team = { $team }: { $count ->
    [one] one waits for an answer
   *[other] { $count } wait for an answer
}
nudge-one = { $name } waits for an answer. Would “I have read it” do for now?
nudge-one-since = { $name } has waited since { $since }. Would “I have read it” do for now?
nudge-one-decision = { $name } knows that you have read it. A short word is enough: try, rest or not now.
nudge-about = #{ $number } · { $text } · answer by { $day }
nudge-row = #{ $number } · { $name } · { $text } · answer by { $day }
nudge-row-since = #{ $number } · { $name }, since { $since } · { $text }
since-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
nudge-answers = These wait for you. Would “I have read it” do for now?
nudge-answers-decisions = These wait for a decision from you. A short word is enough: try, rest or not now.
nudge-answers-help = You need not take all of it at once.
nudge-deputy = { $manager } has not had time to answer yet. Could you help out for now?
nudge-deputy-help = “I have read it” is enough to begin with. Whoever told it hears at once.
nudge-lead = Someone has waited a little longer than we said. Could you ask { $manager } what would help?
nudge-lead-help = Often it is time that is missing. A helping hand may be enough.
button-acknowledge-number = I have read #{ $number }
button-snooze = Remind me later

share-title = Kept promises
share-text = How the answers went in the last { $days } days:
share-row = { $team }: { $kept } of { $ended ->
    [one] 1 promise kept
   *[other] { $ended } promises kept
}, { $waiting }
share-row-none = { $team }: no promise has come due yet, { $waiting }
share-open = { $count ->
    [0] none waiting
    [one] 1 waiting
   *[other] { $count } waiting
}
share-team = The team
share-none = There are no promises to count yet. It begins when someone tells something.
share-own = The figures are about the team, never about a person. They show where more time is needed.
share-lead = The figures are about units, never about people. Do ask what would help.
