# Dialogs. Titles and buttons have at most 24 characters.
form-cancel = Cancel
form-send = Send
form-save = Save

form-idea-title = New idea
form-idea-intro = Write it the way you would say it over coffee. It may be short.
form-idea-text = What have you noticed?
form-idea-text-hint = Preferably without the names of those it is about.
form-idea-kind = What is it most like?
form-idea-team = Which team does it belong to?

form-add-title = Add to #{ $number }
form-add-words = What would you like to add?

form-reply-title = Answer on #{ $number }
form-reply-intro = The question is: “{ $question }”
form-reply-words = Your answer

form-acknowledge-title = Answer #{ $number }
form-acknowledge-intro = This is what the one who told it will read. Change it as you like.
form-acknowledge-words = Your answer

form-ask-title = Ask about #{ $number }
form-ask-intro = Ask about the work: what happened, how it usually is. Or like this: “Could you show me on the spot?”
form-ask-question = Your question

form-not-now-title = Not now: #{ $number }
form-not-now-intro = A no with a reason is easier to take. The problem is real all the same. What else might help?
form-not-now-reason = Reason
form-not-now-words = In your own words
form-not-now-words-hint = For example: We won't do it this way, because … But what else might help?

form-team-title = Team settings
form-team-intro = This is about { $team }. Whoever answers keeps what is promised here.
form-team-name = What is the team called?
form-team-manager = Who answers?
form-team-deputy = Who answers otherwise?
form-team-language = Language in the channel
form-team-zone = Time zone
form-team-weekday = Day of the weekly summary
form-team-time = Time
form-team-time-hint = For example 08:00, preferably just before the huddle.
