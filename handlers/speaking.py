"""Which language Femma writes to a person in."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.notices import Short, ShortLine
from bot.domain.people import Person
from handlers.naming import language_named
from handlers.turn import Turn


async def speak(turn: Turn, person: Person, name: str) -> None:
    """From now on in this language; asks which when the name is none of the three."""
    language = language_named(name)
    if language is None:
        await turn.tell(person, ShortLine(Short.WHICH_LANGUAGE))
        return
    saved = await turn.work.save_person(replace(person, language=language))
    await turn.tell(saved, ShortLine(Short.LANGUAGE_SET))
