"""People who do not belong to the organisation: the edges say who they are, here is what they get.

Members of other organisations are never heard. Guests are heard only where the operator allows it
(`FEMMA_GUESTS`); elsewhere they get one sentence, and nothing of what they wrote is kept.
"""

from __future__ import annotations

from bot.domain.errors import No
from bot.domain.notices import Sorry
from cards.lines import line_text
from handlers import team_setup
from handlers.incoming import Answer, Arrived, Incoming, Joined, Left, Nothing, PrivateLine, Said
from handlers.turn import Turn


async def turned_away(turn: Turn, incoming: Incoming) -> Answer:
    """The kind no for a guest: in their direct chat once a day, and as a line at each press and command.

    That Femma was taken out of a channel is a fact, whoever did it; that a guest took it in sets up nothing.
    """
    actor, home = incoming.envelope.actor, incoming.envelope.home
    language, sorry = actor.language or turn.fallback, Sorry(No.GUEST)
    match incoming:
        case Left(_, channel):
            await team_setup.left(turn, channel)
        case Joined() | Arrived(page=None):
            pass
        case Arrived(page=page) if page is not None:
            await turn.publish(page, language, sorry)
        case Said(command=False):
            await turn.say(home, language, sorry, key=f"guest:{actor.person}:{turn.now:%Y%m%d}")
        case _:
            return PrivateLine(line_text(sorry, language))
    return Nothing()
