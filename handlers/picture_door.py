"""GET /pictures/<token>: a kept photo for whoever has its address, and 404 for everything else.

No cookie is read or set, nobody is asked who they are, and no other site can do more with it than show it.
"""

from __future__ import annotations

from typing import Final

from aiohttp import web

from bot.domain.pictures import Album
from bot.domain.ports import Clock
from bot.domain.work import StorageAway
from handlers.picture_links import PATH, PictureLinks

# A picture never changes under its address; only the looker's own client may keep it, for an hour.
_HEADERS: Final = {
    "Cache-Control": "private, max-age=3600",
    "Content-Disposition": 'inline; filename="photo.jpg"',
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class PictureDoor:
    """Shows kept photos."""

    def __init__(self, album: Album, links: PictureLinks, clock: Clock) -> None:
        """`links` must be those that made the addresses."""
        self._album = album
        self._links = links
        self._clock = clock

    def routes(self) -> list[web.RouteDef]:
        """The one route."""
        return [web.get(PATH + "{token}", self.handle)]

    async def handle(self, request: web.Request) -> web.Response:
        """The JPEG, 404, or 503 while the database is away."""
        try:
            content = await self._found(request.match_info["token"])
        except StorageAway:
            return web.Response(status=503, headers={"Retry-After": "5"})
        if content is None:
            return web.Response(status=404, headers={"Cache-Control": "no-store"})
        return web.Response(body=content, content_type="image/jpeg", headers=_HEADERS)

    async def _found(self, token: str) -> bytes | None:
        ticket = self._links.read(token, self._clock.now())
        if ticket is None:
            return None
        tenant = await self._album.owner(ticket.picture)
        if tenant is None or not self._links.fits(ticket, tenant):
            return None
        return await self._album.content(tenant, ticket.picture)
