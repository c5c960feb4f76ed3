"""GET /files/<token>: the file behind a link that was given to one person, for a day.

The token says which file and for whom, until when, and has a seal over all of it: nobody can make or change
one. Whether that person may read the idea is asked when the link is opened, not only when it was made.
Everything that is not a file is answered with a kind page in the reader's language.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from aiohttp import web

from bot.domain.a3 import A3
from bot.domain.errors import Conflict
from bot.domain.people import Language
from bot.domain.ports import Clock
from bot.domain.work import StorageAway
from cards.a3.sheet import sheet_of
from cards.files import FileOf, Format
from cards.page import plain_page
from cards.texts import texts_for
from handlers.printing import NotPrinted, Printer
from handlers.signing import Signer, letters, raw

PATH: Final = "/files/"
LASTS: Final = timedelta(hours=24)
# Characters. Room for the longest ids of both platforms; anything longer is refused unread.
_LONGEST: Final = 2000
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
    """What a link is good for: one file, until a moment (UTC)."""

    file: FileOf
    until: datetime


class Shelf(Protocol):
    """Where A3s come from."""

    async def a3(self, file: FileOf) -> A3 | None:
        """The A3 as it is now; None when it is gone, or when that person may not read it (any more).

        Raises StorageAway or Conflict.
        """
        ...


class FileLinks:
    """Makes and reads the links of one installation."""

    def __init__(self, secret: bytes) -> None:
        """`secret`: at least 128 bits of chance, the same in all processes. Raises ValueError."""
        self._signer = Signer(secret, "files")

    def path(self, file: FileOf, now: datetime) -> str:
        """Where the file can be had for a day; whoever shows it puts the public address before it."""
        said = json.dumps([int((now + LASTS).timestamp()), file.written()], ensure_ascii=False).encode()
        return f"{PATH}{letters(said)}.{letters(self._signer.seal(said))}"

    def read(self, token: str) -> Pass | None:
        """What a token of ours says, however old; None for all others."""
        if len(token) > _LONGEST:
            return None
        words, _, sealed = token.partition(".")
        said, seal = raw(words), raw(sealed)
        if said is None or seal is None or not self._signer.fits(seal, said):
            return None
        until, file = json.loads(said)
        return Pass(FileOf.read(file), datetime.fromtimestamp(until, UTC))


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
        return [web.get(PATH + "{token}", self.handle, allow_head=False)]

    async def handle(self, request: web.Request) -> web.Response:
        """The file; 403 for a link that is not good (any more), 410 for an old one, 503 to come again."""
        given = self._links.read(request.match_info["token"])
        if given is None:
            return _page(_reads(request), "unknown", 403)
        file = given.file
        if self._clock.now() >= given.until:
            return _page(file.language, "expired", 410)
        try:
            a3 = await self._shelf.a3(file)
            if a3 is None:
                return _page(file.language, "gone", 403)
            content = await self._printer.file(sheet_of(texts_for(file.language), a3), file.form)
        except (NotPrinted, StorageAway, Conflict):
            return _page(file.language, "late", 503, _SOON)
        name = {"Content-Disposition": disposition(a3.number, file.form)}
        return web.Response(body=content, content_type=_TYPES[file.form], headers=_HEADERS | name)


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
