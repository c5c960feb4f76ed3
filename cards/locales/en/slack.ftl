# What Slack shows of Femma: in the list of apps, at the command and in the shortcuts. Lengths are Slack's limits.

# At most 140 characters.
slack-description = Say an idea the way you would say it over coffee. Femma sees to it that somebody answers, and when.
# 175 to 4,000 characters.
slack-long-description = Femma gathers improvements in everyday work. You tell it about an idea, a problem or something that a user has experienced. Femma says who answers and when, helps you to ask why without looking for somebody to blame, and shows the team's channel every week what has become better. Femma reads only what is written to Femma.
slack-command-description = Tell an idea, or see your ideas
slack-command-hint = your idea, or: help
# Names of shortcuts: at most 24 characters.
slack-shortcut-new = New idea
slack-shortcut-new-description = Tell about an idea, a problem or something that a user has experienced
slack-shortcut-message = Make it an improvement
slack-shortcut-message-description = Begin an idea with the words of this message
