"""What ideas gave: a manager's own teams to the manager, all of them and the whole to the lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.domain.digests import names_somebody
from bot.domain.ideas import Idea
from bot.domain.notices import GainRow, Gains, Short, ShortLine
from bot.domain.people import Person
from bot.domain.totals import Sums
from handlers.turn import Turn

# What the freed time goes to is quoted so often.
USES = 3


async def gains(turn: Turn, person: Person) -> None:
    """The sums as they are now. Whoever answers for no team is told what else there is."""
    own = [team for team in await turn.work.teams_of(turn.tenant, person.id) if team.is_set_up]
    is_lead = (await turn.work.tenant(turn.tenant)).lead == person.id
    if not own and not is_lead:
        await turn.tell(person, ShortLine(Short.NOT_A_MANAGER))
        return
    rows, whole, uses = [], Sums(), list[str]()
    for team in await turn.work.teams(turn.tenant) if is_lead else own:
        ideas = await turn.work.ideas_with_effects(turn.tenant, team.id)
        sums = Sums.of(effect for idea in ideas for effect in idea.effects)
        rows.append(GainRow(team.name, sums))
        whole = whole.plus(sums)
        if len(uses) < USES:
            uses += await _uses(turn, ideas)
    shown = tuple(dict.fromkeys(uses))[:USES]
    await turn.tell(person, Gains(tuple(rows), whole, shown, is_lead))


async def _uses(turn: Turn, ideas: list[Idea]) -> list[str]:
    """The newest first; none in which somebody names an author who is hidden."""
    known = await turn.work.people(turn.tenant, [idea.author for idea in ideas if idea.hidden])
    names = {person.id: person.name for person in known.values()}
    return list(dict.fromkeys(_said(ideas, names)))[:USES]


def _said(ideas: Iterable[Idea], names: dict[str, str]) -> Iterator[str]:
    for idea in ideas:
        for effect in reversed(idea.effects):
            words = effect.used_for.strip()
            if words and effect.hours is not None and not names_somebody(words, names.get(idea.author, "")):
                yield words
