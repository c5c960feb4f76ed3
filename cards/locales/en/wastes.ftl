# The nine kinds of work that nobody would miss. Always about a step, never about a person.
waste-waiting = Waiting
waste-waiting-about = Somebody or something stands still until the next step can start.
waste-overproduction = More than anyone needs
waste-overproduction-about = Things are made in larger numbers, earlier or more often than anyone asked for.
waste-transport = Transport
waste-transport-about = Things are driven or carried around and are no better for it.
waste-motion = Needless movement
waste-motion-about = People walk, search or click to get at what they need.
waste-inventory = Stock and queues
waste-inventory-about = Things or cases pile up and grow old.
waste-over-processing = Double work
waste-over-processing-about = The same thing is done twice, or with more care than anyone has use for.
waste-defects = Errors and rework
waste-defects-about = Something went wrong and has to be mended or done again.
waste-talent = Unused knowledge
waste-talent-about = Those who know how it should be are not asked.
waste-failure-demand = Calls that should not be needed
waste-failure-demand-about = People get in touch because something was not right or ready the first time.

# The one question after something is filed, and the fact on its card.
label-about = Is about
sounds-title = what it sounds like
sounds-like = This sounds like: { $name }. { $about }
sounds-question = Is that right?
sounds-yes = Yes, that is right
sounds-leave = Leave it
sounds-kept = Thanks. The card now says that it is about { $name }.
sounds-left = Then we leave it. Your words are enough.
