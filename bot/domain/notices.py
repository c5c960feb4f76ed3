"""Everything Femma can tell people: one frozen class each, in a closed union.

A notice is a value that stands alone: views turn it into a card without asking anybody, and it is kept in
the outbox until it has been said. An empty name is shown as "a colleague" in the reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from bot.domain.a3 import A3
from bot.domain.attempts import Check, Outcome
from bot.domain.digests import Summary
from bot.domain.errors import No
from bot.domain.ideas import Idea, IdeaId, Kind, Move, Stage
from bot.domain.people import DigestRule, Language, PersonId, TeamId, TenantId
from bot.domain.talk_notices import (
    HandAnswered,
    HandAsked,
    LookAnswered,
    LookDue,
    QuoteAnswered,
    QuoteAsked,
    TalkWaits,
)
from bot.domain.talks import TalkId
from bot.domain.totals import Sums
from bot.domain.wastes import Waste
from bot.domain.whys import Lead, WhyTalk


@dataclass(frozen=True, slots=True)
class Welcome:
    """The first words in a direct chat. `manages`: the person answers for a team."""

    name: str
    manages: bool = False


@dataclass(frozen=True, slots=True)
class Help:
    """What one can write. `manages`: the person answers for a team, and can look up what waits.

    `administrator`: the person sets where other things belong.
    """

    manages: bool = False
    administrator: bool = False


class Short(StrEnum):
    """Sentences that stand alone; each is a text `short-…` with its gap `{ $what }`."""

    LANGUAGE_SET = "language-set"
    WHICH_LANGUAGE = "which-language"
    NOTHING_TO_CANCEL = "nothing-to-cancel"
    NOT_A_MANAGER = "not-a-manager"
    NO_TALK = "no-talk"
    CONTINUE_IN_CHAT = "continue-in-chat"
    EMPTY = "empty"
    WITHDRAWN = "withdrawn"
    ADDED = "added"
    REPLY_SENT = "reply-sent"
    QUIET_WEEK = "quiet-week"
    CHOOSE_TEAM = "choose-team"
    CHOOSE_ABOVE = "choose-above"
    HERE = "here"
    SETTINGS_IN_CHANNEL = "settings-in-channel"
    HEARD = "heard"
    SLOW_DOWN = "slow-down"
    CHANNEL_LOST = "channel-lost"
    REWORDED = "reworded"
    JUST_DONE = "just-done"
    JOINED = "joined"
    FOLLOWING = "following"
    SEEN_TOO = "seen-too"
    VOICE_KEPT = "voice-kept"
    WAKES_NOT = "wakes-not"
    WAKES = "wakes"
    SNOOZED = "snoozed"
    ALL_READ = "all-read"
    AWAY_SET = "away-set"
    BACK_SET = "back-set"
    WHICH_DAY = "which-day"
    FIND_WHAT = "find-what"
    MERGE_UNDONE = "merge-undone"
    LADDER_SET = "ladder-set"
    EFFECT_KEPT = "effect-kept"
    EFFECT_TOLD = "effect-told"
    EFFECT_SUM = "effect-sum"
    STEP_UP = "step-up"
    PHOTO_ADDED = "photo-added"
    PHOTO_AFTER = "photo-after"
    PHOTO_ALONE = "photo-alone"
    PHOTO_TOO_BIG = "photo-too-big"
    PHOTO_WRONG_KIND = "photo-wrong-kind"
    PHOTO_NOT_FETCHED = "photo-not-fetched"
    PHOTO_TOO_MANY = "photo-too-many"
    LOOK_KEPT = "look-kept"
    GATHERED = "gathered"
    GATHER_DONE = "gather-done"
    HANDED = "handed"
    HANDED_YES = "handed-yes"
    HANDED_NO = "handed-no"
    WIPED = "wiped"
    DOORS_SET = "doors-set"
    A3_WHICH = "a3-which"
    A3_NOT_YET = "a3-not-yet"


@dataclass(frozen=True, slots=True)
class ShortLine:
    """One sentence. `what` fills its gap: a number of an idea, a name, or a day as people say it."""

    line: Short
    what: str = ""


@dataclass(frozen=True, slots=True)
class Sorry:
    """A kind no, with the next step."""

    no: No
    number: str = ""


@dataclass(frozen=True, slots=True)
class Door:
    """To one person alone: where such a thing is taken care of. Holds none of their words.

    `url` is the administrator's link, if there is one. `talk` is the draft that waits for a yes or a no;
    empty where nothing was kept.
    """

    elsewhere: str
    url: str = ""
    talk: TalkId = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class KindQuestion:
    """Thanks, and which kind is it? `cut` when the words were longer than can be kept."""

    talk: TalkId
    version: int
    text: str
    guess: Kind
    cut: bool = False


@dataclass(frozen=True, slots=True)
class KindAnswered:
    """The resolved form of the question."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class TeamChoice:
    """One team to choose from."""

    team: TeamId
    name: str


