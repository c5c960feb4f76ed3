# The picture of the causes: a tree on the card.
tree-here = you are here
tree-seen = seen
tree-seen-note = seen: { $note }
tree-believed = believed
tree-believed-note = believed: { $note }
tree-not-so = we looked: it is not so
tree-not-so-note = we looked, it is not so: { $note }
tree-more =
    { $count ->
        [one] … one more step
       *[other] … { $count } more steps
    }
