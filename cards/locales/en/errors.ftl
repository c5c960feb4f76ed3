# A kind no: nothing has changed, and here is what one can do.
sorry-not-yours = I cannot open this for you. Write “mine” to see what you have told me.
sorry-already = It is already done, so there is nothing more to do. The card shows how things stand now.
sorry-closed = #{ $number } is already closed. If you have something to add, tell it as something new.
sorry-old-button = The button was on an older card. Look at the newest one: it shows how things stand now.
sorry-empty = No words came through. Write a few words and try again.
sorry-no-team = No team uses Femma here yet. Ask someone to add Femma to the team's channel.
sorry-no-talk = That talk is finished. To begin again, open what you told me with “mine”.
sorry-not-found = I find nothing with that number that you may read. Write “mine” to see what you have told me.
sorry-no-ladder = Nobody is set above this team yet. Ask an administrator to do it, and then you can pass on.
sorry-admin-only = Only an administrator can change this. Ask whoever looks after Femma where you work.
sorry-guest = I may not take anything from guests here, and I have not kept what you wrote. Ask someone in the team to tell it.

form-error-required = I need to know this.
form-error-bad-time = Write the time as 08:00.
form-error-choose-reason = Choose a reason. It makes the answer easier to understand.
form-error-new-question = A new question has come meanwhile, so the answer has not been sent. Copy your words and answer the new question.
form-error-guest = That person is a guest here. Choose someone who works in the organisation.
form-error-too-long = That is too long. Shorten it a little, and it will fit.
sorry-identity = There seems to be a personal identity number in what you wrote, so I have not kept it. It belongs in your team’s own system. Please write it again without the number.
form-error-identity = There seems to be a personal identity number here. Take it out and send it again.
sorry-leads = That question is for whoever leads the talk. You can answer when I ask what makes it turn out that way.
sorry-held-already = The team is already talking about this in the channel. Please answer there.
form-error-somebody-else = Choose somebody else: a colleague who is still here.
form-error-bad-link = Write an address that begins with https:// and can be opened, or leave it empty.
sorry-slow-down = Nobody can read that much at once. What you wrote is still there. Wait a while and try again then.
form-error-slow-down = Nobody can read that much at once. Leave this window open for a while, and send it again then.
