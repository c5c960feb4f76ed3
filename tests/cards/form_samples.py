"""Every form as full as it gets, by name. The golden files have the same names."""

from __future__ import annotations

from datetime import time

from bot.domain.attempts import ANSWERS, Check, Outcome
from bot.domain.ideas import Kind
from bot.domain.people import Address, DigestRule, Language, PromiseRule, Team
from bot.domain.tree import Why, WhyTree
from cards import forms
from cards.model import Form
from cards.texts import texts_for

TEAM = Team(
    "norr",
    "t1",
    "Hemtjänst Norr",
    Address("slack", "t1", "C1"),
    Language.NB,
    DigestRule(5, time(14, 30), "Europe/Tallinn"),
    "slack:T1:U7",
    version=4,
    promise=PromiseRule(3, 12, time(7, 30), time(16, 15)),
    above=("slack:T1:U8", None, "slack:T1:U9"),
)
TEAMS = (("norr", "Hemtjänst Norr"), ("syd", "Hemtjänst Söder"))
# The longest number that people will see for many years to come.
NUMBER = 123456
IDEA = ("i1", 3, NUMBER)
TRIED = "Nyckelskåpet flyttas till omklädningsrummet"
DAY = "2026-12-18"
TREE = WhyTree(
    "Bilarna kommer i väg sent.",
    (Why("Kö vid nyckelskåpet.", -1), Why("Listan är sorterad per person.", 0)),
)
ALIKE = ((12, "Nycklarna hänger i fel skåp"), (15, "Det tar tid att hitta rätt nyckel på morgonen"))
CODES = (
    "required", "too-long", "bad-time", "bad-date", "past-date", "bad-number", "choose-reason",
    "choose-place", "excuse", "no-such-idea", "guest", "new-question", "identity", "somebody-else",
    "bad-link", "slow-down",
)  # fmt: skip


def places(language: Language) -> list[tuple[str, str]]:
    """Where an idea can go: two teams, the ladder, and outside."""
    t = texts_for(language)
    levels = ("unit", "department", "top")
    named = [(f"up:{level}", t.say(f"place-{level}", name="Eva Lind")) for level in levels]
    unnamed = [(f"up:{level}2", t.say(f"place-{level}-unnamed")) for level in levels]
    teams = [(f"team:{id_}", t.say("place-team", name=name)) for id_, name in TEAMS]
    return [*named, *unnamed, *teams, ("outside", t.say("place-outside"))]


def _checks(language: Language) -> dict[str, Form]:
    return {
        f"check-{check.value}-{outcome.value}": forms.check(language, *IDEA, check, outcome, TRIED, DAY)
        for check, outcomes in ANSWERS.items()
        for outcome in outcomes
    }


def samples(language: Language) -> dict[str, Form]:
    """Every form in one language."""
    usual = forms.usual_acknowledgement(language, "fredag 4 dec.")
    return {
        "doors": forms.doors(language, {"harm": "https://example.com/skada"}, model=True),
        "say": forms.say(language, "k1", 1, TRIED),
        "sentence": forms.sentence(language, "k1", 3, TREE, 1),
        "hand": forms.hand(language, "k1", 3),
        "look": forms.look(language, "k1", 1, TRIED, unknown=False),
        "look-unknown": forms.look(language, "k1", -1, TRIED, unknown=True),
        "new": forms.new_idea(language),
        "new-filled": forms.new_idea(language, text="Nycklarna", kind=Kind.VOICE, teams=TEAMS, team="syd"),
        "add": forms.add(language, *IDEA),
        "reply": forms.reply(language, *IDEA, "Kan du visa mig på plats? " * 40),
        "reword": forms.reword(language, *IDEA, "Nycklarna hänger i fel skåp"),
        "reword-long": forms.reword(language, *IDEA, "Nycklarna hänger fel. " * 180),
        "know": forms.know(language, *IDEA),
        "just-done": forms.just_done(language, *IDEA),
        "acknowledge": forms.acknowledge(language, *IDEA, usual),
        "ask": forms.ask(language, *IDEA),
        "try": forms.try_it(
            language,
            *IDEA,
            TRIED,
            "slack:T1:U7",
            DAY,
            forms.usual_try(language),
            "Ingen letar efter nycklar",
        ),
        "try-bare": forms.try_it(language, *IDEA, "", "", "", ""),
        "you-decide": forms.you_decide(language, *IDEA, forms.usual_you_decide(language)),
        "rest": forms.rest(language, *IDEA, DAY, forms.usual_rest(language)),
        "pass-on": forms.pass_on(language, *IDEA, places(language), forms.usual_pass_on(language)),
        "not-now": forms.not_now(language, *IDEA),
        "merge": forms.merge(language, *IDEA),
        "merge-alike": forms.merge(language, *IDEA, ALIKE),
        **_checks(language),
        "check-hostile": forms.check(
            language, *IDEA, Check.ENDED, Outcome.CHANGE, '<b>*"&` <@U1> </textarea>\n@channel', DAY
        ),
        "effect": forms.effect(language, *IDEA),
        "team": forms.team(language, TEAM, TEAM.name),
        "ladder": forms.ladder(language, TEAM.id, TEAM.version, TEAM.name, (*TEAM.above, "slack:T1:U3")),
        "ladder-bare": forms.ladder(language, TEAM.id, TEAM.version, TEAM.name),
        "away": forms.away(language, DAY),
    }
