"""What a filed idea sounds like, asked once in one small question. A suggestion, never a verdict."""

from __future__ import annotations

from bot.domain.errors import No, Refusal
from bot.domain.ideas import Idea, Kind
from bot.domain.notices import WasteAnswered, WasteQuestion
from bot.domain.people import Address, Person
from bot.domain.wastes import Waste
from cards.views.wastes import LEFT
from cards.wastes import suggest
from handlers.answering import idea_of, keep
from handlers.turn import Turn


async def ask(turn: Turn, person: Person, idea: Idea) -> None:
    """The question, when the words are clear enough and somebody sits there to answer it."""
    if turn.is_late or idea.kind is Kind.WORKS:
        return
    waste = suggest(idea.text, turn.language_of(person))
    if waste is not None:
        await turn.tell(person, WasteQuestion(idea.id, idea.version, idea.number, idea.text, waste))


async def answered(turn: Turn, person: Person, idea_id: str, arg: str, where: Address, message: str) -> None:
    """The author's answer: confirmed, or left as it is. Raises Refusal."""
    idea, team = await idea_of(turn, idea_id)
    if idea.author != person.id:
        raise Refusal(No.NOT_YOURS)
    waste = _waste(arg)
    if waste is not None:
        await keep(turn, idea.wasted(person.id, waste), team, person.id, "waste", waste.value)
    elif idea.waste is not None:
        raise Refusal(No.ALREADY)
    resolved = WasteAnswered(idea.number, idea.text, waste)
    await turn.replace(where, message, turn.language_of(person), resolved)


def _waste(arg: str) -> Waste | None:
    if arg == LEFT:
        return None
    try:
        return Waste(arg)
    except ValueError:
        raise Refusal(No.OLD_BUTTON) from None
