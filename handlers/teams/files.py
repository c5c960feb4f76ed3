"""Photos that people sent in Teams: which of a message's attachments they are, and fetching them.

Two kinds (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4): a picture pasted into the
chat lies with the Bot Framework and wants Femma's token; a file that was attached lies in the person's
OneDrive, at an address that is good for some minutes and wants none.
"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import aiohttp

from bot.domain.ports import Refused
from handlers.fetching import SECONDS, download
from handlers.incoming import Attached
from handlers.teams.access import AccessTokens
from handlers.teams.nodes import Node, mapping, mappings, text
from handlers.teams.service_urls import ServiceUrls

_FILE = "application/vnd.microsoft.teams.file.download.info"
_PICTURE = "image/"
_LONGEST_URL = 4_000
_LONGEST_NAME = 200
_MOST_FILES = 20
# Which kind of address a `ref` holds: with our token, or one that is its own key.
_OURS = "chat "
_THEIRS = "drive "
_DRIVES = (".sharepoint.com", ".sharepoint-df.com")
_KINDS = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
}


def attached(activity: Node) -> tuple[Attached, ...]:
    """The files of a message; cards, and the message itself as HTML, are none."""
    found = (_attached(one) for one in mappings(activity, "attachments")[:_MOST_FILES])
    return tuple(one for one in found if one is not None)


def _attached(one: Node) -> Attached | None:
    kind = text(one, "contentType")
    name = text(one, "name")[:_LONGEST_NAME]
    if kind == _FILE:
        content = mapping(one, "content")
        suffix = (text(content, "fileType") or name.rpartition(".")[2]).lower()
        return Attached(_ref(_THEIRS, text(content, "downloadUrl")), name, _KINDS.get(suffix, "other"))
    if kind.startswith(_PICTURE):
        return Attached(_ref(_OURS, text(one, "contentUrl")), name, kind[:_LONGEST_NAME])
    return None


def _ref(whose: str, url: str) -> str:
    return whose + url if 0 < len(url) <= _LONGEST_URL else ""


class TeamsFiles:
    """`bot.domain.ports.Files` for one app."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        tokens: AccessTokens | None,
        service_urls: ServiceUrls,
        extra_hosts: tuple[str, ...] = (),
        seconds: float = SECONDS,
    ) -> None:
        """Without `tokens` nothing is shown to anybody. `extra_hosts` (`host:port` on loopback) stand in for
        OneDrive, for development."""
        self._session = session
        self._tokens = tokens
        self._service_urls = service_urls
        self._extra_hosts = extra_hosts
        self._seconds = seconds

    async def fetch(self, ref: str) -> bytes:
        """See Files."""
        if ref.startswith(_OURS):
            return await self._from_chat(ref.removeprefix(_OURS))
        url = ref.removeprefix(_THEIRS)
        if not ref.startswith(_THEIRS) or not self.is_drive(url):
            raise Refused("address")
        return await download(self._session, url, {}, seconds=self._seconds)

    async def let_go(self, ref: str) -> None:
        """Teams keeps its files itself."""

    async def _from_chat(self, url: str) -> bytes:
        """With our token, which is asked for anew once when it is refused."""
        if not self._service_urls.allows(url) or ".." in unquote(url):
            raise Refused("address")
        if self._tokens is None:
            return await download(self._session, url, {}, seconds=self._seconds)
        token = await self._tokens.get()
        try:
            return await self._with(token, url)
        except Refused as refused:
            if refused.reason != "http_401":
                raise
        self._tokens.forget(token)
        return await self._with(await self._tokens.get(), url)

    async def _with(self, token: str, url: str) -> bytes:
        return await download(self._session, url, {"Authorization": f"Bearer {token}"}, seconds=self._seconds)

    def is_drive(self, url: str) -> bool:
        """Is this an address of somebody's OneDrive or SharePoint? Never raises."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            return False
        if not url.isascii() or not url.isprintable() or set(url) & set(" \\") or "@" in parts.netloc:
            return False
        if parts.netloc in self._extra_hosts and host in {"127.0.0.1", "::1", "localhost"}:
            return True
        return parts.scheme == "https" and port in {None, 443} and host.endswith(_DRIVES)
