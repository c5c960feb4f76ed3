"""An idea and what may happen to it.

Values never change: each method checks who may do it and in which stage, and returns a new Idea or raises
a Refusal. The history (`Happening`) is written beside it and only ever grows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from bot.domain.errors import No, Refusal
from bot.domain.people import PersonId, Team, TeamId, TenantId
from bot.domain.pictures import Pictured
from bot.domain.tree import WhyTree

IdeaId: TypeAlias = str

# A message longer than this is kept to this length, with a word about it (characters).
MAX_TEXT = 4000


class Kind(StrEnum):
    """What somebody told."""

    IDEA = "idea"
    PROBLEM = "problem"
    VOICE = "voice"
    WORKS = "works"


class Stage(StrEnum):
    """Where an idea stands. The later stages are those of the life of an idea."""

    SUBMITTED = "submitted"
    ACKNOWLEDGED = "acknowledged"
    NOT_NOW = "not-now"
    WITHDRAWN = "withdrawn"


OPEN = frozenset({Stage.SUBMITTED, Stage.ACKNOWLEDGED})


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
    """What the manager answered: own words, and for "not now" the reason."""

    by: PersonId
    at: datetime
    words: str
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Whys:
    """What a talk about the causes ended in, after the author had confirmed it."""

    tree: WhyTree
    touched: str = ""
    trial: str = ""
    sign: str = ""
    wording: str = ""
    remark: str = ""


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
    """One thing somebody told. `answer_by` is the day of the next promise, None once nothing is promised."""

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

    @property
    def is_open(self) -> bool:
        """Can it still change?"""
        return self.stage in OPEN

    @property
    def waiting_question(self) -> Exchange | None:
        """The manager's question that the author has not answered yet."""
        return next((e for e in reversed(self.exchanges) if e.answered_at is None), None)

    def added(self, by: PersonId, words: str) -> Idea:
        """The author adds a line. Raises Refusal."""
        self._by_author(by)
        if not words.strip():
            raise Refusal(No.EMPTY)
        return replace(self, additions=(*self.additions, words[:MAX_TEXT]))

    def pictured(self, *pictures: Pictured) -> Idea:
        """Pictures that came with it are kept, also when they are ready only after it was closed."""
        known = {picture.id for picture in self.pictures}
        fresh = tuple(picture for picture in pictures if picture.id not in known)
        return replace(self, pictures=(*self.pictures, *fresh))

    def with_hidden(self, by: PersonId, hidden: bool) -> Idea:
        """The author's name is taken from the channel or put back; the manager always sees it."""
        self._by_author(by)
        return replace(self, hidden=hidden)

    def withdrawn(self, by: PersonId) -> Idea:
        """The author takes it back: nothing is promised any more. Raises Refusal."""
        self._by_author(by)
        return replace(self, stage=Stage.WITHDRAWN, answer_by=None)

    def explained(self, by: PersonId, whys: Whys) -> Idea:
        """The author has confirmed what the talk about causes ended in. Raises Refusal.

        Also after a "not now": the problem is real, and what was found out is worth keeping.
        """
        if by != self.author:
            raise Refusal(No.NOT_YOURS)
        if self.stage is Stage.WITHDRAWN:
            raise Refusal(No.CLOSED, number=str(self.number))
        return replace(self, whys=whys)

    def acknowledged(self, by: PersonId, team: Team, words: str, at: datetime, decide_by: date) -> Idea:
        """The manager has read it; a decision is promised by `decide_by`. Raises Refusal."""
        self._by_manager(by, team)
        if self.stage is not Stage.SUBMITTED:
            raise Refusal(No.ALREADY)
        return replace(
            self,
            stage=Stage.ACKNOWLEDGED,
            reply=Reply(by, at, words[:MAX_TEXT]),
            answer_by=decide_by,
        )

    def asked(self, by: PersonId, team: Team, question: str, at: datetime) -> Idea:
        """The manager asks the author something; one question waits at a time. Raises Refusal."""
        self._by_manager(by, team)
        if not question.strip():
            raise Refusal(No.EMPTY)
        if self.waiting_question is not None:
            raise Refusal(No.ALREADY)
        return replace(self, exchanges=(*self.exchanges, Exchange(question[:MAX_TEXT], by, at)))

    def replied(self, by: PersonId, answer: str, at: datetime) -> Idea:
        """The author answers the waiting question. Raises Refusal."""
        self._by_author(by)
        waiting = self.waiting_question
        if waiting is None:
            raise Refusal(No.ALREADY)
        if not answer.strip():
            raise Refusal(No.EMPTY)
        answered = replace(waiting, answer=answer[:MAX_TEXT], answered_at=at)
        return replace(self, exchanges=tuple(answered if e is waiting else e for e in self.exchanges))

    def turned_down(self, by: PersonId, team: Team, reason: Reason, words: str, at: datetime) -> Idea:
        """Not now: a reason and own words, both required. Raises Refusal."""
        self._by_manager(by, team)
        if not words.strip():
            raise Refusal(No.EMPTY)
        return replace(
            self, stage=Stage.NOT_NOW, reply=Reply(by, at, words[:MAX_TEXT], reason), answer_by=None
        )

    def _by_author(self, person: PersonId) -> None:
        if person != self.author:
            raise Refusal(No.NOT_YOURS)
        if not self.is_open:
            raise Refusal(No.CLOSED, number=str(self.number))

    def _by_manager(self, person: PersonId, team: Team) -> None:
        if team.id != self.team or not team.answers(person):
            raise Refusal(No.NOT_YOURS)
        if not self.is_open:
            raise Refusal(No.CLOSED, number=str(self.number))
