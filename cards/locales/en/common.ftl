# Words that several cards share.
someone = a colleague
someone-first = A colleague
title-number = #{ $number } · { $title }
label-team = Team
label-stage = Status
label-reason = Reason
label-question = Question
label-answer = Answer

kind-idea = idea
kind-problem = problem
kind-voice = user's voice
kind-works = works well

choose-idea = An idea
choose-problem = A problem
choose-voice = Something a user told us
choose-works = Something that works well

stage-submitted = submitted
stage-acknowledged = acknowledged
stage-exploring = exploring
stage-trying = trying
stage-done = done
stage-checking = checking
stage-standard = new standard
stage-resting = resting
stage-learnt = we learnt something
stage-merged = goes on in another
stage-not-now = not now
stage-withdrawn = withdrawn
stage-passed-on = passed on to { $who }
stage-resting-until = resting until { $day }

reason-law = Law or agreement
reason-safety = Safety
reason-moves = Moves the problem to others
reason-other-first = Something else does more good now
reason-tried = Tried before
reason-level = Decided at another level

language-sv = Swedish
language-nb = Norwegian
language-en = English

button-new-idea = New idea
button-mine = My ideas
button-waiting = Waiting for me
button-summary = This week
button-away = I am away
button-back = I am back
button-cancel = Cancel
button-open = Open #{ $number }
button-resume = Go on with the talk

you-chose = You chose: { $choice }
text-cut = That was a long text. I have kept the first 4,000 characters.

# A language as it calls itself, for whoever sits in the wrong one.
own-name-sv = Svenska
own-name-nb = Norsk
own-name-en = English
