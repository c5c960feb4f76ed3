"""What Femma asks of a workspace: the rights and the events, shared by the code and the manifest.

Nothing here reads the history of a channel: Femma hears direct messages, mentions and its own comings and
goings, and no more.
"""

from __future__ import annotations

# docs.slack.dev/reference/scopes. Each with the reason that an administrator is told.
BOT_SCOPES: dict[str, str] = {
    "app_mentions:read": "hears when somebody mentions Femma in a channel",
    "channels:read": "the name of a channel, and to know when Femma is taken in or out of it",
    "chat:write": "answers",
    "commands": "the slash command and the shortcuts",
    "files:read": "fetches a photo that somebody sent to Femma with an idea; no other file is opened",
    "groups:read": "as channels:read, in private channels that Femma was invited to",
    "im:history": "hears what is written to Femma in a direct chat",
    "im:write": "opens a direct chat to tell somebody about their idea",
    "users:read": "names, languages and who is an administrator",
}

# docs.slack.dev/reference/events
BOT_EVENTS: tuple[str, ...] = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "channel_archive",
    "channel_deleted",
    "channel_left",
    "group_archive",
    "group_deleted",
    "group_left",
    "member_joined_channel",
    "member_left_channel",
    "message.im",
    "tokens_revoked",
    "user_change",
)
