# The talk about causes.
why-title = Five whys

lead-thanks = Thanks, that helps.
lead-go-see = Not knowing is a good answer: it means somebody can go and look.
lead-offer-rest = We have come a good way. Would you like to rest here and go on another day? Press Pause or write pause. Otherwise, here is the next one:
lead-long = We have asked seven times now. We need not go further down.
lead-kept = I have written it down.
lead-mended = Thanks. Then we read the chain once more.
lead-at-start = This is the first question, so there is nothing further back.
lead-again = That choice belongs to another question. This is where we are:
lead-empty = No words came through. Do write it once more.
lead-resumed = Good to have you back. We were here:

why-told = You told me: “{ $answer }”
why-wrote = You wrote: “{ $answer }”
why-draft = Write it again, the way you want it now. Before, you wrote: “{ $draft }”
why-about = This is about: “{ $answer }”
why-mentioned = You also mentioned: “{ $answer }”
why-so-far = So far:

question-problem = What happens today, and what should happen? Roughly how often?
question-touched = Who notices: users, pupils, residents, colleagues?
question-why-first = What makes it turn out that way?
question-why-1 = How come?
question-why-2 = What makes it that way?
question-why-3 = What happens just before?
question-evidence = Have you seen it, or is it what we believe?
question-more = Is there anything else that makes it happen?
question-more-what = What else makes it happen?
question-enough = If we change this, does the problem get smaller?
question-read-back = I'll read it backwards. Does each “therefore” hold?
question-mend = What is missing between “{ $from }” and “{ $to }”?
question-other = Shall we look at that too?
question-try = What is the smallest thing we could try next week?
question-notice = How will we notice it got better? What do we count?
question-confirm = Shall I send this to { $manager }?
question-confirm-plain = Shall I send this to whoever answers?
question-closed = The talk is finished.

hint-why = Think of how the work usually goes, more than of who did what.
hint-evidence = Do write where you saw it, so that others can look too.
hint-read-back = Press the step that limps. You may also say it all in your own words.
hint-read-back-number = Does a step limp? Write its number. You may also say it all in your own words.
hint-try = Preferably something that works on a busy Monday too.
hint-notice = Preferably something you see anyway, such as ticks on a note or calls in a week.
hint-confirm = Anything to add? Write it, and I will send it along.

choice-problem-skip = It is as I wrote
choice-touched-skip = Skip
choice-why-root = This is the root
choice-why-dont-know = I don't know
choice-evidence-seen = I have seen it
choice-evidence-believed = We believe so
choice-more-yes = Yes, there is more
choice-more-no = No, nothing more
choice-more-what-no = No, nothing more
choice-enough-yes = Yes, it gets smaller
choice-enough-no = No, not yet
choice-read-back-yes = It holds
choice-mend-skip = Nothing is missing
choice-other-yes = Yes, please
choice-other-no = No, not now
choice-try-skip = Nothing yet
choice-notice-skip = Skip
choice-confirm-yes = Send to { $manager }
choice-confirm-yes-plain = Send
choice-back = Back
choice-pause = Pause
choice-limps = Step { $number } limps

link-therefore = { $step } – therefore
link-seen = { $text } (seen)
link-seen-note = { $text } (seen: { $note })
link-believed = { $text } (believed)
link-believed-note = { $text } (believed: { $note })

outcome-problem = The problem
outcome-touched = Who notices
outcome-chain = This is how it fits together:
outcome-chain-other = There is another cause too:
outcome-named = Also mentioned, not looked into yet:
outcome-wording = Own wording
outcome-trial = We try
outcome-sign = How we notice
outcome-remark = Worth knowing
outcome-go-see = Much of this is what we believe. It is better to go and see first. Bring someone who does the work.

rests-title = The talk rests
rests-text = Everything you have answered is kept. Go on when you like, today or another day.
