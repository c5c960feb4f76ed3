"""The playground's log and clock in memory, for tests. Nothing here knows Femma's texts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class KeptLine:
    """`handlers.web.store.Line` as a plain value."""

    sequence: int
    message: str
    conversation: str
    author: str
    text: str
    card: bytes | None
    at: datetime
    thread: str = ""
    edited: bool = False


@dataclass
class MemoryLog:
    """`handlers.web.store.ChatLog` in a dictionary, which keeps the order of the first saying."""

    kept: dict[str, KeptLine] = field(default_factory=dict)
    sequence: int = 0
    files: dict[str, bytes] = field(default_factory=dict)

    async def keep_file(self, file: str, content: bytes, at: datetime) -> None:
        """Once."""
        self.files.setdefault(file, content)

    async def file(self, file: str) -> bytes | None:
        """What was kept, or None."""
        return self.files.get(file)

    async def drop_file(self, file: str) -> None:
        """Forgotten."""
        self.files.pop(file, None)

    async def append(
        self,
        conversation: str,
        author: str,
        card: bytes | None,
        text: str,
        at: datetime,
        thread: str = "",
    ) -> KeptLine:
        """A new message."""
        self.sequence += 1
        message = f"m{len(self.kept) + 1}"
        self.kept[message] = KeptLine(self.sequence, message, conversation, author, text, card, at, thread)
        return self.kept[message]

    async def edit(self, message: str, card: bytes) -> KeptLine:
        """Raises KeyError for a message that is not there."""
        line = self.kept[message]
        self.sequence += 1
        self.kept[message] = replace(line, sequence=self.sequence, card=card, edited=True)
        return self.kept[message]

    async def find(self, message: str) -> KeptLine | None:
        """One message, or None."""
        return self.kept.get(message)

    async def lines(self, conversation: str) -> Sequence[KeptLine]:
        """In the order of the first saying."""
        return [line for line in self.kept.values() if line.conversation == conversation]

    async def after(self, sequence: int) -> Sequence[KeptLine]:
        """By sequence."""
        found = (line for line in self.kept.values() if line.sequence > sequence)
        return sorted(found, key=lambda line: line.sequence)


@dataclass
class SteppedClock:
    """A clock that stands still until it is moved; `moved` is called afterwards."""

    moment: datetime = datetime(2026, 11, 19, 9, 30, tzinfo=UTC)
    moved: Callable[[datetime], Awaitable[None]] | None = None

    def now(self) -> datetime:
        """Where it stands."""
        return self.moment

    async def move_to(self, moment: datetime) -> None:
        """Forwards only."""
        if moment <= self.moment:
            raise ValueError("backwards")
        self.moment = moment
        if self.moved is not None:
            await self.moved(moment)
