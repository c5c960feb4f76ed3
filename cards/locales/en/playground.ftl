# The page for trying Femma. Whole texts without gaps only: the page gets them as they stand.

playground-title = Femma – try it
playground-tagline = Everyday improvements
playground-skip = Skip to the conversations
playground-language = Language of the page
playground-no-script = This page needs JavaScript. Switch it on and reload.

playground-hint-title = What to try
playground-hint-1 = Write an idea on the left, the way you would say it over coffee.
playground-hint-2 = See the manager’s card in the middle, and answer it.
playground-hint-3 = Move the clock to Monday and read the weekly summary on the right.
playground-hint-1-narrow = Write an idea in the first chat, the way you would say it over coffee.
playground-hint-2-narrow = Switch to the manager’s chat and answer the card.
playground-hint-3-narrow = Move the clock to Monday and read the weekly summary in the channel.
playground-hint-close = Got it
playground-hint-open = Show what to try

playground-clock = Clock
playground-clock-hint = Time is in your hands here. It only goes forwards.
playground-clock-hour = +1 hour
playground-clock-morning = Next working morning
playground-clock-day = Next day
playground-clock-digest = To the weekly summary
playground-clock-none = No weekly summary is planned yet.
playground-clock-moved = The time is now
playground-week = week

playground-panes = Conversations
playground-pane-show = Show in this pane
playground-pane-direct = Chat with Femma
playground-pane-channel = Channel
playground-directs = Chat with Femma
playground-channels = Channels
playground-speak-as = Write as
playground-new = new

playground-messages = Messages
playground-empty-direct = Nothing here yet. Write what you have noticed, and Femma takes it from there.
playground-empty-channel = Nothing here yet. Write to your colleagues, or begin with @Femma.
playground-femma = Femma
playground-answers = Answers in the thread
playground-edited = changed
playground-private = Only you see this
playground-private-close = Take the line away
playground-menu = More about this message
playground-make-idea = Make it an improvement
playground-answer-thread = Answer in the thread
playground-answering = You are answering in the thread
playground-answering-stop = Stop answering in the thread

playground-write-direct = Write to Femma
playground-write-channel = Write to the team, or begin with @Femma
playground-send = Send
playground-send-hint = Enter sends, Shift and Enter makes a new line.
playground-new-idea = New idea
playground-photo = Photo
playground-photo-chosen = Photo chosen:
playground-photo-away = Take the photo away
playground-photo-too-big = That photo is too large (at most 10 MB). Choose a smaller one.

playground-look = Look
playground-look-label = See the card in Slack and Teams
playground-look-title = The same card elsewhere
playground-look-note = It looks roughly like this. The buttons do nothing here.
playground-look-slack = Slack
playground-look-teams = Teams
playground-look-json = JSON
playground-look-json-slack = Block Kit, for Slack
playground-look-json-teams = Adaptive Card, for Teams
playground-copy = Copy
playground-copied = Copied
playground-close = Close

playground-wait = One moment …
playground-fault = That did not get through.
playground-fault-again = Try again
playground-fault-forget = Discard
playground-offline = No contact with Femma. The page keeps trying by itself.
playground-fault-page = The page could not be fetched. Is Femma running?
