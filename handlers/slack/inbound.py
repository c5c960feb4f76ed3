"""What Slack sends, as what happened. Pure: no network, no names looked up, no answers.

`read` gives None for everything that is not for Femma: other bots, edits, unknown buttons, forged values,
people of other organisations. Such a thing is answered with 200 and has no effect.
"""

from __future__ import annotations

from handlers.incoming import Incoming
from handlers.slack.events import EVENTS
from handlers.slack.interactions import INTERACTIONS, command
from handlers.slack.origin import Seen, bot_user_of
from handlers.slack.reading import Json, text
from handlers.slack.words import mentioned


def read(payload: Json, seen: Seen) -> Incoming | None:
    """One verified payload of the Events API, of interactivity or of the slash command.

    Never raises, whatever the shape of the payload.
    """
    if "command" in payload:
        return command(payload, seen)
    kind = text(payload, "type")
    if kind == "event_callback":
        reader = EVENTS.get(text(payload, "event", "type"))
    else:
        reader = INTERACTIONS.get(kind)
    return reader(payload, seen) if reader else None


def people_mentioned(payload: Json, seen: Seen) -> tuple[str, ...]:
    """The users whose names the text needs, without Femma's own."""
    words = text(payload, "event", "text") or text(payload, "message", "text") or text(payload, "text")
    own = bot_user_of(payload, seen.bot_user)
    return tuple(user for user in mentioned(words) if user != own)
