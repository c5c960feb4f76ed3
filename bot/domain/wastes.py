"""The nine kinds of work that nobody would miss. Only the names: how people tell of them is data in `cards`.

Always about a step, never about a person, and never about time with those we are here for.
"""

from __future__ import annotations

from enum import StrEnum


class Waste(StrEnum):
    """Seven from the factory floor, unused talent, and what the public sector knows best: failure demand."""

    WAITING = "waiting"
    OVERPRODUCTION = "overproduction"
    TRANSPORT = "transport"
    MOTION = "motion"
    INVENTORY = "inventory"
    OVER_PROCESSING = "over-processing"
    DEFECTS = "defects"
    TALENT = "talent"
    FAILURE_DEMAND = "failure-demand"
