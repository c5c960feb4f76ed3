# Dialogs about the life of an idea. Titles have at most 24 characters.
form-reword-title = Reword #{ $number }
form-reword-text = This is how it reads now
form-reword-cut = The text is longer than the field. What you send replaces all of it.

form-know-title = I know about #{ $number }
form-know-words = What do you know?
form-know-named = May your name stand with it?
form-know-named-yes = Yes, where the team reads it
form-know-named-no = No, without my name

form-done-title = Done: #{ $number }
form-done-intro = Nobody needs to say yes to this. In a month I will ask if it holds.
form-done-words = What did you do?


form-try-title = Try #{ $number }
form-try-intro = Begin small, so that it is easy to undo.
form-try-what = What is the smallest thing you could try?
form-try-who = Who takes it on?
form-try-until = Until which day?
form-try-sign = How will you notice that it works?
form-try-figure = What is today's figure?
form-try-figure-hint = For example: 14 calls a week. A rough guess will do.
form-try-words = A line to whoever told it

form-decide-title = You decide: #{ $number }
form-decide-intro = It then needs no further yes from you. This is what the one who told it will read.

form-rest-title = Let #{ $number } rest
form-rest-intro = I will bring it out again on that day, so that nobody forgets it.
form-rest-until = On which day does it come up again?

form-pass-title = Pass on #{ $number }
form-pass-intro = Whoever gets it promises an answer, just as you have done.
form-pass-to = Where should it go?
form-pass-outside = Who outside?
form-pass-outside-hint = Only if you chose someone outside. You then fetch the answer.
form-pass-words = What makes it belong there?

# Where it can go.
place-team = Team: { $name }
place-unit = The unit: { $name }
place-unit-unnamed = The unit
place-department = The department: { $name }
place-department-unnamed = The department
place-top = The whole municipality: { $name }
place-top-unnamed = The whole municipality
place-outside = Someone outside

form-not-now-yes-if = What would make it a yes?

form-merge-title = Merge #{ $number }
form-merge-intro = The other one goes on, with all that has been said in both. You can undo it.
form-merge-into = What number has the other one?
form-merge-into-hint = The number is on the card, after the sign #.
form-merge-alike = These are alike: { $ideas }

# The answers to a check.
form-check-title = How is #{ $number } going?
form-check-intro = This was tried: “{ $what }”
form-check-hindrance = What is in the way?
form-check-learnt = What did you learn?
form-check-learnt-hint = That it did not get better is worth knowing too.
form-check-change = What do you change it to?
form-check-more = What do you need to see more of?
form-check-figure = What is the figure now?

form-effect-title = Effect of #{ $number }
form-effect-intro = One line is enough, and a rough guess will do.
form-effect-kind = What got better?
form-effect-kind-time = Time
form-effect-kind-quality = Quality
form-effect-kind-safety = Safety
form-effect-kind-work-environment = Work environment
form-effect-kind-service = Service to those we are here for
form-effect-kind-money = Money
form-effect-kind-environment = Environment
form-effect-words = How much?
form-effect-words-hint = For example: 10 min x 3/week x 12 people
form-effect-basis = How do you know?
form-effect-basis-measured = Measured
form-effect-basis-estimated = Estimated
form-effect-basis-felt = Felt
form-effect-realised = Is it so already?
form-effect-realised-already = Yes, it is so now
form-effect-realised-expected = No, it is what we expect
form-effect-used-for = If it freed time, what is the time used for?

form-away-title = Away for a while
form-away-intro = I will not remind you until then. I ask whoever else answers.
form-away-until = When are you back at work?

form-ladder-title = The levels above
form-ladder-intro = This is about { $team }. An idea can be passed on to these when the team cannot decide.
form-ladder-unit = Who decides for the unit?
form-ladder-department = Who decides for the department?
form-ladder-top = Who decides for the whole municipality?
form-ladder-lead = Who is the improvement lead?

form-team-answer-days = Working days to a first answer
form-team-answer-days-hint = Two days is a good promise.
form-team-decide-days = Working days to a decision
form-team-decide-days-hint = Counted from the first answer. Ten days will usually do.
form-team-begins = When does the working day begin?
form-team-begins-hint = For example 08:00. I remind nobody before that.
form-team-ends = When does the working day end?
form-team-ends-hint = For example 16:00. After that I wait until the morning.

form-error-bad-date = I do not recognise that day. Choose one in the calendar.
form-error-past-date = That day is here already, or has been. Choose one that is to come.
form-error-bad-number = Write a number that fits here, for example 5.
form-error-excuse = That may well be so. What would it take to make it possible? Please write that too.
form-error-choose-place = Choose where it should go. If it is someone outside, write who.
form-error-no-such-idea = I find no idea with that number. The number is on the card, after the sign #.
