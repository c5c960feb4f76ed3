"""Pictures as their workers and their viewers see them, each call a transaction of its own.

A claim is a `due` that is put off by the lease: a worker that dies needs no clearing up after it, the row is
simply due again. Fetching twice does no harm; the fence lets only the last holder write.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, text, update

from bot.domain.pictures import ClaimedPicture, Moment, PictureState
from storage.store import SqlStore
from storage.tables import from_moment, moment, pictures

# Longer than a fetch and the making of the print together may take.
LEASE = timedelta(seconds=120)


class SqlPictureQueue:
    """See `bot.domain.pictures.PictureQueue`. Of all tenants."""

    def __init__(self, store: SqlStore) -> None:
        """On the same store as the work, for its one line of writers."""
        self._store = store

    async def claim(self, now: datetime, room: int) -> list[ClaimedPicture]:
        """See PictureQueue."""
        async with self._store.transaction() as connection:
            rows = (await connection.execute(_DUE, {"now": moment(now), "room": room})).all()
            for row in rows:
                held = {"its_tenant": row.tenant, "its_id": row.id, "lease": moment(now + LEASE)}
                await connection.execute(_HOLD, held)
        return [_claimed(row) for row in rows]


class SqlAlbum:
    """See `bot.domain.pictures.Album`."""

    def __init__(self, store: SqlStore) -> None:
        """On the bot's own store."""
        self._store = store

    async def owner(self, picture: str) -> str | None:
        """See Album. The one look across tenants: it tells nothing but a name, which the token must know."""
        async with self._store.transaction() as connection:
            found = await connection.execute(_OWNER, {"its_id": picture})
            tenant = found.scalar()
        return None if tenant is None else str(tenant)

    async def content(self, tenant: str, picture: str) -> bytes | None:
        """See Album."""
        async with self._store.transaction(tenant) as connection:
            found = await connection.execute(_CONTENT, {"its_tenant": tenant, "its_id": picture})
            content = found.scalar()
        return None if content is None else bytes(content)


def _claimed(row: Any) -> ClaimedPicture:
    return ClaimedPicture(
        row.id,
        row.tenant,
        row.person,
        row.platform,
        row.ref,
        Moment(row.moment),
        row.attempts + 1,
        row.fence + 1,
        from_moment(row.sent_at),
    )


_DUE = (
    select(
        pictures.c.id,
        pictures.c.tenant,
        pictures.c.person,
        pictures.c.platform,
        pictures.c.ref,
        pictures.c.moment,
        pictures.c.attempts,
        pictures.c.fence,
        pictures.c.sent_at,
    )
    # Written out, so that both databases see that the index over waiting rows is enough.
    .where(text("state = 'waiting'"), pictures.c.due <= bindparam("now"))
    .order_by(pictures.c.due)
    .limit(bindparam("room"))
    .with_for_update(skip_locked=True)
)
_HOLD = (
    update(pictures)
    .where(pictures.c.tenant == bindparam("its_tenant"), pictures.c.id == bindparam("its_id"))
    .values(due=bindparam("lease"), attempts=pictures.c.attempts + 1, fence=pictures.c.fence + 1)
)
_OWNER = select(pictures.c.tenant).where(
    pictures.c.id == bindparam("its_id"), pictures.c.state == PictureState.KEPT.value
)
_CONTENT = select(pictures.c.content).where(
    pictures.c.tenant == bindparam("its_tenant"),
    pictures.c.id == bindparam("its_id"),
    pictures.c.state == PictureState.KEPT.value,
)
