"""How the talk about causes moves, as a pure function: `step(talk, event) -> (talk, effects)`.

One question at a time, never a dead end, and the person may go back, rest or stop at any step.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeAlias, assert_never

from bot.domain.ideas import MAX_TEXT
from bot.domain.people import PersonId
from bot.domain.tree import PROBLEM, Evidence, Look, WhyTree
from bot.domain.why_back import back
from bot.domain.whys import (
    ASK_ENOUGH_AT,
    ASKS_WHY,
    EASED,
    LAST_WHY,
    MOST_BRANCHES,
    QUESTIONS_BEFORE_REST,
    Answered,
    Ask,
    Bare,
    Choice,
    Chose,
    Effect,
    Event,
    Finish,
    Late,
    Lead,
    Limps,
    OnDay,
    Parts,
    Rest,
    Spare,
    Step,
    WhyTalk,
    choices,
)

Move: TypeAlias = tuple[WhyTalk, tuple[Effect, ...]]

# So many ideas from the way are kept beside the causes.
_POCKET = 3
# And so many words of others.
_SPARE = 20


def begin(problem: str, short: bool = False) -> Move:
    """A new talk about something somebody told; `short` for an idea that needs no digging."""
    return WhyTalk(WhyTree(problem), short=short), (Ask(),)


def resume(talk: WhyTalk) -> Move:
    """Take a talk up again at its open question."""
    return replace(talk, asked=1), (Ask(Lead.RESUMED),)


def step(talk: WhyTalk, event: Event) -> Move:
    """One move. Total: any event at any step gives a talk with an open question, or ends it."""
    if talk.step is Step.CLOSED:
        return talk, ()
    match event:
        case Chose(Choice.PAUSE):
            return talk, (Rest(),)
        case Chose(Choice.BACK):
            return back(talk)
        case Chose(Choice.STOP):
            return _stop(_kept(talk))
        case Answered(text) | Late(_, text) if not text.strip():
            return talk, (Ask(Lead.EMPTY),)
        case Answered(text, doubted=True) if talk.step is Step.EVIDENCE:
            noted = talk.tree.marked(talk.at, Evidence.BELIEVED, text.strip()[:MAX_TEXT])
            return _after_evidence(replace(talk, tree=noted))
        case Answered(text, by, hold, aside):
            return _said(talk, text.strip()[:MAX_TEXT], by, hold, aside)
        case Late(at, text, by):
            return _late(talk, at, text.strip()[:MAX_TEXT], by)
        case Parts(texts):
            return _parts(talk, tuple(text.strip()[:MAX_TEXT] for text in texts if text.strip()))
        case OnDay():
            return _on_day(talk, event)
        case Chose(choice):
            return _chose(talk, choice)
        case Bare(no):
            return talk, (Ask(_wanted(talk.step, no)),)
        case Limps(number):
            return _limps(talk, number)
        case _:
            assert_never(event)


def looked(talk: WhyTalk, why: int, evidence: Evidence, words: str) -> WhyTalk:
    """Somebody came back from going to see: the talk goes on from what they saw.

    Raises ValueError when nobody was to go there.
    """
    look = talk.tree.look_at(why)
    tree = talk.tree.came_back(why, evidence, words.strip()[:MAX_TEXT])
    if talk.step is Step.CLOSED:
        return replace(talk, tree=tree)
    if look is not None and (look.unknown or why == PROBLEM) and len(tree.whys) > len(talk.tree.whys):
        return _anew(replace(talk, tree=tree), len(talk.tree.whys))
    if evidence is Evidence.NOT_SO and why in talk.tree.chain(talk.at) and talk.step in _DIGS:
        return _anew(replace(talk, tree=tree), talk.tree.whys[why].parent)
    return replace(talk, tree=tree)


# Where it is still being asked what the cause is.
_DIGS = frozenset(
    {
        Step.WHY,
        Step.EVIDENCE,
        Step.LOOK,
        Step.LOOK_WHO,
        Step.LOOK_WHEN,
        Step.MORE,
        Step.MORE_WHAT,
        Step.ENOUGH,
    }
)


def _anew(talk: WhyTalk, at: int) -> WhyTalk:
    return replace(talk, at=at, step=Step.WHY, draft=talk.held, held="", held_by="", eased=False)


def _ask(talk: WhyTalk, lead: Lead = Lead.NONE) -> Move:
    asked = talk.asked + 1
    tiring = talk.step in _LONG_PART and lead in {Lead.NONE, Lead.THANKS, Lead.KEPT}
    if asked > QUESTIONS_BEFORE_REST and tiring:
        return replace(talk, asked=1), (Ask(Lead.OFFER_REST),)
    return replace(talk, asked=asked), (Ask(lead),)


# Behind these steps the end is near: whoever has come so far is not asked to rest.
_LONG_PART = frozenset({Step.TOUCHED, *_DIGS})


def _go(talk: WhyTalk, to: Step, lead: Lead = Lead.NONE) -> Move:
    return _ask(replace(talk, step=to, draft="", held="", held_by="", eased=False), lead)


def _wanted(step: Step, no: bool) -> Lead:
    """What is said where words are wanted and none came that could be kept."""
    match step:
        case Step.READ_BACK if no:
            return Lead.WHICH_STEP
        case Step.LOOK_WHEN:
            return Lead.WHICH_DAY
        case Step.CONFIRM:
            return Lead.NOT_SENT
        case _:
            return Lead.FEW_WORDS


def _same(talk: WhyTalk) -> Move:
    return talk, (Ask(Lead.AGAIN),)


def _said(talk: WhyTalk, text: str, by: PersonId, hold: bool, aside: str) -> Move:
    """Words at the open question: kept, or held while one more question is asked about them."""
    if hold and not talk.eased and talk.step in EASED:
        return _ask(replace(talk, held=text, held_by=by, eased=True, draft=""))
    if aside and talk.held:
        talk = _pocketed(talk, aside, talk.held_by)
    return _answered(replace(talk, held="", held_by=""), text, by)


def _kept(talk: WhyTalk) -> WhyTalk:
    """Words that were held are kept as they are: nothing that was said gets lost."""
    if not talk.held:
        return talk
    moved, _ = _answered(replace(talk, held="", held_by=""), talk.held, talk.held_by)
    return moved


def _answered(talk: WhyTalk, text: str, by: PersonId = "") -> Move:
    tree = talk.tree
    match talk.step:
        case Step.PROBLEM:
            worded = replace(talk, tree=replace(tree, problem=text))
            return _go(worded, Step.TRY if talk.short else Step.TOUCHED, Lead.THANKS)
        case Step.TOUCHED:
            return _go(replace(talk, touched=text, at=PROBLEM), Step.WHY)
        case Step.WHY | Step.ENOUGH | Step.OTHER:
            return _why_answered(talk, text, by)
        case Step.EVIDENCE:
            return _after_evidence(replace(talk, tree=tree.marked(talk.at, Evidence.SEEN, text)))
        case Step.LOOK:
            return _go(replace(talk, look_where=text), Step.LOOK_WHO)
        case Step.LOOK_WHO:
            return _go(replace(talk, look_who=text), Step.LOOK_WHEN)
        case Step.LOOK_WHEN:
            return _no_day(talk, text)
        case Step.MORE | Step.MORE_WHAT:
            return _one_more(talk, text, by)
        case Step.READ_BACK:
            return _after_read_back(replace(talk, wording=_joined(talk.wording, text), draft=""))
        case Step.MEND:
            return _go(replace(talk, tree=tree.mended(talk.at, text)), Step.READ_BACK, Lead.MENDED)
        case Step.TRY:
            return _go(replace(talk, trial=text), Step.NOTICE, Lead.THANKS)
        case Step.NOTICE:
            return _go(replace(talk, sign=text), Step.CONFIRM)
        case Step.CONFIRM:
            return _go(replace(talk, remark=_joined(talk.remark, text)), Step.CONFIRM, Lead.KEPT)
        case Step.CLOSED:
            return talk, ()
        case _:
            assert_never(talk.step)


def _joined(before: str, words: str) -> str:
    """Words of the person behind those from before: each branch that is read back may bring its own."""
    return f"{before}\n{words}".strip()[:MAX_TEXT]


def _added(talk: WhyTalk, parent: int, text: str, by: PersonId) -> WhyTalk:
    """One more cause; where three hang already the words are kept as something to think of."""
    if talk.tree.has_room(parent):
        return replace(talk, tree=talk.tree.add(parent, text, by))
    return _beside(talk, text, by)


def _beside(talk: WhyTalk, text: str, by: PersonId) -> WhyTalk:
    """Words that found no place in the tree, kept as something to think of, with whoever said them."""
    if by:
        return replace(talk, spare=(*talk.spare, Spare(text, by))[-_SPARE:])
    return replace(talk, remark=_joined(talk.remark, text))


def _pocketed(talk: WhyTalk, idea: str, by: PersonId) -> WhyTalk:
    """An idea that came on the way, kept beside the causes."""
    if by:
        return replace(talk, spare=(*talk.spare, Spare(idea, by, idea=True))[-_SPARE:])
    return replace(talk, pocket=(*talk.pocket, idea)[-_POCKET:])


def _why_answered(talk: WhyTalk, text: str, by: PersonId) -> Move:
    if not talk.tree.has_room(talk.at) or talk.tree.depth(talk.at) >= LAST_WHY:
        talk = replace(_beside(talk, text, by), root=talk.at)
        return _go(talk, Step.READ_BACK if talk.at != PROBLEM else Step.TRY, Lead.KEPT)
    grown = talk.tree.add(talk.at, text, by)
    return _go(replace(talk, tree=grown, at=len(grown.whys) - 1), Step.EVIDENCE)


def _one_more(talk: WhyTalk, text: str, by: PersonId) -> Move:
    """A second cause, or a third: as long as there is room for more, one may say more."""
    grown = _added(talk, talk.under, text, by)
    return _go(grown, Step.MORE if _may_fork(grown) else Step.WHY, Lead.KEPT)


def _may_fork(talk: WhyTalk) -> bool:
    return talk.tree.has_room(talk.tree.whys[talk.at].parent) and len(talk.tree.leaves()) < MOST_BRANCHES


def _parts(talk: WhyTalk, texts: tuple[str, ...]) -> Move:
    """What was held becomes several causes side by side; the talk goes on with the first."""
    if not talk.held or talk.step not in ASKS_WHY or len(texts) < 2:
        return _same(talk)
    parent, by = talk.under, talk.held_by
    first = len(talk.tree.whys)
    for text in texts:
        talk = _added(talk, parent, text, by)
    if talk.step is not Step.WHY:
        return _go(talk, Step.WHY, Lead.KEPT)
    if len(talk.tree.whys) == first:
        full = replace(talk, root=talk.at)
        return _go(full, Step.TRY if talk.at == PROBLEM else Step.READ_BACK, Lead.KEPT)
    return _go(replace(talk, at=first), Step.EVIDENCE, Lead.KEPT)


def _late(talk: WhyTalk, at: int, text: str, by: PersonId) -> Move:
    """Two have answered in the same moment: both get a branch, and the question stays."""
    is_there = PROBLEM <= at < len(talk.tree.whys)
    grown = _added(talk, at, text, by) if is_there else _beside(talk, text, by)
    return grown, (Ask(Lead.BOTH),)


def _after_evidence(talk: WhyTalk) -> Move:
    tree, depth = talk.tree, talk.tree.depth(talk.at)
    alone = len(tree.children(tree.whys[talk.at].parent)) == 1
    if depth <= 2 and alone and _may_fork(talk):
        return _go(talk, Step.MORE)
    if depth >= LAST_WHY:
        return _read_back(talk, Lead.LONG)
    return _go(talk, Step.ENOUGH if depth == ASK_ENOUGH_AT else Step.WHY)


def _read_back(talk: WhyTalk, lead: Lead = Lead.NONE) -> Move:
    return _go(replace(talk, root=talk.at), Step.READ_BACK, lead)


def _after_read_back(talk: WhyTalk) -> Move:
    other = _other_branch(talk)
    if other is None:
        return _to_try(talk)
    return _go(replace(talk, at=other, others=(*talk.others, other)), Step.OTHER)


def _to_try(talk: WhyTalk) -> Move:
    """Where much is only believed, somebody had better go and see before anything is tried."""
    go_first = talk.tree.mostly_believed and not talk.tree.looks()
    return _go(talk, Step.TRY, Lead.BELIEVED if go_first else Lead.NONE)


def _other_branch(talk: WhyTalk) -> int | None:
    """A cause that was named and not yet looked into. Each is offered once."""
    chain = talk.tree.chain(talk.root)
    leaves = (leaf for leaf in talk.tree.leaves() if leaf not in chain and leaf not in talk.others)
    return next((leaf for leaf in leaves if talk.tree.whys[leaf].evidence is None), None)


def _chose(talk: WhyTalk, choice: Choice) -> Move:
    if choice not in choices(talk):
        return _same(talk)
    if talk.held:
        # What to split into is said by `Parts`; without it the words are one answer.
        return _answered(replace(talk, held="", held_by=""), talk.held, talk.held_by)
    match talk.step:
        case Step.PROBLEM if choice is Choice.DIG:
            return _go(replace(talk, short=False), Step.TOUCHED)
        case Step.PROBLEM:
            return _go(talk, Step.TRY if talk.short else Step.TOUCHED)
        case Step.TOUCHED:
            return _go(replace(talk, at=PROBLEM), Step.WHY)
        case Step.WHY:
            return _go(talk, Step.ENOUGH) if choice is Choice.ROOT else _unknown(talk)
        case Step.EVIDENCE:
            return _evidence(talk, choice)
        case Step.LOOK:
            return _after_look(talk)
        case Step.LOOK_WHO:
            return _go(replace(talk, look_who=""), Step.LOOK_WHEN)
        case Step.LOOK_WHEN:
            # Tomorrow and in a week come as days; what is left is no day at all.
            return _looks(talk, None) if choice is Choice.SKIP else _same(talk)
        case Step.MORE:
            return _go(talk, Step.MORE_WHAT if choice is Choice.YES else Step.WHY)
        case Step.MORE_WHAT:
            return _go(talk, Step.WHY)
        case Step.ENOUGH:
            deep = talk.tree.depth(talk.at) >= LAST_WHY
            return _read_back(talk) if choice is Choice.YES or deep else _go(talk, Step.WHY)
        case Step.READ_BACK:
            # A wording that was taken back, and then found to be right after all.
            return _after_read_back(replace(talk, wording=talk.wording or talk.draft))
        case Step.MEND:
            return _go(talk, Step.READ_BACK)
        case Step.OTHER:
            return _go(talk, Step.EVIDENCE) if choice is Choice.YES else _after_read_back(talk)
        case Step.TRY:
            return _go(replace(talk, trial=""), Step.CONFIRM)
        case Step.NOTICE:
            return _go(replace(talk, sign=""), Step.CONFIRM)
        case Step.CONFIRM:
            return replace(talk, step=Step.CLOSED), (Finish(talk.outcome()),)
        case Step.CLOSED:
            return talk, ()
        case _:
            assert_never(talk.step)


def _evidence(talk: WhyTalk, choice: Choice) -> Move:
    if choice is Choice.SEEN:
        return _after_evidence(replace(talk, tree=talk.tree.marked(talk.at, Evidence.SEEN)))
    believed = replace(talk, tree=talk.tree.marked(talk.at, Evidence.BELIEVED))
    if choice is Choice.BELIEVED:
        return _after_evidence(believed)
    return _plan_look(believed, unknown=False)


def _plan_look(talk: WhyTalk, unknown: bool, lead: Lead = Lead.NONE) -> Move:
    planned = replace(talk, looking=talk.at, look_where="", look_who="", unknown=unknown)
    return _go(planned, Step.LOOK, lead)


def _unknown(talk: WhyTalk) -> Move:
    """Not knowing is a good answer: somebody can go and look."""
    if talk.tree.look_at(talk.at) is not None:
        return _after_unknown(talk, Lead.GO_SEE)
    return _plan_look(talk, unknown=True, lead=Lead.GO_SEE)


def _on_day(talk: WhyTalk, event: OnDay) -> Move:
    return _looks(talk, event) if talk.step is Step.LOOK_WHEN else _same(talk)


def _looks(talk: WhyTalk, day: OnDay | None) -> Move:
    return _after_look(_planned(talk, day.day if day else None), Lead.KEPT)


def _planned(talk: WhyTalk, day: date | None) -> WhyTalk:
    """What was said of going to see stands in the tree from now on, also what was no day."""
    no_day = talk.draft if talk.step is Step.LOOK_WHEN else ""
    look = Look(_joined(talk.look_where, no_day), talk.look_who, day, talk.unknown)
    return replace(talk, tree=talk.tree.with_look(talk.looking, look), look_where="", look_who="")


def _no_day(talk: WhyTalk, text: str) -> Move:
    """No day could be made of the words: asked once more, and then kept as they are."""
    if not talk.draft:
        return replace(talk, draft=text), (Ask(Lead.WHICH_DAY),)
    return _looks(replace(talk, draft=_joined(talk.draft, text)), None)


def _after_look(talk: WhyTalk, lead: Lead = Lead.NONE) -> Move:
    if talk.unknown:
        return _after_unknown(talk, lead)
    moved, effects = _after_evidence(talk)
    kept = tuple(Ask(lead) if effect == Ask() else effect for effect in effects)
    return moved, kept


def _after_unknown(talk: WhyTalk, lead: Lead) -> Move:
    if talk.at == PROBLEM:
        return _go(talk, Step.TRY, lead)
    return _read_back(talk, lead)


def _limps(talk: WhyTalk, number: int) -> Move:
    chain = talk.read_back
    if talk.step is not Step.READ_BACK or not 1 <= number <= len(chain):
        return _same(talk)
    return _go(replace(talk, at=chain[number - 1], wording=talk.wording or talk.draft), Step.MEND)


def _stop(talk: WhyTalk) -> Move:
    """The person has had enough of questions: straight to the end of this part."""
    match talk.step:
        case Step.PROBLEM | Step.TOUCHED:
            return _go(talk, Step.CONFIRM)
        case Step.LOOK | Step.LOOK_WHO | Step.LOOK_WHEN if talk.look_where:
            return _to_the_end(_planned(talk, None))
        case (
            Step.WHY | Step.EVIDENCE | Step.MORE | Step.MORE_WHAT | Step.ENOUGH
            | Step.LOOK | Step.LOOK_WHO | Step.LOOK_WHEN
        ):  # fmt: skip
            return _to_the_end(talk)
        case Step.READ_BACK:
            return _go(replace(talk, wording=talk.wording or talk.draft), Step.CONFIRM)
        case Step.MEND | Step.OTHER | Step.TRY | Step.NOTICE:
            return _go(talk, Step.CONFIRM)
        case Step.CONFIRM:
            return talk, (Rest(),)
        case Step.CLOSED:
            return talk, ()
        case _:
            assert_never(talk.step)


def _to_the_end(talk: WhyTalk) -> Move:
    return _read_back(talk) if talk.at != PROBLEM else _go(talk, Step.CONFIRM)
