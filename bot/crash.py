"""Where a test makes the process die, as if the machine had stopped between two lines.

Only in development, and only when FEMMA_CRASH_AT names a point: `before_send`, or `before_send:3` for the
third time it is passed.
"""

from __future__ import annotations

import os
import signal

from bot.domain.ports import Tripwire, untouched


def tripwire(crash_at: str) -> Tripwire:
    """Kills this process at the named point; the empty name never does."""
    if not crash_at:
        return untouched
    point, _, times = crash_at.partition(":")
    left = int(times or "1")

    def passed(name: str) -> None:
        nonlocal left
        if name == point:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return passed
