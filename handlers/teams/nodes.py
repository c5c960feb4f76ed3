"""Reading single values out of an activity's raw JSON, without trusting any shape.

The Bot Framework's models lose some of these values (the tenant of a conversation, the trigger of a card
action), so what Femma goes by is read here; see `handlers.teams.inbound`.
"""

from __future__ import annotations

from collections.abc import Mapping

from handlers.clean import clean

Node = Mapping[str, object]


def text(node: Node, *path: str) -> str:
    """The cleaned string at the end of that path, or empty when there is none."""
    value = mapping(node, *path[:-1]).get(path[-1])
    return clean(value) if isinstance(value, str) else ""


def mapping(node: Node, *path: str) -> Node:
    """The object at the end of that path, or an empty one."""
    value: object = node
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def mappings(node: Node, name: str) -> tuple[Node, ...]:
    """The objects in the list of that name; whatever else is in it is passed over."""
    value = node.get(name)
    if not isinstance(value, list):
        return ()
    return tuple(entry for entry in value if isinstance(entry, Mapping))
