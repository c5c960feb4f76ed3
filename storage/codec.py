"""Values of the domain as JSON bytes and back, through cattrs. A union carries its class name in `is`."""

from __future__ import annotations

from datetime import time
from functools import cache
from typing import Any, TypeVar

import orjson
from cattrs.preconf.orjson import OrjsonConverter, make_converter
from cattrs.strategies import configure_tagged_union

from bot.domain.notices import Notice
from bot.domain.talks import TalkState

T = TypeVar("T")


@cache
def _converter() -> OrjsonConverter:
    converter = make_converter(omit_if_default=True)
    converter.register_unstructure_hook(time, time.isoformat)
    converter.register_structure_hook(time, lambda text, _: time.fromisoformat(text))
    configure_tagged_union(TalkState, converter, tag_name="is")
    configure_tagged_union(Notice, converter, tag_name="is")
    return converter


def pack(value: Any, kind: Any = None) -> str:
    """JSON text of a value; `kind` is the union it belongs to, if any."""
    return orjson.dumps(_converter().unstructure(value, unstructure_as=kind)).decode()


def unpack(text: str, kind: type[T]) -> T:
    """The value that `pack` made the text from."""
    return _converter().structure(orjson.loads(text), kind)
