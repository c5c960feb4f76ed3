"""A verified body into one JSON object, within limits. What it means is read in `inbound`."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import Any
from urllib.parse import parse_qsl

MAX_DEPTH = 40
MAX_DIGITS = 30
_MAX_FIELDS = 100

# Possessive, and an unfinished string reaches to the end: linear also for what was made to be slow.
_STRINGS = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_LONG_NUMBER = re.compile(rf"[0-9]{{{MAX_DIGITS + 1}}}")


class BadBody(ValueError):
    """The body is no JSON object or form that we read. The argument is a short cause without content."""


def parse_body(body: bytes, content_type: str) -> dict[str, object]:
    """What Slack sent: events as JSON, buttons and forms as JSON in the field `payload`, commands as fields.

    docs.slack.dev/apis/events-api and docs.slack.dev/interactivity. Raises BadBody.
    """
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise BadBody("encoding") from problem
    if not text:
        raise BadBody("empty")
    if content_type == "application/json" or text.startswith("{"):
        return parse_object(text)
    try:
        fields: dict[str, object] = dict(
            parse_qsl(text, keep_blank_values=True, strict_parsing=True, max_num_fields=_MAX_FIELDS)
        )
    except ValueError as problem:
        raise BadBody("form") from problem
    payload = fields.get("payload")
    return parse_object(payload) if isinstance(payload, str) else fields


def parse_object(text: str) -> dict[str, object]:
    """One JSON object of at most MAX_DEPTH levels, no number longer than MAX_DIGITS. Raises BadBody.

    Of equal keys the last one counts. NaN and the infinities, which JSON does not have, are refused.
    """
    _check_limits(text)
    try:
        value = _DECODER.decode(text)
    except BadBody:
        raise
    except ValueError as problem:
        raise BadBody("json") from problem
    if not isinstance(value, dict):
        raise BadBody("not_an_object")
    return value


def _check_limits(text: str) -> None:
    """Before parsing: the parser's own recursion and number limits would be errors of the server."""
    bare = _STRINGS.sub("", text)
    if _LONG_NUMBER.search(bare):
        raise BadBody("long_number")
    depth = 0
    for sign in re.findall(r"[\[\]{}]", bare):
        depth += 1 if sign in "[{" else -1
        if depth > MAX_DEPTH:
            raise BadBody("too_deep")


def _refuse_constant(name: str) -> Any:
    raise BadBody("not_a_number")


def _finite(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise BadBody("not_a_number")
    return value


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite)
