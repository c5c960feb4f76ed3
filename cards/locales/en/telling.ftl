# The door: the first words, help, and the way from somebody's words to something filed.
welcome-title = Hello! My name is Femma
welcome-title-named = Hello { $name }! My name is Femma
welcome-text = Have you noticed something that gets in the way, or something that works well? Write it here, the way you would say it over coffee.
welcome-promise = I keep your words. You get to know who answers, and when.
welcome-whys = If you like, we look for the cause together. One question at a time, and you stop when you want.

help-title = How I work
help-text = Just write what you have noticed, and I take it from there. You can also write one of these words:
help-new = { $word } – tell me something in a form
help-mine = { $word } – what you have told me, and how it is going
help-find = { $word } keys – what someone has already told
help-waiting = { $word } – what is waiting for your answer
help-promises = { $word } – how the answers are going in your teams
help-gains = { $word } – what the ideas in your teams have led to
help-resume = { $word } – take up a talk that is resting
help-cancel = { $word } – put away what we are doing
help-summary = { $word } – the week as it looks right now
help-away = { $word } 5 May – I will not ask you in the meantime
help-language = { $word } – change language
help-help = { $word } – this list

kind-title = Thanks, that is well spotted
kind-question = What is it most like?
kind-more = Thought of anything else? Write it, and I will add it.
kind-answered-title = Thanks, I have written it down

team-title = Which team does it belong to?
team-write = Write the team's name, or its number in the list:
team-more = { $count ->
    [one] and one more team
   *[other] and { $count } more teams
}
team-none-title = Your words are kept
team-none = No team uses Femma yet, so there is nobody who can answer you.
team-none-next = Ask someone to add Femma to the team's channel. Then write to me, and your words go on.
team-answered-title = It belongs to { $team }

dropped-title = Nothing was sent
dropped-text = Here are your words, in case you want them later. To tell it again, just write.

filed-text = Thanks, that is well spotted. { $manager } will answer by { $day }.
filed-text-no-day = Thanks, that is well spotted. { $manager } will read it.
filed-title = Kept as #{ $number }
