"""An idea and what may happen to it.

Values never change: each method checks who may do it and in which stage, and returns a new Idea or raises
a Refusal. The history (`Happening`) is written beside it and only ever grows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from bot.domain.attempts import ANSWERS, Attempt, Check, Outcome
from bot.domain.effects import Effect
from bot.domain.errors import No, Refusal
from bot.domain.people import PersonId, Team, TeamId, TenantId
from bot.domain.pictures import Pictured
from bot.domain.promises import local_day
from bot.domain.tree import WhyTree
from bot.domain.wastes import Waste

IdeaId: TypeAlias = str

# A message longer than this is kept to this length, with a word about it (characters).
MAX_TEXT = 4000
# So many who told of the same, the author among them, are many.
MANY = 3


class Kind(StrEnum):
    """What somebody told."""

    IDEA = "idea"
    PROBLEM = "problem"
    VOICE = "voice"
    WORKS = "works"


class Stage(StrEnum):
    """Where an idea stands: the way from told to new standard, and the exits at its side."""

    SUBMITTED = "submitted"
    ACKNOWLEDGED = "acknowledged"
    EXPLORING = "exploring"
    TRYING = "trying"
    DONE = "done"
    CHECKING = "checking"
    STANDARD = "standard"
    RESTING = "resting"
    NOT_NOW = "not-now"
    LEARNT = "learnt"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


# Somebody owes an answer or a decision.
UNDECIDED = frozenset({Stage.SUBMITTED, Stage.ACKNOWLEDGED, Stage.EXPLORING})
# Somebody is at work on it, or looks whether it holds.
UNDER_WAY = frozenset({Stage.TRYING, Stage.DONE, Stage.CHECKING})
# It has an owner and a next date.
OPEN = UNDECIDED | UNDER_WAY | {Stage.RESTING}
# From then on it can be said what it gives.
AFTER_DOING = UNDER_WAY | {Stage.STANDARD, Stage.LEARNT}
# Checks after the end of a try.
MONTH = timedelta(days=30)
QUARTER = timedelta(days=90)
# Begun? is asked in the middle of a short try, and after two weeks of a long one.
_BEGUN_AFTER = timedelta(days=14)
# A team that decides for itself is asked how it goes after so long, when nobody said otherwise.
OWN_PACE = timedelta(days=30)


class Level(StrEnum):
    """Where the decision lies, from near to far."""

    TEAM = "team"
    UNIT = "unit"
    DEPARTMENT = "department"
    TOP = "top"
    OUTSIDE = "outside"


class Move(StrEnum):
    """What a manager answered."""

    READ = "read"
    TRY = "try"
    YOU_DECIDE = "you-decide"
    REST = "rest"
    PASS_ON = "pass-on"  # noqa: S105
    NOT_NOW = "not-now"


class Reason(StrEnum):
    """Why not now: one is required, with own words."""

    LAW = "law"
    SAFETY = "safety"
    MOVES = "moves"
    OTHER_FIRST = "other-first"
    TRIED = "tried"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question of the manager and, once it has come, the author's answer."""

    question: str
    asked_by: PersonId
    asked_at: datetime
    answer: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What the manager answered: own words, and for "not now" the reason and what would make it a yes."""

    by: PersonId
    at: datetime
    words: str
    reason: Reason | None = None
    move: Move = Move.READ
    would_be_yes: str = ""


@dataclass(frozen=True, slots=True)
class Whys:
    """What a talk about the causes ended in, after the author had confirmed it.

    `pocket` are ideas that came on the way, in place of a cause.
    """

    tree: WhyTree
    touched: str = ""
    trial: str = ""
    sign: str = ""
    wording: str = ""
    remark: str = ""
    pocket: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """What a colleague knows about it, or told as an idea of the same.

    `named`: with the name where the team reads it. `idea` is the merged one it came with.
    """

    by: PersonId
    at: datetime
    words: str
    named: bool = False
    idea: IdeaId = ""


@dataclass(frozen=True, slots=True)
class Support:
    """What one colleague has said about an idea of somebody else. Counted, never listed."""

    sees: bool
    follows: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """One promised day, and the day on which it was kept, None while it is open."""

    by: date
    kept_on: date | None = None

    @property
    def is_kept(self) -> bool:
        """In time?"""
        return self.kept_on is not None and self.kept_on <= self.by


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of an idea's history."""

    idea: IdeaId
    at: datetime
    by: PersonId
    what: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Idea:
    """One thing somebody told.

    `answer_by` is its next date: of the promised answer or decision, of the coming back, of the next check;
    None once it has come to an end. `holder` is with whom the decision lies when it was passed on (else
    whoever answers for the team), `outside` who that is when it left the organisation. `first` and `decision`
    are the two promises. `nudged` counts the reminders of the running promise. `seen` counts colleagues who
    see it too; who they are stands elsewhere and is never listed.
    """

    id: IdeaId
    tenant: TenantId
    number: int
    kind: Kind
    text: str
    author: PersonId
    team: TeamId
    told_at: datetime
    answer_by: date | None
    stage: Stage = Stage.SUBMITTED
    hidden: bool = False
    additions: tuple[str, ...] = ()
    whys: Whys | None = None
    reply: Reply | None = None
    exchanges: tuple[Exchange, ...] = ()
    pictures: tuple[Pictured, ...] = ()
    version: int = 0
    holder: PersonId | None = None
    level: Level = Level.TEAM
    outside: str = ""
    first: Promise | None = None
    decision: Promise | None = None
    nudged: int = 0
    attempt: Attempt | None = None
    before: tuple[Attempt, ...] = ()
    voices: tuple[Voice, ...] = ()
    seen: int = 0
    reworded: tuple[str, ...] = ()
    merged_into: IdeaId = ""
    merged_from: Stage | None = None
    merged_day: date | None = None
    woken: bool = False
    done_on: date | None = None
    effects: tuple[Effect, ...] = ()
    waste: Waste | None = None
    gained_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Does it still have a next date?"""
        return self.stage in OPEN

    @property
    def is_undecided(self) -> bool:
        """Does somebody owe an answer or a decision?"""
        return self.stage in UNDECIDED

    @property
    def is_known_to_many(self) -> bool:
        """A problem that several have told of and whose causes nobody has looked for yet."""
        return self.kind is Kind.PROBLEM and self.whys is None and len(self.voices) + 1 >= MANY

    @property
    def waiting_question(self) -> Exchange | None:
        """The manager's question that the author has not answered yet."""
        return next((e for e in reversed(self.exchanges) if e.answered_at is None), None)

    def owner(self, team: Team) -> PersonId | None:
        """Who has the next step: whoever tries it, else whoever answers. None once it has ended."""
        if not self.is_open:
            return None
        return self.with_whom or team.answers_to(self.author)

    @property
    def with_whom(self) -> PersonId | None:
        """Whose step is next when that is not simply whoever answers for the team."""
        if self.stage in UNDER_WAY and self.attempt is not None:
            return self.attempt.who
        return self.holder if self.is_open else None

    def is_decided_by(self, person: PersonId, team: Team) -> bool:
        """May this person answer it? Where it was passed on, only whoever it lies with."""
        if team.id != self.team:
            return False
        return person == self.holder if self.holder else team.answers(person)

    # What the author does

    def added(self, by: PersonId, words: str) -> Idea:
        """The author adds a line. Raises Refusal."""
        self._by_author(by)
        return replace(self, additions=(*self.additions, _some(words)))

    def said_anew(self, by: PersonId, text: str) -> Idea:
        """The author words it better; what stood there is kept. Raises Refusal."""
        self._by_author(by)
        return replace(self, text=_some(text), reworded=(*self.reworded, self.text))

    def pictured(self, *pictures: Pictured) -> Idea:
        """Pictures that came with it are kept, also when they are ready only after it was closed."""
        known = {picture.id for picture in self.pictures}
        fresh = tuple(picture for picture in pictures if picture.id not in known)
        return replace(self, pictures=(*self.pictures, *fresh))

    def with_hidden(self, by: PersonId, hidden: bool) -> Idea:
        """The author's name is taken from the channel or put back; the manager always sees it."""
        self._by_author(by)
        return replace(self, hidden=hidden)

    def wasted(self, by: PersonId, waste: Waste) -> Idea:
        """The author confirms which of the nine it tells of; it is asked and said once. Raises Refusal."""
        self._by_author(by)
        if self.waste is not None:
            raise Refusal(No.ALREADY)
        return replace(self, waste=waste)

    def withdrawn(self, by: PersonId) -> Idea:
        """The author takes it back: nothing is promised any more. Raises Refusal."""
        self._by_author(by)
        return self._ended(Stage.WITHDRAWN)

    @property
    def can_be_explained(self) -> bool:
        """Can a talk about causes still end here? Not when it was taken back, or goes on in another one."""
        return self.stage not in {Stage.WITHDRAWN, Stage.MERGED}

    def explained(self, whys: Whys) -> Idea:
        """Whoever leads the talk about causes has confirmed what it ended in. Raises Refusal.

        Also after a "not now": the problem is real, and what was found out is worth keeping.
        """
        if not self.can_be_explained:
            raise Refusal(No.CLOSED, number=str(self.number))
        return replace(self, whys=whys)

    def replied(self, by: PersonId, answer: str, at: datetime) -> Idea:
        """The author answers the waiting question. Raises Refusal."""
        self._by_author(by)
        waiting = self.waiting_question
        if waiting is None:
            raise Refusal(No.ALREADY)
        answered = replace(waiting, answer=_some(answer), answered_at=at)
        return replace(self, exchanges=tuple(answered if e is waiting else e for e in self.exchanges))

    def just_done(self, by: PersonId, words: str, today: date) -> Idea:
        """The team decided for itself and did it: no approval, straight to done. Raises Refusal."""
        self._by_author(by)
        if self.stage not in UNDECIDED | {Stage.RESTING}:
            raise Refusal(No.ALREADY)
        attempt = Attempt(_some(words), by, today, today, started=True, own=True)
        return self._decided(today)._to_done(attempt, today)

    def kept_alive(self, by: PersonId, answer_by: date) -> Idea:
        """The author is still keen on a resting or declined one: it is submitted anew. Raises Refusal."""
        if by != self.author:
            raise Refusal(No.NOT_YOURS)
        if self.stage not in {Stage.RESTING, Stage.NOT_NOW}:
            raise Refusal(No.ALREADY)
        return self._promised_anew(answer_by)

    # What the manager does

    def acknowledged(self, by: PersonId, team: Team, words: str, at: datetime, decide_by: date) -> Idea:
        """The manager has read it; a decision is promised by `decide_by`. Raises Refusal."""
        self._by_manager(by, team)
        if self.stage is not Stage.SUBMITTED:
            raise Refusal(No.ALREADY)
        reply = Reply(by, at, words[:MAX_TEXT])
        return self._answered(local_day(at, team.rule.zone), decide_by, Stage.ACKNOWLEDGED, reply)

    def asked(
        self, by: PersonId, team: Team, question: str, at: datetime, decide_by: date | None = None
    ) -> Idea:
        """The manager asks the author something; one question waits at a time. Raises Refusal.

        A question is a first answer: the idea is then looked into, and a decision is promised.
        """
        self._by_manager(by, team)
        if self.waiting_question is not None:
            raise Refusal(No.ALREADY)
        asked = replace(self, exchanges=(*self.exchanges, Exchange(_some(question), by, at)))
        is_first = self.stage is Stage.SUBMITTED or (self.is_undecided and self.decision is None)
        if is_first and decide_by is not None:
            return asked._answered(local_day(at, team.rule.zone), decide_by, Stage.EXPLORING, self.reply)
        return replace(asked, stage=Stage.EXPLORING) if self.stage is Stage.ACKNOWLEDGED else asked

    def tried(
        self, by: PersonId, team: Team, attempt: Attempt, words: str, at: datetime, *, own: bool = False
    ) -> Idea:
        """Try it, or (`own`) decide it yourselves. Raises Refusal."""
        self._by_manager(by, team)
        if self.stage not in UNDECIDED | {Stage.RESTING}:
            raise Refusal(No.ALREADY)
        if attempt.until < attempt.began or not (attempt.what.strip() or own):
            raise Refusal(No.EMPTY)
        move = Move.YOU_DECIDE if own else Move.TRY
        cut = replace(attempt, what=attempt.what[:MAX_TEXT], own=own)
        decided = self._decided(local_day(at, team.rule.zone))
        return replace(decided, reply=Reply(by, at, words[:MAX_TEXT], move=move))._to_trying(cut)

    def rested(self, by: PersonId, team: Team, until: date, words: str, at: datetime) -> Idea:
        """Good idea, wrong moment: it comes back by itself on that day. Raises Refusal."""
        self._by_manager(by, team)
        if self.stage not in UNDECIDED:
            raise Refusal(No.ALREADY)
        if until <= local_day(at, team.rule.zone):
            raise Refusal(No.EMPTY)
        reply = Reply(by, at, words[:MAX_TEXT], move=Move.REST)
        return replace(
            self._decided(local_day(at, team.rule.zone)),
            stage=Stage.RESTING,
            answer_by=until,
            reply=reply,
            nudged=0,
        )

    def woke(self, answer_by: date) -> Idea:
        """Its day has come: whoever it lies with owes an answer again."""
        return self._promised_anew(answer_by)

    def passed_up(
        self, by: PersonId, team: Team, to: PersonId, level: Level, words: str, at: datetime, answer_by: date
    ) -> Idea:
        """Passed on along the ladder: the receiver gets the same promise. Raises Refusal."""
        self._by_manager(by, team)
        if not self.is_undecided:
            raise Refusal(No.ALREADY)
        passed = self._passed(by, team, words, at, answer_by)
        return replace(passed, holder=to, level=level)

    def passed_outside(
        self, by: PersonId, team: Team, to: str, words: str, at: datetime, answer_by: date
    ) -> Idea:
        """Passed on to somebody outside: whoever passed it on brings the answer. Raises Refusal."""
        self._by_manager(by, team)
        if not self.is_undecided:
            raise Refusal(No.ALREADY)
        passed = self._passed(by, team, words, at, answer_by)
        return replace(passed, stage=Stage.EXPLORING, holder=by, level=Level.OUTSIDE, outside=_some(to))

    def moved(self, by: PersonId, team: Team, to: TeamId, words: str, at: datetime, answer_by: date) -> Idea:
        """Passed on to another team, whose manager gets the same promise. Raises Refusal."""
        self._by_manager(by, team)
        if not self.is_undecided or to == self.team:
            raise Refusal(No.ALREADY)
        passed = self._passed(by, team, words, at, answer_by)
        return replace(passed, team=to, holder=None, level=Level.TEAM, outside="")

    def turned_down(
        self,
        by: PersonId,
        team: Team,
        reason: Reason,
        words: str,
        at: datetime,
        would_be_yes: str = "",
    ) -> Idea:
        """Not now: a reason and own words, both required. Raises Refusal."""
        self._by_manager(by, team)
        if self.stage not in UNDECIDED | {Stage.RESTING}:
            raise Refusal(No.ALREADY)
        reply = Reply(by, at, _some(words), reason, Move.NOT_NOW, would_be_yes[:MAX_TEXT])
        return replace(self._decided(local_day(at, team.rule.zone))._ended(Stage.NOT_NOW), reply=reply)

    def merged(self, by: PersonId, team: Team, into: Idea) -> Idea:
        """The same as another one: it goes on there. Raises Refusal."""
        self._by_manager(by, team)
        if into.id == self.id or not into.is_open or into.tenant != self.tenant:
            raise Refusal(No.CLOSED, number=str(into.number))
        return replace(
            # Taken back, the same promise goes on: what was said of it is not said again.
            replace(self._ended(Stage.MERGED), nudged=self.nudged),
            merged_into=into.id,
            merged_from=self.stage,
            merged_day=self.answer_by,
        )

    def took_in(self, other: Idea, at: datetime) -> Idea:
        """The voices of a merged one come along: its words, its additions and who had something to say."""
        words = "\n".join((other.text, *other.additions))[:MAX_TEXT]
        own = Voice(other.author, at, words, named=not other.hidden, idea=other.id)
        theirs = tuple(replace(voice, idea=other.id) for voice in other.voices)
        return replace(self, voices=(*self.voices, own, *theirs), seen=self.seen + other.seen)

    def unmerged(self, by: PersonId, team: Team) -> Idea:
        """The merging is taken back. Raises Refusal."""
        if not (team.id == self.team and (team.answers(by) or self.holder == by)):
            raise Refusal(No.NOT_YOURS)
        if self.stage is not Stage.MERGED or self.merged_from is None:
            raise Refusal(No.ALREADY)
        return replace(
            self,
            stage=self.merged_from,
            answer_by=self.merged_day,
            merged_into="",
            merged_from=None,
            merged_day=None,
        )

    def gave_back(self, other: Idea) -> Idea:
        """What came along with a merged one leaves with it."""
        kept = tuple(voice for voice in self.voices if voice.idea != other.id)
        return replace(self, voices=kept, seen=max(0, self.seen - other.seen))

    # What becomes of a try

    def is_tried_by(self, person: PersonId, team: Team) -> bool:
        """May this person answer the checks? Whoever tries it, its author, or whoever decides."""
        doing = self.attempt is not None and self.attempt.who == person
        return doing or person == self.author or self.is_decided_by(person, team)

    def check_asked(self, again: date) -> Idea:
        """The check of the running try has been asked; without an answer it is asked again on that day."""
        return self._trying(replace(self._attempt, asked=True), again)

    def checked(
        self,
        by: PersonId,
        team: Team,
        outcome: Outcome,
        today: date,
        *,
        words: str = "",
        figure: str = "",
        until: date | None = None,
    ) -> Idea:
        """The answer to the running check. `words` is what hinders, what changes or what was learnt.

        Raises Refusal when it does not fit the check, or when what it needs is not there: CHANGE, SLIPPED
        and EXTENDED need `until`, STOP and STOPPED need words.
        """
        if not self.is_tried_by(by, team):
            raise Refusal(No.NOT_YOURS)
        if self.stage not in UNDER_WAY:
            raise Refusal(No.CLOSED, number=str(self.number))
        attempt = self._attempt
        if outcome not in ANSWERS[attempt.asks]:
            raise Refusal(No.OLD_BUTTON)
        told = replace(attempt, figure_after=figure[:MAX_TEXT] or attempt.figure_after, asked=False)
        match outcome:
            case Outcome.STARTED:
                return self._trying(replace(told, started=True).next(Check.ENDED), told.until)
            case Outcome.NOT_YET:
                hindered = replace(told, hindrance=words[:MAX_TEXT] or told.hindrance)
                again = max(min(today + timedelta(days=7), told.until), today + timedelta(days=1))
                return self._trying(hindered, again)
            case Outcome.STOPPED | Outcome.STOP:
                over = replace(told, learnt=_some(words))
                return replace(self._ended(Stage.LEARNT), attempt=over)
            case Outcome.KEEP if attempt.asks is Check.ENDED:
                return self._to_done(told, today)
            case Outcome.KEEP:
                later = max(today + timedelta(days=1), today + QUARTER - MONTH)
                return replace(self, stage=Stage.CHECKING)._trying(told.next(Check.QUARTER), later)
            case Outcome.CHANGE | Outcome.SLIPPED:
                return self._tried_again(told, words, today, until)
            case Outcome.STANDARD:
                return replace(self._ended(Stage.STANDARD), attempt=told)
            case Outcome.EXTENDED:
                if until is None or until <= today:
                    raise Refusal(No.EMPTY)
                return self._trying(told.next(Check.QUARTER), until)

    @property
    def has_effects(self) -> bool:
        """Has something been done that could have given anything?"""
        return self.stage in AFTER_DOING

    def gained(
        self, by: PersonId, team: Team, effect: Effect, today: date | None = None, *, anew: bool = False
    ) -> Idea:
        """What it gave, or is seen to give; `today` is when that was told. Raises Refusal.

        `anew`: it stands in the place of what was told of the same kind on the same basis.
        """
        if not self.is_tried_by(by, team):
            raise Refusal(No.NOT_YOURS)
        if not self.has_effects:
            raise Refusal(No.CLOSED, number=str(self.number))
        others = tuple(one for one in self.effects if not (anew and one.is_like(effect)))
        return replace(self, effects=(*others, effect), gained_on=today or self.gained_on)

    def handed_to(self, person: PersonId) -> Idea:
        """Whoever had the next step is gone: somebody else has it now."""
        if self.attempt is not None and self.stage in UNDER_WAY:
            return replace(self, attempt=replace(self.attempt, who=person))
        return replace(self, holder=None, level=Level.TEAM)

    # What colleagues do

    def seen_too(self) -> Idea:
        """One more sees it. Who may be counted once is kept elsewhere."""
        return replace(self, seen=self.seen + 1)

    def heard_from(self, voice: Voice) -> Idea:
        """A colleague knows something about it, or joins it with words of their own. Raises Refusal."""
        if self.stage in {Stage.WITHDRAWN, Stage.MERGED}:
            raise Refusal(No.CLOSED, number=str(self.number))
        return replace(self, voices=(*self.voices, replace(voice, words=_some(voice.words))))

    # How

    @property
    def _attempt(self) -> Attempt:
        if self.attempt is None:
            raise Refusal(No.CLOSED, number=str(self.number))
        return self.attempt

    def _ended(self, stage: Stage) -> Idea:
        return replace(self, stage=stage, answer_by=None, nudged=0)

    def _promised_anew(self, answer_by: date) -> Idea:
        return replace(
            self,
            stage=Stage.SUBMITTED,
            answer_by=answer_by,
            first=Promise(answer_by),
            decision=None,
            nudged=0,
        )

    def _answered(self, today: date, decide_by: date, stage: Stage, reply: Reply | None) -> Idea:
        return replace(
            self._first_kept(today),
            stage=stage,
            reply=reply,
            answer_by=decide_by,
            decision=Promise(decide_by),
            nudged=0,
        )

    def _first_kept(self, today: date) -> Idea:
        if self.first is None or self.first.kept_on is not None:
            return self
        return replace(self, first=replace(self.first, kept_on=today))

    def _decided(self, today: date) -> Idea:
        """A decision is an answer too."""
        answered = self._first_kept(today)
        if answered.decision is None or answered.decision.kept_on is not None:
            return answered
        return replace(answered, decision=replace(answered.decision, kept_on=today))

    def _passed(self, by: PersonId, team: Team, words: str, at: datetime, answer_by: date) -> Idea:
        reply = Reply(by, at, words[:MAX_TEXT], move=Move.PASS_ON)
        return replace(
            self._decided(local_day(at, team.rule.zone))._promised_anew(answer_by), reply=reply, outside=""
        )

    def _trying(self, attempt: Attempt, day: date | None = None) -> Idea:
        return replace(self, attempt=attempt, answer_by=day or self.answer_by, nudged=0)

    def _to_trying(self, attempt: Attempt) -> Idea:
        length = attempt.until - attempt.began
        first = attempt.began + max(timedelta(days=1), min(_BEGUN_AFTER, length / 2))
        # What the team decides for itself is asked about on the day that was said, and not before.
        begun = attempt.until if attempt.own else min(first, attempt.until)
        check = Check.BEGUN if begun < attempt.until else Check.ENDED
        before = (*self.before, self.attempt) if self.attempt is not None else self.before
        moved = replace(self, stage=Stage.TRYING, before=before)
        return moved._trying(attempt.next(check), max(begun, attempt.began))

    def _to_done(self, attempt: Attempt, today: date) -> Idea:
        done = replace(self, stage=Stage.DONE, done_on=today)
        return done._trying(replace(attempt, started=True).next(Check.MONTH), today + MONTH)

    def _tried_again(self, attempt: Attempt, words: str, today: date, until: date | None) -> Idea:
        if until is None or until <= today:
            raise Refusal(No.EMPTY)
        what = words.strip()[:MAX_TEXT] or attempt.what
        rung = attempt.rung if what == attempt.what else None
        again = replace(attempt, what=what, began=today, until=until, hindrance="", rung=rung)
        kept = replace(self, attempt=attempt)
        return kept._to_trying(replace(again, started=False))

    def _by_author(self, person: PersonId) -> None:
        if person != self.author:
            raise Refusal(No.NOT_YOURS)
        if not self.is_open:
            raise Refusal(No.CLOSED, number=str(self.number))

    def _by_manager(self, person: PersonId, team: Team) -> None:
        if not self.is_decided_by(person, team):
            raise Refusal(No.NOT_YOURS)
        if not self.is_open:
            raise Refusal(No.CLOSED, number=str(self.number))


def _some(words: str) -> str:
    """Words that are there, cut to what is kept. Raises Refusal."""
    if not words.strip():
        raise Refusal(No.EMPTY)
    return words[:MAX_TEXT]
