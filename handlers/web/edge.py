"""The playground's routes: each takes what the page sent, gives it to the core, and shows the answer.

It listens nowhere by itself. `handlers.web.door` stands before every route.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeAlias, TypeVar

import orjson
from aiohttp import web

from handlers.chat import Hear
from handlers.incoming import Busy, Incoming
from handlers.web import codec, inbound, moves, shown
from handlers.web.bell import Bell
from handlers.web.door import MAX_BODY, SECURITY_HEADERS, guarded, json_body
from handlers.web.events import PULSE, Stream
from handlers.web.files import WebFiles
from handlers.web.inbound import MAX_SAID, BadRequest, Photo, Visit
from handlers.web.outbound import Scenery, WebChat
from handlers.web.page import front_page, static_file
from handlers.web.scene import DIRECT, MovableClock
from handlers.web.store import ChatLog, Line

_Read = TypeVar("_Read")

NextDigest: TypeAlias = Callable[[], Awaitable[datetime | None]]

# Lines of each conversation that a page gets when it opens, and deliveries whose line is remembered.
SHOWN_LINES = 300
REMEMBERED = 1_000


class WebEdge:
    """The third platform. `chat` is how Femma speaks; `routes()` is how the page does."""

    def __init__(
        self,
        hear: Hear,
        log: ChatLog,
        scene: Scenery,
        clock: MovableClock,
        next_digest: NextDigest,
        is_working_day: moves.IsWorkingDay = moves.is_weekday,
        pulse: float = PULSE,
        finish: shown.Finish = shown.in_words,
    ) -> None:
        """`next_digest` is the next weekly summary of any team; `pulse` is seconds between signs of life.

        `finish` gives a card the addresses at which this server has its photos and files.
        """
        self._hear = hear
        self._log = log
        self._scene = scene
        self._clock = clock
        self._next_digest = next_digest
        self._is_working_day = is_working_day
        self._bell = Bell()
        self._finish = finish
        self._stream = Stream(log, self._bell, self._present, pulse, finish)
        self._moving = asyncio.Lock()
        self._writing = asyncio.Lock()
        self._written: OrderedDict[str, Line] = OrderedDict()
        self.chat = WebChat(log, scene, clock, self._bell)
        self.files = WebFiles(log)

    def routes(self) -> list[web.RouteDef]:
        """Everything that the page asks for, each route behind the door."""
        return [
            web.get("/", guarded(front_page)),
            web.get("/static/{path:.+}", guarded(static_file)),
            web.get("/playground/state", guarded(self._state)),
            web.get("/playground/events", guarded(self._events)),
            web.get("/playground/look/{message}", guarded(self._look)),
            web.post("/playground/open", guarded(self._open)),
            web.post("/playground/say", guarded(self._say)),
            web.post("/playground/press", guarded(self._press)),
            web.post("/playground/want", guarded(self._want)),
            web.post("/playground/send", guarded(self._send)),
            web.post("/playground/clock", guarded(self._move)),
        ]

    async def close(self, _app: object = None) -> None:
        """End the open event streams; fits `app.on_shutdown`, so that stopping does not wait for them."""
        self._bell.close()

    # What the page reads

    async def _state(self, _request: web.Request) -> web.Response:
        # The sequence is read first: a line that comes meanwhile is told twice, never left out.
        everything = await self._log.after(0)
        sequence = everything[-1].sequence if everything else 0
        scene = await self._scene()
        names = [DIRECT + person.id for person in scene.people]
        names += [channel.conversation for channel in scene.channels]
        kept = [(name, (await self._log.lines(name))[-SHOWN_LINES:]) for name in names]
        return _json(
            {
                **await self._present(),
                "sequence": sequence,
                "conversations": shown.conversations(kept, self._finish),
                "texts": shown.texts(),
            }
        )

    async def _present(self) -> shown.Json:
        clock = shown.clock(self._clock.now(), await self._next_digest())
        return {"clock": clock, "scene": shown.scene(await self._scene())}

    async def _events(self, request: web.Request) -> web.StreamResponse:
        return await self._stream.serve(request, SECURITY_HEADERS)

    async def _look(self, request: web.Request) -> web.Response:
        line = await self._log.find(request.match_info["message"])
        if line is None or line.card is None:
            raise web.HTTPNotFound
        # The other two platforms want whole addresses: those of this page.
        own = f"{request.scheme}://{request.host}"
        return _json(shown.look(self._finish(codec.load(line.card), own)))

    # What the page does

    async def _open(self, request: web.Request) -> web.Response:
        visit = await self._visit(request)
        return await self._give(visit, _checked(inbound.arrived, visit))

    async def _say(self, request: web.Request) -> web.Response:
        visit = await self._visit(request, MAX_SAID)
        photo = _checked(inbound.photo, visit)
        line = await self._write(visit, photo)
        attached = () if photo is None else (photo.attached,)
        said = _checked(lambda seen: inbound.said(seen, line.thread or line.message, attached), visit)
        return _json({"kind": "nothing"}) if said is None else await self._give(visit, said)

    async def _press(self, request: web.Request) -> web.Response:
        visit = await self._visit(request)
        return await self._give(visit, _checked(inbound.pressed, visit))

    async def _want(self, request: web.Request) -> web.Response:
        visit = await self._visit(request)
        return await self._give(visit, _checked(inbound.wanted, visit))

    async def _send(self, request: web.Request) -> web.Response:
        visit = await self._visit(request)
        return await self._give(visit, _checked(inbound.sent_form, visit))

    async def _move(self, request: web.Request) -> web.Response:
        visit = await self._visit(request)
        move = _checked(inbound.move, visit)
        async with self._moving:
            there = moves.target(
                move, self._clock.now(), visit.scene.zone, await self._next_digest(), self._is_working_day
            )
            if there is None:
                raise web.HTTPConflict(text="no summary to move to")
            await self._clock.move_to(there)
        self._bell.ring()
        return _json(await self._present())

    # Their common steps

    async def _visit(self, request: web.Request, most: int = MAX_BODY) -> Visit:
        return Visit(await self._scene(), self._clock.now(), await json_body(request, most))

    async def _write(self, visit: Visit, photo: Photo | None) -> Line:
        """The person's own line and what they attached, once however often the page repeats a delivery."""
        place, text = _checked(lambda seen: (seen.place(), inbound.words(seen)), visit)
        envelope = _checked(Visit.envelope, visit)
        key = f"{envelope.actor.person} {envelope.delivery}"
        thread = await self._thread(place.conversation, _checked(lambda seen: seen.text("thread"), visit))
        async with self._writing:
            if key not in self._written:
                if photo is not None and photo.attached.ref:
                    await self._log.keep_file(photo.ref, photo.content, visit.now)
                self._written[key] = await self._log.append(
                    place.conversation,
                    envelope.actor.person,
                    None,
                    _with_name(text, photo),
                    visit.now,
                    thread,
                )
                if len(self._written) > REMEMBERED:
                    self._written.popitem(last=False)
        self._bell.ring()
        return self._written[key]

    async def _thread(self, conversation: str, message: str) -> str:
        """The first message of the thread that `message` belongs to; empty for a new one."""
        if not message:
            return ""
        line = await self._log.find(message)
        if line is None or line.conversation != conversation:
            raise web.HTTPBadRequest(text="thread")
        return line.thread or line.message

    async def _give(self, visit: Visit, incoming: Incoming) -> web.Response:
        try:
            answer = await self._hear(incoming)
        except Busy as error:
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "1"}) from error
        return _json(shown.answer(answer, visit.scene, incoming.envelope.actor.tenant))


def _with_name(text: str, photo: Photo | None) -> str:
    """What stands in the person's own line: their words, and a sign with the name of the file."""
    return text if photo is None else f"{text}\n📎 {photo.name}".strip()


def _checked(read: Callable[[Visit], _Read], visit: Visit) -> _Read:
    """What `read` makes of the request; a field that is none of ours is answered with 400."""
    try:
        return read(visit)
    except BadRequest as error:
        raise web.HTTPBadRequest(text=str(error)) from error


def _json(value: shown.Json) -> web.Response:
    return web.Response(
        body=orjson.dumps(value), content_type="application/json", headers={"Cache-Control": "no-store"}
    )
