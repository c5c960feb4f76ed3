# The picture of the causes: a tree on the card.
tree-here = du är här
tree-seen = sett
tree-seen-note = sett: { $note }
tree-believed = vi tror
tree-believed-note = vi tror: { $note }
tree-not-so = vi tittade: så är det inte
tree-not-so-note = vi tittade, så är det inte: { $note }
tree-more =
    { $count ->
        [one] … ett steg till
       *[other] … { $count } steg till
    }
