"""The ways in which Femma says no. Each has a sentence in every language, found by its code."""

from __future__ import annotations

from enum import StrEnum


class No(StrEnum):
    """Why not. `NOT_YOURS` also stands for what is not there, so that nobody can find out which."""

    NOT_YOURS = "not-yours"
    ALREADY = "already"
    CLOSED = "closed"
    OLD_BUTTON = "old-button"
    EMPTY = "empty"
    NO_TEAM = "no-team"
    NO_TALK = "no-talk"
    NOT_FOUND = "not-found"
    NO_LADDER = "no-ladder"
    ADMIN_ONLY = "admin-only"
    GUEST = "guest"
    IDENTITY = "identity"
    LEADS = "leads"
    HELD_RESTS = "held-rests"
    SAID_IN_PRIVATE = "said-in-private"
    HELD_ALREADY = "held-already"
    SLOW_DOWN = "slow-down"


class Refusal(Exception):
    """A kind no: nothing has changed. `gaps` fill the sentence."""

    def __init__(self, no: No, **gaps: str) -> None:
        """`no` chooses the sentence."""
        super().__init__(no.value)
        self.no = no
        self.gaps = gaps


class Conflict(Exception):
    """Somebody else changed the same thing in between: do it again with fresh values."""
