"""Making a file of an A3: in threads of its own, so that the loop goes on, and with a limit in time."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Final, assert_never

import structlog

from cards.a3.pdf import NotSet, Press
from cards.a3.sheet import Sheet, Tree
from cards.files import Format

# Seconds for one file, its time in the queue included.
_LIMIT: Final = 20.0
_THREADS: Final = 2
# Files under way or waiting; whoever comes then is asked to come again.
_MOST: Final = 16
# Letters. A larger tree would be higher than any page, and the document leaves such a picture out.
_PICTURE: Final = 10_000

log = structlog.get_logger(__name__)


class NotPrinted(Exception):
    """There is no file: too many at once, too slow, or something that cannot be set."""


class Printer:
    """Makes files. A thread cannot be stopped: one that runs out of time keeps its place until it ends."""

    def __init__(self, press: Press, limit: float = _LIMIT) -> None:
        """`limit` in seconds. The printer closes the press."""
        self._press = press
        self._limit = limit
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="printer")
        self._under_way = 0

    async def file(self, sheet: Sheet, form: Format) -> bytes:
        """The file. Raises NotPrinted."""
        if self._under_way >= _MOST:
            raise NotPrinted
        self._under_way += 1
        try:
            async with asyncio.timeout(self._limit):
                return await asyncio.get_running_loop().run_in_executor(
                    self._threads, self._make, sheet, form
                )
        except TimeoutError as error:
            log.warning("a3.late", form=form.value, seconds=self._limit)
            raise NotPrinted from error
        except (NotSet, OSError) as error:
            # Its words may be a person's words: only its kind is told.
            log.error("a3.failed", form=form.value, error=type(error).__name__)
            raise NotPrinted from error
        finally:
            self._under_way -= 1

    async def close(self) -> None:
        """Wait for what is under way, and take the fonts away."""
        await asyncio.to_thread(self._threads.shutdown, wait=True, cancel_futures=True)
        self._press.close()

    def _make(self, sheet: Sheet, form: Format) -> bytes:
        match form:
            case Format.PDF:
                return self._press.pdf(sheet)
            case Format.DOCX:
                # A tenth of a second that whoever never asks for a document need not wait at the start.
                from cards.a3.document import docx

                tree = next((p for s in sheet.sections for p in s.parts if isinstance(p, Tree)), None)
                small = tree is not None and tree.letters <= _PICTURE
                return docx(sheet, self._press.picture(tree, sheet.language) if tree and small else None)
            case _:
                assert_never(form)
