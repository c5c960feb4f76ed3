"""What the conversation counts for operators: repeats, and what it said no to. Never who, and no words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import structlog

from bot.domain.errors import No
from handlers.incoming import Incoming, Pressed, SentForm

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Tally:
    """Since the start of the process: `repeats` by platform, `noes` by code and by button, form or kind."""

    repeats: Counter[str] = field(default_factory=Counter)
    noes: Counter[tuple[str, str]] = field(default_factory=Counter)

    def repeated(self, incoming: Incoming) -> None:
        """A delivery came that was heard before."""
        self.repeats[incoming.envelope.home.platform] += 1

    def refused(self, incoming: Incoming, no: No) -> None:
        """Something was kindly refused. A press on what is not theirs is written down: it may be an attempt.

        The line has the delivery's id, under which the platform sent it, and does not say whose press it was.
        """
        what = _name(incoming)
        self.noes[no.value, what] += 1
        if no is No.NOT_YOURS:
            envelope = incoming.envelope
            log.warning("right.refused", what=what, tenant=envelope.actor.tenant, delivery=envelope.delivery)


def _name(incoming: Incoming) -> str:
    """The edges let only the names through that Femma's own cards use, so there are few."""
    match incoming:
        case Pressed(action=name) | SentForm(form=name):
            return name
        case _:
            return type(incoming).__name__.lower()
