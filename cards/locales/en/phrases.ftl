# What a manager may want to say. Suggestions: every one can be changed before it is sent.
phrase-acknowledge = Thanks, I have read it. I'll get back to you by { $day }.
phrase-show-me = Could you show me on the spot? I have time { $time }.
phrase-try-small = How could we try it on a small scale?
phrase-yes = Go ahead. Tell me if you need anything.
phrase-yes-if = Yes, if we first { $condition }. What do you think?
phrase-you-decide = That is yours to decide. I only want to hear how it goes.
phrase-rest = Good idea, but not just now. We take it up on { $day }, and that is on me.
phrase-pass-on = We cannot decide this ourselves. I will take it to { $who } and bring you the answer by { $day }.
phrase-not-now = We won't do it this way, because { $reason }. But the problem is real. What else might help?
phrase-exists = It exists already: { $link }. What could we do to make it easier to find?
phrase-thanks-effect = { $number } fewer { $thing } a month. It began with what you noticed.
phrase-try-failed = It did not get better, but now we know that { $lesson }. Thanks for letting us try.
