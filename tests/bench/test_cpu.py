"""What a server's processor time is: seen in steps that a handful of requests can take."""

from __future__ import annotations

import os
from time import process_time

import pytest

from bench.cpu import cpu

TICK = 1 / os.sysconf("SC_CLK_TCK")


def test_it_is_the_clock_of_that_process_and_sees_less_than_a_tick() -> None:
    times = [process_time(), cpu(os.getpid())]
    while process_time() - times[0] < TICK / 10:
        pass
    times += [cpu(os.getpid()), process_time()]
    assert times == sorted(times)
    assert times[2] > times[1]


def test_a_process_that_has_ended_has_no_figure() -> None:
    child = os.posix_spawn("/bin/true", ["true"], {})
    os.waitpid(child, 0)
    with pytest.raises(OSError):
        cpu(child)
