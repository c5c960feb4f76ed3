# The life of an idea: where it stands, in words that anybody may read, and what comes next.
stands-submitted = { $manager } will read this and answer by { $day }.
stands-submitted-no-day = { $manager } will read this.
stands-acknowledged = { $manager } has read it and will come back with an answer by { $day }.
stands-acknowledged-no-day = { $manager } has read it.
stands-passed = It has been passed on and now lies with { $manager }.
stands-passed-level = It has been passed on to { $level } and now lies with { $manager }.
stands-level-unit = the head of the unit
stands-level-department = the head of the department
stands-level-top = the head of the municipality
stands-exploring = We are exploring it. { $manager } looks after it.
stands-outside = The question lies with { $outside }. { $manager } will bring back the answer.
stands-trying = It is being tried now.
stands-trying-until = It is being tried until { $day }. { $who } looks after it.
stands-trying-own = The team decides for itself and tries it until { $day }. { $who } looks after it.
stands-done = It is done.
stands-checking = We are checking whether it holds.
stands-standard = This is a new standard.
stands-resting = It is resting.
stands-not-now = The answer was: not now.
stands-learnt = We stopped trying, and we learnt something.
stands-merged = It goes on in #{ $number }.
stands-merged-somewhere = It goes on together with something like it.
stands-withdrawn = Whoever told this has taken it back.
stands-instead = { $away } is away for now.
next-answer = The answer comes by { $day }.
next-back = It comes back by itself on { $day }.
next-look = I will ask how it goes on { $day }.

author-standard = It began with what you noticed. Thank you.
author-learnt = Thanks for letting us try.
manager-instead = { $away } is away, so I am asking you in the meantime.

# What is tried.
label-trial = The trial
label-doing = Looks after it
label-until = Until
label-sign = How we notice
label-figure = At the start
label-figure-after = Now
label-hindrance = What is in the way
label-learnt = What we learnt
label-would-be-yes = What would make it a yes
label-lies-with = Now lies with

# What colleagues add.
seen-too = { $count ->
    [one] 1 colleague sees the same.
   *[other] { $count } colleagues see the same.
}
voices = { $count ->
    [one] A colleague knows:
   *[other] Colleagues know:
}
colleague-sees = You see it too, and that is counted.
colleague-follows = You follow this. I will write when something happens.
button-see-too = I see it too
button-know = I know something about it
button-follow = Follow

# What the author can do.
button-just-done = We do it ourselves
button-reword = Change the words
button-effect = What it gave

# What the manager can do.
button-try = Try it
button-you-decide = You decide
button-rest = Let it rest
button-pass-on = Pass on
button-merge = Merge
button-more = More answers …
button-less = Fewer answers
usual-try = Go ahead. Tell me if you need anything.
usual-you-decide = That is yours to decide. I only want to hear how it goes.
usual-rest = Good idea, wrong moment. We take it up again; that is on me.
usual-pass-on = We cannot decide this ourselves, so I have passed it on.

# What the author hears of it.
decided-try-title = Let us try it
decided-try-text = { $by } would like you to try it.
decided-try-next = It is tried until { $day }.
decided-you-decide-title = That is yours to decide
decided-you-decide-text = { $by } leaves the decision with you.
decided-you-decide-next = You need not ask anybody else. I will ask how it went on { $day }.
decided-rest-title = Resting for a while
decided-rest-text = { $by } wants to take it up, but not right now.
decided-rest-next = It comes back by itself on { $day }. You need not keep track of it.
decided-pass-on-title = Passed on
decided-pass-on-text = { $by } cannot decide this alone.
decided-pass-on-next = You will have an answer by { $day }.
passed-title = Passed on to you
passed-text = { $by } cannot decide this alone and is therefore asking you.
passed-text-team = { $by } in { $team } cannot decide this alone and is therefore asking you.
passed-next = The card to answer on comes in a moment. “I have read it” is enough to begin with.
back-title = Back again
back-author = This has rested and is back today, as promised. { $manager } will answer by { $day }.
back-manager = This has rested and is back today, as promised. An answer is promised by { $day }.
just-done-title = The team has done it
just-done-text = { $by } and the team have done this themselves. It needs no approval.
just-done-about = It began like this:
just-done-next = In a month I will ask whether it holds.
