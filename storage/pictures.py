"""Pictures within one transaction: what is to be fetched, what was kept, and whose it is.

Who fetches and who shows them is in `storage.album`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.pictures import ClaimedPicture, Moment, Picture, Pictured, PictureState, Print
from storage.tables import moment, pictures

_ADD = insert(pictures)
_LIVING = (PictureState.WAITING.value, PictureState.KEPT.value)
_ADOPT = (
    update(pictures)
    .where(
        pictures.c.tenant == bindparam("its_tenant"),
        pictures.c.person == bindparam("its_person"),
        pictures.c.talk == "",
        pictures.c.idea == "",
        pictures.c.sent_at >= bindparam("since"),
        pictures.c.state.in_(_LIVING),
    )
    .values(talk=bindparam("draft"))
)
_MOVE = (
    update(pictures)
    .where(
        pictures.c.tenant == bindparam("its_tenant"),
        pictures.c.talk == bindparam("its_talk"),
        pictures.c.idea == "",
    )
    .values(idea=bindparam("filed"))
    .returning(pictures.c.id, pictures.c.moment, pictures.c.state, pictures.c.sent_at)
)


class SqlPictures:
    """See `bot.domain.pictures.Pictures`. `added` says whether a worker is to be woken after the commit."""

    def __init__(self, connection: AsyncConnection) -> None:
        """A transaction that has begun on `connection`; whoever opened it commits it."""
        self._connection = connection
        self.added = False

    async def add(self, picture: Picture, at: datetime) -> None:
        """See Pictures."""
        values = {
            "tenant": picture.tenant,
            "id": picture.id,
            "person": picture.person,
            "platform": picture.platform,
            "talk": picture.talk,
            "idea": picture.idea,
            "moment": picture.moment.value,
            "state": PictureState.WAITING.value,
            "ref": picture.ref,
            "sent_at": moment(at),
            "due": moment(at),
            "attempts": 0,
            "fence": 0,
            "reason": "",
            "width": 0,
            "height": 0,
        }
        await self._connection.execute(_ADD, values)
        self.added = True

    async def adopt(self, tenant: str, person: str, talk: str, since: datetime) -> None:
        """See Pictures."""
        values = {"its_tenant": tenant, "its_person": person, "since": moment(since), "draft": talk}
        await self._connection.execute(_ADOPT, values)

    async def moved_to(self, tenant: str, talk: str, idea: str) -> tuple[Pictured, ...]:
        """See Pictures."""
        values = {"its_tenant": tenant, "its_talk": talk, "filed": idea}
        rows = (await self._connection.execute(_MOVE, values)).all()
        kept = sorted((row for row in rows if row[2] == PictureState.KEPT.value), key=lambda row: row[3])
        return tuple(Pictured(row[0], Moment(row[1])) for row in kept)

    async def together(self, tenant: str, talk: str, idea: str) -> int:
        """See Pictures."""
        c = pictures.c
        which = c.idea == idea if idea else c.talk == talk
        where = (c.tenant == tenant, which, c.state.in_(_LIVING))
        found = await self._connection.execute(select(func.count()).select_from(pictures).where(*where))
        return int(found.scalar_one())

    async def keep(self, claimed: ClaimedPicture, kept: Print) -> str | None:
        """See Pictures."""
        values = {
            "state": PictureState.KEPT.value,
            "ref": "",
            "reason": "",
            "width": kept.width,
            "height": kept.height,
            "content": kept.content,
        }
        statement = update(pictures).where(_held(claimed)).values(values).returning(pictures.c.idea)
        row = (await self._connection.execute(statement)).first()
        return None if row is None else str(row[0])

    async def refuse(self, claimed: ClaimedPicture, reason: str) -> bool:
        """See Pictures."""
        values = {"state": PictureState.REFUSED.value, "ref": "", "reason": reason[:200]}
        done = await self._connection.execute(update(pictures).where(_held(claimed)).values(values))
        return done.rowcount == 1

    async def put_off(self, claimed: ClaimedPicture, due: datetime, reason: str) -> None:
        """See Pictures."""
        values = {"due": moment(due), "reason": reason[:200]}
        await self._connection.execute(update(pictures).where(_held(claimed)).values(values))

    async def let_go(self, tenant: str, talk: str) -> None:
        """See Pictures."""
        c = pictures.c
        gone = {"state": PictureState.GONE.value, "ref": "", "content": None}
        where = (c.tenant == tenant, c.talk == talk, c.idea == "")
        await self._connection.execute(update(pictures).where(*where).values(gone))

    async def forget_before(self, before: datetime) -> None:
        """See Pictures."""
        c = pictures.c
        unwanted = or_(c.idea == "", c.state.not_in(_LIVING))
        await self._connection.execute(delete(pictures).where(c.sent_at < moment(before), unwanted))


def _held(claimed: ClaimedPicture) -> Any:
    c = pictures.c
    return and_(
        c.tenant == claimed.tenant,
        c.id == claimed.id,
        c.fence == claimed.fence,
        c.state == PictureState.WAITING.value,
    )
