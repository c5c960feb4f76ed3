"""The time on the processor that another process has used, finer than the ticks that /proc counts in."""

from __future__ import annotations

import ctypes
import os
from time import clock_gettime

_libc = ctypes.CDLL(None)


def cpu(pid: int) -> float:
    """Seconds of CPU that the process has used so far, in user and kernel mode, with all its threads.

    /proc counts hundredths of a second, in which a small run uses none. Source: clock_getcpuclockid(3).
    Raises OSError when there is no such process.
    """
    clock = ctypes.c_int()
    error = _libc.clock_getcpuclockid(ctypes.c_int(pid), ctypes.byref(clock))
    if error:
        raise OSError(error, os.strerror(error))
    return clock_gettime(clock.value)
