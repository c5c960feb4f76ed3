"""Looking into parsed JSON that may have any shape: every look gives a value of the type asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

Json: TypeAlias = Mapping[str, object]

_NONE: Json = {}
_MOMENT = re.compile(r"(\d{1,11})(?:\.(\d{1,6}))?", re.ASCII)


def part(of: Json, *path: str) -> Json:
    """The object at the end of `path`, or an empty one."""
    here = of
    for name in path:
        inner = here.get(name)
        if not isinstance(inner, Mapping):
            return _NONE
        here = inner
    return here


def text(of: Json, *path: str) -> str:
    """The string at the end of `path`, or an empty one."""
    found = part(of, *path[:-1]).get(path[-1])
    return found if isinstance(found, str) else ""


def parts(of: Json, name: str) -> list[Json]:
    """The objects of a list; anything else in it is left out."""
    found = of.get(name)
    if not isinstance(found, Sequence) or isinstance(found, str):
        return []
    return [each for each in found if isinstance(each, Mapping)]


def moment(stamp: object, now: datetime) -> datetime:
    """A Slack time stamp ("1767326125.870439" or whole seconds) as aware UTC, never later than `now`.

    Anything else, or a moment outside the calendar, is `now`.
    """
    found = _MOMENT.fullmatch(str(stamp)) if isinstance(stamp, str | int) else None
    if found is None:
        return now
    seconds, fraction = found[1], (found[2] or "").ljust(6, "0")
    told = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds), microseconds=int(fraction))
    return min(told, now)
