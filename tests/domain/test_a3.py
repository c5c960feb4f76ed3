"""What an A3 takes from an idea, and what it never makes up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.a3 import FollowUp, Trial, a3_of, chain_to_root
from bot.domain.ideas import Idea, Kind, Whys
from bot.domain.tree import PROBLEM, Evidence, Why, WhyTree

LATE = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
IDEA = Idea("i1", "t1", 7, Kind.PROBLEM, "Kö vid skåpet", "p1", "team", LATE, None)
TREE = WhyTree(
    "Kö vid nyckelskåpet", (Why("Alla hämtar samtidigt", PROBLEM), Why("Listan", 0, Evidence.SEEN))
)
WHYS = Whys(TREE, touched="Brukare", trial="Sortera listan", sign="Kortare kö", wording="Ordnad efter person")


def test_an_idea_of_which_nothing_more_was_said() -> None:
    page = a3_of(IDEA, team="Norr", author="Åsa", zone="Europe/Stockholm", now=LATE)
    assert page.problem == "Kö vid skåpet"
    assert page.told_on == page.made_on == date(2026, 11, 23)
    assert page.author == "Åsa"
    assert page.tree is None
    assert page.chain == ()
    assert (page.today, page.target, page.trials, page.effect, page.learnt) == ("", "", (), "", "")


def test_what_the_talk_about_causes_has_found() -> None:
    page = a3_of(replace(IDEA, whys=WHYS), team="Norr", author="Åsa", zone="Europe/Oslo", now=LATE)
    assert page.problem == "Kö vid nyckelskåpet"
    assert page.tree == TREE
    assert page.chain == (0, 1)
    assert page.trials == (Trial("Sortera listan", sign="Kortare kö"),)
    assert page.wording == "Ordnad efter person"


def test_a_talk_that_stopped_before_the_first_why_has_no_tree() -> None:
    stopped = replace(IDEA, whys=Whys(WhyTree("  ")))
    page = a3_of(stopped, team="", author="", zone="Europe/Oslo", now=LATE)
    assert page.tree is None
    assert page.problem == "Kö vid skåpet"
    assert page.trials == ()


def test_a_hidden_name_is_not_on_the_page() -> None:
    hidden = replace(IDEA, hidden=True)
    assert a3_of(hidden, team="", author="Åsa", zone="Europe/Oslo", now=LATE).author == ""


def test_the_chain_goes_to_the_first_end_that_was_looked_into() -> None:
    whys = (Why("a", PROBLEM), Why("b", PROBLEM), Why("c", 1, Evidence.BELIEVED))
    assert chain_to_root(WhyTree("p", whys)) == (1, 2)
    assert chain_to_root(WhyTree("p", whys[:2])) == (0,)
    assert chain_to_root(WhyTree("p")) == ()


def test_a_follow_up_without_words_is_still_to_come() -> None:
    assert FollowUp(date(2026, 12, 1)).is_planned
    assert not FollowUp(date(2026, 12, 1), figure="84 %").is_planned
