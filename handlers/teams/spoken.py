"""The words of a message, with the mention of Femma taken off and other people's names left in."""

from __future__ import annotations

from handlers.teams.nodes import Node, mappings, text
from handlers.teams.places import is_personal

# Longer than names are: what is put in for each mention must not multiply a message.
_NAME = 200


def addressed_text(activity: Node) -> str | None:
    """What was said to Femma. None in a channel or group when nobody mentioned it.

    Teams writes a mention as `<at>Name</at>` in the text, and says in an entity who is meant.
    """
    bot = text(activity, "recipient", "id")
    words, addressed = text(activity, "text"), is_personal(activity)
    for entity in mappings(activity, "entities"):
        if text(entity, "type") != "mention":
            continue
        name = text(entity, "mentioned", "name")[:_NAME]
        written = text(entity, "text")
        written = written if written.startswith("<at") else f"<at>{name}</at>"
        is_bot = bool(bot) and text(entity, "mentioned", "id") == bot
        addressed = addressed or is_bot
        words = words.replace(written, " " if is_bot else name)
    return _tidy(words) if addressed else None


def _tidy(words: str) -> str:
    """Teams puts no-break spaces around mentions, also written out."""
    lines = (line.strip() for line in words.replace("&nbsp;", " ").replace("\u00a0", " ").split("\n"))
    return "\n".join(lines).strip()
