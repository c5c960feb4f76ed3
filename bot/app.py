"""The one place that sees everything: builds one of each part and joins them."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from secrets import token_bytes, token_hex
from time import monotonic
from typing import Any

import aiohttp
from aiohttp import web
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.calendars import PublicHolidays
from bot.clocks import MovedClock, SystemClock
from bot.crash import tripwire
from bot.domain.ports import Clock, Files, Tripwire, Wording, untouched
from bot.domain.work import Work
from bot.likeness.lexicon import lexicon
from bot.settings import BadSetting, Guests, Settings
from bot.warming import Warming
from cards.a3.pdf import Press
from cards.files import FileOf, with_file_addresses
from cards.model import Card
from cards.pictures import with_addresses
from handlers.chat import Chat
from handlers.clock import DueWork
from handlers.conversation import Conversation
from handlers.delivery import Delivery, as_drawn
from handlers.files import FileDoor, FileLinks
from handlers.health import LoopLag, Signs
from handlers.http import application
from handlers.model_client import ModelClient
from handlers.pace import Pace, Rate
from handlers.paper import StoreShelf
from handlers.picture_door import PictureDoor
from handlers.picture_links import PictureLinks
from handlers.pictures import PictureWork
from handlers.printing import Printer
from handlers.refusals import RefusalLog
from handlers.rewording import Rewording
from handlers.slack.edge import SlackEdge
from handlers.teams.edge import TeamsEdge
from handlers.web.demo import DEMO_TENANT, DEMO_ZONE, read_demo, seed
from handlers.web.edge import WebEdge
from handlers.web.scene import Scene
from handlers.web.shown import in_words
from handlers.wording import AT_ONCE, ModelWording
from storage.album import SqlAlbum, SqlPictureQueue
from storage.alone import Alone, InUse
from storage.backup import NotThisWay, file_of
from storage.checks import Damaged, check
from storage.engine import open_engine
from storage.figures import SqlFigures
from storage.outbox import SqlOutbox
from storage.playground import SqlChatLog
from storage.schema import NewerSchema, upgrade
from storage.store import SqlStore

# Seconds for the doors alone, after a start.
HEAD_START = 1.0

# Slack: 1 message/s in a channel. Teams: 7/s in a conversation, and 25/s of one tenant stays below its 30.
RATES = {"slack": Rate(lane=1.0), "teams": Rate(lane=0.15, tenant=0.04)}


@dataclass(slots=True)
class Core:
    """The parts that know no platform."""

    engine: AsyncEngine
    store: SqlStore
    outbox: SqlOutbox
    conversation: Conversation
    due: DueWork
    tripwire: Tripwire

    @classmethod
    async def open(
        cls, url: str, clock: Clock, tripwire: Tripwire = untouched, guests_allowed: bool = False
    ) -> Core:
        """Open the database, bring it to its newest schema, and build the core on it. Raises BadSetting."""
        engine = await _open_database(url)
        # A quarter of a second that the first message should not have to wait for.
        lexicon()
        store = SqlStore(engine, clock)
        calendar = PublicHolidays()
        return cls(
            engine,
            store,
            SqlOutbox(store),
            Conversation(store, clock, calendar, new_id, tripwire, guests_allowed),
            DueWork(store, clock, calendar, new_id, tripwire),
            tripwire,
        )

    def deliver_to(
        self,
        chats: Mapping[str, Chat],
        clock: Clock,
        rates: Mapping[str, Rate],
        finish: Callable[[str, Card], Card] = as_drawn,
        wording: Wording | None = None,
    ) -> Delivery:
        """The sender for these chats, woken after every commit."""
        pace, shared = Pace(rates, monotonic), self.engine.dialect.name != "sqlite"
        rewording = None if wording is None else Rewording(wording, self.store, clock)
        delivery = Delivery(
            self.outbox, self.store, chats, clock, pace, self.tripwire, shared, finish, rewording
        )
        self.store.when_letters(delivery.wake)
        self.store.when_reminders(self.due.wake)
        return delivery

    def fetch_from(self, files: Mapping[str, Files], clock: Clock) -> PictureWork:
        """The worker for the photos of these platforms, woken after every commit that has one."""
        queue = SqlPictureQueue(self.store)
        pictures = PictureWork(
            queue, self.store, files, clock, PublicHolidays(), new_id, tripwire=self.tripwire
        )
        self.store.when_pictures(pictures.wake)
        return pictures


async def _open_database(url: str) -> AsyncEngine:
    """The database, whole and with its newest schema. Raises BadSetting, which names a SQLite file and never
    says another address: it may hold a password."""
    try:
        engine = open_engine(url)
    except (ArgumentError, ImportError):
        raise BadSetting("FEMMA_DATABASE_URL is not the address of a database") from None
    try:
        await check(engine)
        await upgrade(engine)
    except BaseException as failure:
        await engine.dispose()
        if isinstance(failure, Damaged):
            raise BadSetting(
                f"the database{_path(engine)} is damaged ({failure}): move it away and put a backup in its "
                "place with 'femma restore'"
            ) from None
        if isinstance(failure, NewerSchema):
            raise BadSetting("FEMMA_DATABASE_URL: a newer Femma has used this database") from None
        if isinstance(failure, DBAPIError | OSError):
            reason = f"the database{_path(engine)} cannot be used ({_why(failure)})"
            raise BadSetting(f"FEMMA_DATABASE_URL: {reason}") from None
        raise
    return engine


def _path(engine: AsyncEngine) -> str:
    return f" {engine.url.database}" if engine.dialect.name == "sqlite" else ""


def _why(failure: DBAPIError | OSError) -> str:
    """SQLite's few sentences hold no values; what another driver says may."""
    cause = failure.orig if isinstance(failure, DBAPIError) else failure
    return str(cause) if isinstance(cause, sqlite3.Error) else type(failure).__name__


