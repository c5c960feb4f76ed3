"""Femma in a channel: hello once, and the team's manager, deputy, language, zone and time of its summary."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.errors import No, Refusal
from bot.domain.notices import Hello, TeamIsSet
from bot.domain.people import Address, DigestRule, Language, Person, PromiseRule, Team
from cards.escape import shorten
from handlers import dates, digest, filing
from handlers.incoming import Picked, SentForm
from handlers.turn import Turn

# Characters, as the form says.
_LONGEST_NAME = 80
# The longest promise, in working days: a quarter of a year.
_MOST_DAYS = 60


class BadField(ValueError):
    """A field of the form does not hold what it should: its name and the code of the sentence."""

    def __init__(self, name: str, code: str) -> None:
        """`code` is the `error-…` text to show at the field."""
        super().__init__(name)
        self.name = name
        self.code = code


async def joined(turn: Turn, person: Person, channel: Address, name: str) -> Team:
    """Femma was added to a channel: say hello once, in the language of whoever added it.

    Again later, it only wakes the team. A colleague from another workspace of the organisation neither wakes
    nor makes it: the channel's team belongs to another tenant, so what they get is a team without id.
    """
    if channel.tenant != turn.tenant:
        return Team("", turn.tenant, name, channel, turn.language_of(person), active=False)
    team = await turn.work.team_in(channel)
    if team is not None and team.active:
        return team
    if team is None:
        language = turn.language_of(person)
        fresh = Team(turn.new_id(), turn.tenant, name, channel, language, _first_rule(language))
    else:
        fresh = replace(team, active=True, lost="", channel=channel, name=team.name or name)
    saved = await turn.work.save_team(fresh)
    await digest.schedule(turn, saved)
    if not saved.is_set_up:
        await turn.say(channel, saved.language, Hello(saved.id, saved.version))
    return saved


def _first_rule(language: Language) -> DigestRule:
    """Monday at eight where the language is most at home, until somebody sets it."""
    zones = {Language.SV: "Europe/Stockholm", Language.NB: "Europe/Oslo", Language.EN: "Europe/London"}
    return DigestRule(zone=zones[language])


async def left(turn: Turn, channel: Address) -> None:
    """Femma was taken out: nothing is said there any more."""
    team = await turn.work.team_in(channel) if channel.tenant == turn.tenant else None
    if team is not None and team.active:
        saved = await turn.work.save_team(team.stopped())
        await digest.schedule(turn, saved, before=team)


async def uninstalled(turn: Turn, reason: str) -> None:
    """Femma may not speak in the workspace any more: all its teams rest, and operators see which.

    What was told is kept. A team is woken when Femma is taken into its channel anew.
    """
    while teams := await turn.work.teams(turn.tenant):
        for team in teams:
            saved = await turn.work.save_team(team.stopped(reason))
            await digest.schedule(turn, saved, before=team)


async def team_for(turn: Turn, team_id: str, person: Person) -> Team:
    """The team that this person may set up. Raises Refusal."""
    team = await turn.work.team(turn.tenant, team_id)
    if team is None or not team.may_change(person):
        raise Refusal(No.NOT_YOURS)
    return team


async def changed(turn: Turn, person: Person, team: Team, form: SentForm) -> None:
    """What the form says is set, and said in the channel. Raises BadField."""
    manager = form.people.get("manager")
    if manager is None:
        raise BadField("manager", "required")
    deputy = form.people.get("deputy")
    fresh = replace(
        team,
        name=shorten(form.fields.get("name", "").strip(), _LONGEST_NAME) or team.name,
        manager=manager.person,
        deputy=deputy.person if deputy else None,
        language=_language(form, team),
        rule=_rule(form),
        promise=_promise(form, team.promise),
    )
    for name, picked in (("manager", manager), ("deputy", deputy)):
        if picked is not None and not picked.standing.may_take_part(turn.guests):
            raise BadField(name, "guest")
    for picked in (manager, deputy):
        if picked is not None:
            await meet(turn, picked, fresh.language)
    saved = await turn.work.save_team(fresh)
    await digest.schedule(turn, saved, before=team)
    await dates.plan_team(turn, saved)
    await turn.say(saved.channel, saved.language, await _as_set(turn, saved, person.name))
    await filing.ask_team_again(turn)


async def meet(turn: Turn, picked: Picked, language: Language) -> None:
    """Remember how to reach somebody who was named in a form; until they speak, in the team's language."""
    known = await turn.work.person(turn.tenant, picked.person)
    if known is None:
        known = Person(picked.person, turn.tenant, picked.name, language, home=picked.home)
        await turn.work.save_person(known)
    elif known.home is None or (picked.name and not known.name):
        home = known.home or picked.home
        await turn.work.save_person(replace(known, home=home, name=known.name or picked.name))


def _language(form: SentForm, team: Team) -> Language:
    return Language.parse(form.fields.get("language", "")) or team.language


def _rule(form: SentForm) -> DigestRule:
    weekday = form.fields.get("weekday", "")
    if weekday not in set("1234567"):
        raise BadField("weekday", "required")
    zone = form.fields.get("zone", "")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadField("zone", "required") from None
    return DigestRule(int(weekday), _time(form.fields.get("time", "")), zone)


def _promise(form: SentForm, before: PromiseRule) -> PromiseRule:
    begins = _time(form.fields.get("begins", f"{before.begins:%H:%M}"), "begins")
    ends = _time(form.fields.get("ends", f"{before.ends:%H:%M}"), "ends")
    if ends <= begins:
        raise BadField("ends", "bad-time")
    answer = _days(form, "answer_days", before.answer_days)
    return PromiseRule(answer, _days(form, "decide_days", before.decide_days), begins, ends)


def _days(form: SentForm, name: str, before: int) -> int:
    """Working days, 1 to 60. A form from before this was asked for leaves it as it was."""
    said = form.fields.get(name, str(before)).strip()
    if not (said.isascii() and said.isdigit() and len(said) < 3 and 1 <= int(said) <= _MOST_DAYS):
        raise BadField(name, "bad-number")
    return int(said)


def _time(said: str, name: str = "time") -> time:
    """08:30, 8.30, 0830 and 8 are all times. Raises BadField."""
    digits = "".join(c if c.isascii() and c.isdigit() else " " for c in said).split()
    if len(digits) == 1 and len(digits[0]) in {3, 4}:
        digits = [digits[0][:-2], digits[0][-2:]]
    try:
        hour, minute = (int(d[:3]) for d in (*digits, "0")[:2]) if 1 <= len(digits) <= 2 else (99, 0)
        return time(hour, minute)
    except ValueError:
        raise BadField(name, "bad-time") from None


async def show(turn: Turn, team: Team) -> None:
    """How the team is set up now, in its channel, with the button to change it. Raises Refusal."""
    if not team.id:
        raise Refusal(No.NOT_YOURS)
    if not team.is_set_up:
        await turn.say(team.channel, team.language, Hello(team.id, team.version))
        return
    await turn.say(team.channel, team.language, await _as_set(turn, team, ""))


async def _as_set(turn: Turn, team: Team, by: str) -> TeamIsSet:
    """How the team is set up, with the names that we know."""
    wanted = [team.manager or "", team.deputy or ""]
    known = await turn.work.people(turn.tenant, wanted)
    manager, deputy = (known[p].name if p in known else "" for p in wanted)
    return TeamIsSet(team.id, team.version, team.name, by, manager, deputy, team.language, team.rule)