@dataclass(frozen=True, slots=True)
class TeamQuestion:
    """Which team does it belong to? An empty list: none is set up yet, the words are kept."""

    talk: TalkId
    version: int
    text: str
    teams: tuple[TeamChoice, ...]


@dataclass(frozen=True, slots=True)
class TeamAnswered:
    """The resolved form of the team question."""

    name: str


@dataclass(frozen=True, slots=True)
class DraftDropped:
    """Nothing was filed; here are the words."""

    text: str


@dataclass(frozen=True, slots=True)
class IdeaNames:
    """The names around an idea, and where its days are counted.

    `manager` is whoever it lies with now, `tried_by` whoever tries it; `instead_of` is the manager who is
    away while the deputy answers. `into` is the number of the idea a merged one goes on in.
    """

    author: str
    manager: str
    team: str
    zone: str
    replied_by: str = ""
    tried_by: str = ""
    instead_of: str = ""
    into: int = 0


@dataclass(frozen=True, slots=True)
class AuthorCard:
    """The author's card: what was filed, who answers, by which day."""

    idea: Idea
    names: IdeaNames
    cut: bool = False


@dataclass(frozen=True, slots=True)
class ManagerCard:
    """The manager's card, to answer on. `more` shows the second half of the moves."""

    idea: Idea
    names: IdeaNames
    more: bool = False


@dataclass(frozen=True, slots=True)
class FiledInChannel:
    """A line in the thread where somebody mentioned Femma."""

    number: int
    manager: str
    answer_by: date | None


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """To the author: it has been read. Empty `words` means the usual sentence."""

    number: int
    text: str
    by: str
    words: str
    decide_by: date


@dataclass(frozen=True, slots=True)
class Asked:
    """To the author: the manager has a question."""

    idea: str
    version: int
    number: int
    text: str
    by: str
    question: str


@dataclass(frozen=True, slots=True)
class TurnedDown:
    """To the author: not now, because."""

    number: int
    text: str
    by: str
    reason: str
    words: str
    would_be_yes: str = ""


@dataclass(frozen=True, slots=True)
class ReplyCame:
    """To the manager: the author has answered the question."""

    number: int
    by: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class WhysCame:
    """To the manager: the author has looked for causes, and this is what it came to."""

    idea: Idea
    author: str


@dataclass(frozen=True, slots=True)
class WhyQuestion:
    """The open question of a talk about causes.

    `shared`: it is asked where several answer; `by` is then whose answer it builds on, if that may be said.
    """

    talk: TalkId
    version: int
    number: int
    state: WhyTalk
    lead: Lead
    manager: str = ""
    shared: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class WhyAnswered:
    """The resolved form of a question that was answered with a button."""

    state: WhyTalk
    choice: str


@dataclass(frozen=True, slots=True)
class TalkRests:
    """Saved, to be taken up again."""

    talk: TalkId
    version: int
    number: int


@dataclass(frozen=True, slots=True)
class WhysSent:
    """To the author: the manager has it now."""

    number: int
    manager: str


