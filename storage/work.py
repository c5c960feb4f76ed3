"""One transaction over everything: the storage side of `bot.domain.work`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Table, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import Conflict
from bot.domain.ideas import AFTER_DOING, OPEN, UNDECIDED, Happening, Idea, Stage, Support
from bot.domain.letters import Letter, LetterState, Reminder, Shown
from bot.domain.people import Address, Person, Team, Tenant
from bot.domain.ports import Clock
from bot.domain.talks import Talk, TalkStatus
from bot.domain.telling import Telling
from storage.codec import pack, unpack
from storage.faults import Asking
from storage.finding import Finding
from storage.pictures import SqlPictures
from storage.rows import insert_once, write
from storage.tables import (
    NEVER,
    deliveries,
    from_moment,
    idea_events,
    ideas,
    moment,
    outbox,
    people,
    reminders,
    shown,
    supporters,
    talks,
    teams,
    tenants,
)
from storage.walls import enter

# The statuses in which a person can still go on with a talk.
_ALIVE = (TalkStatus.OPEN.value, TalkStatus.RESTING.value)


def _by(table: Table, column: str, *more: Any) -> Select[Any]:
    """Body and version of one row, by tenant and one more column."""
    return select(table.c.body, table.c.version).where(
        table.c.tenant == bindparam("its_tenant"), table.c[column] == bindparam("its_id"), *more
    )


# The statements of every message are built once: building one costs more than running it.
_PERSON = _by(people, "id")
_TEAM = _by(teams, "id")
_IDEA = _by(ideas, "id")
_TALK = _by(talks, "id")
_OPEN_TALK = _by(talks, "person", talks.c.status == TalkStatus.OPEN.value, talks.c.place.is_(None))
_HAPPENED = insert(idea_events)
_REMIND = insert(reminders)
_FORGET = delete(reminders).where(
    reminders.c.tenant == bindparam("its_tenant"), reminders.c.name == bindparam("its_name")
)


def with_effects(tenant: str, team: str) -> Select[Any]:
    """Ideas of a team that gave something, by the index over stages.

    An empty value is left out of the document, so its name is looked for there. In people's own words the
    quotation marks are escaped.
    """
    c = ideas.c
    stages = c.stage.in_([stage.value for stage in sorted(AFTER_DOING)])
    gave = c.body.contains('"effects":', autoescape=True)
    statement = select(c.body, c.version).where(c.tenant == tenant, c.team == team, stages, gave)
    # Not ordered here: SQLite would then walk through all numbers of the tenant instead.
    return statement.limit(5000)


class SqlWork:
    """See `bot.domain.work.Work`. `wrote_letters` and `set_reminders` say whom to wake after the commit."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        """A transaction that has begun on `connection`; whoever opened it commits it."""
        self._connection = Asking(connection)
        self._clock = clock
        self._finding = Finding(connection)
        self.pictures = SqlPictures(connection)
        self.wrote_letters = False
        self.set_reminders = False

    async def enter(self, tenant: str) -> None:
        """From here on the transaction sees the rows of this tenant only."""
        await enter(self._connection, tenant)

    async def first_time(self, tenant: str, delivery: str, at: datetime) -> bool:
        """See Work."""
        values = {"tenant": tenant, "id": delivery, "at": moment(at)}
        return await insert_once(self._connection, deliveries, values)

    async def tenant(self, tenant: str) -> Tenant:
        """See Work."""
        row = await self._one(select(tenants.c.body, tenants.c.version).where(tenants.c.id == tenant))
        if row is not None:
            return replace(unpack(row[0], Tenant), version=row[1])
        fresh = Tenant(tenant)
        values = {"id": tenant, "last_number": 0, "body": pack(fresh), "version": 1}
        await insert_once(self._connection, tenants, values)
        return replace(fresh, version=1)

    async def save_tenant(self, tenant: Tenant) -> Tenant:
        """See Work."""
        change = (
            update(tenants)
            .where(tenants.c.id == tenant.id, tenants.c.version == tenant.version)
            .values(body=pack(tenant), version=tenant.version + 1)
        )
        if (await self._connection.execute(change)).rowcount != 1:
            raise Conflict("tenants")
        return replace(tenant, version=tenant.version + 1)

    async def next_number(self, tenant: str) -> int:
        """See Work."""
        await self.tenant(tenant)
        statement = (
            update(tenants)
            .where(tenants.c.id == tenant)
            .values(last_number=tenants.c.last_number + 1)
            .returning(tenants.c.last_number)
        )
        return int((await self._connection.execute(statement)).scalar_one())

    async def person(self, tenant: str, person: str) -> Person | None:
        """See Work."""
        row = await self._row(_PERSON, tenant, person)
        return None if row is None else replace(unpack(row[0], Person), version=row[1])

    async def people(self, tenant: str, wanted: Sequence[str]) -> dict[str, Person]:
        """See Work."""
        statement = select(people.c.id, people.c.body, people.c.version)
        rows = await self._all(statement.where(people.c.tenant == tenant, people.c.id.in_(set(wanted))))
        return {row[0]: replace(unpack(row[1], Person), version=row[2]) for row in rows}

    async def save_person(self, person: Person) -> Person:
        """See Work."""
        values = {"body": pack(person)}
        await write(self._connection, people, person.tenant, person.id, values, person.version)
        return replace(person, version=person.version + 1)

    async def team(self, tenant: str, team: str) -> Team | None:
        """See Work."""
        row = await self._row(_TEAM, tenant, team)
        return None if row is None else replace(unpack(row[0], Team), version=row[1])

    async def team_in(self, channel: Address) -> Team | None:
        """See Work."""
        where = (teams.c.tenant == channel.tenant, teams.c.conversation == channel.conversation)
        found = await self._teams(*where)
        return found[0] if found else None

    async def teams(self, tenant: str) -> list[Team]:
        """See Work."""
        return await self._teams(
            teams.c.tenant == tenant, teams.c.active.is_(True), teams.c.manager.is_not(None)
        )

    async def teams_of(self, tenant: str, person: str) -> list[Team]:
        """See Work."""
        answers = or_(teams.c.manager == person, teams.c.deputy == person)
        return await self._teams(teams.c.tenant == tenant, answers)

    async def save_team(self, team: Team) -> Team:
        """See Work."""
        values = {
            "conversation": team.channel.conversation,
            "name": team.name,
            "manager": team.manager,
            "deputy": team.deputy,
            "active": team.active,
            "lost": team.lost[:200],
            "body": pack(team),
        }
        await write(self._connection, teams, team.tenant, team.id, values, team.version)
        return replace(team, version=team.version + 1)

    async def idea(self, tenant: str, idea: str) -> Idea | None:
        """See Work."""
        row = await self._row(_IDEA, tenant, idea)
        return None if row is None else self._finding.saw(replace(unpack(row[0], Idea), version=row[1]))

    async def ideas_of(self, tenant: str, author: str, limit: int) -> tuple[list[Idea], int]:
        """See Work."""
        where = (ideas.c.tenant == tenant, ideas.c.author == author)
        statement = select(ideas.c.body, ideas.c.version).where(*where)
        newest = statement.order_by(ideas.c.told_at.desc(), ideas.c.number.desc()).limit(limit)
        return await self._ideas(newest), await self._count(*where)

    async def told_since(self, tenant: str, author: str, since: datetime) -> int:
        """See Work."""
        c, d = ideas.c, talks.c
        filed = await self._count(c.tenant == tenant, c.author == author, c.told_at > moment(since))
        drafts = select(func.count()).where(
            d.tenant == tenant,
            d.person == author,
            d.status.in_(_ALIVE),
            d.touched > moment(since),
            d.idea.is_(None),
        )
        return filed + int((await self._connection.execute(drafts)).scalar_one())

    async def added_since(self, tenant: str, person: str, since: datetime, what: Collection[str]) -> int:
        """See Work."""
        c = idea_events.c
        where = (c.tenant == tenant, c.by == person, c.at > moment(since), c.what.in_(sorted(what)))
        count = select(func.count()).select_from(idea_events).where(*where)
        return int((await self._connection.execute(count)).scalar_one())

    async def idea_numbered(self, tenant: str, number: int) -> Idea | None:
        """See Work."""
        statement = select(ideas.c.body, ideas.c.version)
        found = await self._ideas(statement.where(ideas.c.tenant == tenant, ideas.c.number == number))
        return found[0] if found else None

    async def ideas_waiting(
        self, tenant: str, of: Sequence[str], person: str, limit: int
    ) -> tuple[list[Idea], int]:
        """See Work."""
        c = ideas.c
        is_waiting = and_(c.tenant == tenant, c.stage == Stage.SUBMITTED.value)
        # Two searches by two indexes: one with OR would use neither.
        theirs = and_(is_waiting, c.team.in_(set(of)), c.holder.is_(None))
        passed_on = and_(is_waiting, c.holder == person)
        found: list[Idea] = []
        for where in (theirs, passed_on):
            statement = select(c.body, c.version).where(where)
            found += await self._ideas(statement.order_by(c.answer_by, c.number).limit(limit))
        urgent = sorted(found, key=lambda idea: (idea.answer_by or NEVER, idea.number))[:limit]
        return urgent, await self._count(theirs) + await self._count(passed_on)

    async def ideas_promised(self, tenant: str, team: str) -> list[Idea]:
        """See Work."""
        c = ideas.c
        found: list[Idea] = []
        for stage in sorted(UNDECIDED):
            where = (c.tenant == tenant, c.team == team, c.stage == stage.value)
            statement = select(c.body, c.version).where(*where).order_by(c.answer_by, c.number)
            found += await self._ideas(statement.limit(500))
        return sorted(found, key=lambda idea: (idea.answer_by or NEVER, idea.number))

    async def ideas_held(self, tenant: str, person: str) -> list[Idea]:
        """See Work."""
        c = ideas.c
        alive = c.stage.in_([stage.value for stage in OPEN])
        statement = select(c.body, c.version).where(c.tenant == tenant, c.holder == person, alive)
        return await self._ideas(statement.order_by(c.answer_by, c.number).limit(500))

    async def ideas_told(self, team: Team, since: datetime) -> list[Idea]:
        """See Work."""
        c = ideas.c
        where = (c.tenant == team.tenant, c.team == team.id, c.told_at > moment(since))
        statement = select(c.body, c.version).where(*where).order_by(c.told_at.desc())
        return await self._ideas(statement.limit(1000))

    async def ideas_with_effects(self, tenant: str, team: str) -> list[Idea]:
        """See Work."""
        found = await self._ideas(with_effects(tenant, team))
        return sorted(found, key=lambda idea: idea.number, reverse=True)

    async def support(self, tenant: str, idea: str, person: str) -> Support:
        """See Work."""
        c = supporters.c
        query = select(c.sees, c.follows).where(c.tenant == tenant, c.idea == idea, c.person == person)
        row = await self._one(query)
        return Support(False, False) if row is None else Support(bool(row[0]), bool(row[1]))

    async def save_support(self, tenant: str, idea: str, person: str, support: Support) -> None:
        """See Work."""
        c = supporters.c
        gone = delete(supporters).where(c.tenant == tenant, c.idea == idea, c.person == person)
        await self._connection.execute(gone)
        values = {"sees": support.sees, "follows": support.follows}
        await self._connection.execute(
            insert(supporters), {"tenant": tenant, "idea": idea, "person": person, **values}
        )

    async def followers(self, tenant: str, idea: str) -> list[str]:
        """See Work."""
        c = supporters.c
        query = select(c.person).where(c.tenant == tenant, c.idea == idea, c.follows).order_by(c.person)
        return [row[0] for row in await self._all(query.limit(200))]

    async def ideas_for_summary(self, team: Team, since: datetime) -> list[Idea]:
        """See Work."""
        still_open = ideas.c.stage.in_([stage.value for stage in OPEN])
        fresh = or_(ideas.c.told_at > moment(since), ideas.c.replied_at > moment(since))
        statement = select(ideas.c.body, ideas.c.version).where(
            ideas.c.tenant == team.tenant, ideas.c.team == team.id, or_(still_open, fresh)
        )
        return await self._ideas(statement.order_by(ideas.c.told_at, ideas.c.number).limit(500))

    async def save_idea(self, idea: Idea, *happenings: Happening) -> Idea:
        """See Work."""
        values = {
            "number": idea.number,
            "author": idea.author,
            "team": idea.team,
            "stage": idea.stage.value,
            "told_at": moment(idea.told_at),
            "replied_at": moment(idea.reply.at) if idea.reply else None,
            "answer_by": idea.answer_by or NEVER,
            "holder": idea.with_whom,
            "body": pack(idea),
        }
        await self._finding.keep(idea)
        await write(self._connection, ideas, idea.tenant, idea.id, values, idea.version)
        for happening in happenings:
            line = {
                "tenant": idea.tenant,
                "idea": idea.id,
                "at": moment(happening.at),
                "by": happening.by,
                "what": happening.what,
                "detail": happening.detail,
            }
            await self._connection.execute(_HAPPENED, line)
        return replace(idea, version=idea.version + 1)

    async def similar(self, tenant: str, text: str, limit: int = 3, apart_from: str = "") -> list[Idea]:
        """See Work."""
        return await self._finding.similar(tenant, text, limit, apart_from)

    async def find(self, tenant: str, words: str, limit: int = 10) -> list[Idea]:
        """See Work."""
        return await self._finding.find(tenant, words, limit)

    async def history(self, tenant: str, idea: str) -> list[Happening]:
        """See Work."""
        columns = idea_events.c
        statement = select(columns.at, columns.by, columns.what, columns.detail)
        rows = await self._all(
            statement.where(columns.tenant == tenant, columns.idea == idea).order_by(columns.id)
        )
        return [Happening(idea, from_moment(row[0]), row[1], row[2], row[3]) for row in rows]

    async def talk(self, tenant: str, talk: str) -> Talk | None:
        """See Work."""
        row = await self._row(_TALK, tenant, talk)
        return None if row is None else replace(unpack(row[0], Talk), version=row[1])

    async def open_talk(self, tenant: str, person: str) -> Talk | None:
        """See Work."""
        row = await self._row(_OPEN_TALK, tenant, person)
        return None if row is None else replace(unpack(row[0], Talk), version=row[1])

    async def talks_about(self, tenant: str, idea: str) -> list[Talk]:
        """See Work."""
        return await self._alive(talks.c.tenant == tenant, talks.c.idea == idea)

    async def talks_of(self, tenant: str, person: str) -> list[Talk]:
        """See Work."""
        return await self._alive(talks.c.tenant == tenant, talks.c.person == person)

    async def talks_without_team(self, tenant: str) -> list[Talk]:
        """See Work."""
        return await self._alive(talks.c.tenant == tenant, talks.c.wants_team)

    async def talks_in(self, tenant: str, conversation: str) -> list[Talk]:
        """See Work."""
        return await self._alive(talks.c.tenant == tenant, talks.c.place == conversation)

    async def save_talk(self, talk: Talk) -> Talk:
        """See Work."""
        alive = talk.status is not TalkStatus.CLOSED
        values = {
            "person": talk.person,
            "idea": talk.idea,
            "status": talk.status.value,
            "wants_team": alive and isinstance(talk.state, Telling) and talk.state.team is None,
            "touched": moment(self._clock.now()),
            "body": pack(talk),
            "place": talk.place.conversation if talk.place else None,
        }
        await write(self._connection, talks, talk.tenant, talk.id, values, talk.version)
        return replace(talk, version=talk.version + 1)

    async def shown(self, tenant: str, subject: str) -> list[Shown]:
        """See Work."""
        statement = select(shown.c.id, shown.c.body, shown.c.version).where(
            shown.c.tenant == tenant, shown.c.subject == subject
        )
        rows = await self._all(statement.order_by(shown.c.id))
        return [replace(unpack(row[1], Shown), id=row[0], version=row[2]) for row in rows]

    async def send(self, letter: Letter) -> None:
        """See Work."""
        now = moment(self._clock.now())
        values = {
            "tenant": letter.tenant,
            "key": letter.key,
            "lane": letter.to.lane,
            "platform": letter.to.platform,
            "subject": letter.subject,
            "state": LetterState.WAITING.value,
            "due": now,
            "written_at": now,
            "attempts": 0,
            "fence": 0,
            "reason": "",
            "body": pack(letter),
        }
        if await insert_once(self._connection, outbox, values):
            self.wrote_letters = True

    async def letters(self, tenant: str) -> list[Letter]:
        """See Trial."""
        waiting = outbox.c.state == LetterState.WAITING.value
        found = select(outbox.c.body).where(outbox.c.tenant == tenant, waiting).order_by(outbox.c.id)
        return [unpack(row.body, Letter) for row in await self._connection.execute(found)]

    async def remind(self, reminder: Reminder) -> None:
        """See Work."""
        await self.forget(reminder.tenant, reminder.name)
        values = {
            "tenant": reminder.tenant,
            "name": reminder.name,
            "due": moment(reminder.due),
            "about": reminder.about,
            "attempts": reminder.attempts,
        }
        await self._connection.execute(_REMIND, values)
        self.set_reminders = True

    async def sweep(self, before: datetime) -> None:
        """See Work."""
        old = moment(before)
        await self._connection.execute(delete(deliveries).where(deliveries.c.at < old))
        done = outbox.c.state.in_((LetterState.SENT.value, LetterState.DEAD.value))
        await self._connection.execute(delete(outbox).where(done, outbox.c.written_at < old))
        await self.pictures.forget_before(before)

    async def remind_by(self, reminder: Reminder) -> None:
        """See Work."""
        c = reminders.c
        query = select(c.due).where(c.tenant == reminder.tenant, c.name == reminder.name)
        row = await self._one(query)
        if row is None or row[0] > moment(reminder.due):
            await self.remind(reminder)

    async def next_reminder(self, tenant: str, about: str) -> datetime | None:
        """See Work."""
        c = reminders.c
        begins = c.about.startswith(about, autoescape=True)
        row = await self._one(select(func.min(c.due)).where(c.tenant == tenant, begins))
        return None if row is None or row[0] is None else from_moment(row[0])

    async def forget(self, tenant: str, name: str) -> None:
        """See Work."""
        await self._connection.execute(_FORGET, {"its_tenant": tenant, "its_name": name})

    async def due_reminder(self, now: datetime) -> Reminder | None:
        """The reminder that is due the longest, held until the transaction ends."""
        columns = reminders.c
        statement = (
            select(columns.name, columns.tenant, columns.due, columns.about, columns.attempts)
            .where(columns.due <= moment(now))
            .order_by(columns.due)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        row = await self._one(statement)
        return None if row is None else Reminder(row[0], row[1], from_moment(row[2]), row[3], row[4])

    async def _alive(self, *where: Any) -> list[Talk]:
        statement = select(talks.c.body, talks.c.version).where(*where, talks.c.status.in_(_ALIVE))
        rows = await self._all(statement.order_by(talks.c.touched).limit(100))
        return [replace(unpack(row[0], Talk), version=row[1]) for row in rows]

    async def _teams(self, *where: Any) -> list[Team]:
        statement = select(teams.c.body, teams.c.version).where(*where)
        rows = await self._all(statement.order_by(teams.c.name, teams.c.id).limit(100))
        return [replace(unpack(row[0], Team), version=row[1]) for row in rows]

    async def _ideas(self, statement: Any) -> list[Idea]:
        rows = await self._all(statement)
        return [self._finding.saw(replace(unpack(row[0], Idea), version=row[1])) for row in rows]

    async def _count(self, *where: Any) -> int:
        statement = select(func.count()).select_from(ideas).where(*where)
        return int((await self._connection.execute(statement)).scalar_one())

    async def _row(self, statement: Select[Any], tenant: str, id_: str) -> Any:
        found = await self._connection.execute(statement, {"its_tenant": tenant, "its_id": id_})
        return found.first()

    async def _one(self, statement: Any) -> tuple[Any, ...] | None:
        rows = await self._all(statement)
        return rows[0] if rows else None

    async def _all(self, statement: Any) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in (await self._connection.execute(statement)).all()]
