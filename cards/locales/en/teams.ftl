# What Teams shows of Femma: in the list of apps, in menus and among the commands. Lengths are Teams' limits.

# At most 80 characters.
teams-description = Say an idea as if over coffee. Femma sees that somebody answers, and when.
# At most 4,000 characters.
teams-long-description = Femma gathers improvements in everyday work. You tell it about an idea, a problem or something that a user has experienced. Femma says who answers and when, helps you to ask why without looking for somebody to blame, and shows the team's channel every week what has become better. Femma reads only what is written to Femma.
# At most 100 characters.
teams-full-name = Femma – improvements in everyday work
# A command must be one of the words in words.toml.
teams-command-new = New idea
teams-command-new-description = Tell about an idea, a problem or something that works well
teams-command-mine = My ideas
teams-command-mine-description = See how it goes with what you have told
teams-command-waiting = Waiting for me
teams-command-waiting-description = What waits for your answer
teams-command-language = Language
teams-command-language-description = Change language: Swedish, Norwegian or English
teams-command-help = Help
teams-command-help-description = What Femma can do
teams-command-setup = Settings
teams-command-setup-description = Who answers in the team, and when the summary comes
teams-command-summary = Summary
teams-command-summary-description = The team's week, as it looks now
# At most 32 characters.
teams-message-action = Make it an improvement
# At most 128 characters.
teams-message-action-description = Begin an idea with the words of this message
