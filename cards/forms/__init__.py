"""The dialogs, as neutral forms. What a sent form means is decided elsewhere; here is only what is asked.

An idea's form carries the idea's id and version, so that one that was left open too long is noticed.
"""

from __future__ import annotations

from cards.forms.answering import acknowledge, ask, merge, not_now, pass_on, rest, try_it, you_decide
from cards.forms.filling import filled
from cards.forms.following import check, effect
from cards.forms.sentences import (
    error,
    usual_acknowledgement,
    usual_pass_on,
    usual_rest,
    usual_try,
    usual_you_decide,
)
from cards.forms.talks import hand, in_one_sentence, look, say, sentence
from cards.forms.teams import ZONES, away, door_field, doors, ladder, team
from cards.forms.telling import add, just_done, know, new_idea, reply, reword

__all__ = [
    "ZONES",
    "acknowledge",
    "add",
    "ask",
    "away",
    "check",
    "door_field",
    "doors",
    "effect",
    "error",
    "filled",
    "hand",
    "in_one_sentence",
    "just_done",
    "know",
    "ladder",
    "look",
    "merge",
    "new_idea",
    "not_now",
    "pass_on",
    "reply",
    "rest",
    "reword",
    "say",
    "sentence",
    "team",
    "try_it",
    "usual_acknowledgement",
    "usual_pass_on",
    "usual_rest",
    "usual_try",
    "usual_you_decide",
    "you_decide",
]
