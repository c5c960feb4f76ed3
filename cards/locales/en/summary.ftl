# The weekly summary: at most eight lines, the last of them a question for the board meeting.
summary-title = { $team } · week { $week }
summary-preview = This is how the week looks right now. Only you see it.
summary-better = Better: #{ $number } { $words }
summary-better-by = Better: #{ $number } { $words } ({ $by })
summary-tried = Being tried: #{ $number } { $words }
summary-tried-by = Being tried: #{ $number } { $words } ({ $by })
summary-new = New: #{ $number } { $words }
summary-new-by = New: #{ $number } { $words } ({ $by })
summary-waiting = Waiting: #{ $number } { $words } – answer from the unit manager by { $day }
summary-waiting-no-day = Waiting: #{ $number } { $words } – answer from the unit manager
summary-more = { $count ->
    [one] And one more thing.
   *[other] And { $count } more things.
}
summary-nothing = Nothing new yet this week.
summary-question = For the huddle: { $question }
summary-question-1 = What did you do this week that nobody would miss if it vanished?
summary-question-2 = Where did someone have to wait this week, and for what?
summary-question-3 = Which question did we answer over and over?
summary-question-4 = What did we have to do again, although it was done?
summary-question-5 = What did we look for, and where should it be?
summary-question-6 = What went more easily than we thought? What made it go well?
summary-question-7 = What do we write in more than one place?
summary-question-8 = Who in the group can do something that we never ask about?
# When most of what was told lately is of one sort, the question is about that.
summary-question-waiting = What did we wait for this week, and what would have made it come sooner?
summary-question-overproduction = What do we make more of than anyone needs?
summary-question-transport = What do we drive or carry that could have stayed where it was?
summary-question-motion = What did we walk or search for, and where should it be?
summary-question-inventory = What piles up with us, and what would keep the pile small?
summary-question-over-processing = What do we do twice, although once is enough?
summary-question-defects = What did we do again, and where did the error begin?
summary-question-talent = Who knows how it should be, without having been asked?
summary-question-failure-demand = What do people call about because it was not ready the first time?

chart-title = Told and answered per week
chart-told = Told
chart-answered = Answered
chart-week = { $week }
chart-x = Week
chart-y = Number
chart-text = Week { $week }: { $told ->
    [0] nothing told
    [one] 1 thing told
   *[other] { $told } things told
}, { $answered ->
    [0] none answered
    [one] 1 answered
   *[other] { $answered } answered
}. Weeks { $first }–{ $last }: { $toldAll ->
    [0] nothing told
    [one] 1 thing told
   *[other] { $toldAll } things told
}, { $answeredAll ->
    [0] none answered
    [one] 1 answered
   *[other] { $answeredAll } answered
}.
