"""The real Femma in development mode, served on loopback for a browser to open. It can be started again."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web
from pydantic import SecretStr

from bot.app import Femma
from bot.settings import Mode, Settings


class Town:
    """The playground with its demo municipality: `start`, `stop`, and `start` again where it was left."""

    def __init__(self, folder: Path) -> None:
        """The database is made in `folder` at the first start."""
        self._database = f"sqlite:///{folder}/femma.db"
        self._port = 0
        self._femma: Femma | None = None
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """What one opens; the same after another start."""
        return f"http://127.0.0.1:{self._port}"

    async def start(self) -> None:
        """As `femma run` does it, without slowing the messages down."""
        url = SecretStr(self._database)
        settings = Settings(mode=Mode.DEVELOPMENT, database_url=url, rehearsal=False)
        self._femma = Femma(settings, rates={})
        self._runner = web.AppRunner(
            await self._femma.start(), access_log=None, auto_decompress=False, shutdown_timeout=1
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Nothing to do when it does not run."""
        if self._runner is None or self._femma is None:
            return
        await self._runner.cleanup()
        await self._femma.stop()
        self._runner = self._femma = None
