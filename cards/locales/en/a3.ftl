# An A3: one page about one idea, as a card and as files, and the page behind a link to a file.
a3-name = A3 on one page

a3-background = Background
a3-today = Current state
a3-target = Target
a3-causes = Causes
a3-actions = Actions
a3-effect = Effect
a3-lessons = Lessons and next step

a3-not-said = Not said yet.

a3-kind = About
a3-told-by = Told by
a3-told-on = Told
a3-made-on = Page made
a3-added = Added later

a3-date = { $day } { $year }
a3-what = What
a3-who = Who
a3-until = By when
a3-hindered = In the way
a3-before = Before
a3-after = After
a3-better = Got better
a3-gave = What came of it
a3-freed = Time freed
a3-known = How we know
a3-expected = { $basis } and expected
a3-next = Next follow-up

a3-number = No.
a3-cause = Cause
a3-evidence = Seen or believed
a3-where = Where
a3-seen = Seen
a3-believed = We believe
a3-not-so = It is not so
a3-root = The root
a3-chain = The chain to the root: { $chain }.
a3-more = There is more in the files.
a3-tree = Tree of the causes, with the problem at the top:
a3-picture = Tree of the causes. The same words are in the table below the picture.
a3-unshown = The sign □ marks where the printer has no picture for what you wrote, such as an emoji. It is still there in the chat.

a3-hidden = Whoever told this does not want to be named. Read the words through before you pass the page on.
a3-files-pdf = PDF to print
a3-files-docx = Word document to edit
a3-files-last = The links last for a day, and only for those who may see the idea.
a3-files-language = The files are in { $language }, the team's language.

button-a3 = Show as an A3
short-a3-which = Which idea should be on the page? Write its number too, for example a3 12.
short-a3-not-yet = There is no A3 of #{ $what } yet. It is made from the talk about the cause, once whoever told it has passed that on.
help-a3 = { $word } 12 – an idea on one page to bring to the meeting

file-nowhere = You cannot get files to print here yet. Whoever looks after Femma in your organisation can arrange it.
file-expired-title = The link has expired
file-expired-text = A link to a file lasts for a day. Go back to the chat and press the button once more, and you get a new one.
file-unknown-title = The link cannot be read
file-unknown-text = Perhaps part of the address was lost. Go back to the chat and press the button once more, and you get a new one.
file-gone-title = The file cannot be shown
file-gone-text = Either what you are looking for has been removed, or only others may read it now. Please ask your nearest manager.
file-late-title = It took too long
file-late-text = The file was not ready in time. Wait a moment and load the page again, or press the button in the chat once more.
