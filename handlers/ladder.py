"""Who stands above a team, and where an idea can be passed on to. An administrator sets it."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.errors import No, Refusal
from bot.domain.notices import Short, ShortLine
from bot.domain.people import Language, Person, Team
from cards import forms
from cards.escape import one_line
from cards.model import Form
from cards.texts import texts_for
from handlers.incoming import SentForm
from handlers.moving import UP
from handlers.team_setup import meet
from handlers.turn import Turn

RUNGS = ("unit", "department", "top")
# Slack takes a hundred options in one select; the ladder and "outside" need four.
_MOST_TEAMS = 90


async def form(turn: Turn, person: Person, team_id: str) -> Form:
    """The form with what is set now. Raises Refusal to anybody but an administrator."""
    team = await _team(turn, person, team_id)
    lead = (await turn.work.tenant(turn.tenant)).lead
    above = (*team.above, None, None, None)[: len(RUNGS)]
    return forms.ladder(turn.language_of(person), team.id, team.version, team.name, (*above, lead))


async def changed(turn: Turn, person: Person, sent: SentForm) -> None:
    """What the form says is set. Raises Refusal."""
    team = await _team(turn, person, sent.ref.id)
    for name in (*RUNGS, "lead"):
        picked = sent.people.get(name)
        if picked is not None:
            await meet(turn, picked, team.language)
    above = tuple(sent.people[name].person if name in sent.people else None for name in RUNGS)
    await turn.work.save_team(replace(team, above=above))
    tenant = await turn.work.tenant(turn.tenant)
    lead = sent.people.get("lead")
    await turn.work.save_tenant(replace(tenant, lead=lead.person if lead else None))
    await turn.tell(person, ShortLine(Short.LADDER_SET, team.name))


async def places(turn: Turn, team: Team, language: Language) -> tuple[tuple[str, str], ...]:
    """Value and label of each place an idea of this team can be passed on to, the nearest first."""
    t = texts_for(language)
    people = await turn.work.people(turn.tenant, [one for one in team.above if one])
    up = []
    for level, (_, place) in UP.items():
        to = team.above[place] if place < len(team.above) else None
        if to is not None:
            name = people[to].name if to in people else ""
            label = t.say(f"place-{level}", name=one_line(name)) if name else t.say(f"place-{level}-unnamed")
            up.append((f"up:{level}", label))
    teams = [one for one in await turn.work.teams(turn.tenant) if one.id != team.id][:_MOST_TEAMS]
    sideways = [(f"team:{one.id}", t.say("place-team", name=one_line(one.name))) for one in teams]
    return (*up, *sideways, ("outside", t.say("place-outside")))


async def _team(turn: Turn, person: Person, team_id: str) -> Team:
    # Asked first: to whoever may not, a team that is not there is answered like one that is.
    if not person.administrator:
        raise Refusal(No.ADMIN_ONLY)
    team = await turn.work.team(turn.tenant, team_id)
    if team is None:
        raise Refusal(No.NOT_YOURS)
    return team
