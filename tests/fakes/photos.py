"""Photos as telephones make them, broken and hostile files, and hosts on loopback that give them out."""

from __future__ import annotations

import asyncio
import struct
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from io import BytesIO
from types import TracebackType

from aiohttp import web
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

# Written into everything that a file can carry besides its pixels.
SECRET = "HEMLIG-ADRESS-1"


def photo(size: tuple[int, int] = (640, 480), orientation: int = 1, kind: str = "JPEG") -> bytes:
    """Left half red, right half blue, with a place, a time and a name in its EXIF, and a comment."""
    drawn = Image.new("RGB", size, "blue")
    drawn.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Artist] = SECRET
    exif[ExifTags.Base.DateTime] = "2026:11:18 08:30:00"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef] = "N"
    gps[ExifTags.GPS.GPSLatitude] = (59.0, 19.0, 46.0)
    gps[ExifTags.GPS.GPSLongitudeRef] = "E"
    gps[ExifTags.GPS.GPSLongitude] = (18.0, 4.0, 7.0)
    out = BytesIO()
    match kind:
        case "JPEG":
            drawn.save(out, kind, exif=exif, comment=SECRET.encode(), icc_profile=SECRET.encode())
        case "PNG":
            words = PngInfo()
            words.add_text("Comment", SECRET)
            drawn.save(out, kind, exif=exif, pnginfo=words)
        case "GIF":
            drawn.save(out, kind, comment=SECRET.encode(), save_all=True, append_images=[drawn.rotate(180)])
        case _:
            drawn.save(out, kind, exif=exif)
    return out.getvalue()


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of some kilobytes that says it is very large."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width // 8 + 1) * 1000, 9)
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that reached a host."""

    path: str
    authorization: str
    encoding: str


@dataclass
class FileHost:
    """`async with FileHost() as host`: gives out `files` to whoever shows `token` (empty: to anybody).

    `answers` are played instead for a path; `asked` is everything that came.
    """

    token: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    closing: asyncio.Event = field(default_factory=asyncio.Event)
    _runner: web.AppRunner | None = None
    _port: int = 0

    async def __aenter__(self) -> FileHost:
        app = web.Application()
        app.router.add_get("/{path:.*}", self._give)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def host(self) -> str:
        """`127.0.0.1:<port>`."""
        return f"127.0.0.1:{self._port}"

    @property
    def base(self) -> str:
        """Without a slash at the end."""
        return f"http://{self.host}"

    async def _give(self, request: web.Request) -> web.StreamResponse:
        headers = request.headers
        asked = Asked(request.path, headers.get("Authorization", ""), headers.get("Accept-Encoding", ""))
        self.asked.append(asked)
        if request.path in self.answers:
            return await self.answers[request.path](request)
        if self.token and asked.authorization != f"Bearer {self.token}":
            return web.Response(status=401)
        if request.path not in self.files:
            return web.Response(status=404)
        return web.Response(body=self.files[request.path], content_type="image/jpeg")


def status(code: int, **headers: str) -> Answer:
    """Answers with this."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(
            status=code, headers={name.replace("_", "-"): said for name, said in headers.items()}
        )

    return answer


def page(text: str) -> Answer:
    """A page to sign in on, with 200."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(text=text, content_type="text/html")

    return answer


def endless(length: int, declared: bool) -> Answer:
    """So many bytes, with or without saying so first; stops when the other side has had enough."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "image/jpeg"})
        if declared:
            response.content_length = length
        await response.prepare(request)
        sent = 0
        try:
            while sent < length:
                await response.write(b"\xff" * 262_144)
                sent += 262_144
        except ConnectionError:
            return response
        return response

    return answer
