# Sentences that stand alone, each with a next step.

short-language-set = I write to you in English now. To change again, write “language”.
short-which-language = Which language would you like? Write svenska, norsk or English.
short-nothing-to-cancel = There is nothing to cancel right now. If you have noticed something, just write it.
short-not-a-manager = You do not answer for any team, so nothing waits for you. Write “mine” to see what you have told me.
short-no-talk = No talk is resting. Write “mine”, open something and press “Ask why”.
short-continue-in-chat = Thanks! I have written to you in our own chat. Let us go on there.
short-empty = No words came through. Do write it once more.
short-withdrawn = #{ $what } is withdrawn. If you change your mind, just tell it again.
short-added = Thanks, it is added to #{ $what }. Whoever answers will see it.
short-reply-sent = Thanks, your answer about #{ $what } is sent. I will tell you when something happens.
short-quiet-week = { $what } has had a quiet week, so there is nothing to gather yet. As soon as someone tells something, it comes along.
short-choose-team = I found no team with that name. Write it as it stands in the list.
short-settings-in-channel = That is decided in the team's channel. Mention me there and write “settings”.
short-heard = Thanks, I have it. Let us go on in our own chat.
short-channel-lost = I can no longer reach the channel of { $what }, so its weekly summary stays away. Add me there again and I will go on.
short-slow-down = Nobody can read that much at once. Everything so far is written down. Wait a few minutes and tell the next thing then.
short-photo-added = Thanks, the photo goes with what you are telling.
short-photo-alone = Thanks, I have the photo. Write a sentence about what it shows, and I will keep them together.
short-photo-too-big = That photo is too large for me (at most 10 MB and 30 megapixels). Send a smaller one, or a screenshot of it, and I will keep it. Your words are safe.
short-photo-wrong-kind = I can only keep photos (JPEG, PNG, WebP or GIF), so that file did not come along. Send it as a photo, or tell me in words what it shows. Your words are safe.
short-photo-not-fetched = I could not get hold of that photo. Send it once more here in the chat. Your words are safe.
short-photo-too-many = That is more photos than I can keep with one thing: four at a time, eight in all. Choose the ones that show it best. The others did not come along.
