"""JSON from outside, with limits that the standard library does not set.

What a refused request is answered with lives in `handlers.teams.door`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NoReturn

MAX_DEPTH = 40
MAX_DIGITS = 30


class BadJson(ValueError):
    """Not JSON, not an object, or beyond the limits."""


def load_object(raw: bytes) -> dict[str, object]:
    """One JSON object in UTF-8, at most 40 levels deep, numbers of at most 30 digits, no NaN or Infinity.

    Raises BadJson. The caller has already bounded the size.
    """
    try:
        value = _DECODER.decode(raw.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadJson("unreadable") from error
    if not isinstance(value, dict):
        raise BadJson("not an object")
    _check_depth(value)
    return value


def _integer(digits: str) -> int:
    return int(_short(digits))


def _float(digits: str) -> float:
    return float(_short(digits))


def _short(digits: str) -> str:
    if len(digits) > MAX_DIGITS:
        raise BadJson("long number")
    return digits


def _no_constant(name: str) -> NoReturn:
    raise BadJson(name)


_DECODER = json.JSONDecoder(parse_int=_integer, parse_float=_float, parse_constant=_no_constant)


def _check_depth(value: object) -> None:
    """Level by level instead of by recursion, so that depth costs no stack."""
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in _children(node)]
        if not level:
            return
    raise BadJson("too deep")


def _children(node: object) -> list[object]:
    if isinstance(node, Mapping):
        return [child for child in node.values() if isinstance(child, dict | list)]
    if isinstance(node, list):
        return [child for child in node if isinstance(child, dict | list)]
    return []
