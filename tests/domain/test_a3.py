"""What an A3 takes from an idea, and what it never makes up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.a3 import Trial, a3_of, chain_to_root, people_on
from bot.domain.attempts import Attempt, Check
from bot.domain.effects import Basis, Effect, EffectKind
from bot.domain.ideas import Idea, Kind, Stage, Whys
from bot.domain.tree import PROBLEM, Evidence, Look, Why, WhyTree

LATE = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
IDEA = Idea("i1", "t1", 7, Kind.PROBLEM, "Kö vid skåpet", "p1", "team", LATE, None)
TREE = WhyTree(
    "Kö vid nyckelskåpet", (Why("Alla hämtar samtidigt", PROBLEM), Why("Listan", 0, Evidence.SEEN))
)
NAMES = {"p1": "Åsa", "p2": "Bo"}
TRY = Attempt("Påsar", "p1", date(2026, 11, 24), date(2026, 12, 4), sign="Kö", asks=Check.ENDED, rung=4)
WHYS = Whys(TREE, touched="Brukare", trial="Sortera listan", sign="Kortare kö", wording="Ordnad efter person")


def test_an_idea_of_which_nothing_more_was_said() -> None:
    page = a3_of(IDEA, team="Norr", names=NAMES, zone="Europe/Stockholm", now=LATE)
    assert page.problem == "Kö vid skåpet"
    assert page.told_on == page.made_on == date(2026, 11, 23)
    assert page.author == "Åsa"
    assert page.tree is None
    assert page.chain == ()
    assert (page.today, page.sign, page.trials, page.effects, page.next_look) == ("", "", (), (), None)


def test_what_the_talk_about_causes_has_found() -> None:
    page = a3_of(replace(IDEA, whys=WHYS), team="Norr", names=NAMES, zone="Europe/Oslo", now=LATE)
    assert page.problem == "Kö vid nyckelskåpet"
    assert page.tree == TREE
    assert page.chain == (0, 1)
    assert (page.trials, page.sign) == ((Trial("Sortera listan"),), "Kortare kö")
    assert page.wording == "Ordnad efter person"


def test_a_talk_that_stopped_before_the_first_why_has_no_tree() -> None:
    stopped = replace(IDEA, whys=Whys(WhyTree("  ")))
    page = a3_of(stopped, team="", names={}, zone="Europe/Oslo", now=LATE)
    assert page.tree is None
    assert page.problem == "Kö vid skåpet"
    assert page.trials == ()


def test_a_hidden_name_is_not_on_the_page() -> None:
    """Neither as the author's nor as that of whoever tries it."""
    hidden = replace(IDEA, hidden=True, attempt=TRY, before=(replace(TRY, who="p2"),))
    page = a3_of(hidden, team="", names=NAMES, zone="Europe/Oslo", now=LATE)
    assert page.author == ""
    assert [trial.who for trial in page.trials] == ["Bo", ""]
    assert "Åsa" not in repr(page)


def test_what_was_tried_and_what_came_of_it() -> None:
    gave = Effect(EffectKind.QUALITY, Basis.FELT, "Lugnare")
    first = replace(
        TRY, what="En lapp", who="p2", figure="40 % sena", figure_after="38 %", learnt="Ingen läser"
    )
    tried = replace(
        IDEA, whys=WHYS, stage=Stage.CHECKING, answer_by=date(2027, 1, 5), before=(first,), attempt=TRY,
        effects=(gave,), seen=2,
    )  # fmt: skip
    page = a3_of(tried, team="Norr", names=NAMES, zone="Europe/Oslo", now=LATE)
    assert page.today == "40 % sena"
    assert page.trials == (
        Trial("En lapp", "Bo", TRY.until, "Kö", "40 % sena", "38 %", learnt="Ingen läser", rung=4),
        Trial("Påsar", "Åsa", TRY.until, "Kö", rung=4),
    )
    assert (page.effects, page.seen, page.stage) == ((gave,), 2, Stage.CHECKING)
    assert page.next_look == date(2027, 1, 5)
    assert people_on(tried) == ("p1", "p2")


def test_the_next_look_is_that_of_a_try_and_not_a_promised_answer() -> None:
    waits = replace(IDEA, answer_by=date(2027, 1, 5))
    assert a3_of(waits, team="", names={}, zone="Europe/Oslo", now=LATE).next_look is None


def test_the_chain_goes_to_the_first_end_that_was_looked_into() -> None:
    whys = (Why("a", PROBLEM), Why("b", PROBLEM), Why("c", 1, Evidence.BELIEVED))
    assert chain_to_root(WhyTree("p", whys)) == (1, 2)
    assert chain_to_root(WhyTree("p", whys[:2])) == (0,)
    assert chain_to_root(WhyTree("p")) == ()


def test_what_is_not_so_leads_to_no_root() -> None:
    whys = (
        Why("a", PROBLEM, Evidence.NOT_SO), Why("b", 0, Evidence.SEEN), Why("c", PROBLEM),
        Why("d", 2, Evidence.NOT_SO), Why("e", 2, Evidence.BELIEVED),
    )  # fmt: skip
    assert chain_to_root(WhyTree("p", whys)) == (2, 4)
    assert chain_to_root(WhyTree("p", whys[:2])) == ()


def test_a_hidden_author_is_not_named_as_whoever_goes_and_sees() -> None:
    looks = (Look("Skåpet", "Åsa"), Look("Gården", "Bo"))
    whys = tuple(Why("w", PROBLEM, look=look) for look in looks)
    idea = replace(IDEA, hidden=True, whys=Whys(WhyTree("p", whys, look=looks[0])))
    page = a3_of(idea, team="", names=NAMES, zone="Europe/Oslo", now=LATE)
    assert page.tree is not None
    assert page.tree.look == Look("Skåpet")
    assert [why.look for why in page.tree.whys] == [Look("Skåpet"), Look("Gården", "Bo")]
    shown = a3_of(replace(idea, hidden=False), team="", names=NAMES, zone="Europe/Oslo", now=LATE)
    assert shown.tree == WhyTree("p", whys, look=looks[0])
