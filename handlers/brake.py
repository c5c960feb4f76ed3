"""A brake for what is added to ideas: lines, what colleagues know, effects, talks that are offered to others.

Each of them sends letters. It is against a stuck key or a script and not against people: nobody means so
much in an hour. What was written is not lost: it comes back in the form, or stays in the draft. New ideas
have a brake in `filing`.
"""

from __future__ import annotations

from datetime import timedelta

from bot.domain.errors import No, Refusal
from bot.domain.people import Person
from handlers.team_setup import BadField
from handlers.turn import Turn

# As they stand in the history of ideas.
_COUNTED = frozenset({"voice", "added", "effect", "talk offered"})
_MOST = 20
_SPAN = timedelta(hours=1)


async def at_field(turn: Turn, person: Person, name: str) -> None:
    """Before a form is done. Raises BadField, so that it opens again with everything in it."""
    if await _is_too_much(turn, person):
        raise BadField(name, "slow-down")


async def at_press(turn: Turn, person: Person) -> None:
    """Before a press or words are done. Raises Refusal: nothing has changed then."""
    if await _is_too_much(turn, person):
        raise Refusal(No.SLOW_DOWN)


async def _is_too_much(turn: Turn, person: Person) -> bool:
    return await turn.work.added_since(turn.tenant, person.id, turn.now - _SPAN, _COUNTED) >= _MOST
