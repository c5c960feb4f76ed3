"""In the team's channel: the first words, and what was set."""

from __future__ import annotations

from bot.domain.notices import Hello, TeamIsSet
from cards.actions import TEAM_LADDER, TEAM_SETUP, Ref
from cards.model import Button, Buttons, Card, Facts, Items, Paragraph, Style
from cards.texts import Texts
from cards.views.pieces import card, phrase, who, who_first


def hello(t: Texts, notice: Hello) -> Card:
    """What Femma does here, in three lines, and the next step."""
    lines = tuple(t.say(key) for key in ("hello-tell", "hello-answer", "hello-week"))
    value = Ref("team", notice.team, notice.version).encode()
    setup = Button(t.say("button-setup"), TEAM_SETUP, value, Style.PRIMARY, opens_form=True)
    return card(t, t.say("hello-title"), Items(lines), Paragraph(t.say("hello-next")), Buttons((setup,)))


def team_is_set(t: Texts, notice: TeamIsSet) -> Card:
    """Who answers, in which language, and when the summary comes; and who set it."""
    rule = notice.rule
    rows = [(t.say("set-manager"), who(t, notice.manager))]
    if notice.deputy.strip():
        rows.append((t.say("set-deputy"), notice.deputy))
    when = t.say("set-when", weekday=t.weekday(rule.weekday), clock=t.clock(rule.at))
    rows += [
        (t.say("set-language"), t.say(f"language-{notice.language.value}")),
        (t.say("set-summary"), when),
        (t.say("set-zone"), zone_name(t, rule.zone)),
    ]
    value = Ref("team", notice.team, notice.version).encode()
    change = Button(t.say("button-change"), TEAM_SETUP, value, opens_form=True)
    # Pressed by somebody who is no administrator, it says who can.
    ladder = Button(t.say("button-ladder"), TEAM_LADDER, value, opens_form=True)
    return card(
        t,
        t.say("set-title", team=phrase(notice.name)),
        Paragraph(t.say("set-text", by=who_first(t, notice.by))),
        Facts(tuple(rows)),
        Buttons((change, ladder)),
    )


def zone_name(t: Texts, zone: str) -> str:
    """The city of an IANA zone as the language writes it; the zone's own name when we have no word."""
    key = f"zone-{zone.lower().replace('/', '-')}"
    return t.say(key) if t.has(key) else zone
