# Lists: one's own ideas, what waits, and the page of one's own.
list-row-stage-no-day = #{ $number } · { $text } · { $stage }
list-row-stage = #{ $number } · { $text } · { $stage }, answer by { $day }
list-row-look = #{ $number } · { $text } · { $stage }, next look { $day }
list-row-back = #{ $number } · { $text } · { $stage } until { $day }
list-row-team = #{ $number } · { $text } · { $team }, answer by { $day }
list-row-team-no-day = #{ $number } · { $text } · { $team }
list-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
mine-title = What you have told me
mine-empty = Nothing here so far. Write what you have noticed, and we begin there.
mine-resting = You have a talk that rests. Go on whenever it suits you.
waiting-title = Waiting for your answer
waiting-text = The most urgent comes first. It helps a lot just to say that you have read it.
waiting-empty = Nothing waits for you right now. When something comes, I will write to you.
home-title = Femma
home-text = Have you noticed something that gets in the way, or something that works well? Tell me.
home-mine = What you have told me
home-waiting = Waiting for your answer
