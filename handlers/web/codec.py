"""A card as bytes and back, for the playground's log.

The bytes are JSON; every part carries its kind under `part`. Old bytes must stay readable: a field that is
added to a card later needs a default.
"""

from __future__ import annotations

from functools import cache

from cattrs.preconf.orjson import OrjsonConverter, make_converter
from cattrs.strategies import configure_tagged_union

from cards.model import Card, Part


@cache
def _converter() -> OrjsonConverter:
    converter = make_converter()
    configure_tagged_union(
        Part, converter, tag_name="part", tag_generator=lambda kind: str(kind.__name__).lower()
    )
    return converter


def dump(card: Card) -> bytes:
    """The card as UTF-8 JSON."""
    return _converter().dumps(card, unstructure_as=Card)


def load(data: bytes) -> Card:
    """The reverse of `dump`."""
    return _converter().loads(data, Card)
