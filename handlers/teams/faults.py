"""What a reply that is no success means for a message: try later, uncertain, gone or refused.

Creating an activity has no idempotency key, so after anything that may have been taken it is never repeated;
replacing one may be. Codes: learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability
(status codes from bot conversational APIs).
"""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from bot.domain.ports import Gone, NotDelivered, Refused, TryLater, Uncertain
from handlers.teams.connector import Reply
from handlers.teams.nodes import text

_NOT_THERE = frozenset({403, 404, 410})
_SOMETIMES_TAKEN = frozenset({408, 412})
# Some of these come with status 400.
_NOT_THERE_CODES = frozenset(
    {"ConversationNotFound", "BotNotInConversationRoster", "ConversationBlockedByUser"}
)
_CODE = re.compile(r"[A-Za-z]{1,60}")


def fault(reply: Reply, *, repeatable: bool, now: datetime) -> NotDelivered:
    """The error to raise for a reply outside 2xx. `repeatable`: doing it twice is the same as once."""
    code = _code(reply)
    reason = f"{reply.status} {code}".strip()
    if reply.status == 429:
        return TryLater("ratelimited", seconds_to_wait(reply.retry_after, now))
    if reply.status == 401:
        return Gone("unauthorized")
    if reply.status in _NOT_THERE or code in _NOT_THERE_CODES:
        return Gone(reason)
    if reply.status >= 500 or reply.status in _SOMETIMES_TAKEN:
        return TryLater(reason, seconds_to_wait(reply.retry_after, now)) if repeatable else Uncertain(reason)
    return Refused(reason)


def seconds_to_wait(header: str, now: datetime) -> float | None:
    """Retry-After as seconds from now: a number, a date, or None for nothing that can be read."""
    header = header.strip()
    if re.fullmatch(r"[0-9]{1,7}(\.[0-9]{1,3})?", header):
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - now).total_seconds())
    except (TypeError, ValueError):
        return None


def _code(reply: Reply) -> str:
    """The service's own short code, only when it looks like one: the rest may hold a person's words."""
    code = text(reply.body, "error", "code")
    return code if _CODE.fullmatch(code) else ""
