"""How the door says no: a status and a short cause for the log, never the request's own words."""

from __future__ import annotations


class TurnedAway(Exception):
    """A request that is not taken in. `status` goes to the caller, `cause` only to the log."""

    def __init__(self, status: int, cause: str) -> None:
        """`status` is 400, 401, 403, 405, 408, 413 or 415."""
        super().__init__(cause)
        self.status = status
        self.cause = cause
