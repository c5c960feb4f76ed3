"""The storage as the core sees it: one transaction with everything in it.

Values carry the version they were read with. Writing one whose row has moved on raises Conflict, and the
whole transaction is done again. Every call has a tenant, in the value or as an argument.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from bot.domain.ideas import Happening, Idea, IdeaId, Support
from bot.domain.letters import Claimed, Letter, Reminder, Shown, Turn
from bot.domain.people import Address, Person, PersonId, Team, TeamId, Tenant, TenantId
from bot.domain.pictures import Pictures
from bot.domain.talks import Talk, TalkId

T = TypeVar("T")


class Work(Protocol):
    """One transaction. Nothing is kept unless the function that was given it returns."""

    @property
    def pictures(self) -> Pictures:
        """The pictures, in the same transaction."""
        ...

    async def first_time(self, tenant: TenantId, delivery: str, at: datetime) -> bool:
        """Mark a delivery as seen. False when it was seen before."""
        ...

    async def tenant(self, tenant: TenantId) -> Tenant:
        """The tenant, made on first sight."""
        ...

    async def save_tenant(self, tenant: Tenant) -> Tenant:
        """Write; returns it with its new version. Raises Conflict."""
        ...

    async def next_number(self, tenant: TenantId) -> int:
        """The next number to say aloud, from 1, never used twice in a tenant."""
        ...

    async def person(self, tenant: TenantId, person: PersonId) -> Person | None:
        """Somebody we know."""
        ...

    async def people(self, tenant: TenantId, people: Sequence[PersonId]) -> dict[PersonId, Person]:
        """Those of them that we know."""
        ...

    async def save_person(self, person: Person) -> Person:
        """Write; returns it with its new version. Raises Conflict."""
        ...

    async def team(self, tenant: TenantId, team: TeamId) -> Team | None:
        """A team by its id."""
        ...

    async def team_in(self, channel: Address) -> Team | None:
        """The team of a channel."""
        ...

    async def teams(self, tenant: TenantId) -> list[Team]:
        """The tenant's active teams that are set up, by name; at most 100."""
        ...

    async def teams_of(self, tenant: TenantId, person: PersonId) -> list[Team]:
        """The teams whose manager or deputy this person is."""
        ...

    async def save_team(self, team: Team) -> Team:
        """Write; returns it with its new version. Raises Conflict."""
        ...

    async def idea(self, tenant: TenantId, idea: IdeaId) -> Idea | None:
        """An idea by its id."""
        ...

    async def ideas_of(self, tenant: TenantId, author: PersonId, limit: int) -> tuple[list[Idea], int]:
        """An author's ideas, newest first, and how many there are in all."""
        ...

    async def told_since(self, tenant: TenantId, author: PersonId, since: datetime) -> int:
        """How many things a person has begun to tell later than `since`, filed or not."""
        ...

    async def added_since(
        self, tenant: TenantId, person: PersonId, since: datetime, what: Collection[str]
    ) -> int:
        """How often a person did one of these things (`Happening.what`) to ideas later than `since`."""
        ...

    async def idea_numbered(self, tenant: TenantId, number: int) -> Idea | None:
        """The idea with the number people say aloud."""
        ...

    async def ideas_waiting(
        self, tenant: TenantId, teams: Sequence[TeamId], person: PersonId, limit: int
    ) -> tuple[list[Idea], int]:
        """Ideas of these teams, or passed on to `person`, that nobody has answered; and how many in all.

        The earliest promise first. What was passed on to somebody else is not among them.
        """
        ...

    async def ideas_promised(self, tenant: TenantId, team: TeamId) -> list[Idea]:
        """Ideas of a team to which an answer or a decision is owed, the earliest first; at most 1,500."""
        ...

    async def ideas_held(self, tenant: TenantId, person: PersonId) -> list[Idea]:
        """Open ideas whose next step is this very person's; at most 500."""
        ...

    async def ideas_told(self, team: Team, since: datetime) -> list[Idea]:
        """Ideas told in a team after `since`, newest first; at most 1,000."""
        ...

    async def ideas_with_effects(self, tenant: TenantId, team: TeamId) -> list[Idea]:
        """Ideas of a team of which it was told what they gave, newest first; at most 5,000."""
        ...

    async def support(self, tenant: TenantId, idea: IdeaId, person: PersonId) -> Support:
        """What a colleague has said about an idea: sees it too, follows it."""
        ...

    async def save_support(self, tenant: TenantId, idea: IdeaId, person: PersonId, support: Support) -> None:
        """Write it."""
        ...

    async def followers(self, tenant: TenantId, idea: IdeaId) -> list[PersonId]:
        """Who wants to hear what becomes of an idea; at most 200."""
        ...

    async def ideas_for_summary(self, team: Team, since: datetime) -> list[Idea]:
        """All open ideas of a team and those told or answered after `since`; at most 500, oldest first."""
        ...

    async def save_idea(self, idea: Idea, *happenings: Happening) -> Idea:
        """Write an idea and what happened to it; returns it with its new version. Raises Conflict."""
        ...

    async def similar(
        self, tenant: TenantId, text: str, limit: int = 3, apart_from: IdeaId = ""
    ) -> list[Idea]:
        """Ideas that tell what `text` tells, the likest first; none that was taken back, nor `apart_from`."""
        ...

    async def find(self, tenant: TenantId, words: str, limit: int = 10) -> list[Idea]:
        """Ideas that have these words or words beginning so, the best first; none that was taken back."""
        ...

    async def history(self, tenant: TenantId, idea: IdeaId) -> list[Happening]:
        """What happened to an idea, oldest first."""
        ...

    async def talk(self, tenant: TenantId, talk: TalkId) -> Talk | None:
        """A talk by its id."""
        ...

    async def open_talk(self, tenant: TenantId, person: PersonId) -> Talk | None:
        """The talk that takes this person's next words in their own chat."""
        ...

    async def talks_about(self, tenant: TenantId, idea: IdeaId) -> list[Talk]:
        """The open and resting talks about an idea, whoever leads them; at most 100."""
        ...

    async def talks_of(self, tenant: TenantId, person: PersonId) -> list[Talk]:
        """The open and resting talks that a person leads; at most 100."""
        ...

    async def talks_without_team(self, tenant: TenantId) -> list[Talk]:
        """Open or resting drafts that wait for a team; at most 100."""
        ...

    async def talks_in(self, tenant: TenantId, conversation: str) -> list[Talk]:
        """The talks of several that are held in a channel or group chat and not closed; at most 100."""
        ...

    async def save_talk(self, talk: Talk) -> Talk:
        """Write; returns it with its new version. Raises Conflict."""
        ...

    async def shown(self, tenant: TenantId, subject: str) -> list[Shown]:
        """The cards about an idea that stand somewhere."""
        ...

    async def send(self, letter: Letter) -> None:
        """Put a letter in the outbox, unless its key was used before."""
        ...

    async def remind(self, reminder: Reminder) -> None:
        """Set a reminder; one of the same name is moved."""
        ...

    async def sweep(self, before: datetime) -> None:
        """Forget deliveries heard, and letters sent or given up, before a moment. Of all tenants."""
        ...

    async def remind_by(self, reminder: Reminder) -> None:
        """Set a reminder, unless one of the same name is due no later."""
        ...

    async def next_reminder(self, tenant: TenantId, about: str) -> datetime | None:
        """When the first reminder whose `about` begins so is due."""
        ...

    async def forget(self, tenant: TenantId, name: str) -> None:
        """Take a reminder away, if it is there."""
        ...


