# In the team's channel: the first words, and what was set.
hello-title = Hello everyone! My name is Femma
hello-tell = Tell me when something gets in the way, or when something works well. Mention me here, or write to me directly.
hello-answer = I keep it and say who answers, and when.
hello-week = Once a week I gather what has happened, in time for the huddle.
hello-next = First I need to know who answers here.
button-setup = Choose who answers
button-change = Change
button-ladder = Who is above?

set-title = { $team } is ready
set-text = { $by } filled this in. You can start telling me now.
set-manager = Answers
set-deputy = Deputy
set-language = Language
set-summary = Weekly summary
set-when = { $weekday } at { $clock }
set-zone = Time zone

zone-europe-stockholm = Stockholm
zone-europe-oslo = Oslo
zone-europe-copenhagen = Copenhagen
zone-europe-helsinki = Helsinki
zone-atlantic-reykjavik = Reykjavik
zone-atlantic-faroe = Tórshavn
zone-europe-london = London
zone-utc = UTC