def _alone(url: str) -> Alone:
    """The lock on a SQLite file. Raises BadSetting with one line that names it."""
    try:
        return Alone(url)
    except InUse as path:
        raise BadSetting(
            f"FEMMA_DATABASE_URL: another Femma runs on {path}; only PostgreSQL takes several"
        ) from None
    except ArgumentError:
        raise BadSetting("FEMMA_DATABASE_URL is not the address of a database") from None
    except OSError as error:
        raise BadSetting(f"FEMMA_DATABASE_URL: {error.filename}: {error.strerror}") from None


async def _scene() -> Scene:
    return read_demo().scene()


def _is_demo_working_day(day: date) -> bool:
    return PublicHolidays().is_working_day(day, DEMO_ZONE)


def _free_share(url: str) -> Callable[[], float | None]:
    """How much of the disk that the database file lies on is free; None for a server's."""
    try:
        folder = file_of(url).resolve().parent
    except NotThisWay:
        return lambda: None

    def measure() -> float:
        usage = shutil.disk_usage(folder)
        return usage.free / usage.total

    return measure


def new_id() -> str:
    """96 random bits: never used twice and not to be guessed."""
    return token_hex(12)


class Femma:
    """A running bot: `start`, then `stop`."""

    def __init__(
        self, settings: Settings, clock: Clock | None = None, rates: Mapping[str, Rate] = RATES
    ) -> None:
        """Nothing is opened before `start`. `clock` and `rates` are other than usual in tests only."""
        self._settings = settings
        self._loops: list[asyncio.Task[None]] = []
        self._lag = LoopLag()
        self._rates = rates
        self._clock: Clock = clock or (MovedClock() if settings.development else SystemClock())
        self._model_session: aiohttp.ClientSession | None = None
        self._wording: ModelWording | None = None
        # Who is turned away before any door.
        self.refusals = RefusalLog("server", self._clock)

    async def start(self) -> web.Application:
        """Open everything and start working; returns the routes, which the caller serves.

        Raises BadSetting when the database cannot be used; then nothing stays open.
        """
        settings = self._settings
        url = settings.database_url.get_secret_value()
        self._alone = _alone(url)
        try:
            self._core = await Core.open(
                url, self._clock, tripwire(settings.crash_at), settings.guests is Guests.ALLOWED
            )
        except BaseException:
            self._alone.close()
            raise
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=15))
        key = self._link_key()
        self._picture_links, self._file_links = PictureLinks(key), FileLinks(key)
        self._printer = Printer(Press())
        routes, chats = await self._edges()
        routes += self._addresses()
        self._wording = self._model()
        self._delivery = self._core.deliver_to(chats, self._clock, self._rates, self._finished, self._wording)
        self._pictures = self._core.fetch_from(self._files, self._clock)
        alone = self._core.engine.dialect.name == "sqlite"
        await self._core.outbox.recover(self._clock.now(), everything=alone)
        if isinstance(self._clock, MovedClock):
            await self._open_playground(self._clock)
        await self._core.due.plan_sweep()
        await self._warm(tuple(chats))
        for edge in self._to_start:
            await edge.start()
        self._loops = [
            asyncio.create_task(self._after_the_doors(self._delivery.run), name="delivery"),
            asyncio.create_task(self._after_the_doors(self._core.due.run), name="due work"),
            asyncio.create_task(self._after_the_doors(self._pictures.run), name="pictures"),
            asyncio.create_task(self._lag.run(), name="loop lag"),
        ]
        if (bell := self._core.store.bell()) is not None:
            self._loops.append(asyncio.create_task(bell.run(), name="bell"))
        app = application(routes, self._signs())
        if isinstance(self._clock, MovedClock):
            app.on_shutdown.append(self._playground.close)
        return app

    async def catch_up(self) -> None:
        """The clock was moved: do what is due and say what is to be said, now."""
        await self._core.due.drain()
        self._delivery.wake()
        if not self._loops:
            await self._delivery.drain()

    async def broken(self) -> None:
        """Returns when one of the loops has ended, which none of them does by itself; `stop` says why."""
        await asyncio.wait(self._loops, return_when=asyncio.FIRST_COMPLETED)

    async def _after_the_doors(self, loop: Callable[[], Awaitable[None]]) -> None:
        """What waited in the outbox can wait a moment more: those who knock now are answered first."""
        if self._settings.rehearsal:
            await asyncio.sleep(HEAD_START)
        await loop()

    async def _warm(self, platforms: tuple[str, ...]) -> None:
        """While nobody can knock yet, and before our own loops ask anything of the database."""
        if platforms and self._settings.rehearsal:
            store, clock = self._core.store, self._clock
            await Warming(store, clock, PublicHolidays(), new_id, self._finished_anywhere, platforms).run()

    def _finished_anywhere(self, platform: str, card: Card) -> Card:
        return in_words(card, "") if platform == "web" else self._finished(platform, card)

    def _signs(self) -> Signs:
        """What the health routes look at."""
        figures = SqlFigures(self._core.store)
        disk = _free_share(self._settings.database_url.get_secret_value())
        return Signs(
            lambda: figures.read(self._clock.now()),
            lambda: self._lag.seconds,
            disk,
            self._refused,
            datetime.now(UTC),
            lambda: [worry for edge in self._to_start for worry in edge.worries()],
            self._core.conversation.tally,
            lambda: {} if self._wording is None else self._wording.outcomes,
        )

    def _refused(self) -> dict[tuple[str, str], int]:
        found = {}
        for refusals in (self.refusals, *(edge.refusals for edge in self._to_start)):
            for cause, count in refusals.counts.items():
                found[refusals.edge, cause] = count
        return found

    async def stop(self) -> None:
        """Finish what is under way and close everything. Nothing is taken in any more by now.

        Raises what a loop has ended with, once everything is closed.
        """
        for edge in self._to_start:
            await edge.close()
        for loop in self._loops:
            loop.cancel()
        ends = await asyncio.gather(*self._loops, return_exceptions=True)
        await self._session.close()
        await self._printer.close()
        if self._model_session is not None:
            await self._model_session.close()
        await self._core.engine.dispose()
        self._alone.close()
        for end in ends:
            if isinstance(end, Exception):
                raise end

    async def _edges(self) -> tuple[list[web.RouteDef], dict[str, Chat]]:
        settings, hear = self._settings, self._core.conversation.hear
        routes: list[web.RouteDef] = []
        chats: dict[str, Chat] = {}
        self._to_start: list[SlackEdge | TeamsEdge] = []
        self._files: dict[str, Files] = {}
        if settings.has_slack:
            slack = SlackEdge(
                hear,
                settings.signing_secrets,
                settings.slack_bot_token.get_secret_value(),
                self._session,
                self._clock,
                settings.slack_api_url,
                settings.slack_app_token.get_secret_value(),
            )
            routes.append(web.post("/slack/events", slack.handle))
            chats["slack"] = slack.chat
            self._files["slack"] = slack.files
            self._to_start.append(slack)
        if settings.has_teams or settings.development:
            teams = self._teams()
            routes.append(web.post("/api/messages", teams.handle))
            chats["teams"] = teams.chat
            self._files["teams"] = teams.files
            self._to_start.append(teams)
        if isinstance(self._clock, MovedClock):
            log = SqlChatLog(self._core.store)
            self._playground = WebEdge(
                hear,
                log,
                _scene,
                self._clock,
                self._next_digest,
                _is_demo_working_day,
                finish=self._with_addresses,
            )
            routes.extend(self._playground.routes())
            chats["web"] = self._playground.chat
            self._files["web"] = self._playground.files
        return routes, chats

    def _link_key(self) -> bytes:
        """From the settings; without one for this run only, which is enough for the playground.

        Whatever is reached from outside has one there, so that all replicas sign with the same.
        """
        return self._settings.picture_key.get_secret_value().encode() or token_bytes(32)

    def _addresses(self) -> list[web.RouteDef]:
        """What the links on cards lead to."""
        store, clock = self._core.store, self._clock
        photos = PictureDoor(SqlAlbum(store), self._picture_links, clock)
        files = FileDoor(StoreShelf(store, clock), self._file_links, self._printer, clock)
        return [*photos.routes(), *files.routes()]

    def _with_addresses(self, card: Card, origin: str) -> Card:
        """The card with links that begin now; `origin` stands before each path."""
        now = self._clock.now()

        def picture(tenant: str, id_: str) -> str:
            return origin + self._picture_links.path(tenant, id_, now)

        def file(of: FileOf) -> str:
            return origin + self._file_links.path(of, now)

        return with_file_addresses(with_addresses(card, picture), file)

    def _finished(self, platform: str, card: Card) -> Card:
        """Links get their addresses when the card goes out; the playground makes them when it is shown."""
        if platform == "web":
            return card
        base = self._settings.public_url.rstrip("/")
        return self._with_addresses(card, base) if base else in_words(card, "")

    def _model(self) -> ModelWording | None:
        """Whoever words questions better, if there is one. It keeps no cookies and shares no connections."""
        settings = self._settings
        if not settings.has_model:
            return None
        self._model_session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=AT_ONCE), cookie_jar=aiohttp.DummyCookieJar()
        )
        key = settings.model_key.get_secret_value()
        return ModelWording(
            ModelClient(self._model_session, settings.model_url, settings.model_name.strip(), key)
        )

    def _teams(self) -> TeamsEdge:
        """The Teams edge; in development without an app id it hears callers on loopback without a token."""
        settings = self._settings
        urls: dict[str, Any] = {}
        if settings.teams_openid_url:
            urls["openid_url"] = settings.teams_openid_url
        if settings.teams_token_url:
            urls["token_url"] = settings.teams_token_url
        return TeamsEdge(
            self._core.conversation.hear,
            settings.teams_app_id,
            settings.teams_app_password.get_secret_value(),
            settings.teams_app_tenant,
            self._session,
            self._clock,
            extra_service_hosts=tuple(settings.teams_service_hosts.split()),
            anonymous=settings.development and not settings.has_teams,
            **urls,
        )

    async def _open_playground(self, clock: MovedClock) -> None:
        """Seed the demo municipality on the first start; later go on where the clock was left."""
        log = SqlChatLog(self._core.store)
        await seed(self._core.store, self._core.conversation, self.catch_up, clock)
        clock.ahead = max(clock.ahead, await log.ahead())

        async def moved() -> None:
            await log.set_ahead(clock.ahead)
            await self.catch_up()

        clock.when_moved(moved)

    async def _next_digest(self) -> datetime | None:
        async def job(work: Work) -> datetime | None:
            return await work.next_reminder(DEMO_TENANT, "digest:")

        return await self._core.store.run(DEMO_TENANT, job)
