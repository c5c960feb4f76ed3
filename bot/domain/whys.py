"""The talk about causes as values: which question is open, what may be chosen there, and what it has come to.

How it moves is in `why_moves`. What is asked follows from the talk alone, so a talk can be put away and taken
up again anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias, assert_never

from bot.domain.ideas import MAX_TEXT, Whys
from bot.domain.people import PersonId
from bot.domain.tree import PROBLEM, WhyTree

# After so many whys the talk asks whether it is deep enough, and ends kindly.
ASK_ENOUGH_AT = 5
LAST_WHY = 7
# So many questions, as long as the end is not near, before Femma offers to save and go on another day.
QUESTIONS_BEFORE_REST = 7
# So many ends of chains; what else is named is better told as an idea of its own.
MOST_BRANCHES = 3


class Step(StrEnum):
    """Which question is open."""

    PROBLEM = "problem"
    TOUCHED = "touched"
    WHY = "why"
    EVIDENCE = "evidence"
    LOOK = "look"
    LOOK_WHO = "look-who"
    LOOK_WHEN = "look-when"
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
    LOOK = "look"
    ME = "me"
    TOMORROW = "tomorrow"
    WEEK = "week"
    ROOT = "root"
    DONT_KNOW = "dont-know"
    SKIP = "skip"
    DIG = "dig"
    KEEP = "keep"
    SPLIT = "split"
    BACK = "back"
    PAUSE = "pause"
    STOP = "stop"


class Lead(StrEnum):
    """A short sentence before the question."""

    NONE = "none"
    THANKS = "thanks"
    GO_SEE = "go-see"
    BELIEVED = "believed"
    OFFER_REST = "offer-rest"
    LONG = "long"
    KEPT = "kept"
    BOTH = "both"
    MENDED = "mended"
    AT_START = "at-start"
    AGAIN = "again"
    EMPTY = "empty"
    WHICH_DAY = "which-day"
    WHICH_STEP = "which-step"
    FEW_WORDS = "few-words"
    NOT_SENT = "not-sent"
    RESUMED = "resumed"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Answered:
    """Words of a person. `by` is empty for whoever leads the talk.

    `hold`: they are worth one gentle question before they are kept. `aside`: an idea that came on the way, to
    be kept beside the causes. `doubted`: they say of a cause that nobody has seen it.
    """

    text: str
    by: PersonId = ""
    hold: bool = False
    aside: str = ""
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """The words that were held are several causes: these."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnDay:
    """A day was named, or chosen."""

    day: date


@dataclass(frozen=True, slots=True)
class Late:
    """An answer to a why that somebody else has answered in the same moment. `at` is the why it was about."""

    at: int
    text: str
    by: PersonId = ""


@dataclass(frozen=True, slots=True)
class Chose:
    """A button, or words that mean the same."""

    choice: Choice


@dataclass(frozen=True, slots=True)
class Bare:
    """A yes, a no or a thank you and nothing more, where that is none of the choices. `no`: it was a no."""

    no: bool = False


@dataclass(frozen=True, slots=True)
class Limps:
    """This step of the read-back, counted from 1, does not hold."""

    number: int


@dataclass(frozen=True, slots=True)
class Spare:
    """Words of somebody besides the leader that found no place in the tree. `idea`: a try, not a cause."""

    text: str
    by: PersonId
    idea: bool = False


Event: TypeAlias = Answered | Parts | OnDay | Late | Chose | Bare | Limps


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

    `draft` is an answer that was taken back to be worded again. `held` is one (of `held_by`) that waits while
    one more question is asked about it; `eased` says that this was done at this why. `look` is being planned
    for `looking`. `others` are branches that were offered already, `pocket` ideas that came on the way,
    `spare` what others have said besides. A `short` talk asks three questions and does not dig. `asked`
    counts questions since the start or the last rest.
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
    held: str = ""
    held_by: PersonId = ""
    eased: bool = False
    looking: int = PROBLEM
    look_where: str = ""
    look_who: str = ""
    unknown: bool = False
    others: tuple[int, ...] = ()
    pocket: tuple[str, ...] = ()
    short: bool = False
    spare: tuple[Spare, ...] = ()

    @property
    def read_back(self) -> tuple[int, ...]:
        """The chain as it is read: from the last cause up to the first why."""
        return tuple(reversed(self.tree.chain(self.root)))

    @property
    def under(self) -> int:
        """The why that an answer given now would hang on."""
        if self.step in {Step.MORE, Step.MORE_WHAT} and self.at != PROBLEM:
            return self.tree.whys[self.at].parent
        return self.at

    def with_tree(self, tree: WhyTree) -> WhyTalk:
        """The same talk over another tree."""
        return replace(self, tree=tree)

    def with_wording(self, words: str) -> WhyTalk:
        """The same talk with the whole in one sentence."""
        return replace(self, wording=words.strip()[:MAX_TEXT])

    def ideas_on_the_way(self, silent: frozenset[PersonId] = frozenset()) -> tuple[str, ...]:
        """Ideas that were said in place of a cause, without those of these people."""
        others = (spare.text for spare in self.spare if spare.idea and spare.by not in silent)
        return (*self.pocket, *others)

    def outcome(self, silent: frozenset[PersonId] = frozenset()) -> Whys:
        """What the talk has come to, without the words of people who have not said they may be quoted."""
        besides = (spare.text for spare in self.spare if not spare.idea and spare.by not in silent)
        return Whys(
            self.tree.without_words_of(silent),
            self.touched,
            self.trial,
            self.sign,
            self.wording,
            "\n".join(filter(None, (self.remark, *besides))),
            pocket=self.ideas_on_the_way(silent),
        )


# Where words become a cause or a try, and may be met with one gentle question first.
EASED = frozenset({Step.WHY, Step.MORE, Step.MORE_WHAT, Step.ENOUGH, Step.OTHER, Step.TRY})
# Where words become a why.
ASKS_WHY = frozenset({Step.WHY, Step.MORE, Step.MORE_WHAT})


def choices(talk: WhyTalk) -> tuple[Choice, ...]:
    """What can be chosen at the open question, most likely first. `step` takes nothing else."""
    if talk.step is Step.CLOSED:
        return ()
    if talk.held:
        return Choice.KEEP, Choice.SPLIT, Choice.BACK, Choice.PAUSE
    back = () if talk.step is Step.PROBLEM else (Choice.BACK,)
    return (*_own(talk), *back, Choice.PAUSE)


def _own(talk: WhyTalk) -> tuple[Choice, ...]:
    match talk.step:
        case Step.PROBLEM:
            return (Choice.SKIP, Choice.DIG) if talk.short else (Choice.SKIP,)
        case Step.WHY:
            return (Choice.ROOT, Choice.DONT_KNOW) if talk.at != PROBLEM else (Choice.DONT_KNOW,)
        case Step.EVIDENCE:
            return Choice.SEEN, Choice.BELIEVED, Choice.LOOK
        case Step.LOOK_WHO:
            return (Choice.ME,)
        case Step.LOOK_WHEN:
            return Choice.TOMORROW, Choice.WEEK, Choice.SKIP
        case Step.MORE | Step.ENOUGH | Step.OTHER:
            return Choice.YES, Choice.NO
        case Step.READ_BACK | Step.CONFIRM:
            return (Choice.YES,)
        case Step.MORE_WHAT:
            return (Choice.NO,)
        case Step.TOUCHED | Step.LOOK | Step.MEND | Step.TRY | Step.NOTICE:
            return (Choice.SKIP,)
        case Step.CLOSED:
            return ()
        case _:
            assert_never(talk.step)
