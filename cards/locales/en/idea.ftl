# One idea: the author's card, the manager's card and the letters between them.
author-not-now = The answer was: not now. What you noticed is worth remembering all the same.
author-withdrawn = You took this back. Nobody is waiting for an answer any more.
author-additions = You added:
author-hidden = Your name is not shown in the channel. { $manager } can see it.
author-question = { $manager } would like to know:

button-why = Look for the cause
button-add = Add
button-hide = Hide my name
button-show-name = Show my name
button-withdraw = Withdraw
button-reply = Answer

manager-hidden = { $author } would rather not be named in the channel. Please keep the name here.
manager-additions = Added since:
manager-answer-by = Answer by
manager-decide-by = Decide by
manager-enough = No time for more right now? Then it is enough to press “I have read it”.
manager-waits = You have asked. Now we wait for { $author }.
manager-withdrawn = { $author } has taken this back. You need not answer.

button-acknowledge = I have read it
button-own-words = Answer in my own words
button-ask = Ask
button-not-now = Not now

replied = { $by } answered on { $day } at { $clock }:
usual-acknowledge = Thanks, I have read it. I'll get back to you by { $day }.
usual-acknowledge-no-day = Thanks, I have read it. I'll get back to you.

acknowledged-title = Read by { $by }
acknowledged-text = This is what you wrote:
acknowledged-next = You will hear from { $by } again by { $day }.

asked-title = A question for you
asked-text = { $by } has read what you wrote and would like to know:
asked-about = You wrote:
asked-how = Write the answer here, or press the button. I will see that it gets there.

turned-title = Not now
turned-text = { $by } has read what you wrote. The answer is: not now.
turned-about = You wrote:
turned-next = What you noticed has not gone away. What else might help? Do tell me.

reply-title = Answer from { $by }
reply-asked = The question was:
reply-answered = The answer:

whys-came-title = The talk about the cause
whys-came-text = { $author } has looked for the cause. This is what came up:
whys-sent-title = Sent
whys-sent-text = { $manager } has it now. Thanks, now more of us see what you see.

photo-before = Photo sent with idea { $number }, before
photo-after = Photo sent with idea { $number }, after
photo-more = { $count ->
    [one] One more photo is kept with it.
   *[other] { $count } more photos are kept with it.
}
photo-in-words = { $photo }. It cannot be shown here: it stands in the chat where it was sent. Whoever looks after Femma can turn on photos on cards.
