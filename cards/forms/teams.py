"""What is set for a team, for the ladder above it, and for somebody who is away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time

from bot.domain.cues import Elsewhere
from bot.domain.people import Language, PersonId, Team, TeamId
from cards import actions
from cards.escape import shorten
from cards.forms.pieces import day_field, form, line_field
from cards.links import LONGEST
from cards.model import Form, Input, Option, PersonPick, Select, TextInput
from cards.texts import Texts, texts_for
from cards.views.pieces import phrase
from cards.views.teams import zone_name

ZONES = (
    "Europe/Stockholm",
    "Europe/Oslo",
    "Europe/Copenhagen",
    "Europe/Helsinki",
    "Atlantic/Reykjavik",
    "Atlantic/Faroe",
    "Europe/London",
    "UTC",
)
_CLOCK_LENGTH = 5
_DAYS_LENGTH = 3
_NAME_LENGTH = 80
# From near to far, in the order of `Team.above`, and beside them the improvement lead.
_LADDER = ("unit", "department", "top", "lead")


def team(language: Language, team: Team, name: str) -> Form:
    """A team's settings, filled with what holds now. `name` is the team's or its channel's."""
    t = texts_for(language)
    rule = team.rule
    inputs: tuple[Input, ...] = (
        TextInput(
            "name", t.say("form-team-name"), max_length=_NAME_LENGTH, value=shorten(name, _NAME_LENGTH)
        ),
        PersonPick("manager", t.say("form-team-manager"), value=team.manager or ""),
        PersonPick("deputy", t.say("form-team-deputy"), required=False, value=team.deputy or ""),
        Select("language", t.say("form-team-language"), _languages(t), value=team.language.value),
        Select("zone", t.say("form-team-zone"), _zones(t, rule.zone), value=rule.zone),
        Select("weekday", t.say("form-team-weekday"), _weekdays(t), value=str(rule.weekday)),
        _clock(t, "time", rule.at),
        _days(t, "answer_days", team.promise.answer_days),
        _days(t, "decide_days", team.promise.decide_days),
        _clock(t, "begins", team.promise.begins),
        _clock(t, "ends", team.promise.ends),
    )
    about = actions.Ref("team", team.id, team.version)
    title, intro = t.say("form-team-title"), t.say("form-team-intro", team=phrase(name))
    return form(t, actions.FORM_TEAM, about, title, inputs, intro, "form-save")


def _clock(t: Texts, name: str, at: time) -> TextInput:
    key = f"form-team-{name}"
    return line_field(name, t.say(key), f"{at:%H:%M}", hint=t.say(f"{key}-hint"), longest=_CLOCK_LENGTH)


def _days(t: Texts, name: str, days: int) -> TextInput:
    key = f"form-team-{name.replace('_', '-')}"
    return line_field(name, t.say(key), str(days), hint=t.say(f"{key}-hint"), longest=_DAYS_LENGTH)


def _languages(t: Texts) -> tuple[Option, ...]:
    return tuple(Option(one.value, t.say(f"language-{one.value}")) for one in Language)


def _zones(t: Texts, chosen: str) -> tuple[Option, ...]:
    zones = ZONES if chosen in ZONES else (*ZONES, chosen)
    return tuple(Option(zone, zone_name(t, zone)) for zone in zones)


def _weekdays(t: Texts) -> tuple[Option, ...]:
    return tuple(Option(str(day), t.weekday(day)) for day in range(1, 8))


def ladder(
    language: Language,
    team_id: TeamId,
    version: int,
    name: str,
    above: Sequence[PersonId | None] = (),
) -> Form:
    """Who decides above a team: `unit`, `department` and `top`, and the tenant's improvement `lead`.

    `above` is who it is now, in this order; missing ones are nobody. A field sent empty means nobody.
    """
    t = texts_for(language)
    known = dict(zip(_LADDER, above, strict=False))
    picks = tuple(
        PersonPick(rung, t.say(f"form-ladder-{rung}"), required=False, value=known.get(rung) or "")
        for rung in _LADDER
    )
    about = actions.Ref("team", team_id, version)
    title, intro = t.say("form-ladder-title"), t.say("form-ladder-intro", team=phrase(name))
    return form(t, actions.FORM_LADDER, about, title, picks, intro, "form-save")


def away(language: Language, until: str = "") -> Form:
    """Somebody is away; `until` (YYYY-MM-DD) is the first day back at work."""
    t = texts_for(language)
    field = day_field(t.say("form-away-until"), until)
    title, intro = t.say("form-away-title"), t.say("form-away-intro")
    return form(t, actions.FORM_AWAY, actions.Ref("none"), title, (field,), intro, "form-save")


def door_field(place: Elsewhere) -> str:
    """The name of the field for one kind of thing that belongs elsewhere."""
    return f"door_{place.value}"


def doors(language: Language, urls: Mapping[str, str], model: bool) -> Form:
    """Where things are taken care of that belong elsewhere, one link each, and whether a model may be asked.

    `model` is sent as yes or no.
    """
    t = texts_for(language)
    links = tuple(
        line_field(
            door_field(place),
            t.say(f"door-{place.value}"),
            urls.get(place.value, ""),
            required=False,
            longest=LONGEST,
        )
        for place in Elsewhere
    )
    options = tuple(Option(value, t.say(f"form-doors-model-{value}")) for value in ("no", "yes"))
    choice = Select("model", t.say("form-doors-model"), options, value="yes" if model else "no")
    title, intro = t.say("form-doors-title"), t.say("form-doors-intro")
    return form(t, actions.FORM_DOORS, actions.Ref("none"), title, (*links, choice), intro, "form-save")
