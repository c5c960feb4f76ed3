"""The talk about causes as a pure function: `step(talk, event) -> (talk, effects)`.

One question at a time, never a dead end, and the person may go back, rest or stop at any step. What is
asked follows from the talk alone, so a talk can be put away and taken up again anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias, assert_never

from bot.domain.ideas import MAX_TEXT, Whys
from bot.domain.tree import PROBLEM, Evidence, WhyTree

# After so many whys the talk asks whether it is deep enough, and ends kindly.
ASK_ENOUGH_AT = 5
LAST_WHY = 7
# So many questions, as long as the end is not near, before Femma offers to save and go on another day.
QUESTIONS_BEFORE_REST = 7


class Step(StrEnum):
    """Which question is open."""

    PROBLEM = "problem"
    TOUCHED = "touched"
    WHY = "why"
    EVIDENCE = "evidence"
    MORE = "more"
    MORE_WHAT = "more-what"
    ENOUGH = "enough"
    READ_BACK = "read-back"
    MEND = "mend"
    OTHER = "other"
    TRY = "try"
    NOTICE = "notice"
    CONFIRM = "confirm"
    CLOSED = "closed"


class Choice(StrEnum):
    """What can be pressed, or typed in words that mean the same."""

    YES = "yes"
    NO = "no"
    SEEN = "seen"
    BELIEVED = "believed"
    ROOT = "root"
    DONT_KNOW = "dont-know"
    SKIP = "skip"
    BACK = "back"
    PAUSE = "pause"
    STOP = "stop"


class Lead(StrEnum):
    """A short sentence before the question."""

    NONE = "none"
    THANKS = "thanks"
    GO_SEE = "go-see"
    OFFER_REST = "offer-rest"
    LONG = "long"
    KEPT = "kept"
    MENDED = "mended"
    AT_START = "at-start"
    AGAIN = "again"
    EMPTY = "empty"
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True)
class Answered:
    """Words of the person."""

    text: str


@dataclass(frozen=True, slots=True)
class Chose:
    """A button, or words that mean the same."""

    choice: Choice


@dataclass(frozen=True, slots=True)
class Limps:
    """This step of the read-back, counted from 1, does not hold."""

    number: int


Event: TypeAlias = Answered | Chose | Limps


@dataclass(frozen=True, slots=True)
class Ask:
    """Show the open question, with a sentence before it."""

    lead: Lead = Lead.NONE


@dataclass(frozen=True, slots=True)
class Rest:
    """Put the talk away until the person comes back."""


@dataclass(frozen=True, slots=True)
class Finish:
    """The person has confirmed: this goes to the idea and its manager."""

    whys: Whys


Effect: TypeAlias = Ask | Rest | Finish


@dataclass(frozen=True, slots=True)
class WhyTalk:
    """Everything the talk knows. `at` is the why the question is about; `root` the end that was read back.

    `draft` is an answer that was taken back to be worded again; `asked` counts questions since the start
    or the last rest.
    """

    tree: WhyTree
    step: Step = Step.PROBLEM
    at: int = PROBLEM
    root: int = PROBLEM
    touched: str = ""
    trial: str = ""
    sign: str = ""
    wording: str = ""
    remark: str = ""
    draft: str = ""
    asked: int = 1
    other_asked: bool = False

    @property
    def read_back(self) -> tuple[int, ...]:
        """The chain as it is read: from the last cause up to the first why."""
        return tuple(reversed(self.tree.chain(self.root)))

    def outcome(self) -> Whys:
        """What the talk has come to."""
        return Whys(self.tree, self.touched, self.trial, self.sign, self.wording, self.remark)


Move: TypeAlias = tuple[WhyTalk, tuple[Effect, ...]]


def begin(problem: str) -> Move:
    """A new talk about something somebody told."""
    return WhyTalk(WhyTree(problem)), (Ask(),)


def resume(talk: WhyTalk) -> Move:
    """Take a talk up again at its open question."""
    return replace(talk, asked=1), (Ask(Lead.RESUMED),)


def choices(talk: WhyTalk) -> tuple[Choice, ...]:
    """What can be chosen at the open question, most likely first. `step` takes nothing else."""
    deep = talk.at != PROBLEM
    match talk.step:
        case Step.PROBLEM:
            own: tuple[Choice, ...] = (Choice.SKIP,)
        case Step.WHY:
            own = (Choice.ROOT, Choice.DONT_KNOW) if deep else (Choice.DONT_KNOW,)
        case Step.EVIDENCE:
            own = (Choice.SEEN, Choice.BELIEVED)
        case Step.MORE | Step.ENOUGH | Step.READ_BACK | Step.OTHER | Step.CONFIRM:
            own = (Choice.YES, Choice.NO)
        case Step.MORE_WHAT:
            own = (Choice.NO,)
        case Step.TOUCHED | Step.MEND | Step.TRY | Step.NOTICE:
            own = (Choice.SKIP,)
        case Step.CLOSED:
            return ()
        case _:
            assert_never(talk.step)
    back = () if talk.step is Step.PROBLEM else (Choice.BACK,)
    if talk.step in {Step.READ_BACK, Step.CONFIRM}:
        own = (Choice.YES,)
    return (*own, *back, Choice.PAUSE)


def step(talk: WhyTalk, event: Event) -> Move:
    """One move. Total: any event at any step gives a talk with an open question, or ends it."""
    if talk.step is Step.CLOSED:
        return talk, ()
    match event:
        case Chose(Choice.PAUSE):
            return talk, (Rest(),)
        case Chose(Choice.BACK):
            return _back(talk)
        case Chose(Choice.STOP):
            return _stop(talk)
        case Answered(text) if not text.strip():
            return talk, (Ask(Lead.EMPTY),)
        case Answered(text):
            return _answered(talk, text.strip()[:MAX_TEXT])
        case Chose(choice):
            return _chose(talk, choice)
        case Limps(number):
            return _limps(talk, number)
        case _:
            assert_never(event)


def _ask(talk: WhyTalk, lead: Lead = Lead.NONE) -> Move:
    asked = talk.asked + 1
    tiring = talk.step in _LONG_PART and lead in {Lead.NONE, Lead.THANKS}
    if asked > QUESTIONS_BEFORE_REST and tiring:
        return replace(talk, asked=1), (Ask(Lead.OFFER_REST),)
    return replace(talk, asked=asked), (Ask(lead),)


# Behind these steps the end is near: whoever has come so far is not asked to rest.
_LONG_PART = frozenset({Step.TOUCHED, Step.WHY, Step.EVIDENCE, Step.MORE, Step.MORE_WHAT, Step.ENOUGH})


def _go(talk: WhyTalk, to: Step, lead: Lead = Lead.NONE) -> Move:
    return _ask(replace(talk, step=to, draft=""), lead)


def _same(talk: WhyTalk) -> Move:
    return talk, (Ask(Lead.AGAIN),)


def _answered(talk: WhyTalk, text: str) -> Move:
    tree = talk.tree
    match talk.step:
        case Step.PROBLEM:
            return _go(replace(talk, tree=replace(tree, problem=text)), Step.TOUCHED, Lead.THANKS)
        case Step.TOUCHED:
            return _go(replace(talk, touched=text, at=PROBLEM), Step.WHY)
        case Step.WHY | Step.ENOUGH | Step.OTHER:
            return _why_answered(talk, text)
        case Step.EVIDENCE:
            return _after_evidence(replace(talk, tree=tree.marked(talk.at, Evidence.SEEN, text)))
        case Step.MORE | Step.MORE_WHAT:
            grown = tree.add(tree.whys[talk.at].parent, text)
            return _go(replace(talk, tree=grown), Step.WHY, Lead.KEPT)
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


def _why_answered(talk: WhyTalk, text: str) -> Move:
    grown = talk.tree.add(talk.at, text)
    return _go(replace(talk, tree=grown, at=len(grown.whys) - 1), Step.EVIDENCE)


def _after_evidence(talk: WhyTalk) -> Move:
    depth = talk.tree.depth(talk.at)
    if depth <= 2 and not talk.tree.forked:
        return _go(talk, Step.MORE)
    if depth >= LAST_WHY:
        return _read_back(talk, Lead.LONG)
    return _go(talk, Step.ENOUGH if depth == ASK_ENOUGH_AT else Step.WHY)


def _read_back(talk: WhyTalk, lead: Lead = Lead.NONE) -> Move:
    return _go(replace(talk, root=talk.at), Step.READ_BACK, lead)


def _after_read_back(talk: WhyTalk) -> Move:
    other = _other_branch(talk)
    if other is None:
        return _go(talk, Step.TRY)
    return _go(replace(talk, at=other, other_asked=True), Step.OTHER)


def _other_branch(talk: WhyTalk) -> int | None:
    """A cause that was named and not yet looked into."""
    if talk.other_asked:
        return None
    chain = talk.tree.chain(talk.root)
    leaves = (leaf for leaf in talk.tree.leaves() if leaf not in chain)
    return next((leaf for leaf in leaves if talk.tree.whys[leaf].evidence is None), None)


def _chose(talk: WhyTalk, choice: Choice) -> Move:
    if choice not in choices(talk):
        return _same(talk)
    match talk.step:
        case Step.PROBLEM:
            return _go(talk, Step.TOUCHED)
        case Step.TOUCHED:
            return _go(replace(talk, at=PROBLEM), Step.WHY)
        case Step.WHY:
            return _go(talk, Step.ENOUGH) if choice is Choice.ROOT else _unknown(talk)
        case Step.EVIDENCE:
            evidence = Evidence.SEEN if choice is Choice.SEEN else Evidence.BELIEVED
            return _after_evidence(replace(talk, tree=talk.tree.marked(talk.at, evidence)))
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
            return _go(talk, Step.WHY if choice is Choice.YES else Step.TRY)
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


def _unknown(talk: WhyTalk) -> Move:
    """Not knowing is a good answer: somebody can go and look."""
    if talk.at == PROBLEM:
        return _go(talk, Step.TRY, Lead.GO_SEE)
    return _read_back(talk, Lead.GO_SEE)


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
        case Step.WHY | Step.EVIDENCE | Step.MORE | Step.MORE_WHAT | Step.ENOUGH:
            return _read_back(talk) if talk.at != PROBLEM else _go(talk, Step.CONFIRM)
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


def _back(talk: WhyTalk) -> Move:
    """The question before; what had been answered there comes along to be worded again."""
    tree = talk.tree
    match talk.step:
        case Step.PROBLEM:
            return talk, (Ask(Lead.AT_START),)
        case Step.TOUCHED:
            return _to(talk, Step.PROBLEM, draft=tree.problem)
        case Step.WHY if talk.at == PROBLEM:
            return _to(talk, Step.TOUCHED, draft=talk.touched)
        case Step.WHY | Step.MORE:
            return _to(replace(talk, tree=tree.marked(talk.at, None)), Step.EVIDENCE)
        case Step.EVIDENCE:
            return _take_back(talk)
        case Step.MORE_WHAT:
            return _to(talk, Step.MORE)
        case Step.ENOUGH:
            return _to(talk, Step.WHY)
        case Step.READ_BACK:
            return _to(replace(talk, at=talk.root, wording=talk.wording or talk.draft), Step.ENOUGH)
        case Step.MEND:
            return _to(replace(talk, other_asked=False), Step.READ_BACK)
        case Step.OTHER:
            return _to_read_back(talk)
        case Step.TRY:
            return _to_read_back(replace(talk, at=talk.root)) if talk.root != PROBLEM else _to(talk, Step.WHY)
        case Step.NOTICE:
            return _to(talk, Step.TRY, draft=talk.trial)
        case Step.CONFIRM:
            return _to(talk, Step.NOTICE, draft=talk.sign) if talk.trial else _to(talk, Step.TRY)
        case Step.CLOSED:
            return talk, ()
        case _:
            assert_never(talk.step)


def _to(talk: WhyTalk, step: Step, draft: str = "") -> Move:
    return replace(talk, step=step, draft=draft), (Ask(),)


def _to_read_back(talk: WhyTalk) -> Move:
    return _to(replace(talk, other_asked=False, wording=""), Step.READ_BACK, draft=talk.wording)


def _take_back(talk: WhyTalk) -> Move:
    """The answer at `at` is worded again: it leaves the tree and waits as a draft."""
    words = talk.tree.text_of(talk.at)
    branch = talk.tree.newest_leaf_below(talk.at)
    if branch != talk.at:
        # Another branch still hangs here: that one comes first on the way back.
        return _to(replace(talk, at=branch), Step.WHY)
    tree, parent = talk.tree.without(talk.at)
    root = PROBLEM if talk.root == talk.at else talk.root - (talk.root > talk.at)
    return _to(replace(talk, tree=tree, at=parent, root=root), Step.WHY, draft=words)