class Runs(Protocol):
    """Runs the transactions of one tenant after the other. All that a conversation needs."""

    async def run(self, tenant: TenantId, work: Callable[[Work], Awaitable[T]]) -> T:
        """Do it in one transaction that sees this tenant's rows, again after a Conflict (three at most).

        Raises `bot.domain.errors.Conflict` after the third, and `StorageAway` when the database cannot
        take it in time.
        """
        ...


class Store(Runs, Protocol):
    """Runs transactions."""

    async def run_due(
        self, now: datetime, work: Callable[[Work, Reminder], Awaitable[None]]
    ) -> Reminder | None:
        """Take the reminder that is due the longest, do it, and delete it, in one transaction.

        None when nothing is due.
        """
        ...


class Trial(Work, Protocol):
    """A transaction that will be undone, so that somebody may look at what would have been said."""

    async def letters(self, tenant: TenantId) -> list[Letter]:
        """What waits to be said to this tenant, oldest first."""
        ...


class Undoes(Protocol):
    """Runs transactions of which nothing is kept."""

    async def connect(self, connections: int) -> None:
        """Have so many connections open, where there is more than one. Raises StorageAway."""
        ...

    async def undone(self, tenant: TenantId, work: Callable[[Trial], Awaitable[T]]) -> T:
        """Do it once in one transaction, and roll it back; nobody is woken. Raises as `Runs.run`."""
        ...


class Outbox(Protocol):
    """Due letters, as their senders see them. Every method raises StorageAway."""

    async def turn(self, now: datetime, bring: Callable[[], Turn]) -> list[Claimed]:
        """Settle what was sent and claim up to `room` more, in one go.

        `bring` is called once the transaction has begun: there may have been a long line before it. When it
        raises StorageAway nothing of what was brought is settled.
        """
        ...

    async def recover(self, now: datetime, everything: bool) -> int:
        """Letters of dead holders: edits wait again, posts become uncertain. Returns how many."""
        ...

    async def put_back(self) -> int:
        """All that are marked as held wait again: for a lone sender that holds none. Returns how many."""
        ...

    async def abandon(self, tenant: TenantId, lane: str, reason: str) -> int:
        """Give up all letters that wait for a lane. Returns how many."""
        ...

    async def counts(self) -> dict[str, int]:
        """How many letters stand in each state."""
        ...


class StorageAway(Exception):
    """The database cannot be reached, is locked or full: nothing was stored."""
