# The picture of the causes: a tree on the card.
tree-here = du er her
tree-seen = sett
tree-seen-note = sett: { $note }
tree-believed = vi tror
tree-believed-note = vi tror: { $note }
tree-not-so = vi så etter: slik er det ikke
tree-not-so-note = vi så etter, slik er det ikke: { $note }
tree-more =
    { $count ->
        [one] … ett steg til
       *[other] … { $count } steg til
    }
