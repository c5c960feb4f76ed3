"""Slack's edge: the door, their words into ours, our cards into theirs.

Only this folder knows Slack's libraries.
"""
