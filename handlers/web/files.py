"""Photos that people of the playground sent: kept beside its log until they are fetched."""

from __future__ import annotations

from bot.domain.ports import Gone
from handlers.web.away import as_a_platform
from handlers.web.store import ChatLog


class WebFiles:
    """`bot.domain.ports.Files` for the playground, where we are the platform ourselves."""

    def __init__(self, log: ChatLog) -> None:
        """`log` keeps the files."""
        self._log = log

    async def fetch(self, ref: str) -> bytes:
        """See Files."""
        with as_a_platform():
            content = await self._log.file(ref)
        if content is None:
            raise Gone("no_file")
        return content

    async def let_go(self, ref: str) -> None:
        """See Files."""
        with as_a_platform():
            await self._log.drop_file(ref)