@dataclass(frozen=True, slots=True)
class IdeaRow:
    """One line of a list."""

    idea: str
    version: int
    number: int
    text: str
    stage: Stage
    day: date | None
    team: str


@dataclass(frozen=True, slots=True)
class MyIdeas:
    """The author's own ideas, newest first; `more` counts those not shown. `talk` rests."""

    rows: tuple[IdeaRow, ...]
    more: int = 0
    resting: TalkId | None = None
    resting_version: int = 0


@dataclass(frozen=True, slots=True)
class WaitingForMe:
    """What the manager has not answered, the most urgent first."""

    rows: tuple[IdeaRow, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Home:
    """A person's own page: own ideas and, for those who answer, what waits."""

    mine: tuple[IdeaRow, ...]
    waiting: tuple[IdeaRow, ...] | None


@dataclass(frozen=True, slots=True)
class Hello:
    """The first words in a channel, with the offer to set the team up."""

    team: TeamId
    version: int


@dataclass(frozen=True, slots=True)
class TeamIsSet:
    """What was set for the team, and by whom."""

    team: TeamId
    version: int
    name: str
    by: str
    manager: str
    deputy: str
    language: Language
    rule: DigestRule


@dataclass(frozen=True, slots=True)
class WeeklySummary:
    """The agenda of the board meeting. `preview` when the manager looks in advance."""

    team: TeamId
    name: str
    manager: str
    summary: Summary
    zone: str
    preview: bool = False


@dataclass(frozen=True, slots=True)
class ColleagueCard:
    """An idea as a colleague sees it. `author` is empty when the name is hidden or unknown."""

    idea: Idea
    author: str
    names: IdeaNames
    follows: bool = False
    sees: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """To the author: the manager's move, except "I have read it" and "not now".

    `day`: until when it is tried, rests, or is answered by whoever it was passed on to; `who`: whoever tries
    it, or with whom it lies now.
    """

    number: int
    text: str
    by: str
    move: Move
    words: str
    day: date
    who: str = ""
    trial: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class PassedTo:
    """To whoever an idea was passed on to: by whom, and why; the card follows."""

    number: int
    by: str
    words: str
    team: str


@dataclass(frozen=True, slots=True)
class CameBack:
    """Its day has come: to whoever it lies with (`to_author` False), or to the author.

    By `day` an answer is promised now.
    """

    number: int
    text: str
    day: date
    to_author: bool
    manager: str = ""


@dataclass(frozen=True, slots=True)
class NudgeRow:
    """One idea that waits. `author` is empty when unknown.

    `day` is the promised day, `since` the one from which the author has waited, None when nobody knows.
    """

    idea: IdeaId
    version: int
    number: int
    text: str
    author: str
    day: date
    stage: Stage
    zone: str = "UTC"
    since: date | None = None


class Role(StrEnum):
    """Why somebody is reminded."""

    ANSWERS = "answers"
    DEPUTY = "deputy"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Nudges:
    """All that waits for one person, in one message; `manager` is who has not answered, for the others."""

    team: TeamId
    name: str
    role: Role
    manager: str
    rows: tuple[NudgeRow, ...]
    more: int = 0
    today: date | None = None


@dataclass(frozen=True, slots=True)
class CheckQuestion:
    """To whoever tries it: begun? keep? does it hold? Which check it is stands in the idea's attempt."""

    idea: Idea
    names: IdeaNames


@dataclass(frozen=True, slots=True)
class CheckAnswered:
    """The resolved form of that question."""

    number: int
    text: str
    check: Check
    outcome: Outcome
    words: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """To author, manager and followers: what became of a check. `words`: hindrance, change or lesson.

    `to_author` is set on the author's own, who is thanked for having seen it.
    """

    number: int
    text: str
    by: str
    check: Check
    outcome: Outcome
    words: str = ""
    figure: str = ""
    figure_after: str = ""
    sign: str = ""
    day: date | None = None
    to_author: bool = False


@dataclass(frozen=True, slots=True)
class JustDone:
    """To the manager: the team decided for itself and did it. No approval is asked for."""

    number: int
    text: str
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class SimilarRow:
    """One idea that looks like what is being told."""

    idea: IdeaId
    number: int
    text: str
    stage: Stage
    team: str


@dataclass(frozen=True, slots=True)
class SimilarQuestion:
    """Before filing: is it one of these? Join one, or file it anyway."""

    talk: TalkId
    version: int
    text: str
    rows: tuple[SimilarRow, ...]


@dataclass(frozen=True, slots=True)
class SimilarAnswered:
    """The resolved form. `number` is the idea that was joined, 0 when it was filed anyway."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class VoiceCame:
    """To author and manager: a colleague knows something about it, or joined it."""

    number: int
    text: str
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class StillKeen:
    """To the author of a resting or declined idea whose twin turned up: still keen?"""

    idea: IdeaId
    version: int
    number: int
    text: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class KeenAnswered:
    """The resolved form."""

    number: int
    yes: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """To whoever merged two: what was merged into what, with the way back."""

    idea: IdeaId
    version: int
    number: int
    into: int
    text: str
    into_text: str


@dataclass(frozen=True, slots=True)
class WasMerged:
    """To the author of a merged one: it goes on in another, and the words came along."""

    number: int
    into: int
    into_text: str
    by: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found; with `query` as it was typed."""

    query: str
    rows: tuple[SimilarRow, ...]


@dataclass(frozen=True, slots=True)
class ShareRow:
    """How many of a team's promises that ended lately were kept. Never about a person."""

    team: str
    kept: int
    ended: int
    open: int


@dataclass(frozen=True, slots=True)
class PromiseShare:
    """The kept promises of the last `days` days: a manager's own teams, or every unit for the lead."""

    rows: tuple[ShareRow, ...]
    days: int
    for_lead: bool = False


@dataclass(frozen=True, slots=True)
class WasteQuestion:
    """To the author, once: is this what it tells of? Whoever leaves it changes nothing."""

    idea: IdeaId
    version: int
    number: int
    text: str
    waste: Waste


@dataclass(frozen=True, slots=True)
class WasteAnswered:
    """The resolved form. `waste` is None when it was left."""

    number: int
    text: str
    waste: Waste | None = None


@dataclass(frozen=True, slots=True)
class GainRow:
    """What the ideas of one team gave. Never about a person."""

    team: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class Gains:
    """What came of ideas: a manager's own teams, or every team and the whole for the lead.

    `uses`: what freed time goes to, in people's words, at most three.
    """

    rows: tuple[GainRow, ...]
    whole: Sums
    uses: tuple[str, ...] = ()
    for_lead: bool = False


@dataclass(frozen=True, slots=True)
class A3Page:
    """An idea on one page, to `person`, with links to its files in the team's language.

    `hidden`: its author's name is to stand on no page.
    """

    idea: IdeaId
    tenant: TenantId
    person: PersonId
    language: Language
    page: A3
    hidden: bool = False


Notice: TypeAlias = (
    Welcome | Help | ShortLine | Sorry | Door | KindQuestion | KindAnswered | TeamQuestion | TeamAnswered
    | DraftDropped | AuthorCard | ManagerCard | FiledInChannel | Acknowledged | Asked | TurnedDown
    | ReplyCame | WhysCame | WhyQuestion | WhyAnswered | TalkRests | WhysSent | MyIdeas | WaitingForMe
    | TalkWaits | LookDue | LookAnswered | HandAsked | HandAnswered | QuoteAsked | QuoteAnswered
    | Home | Hello | TeamIsSet | WeeklySummary | ColleagueCard | Decided | PassedTo | CameBack | Nudges
    | CheckQuestion | CheckAnswered | Progress | JustDone | SimilarQuestion | SimilarAnswered | VoiceCame
    | StillKeen | KeenAnswered | Merged | WasMerged | Found | PromiseShare | WasteQuestion | WasteAnswered
    | Gains | A3Page
)  # fmt: skip
