# Ideas that resemble each other: joined, merged, woken up, and found by a word.
similar-title = Thanks, that is well spotted
similar-text = { $count ->
    [one] Someone has told something like it:
   *[other] There are some that look like it:
}
similar-row = #{ $number } · { $text } · { $stage } · { $team }
similar-question = Is it the same thing?
similar-hint = Then your words are added there, and more people see that it matters.
button-join = Same as #{ $number }
button-anyway = No, keep as new
similar-joined = It is the same as #{ $number }.
similar-new = It is kept as something of its own.

voice-title = One more voice
voice-text = { $by } knows something about this:
voice-about = It is about:

keen-title = More people see what you saw
keen-rests = What you told is resting. Now a colleague has seen something similar.
keen-not-now = The answer to you was: not now. Since then a colleague has seen something similar.
keen-question = Shall we take it up again?
keen-yes = Yes, take it up
keen-no = No, leave it
keen-answered-yes = Then we take it up again. You will hear who answers, and when.
keen-answered-no = Then it stays as it is. Your words are kept.

merged-title = #{ $number } goes on in #{ $into }
merged-row = #{ $number } · { $text }
merged-text = The words of #{ $number } now stand in #{ $into }. Whoever told it will hear.
button-unmerge = Part them again
was-merged-title = Goes on in #{ $into }
was-merged-text = { $by } saw that it belongs with #{ $into }. Your words have come along.
was-merged-next = I will write to you when something happens there.

found-title = This is what I found
found-query = You searched for “{ $query }”.
found-none-title = Nothing found
found-none = I found nothing about “{ $query }”. Try another word, or tell it yourself.
