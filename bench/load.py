"""The load: a process of its own that sends signed requests over connections that stay open.

A small client of its own, because a library's client would cost more than what is measured. Reads one
JSON plan from standard input and writes one JSON answer. Run as `python -m bench.load`.
"""

from __future__ import annotations

import asyncio
import base64
import json
import sys
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from time import monotonic

IN_FLIGHT = 32


@dataclass(frozen=True, slots=True)
class Knock:
    """One signed request, and the chat in which something is then said."""

    chat: str
    body: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answered:
    """One request: the chat it is about, when it was sent and answered (monotonic seconds), the status."""

    chat: str
    sent: float
    answered: float
    status: int


def plan(port: int, knocks: Sequence[Knock], in_flight: int, seconds: float) -> bytes:
    """What the process reads. It stops sending after `seconds`, whatever is left."""
    wire = [(knock.chat, base64.b64encode(_wire(knock, port)).decode()) for knock in knocks]
    return json.dumps({"port": port, "knocks": wire, "in_flight": in_flight, "seconds": seconds}).encode()


def answers(told: bytes) -> list[Answered]:
    """What the process wrote."""
    return [Answered(**one) for one in json.loads(told)]


def _wire(knock: Knock, port: int) -> bytes:
    headers = {**knock.headers, "Host": f"127.0.0.1:{port}", "Content-Length": len(knock.body)}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST /slack/events HTTP/1.1\r\n{lines}\r\n".encode() + knock.body


async def _worker(port: int, todo: deque[tuple[str, bytes]], until: float, done: list[Answered]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while todo and monotonic() < until:
        chat, wire = todo.popleft()
        sent = monotonic()
        writer.write(wire)
        status, stays = await _answer(reader)
        done.append(Answered(chat, sent, monotonic(), status))
        if not stays:
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
    await writer.wait_closed()


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """The status, and whether the connection stays open."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    first, *lines = head.split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines if line)
    await reader.readexactly(int(headers.get("content-length", "0")))
    return int(first.split()[1]), headers.get("connection") != "close"


async def _run() -> None:
    told = json.load(sys.stdin)
    todo = deque((chat, base64.b64decode(wire)) for chat, wire in told["knocks"])
    done: list[Answered] = []
    until = monotonic() + told["seconds"]
    async with asyncio.timeout(told["seconds"] + 15), asyncio.TaskGroup() as group:
        for _ in range(told["in_flight"]):
            group.create_task(_worker(told["port"], todo, until, done))
    json.dump([asdict(one) for one in done], sys.stdout)


if __name__ == "__main__":
    asyncio.run(_run())
