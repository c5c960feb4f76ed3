"""What the playground keeps: the lines of its conversations, behind one small port.

Slack and Teams keep their own messages; the playground's are kept here. What a card is as bytes stands in
`handlers.web.codec`. `tests/contracts/chat_log.py` says the same as these docstrings, as tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

FEMMA = "femma"


class Line(Protocol):
    """One message as it is now.

    Described by its attributes only, so that storage can return a frozen dataclass of its own without
    importing this package.
    """

    @property
    def sequence(self) -> int:
        """Place in the log, from 1: strictly rising over all conversations; an edit gives a new one."""
        ...

    @property
    def message(self) -> str:
        """The message's id: unique, never changes, made by the log, URL-safe."""
        ...

    @property
    def conversation(self) -> str:
        """`dm:<person id>` or `channel:<name>`."""
        ...

    @property
    def author(self) -> str:
        """A person id, or `FEMMA`."""
        ...

    @property
    def text(self) -> str:
        """A person's words; empty for a card."""
        ...

    @property
    def card(self) -> bytes | None:
        """The card as `handlers.web.codec.dump` wrote it, or None for words."""
        ...

    @property
    def at(self) -> datetime:
        """When it was first said: aware, UTC. An edit does not change it."""
        ...

    @property
    def thread(self) -> str:
        """The id of the message that this answers, or empty."""
        ...

    @property
    def edited(self) -> bool:
        """Was it replaced since?"""
        ...


class ChatLog(Protocol):
    """The lines of all conversations. A conversation exists as soon as something was said in it.

    When a method returns, what it wrote is there for every other caller, also after a restart.
    """

    async def append(
        self,
        conversation: str,
        author: str,
        card: bytes | None,
        text: str,
        at: datetime,
        thread: str = "",
    ) -> Line:
        """A new message, last in its conversation, with the highest sequence so far. Not idempotent."""
        ...

    async def edit(self, message: str, card: bytes) -> Line:
        """Replace a message's card; the line gets a new, highest sequence and `edited`.

        It keeps its place among the conversation's `lines`. Raises KeyError for a message that is not there.
        """
        ...

    async def find(self, message: str) -> Line | None:
        """One message as it is now, or None."""
        ...

    async def lines(self, conversation: str) -> Sequence[Line]:
        """The conversation in the order in which its messages were first said; empty when nothing was."""
        ...

    async def keep_file(self, file: str, content: bytes, at: datetime) -> None:
        """What a person attached, until it is let go. Keeping a file of the same name again does nothing."""
        ...

    async def file(self, file: str) -> bytes | None:
        """What was kept, or None."""
        ...

    async def drop_file(self, file: str) -> None:
        """Nobody will ask for it again."""
        ...

    async def after(self, sequence: int) -> Sequence[Line]:
        """Every message whose sequence is higher, lowest first, each once, as it is now. 0 gives all."""
        ...
