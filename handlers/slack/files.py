"""Photos that people sent in Slack: which of an event's files they are, and fetching them with our token.

docs.slack.dev/reference/objects/file-object: the bytes lie at `url_private_download`, for whoever shows a
token with files:read.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import aiohttp

from bot.domain.ports import Refused
from handlers.clean import clean
from handlers.fetching import SECONDS, download
from handlers.incoming import Attached
from handlers.slack.reading import Json, parts, text

_LONGEST_URL = 2_000
_LONGEST_NAME = 200
_MOST_FILES = 20
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_HOSTS = {"slack.com": "files.slack.com", "slack-gov.com": "files.slack-gov.com"}


def attached(event: Json) -> tuple[Attached, ...]:
    """The files of a message. One that lies elsewhere (a link to another service) has no `ref`."""
    return tuple(_attached(file) for file in parts(event, "files")[:_MOST_FILES])


def _attached(file: Json) -> Attached:
    url = text(file, "url_private_download") or text(file, "url_private")
    is_here = text(file, "mode") in {"", "hosted"} and file.get("is_external") is not True
    size = file.get("size")
    return Attached(
        url if is_here and len(url) <= _LONGEST_URL else "",
        clean(text(file, "name"))[:_LONGEST_NAME],
        text(file, "mimetype")[:_LONGEST_NAME],
        size if isinstance(size, int) and not isinstance(size, bool) and size > 0 else 0,
    )


class SlackFiles:
    """`bot.domain.ports.Files` for one bot token."""

    def __init__(
        self, bot_token: str, session: aiohttp.ClientSession, api_url: str, seconds: float = SECONDS
    ) -> None:
        """Files come from the host that belongs to `api_url`, and the token goes nowhere else."""
        self._token = bot_token
        self._session = session
        self._api = urlsplit(api_url)
        self._seconds = seconds

    async def fetch(self, ref: str) -> bytes:
        """See Files."""
        if not self.allows(ref):
            raise Refused("address")
        headers = {"Authorization": f"Bearer {self._token}"}
        return await download(self._session, ref, headers, seconds=self._seconds)

    async def let_go(self, ref: str) -> None:
        """Slack keeps its files itself."""

    def allows(self, url: str) -> bool:
        """May the token be shown there? To Slack's own file host; beside a proxy on this machine, to that."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            return False
        if not url.isascii() or not url.isprintable() or set(url) & set(" \\") or "@" in parts.netloc:
            return False
        if self._api.hostname in _LOOPBACK:
            return parts.netloc == self._api.netloc and parts.scheme == self._api.scheme
        return (
            parts.scheme == "https" and port in {None, 443} and host == _HOSTS.get(self._api.hostname or "")
        )
