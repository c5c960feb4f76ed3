"""GET /files/<token>: the file behind a link that was given to one person, for a quarter of an hour.

The link names the tenant, the person and the idea, sealed: nobody can make one or read it. Whether that
person may read the idea is asked when the link is opened, not only when it was made. Everything that is not
a file is answered with a kind page in the reader's language.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from aiohttp import web

from bot.domain.a3 import A3
from bot.domain.ideas import IdeaId
from bot.domain.people import Language, PersonId, TenantId
from bot.domain.ports import Clock
from bot.domain.work import StorageAway
from cards.a3.sheet import sheet_of
from cards.page import plain_page
from cards.texts import texts_for
from handlers.printing import Format, NotPrinted, Printer
from handlers.signing import Seal

PATH: Final = "/files/"
LASTS: Final = timedelta(minutes=15)
_TYPES: Final = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
_SOON: Final = {"Retry-After": "5"}


@dataclass(frozen=True, slots=True)
class Pass:
    """What a link is good for: one file of one idea, for one person of one tenant, until a moment (UTC)."""

    tenant: TenantId
    person: PersonId
    idea: IdeaId
    form: Format
    language: Language
    until: datetime


class Shelf(Protocol):
    """Where A3s come from."""

    async def a3(self, ticket: Pass) -> A3 | None:
        """The A3 as it is now; None when it is gone, or when that person may not read it (any more).

        Raises StorageAway.
        """
        ...


class FileLinks:
    """Makes and reads the links of one installation."""

    def __init__(self, secret: bytes) -> None:
        """`secret`: at least 128 bits of chance, the same in all processes. Raises ValueError."""
        self._seal = Seal(secret, "files")

    def link_for(
        self,
        tenant: TenantId,
        person: PersonId,
        idea: IdeaId,
        *,
        form: Format,
        language: Language,
        now: datetime,
    ) -> str:
        """The path of the link; whoever shows it puts the public address of the installation before it."""
        until = int((now + LASTS).timestamp())
        words = json.dumps([tenant, person, idea, form.value, language.value, until], ensure_ascii=False)
        return PATH + self._seal.close(words.encode())

    def read(self, token: str) -> Pass | None:
        """What a token of ours says, however old; None for all others."""
        words = self._seal.open(token)
        if words is None:
            return None
        tenant, person, idea, form, language, until = json.loads(words)
        end = datetime.fromtimestamp(until, UTC)
        return Pass(tenant, person, idea, Format(form), Language(language), end)


class FileDoor:
    """Serves the files."""

    def __init__(self, shelf: Shelf, links: FileLinks, printer: Printer, clock: Clock) -> None:
        """`links` must be those that made the addresses."""
        self._shelf = shelf
        self._links = links
        self._printer = printer
        self._clock = clock

    def routes(self) -> list[web.RouteDef]:
        """The one route."""
        return [web.get(PATH + "{token}", self.handle)]

    async def handle(self, request: web.Request) -> web.Response:
        """The file; 403 for a link that is not good (any more), 410 for an old one, 503 to come again."""
        ticket = self._links.read(request.match_info["token"])
        if ticket is None:
            return _page(_reads(request), "unknown", 403)
        if self._clock.now() >= ticket.until:
            return _page(ticket.language, "expired", 410)
        try:
            a3 = await self._shelf.a3(ticket)
            if a3 is None:
                return _page(ticket.language, "gone", 403)
            content = await self._printer.file(sheet_of(texts_for(ticket.language), a3), ticket.form)
        except (NotPrinted, StorageAway):
            return _page(ticket.language, "late", 503, _SOON)
        name = {"Content-Disposition": disposition(a3.number, ticket.form)}
        return web.Response(body=content, content_type=_TYPES[ticket.form], headers=_HEADERS | name)


def disposition(number: int, form: Format) -> str:
    """RFC 6266, with a name of our own: of ASCII letters, and nothing in it that anybody wrote."""
    return f'attachment; filename="femma-{number:d}-a3.{form.value}"'


def _page(language: Language, key: str, status: int, more: dict[str, str] | None = None) -> web.Response:
    t = texts_for(language)
    body = plain_page(language, t.say(f"file-{key}-title"), t.say(f"file-{key}-text"))
    headers = _HEADERS | (more or {}) | {"Content-Language": language.value}
    return web.Response(text=body, status=status, content_type="text/html", headers=headers)


def _reads(request: web.Request) -> Language:
    """The first of our languages that the browser asks for."""
    asked = request.headers.get("Accept-Language", "").split(",")[:10]
    tongues = (Language.parse(tag.split(";")[0]) for tag in asked)
    return next((tongue for tongue in tongues if tongue), Language.SV)
